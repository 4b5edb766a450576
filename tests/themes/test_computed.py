"""Computed facets: each condition holds only where it is known to, and says by which fact."""

from __future__ import annotations

import datetime as dt

import pytest

from xref.calendars import find_holdings, load_shipped
from xref.model import (
    Actor,
    Calendars,
    Claim,
    Codebook,
    Condition,
    DateCandidate,
    DateMention,
    DateRange,
    Document,
    Facet,
    NameMention,
    Span,
    Speaker,
    Theme,
)
from xref.themes import find_hits, make_context

SHIPPED = load_shipped()
TEXT = "Ann Lee sold the ferry in 1996."
VOTE = "the 2012 president vote of 2012-11-06"
FIRST, LAST = dt.date(2012, 10, 1), dt.date(2012, 10, 31)


def _said(
    *conditions: Condition,
    published: DateRange | None = None,
    speaker: Speaker | None = None,
    calendars: Calendars = SHIPPED,
) -> list[str]:
    """What the evidence says for a claim with these facts; empty when a condition does not hold."""
    claim = Claim(
        "c", "d", Span(0, len(TEXT)), TEXT, 0, speaker=speaker,
        dates=(DateMention(Span(23, 30), DateRange(dt.date(1996, 1, 1), dt.date(1996, 12, 31)), "printed year"),),
        names=(NameMention(Span(0, 7), "person"),),
    )  # fmt: skip
    date = DateCandidate(published, "date-line", "", 90) if published else None
    document = Document("d", "d.txt", TEXT, "0" * 64, "utf-8", published=date)
    actor = Actor("a", "Anna Lee", "person", ("Ann Lee",), (), "found")
    theme = Theme("t", "T", facets=(Facet("sale", ("sold",)), Facet("when", when=conditions)))
    hits = find_hits([claim], Codebook((theme,)), context=make_context([document], [actor], calendars))
    return [e.phrase for hit in hits for e in hit.evidence if e.how == "computed"]


def _day(said: str) -> DateRange:
    return DateRange(dt.date.fromisoformat(said), dt.date.fromisoformat(said))


@pytest.mark.parametrize(
    ("condition", "published", "said"),
    [
        # the vote of 6 November 2012
        (Condition("days_before_vote", 36), DateRange(FIRST, LAST), f"36 days before {VOTE}"),
        (Condition("days_before_vote", 35), DateRange(FIRST, LAST), ""),
        (Condition("days_before_vote", 1), _day("2012-11-06"), f"0 days before {VOTE}"),
        (Condition("days_before_vote", 60), _day("2012-11-07"), ""),
        (Condition("days_before_vote", 60), None, ""),
        (Condition("days_after_vote", 1), _day("2012-11-07"), f"1 day after {VOTE}"),
        (Condition("days_after_vote", 1), _day("2012-11-06"), ""),
        (Condition("days_after_vote", 7), DateRange(dt.date(2012, 11, 1), dt.date(2012, 11, 30)), ""),
        (Condition("election_year", value=True), _day("2012-02-01"), "2012 is an election year"),
        (Condition("election_year", value=True), _day("2013-02-01"), ""),
        (Condition("election_year", value=False), _day("2013-02-01"), "2013 is no election year"),
        # days of two years, of which one is: nobody knows
        (Condition("election_year", value=True), DateRange(LAST, dt.date(2013, 1, 2)), ""),
        (Condition("election_year", value=False), DateRange(LAST, dt.date(2013, 1, 2)), ""),
        # before the first vote of the calendar and after its last, nothing is known
        (Condition("election_year", value=False), _day("1700-02-01"), ""),
        (Condition("before", "2010-04-08"), _day("2010-04-07"), "before 2010-04-08"),
        (Condition("before", "2010-04-08"), _day("2010-04-08"), ""),
        (Condition("after", "2010-04-08"), _day("2010-04-09"), "after 2010-04-08"),
        (Condition("after", "2010-04-08"), DateRange(dt.date(2010, 4, 1), dt.date(2010, 4, 30)), ""),
        (Condition("before", "2010-04-08"), None, ""),
    ],
)
def test_days_of_publication(condition: Condition, published: DateRange | None, said: str) -> None:
    """All days that the date can mean must fulfil the condition; of an undated document none is known to."""
    shown = f"day of publication {published.iso}: {said}" if said and published else ""
    assert _said(condition, published=published) == [shown] * bool(said)


