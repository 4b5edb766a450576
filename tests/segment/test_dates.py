"""Dates in claims, resolved against the document's date and never against today's."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reader import read_cases

from xref.model import DateRange, Span
from xref.segment.dates import find_dates

CASES = read_cases("dates")


@pytest.mark.parametrize(("title", "given_text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_cases(title: str, given_text: str, expected: str) -> None:
    """Each sentence speaks of exactly these dates."""
    published, sentence = given_text.split("\n", 1)
    day = None if published == "unknown" else dt.date.fromisoformat(published)
    found = find_dates(sentence, Span(0, len(sentence)), DateRange(day, day) if day else None)
    lines = [
        f"{m.span.of(sentence)} -> {m.value.iso if m.value else 'unknown'}{' about' if m.approximate else ''}"
        for m in found
    ]
    assert "\n".join(lines) == expected, title
    assert all(m.rule for m in found)


@given(
    st.text(alphabet=st.sampled_from(list("0123456789 MayOctlastweekgoin,.\n\u0661")), max_size=150),
    st.dates(dt.date(1700, 1, 1), dt.date(2100, 1, 1)),
)
def test_any_text(text: str, day: dt.date) -> None:
    """No text raises; mentions are inside the text, in order and apart."""
    found = find_dates(text, Span(0, len(text)), DateRange(day, day))
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    assert all(m.span.end <= len(text) for m in found)
