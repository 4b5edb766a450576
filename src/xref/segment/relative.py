"""The rules for dates that need the document's date: "last month", "Wednesday", "three weeks ago", "in May".

Each takes its match and a Context and answers with days, the rule in words, and whether the words are approximate;
None says that the words are no date after all.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import attrs

from xref.days import MONTHS, WEEKDAYS, month_range, year_range
from xref.fold import lower
from xref.model import DateRange, Span

AHEAD = re.compile(
    r"\b(?:will|would|shall|going\s+to|plans?\s+to|planned|expects?|expected|due|scheduled|may|could|next|coming|upcoming|until|deadline|before|by|set\s+(?:to|for)|starts?|begins?|opens?|takes?\s+(?:place|effect)|expires?|runs?\s+out|ends|closes|resumes|convenes|returns|meets|leaves|arrives)\b",
    re.I,
)
BACK = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|last|ago|since|\w{3,}ed|met|held|sent|wrote|gave|took|made|came|went|began)\b",
    re.I,
)
NUMBER = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split())} | {"a": 1, "an": 1, "couple": 2, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip


@attrs.frozen
class Context:
    """What a rule may look at."""

    text: str
    span: Span
    published: DateRange | None
    anchor: dt.date | None = None
    """the last day named before in the same paragraph"""

    @property
    def day(self) -> dt.date | None:
        """The last possible day of publication; None when the document is undated."""
        return self.published.latest if self.published else None

    def around(self, match: Span, before: int = 40, after: int = 12) -> str:
        """The words round a match that may look ahead or back."""
        return self.text[max(self.span.start, match.start - before) : min(self.span.end, match.end + after)]


def looks_ahead(context: Context, place: Span) -> bool:
    """Whether the words round a mention look ahead and not back."""
    near = context.around(place)
    return bool(AHEAD.search(near) and not BACK.search(near))


Answer = tuple[DateRange | None, str, bool] | None
"""value, rule in words, approximate; None: no date after all"""
Rule = Callable[[re.Match[str], Context], Answer]


UNKNOWN = "needs the document's date, which is unknown"


def weekday(match: re.Match[str], context: Context) -> Answer:
    """ "Wednesday", "next Friday": the nearest such day as the words look."""
    day = context.day
    if day is None:
        return None, UNKNOWN, False
    wanted = WEEKDAYS[lower(match["weekday"])]
    lead = lower(match["lead"] or "").split()
    back = (day.weekday() - wanted) % 7
    ahead = (wanted - day.weekday()) % 7
    if "next" in lead or "coming" in lead:
        value = day + dt.timedelta(days=ahead or 7)
        return DateRange(value, value), "next such day after publication", False
    if "last" in lead:
        value = day - dt.timedelta(days=back or 7)
        return DateRange(value, value), "last such day before publication", False
    if looks_ahead(context, Span(match.start(), match.end())) and ahead:
        value = day + dt.timedelta(days=ahead)
        return DateRange(value, value), "the words look ahead: next such day after publication", False
    value = day - dt.timedelta(days=back)
    return DateRange(value, value), "weekday up to the day of publication", False


def shift_month(day: dt.date, by: int) -> DateRange:
    """The month `by` months after that of `day`."""
    index = day.year * 12 + day.month - 1 + by
    return month_range(index // 12, index % 12 + 1)


def _week(day: dt.date, by: int) -> DateRange:
    """Monday to Sunday of the week, `by` weeks on."""
    monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=by)
    return DateRange(monday, monday + dt.timedelta(days=6))


def calendar_unit(match: re.Match[str], context: Context) -> Answer:
    """ "last month", "next week", "this year", "later this year"."""
    day = context.day
    if day is None:
        return None, UNKNOWN, False
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "this": 0, "current": 0}[
        lower(match["which"])
    ]
    unit = lower(match["unit"])
    side = {-1: "before publication", 0: "of publication", 1: "after publication"}[step]
    rule = f"{unit} {side}"
    before = context.text[max(context.span.start, match.start() - 12) : match.start()]
    over = lower(match.group()).startswith("the last") and _OVER.search(before)
    if unit in _BACK and (over or lower(match["which"]) == "past"):
        # no unit of the calendar: "over the past year" said in May is twelve months, "last year" is January to December
        return DateRange(_back(day, unit), day), f"the {unit} up to publication", True
    if unit == "week":
        return _week(day, step), rule, False
    if unit == "month":
        return shift_month(day, step), rule, False
    if unit == "year":
        return year_range(day.year + step), rule, False
    if unit == "weekend":
        monday = _week(day, step).earliest
        return DateRange(monday + dt.timedelta(days=5), monday + dt.timedelta(days=6)), rule, False
    if unit == "decade":
        first = day.year // 10 * 10 + 10 * step
        return DateRange(dt.date(first, 1, 1), dt.date(first + 9, 12, 31)), rule, False
    return _season_beside(unit, day, step), rule, True


_OVER = re.compile(r"\b(?:over|within|in|during|throughout)\s+$", re.I)
"""what makes "the last year" the twelve months behind: "profit for the last year" is that of a calendar year"""
_BACK = {"month": 1, "year": 12, "decade": 120}
"""months, of a unit that is counted back from publication"""
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


def _back(day: dt.date, unit: str) -> dt.date:
    """The same day of the month one unit earlier, or the last one of that month."""
    month = shift_month(day, -_BACK[unit])
    return min(month.latest, month.earliest + dt.timedelta(days=day.day - 1))


def _season_beside(unit: str, day: dt.date, step: int) -> DateRange:
    """ "Last summer" said in December is that of the same year, "this winter" in January the one that goes on."""
    near = [season(unit, year) for year in range(day.year - 2, day.year + 3)]
    if step < 0:
        return next(s for s in reversed(near) if s.latest < day)
    if step > 0:
        return next(s for s in near if s.earliest > day)
    # the others lie within a year: "this spring" said in autumn looks back as easily as ahead
    return season(unit, day.year) if unit != "winter" else min(near, key=lambda s: _days_off(s, day))


def _days_off(stretch: DateRange, day: dt.date) -> int:
    return max((stretch.earliest - day).days, (day - stretch.latest).days, 0)


def season(unit: str, year: int) -> DateRange:
    """The three months of a season that begins in `year`."""
    first, last = _SEASONS[unit]
    end = month_range(year + (last < first), last)
    return DateRange(dt.date(year, first, 1), end.latest)


def day_word(match: re.Match[str], context: Context) -> Answer:
    """ "yesterday", "last night", "tomorrow": one day beside publication."""
    day = context.day
    if day is None:
        return None, UNKNOWN, False
    word = " ".join(lower(match.group()).split())
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    step = -1 if word.startswith("yesterday") else 1 if word.startswith("tomorrow") else step
    value = day + dt.timedelta(days=step)
    return (
        DateRange(value, value),
        {-1: "day before publication", 0: "day of publication", 1: "day after publication"}[step],
        False,
    )


def ago(match: re.Match[str], context: Context) -> Answer:
    """ "three weeks ago": counted back from publication; "several months ago" has no value."""
    day = context.day
    if day is None:
        return None, UNKNOWN, False
    unit = lower(match["unit"])
    ahead = bool(match.groupdict().get("ahead"))
    vague = match.groupdict().get("vague")
    if vague:
        return None, f"“{' '.join(match.group().split())}” does not say how many {unit}s", True
    said = " ".join(lower(match["n"]).split()).replace("a couple of", "couple")
    number = int(said) if said.isdigit() else NUMBER[said]
    step = number if ahead else -number
    rule = f"{number} {unit}{'s' if number != 1 else ''} {'after' if ahead else 'before'} publication"
    if unit == "day":
        value = day + dt.timedelta(days=step)
        return DateRange(value, value), rule, False
    if unit == "week":
        value = day + dt.timedelta(weeks=step)
        return DateRange(value, value), rule, True
    if unit == "month":
        return shift_month(day, step), rule, True
    year = day.year + step * (10 if unit == "decade" else 1)
    return (year_range(year), rule, True) if 1600 <= year <= 2200 else None


def whole_of(match: re.Match[str], context: Context) -> DateRange | None:
    """The month, week or year that a match names; None when it needs the document's date, which is unknown."""
    parts = match.groupdict()
    day = context.day
    if parts.get("month"):
        month = MONTHS[lower(parts["month"].rstrip("."))]
        if parts.get("year"):
            return month_range(int(parts["year"]), month)
        if day is None:
            return None
        choices = [month_range(y, month) for y in (day.year - 1, day.year, day.year + 1)]
        return min(choices, key=lambda r: abs((r.earliest - day).days))
    if parts.get("alone"):
        return year_range(int(parts["alone"]))
    if day is None or not parts.get("unit"):
        return None
    return {"year": year_range(day.year), "month": shift_month(day, 0), "week": _week(day, 0)}[lower(parts["unit"])]


def same_day(match: re.Match[str], context: Context) -> Answer:
    """ "the same day", "that day": the last day named before; "on the day", with none named: the day of publication."""
    if context.anchor is not None:
        return DateRange(context.anchor, context.anchor), "the day named before", False
    if match["sure"]:
        return None, "the day it means is not named in the paragraph", False
    if context.day is None:
        return None, UNKNOWN, False
    return DateRange(context.day, context.day), "no day is named before: day of publication", True
