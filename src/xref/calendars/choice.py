"""Which calendars are shown when the user does not say: the user's own, then shipped ones that the texts speak of.

A calendar that ships is shown when some document of its time names its country, its people, or the holder in office on
that day; a corpus of British letters of 1852 is not measured by American presidents because their terms cover the days.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import attrs

from xref.model import Calendars, Series


def choose_series(calendars: Calendars, texts: Sequence[tuple[dt.date, str]]) -> Calendars:
    """`calendars` with the series to show for documents of these days and words; as they are when the user said it."""
    if calendars.show is not None:
        return calendars
    own = [series.id for series in calendars.series if series.own]
    shipped = [series.id for series in calendars.series if not series.own and _concerns(series, texts)]
    return attrs.evolve(calendars, show=(*own, *shipped))


def _concerns(series: Series, texts: Sequence[tuple[dt.date, str]]) -> bool:
    named = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in series.names)) if series.names else None
    for day, text in texts:
        period = next((period for period in series.periods if period.holds(day)), None)
        if period and ((named and named.search(text)) or re.search(rf"\b{re.escape(period.surname)}\b", text)):
            return True
    return False
