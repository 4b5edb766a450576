"""Terms and votes: every day since 1789, the day of change, successors elected, what lies outside stays unknown."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.calendars import choose_series, find_holdings, find_seasons, find_votes, load_shipped
from xref.model import Calendars, Period, Series, VoteDay

ALL = load_shipped()

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
    assert next(h.period for h in find_holdings(day(when), ALL) if h.series == "us") == period


@given(st.dates(day("1789-04-30"), day("2026-12-31")))
def test_every_day_has_one_term(when: dt.date) -> None:
    """The US terms leave no gap and do not overlap."""
    assert sum(h.series == "us" for h in find_holdings(when, ALL)) == 1


def test_nobody_before() -> None:
    """Before the first term nothing is said."""
    assert find_holdings(day("1789-04-29"), ALL) == ()


def test_change_and_elect_are_flagged() -> None:
    """The day of change and a successor already elected are told; a second term has no successor."""
    assert find_holdings(day("2009-01-20"), ALL)[0].notes == ("Barack Obama took office on this day",)
    assert find_holdings(day("2008-12-01"), ALL)[0].notes == (
        "Barack Obama elected 27 days before, in office 50 days later",
    )
    assert find_holdings(day("2012-12-01"), ALL)[0].notes == ()


def test_presidency_of_russia() -> None:
    """Russia's president in 2010 is Medvedev; a Russian vote is no US vote."""
    held = {h.series: h.holder for h in find_holdings(day("2010-10-18"), ALL)}
    assert held["ru"] == "Dmitry Medvedev"
    assert {v.series: v.days for v in find_votes(day("2010-10-18"), ALL)}["us"] == 15


def test_votes_by_rule() -> None:
    """The shipped US votes follow the rule and are the known ones."""
    us = next(s for s in ALL.series if s.id == "us")
    assert [v.day.isoformat() for v in us.votes if 2000 <= v.day.year <= 2026] == VOTES
    for vote in us.votes:
        assert vote.day.month == 11
        assert vote.day.weekday() == 1
        assert 2 <= vote.day.day <= 8


def test_vote_on_the_day_and_unknown() -> None:
    """On the day itself it is 0 days; before the rule nothing is said."""
    assert next(v.days for v in find_votes(day("2012-11-06"), ALL) if v.series == "us") == 0
    assert find_votes(day("1800-01-01"), ALL) == ()


def test_rows_have_sources() -> None:
    """Every row says who says so, and whether it was checked."""
    periods = [(p.source, p.checked) for series in ALL.series for p in series.periods]
    votes = [(v.source, v.checked) for series in ALL.series for v in series.votes]
    events = [(e.source, e.checked) for e in ALL.events]
    assert all(source and isinstance(checked, bool) for source, checked in [*periods, *votes, *events])
    assert len({e.id for e in ALL.events}) == len(ALL.events)


def season(when: str, series: str = "us") -> tuple[int | None, int | None, bool | None]:
    """Days to the next vote and to the last one, and whether it is an election year."""
    found = next(s for s in find_seasons(day(when), ALL) if s.series == series)
    return (
        found.coming.days if found.coming else None,
        found.past.days if found.past else None,
        found.election_year,
    )


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2010-10-18", (15, -713, True)),
        ("2012-11-06", (0, -735, True)),
        ("2012-11-07", (727, -1, True)),
        ("2009-03-03", (609, -119, False)),
        # years before 1876 had House votes on other days
        ("1850-06-01", (885, -571, None)),
        ("1848-01-01", (311, None, True)),
        # before the present rule
        ("1840-01-01", (None, None, None)),
        # beyond the calendar
        ("2040-01-01", (None, None, None)),
    ],
)
def test_seasons(when: str, expected: tuple[int | None, int | None, bool | None]) -> None:
    """Days to and since a vote, the election year, and unknown where the calendar does not reach."""
    assert season(when) == expected


def test_votes_of_russia_are_apart() -> None:
    """An election year of one country is none of another's."""
    assert season("2011-06-01", "ru")[2] is True
    assert season("2011-06-01")[2] is False


@pytest.mark.parametrize(
    ("when", "series", "expected"),
    [
        ("2012-03-26", "ru", ("Vladimir Putin elected 22 days before, in office 42 days later",)),
        ("2012-03-03", "ru", ()),
        ("2012-05-07", "ru", ()),
        ("2012-12-01", "us", ()),
        # a president who came by a death was never waiting
        ("1963-11-21", "us", ()),
    ],
)
def test_elect(when: str, series: str, expected: tuple[str, ...]) -> None:
    """From the vote to the change the winner is told; not before, not after, not for a second term."""
    assert next(s.elect for s in find_seasons(day(when), ALL) if s.series == series) == expected


def row(name: str, first: str, last: str | None) -> Period:
    return Period(
        name, name.title(), name.title(), name.title(), day(first), day(last) if last else None, "test", False
    )


CLUB = Series(
    "club", "Chairs of the club", "club", (row("abel", "1850-01-01", "1852-05-01"), row("bea", "1853-01-01", None)),
    (VoteDay("v", "Ballot", "chair", day("1852-11-01"), "test", False),), chosen_by="chair", own=True,
)  # fmt: skip


def test_own_series() -> None:
    """A user's series is asked like those that ship; a day in its gap has no holder."""
    calendars = Calendars((*ALL.series, CLUB), show=("club",))
    assert [h.label for h in find_holdings(day("1851-01-01"), calendars)] == ["Abel"]
    assert find_holdings(day("1852-08-01"), calendars) == ()
    assert [v.days for v in find_votes(day("1852-10-31"), calendars)] == [1]
    assert [h.label for h in find_holdings(day("1990-01-01"), calendars)] == ["Bea"]


def test_order_of_show() -> None:
    """Holdings come in the order that `show` gives."""
    calendars = Calendars(ALL.series, show=("ru", "us"))
    assert [h.series for h in find_holdings(day("2010-01-01"), calendars)] == ["ru", "us"]


@pytest.mark.parametrize(
    ("when", "text", "expected"),
    [
        ("2010-01-01", "The harbour was closed.", ()),
        ("2010-01-01", "The American consul came to the harbour.", ("us",)),
        ("2010-01-01", "It was Medvedev who closed the harbour.", ("ru",)),
        ("2010-01-01", "The U.S. and Russia closed the harbour.", ("us", "ru")),
        ("1852-03-01", "My lord, the harbour of Bristol is closed.", ()),
        ("1852-03-01", "Russia and America sent ships.", ("us",)),
        ("1700-03-01", "America sent ships.", ()),
        ("2010-01-01", "Tell us whether the harbour is closed.", ()),
    ],
)
def test_choice(when: str, text: str, expected: tuple[str, ...]) -> None:
    """Without a word of the user, a shipped calendar is shown when a document of its time speaks of its country."""
    assert choose_series(ALL, [(day(when), text)]).show == expected


def test_choice_of_own() -> None:
    """The user's series stands first; what `show` says goes before everything."""
    both = Calendars((*ALL.series, CLUB))
    assert choose_series(both, [(day("2010-01-01"), "Russia closed it.")]).show == ("club", "ru")
    said = Calendars(both.series, show=("us",))
    assert choose_series(said, [(day("2010-01-01"), "Russia closed it.")]).show == ("us",)
