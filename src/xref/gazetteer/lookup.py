"""People, bodies, outlets and places that xref knows by name, with the spellings in print and the offices held.

The facts are data (xref/data/actors.toml, names.toml), each office with its source; this file only looks them up.
A lookup is exact on the folded spelling and minds capitals: "WHO" is a body, "who" is a word. A bare surname stands
for a known person only when the day allows one person alone; anything else stays unknown.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

import attrs

from xref import fold
from xref.gazetteer.order import family_first
from xref.model import Office

ACRONYM = 6  # letters: longer words in capitals ("PRESIDENT") are shouting, not abbreviations
TERM = dt.timedelta(days=4 * 366)  # after one term a bare "President Bush" needs a given name again
SUFFIXES = ("jr", "sr", "ii", "iii", "iv")  # they tell a generation, not a name
_GLUED = re.compile(r"(?:[^\W\d_]\.){2,}")
_INITIALS = re.compile(r"[^\W\d_]\.")
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
    heads: frozenset[str]
    """first words of all spellings, dots left out: where a spelling can begin at all"""
    longest: int = 1
    """words of the longest spelling"""
    women: frozenset[str] = frozenset()
    """given names of women alone"""
    men: frozenset[str] = frozenset()
    """given names of men alone"""

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
        """The bearer of `surname` whose presidency was the latest to begin by `day` ("the Bush administration").

        None when an earlier president bore it too and the latest left office longer than one term ago.
        """
        begun = {
            (office.first, entry.id): (office, entry)
            for entry in self.surnames.get(fold.key(surname), ())
            for office in entry.offices
            if office.first and office.first <= day and fold.key(office.title) == "president"
        }
        if not begun:
            return None
        office, latest = begun[max(begun)]
        recent = office.last is None or day < office.last + TERM
        return latest if recent or len({entry.id for _, entry in begun.values()}) == 1 else None


def holds(office: Office, day: dt.date) -> bool:
    """Whether the office was held on `day`, as far as its days are known."""
    return office.first is not None and office.first <= day and (office.last is None or day < office.last)


def surname_of(name: str, particles: frozenset[str] = frozenset()) -> str:
    """The folded surname of a full name, with its particles ("van buren"); the first word where order.py says so."""
    words = _words(name)
    if family_first(words):
        return words[0]
    first = len(words) - 1
    while first > 1 and words[first - 1] in particles:
        first -= 1
    return " ".join(words[max(first, 0) :])


def given_of(name: str, particles: frozenset[str] = frozenset()) -> list[str]:
    """The folded given names and initials of a full name, each by itself ("v.v." is two); suffixes left out."""
    words = _words(name)
    rest = words[1:] if family_first(words) else words[: len(words) - len(surname_of(name, particles).split())]
    return [part for word in rest for part in (_INITIALS.findall(word) if _GLUED.fullmatch(word) else [word])]


def singulars(key: str) -> tuple[str, ...]:
    """What a folded plural of a name may be the plural of: "joneses" of "jones"; none when it is no plural."""
    if not key.endswith("s") or len(key) < 4:
        return ()
    return (key[:-1], key[:-2]) if key.endswith("es") else (key[:-1],)


def _words(name: str) -> list[str]:
    return [word for word in fold.key(name).replace(",", " ").split() if word.strip(".") not in SUFFIXES]


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
