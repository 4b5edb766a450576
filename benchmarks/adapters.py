"""The library's own functions in the signatures of the scorers for open data; no logic of its own."""

from __future__ import annotations

import datetime as dt

from xref.match.likeness import name_score as _name_score
from xref.model import DateRange
from xref.segment.dates import find_dates
from xref.segment.sentences import find_sentences


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of `text` as (start, end)."""
    return [(span.start, span.end) for span in find_sentences(text)]


def dates(text: str, dct: str) -> list[tuple[int, int, str]]:
    """The dates in `text` as (start, end, TIMEX3 value), sentence by sentence, against the day `dct`."""
    day = dt.date.fromisoformat(dct)
    published = DateRange(day, day)
    found = [m for sentence in find_sentences(text) for m in find_dates(text, sentence, published)]
    return [(m.span.start, m.span.end, timex(m.value) if m.value else "") for m in found]


def timex(value: DateRange) -> str:
    """A range of days in the notation of TIMEX3: weeks, weekends, quarters and decades have signs of their own."""
    first, days = value.earliest, (value.latest - value.earliest).days + 1
    year, week, weekday = first.isocalendar()
    if days == 7 and weekday == 1:
        return f"{year}-W{week:02d}"
    if days == 2 and weekday == 6:
        return f"{year}-W{week:02d}-WE"
    if days in (90, 91, 92) and first.day == 1 and first.month in (1, 4, 7, 10):
        return f"{first.year}-Q{first.month // 3 + 1}"
    if (first.month, first.day, value.latest.year - first.year) == (1, 1, 9) and days > 3650:
        return str(first.year // 10)
    return value.iso


def name_score(a: str, b: str) -> float:
    """How alike two names are, 0-100."""
    return _name_score(a, b)
