"""A document's layout as blocks: running text, and furniture that never becomes a claim.

The roles come from xref/layout (which line is a byline, a footnote, a signature); here they become spans that cover
every line with words, so that a reader can see what was set aside and why.
"""

from __future__ import annotations

from xref.layout import Layout
from xref.model import Block, Document, Span


def find_blocks(document: Document, layout: Layout) -> list[Block]:
    """The blocks of `document`, in reading order; every character that is not white space lies in exactly one."""
    text = document.text
    found: list[Block] = []
    for part in layout.parts:
        span = part.unit.span
        if part.label is not None and part.kind != "speaker":
            found.append(Block(document.id, part.label, "speaker", "the label of a transcript's turn"))
            start = part.label.end
            while start < span.end and text[start].isspace():
                start += 1
            span = Span(start, span.end)
        found.append(Block(document.id, span, part.kind, part.rule))
    return found
