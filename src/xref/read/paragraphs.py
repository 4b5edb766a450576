"""Paragraphs of a file into its text of record, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable

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
