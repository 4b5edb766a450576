"""Printed dates: every form, what is impossible or ambiguous, spans that re-read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.days import find_days


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It opened on May 15, 2013, in rain.", "2013-05-15"),
        ("Mar. 26, 2012 - 12:44PM", "2012-03-26"),
        ("Tuesday, March 03, 2009", "2009-03-03"),
        ("dated 4 July 1850", "1850-07-04"),
        ("the 15th of May, 1877", "1877-05-15"),
        ("2013-05-15T10:00:00Z", "2013-05-15"),
        ("2013/05/15", "2013-05-15"),
        ("05/25/2013", "2013-05-25"),
        ("25/05/2013", "2013-05-25"),
        ("15.05.2013", "2013-05-15"),
        ("in May 2013 it", "2013-05"),
        ("SEPTEMBER 3, 1939", "1939-09-03"),
    ],
)
def test_full(text: str, iso: str) -> None:
    """Each form means these days."""
    (found,) = find_days(text)
    assert found.value is not None
    assert found.value.iso == iso
    assert found.span.of(text) == found.words


def test_without_year() -> None:
    """A day without a year has no value of its own, but its month and day."""
    (found,) = find_days("They met on Oct. 9 in rain.")
    assert (found.value, found.month, found.day, found.precision) == (None, 10, 9, "day-without-year")


@pytest.mark.parametrize("text", ["03/04/2009", "February 30, 2012", "31.06.2010"])
def test_doubtful(text: str) -> None:
    """What can be two days, or none, has no value and says why."""
    (found,) = find_days(text)
    assert found.value is None
    assert found.doubt


def test_weekday_that_disagrees() -> None:
    """The date is kept, and the clash is told."""
    (found,) = find_days("Monday, March 03, 2009")
    assert found.value is not None
    assert "Tuesday" in found.doubt


@pytest.mark.parametrize(
    "text", ["They may 15 times march 20 miles.", "1100 GMT", "2201 C Street", "version 2.10.2013.4"]
)
def test_no_date(text: str) -> None:
    """Verbs, hours, streets and versions are no dates."""
    assert [d.value for d in find_days(text) if d.value] == []


@given(st.text(alphabet=st.sampled_from(list("0123456789/.-, MayOctof h\n\u0661")), max_size=120))
def test_any_text(text: str) -> None:
    """No text raises, and every span re-reads its words."""
    for found in find_days(text):
        assert found.span.of(text) == found.words
