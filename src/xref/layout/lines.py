"""The lines of a text as an editor counts them, with exact spans.

Only LF, CR LF and CR end a line (str.splitlines also breaks at VT, NEL and U+2028, where no editor does).
"""

from __future__ import annotations

import bisect
import re

import attrs

from xref.model import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@attrs.frozen
class Line:
    """One line without its line end and without white space around it."""

    number: int
    """counted from 1"""
    span: Span
    """the trimmed line"""
    text: str
    """its words, trimmed"""
    words: int
    """how many words it has"""


def split_lines(text: str) -> list[Line]:
    """Every line of `text`, empty ones too."""
    found: list[Line] = []
    at = 0
    while at < len(text):
        match = _LINE.match(text, at)
        assert match is not None
        raw = match.group().rstrip("\r\n")
        body = raw.strip()
        start = at + raw.index(body) if body else at
        found.append(Line(len(found) + 1, Span(start, start + len(body)), body, len(_WORD.findall(body))))
        at = match.end()
    return found


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of character `offset`."""
    ends = [m.end() for m in re.finditer(r"\r\n|\r|\n", text[: offset + 1]) if m.end() <= offset]
    line = bisect.bisect_right(ends, offset)
    return line + 1, offset - (ends[-1] if ends else 0) + 1
