"""Claims of different documents that a reader should see side by side."""

from __future__ import annotations

import attrs

from xref.model.span import Span

FAIR, STRONG = 50, 75
"""edges of the bands: half of the points, three quarters of them"""


def band(score: float) -> str:
    """ "weak", "fair" or "strong" for a score of 0-100.

    A band is what is compared from run to run and kept with decisions, so that a point more or less of another release
    of a library is not taken for a change of the findings.
    """
    return "weak" if score < FAIR else "fair" if score < STRONG else "strong"


@attrs.frozen
class Reason:
    """One named part of a score; the points of a pair add up to its score."""

    name: str
    """stable name of the rule, e.g. "shared-words" """
    label: str
    """the reason in words"""
    points: float
    """may be negative, never hidden"""
    left: str = ""
    """the words in the left claim that carry it"""
    right: str = ""
    """the words in the right claim that carry it"""
    left_spans: tuple[Span, ...] = ()
    """where those words stand in the left document"""
    right_spans: tuple[Span, ...] = ()
    """where those words stand in the right document"""


@attrs.frozen
class Alignment:
    """A passage that two documents share, word by word."""

    left: Span
    """the passage in the left document, from its first to its last agreeing word"""
    right: Span
    """the passage in the right document"""
    same: tuple[tuple[Span, Span], ...]
    """the stretches that agree, left and right, in order; between them the words differ"""


@attrs.frozen
class Pair:
    """Two claims of different documents; left is the earlier document."""

    left: str
    """id of the earlier claim"""
    right: str
    """id of the later claim"""
    score: float
    """0-100, the sum of the reasons' points"""
    reasons: tuple[Reason, ...]
    """why, strongest kind first"""
    alignment: Alignment | None = None
    """the shared passage of a match of kind reuse or quotation; it may reach over the claims' edges"""


@attrs.frozen
class Match:
    """One card of the report: a theme, two documents, the best pair of claims first."""

    id: str
    """content-based"""
    kind: str
    """"theme", "reuse" or "quotation" """
    theme: str
    """id of the theme; empty for reuse and quotation"""
    documents: tuple[str, str]
    """ids of the earlier and the later document"""
    pairs: tuple[Pair, ...]
    """best first, at least one"""
    notes: tuple[str, ...] = ()
    """what a reader must know, e.g. a source shared by both sides"""

    @property
    def best(self) -> Pair:
        """The pair that the card shows in full."""
        return self.pairs[0]

    @property
    def score(self) -> float:
        """The score of the best pair."""
        return self.pairs[0].score
