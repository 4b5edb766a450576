"""When a change of a band is a change: only well past the edge, so that nobody is called for a point."""

from __future__ import annotations

from xref.model.match import FAIR, STRONG

MARGIN = 4.0
"""points past the edge from which a change of band is told: a document more or less moves the weights of words, and
with them scores in documents that nobody touched"""

_EDGES = {"weak": (0.0, FAIR), "fair": (FAIR, STRONG), "strong": (STRONG, 100.0)}


def settled(before: str, now: str, score: float, margin: float = MARGIN) -> str:
    """The band that counts: `before` while `score` lies within `margin` of it."""
    low, high = _EDGES.get(before, (0.0, -1.0))
    return before if low - margin <= score <= high + margin else now
