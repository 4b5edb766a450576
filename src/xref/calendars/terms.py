"""Whose term of office a day falls in.

Terms are half open: the day of change belongs to the successor and is flagged (US terms change on 4 March until 1933
and on 20 January from 1937, 20th Amendment). From the day of the vote until the change, the winner is flagged as
elected. A day in a gap, or outside a series, has no holder: unknown, not "nobody".
"""

from __future__ import annotations

import datetime as dt

from xref.calendars.votes import find_elect
from xref.model import Calendars, Holding, Period


def find_holdings(day: dt.date, calendars: Calendars) -> tuple[Holding, ...]:
    """The term of office on `day` in each series shown that covers it, in their order, with what a reader must know."""
    return tuple(
        Holding(series.id, period.id, period.label, period.holder, (*_change(period, day), *find_elect(series, day)))
        for series in calendars.shown
        for period in series.periods
        if period.holds(day)
    )


def _change(period: Period, day: dt.date) -> tuple[str, ...]:
    return (f"{period.holder} took office on this day",) if period.first == day else ()
