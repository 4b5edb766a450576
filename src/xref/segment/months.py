"""Months and days of a month that a text names without a year: "in May", "his November bid", "until the 29th"."""

from __future__ import annotations

import re

from xref.days import MONTHS, month_range
from xref.fold import lower
from xref.model import DateRange, Span
from xref.segment.relative import AHEAD, BACK, UNKNOWN, Answer, Context, looks_ahead, shift_month


def bare_month(match: re.Match[str], context: Context) -> Answer:
    """ "in May", "his November bid", "last March": the year by the words, else the nearest."""
    day = context.day
    name = lower(match["month"].rstrip("."))
    lead = lower(match["lead"] or "").split()
    if name in ("may", "march", "august") and not lead:
        return None
    # "and June" is a month only beside another: "between April and June"
    if (
        lead
        and set(lead) <= {"and", "through"}
        and not re.search(
            rf"\b(?:between|from)\s+(?:{'|'.join(MONTHS)})\b[^.;]{{0,12}}$",
            context.text[max(context.span.start, match.start() - 30) : match.start("lead")],
            re.I,
        )
    ):
        return None
    if not lead and not re.match(
        r"\s+(?:election|elections|summit|meeting|deadline|vote|talks|re-election|midterm\w*|ballot|session|visit|letter|speech|agreement|report|conference|statement|poll|referendum|attack|deal|treaty|accord)\b",
        context.text[match.end() : match.end() + 20],
    ):
        return None
    if day is None:
        return None, UNKNOWN, False
    month = MONTHS[name]
    if "last" in lead:
        year = day.year - (month >= day.month)
        return month_range(year, month), "last such month before publication", False
    if "next" in lead:
        year = day.year + (month <= day.month)
        return month_range(year, month), "next such month after publication", False
    near = context.around(Span(match.start(), match.end()))
    before = context.text[max(context.span.start, match.start() - 15) : match.start()]
    if lead and set(lead) & {"between", "and"}:
        # a stretch of months lies behind, unless the sentence looks ahead as a whole
        year = day.year - (month > day.month)
        if not re.search(r"\b(?:will|would|shall|plans?|expected)\b", context.text[context.span.start : match.start()]):
            return month_range(year, month), "last such month begun by publication", False
    coming = re.search(
        r"\b(?:will|would|shall)\s+(?:\w+\s+){0,3}$|\b(?:will|would|shall)\s+be\b",
        context.text[context.span.start : match.start()],
    )
    if coming or (AHEAD.search(near) and not BACK.search(before)):
        year = day.year + (month < day.month)
        return month_range(year, month), "the words look ahead: next such month", False
    back = (day.month - month) % 12
    ahead = (month - day.month) % 12
    # nearest, and of two the past: reports look back
    value = shift_month(day, -back) if back <= ahead else shift_month(day, ahead)
    return value, "year of publication" if value.earliest.year == day.year else "year nearest to publication", False


def day_of_month(match: re.Match[str], context: Context) -> Answer:
    """ "until the 29th": the nearest such day to publication, of two as the words look."""
    day = context.day
    if day is None:
        return None, UNKNOWN, False
    number = int(match["ordinal"])
    days = []
    for step in (-1, 0, 1):
        month = shift_month(day, step).earliest
        try:
            days.append(month.replace(day=number))
        except ValueError:
            continue
    if not days:
        return None
    if looks_ahead(context, Span(match.start(), match.end())):
        days = [d for d in days if d >= day] or days
    value = min(days, key=lambda d: abs((d - day).days))
    return DateRange(value, value), "such a day of the month nearest to publication", False
