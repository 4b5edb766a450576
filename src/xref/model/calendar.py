"""Calendars: terms of office, votes and dated events, shipped with xref or written by a user."""

from __future__ import annotations

import datetime as dt

import attrs


@attrs.frozen
class Period:
    """One term of office."""

    id: str
    """e.g. "obama-2"; unique in its series"""
    label: str
    """short, for charts"""
    holder: str
    """full name"""
    surname: str
    """for sentences about several holders"""
    first: dt.date
    """first day"""
    last: dt.date | None
    """the successor's first day, or the first day after; None while it lasts"""
    source: str
    """who says so"""
    checked: bool
    """whether the row was checked against its source"""

    def holds(self, day: dt.date) -> bool:
        """Whether `day` falls in this term."""
        return self.first <= day and (self.last is None or day < self.last)


@attrs.frozen
class VoteDay:
    """One vote of a series: an election, a ballot."""

    id: str
    """e.g. "us-2010"; unique in its series"""
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
class Series:
    """A calendar: the terms of one office or body, and the votes that belong to it."""

    id: str
    """e.g. "us" """
    name: str
    """for people, e.g. "US administration" """
    short: str
    """the same in a word or two, for the heads of narrow columns, e.g. "US" """
    periods: tuple[Period, ...] = ()
    """in order of time, without overlap; gaps are unknown"""
    votes: tuple[VoteDay, ...] = ()
    """in order of time"""
    chosen_by: str = "president"
    """kind of the vote whose winner is the next holder"""
    complete: int | None = None
    """year from which on, up to the last vote listed, no vote is missing"""
    names: tuple[str, ...] = ()
    """words by which a text is seen to concern this series, capitals minded; for series that ship"""
    own: bool = False
    """whether the user wrote it"""

    def period(self, name: str) -> Period | None:
        """The term with the id `name`."""
        return next((period for period in self.periods if period.id == name), None)


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
    """"treaty", "shield", "summit", "law", "letter", or a word of the user's"""
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
    own: bool = False
    """whether the user wrote it"""


@attrs.frozen
class Calendars:
    """Every calendar of a run, and which of them are shown; made anew for each run and handed on, never changed."""

    series: tuple[Series, ...] = ()
    """all that are known, shipped ones first"""
    events: tuple[Event, ...] = ()
    """in order of time"""
    show: tuple[str, ...] | None = None
    """ids of the series to show, in the order of columns and bands; None: not said, so the corpus decides"""

    @property
    def shown(self) -> tuple[Series, ...]:
        """The series that are shown, in order; all when nothing is said."""
        if self.show is None:
            return self.series
        by_id = {series.id: series for series in self.series}
        return tuple(by_id[name] for name in self.show if name in by_id)

    def find(self, name: str) -> Series | None:
        """The series with the id `name`."""
        return next((series for series in self.series if series.id == name), None)
