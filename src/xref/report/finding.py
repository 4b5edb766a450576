"""The one sentence under the heading: which themes return under whom. Without a calendar, or a recurrence, nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from xref.model import Period
from xref.report.index import Index
from xref.show import show

NAMED = 4
"""holders that the sentence names; of more it tells the number, the first and the last"""


def find_words(index: Index) -> str:
    """Which themes return under several holders of the first calendar, which under several terms of one."""
    across: dict[tuple[str, ...], list[str]] = {}
    within: dict[tuple[str, bool], list[str]] = {}
    lasting: list[tuple[int, str, tuple[str, ...]]] = []
    for theme in index.result.codebook.themes:
        periods = _terms(index, theme.id)
        holders = tuple(dict.fromkeys(period.holder for period in periods))
        if len(holders) > NAMED:
            lasting.append((len(holders), theme.label, holders))
        elif len(holders) > 1:
            across.setdefault(holders, []).append(theme.label)
        elif len(periods) > 1:
            within.setdefault((holders[0], len(periods) == 2), []).append(theme.label)
    said = [_lasting(index, *found) for found in sorted(lasting, key=lambda i: (-i[0], i[1]))[:3]]
    for holders, labels in sorted(across.items(), key=lambda i: (-len(i[1]), i[0]))[: 2 if not lasting else 0]:
        names = join_words(_short(index, holders))
        said.append(f"{_count(labels)} under {'both ' if len(holders) == 2 else ''}{names}: {join_words(labels)}.")
    for (name, two), labels in sorted(within.items(), key=lambda i: (-len(i[1]), i[0]))[: 1 if not lasting else 0]:
        terms = f"{'two' if two else 'several'} terms of {_short(index, (name,))[0]}"
        said.append(f"{_count(labels)} under {terms}: {join_words(labels)}.")
    return show(" ".join(said))


def _lasting(index: Index, count: int, label: str, holders: Sequence[str]) -> str:
    return f"{label} returns under {count} of the {_held(index)} with sources, from {holders[0]} to {holders[-1]}."


def _held(index: Index) -> int:
    """How many holders of the first calendar have a document."""
    held = {h.period for d in index.result.documents if index.lead and (h := d.holding(index.lead.id))}
    return len({period.holder for period in (index.lead.periods if index.lead else ()) if period.id in held})


def _terms(index: Index, theme: str) -> list[Period]:
    """The terms of the first calendar in which a theme is found, in order of time."""
    if index.lead is None:
        return []
    documents = (index.document_of(hit.claim) for hit in index.hits_of_theme[theme])
    held = {holding.period for document in documents if (holding := document.holding(index.lead.id))}
    return [period for period in index.lead.periods if period.id in held]


def _short(index: Index, holders: Sequence[str]) -> list[str]:
    """Surnames; full names where two of the calendar's holders share one."""
    periods = index.lead.periods if index.lead else ()
    surnames = {period.holder: period.surname for period in periods}
    bearers = Counter({p.holder: p.surname for p in periods if p.holder in holders}.values())
    return [surnames[holder] if bearers[surnames[holder]] == 1 else holder for holder in holders]


def _count(labels: list[str]) -> str:
    words = ("", "One theme returns", "Two themes return", "Three themes return", "Four themes return",
             "Five themes return", "Six themes return")  # fmt: skip
    return words[len(labels)] if len(labels) < len(words) else f"{len(labels)} themes return"


def join_words(parts: list[str]) -> str:
    """A, B and C"""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
