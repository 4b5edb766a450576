"""Claims that answer one question differently, side by side; which of them holds is not said."""

from __future__ import annotations

from xref.model import Contradiction, Position
from xref.report.highlight import Marked, cut
from xref.report.index import DISPUTES, Index, theme_anchor, words_of_gap
from xref.report.records import DisputeView, SideView
from xref.report.sidebyside import build_side
from xref.show import show

_KINDS = {"polarity": "said, and said not to be", "antonym": "opposite words", "report": "denied, and confirmed",
          "need": "needed, and not needed"}  # fmt: skip


def build_disputes(index: Index) -> tuple[DisputeView, ...]:
    """The first contradictions of the result, in its order."""
    return tuple(_dispute(index, found) for found in index.result.contradictions[:DISPUTES])


def _dispute(index: Index, found: Contradiction) -> DisputeView:
    kind = _KINDS.get(found.kind, found.kind)
    apart = "distance in time unknown" if found.days is None else f"{words_of_gap(found.days)} apart"
    return DisputeView(
        id=found.id,
        theme=show(index.themes[found.theme].label),
        theme_href="#" + theme_anchor(found.theme),
        relation=f"{kind[:1].upper()}{kind[1:]} · {apart}",
        stances=(show(found.left.stance), show(found.right.stance)),
        rules=(show(found.left.rule), show(found.right.rule)),
        shared=show(", ".join(found.shared)),
        left=_side(index, found.left),
        right=_side(index, found.right),
    )


def _side(index: Index, position: Position) -> SideView:
    claim = index.claims[position.claim]
    marks = [
        *(Marked(span, "f2", "decides: ") for span in position.spans),
        *(Marked(span, "w", "shared word: ") for span in position.matter),
    ]
    return build_side(index, claim, cut(index.documents[claim.document], claim.span, marks))
