"""Whose term a day falls in, and how far the next vote is: shipped data, never guessed.

Terms change on 4 March until 1933 and on 20 January from 1937 (20th Amendment); the day of change belongs to the
successor and is flagged. From the day of a presidential vote until the change, the winner is flagged as elected.
Data and sources: xref/data/periods-*.toml, votes-*.toml, events.toml.
"""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

import attrs

from xref.model import Holding, Vote


@attrs.frozen
class Period:
    """One term of office."""

    id: str
    """e.g. "obama-2" """
    label: str
    """short, for charts"""
    holder: str
    """full name"""
    surname: str
    """for comparisons of holders"""
    first: dt.date
    """first day"""
    last: dt.date | None
    """the successor's first day; None while it lasts"""
    source: str
    """who says so"""
    checked: bool
    """whether the row was checked against its source"""

    def holds(self, day: dt.date) -> bool:
        """Whether `day` falls in this term."""
        return self.first <= day and (self.last is None or day < self.last)


@attrs.frozen
class Series:
    """A calendar of terms, e.g. US administrations."""

    id: str
    """e.g. "us" """
    name: str
    """for people"""
    periods: tuple[Period, ...]
    """in order of time"""


@attrs.frozen
class VoteDay:
    """One nationwide vote."""

    id: str
    """e.g. "us-2010" """
    label: str
    """e.g. "2010 midterms" """
    kind: str
    """"president", "midterms", "duma", ..."""
    day: dt.date
    """its day; the last one of several"""
    source: str
    """who says so"""
    checked: bool
    """whether the row was checked against its source"""


@attrs.frozen
class VoteSeries:
    """A calendar of votes."""

    id: str
    """e.g. "us" """
    name: str
    """for people"""
    votes: tuple[VoteDay, ...]
    """in order of time"""


@attrs.frozen
class Event:
    """A dated event that a time line shows."""

    id: str
    """slug"""
    label: str
    """short, for charts"""
    text: str
    """one sentence"""
    kind: str
    """"treaty", "shield", "summit", "law", "letter" """
    treaty: str
    """the treaty it belongs to, or empty"""
    day: dt.date
    """first day"""
    last: dt.date | None
    """last day of an event of several days"""
    source: str
    """who says so"""
    checked: bool
    """whether the row was checked against its source"""


def _load(name: str) -> Mapping[str, Any]:
    return tomllib.loads(resources.files("xref.data").joinpath(name).read_text(encoding="utf-8"))


@functools.cache
def load_periods() -> tuple[Series, ...]:
    """The shipped calendars of terms: US administrations since 1789, the Russian presidency."""
    found = []
    for name in ("periods-us.toml", "periods-ru.toml"):
        data = _load(name)
        rows = (
            Period(r["id"], r["label"], r["holder"], r["surname"], r["from"], r.get("to"), r["source"], r["checked"])
            for r in data["period"]
        )
        found.append(Series(data["series"]["id"], data["series"]["name"], tuple(sorted(rows, key=lambda p: p.first))))
    return tuple(found)


@functools.cache
def load_votes() -> tuple[VoteSeries, ...]:
    """The shipped calendars of votes: US federal ones under the present rule, Russian ones since 2000."""
    found = []
    for name in ("votes-us.toml", "votes-ru.toml"):
        data = _load(name)
        rows = (
            VoteDay(r["id"], r["label"], r["kind"], r.get("last", r["date"]), r["source"], r["checked"])
            for r in data["vote"]
        )
        found.append(VoteSeries(data["series"]["id"], data["series"]["name"], tuple(sorted(rows, key=lambda v: v.day))))
    return tuple(found)


@functools.cache
def load_events() -> tuple[Event, ...]:
    """The shipped treaty dates and other landmarks, in order of time."""
    rows = (
        Event(
            r["id"], r["label"], r["text"], r["kind"], r.get("treaty", ""), r["date"], r.get("last"),
            r["source"], r["checked"],
        )
        for r in _load("events.toml")["event"]
    )  # fmt: skip
    return tuple(sorted(rows, key=lambda e: (e.day, e.id)))


def find_holdings(day: dt.date) -> tuple[Holding, ...]:
    """The term of office on `day` in each calendar that covers it, with what a reader must know."""
    return tuple(
        Holding(series.id, period.id, period.label, period.holder, _notes(series, place, day))
        for series in load_periods()
        for place, period in enumerate(series.periods)
        if period.holds(day)
    )


def _notes(series: Series, place: int, day: dt.date) -> tuple[str, ...]:
    """Change of office on the very day, and a successor already elected."""
    period = series.periods[place]
    notes = []
    if period.first == day:
        notes.append(f"{period.holder} took office on this day")
    after = series.periods[place + 1] if place + 1 < len(series.periods) else None
    if after is None or after.surname == period.surname:
        return tuple(notes)
    for votes in load_votes():
        for vote in votes.votes:
            chosen = votes.id == series.id and vote.kind == "president" and vote.day <= day < after.first
            # 200 days: a term that ended early by death or resignation has no winner waiting
            if chosen and (after.first - vote.day).days < 200:
                since, until = _days(day - vote.day), _days(after.first - day)
                notes.append(f"{after.holder} elected {since} before, in office {until} later")
    return tuple(notes)


def _days(gap: dt.timedelta) -> str:
    return "1 day" if gap.days == 1 else f"{gap.days} days"


def find_votes(day: dt.date) -> tuple[Vote, ...]:
    """The next vote of each calendar on or after `day`; a calendar that does not cover the day says nothing."""
    found = []
    for series in load_votes():
        first = series.votes[0].day
        # four years: before the calendar's first vote an earlier one under another rule may have come first
        coming = next((v for v in series.votes if v.day >= day), None)
        if coming is not None and (coming.day - day).days <= 4 * 366 and day >= first - dt.timedelta(days=730):
            found.append(Vote(series.id, coming.id, coming.label, coming.day, (coming.day - day).days))
    return tuple(found)
