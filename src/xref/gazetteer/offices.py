"""Who held an office on a day: "Russia's president" in 2010, "the US national security adviser" in 2013.

Used to annotate a claim, never to replace its words. The office must agree word for word with a row of the data, the
country too; two holders on one day, or none in the data, is no answer.
"""

from __future__ import annotations

import datetime as dt
import re

import attrs

from xref import fold
from xref.gazetteer.load import load_gazetteer
from xref.gazetteer.lookup import Entry, Gazetteer, holds
from xref.model import Office

SPELLINGS = {"advisor": "adviser", "defense": "defence", "centre": "center", "premier": "prime minister"}
COUNTRIES = {
    "united states": "us", "united states of america": "us", "u.s": "us", "usa": "us", "american": "us",
    "america": "us", "russian": "russia", "russian federation": "russia", "soviet": "soviet union",
    "ussr": "soviet union", "u.s.s.r": "soviet union", "british": "united kingdom", "uk": "united kingdom",
    "britain": "united kingdom", "u.k": "united kingdom", "german": "germany", "french": "france",
    "ukrainian": "ukraine", "chinese": "china", "israeli": "israel", "iranian": "iran", "polish": "poland",
    "turkish": "turkey", "japanese": "japan", "italian": "italy", "canadian": "canada", "georgian": "georgia",
    "north korean": "north korea", "south korean": "south korea", "czech": "czech republic", "indian": "india",
    "nato's": "nato", "un": "united nations", "u.n": "united nations",
}  # fmt: skip


@attrs.frozen
class KnownHolder:
    """Who held an office on a day."""

    entry: Entry
    """the person"""
    office: Office
    """the office, with its source"""


def resolve_office(words: str, day: dt.date, gazetteer: Gazetteer | None = None) -> KnownHolder | None:
    """Who held the office that `words` name ("Russia's president") on `day`; None unless exactly one person did."""
    asked = _readings(fold.key(words))
    found = {
        entry.id: KnownHolder(entry, office)
        for entry in (gazetteer or load_gazetteer()).entries
        for office in entry.offices
        if holds(office, day) and (_body(office.of), _title(office.title)) in asked
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _readings(said: str) -> set[tuple[str, str]]:
    """Every way to cut the words into country and title."""
    cuts = set()
    plain = said.removeprefix("the ").removeprefix("then-")
    parts = plain.split()
    for n in range(1, len(parts)):
        owner = " ".join(parts[:n]).removesuffix("'s").removesuffix("'")
        cuts.add((_body(owner), _title(" ".join(parts[n:]))))
    for found in re.finditer(r" of (?:the )?", plain):
        cuts.add((_body(plain[found.end() :]), _title(plain[: found.start()])))
    return cuts


def _body(words: str) -> str:
    key = fold.key(words).removeprefix("the ").rstrip(".")
    return COUNTRIES.get(key, key)


def _title(words: str) -> str:
    parts = fold.key(words).replace("-", " ").split()
    return " ".join(SPELLINGS.get(part, part) for part in parts if part not in ("the", "of"))
