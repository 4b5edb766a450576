"""Feast days that are dates: "before Christmas", "on New Year's Day", "by Thanksgiving", "until Easter".

Fixed days by the Gregorian calendar; Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms,
1991). The American days by 5 U.S.C. 6103 since the Uniform Monday Holiday Act (in force in 1971) moved some, and as
they were kept before: Thanksgiving by the presidents' proclamations on the last Thursday of November (1863 to 1938,
but for 1865 and 1869), from 1939 to 1941 on two days in two parts of the states, on the fourth Thursday since 1942
(55 Stat. 862); Decoration or Memorial Day on May 30 since 1868; Labor Day since 1894 (28 Stat. 96); Armistice Day
since 1918, as Veterans Day since 1954, from 1971 to 1977 on the fourth Monday of October. What nobody kept in a year
is unknown there. The year is the nearest to publication, as the words look.
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
    "july fourth": (7, 4), "bastille day": (7, 14), "halloween": (10, 31),
}  # fmt: skip
_Rule = tuple[int, int, int]
_KEPT: dict[str, tuple[tuple[int, int, _Rule], ...]] = {
    "thanksgiving": (
        (1863, 1864, (11, 3, -1)), (1866, 1868, (11, 3, -1)), (1870, 1938, (11, 3, -1)), (1942, 9999, (11, 3, 4)),
    ),
    "labor day": ((1894, 9999, (9, 0, 1)),),
    "memorial day": ((1868, 1970, (5, -1, 30)), (1971, 9999, (5, 0, -1))),
    "decoration day": ((1868, 1970, (5, -1, 30)),),
    "armistice day": ((1918, 9999, (11, -1, 11)),),
    "veterans day": ((1954, 1970, (11, -1, 11)), (1971, 1977, (10, 0, 4)), (1978, 9999, (11, -1, 11))),
}  # fmt: skip
"""first and last year, and the day then: month, weekday (0 is Monday) and which of them; with -1 its number"""
_ALL = sorted((*_FIXED, *_KEPT, "easter sunday", "easter"), key=len, reverse=True)
NAMES = "|".join(re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s+") for name in _ALL)
"""a pattern of all of them, the longest first"""
_NAMES_ANOTHER = re.compile(
    r"\s+(?:[A-Z]|tree|card|gift|party|carol|dinner|recess|break|holiday|season|shopping|sale|egg|week)"
)
"""what makes a feast the name of something else: "Christmas tree", "the Easter Rising" """
HALF = 200
"""days: half a year, and the weeks that Easter moves; what is further off is not the feast of the year that is meant"""
NOT_KEPT = "nobody kept the day in the year that is meant, or not all on one day"


def holiday(match: re.Match[str], context: Context) -> Answer:
    """A feast day: the nearest to publication, of two as the words look."""
    day = context.day
    name = " ".join(lower(match["holiday"]).replace("’", "'").split())
    if match["printed"]:
        value = _on(name, int(match["printed"]))
        return (DateRange(value, value), f"{name} of the printed year", False) if value else (None, NOT_KEPT, False)
    after = context.text[match.end() : match.end() + 12]
    if _NAMES_ANOTHER.match(after):
        return None
    if day is None:
        return None, UNKNOWN, False
    days = [kept for year in (day.year - 1, day.year, day.year + 1) if (kept := _on(name, year))]
    if looks_ahead(context, Span(match.start(), match.end())):
        value, rule = next((d for d in days if d >= day), None), f"the words look ahead: next {name}"
    else:
        near = [d for d in days if abs((d - day).days) <= HALF]
        value, rule = min(near, key=lambda d: (abs((d - day).days), d), default=None), f"{name} nearest to publication"
    return (DateRange(value, value), rule, False) if value else (None, NOT_KEPT, False)


def _on(name: str, year: int) -> dt.date | None:
    """The day in a year; None when it was not kept then."""
    if name in _FIXED:
        return dt.date(year, *_FIXED[name])
    if name not in _KEPT:
        return _easter(year)
    rule = next((rule for first, last, rule in _KEPT[name] if first <= year <= last), None)
    if rule is None:
        return None
    month, weekday, which = rule
    if weekday < 0:
        return dt.date(year, month, which)
    last = calendar.monthrange(year, month)[1]
    days = [d for d in range(1, last + 1) if dt.date(year, month, d).weekday() == weekday]
    return dt.date(year, month, days[which - 1 if which > 0 else which])


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
