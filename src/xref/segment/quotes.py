"""Quoted stretches, marks included.

Curly and straight marks, one closing the other (“ ... "), a quotation that opens in one paragraph and closes in a later
one, and British single marks round three words or more. An apostrophe is no quotation mark: a single mark opens only
after a space or bracket and closes only before one. A mark that never closes quotes up to the end of its paragraph.
"""

from __future__ import annotations

import re

from xref.model import Span

_OPEN = "“„«"
_CLOSE = "”»"
_SINGLE = re.compile(r"(?<![^\s(\[“\"—–-])[‘'](?=\S)(?:[^‘’'\n]|[’'](?=\w))+[’'](?=[\s,.;:!?)\]”\"—–-]|$)")


def find_quotations(text: str, span: Span) -> list[Span]:
    """The quoted stretches inside `span`, in order, not overlapping, marks included."""
    found: list[Span] = []
    start: int | None = None
    for at in range(span.start, span.end):
        char = text[at]
        if char in _OPEN or (char == '"' and start is None and _opens(text, at, span)):
            if start is None:
                start = at
        elif start is not None and (char in _CLOSE or (char == '"' and not _opens(text, at, span, closing=True))):
            found.append(Span(start, at + 1))
            start = None
        elif start is not None and char == "\n" and _blank_follows(text, at, span):
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


def _opens(text: str, at: int, span: Span, *, closing: bool = False) -> bool:
    """Whether the straight mark at `at` opens a quotation; inside one it never does."""
    before = text[at - 1] if at > span.start else " "
    after = text[at + 1] if at + 1 < span.end else " "
    opening = (before.isspace() or before in "([—–-*_>") and not after.isspace()
    return opening and not closing


def _blank_follows(text: str, at: int, span: Span) -> bool:
    rest = text[at + 1 : min(at + 80, span.end)]
    stripped = rest.lstrip(" \t\r")
    return stripped.startswith("\n")


def share_quoted(span: Span, quotations: list[Span]) -> float:
    """How much of `span` is quoted, 0 to 1."""
    inside = sum(max(0, min(q.end, span.end) - max(q.start, span.start)) for q in quotations)
    return inside / (span.end - span.start) if span.end > span.start else 0.0