def test_dates_spoken_of_are_asked_with_on_claim() -> None:
    """The sentence speaks of 1996, an election year, whenever it was printed."""
    asked = Condition("election_year", value=True, on="claim")
    assert _said(asked, published=_day("2013-05-01")) == ["date spoken of 1996: 1996 is an election year"]
    assert _said(Condition("before", "1996-06-01", on="claim")) == []


def test_events_of_the_calendar_have_names() -> None:
    """The id of an event stands for its day, and the evidence prints both."""
    event = SHIPPED.events[0]
    before = event.day - dt.timedelta(days=1)
    (said,) = _said(Condition("before", event.id), published=DateRange(before, before))
    assert said.endswith(f"before {event.label}, {event.day.isoformat()}")
    assert not _said(Condition("after", event.id), published=DateRange(event.day, event.day))


def test_a_period_must_hold_all_days() -> None:
    """On the day that an office changes hands both hold it; a month in which it does is in no single period."""
    day = dt.date(2012, 3, 26)
    holding = find_holdings(day, SHIPPED)[0]
    asked = Condition("period", holding.period)
    assert _said(asked, published=DateRange(day, day)) == [f"day of publication 2012-03-26: {holding.label}"]
    assert not _said(asked, published=DateRange(dt.date(2009, 1, 1), dt.date(2009, 1, 31)))
    assert not _said(asked, published=_day("2001-01-01"))


@pytest.mark.parametrize(
    ("asked", "name", "kind", "said"),
    [
        ("anonymous", "officials", "anonymous", "speaker: officials"),
        ("anonymous", "Ann Lee", "person", ""),
        ("named", "Ann Lee", "person", "speaker: Ann Lee"),
        ("named", "officials", "anonymous", ""),
        ("Lee", "Ann Lee", "person", "speaker: Ann Lee"),
        ("ann lee", "Ann Lee", "person", "speaker: Ann Lee"),
        ("Ann", "Ann Lee", "person", ""),
        ("outlet", "Ann Lee", "person", ""),
        ("outlet", "", "", "the outlet's own voice"),
        ("named", "", "", ""),
        ("anonymous", "", "", ""),
    ],
)
def test_speakers(asked: str, name: str, kind: str, said: str) -> None:
    """By kind, by the whole name or by the surname."""
    speaker = Speaker(name, kind, "says", "d", Span(0, 7)) if name else None
    assert _said(Condition("speaker", asked), speaker=speaker) == [said] * bool(said)


def test_actors_are_known_by_every_spelling_of_theirs() -> None:
    """The claim prints "Ann Lee", which the corpus knows as a spelling of Anna Lee."""
    assert _said(Condition("actor", "Anna Lee")) == ["names Anna Lee"]
    assert _said(Condition("actor", "ann lee")) == ["names ann lee"]
    assert not _said(Condition("actor", "Bo Tran"))


def test_all_conditions_of_a_facet_must_hold() -> None:
    """One evidence for each; none when one does not hold."""
    both = (Condition("election_year", value=True), Condition("actor", "Ann Lee"))
    assert len(_said(*both, published=_day("2012-02-01"))) == 2
    assert not _said(*both, published=_day("2013-02-01"))


def test_without_a_calendar_nothing_is_known_of_votes() -> None:
    """No vote is made up."""
    for key, value in (("days_before_vote", 2000), ("days_after_vote", 2000), ("election_year", False)):
        assert not _said(Condition(key, value), published=_day("2012-02-01"), calendars=Calendars())
