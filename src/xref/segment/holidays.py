"""Feast days that are dates: "before Christmas", "on New Year's Day", "by Thanksgiving", "until Easter".

Fixed days by the Gregorian calendar; Thanksgiving, Memorial Day and Labor Day by 5 U.S.C. 6103; Easter by the anonymous
Gregorian computus (Meeus, Astronomical Algorithms, 1991). The year is the nearest to publication, as the words look.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from xref.fold import lower
from xref.model import DateRange, Span
from xref.segment.relative import UNKNOWN, Answer, Context, looks_ahead

_FIXED = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "new year's": (1, 1), "valentine's day": (2, 14),
    "may day": (5, 1), "victory day": (5, 9), "independence day": (7, 4), "fourth of july": (7, 4),
    "july fourth": (7, 4), "bastille day": (7, 14), "halloween": (10, 31), "veterans day": (11, 11),
    "armistice day": (11, 11),
}  # fmt: skip
_NTH = {"thanksgiving": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1)}
"""month, weekday (0 is Monday), which of them"""
_ALL = sorted((*_FIXED, *_NTH, "easter sunday", "easter"), key=len, reverse=True)
NAMES = "|".join(re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s+") for name in _ALL)
"""a pattern of all of them, the longest first"""


def holiday(match: re.Match[str], context: Context) -> Answer:
    """A feast day: the nearest to publication, of two as the words look."""
    day = context.day
    after = context.text[match.end() : match.end() + 12]
    # "Christmas tree", "the Easter Rising": the name of something else; "Christmas 1998" has its own year
    if re.match(r"\s+(?:[A-Z]|tree|card|gift|party|carol|dinner|recess|break|holiday|season|shopping|egg|week)", after):
        return None
    name = " ".join(lower(match["holiday"]).replace("’", "'").split())
    printed = re.match(r",?\s+((?:1[789]|20)[0-9]{2})\b", after)
    if printed:
        value = _on(name, int(printed[1]))
        return DateRange(value, value), f"{name} of the printed year", False
    if day is None:
        return None, UNKNOWN, False
    days = [_on(name, year) for year in (day.year - 1, day.year, day.year + 1)]
    if looks_ahead(context, Span(match.start(), match.end())):
        value = next(d for d in days if d >= day)
        return DateRange(value, value), f"the words look ahead: next {name}", False
    value = min(days, key=lambda d: (abs((d - day).days), d))
    return DateRange(value, value), f"{name} nearest to publication", False


def _on(name: str, year: int) -> dt.date:
    if name in _FIXED:
        return dt.date(year, *_FIXED[name])
    if name in _NTH:
        month, weekday, which = _NTH[name]
        last = calendar.monthrange(year, month)[1]
        days = [d for d in range(1, last + 1) if dt.date(year, month, d).weekday() == weekday]
        return dt.date(year, month, days[which - 1 if which > 0 else which])
    return _easter(year)


def _easter(year: int) -> dt.date:
    """Easter Sunday of the western churches."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)
