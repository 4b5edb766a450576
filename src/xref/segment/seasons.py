"""Stretches of a year: seasons, quarters, weekends, weeks of a month, "the same month last year", "the end of May"."""

from __future__ import annotations

import datetime as dt
import re

from xref.days import month_range, year_range
from xref.fold import lower
from xref.model import DateRange, Span
from xref.segment.relative import UNKNOWN, Answer, Context, looks_ahead, season, whole_of

_ORDER = {"first": 1, "opening": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
          "last": 4, "final": 4}  # fmt: skip


def week_of(match: re.Match[str], context: Context) -> Answer:
    """ "the last week of March": seven days, Monday to Sunday, that begin in the month."""
    month = whole_of(match, context)
    if month is None:
        return None, UNKNOWN, False
    first = month.earliest + dt.timedelta(days=-month.earliest.weekday() % 7)
    weeks = [first + dt.timedelta(weeks=n) for n in range(5)]
    inside = [monday for monday in weeks if monday <= month.latest]
    which = lower(match["which"])
    monday = inside[-1] if which in ("last", "final") else inside[_ORDER[which] - 1]
    return DateRange(monday, monday + dt.timedelta(days=6)), f"{which} week that begins in {month.iso}", True


def weekend(match: re.Match[str], context: Context) -> Answer:
    """ "over the weekend": the last one begun by publication, or the next as the words look."""
    day = context.day
    if day is None:
        return None, UNKNOWN, False
    ahead = looks_ahead(context, Span(match.start(), match.end()))
    saturday = (
        day - dt.timedelta(days=(day.weekday() - 5) % 7) + dt.timedelta(weeks=1 if ahead and day.weekday() < 5 else 0)
    )
    return DateRange(saturday, saturday + dt.timedelta(days=1)), "weekend as the words look", False


def bare_season(match: re.Match[str], context: Context) -> Answer:
    """ "in the spring": the last one begun by publication, or the next as the words look."""
    day = context.day
    if day is None:
        return None, UNKNOWN, False
    name = lower(match["season"] or match["fall"])
    ahead = looks_ahead(context, Span(match.start(), match.end()))
    seasons = [season(name, year) for year in (day.year - 1, day.year, day.year + 1)]
    if ahead:
        value = next(s for s in seasons if s.latest >= day)
        return value, f"the words look ahead: next {name}", True
    begun = [s for s in seasons if s.earliest <= day]
    return begun[-1], f"last {name} begun by publication", True


def season_of(match: re.Match[str], context: Context) -> Answer:
    """ "spring 2009": three months."""
    return season(lower(match["season"]), int(match["year"])), f"{lower(match['season'])} of the printed year", True


def same_period(match: re.Match[str], context: Context) -> Answer:
    """ "the same month last year": a year before publication; of a quarter or period the year alone is certain."""
    day = context.day
    if day is None:
        return None, UNKNOWN, False
    year = int(match["year"]) if match["year"] else day.year - 1
    if lower(match["what"]) == "month":
        return month_range(year, day.month), "month of publication, a year before", True
    return year_range(year), "a part of that year", True


def quarter(match: re.Match[str], context: Context) -> Answer:
    """ "the fourth quarter of 2009": three months, or six of a half; without a year, the last one begun."""
    number = _ORDER[lower(match["which"])]
    day = context.day
    if not match["year"] and day is None:
        return None, UNKNOWN, False
    half = lower(match["unit"]) == "half"
    first, last = ((1, 6), (7, 12))[min(number, 2) - 1] if half else (3 * number - 2, 3 * number)
    said = lower(match.group())
    year = int(match["year"]) if match["year"] else day.year if day else 0
    rule = "of the printed year" if match["year"] else "of the year of publication"
    ahead = looks_ahead(context, Span(match.start(), match.end()))
    if (
        not match["year"]
        and day
        and not ahead
        and (said.endswith("last year") or (not said.endswith("year") and first > day.month))
    ):
        year, rule = year - 1, "of the year before: it had not begun at publication"
    whole = DateRange(dt.date(year, first, 1), month_range(year, last).latest)
    return whole, f"{lower(match['which'])} {lower(match['unit'])} {rule}", False


def edge_of(match: re.Match[str], context: Context) -> Answer:
    """ "the end of May", "early 2012", "mid-November", "the beginning of the year"."""
    whole = whole_of(match, context)
    if whole is None:
        return (None, UNKNOWN, False) if context.day is None else None
    which = lower(match["edge"])
    before = context.text[max(context.span.start, match.start() - 14) : match.start()]
    if which.startswith("end") and re.search(r"\b(?:by|before|until|till|through)\s+(?:the\s+)?$", before, re.I):
        return DateRange(whole.latest, whole.latest), f"last day of {whole.iso}", False
    return whole, f"{which} part of {whole.iso}: given as a whole", True
