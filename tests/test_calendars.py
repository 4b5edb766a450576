"""Terms and votes: every day since 1789, the day of change, successors elected, what lies outside stays unknown."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.calendars import find_holdings, find_votes, load_events, load_periods, load_votes

VOTES = (
    "2000-11-07 2002-11-05 2004-11-02 2006-11-07 2008-11-04 2010-11-02 2012-11-06 2014-11-04 2016-11-08 2018-11-06 "
    "2020-11-03 2022-11-08 2024-11-05 2026-11-03"
).split()


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("when", "period"),
    [
        ("1790-01-08", "washington-1"),
        ("1841-03-31", "whharrison-1"),
        ("1841-04-04", "tyler-1"),
        ("1885-03-04", "cleveland-1"),
        ("1893-03-04", "cleveland-2"),
        ("1933-03-03", "hoover-1"),
        ("1937-01-20", "fdroosevelt-2"),
        ("1963-11-22", "lbjohnson-1"),
        ("1974-08-09", "ford-1"),
        ("2005-01-20", "gwbush-2"),
        ("2017-01-19", "obama-2"),
        ("2021-01-19", "trump-1"),
        ("2025-01-20", "trump-2"),
    ],
)
def test_term(when: str, period: str) -> None:
    """Each day has its term; the day of change is the successor's."""
    assert next(h.period for h in find_holdings(day(when)) if h.series == "us") == period


@given(st.dates(day("1789-04-30"), day("2026-12-31")))
def test_every_day_has_one_term(when: dt.date) -> None:
    """The US terms leave no gap and do not overlap."""
    assert sum(h.series == "us" for h in find_holdings(when)) == 1


def test_nobody_before() -> None:
    """Before the first term nothing is said."""
    assert find_holdings(day("1789-04-29")) == ()


def test_change_and_elect_are_flagged() -> None:
    """The day of change and a successor already elected are told; a second term has no successor."""
    assert find_holdings(day("2009-01-20"))[0].notes == ("Barack Obama took office on this day",)
    assert find_holdings(day("2008-12-01"))[0].notes == (
        "Barack Obama elected 27 days before, in office 50 days later",
    )
    assert find_holdings(day("2012-12-01"))[0].notes == ()


def test_presidency_of_russia() -> None:
    """Russia's president in 2010 is Medvedev; a Russian vote is no US vote."""
    held = {h.series: h.holder for h in find_holdings(day("2010-10-18"))}
    assert held["ru"] == "Dmitry Medvedev"
    assert {v.series: v.days for v in find_votes(day("2010-10-18"))}["us"] == 15


def test_votes_by_rule() -> None:
    """The shipped US votes follow the rule and are the known ones."""
    us = next(s for s in load_votes() if s.id == "us")
    assert [v.day.isoformat() for v in us.votes if 2000 <= v.day.year <= 2026] == VOTES
    for vote in us.votes:
        assert vote.day.month == 11
        assert vote.day.weekday() == 1
        assert 2 <= vote.day.day <= 8


def test_vote_on_the_day_and_unknown() -> None:
    """On the day itself it is 0 days; before the rule nothing is said."""
    assert next(v.days for v in find_votes(day("2012-11-06")) if v.series == "us") == 0
    assert find_votes(day("1800-01-01")) == ()


def test_rows_have_sources() -> None:
    """Every row says who says so, and whether it was checked."""
    periods = [(p.source, p.checked) for series in load_periods() for p in series.periods]
    votes = [(v.source, v.checked) for series in load_votes() for v in series.votes]
    events = [(e.source, e.checked) for e in load_events()]
    assert all(source and isinstance(checked, bool) for source, checked in [*periods, *votes, *events])
    assert len({e.id for e in load_events()}) == len(load_events())
