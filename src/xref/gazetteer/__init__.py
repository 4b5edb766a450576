"""People, bodies, outlets and places known by name, with the offices they held: exact lookups over shipped data."""

from xref.gazetteer.extend import extend_gazetteer
from xref.gazetteer.load import load_gazetteer, make_gazetteer, read_gazetteer
from xref.gazetteer.lookup import TERM, Entry, Gazetteer, given_of, holds, singulars, surname_of
from xref.gazetteer.offices import KnownHolder, resolve_office
from xref.gazetteer.order import family_first

__all__ = [
    "TERM", "Entry", "Gazetteer", "KnownHolder", "extend_gazetteer", "family_first", "given_of", "holds",
    "load_gazetteer", "make_gazetteer", "read_gazetteer", "resolve_office", "singulars", "surname_of",
]  # fmt: skip
