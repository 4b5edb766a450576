"""Who held an office on a day: "Russia's president" in 2010, "the US national security adviser" in 2013.

Used to annotate a claim, never to replace its words. The office must agree word for word with a row of the data, the
country too; two holders on one day, or none in the data, is no answer. The day of a change belongs to the successor.

Words that say that the office is past or to come ("former", "ex-", "then-", "-elect", "designate", "nominee") or
another's ("deputy") are part of the title and therefore agree with no row. "acting" agrees with a row that says so;
such a row also answers to the plain title, as the press uses it, while nobody else holds that.

Sources: AP Stylebook, "titles" ("former", "acting", "-elect" belong to the title) and "secretary of state".
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Mapping

import attrs

from xref import fold
from xref.gazetteer.countries import body_of
from xref.gazetteer.load import load_gazetteer
from xref.gazetteer.lookup import Entry, Gazetteer, holds
from xref.model import Office

SPELLINGS = {"advisor": "adviser", "defense": "defence", "centre": "center", "premier": "prime minister"}
DEPARTMENTS = frozenset(("defence", "treasury", "interior", "energy", "commerce", "homeland security"))
"""of which "X secretary" and "secretary of X" are one office; a "press secretary" is none of the press"""
LEADERS = ("president", "prime minister", "chancellor", "general secretary", "supreme leader")
"""offices whose holder is called a country's leader"""
ALONE = {"secretary state": "united states"}
"""titles that name one office without a country, as English print uses them"""
IDIOMS = {
    "pentagon chief": ("united states", "secretary defence"),
    "kremlin chief": ("russia", "president"),
    "nato chief": ("nato", "secretary general"),
    "un chief": ("united nations", "secretary general"),
    "u.n. chief": ("united nations", "secretary general"),
    "eu foreign policy chief": ("european union", "high representative"),
}
"""short forms of headlines and agencies"""


@attrs.frozen
class KnownHolder:
    """Who held an office on a day."""

    entry: Entry
    """the person"""
    office: Office
    """the office, with its source"""


def resolve_office(words: str, day: dt.date, gazetteer: Gazetteer | None = None) -> KnownHolder | None:
    """Who held the office that `words` name ("Russia's president") on `day`; None unless exactly one person did."""
    held = _index(gazetteer or load_gazetteer())
    found: dict[str, KnownHolder] = {}
    for body, title in _readings(fold.key(words)):
        holders = _leaders(held, body, day) if title == "leader" else _holders(held, body, title, day)
        found |= {holder.entry.id: holder for holder in holders}
    return next(iter(found.values())) if len(found) == 1 else None


_Index = Mapping[tuple[str, str], tuple[KnownHolder, ...]]


@functools.lru_cache(maxsize=4)  # 4: a run asks one gazetteer, a test two
def _index(gazetteer: Gazetteer) -> _Index:
    """(body, title) → everybody who ever held it."""
    found: dict[tuple[str, str], list[KnownHolder]] = {}
    for entry in gazetteer.entries:
        for office in entry.offices:
            found.setdefault((body_of(office.of), _title(office.title)), []).append(KnownHolder(entry, office))
    return {key: tuple(holders) for key, holders in found.items()}


def _holders(held: _Index, body: str, title: str, day: dt.date) -> list[KnownHolder]:
    found = [h for h in held.get((body, title), ()) if holds(h.office, day)]
    return found or [h for h in held.get((body, f"acting {title}"), ()) if holds(h.office, day)]


def _leaders(held: _Index, body: str, day: dt.date) -> list[KnownHolder]:
    """Whom "the Russian leader" means: the one at the head; of several the president, if there is no supreme leader."""
    by_title = {title: _holders(held, body, title, day) for title in LEADERS}
    everybody = {h.entry.id: h for holders in by_title.values() for h in holders}
    if len(everybody) <= 1 or by_title["supreme leader"]:
        return list(everybody.values())
    return by_title["president"] or list(everybody.values())


def _readings(said: str) -> Iterator[tuple[str, str]]:
    """Every way to cut the words into country and title."""
    plain = said.removeprefix("the ")
    parts = plain.split()
    if plain in IDIOMS:
        yield IDIOMS[plain]
    if _title(plain) in ALONE:
        yield ALONE[_title(plain)], _title(plain)
    for n in range(1, len(parts)):
        owner = " ".join(parts[:n]).removesuffix("'s").removesuffix("'")
        yield body_of(owner), _title(" ".join(parts[n:]))
    for found in re.finditer(r" of (?:the )?", plain):
        yield body_of(plain[found.end() :]), _title(plain[: found.start()])


def _title(words: str) -> str:
    """A title as compared: "minister of defense", "defence minister" are one."""
    parts = fold.key(words).replace("-", " ").split()
    kept = [SPELLINGS.get(part, part) for part in parts if part not in ("the", "of")]
    said = " ".join(kept)
    department = said.removesuffix(" secretary")
    if department != said and department in DEPARTMENTS:
        return f"secretary {department}"
    field = re.fullmatch(r"minister (?:for )?(\w+)(?: affairs)?", said)
    return f"{field[1]} minister" if field else said
