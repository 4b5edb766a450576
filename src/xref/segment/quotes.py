"""Quoted stretches, marks included.

Curly, straight and typewriter marks (`` ... ''), one closing the other (“ ... "), a quotation that opens in one
paragraph and closes in a later one, and British single marks round three words or more. An apostrophe is no quotation
mark: a single mark opens only after a space or bracket and closes only before one. A mark that never closes quotes up
to the end of its paragraph.
"""

from __future__ import annotations

import re

from xref.model import Span

_MARK = re.compile(r"[“„«”»\"\n]|``|''")
_OPEN = ("“", "„", "«", "``")
_CLOSE = ("”", "»", "''")
_SINGLE = re.compile(r"(?<![^\s(\[“\"—–-])[‘'](?=\S)(?:[^‘’'\n]|[’'](?=\w))+[’'](?=[\s,.;:!?)\]”\"—–-]|$)")


def find_quotations(text: str, span: Span) -> list[Span]:
    """The quoted stretches inside `span`, in order, not overlapping, marks included."""
    found: list[Span] = []
    start: int | None = None
    for mark in _MARK.finditer(text, span.start, span.end):
        at, said = mark.start(), mark.group()
        if start is None:
            if said in _OPEN or (said == '"' and _opens(text, at, span)):
                start = at
        elif said in _CLOSE or said == '"':
            found.append(Span(start, mark.end()))
            start = None
        elif said == "\n" and _blank_follows(text, at, span):
            # an unclosed quotation ends with its paragraph; the next paragraph opens it anew, as print does
            found.append(Span(start, at))
            start = None
    if start is not None:
        end = span.end
        while end > start and text[end - 1].isspace():
            end -= 1
        found.append(Span(start, end))
    for match in _SINGLE.finditer(text, span.start, span.end):
        inside = Span(match.start(), match.end())
        # three words: shorter ones are terms ('space'), not speech
        if len(match.group().split()) >= 3 and not any(quoted.meets(inside) for quoted in found):
            found.append(inside)
    return sorted(found)


def _opens(text: str, at: int, span: Span) -> bool:
    """Whether the straight mark at `at` opens a quotation."""
    before = text[at - 1] if at > span.start else " "
    after = text[at + 1] if at + 1 < span.end else " "
    return (before.isspace() or before in "([—–-*_>") and not after.isspace()


def _blank_follows(text: str, at: int, span: Span) -> bool:
    rest = text[at + 1 : min(at + 80, span.end)]
    stripped = rest.lstrip(" \t\r")
    return stripped.startswith("\n")


def share_quoted(span: Span, quotations: list[Span]) -> float:
    """How much of `span` is quoted, 0 to 1."""
    inside = sum(max(0, min(q.end, span.end) - max(q.start, span.start)) for q in quotations)
    return inside / (span.end - span.start) if span.end > span.start else 0.0
