"""Old and foreign letters that a pattern without case takes for others: long s, dotless i, the sign of Kelvin."""

from __future__ import annotations

import datetime as dt

import pytest

from xref.model import DateRange, Span
from xref.segment.dates import find_dates

DAY = DateRange(dt.date(1799, 5, 3), dt.date(1799, 5, 3))
SAID = """last week|this week|next Tuesday|three weeks since|six months ago|yesterday|last night|on Tuesday last|
last Christmas|this spring|in the first half of 1798|early this year|the sixth instant|in October last|next month|
two weeks before May 1, 1799|1st of August|in the summer of 1798|the past six months|Sunday, April 28|last weekend|
the second week of April|since last winter|a fortnight since|in the late 1790s|the turn of the century"""
LETTERS = {"s": "ſ", "i": "ı", "k": "\u212a"}


@pytest.mark.parametrize("said", [part.strip() for part in SAID.replace("\n", "").split("|")])
@pytest.mark.parametrize("letter", LETTERS)
def test_read_as_the_letter_they_stand_for(said: str, letter: str) -> None:
    """The same dates are found, if any, and nothing breaks."""

    def dates(text: str) -> list[tuple[Span, DateRange | None]]:
        return [(m.span, m.value) for m in find_dates(text, Span(0, len(text)), DAY)]

    plain = f"The ship came {said} to the harbour."
    odd = plain.replace(letter, LETTERS[letter])
    assert len(odd) == len(plain)
    found = dates(odd)
    assert {value for _, value in found} <= {value for _, value in dates(plain)} | {None}
