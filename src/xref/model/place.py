"""Where a stretch of the text of record stands in the file that it was extracted from."""

from __future__ import annotations

import attrs

from xref.model.span import Span


@attrs.frozen
class Place:
    """A stretch of the text of record and where the file has it; what is not exact is left out, never guessed."""

    span: Span
    """the stretch of the text of record"""
    part: str = ""
    """part of the file, e.g. "word/document.xml"; empty where the file is one piece"""
    source: Span | None = None
    """characters of the decoded source (html)"""
    paragraphs: tuple[int, int] | None = None
    """first and last paragraph of the part, counted from 1 (docx: its w:p elements; odt, epub: those of the part)"""
    pages: tuple[int, int] | None = None
    """first and last page, counted from 1 (pdf)"""
    box: tuple[float, float, float, float] | None = None
    """left, bottom, right and top on the page in points, from its lower left corner; None over two pages"""
    edges: tuple[tuple[float, float], ...] = ()
    """left and right edge of each word of `span`, where `span` is one printed line"""
