"""Variety before repetition: further pairs of one theme lose points in the order they are listed.

So a reader meets every theme before the second pair of any. The points lost are a reason of the pair: points add up to
its score here too.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import attrs

from xref.match.side import Side
from xref.model import Reason

REPEATED = (8.0, 3.0)
"""points off for the second pair of a theme, and more for each one after: a theme's second card still
stands above another theme's weak one"""
USED = 5.0
"""points off when a better pair of the theme already shows one of the two claims: another claim tells more"""
WINDOW = 200
"""pairs among which the next one of a theme is chosen: past them nobody reads"""


@attrs.frozen(eq=False)
class Scored:
    """Two claims, the reasons for laying them side by side, and the sum of their points."""

    left: Side
    right: Side
    reasons: tuple[Reason, ...]
    score: float = attrs.field(init=False)
    order: tuple[float, tuple[str, int], tuple[str, int]] = attrs.field(init=False)
    """best first; equal ones by their places"""

    @score.default
    def _sum(self) -> float:
        return round(sum(r.points for r in self.reasons), 1)

    @order.default
    def _rank(self) -> tuple[float, tuple[str, int], tuple[str, int]]:
        return (
            -self.score,
            (self.left.document.id, self.left.claim.span.start),
            (self.right.document.id, self.right.claim.span.start),
        )


def vary(pairs: Sequence[Scored], most: int) -> list[Scored]:
    """The `most` best pairs of one theme, each after the first with the points it loses as a reason of its own."""
    left = sorted(pairs, key=lambda p: p.order)
    used: set[str] = set()
    found: list[Scored] = []
    while left and len(found) < most:
        at = _best(left, used)
        best = left.pop(at)
        found.append(_with_repetition(best, len(found), _seen(best, used)))
        used |= {best.left.claim.id, best.right.claim.id}
    return sorted(found, key=lambda p: p.order)


def _best(left: Sequence[Scored], used: set[str]) -> int:
    """The number of the pair that has most points left; of equals the first."""
    best, most = 0, -math.inf
    for at, pair in enumerate(left[:WINDOW]):
        # they stand by score, and none gains any
        if pair.score <= most:
            break
        score = pair.score - USED * _seen(pair, used)
        if score > most:
            best, most = at, score
    return best


def _seen(pair: Scored, used: set[str]) -> int:
    return (pair.left.claim.id in used) + (pair.right.claim.id in used)


def _with_repetition(pair: Scored, number: int, seen: int) -> Scored:
    if not number:
        return pair
    off = REPEATED[0] + REPEATED[1] * min(number - 1, 4) + USED * seen
    reason = Reason("repetition", f"pair {number + 1} of this theme", -round(off, 1))
    return attrs.evolve(pair, reasons=(*pair.reasons, reason))
