"""The library's own functions in the signatures of the scorers for open data; no logic of its own."""

from __future__ import annotations

import datetime as dt

from xref.match.likeness import name_score as _name_score
from xref.model import DateRange, Span
from xref.segment.dates import find_dates
from xref.segment.sentences import find_sentences


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of `text` as (start, end)."""
    return [(span.start, span.end) for span in find_sentences(text)]


def dates(text: str, dct: str) -> list[tuple[int, int, str]]:
    """The dates in `text` as (start, end, ISO value), against the day `dct` on which it was published."""
    day = dt.date.fromisoformat(dct)
    found = find_dates(text, Span(0, len(text)), DateRange(day, day))
    return [(m.span.start, m.span.end, m.value.iso if m.value else "") for m in found]


def name_score(a: str, b: str) -> float:
    """How alike two names are, 0-100."""
    return _name_score(a, b)
