"""How far a day is from the votes before and after it, and who was elected and not yet in office.

A series knows its votes from the first to the last one listed; a day that lies outside has no vote before or after it
here, which means unknown. Whether a year is an election year is said only where no vote is missing (`Series.complete`).
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from xref.model import Calendars, Season, Series, Vote, VoteDay

AHEAD = dt.timedelta(days=730)
"""how long before the first vote listed it is told as the next one: two years, the rhythm of US federal votes. Earlier,
a vote under another rule may have come first"""
WAITING = 200
"""days between a vote and taking office: a term that began later came by death or resignation, not by that vote"""


def find_votes(day: dt.date, calendars: Calendars) -> tuple[Vote, ...]:
    """The next vote on or after `day` of each series shown; a series that does not cover the day says nothing."""
    found = (_coming(series, day) for series in calendars.shown)
    return tuple(vote for vote in found if vote)


def find_seasons(day: dt.date, calendars: Calendars) -> tuple[Season, ...]:
    """Where `day` stands among the votes of each series shown that has votes."""
    return tuple(_season(series, day) for series in calendars.shown if series.votes)


def find_elect(series: Series, day: dt.date) -> tuple[str, ...]:
    """Who was elected before `day`, or on it, and takes office after it; in words, empty when nobody."""
    place = next((n for n, period in enumerate(series.periods) if period.holds(day)), None)
    if place is None or place + 1 == len(series.periods):
        return ()
    now, after = series.periods[place], series.periods[place + 1]
    if after.holder == now.holder or after.first != now.last:
        return ()
    votes = [v for v in series.votes if v.kind == series.chosen_by and v.day <= day]
    if not votes or (after.first - votes[-1].day).days >= WAITING:
        return ()
    since, until = _days(day - votes[-1].day), _days(after.first - day)
    return (f"{after.holder} elected {since} before, in office {until} later",)


def _season(series: Series, day: dt.date) -> Season:
    year = _election_year(series, day)
    return Season(series.id, _past(series, day), _coming(series, day), year, find_elect(series, day))


def _vote(series: Series, vote: VoteDay, day: dt.date) -> Vote:
    return Vote(series.id, vote.id, vote.label, vote.day, (vote.day - day).days)


def _coming(series: Series, day: dt.date) -> Vote | None:
    vote = next((v for v in series.votes if v.day >= day), None)
    return _vote(series, vote, day) if vote and day >= series.votes[0].day - AHEAD else None


def _past(series: Series, day: dt.date) -> Vote | None:
    """The last vote before `day`; None once the next one that is not listed may have come."""
    before = [v for v in series.votes if v.day < day]
    if not before:
        return None
    longest = max((b.day - a.day for a, b in pairwise(series.votes)), default=AHEAD)
    listed = before[-1] is not series.votes[-1] or day - before[-1].day <= longest
    return _vote(series, before[-1], day) if listed else None


def _election_year(series: Series, day: dt.date) -> bool | None:
    if any(vote.day.year == day.year for vote in series.votes):
        return True
    known = series.complete is not None and series.complete <= day.year <= series.votes[-1].day.year
    return False if known else None


def _days(gap: dt.timedelta) -> str:
    return "1 day" if gap.days == 1 else f"{gap.days} days"
