"""Paragraphs, rows and notes of a file into its text of record, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from xref.model import Place, Span


@attrs.frozen
class Paragraph:
    """A paragraph, row of a table or note as a reader of a file found it."""

    text: str
    """its words"""
    part: str = ""
    """part of the file that holds it"""
    first: int = 0
    """its number in that part, from 1; 0 when it has none"""
    last: int = 0
    """number of its last paragraph, when it was put together from several (a table's row)"""


_LONG = 200
"""characters of a cell of several paragraphs from which it holds prose, not data"""


def flow(paragraphs: Iterable[Paragraph]) -> str:
    """The words of several paragraphs in one line."""
    return " ".join(" ".join(each.text for each in paragraphs).split())


def merge(text: str, paragraphs: Sequence[Paragraph]) -> Paragraph:
    """`text`, which was put together from `paragraphs` of one part."""
    numbers = [number for each in paragraphs for number in (each.first, each.last) if number]
    return Paragraph(text, paragraphs[0].part, min(numbers), max(numbers)) if numbers else Paragraph(text)


def join_row(cells: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    """A row of a table as one line, its cells parted by bars; a row that only lays out prose as its paragraphs."""
    filled = [cell for cell in cells if any(each.text.strip() for each in cell)]
    prose = any(len(cell) > 1 and sum(len(each.text) for each in cell) > _LONG for cell in filled)
    if prose or len(cells) == 1:
        return [each for cell in cells for each in cell]
    return [merge(" | ".join(map(flow, cells)), [each for cell in cells for each in cell])] if filled else []


def join_paragraphs(paragraphs: Iterable[Paragraph]) -> tuple[str, tuple[Place, ...]]:
    """The paragraphs that have words, parted by blank lines, and where each one stands; no line end at the end."""
    texts: list[str] = []
    places: list[Place] = []
    at = 0
    for each in paragraphs:
        if not each.text.strip():
            continue
        span = Span(at, at + len(each.text))
        if each.first:
            places.append(Place(span, each.part, paragraphs=(each.first, max(each.first, each.last))))
        texts.append(each.text)
        at = span.end + 2
    return "\n\n".join(texts), tuple(places)
