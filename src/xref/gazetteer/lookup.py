"""People, bodies, outlets and places that xref knows by name, with the spellings in print and the offices held.

The facts are data (xref/data/actors.toml, names.toml), each office with its source; this file only looks them up.
A lookup is exact on the folded spelling and minds capitals: "WHO" is a body, "who" is a word. A bare surname stands
for a known person only when the day allows one person alone; anything else stays unknown.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

import attrs

from xref import fold
from xref.model import Office

ACRONYM = 6  # letters: longer words in capitals ("PRESIDENT") are shouting, not abbreviations
CAMPAIGN = dt.timedelta(days=3 * 366)  # people are in the news up to about three years before an office


@attrs.frozen
class Entry:
    """One person, organisation, outlet or place of the gazetteer."""

    id: str
    """stable id of the row"""
    name: str
    """canonical name"""
    kind: str
    """"person", "org", "media" or "place" """
    variants: tuple[str, ...] = ()
    """other spellings in print, misspellings included"""
    domains: tuple[str, ...] = ()
    """web domains of an outlet"""
    stands_for: str = ""
    """what the word is used for, e.g. Moscow for the Russian government"""
    offices: tuple[Office, ...] = ()
    """offices held, with their sources"""

    @property
    def surface_forms(self) -> tuple[str, ...]:
        """Every spelling, canonical first."""
        return (self.name, *self.variants)


@attrs.frozen(eq=False)
class Gazetteer:
    """Lookups over all entries; keys are folded."""

    entries: tuple[Entry, ...]
    """in the order of the file"""
    given: frozenset[str]
    """given names"""
    titles: frozenset[str]
    """titles and offices that stand before a name"""
    particles: frozenset[str]
    """lower-case parts of surnames: de, van, bin"""
    forms: Mapping[str, tuple[tuple[str, Entry], ...]]
    """spelling -> (spelling as listed, entry)"""
    surnames: Mapping[str, tuple[Entry, ...]]
    """surname -> people who bear it"""
    domains: Mapping[str, Entry]
    """web domain -> outlet"""
    longest: int = 1
    """words of the longest spelling"""

    def match(self, surface: str) -> tuple[Entry, ...]:
        """The entries that are spelt `surface`, capitals minded; more than one when the spelling is shared."""
        listed = self.forms.get(fold.key(surface), ())
        return tuple(dict.fromkeys(entry for form, entry in listed if _same_capitals(form, surface)))

    def outlet(self, domain: str) -> Entry | None:
        """The outlet whose site is `domain` or a site above it ("www.themoscowtimes.com")."""
        labels = domain.casefold().rstrip(".").split(".")
        found = (self.domains.get(".".join(labels[n:])) for n in range(len(labels) - 1))
        return next((entry for entry in found if entry), None)

    def bearers(self, surname: str, day: dt.date | None) -> tuple[Entry, ...]:
        """The people whom a bare `surname` can mean in a text of `day`: their first office is not years ahead."""
        people = self.surnames.get(fold.key(surname), ())
        return tuple(entry for entry in people if day is None or not entry.offices or _begun(entry, day))

    def bearer(self, surname: str, day: dt.date | None) -> Entry | None:
        """The one person whom a bare `surname` can mean in a text of `day`; None when nobody or several can.

        Of several bearers the only one in office that day is meant.
        """
        people = self.bearers(surname, day)
        if len(people) > 1 and day is not None:
            people = tuple(entry for entry in people if any(holds(office, day) for office in entry.offices))
        return people[0] if len(people) == 1 else None

    def last_president(self, surname: str, day: dt.date) -> Entry | None:
        """The bearer of `surname` whose presidency was the latest to begin by `day` ("the Bush administration")."""
        begun = [
            (office.first, entry)
            for entry in self.surnames.get(fold.key(surname), ())
            for office in entry.offices
            if office.first and office.first <= day and fold.key(office.title) == "president"
        ]
        return max(begun, key=lambda pair: (pair[0], pair[1].id))[1] if begun else None


def holds(office: Office, day: dt.date) -> bool:
    """Whether the office was held on `day`, as far as its days are known."""
    return office.first is not None and office.first <= day and (office.last is None or day < office.last)


@functools.cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that ships with xref, read once."""
    data = resources.files("xref.data")
    return read_gazetteer(*(data.joinpath(name).read_text(encoding="utf-8") for name in ("actors.toml", "names.toml")))


