"""Words with the page and the box they were printed in, found again in the text of record.

The text of record differs from the printed words only in white space and in hyphens at line ends. The words are
followed through it in order; at the first that is not there, the rest has no places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from xref.model import Place, Span

Box = tuple[float, float, float, float]
"""left, bottom, right, top"""
_HYPHENS = "-\u00ad\x02\ufffe"
"""a hyphen as printed or put back, and the marks of one"""


@attrs.frozen
class Word:
    """A word, or its part before or after a hyphen at a line end, as printed."""

    text: str
    """as pdfium reads it, without white space and marks of hyphenation"""
    page: int
    """counted from 1"""
    line: int
    """number of its line on the page"""
    box: Box | None
    """in points from the page's lower left corner; None when it is not known"""


def place_words(text: str, words: Iterable[Word]) -> tuple[Place, ...]:
    """A place for each printed line, as far as `words` follow each other in `text`."""
    placed: list[tuple[Word, Span]] = []
    at = 0
    for word in words:
        end = at
        while at < len(text) and (text[at].isspace() or text[at] in _HYPHENS) and not text.startswith(word.text, at):
            at += 1
        if not text.startswith(word.text, at):
            break
        if placed and end < at and not any(char.isspace() for char in text[end:at]):
            # the hyphen at a line end, which was put back, belongs to the word before it
            before, span = placed[-1]
            placed[-1] = before, Span(span.start, at)
        placed.append((word, Span(at, at + len(word.text))))
        at += len(word.text)
    return _lines(text, placed)


def bound(boxes: Sequence[Box]) -> Box:
    """The smallest box around all, to a tenth of a point."""
    left, bottom, right, top = zip(*boxes, strict=True)
    return round(min(left), 1), round(min(bottom), 1), round(max(right), 1), round(max(top), 1)


def _lines(text: str, placed: list[tuple[Word, Span]]) -> tuple[Place, ...]:
    groups: list[list[tuple[Word, Span]]] = []
    for word, span in placed:
        last = groups[-1][-1] if groups else None
        # words that the text of record does not part, or parts by more, are not told apart in one line
        parted = last is not None and text[last[1].end : span.start].isspace()
        if last and parted and (last[0].page, last[0].line) == (word.page, word.line):
            groups[-1].append((word, span))
        else:
            groups.append([(word, span)])
    return tuple(_line(group) for group in groups)


def _line(group: list[tuple[Word, Span]]) -> Place:
    span = Span(group[0][1].start, group[-1][1].end)
    page = group[0][0].page
    boxes = [word.box for word, _ in group if word.box]
    if len(boxes) < len(group):
        return Place(span, pages=(page, page))
    return Place(span, pages=(page, page), box=bound(boxes), edges=tuple((box[0], box[2]) for box in boxes))
