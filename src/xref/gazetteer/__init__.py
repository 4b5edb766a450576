"""People, bodies, outlets and places known by name, with the offices they held: exact lookups over shipped data."""

from xref.gazetteer.load import load_gazetteer, make_gazetteer, read_gazetteer
from xref.gazetteer.lookup import Entry, Gazetteer, holds, surname_of
from xref.gazetteer.offices import KnownHolder, resolve_office

__all__ = [
    "Entry", "Gazetteer", "KnownHolder", "holds", "load_gazetteer", "make_gazetteer", "read_gazetteer",
    "resolve_office", "surname_of",
]  # fmt: skip
