"""Printed dates, as far as they say what they mean by themselves: "May 15, 2013", "15 May 2013", "2013-05-15", "May 2013".

What needs another date to be understood ("Oct. 9", "last month") is left to segment/dates.py; a date whose order of day
and month cannot be told (03/04/2009) has no value and says so. Digits are ASCII digits, patterns are bounded, nothing
depends on a locale or on today. Forms follow the date chapters of the Chicago Manual of Style and ISO 8601.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

import attrs

from xref.fold import lower
from xref.model import DateRange, Span

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat",
         "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
_WEEKDAY = r"(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?),?\s+(?:the\s+)?)?"
_DAY = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[6-9][0-9]{2}|20[0-9]{2})"
_EDGE = r"(?<![\w/.-])"
_AFTER = r"(?![\w/]|[.-][0-9])"
_DIGIT = re.compile("[0-9]")
_FORMS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("day", rf"{_EDGE}(?P<year>1[6-9][0-9]{{2}}|20[0-9]{{2}})[-/](?P<mm>0[1-9]|1[0-2])[-/](?P<day>0[1-9]|[12][0-9]|3[01])(?=T[0-9]{{2}}|(?![\w/-]))(?:T[0-9:.]{{4,15}}(?:Z|[+-][0-9:]{{2,5}})?)?"),
        ("day", rf"{_EDGE}{_WEEKDAY}{_MONTH}\s+{_DAY}(?:\s*,\s*|\s+){_YEAR}{_AFTER}"),
        ("day", rf"{_EDGE}{_WEEKDAY}{_DAY}(?:\s+(?:day\s+)?of)?[\s-]+{_MONTH}(?:\s*,\s*|[\s-]+){_YEAR}{_AFTER}"),
        ("dotted", rf"{_EDGE}(?P<a>[0-3]?[0-9])\.(?P<b>[0-1]?[0-9])\.(?P<year>1[6-9][0-9]{{2}}|20[0-9]{{2}}){_AFTER}"),
        ("slashed", rf"{_EDGE}(?P<a>[0-3]?[0-9])(?P<mark>[/-])(?P<b>[0-3]?[0-9])(?P=mark)(?P<year>1[6-9][0-9]{{2}}|20[0-9]{{2}}){_AFTER}"),
        ("day-without-year", rf"{_EDGE}{_WEEKDAY}{_MONTH}\s+{_DAY}(?![0-9]|\s*,?\s*(?:1[6-9]|20)[0-9]{{2}}\b|[.,][0-9]|-[0-9]{{2}}|\s?(?:%|percent|million|billion|:[0-9]))"),
        ("day-without-year", rf"{_EDGE}{_WEEKDAY}{_DAY}(?:\s+(?:day\s+)?of)?\s+{_MONTH}(?!\w)"),
        ("month", rf"{_EDGE}{_MONTH}(?:\s*,\s*|\s+(?:of\s+)?){_YEAR}{_AFTER}"),
    )
)  # fmt: skip


@attrs.frozen
class Printed:
    """A date as printed."""

    span: Span
    """where it stands"""
    words: str
    """as written"""
    value: DateRange | None
    """the days it means; None when it does not say by itself"""
    precision: str
    """"day", "day-without-year" or "month" """
    month: int | None = None
    """1-12"""
    day: int | None = None
    """1-31"""
    weekday: int | None = None
    """0 is Monday, where one is printed"""
    doubt: str = ""
    """why there is no value, or what disagrees"""


def find_days(text: str, start: int = 0, end: int | None = None) -> list[Printed]:
    """The printed dates in `text[start:end]`, in order, the longest reading of each place."""
    stop = len(text) if end is None else end
    if not _DIGIT.search(text, start, stop):  # every form has one
        return []
    found: list[Printed] = []
    # one flag a character: comparing every two dates would take minutes on a page of nothing but dates
    taken = bytearray(max(0, stop - start))
    for name, form in _FORMS:
        for match in form.finditer(text, start, stop):
            a, b = match.start() - start, match.end() - start
            if not any(taken[a:b]):
                taken[a:b] = b"\x01" * (b - a)
                found.append(_read(name, match, Span(match.start(), match.end())))
    return sorted(found, key=lambda p: p.span)


def _read(name: str, match: re.Match[str], span: Span) -> Printed:
    parts = match.groupdict()
    words = match.group()
    if name in ("dotted", "slashed"):
        return _numbers(name, parts, span, words)
    month = int(parts["mm"]) if parts.get("mm") else MONTHS[lower(parts["month"].rstrip("."))]
    weekday = parts.get("weekday")
    weekday_number = WEEKDAYS[lower(weekday.rstrip("."))] if weekday else None
    if name == "month":
        return Printed(span, words, month_range(int(parts["year"]), month), "month", month)
    day = int(parts["day"])
    if name == "day-without-year":
        possible = day <= calendar.monthrange(2000, month)[1]
        return Printed(
            span, words, None, name, month, day, weekday_number, "" if possible else f"there is no day {words}"
        )
    value = make_day(int(parts["year"]), month, day)
    if value is None:
        return Printed(span, words, None, "day", month, day, weekday_number, f"there is no day {words}")
    clash = weekday_number is not None and value.weekday() != weekday_number
    doubt = f"{value.isoformat()} was a {_NAMES[value.weekday()]}" if clash else ""
    return Printed(span, words, DateRange(value, value), "day", month, day, weekday_number, doubt)


def _numbers(name: str, parts: dict[str, str], span: Span, words: str) -> Printed:
    """15.05.2013 is day and month; 05/15/2013 and 15/05/2013 tell by the part over 12; 03/04/2009 does not tell."""
    a, b, year = int(parts["a"]), int(parts["b"]), int(parts["year"])
    orders = {(a, b)} if name == "dotted" else {(a, b), (b, a)}
    days = {value for day, month in orders if (value := make_day(year, month, day))}
    if len(days) == 1:
        value = days.pop()
        return Printed(span, words, DateRange(value, value), "day", value.month, value.day)
    doubt = f"{words} can be two days" if days else f"there is no day {words}"
    return Printed(span, words, None, "day", doubt=doubt)


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None when the calendar has none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_range(year: int, month: int) -> DateRange:
    """All days of a month."""
    return DateRange(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def year_range(year: int) -> DateRange:
    """All days of a year."""
    return DateRange(dt.date(year, 1, 1), dt.date(year, 12, 31))
