"""Quoted stretches, marks included.

Curly, straight and typewriter marks (`` ... ''), one closing the other (“ ... "), a quotation that opens in one
paragraph and closes in a later one, and British single marks round three words or more. An apostrophe is no quotation
mark: a single mark opens only after a space or bracket and closes only before one. A mark that never closes quotes up
to the end of its paragraph.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from xref.model import Span

_MARK = re.compile(r"[“„«”»\"\n]|``|''")
_OPEN = ("“", "„", "«", "``")
_CLOSE = ("”", "»", "''")
_SINGLE_OPENS = re.compile(r"(?<![^\s(\[“\"—–-])[‘'](?=\S)")
_SINGLE_ENDS = re.compile(r"[‘\n]|[’'](?!\w)")
_SINGLE_CLOSES = re.compile(r"[’'](?=[\s,.;:!?)\]”\"—–-]|$)")


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
    ends = [quoted.end for quoted in found]
    for single in list(_find_single(text, span)):
        # three words: shorter ones are terms ('space'), not speech
        if len(single.of(text).split(None, 2)) < 3:
            continue
        later = bisect.bisect_right(ends, single.start)
        if later == len(ends) or not found[later].meets(single):
            found.append(single)
    return sorted(found)


def _find_single(text: str, span: Span) -> Iterator[Span]:
    """What stands between single marks; each place is looked at once, however many apostrophes there are."""
    ends = [match.start() for match in _SINGLE_ENDS.finditer(text, span.start, span.end)]
    done = span.start
    for match in _SINGLE_OPENS.finditer(text, span.start, span.end):
        if match.start() < done:
            continue
        at = bisect.bisect_right(ends, match.start())
        # a mark right behind the first one leaves nothing between them
        if at < len(ends) and ends[at] > match.end() and _SINGLE_CLOSES.match(text, ends[at], span.end):
            done = ends[at] + 1
            yield Span(match.start(), done)


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