def read_gazetteer(actors: str, names: str) -> Gazetteer:
    """A gazetteer from the text of actors.toml and names.toml; raises tomllib.TOMLDecodeError or KeyError."""
    lists = tomllib.loads(names)
    return make_gazetteer([_entry(row) for row in tomllib.loads(actors).get("actor", ())], lists)


def make_gazetteer(entries: Iterable[Entry], lists: Mapping[str, Iterable[str]]) -> Gazetteer:
    """Lookups over `entries` and over the lists `given`, `titles` and `particles`."""
    rows = tuple(entries)
    forms: dict[str, dict[tuple[str, str], Entry]] = {}
    for entry in rows:
        for form in entry.surface_forms:
            forms.setdefault(fold.key(form), {})[(form, entry.id)] = entry
    surnames: dict[str, dict[str, Entry]] = {}
    for entry in rows:
        for surname in _surnames(entry) if entry.kind == "person" else ():
            surnames.setdefault(surname, {})[entry.id] = entry
    return Gazetteer(
        entries=rows,
        given=frozenset(map(fold.key, lists.get("given", ()))),
        titles=frozenset(fold.key(title).replace(".", "") for title in lists.get("titles", ())),
        particles=frozenset(map(fold.key, lists.get("particles", ()))),
        forms={key: tuple((form, entry) for (form, _), entry in listed.items()) for key, listed in forms.items()},
        surnames={key: tuple(people.values()) for key, people in surnames.items()},
        domains={domain.casefold(): entry for entry in rows for domain in entry.domains},
        longest=max((len(key.split()) for key in forms), default=1),
    )


def surname_of(name: str, particles: frozenset[str] = frozenset()) -> str:
    """The folded surname of a full name printed in Western order, with its particles ("van buren")."""
    words = [word for word in fold.key(name).split() if word.strip(".") not in ("jr", "sr", "ii", "iii", "iv")]
    first = len(words) - 1
    while first > 1 and words[first - 1] in particles:
        first -= 1
    return " ".join(words[max(first, 0) :])


def _surnames(entry: Entry) -> list[str]:
    """Surnames in print: the single words among the spellings, and the last word of the canonical name."""
    last = surname_of(entry.name)
    # 3: the last part of "Kim Jong Un" is no surname
    derived = [last] if len(last) >= 3 and " " in entry.name.strip() else []
    return derived + [fold.key(form) for form in entry.variants if " " not in form.strip()]


def _same_capitals(listed: str, surface: str) -> bool:
    letters = [c for c in listed if c.isalpha()]
    if len(letters) <= ACRONYM and "".join(letters).isupper():
        return surface.upper() == surface
    if surface.upper() == surface:
        return True
    pairs = zip(re.split(r"[\s\-]+", listed.strip()), re.split(r"[\s\-]+", surface.strip()), strict=False)
    return all(other[:1].isupper() or not word[:1].isupper() for word, other in pairs)


def _begun(entry: Entry, day: dt.date) -> bool:
    return any(office.first is None or office.first <= day + CAMPAIGN for office in entry.offices)


def _entry(row: Mapping[str, Any]) -> Entry:
    offices = tuple(
        Office(
            title=str(held["title"]),
            of=str(held.get("of", "")),
            first=_day(held.get("from")),
            last=_day(held.get("to")),
            source=str(held.get("source", "")),
            checked=bool(held.get("checked", False)),
        )
        for held in row.get("office", ())
    )
    stands_for = row.get("stands_for", "")
    return Entry(
        id=str(row["id"]),
        name=str(row["name"]),
        kind=str(row["kind"]),
        variants=tuple(row.get("variants", ())),
        domains=tuple(row.get("domains", ())),
        stands_for=stands_for if isinstance(stands_for, str) else ", ".join(stands_for),
        offices=offices,
    )


def _day(value: object) -> dt.date | None:
    """A TOML date or ISO day; None when absent."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return dt.date.fromisoformat(value) if isinstance(value, str) and value else None
