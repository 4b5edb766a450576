"""Which of all candidates is the date of publication: the most trusted sign, with what agrees; why not the others.

Signs that agree lift each other a little: two independent ones (structured data and a printed line) outweigh one that
is a shade stronger, but never a label by a mention in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from xref.model import DateCandidate, DateRange

_FAMILIES = {
    "data": ("linked-data", "meta-tag", "script", "trackback", "structure"),
    "stamp": ("stamp",),
    "line": ("page-", "date-line", "labelled-line", "letter-date", "byline-date", "head-line", "dateline"),
    "address": ("address",),
}
"""beginnings of rules' names: what repeats one field of the publishing system, or one printed line"""
_AGREEMENT = 3
"""most points that one other family gives; two candidates rarely are nearer unless their signs are of one kind"""
_SURE = 40
"""confidence from which a day may stand for the month that a stronger sign names: a date in the head of the text"""
_MONTH = 2.0
"""points of a month or year, in an address, that the day falls in"""


def choose(candidates: Sequence[DateCandidate]) -> tuple[DateCandidate | None, tuple[DateCandidate, ...]]:
    """The date of publication with what agrees with it, and every other candidate with the reason why not."""
    able = [c for c in candidates if c.confidence > 0]
    points = _agreement(able)
    ranked = sorted(
        able,
        key=lambda c: (
            -c.confidence - points(c),
            c.span.start if c.span else 1 << 60,
            c.value.earliest,  # of two equal signs the later one is likelier a change
            c.rule,
        ),
    )
    refused = [c for c in candidates if c.confidence <= 0]
    if not ranked:
        return None, tuple(refused)
    best = _finer(ranked)
    agrees = []
    for other in ranked:
        if other is best:
            continue
        if other.value == best.value:
            agrees.append(other.how)
        else:
            stronger = "is the stronger sign" if other.confidence <= best.confidence else "has more signs beside it"
            if other.value.earliest <= best.value.earliest and best.value.latest <= other.value.latest:
                stronger = "says the day"
            refused.append(attrs.evolve(other, refused=f"the {best.how} {stronger}"))
    agrees += [f"“{c.words}” in the text" for c in candidates if c.rule == "in-text" and c.value == best.value][:1]
    # a day among the file's properties has no weight of its own, but may be told beside the same day found elsewhere
    same = [c for c in refused if c.rule == "property" and c.value == best.value]
    agrees += [c.how for c in same]
    refused = [c for c in refused if c not in same]
    order = sorted(refused, key=lambda c: (c.span.start if c.span else -1, c.rule))
    return attrs.evolve(best, agrees=tuple(dict.fromkeys(agrees))), tuple(_once(order))


def _finer(ranked: Sequence[DateCandidate]) -> DateCandidate:
    """The best candidate, or, where it only names a month or year, the best one that names a day of it."""
    best = ranked[0]
    if best.value.day is not None:
        return best
    inside = (
        c
        for c in ranked
        if c.value.day and best.value.earliest <= c.value.day <= best.value.latest and c.confidence >= _SURE
    )
    return next(inside, best)


def _family(candidate: DateCandidate) -> str:
    """Candidates of one family repeat each other: two meta tags come from one field of the publishing system."""
    return next((name for name, rules in _FAMILIES.items() if candidate.rule.startswith(rules)), candidate.rule)


def _agreement(candidates: Sequence[DateCandidate]) -> Callable[[DateCandidate], float]:
    """What a candidate gains by others: points of the best sign of each other family for the same date."""
    best: dict[tuple[DateRange, str], float] = {}
    months = set()
    for candidate in candidates:
        mark = candidate.value, _family(candidate)
        best[mark] = max(best.get(mark, 0.0), candidate.confidence * _AGREEMENT / 100)
        if candidate.value.day is None:
            months.add(candidate.value)
    families = sorted({family for _, family in best})

    def points(candidate: DateCandidate) -> float:
        own = _family(candidate)
        same = sum(best.get((candidate.value, family), 0.0) for family in families if family != own)
        within = any(
            m.earliest <= candidate.value.earliest and candidate.value.latest <= m.latest
            for m in months
            if m != candidate.value
        )
        return same + _MONTH * within

    return points


def _once(candidates: Sequence[DateCandidate]) -> list[DateCandidate]:
    """One line for each refused date and reason: the same date spoken of ten times is told once."""
    seen: set[tuple[DateRange, str]] = set()
    kept = []
    for candidate in candidates:
        mark = (candidate.value, candidate.refused)
        if mark not in seen:
            seen.add(mark)
            kept.append(candidate)
    return kept
