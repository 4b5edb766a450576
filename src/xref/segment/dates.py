"""Dates spoken of inside a claim, resolved against the date of the document that says them.

News dates are short: "Wednesday" is the nearest one up to the day of publication unless the words look ahead; "Oct. 9" is
the one nearest to publication; "last month" is the month before. Each mention says by which rule. A document without a
date leaves what is relative unresolved, and today's date is never used. Durations ("for five years") are no dates.
Rules after TimeML's TIMEX3 guidelines (Sauri et al. 2006) for what is a date and how wide it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import attrs

from xref.days import MONTHS, WEEKDAYS, find_days, make_day, month_range, year_range
from xref.model import DateMention, DateRange, Span

_AHEAD = re.compile(
    r"\b(?:will|would|shall|going\s+to|plans?\s+to|planned|expects?|expected|due|scheduled|may|could|next|coming|upcoming|until|deadline|before|by|set\s+(?:to|for)|starts?|begins?|opens?|takes?\s+place)\b",
    re.I,
)
_BACK = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|last|ago|since|\w{3,}ed|met|held|sent|wrote|gave|took|made|came|went|began)\b",
    re.I,
)
_NUMBER = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split())} | {"a": 1, "an": 1, "couple": 2, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip
_COUNT = r"(?P<n>[0-9]{1,3}|a\s+couple\s+of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty)"
_VAGUE = r"(?P<vague>several|some|many|a\s+few|few|some\s+\w+)"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
_MONTH_NAME = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_YEAR = r"(?P<year>1[789][0-9]{2}|20[0-9]{2})"
_YEAR_ALONE = _YEAR.replace("<year>", "<alone>")


@attrs.frozen
class _Context:
    """What a rule may look at."""

    text: str
    span: Span
    published: DateRange | None

    @property
    def day(self) -> dt.date | None:
        return self.published.latest if self.published else None

    def around(self, match: Span, before: int = 40, after: int = 12) -> str:
        return self.text[max(self.span.start, match.start - before) : min(self.span.end, match.end + after)]


Answer = tuple[DateRange | None, str, bool] | None
"""value, rule in words, approximate; None: no date after all"""
Rule = Callable[[re.Match[str], _Context], Answer]


def find_dates(text: str, span: Span, published: DateRange | None) -> list[DateMention]:
    """The dates in the claim at `span`, in order, the longest reading of each place; `published` is the document's date."""
    context = _Context(text, span, published)
    found: list[DateMention] = []
    for pattern, rule in _RULES:
        for match in pattern.finditer(text, span.start, span.end):
            place = Span(_start(match), match.end())
            if any(other.span.meets(place) for other in found):
                continue
            answer = rule(match, context)
            if answer:
                found.append(DateMention(place, answer[0], answer[1], answer[2]))
    for printed in find_days(text, span.start, span.end):
        if any(other.span.holds(printed.span) for other in found):
            continue
        found = [other for other in found if not other.span.meets(printed.span)]
        if printed.value:
            found.append(
                DateMention(
                    printed.span, printed.value, "printed in full" if printed.precision == "day" else "printed month"
                )
            )
        elif printed.month and printed.day and not printed.doubt:
            value, how = _without_year(printed.month, printed.day, printed.weekday, printed.span, context)
            found.append(DateMention(printed.span, value, how))
        else:
            found.append(DateMention(printed.span, None, printed.doubt))
    found += _offsets(context, found)
    return _tidy(sorted(found, key=lambda m: m.span))


def _start(match: re.Match[str]) -> int:
    """Where the mention begins: a preposition before a month is not part of it, "last" and "next" are."""
    lead = match.groupdict().get("lead")
    if lead and match.groupdict().get("month") and not re.search(r"\b(?:last|next|this|early|late|mid)\b", lead, re.I):
        return match.start("month")
    return match.start()


def _tidy(mentions: list[DateMention]) -> list[DateMention]:
    """Where mentions overlap, the longer one."""
    kept: list[DateMention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span.start)):
        if not any(other.span.meets(mention.span) for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.span)


_UNKNOWN = "needs the document's date, which is unknown"


def _without_year(
    month: int, day: int, weekday: int | None, place: Span, context: _Context
) -> tuple[DateRange | None, str]:
    """The year of "Oct. 9": the nearest to publication; of two, as the words look."""
    published = context.day
    if published is None:
        return None, _UNKNOWN
    choices = [
        d for year in (published.year - 1, published.year, published.year + 1) if (d := make_day(year, month, day))
    ]
    if weekday is not None:
        choices = [d for d in choices if d.weekday() == weekday] or choices
    near = min(choices, key=lambda d: abs((d - published).days), default=None)
    if near is None:
        return None, "the calendar has no such day"
    return DateRange(
        near, near
    ), "year of publication" if near.year == published.year else "year nearest to publication"


def _weekday(match: re.Match[str], context: _Context) -> Answer:
    day = context.day
    if day is None:
        return None, _UNKNOWN, False
    wanted = WEEKDAYS[match["weekday"].lower()]
    lead = (match["lead"] or "").lower().split()
    back = (day.weekday() - wanted) % 7
    ahead = (wanted - day.weekday()) % 7
    if "next" in lead or "coming" in lead:
        value = day + dt.timedelta(days=ahead or 7)
        return DateRange(value, value), "next such day after publication", False
    if "last" in lead:
        value = day - dt.timedelta(days=back or 7)
        return DateRange(value, value), "last such day before publication", False
    near = context.around(Span(match.start(), match.end()))
    if _AHEAD.search(near) and not _BACK.search(near) and ahead:
        value = day + dt.timedelta(days=ahead)
        return DateRange(value, value), "the words look ahead: next such day after publication", False
    value = day - dt.timedelta(days=back)
    return DateRange(value, value), "weekday up to the day of publication", False


def _shift_month(day: dt.date, by: int) -> DateRange:
    index = day.year * 12 + day.month - 1 + by
    return month_range(index // 12, index % 12 + 1)


def _week(day: dt.date, by: int) -> DateRange:
    """Monday to Sunday of the week, `by` weeks on."""
    monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=by)
    return DateRange(monday, monday + dt.timedelta(days=6))


def _calendar_unit(match: re.Match[str], context: _Context) -> Answer:
    """ "last month", "next week", "this year", "later this year"."""
    day = context.day
    if day is None:
        return None, _UNKNOWN, False
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "this": 0, "current": 0}[
        match["which"].lower()
    ]
    unit = match["unit"].lower()
    side = {-1: "before publication", 0: "of publication", 1: "after publication"}[step]
    rule = f"{unit} {side}"
    if unit == "week":
        return _week(day, step), rule, False
    if unit == "month":
        return _shift_month(day, step), rule, False
    if unit == "year":
        return year_range(day.year + step), rule, False
    if unit in ("weekend",):
        monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=step if step >= 0 else -1)
        return DateRange(monday + dt.timedelta(days=5), monday + dt.timedelta(days=6)), rule, False
    if unit == "decade":
        first = day.year // 10 * 10 + 10 * step
        return DateRange(dt.date(first, 1, 1), dt.date(first + 9, 12, 31)), rule, False
    if unit in _SEASONS:
        return _season(unit, day.year + (step if step else 0) + _season_shift(unit, day, step)), f"{unit} {side}", True
    if unit in ("night",):
        value = day + dt.timedelta(days=step)
        return DateRange(value, value), "the night " + ("before" if step else "of") + " publication", False
    return None


_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


def _season_shift(unit: str, day: dt.date, step: int) -> int:
    """ "Last summer" said in December is the summer of the same year."""
    first, last = _SEASONS[unit]
    if step == -1 and unit != "winter" and day.month > last:
        return 1
    if step == 1 and unit != "winter" and day.month < first:
        return -1
    return 0


def _season(unit: str, year: int) -> DateRange:
    first, last = _SEASONS[unit]
    end = month_range(year + (last < first), last)
    return DateRange(dt.date(year, first, 1), end.latest)


def _day_word(match: re.Match[str], context: _Context) -> Answer:
    day = context.day
    if day is None:
        return None, _UNKNOWN, False
    word = " ".join(match.group().lower().split())
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    step = -1 if word.startswith("yesterday") else 1 if word.startswith("tomorrow") else step
    value = day + dt.timedelta(days=step)
    return (
        DateRange(value, value),
        {-1: "day before publication", 0: "day of publication", 1: "day after publication"}[step],
        False,
    )


def _ago(match: re.Match[str], context: _Context) -> Answer:
    day = context.day
    if day is None:
        return None, _UNKNOWN, False
    unit = match["unit"].lower()
    ahead = bool(match.groupdict().get("ahead"))
    vague = match.groupdict().get("vague")
    if vague:
        return None, f"“{' '.join(match.group().split())}” does not say how many {unit}s", True
    said = " ".join(match["n"].lower().split()).replace("a couple of", "couple")
    number = int(said) if said.isdigit() else _NUMBER[said]
    step = number if ahead else -number
    rule = f"{number} {unit}{'s' if number != 1 else ''} {'after' if ahead else 'before'} publication"
    if unit == "day":
        value = day + dt.timedelta(days=step)
        return DateRange(value, value), rule, False
    if unit == "week":
        value = day + dt.timedelta(weeks=step)
        return DateRange(value, value), rule, True
    if unit == "month":
        return _shift_month(day, step), rule, True
    year = day.year + step * (10 if unit == "decade" else 1)
    return (year_range(year), rule, True) if 1600 <= year <= 2200 else None


def _bare_month(match: re.Match[str], context: _Context) -> Answer:
    """ "in May", "his November bid", "last March": the year by the words, else the nearest."""
    day = context.day
    name = match["month"].rstrip(".").lower()
    lead = (match["lead"] or "").lower().split()
    if name in ("may", "march", "august") and not lead:
        return None
    if not lead and not re.match(
        r"\s+(?:election|elections|summit|meeting|deadline|vote|talks|re-election|midterm\w*|ballot|session|visit|letter|speech|agreement|report|conference|statement|poll|referendum|attack|deal|treaty|accord)\b",
        context.text[match.end() : match.end() + 20],
    ):
        return None
    if day is None:
        return None, _UNKNOWN, False
    month = MONTHS[name]
    if "last" in lead:
        year = day.year - (month >= day.month)
        return month_range(year, month), "last such month before publication", False
    if "next" in lead:
        year = day.year + (month <= day.month)
        return month_range(year, month), "next such month after publication", False
    near = context.around(Span(match.start(), match.end()))
    if _AHEAD.search(near) and not _BACK.search(
        context.text[max(context.span.start, match.start() - 15) : match.start()]
    ):
        year = day.year + (month < day.month)
        return month_range(year, month), "the words look ahead: next such month", False
    back = (day.month - month) % 12
    ahead = (month - day.month) % 12
    # nearest, and of two the past: reports look back
    value = _shift_month(day, -back) if back <= ahead else _shift_month(day, ahead)
    return value, "year of publication" if value.earliest.year == day.year else "year nearest to publication", False


def _edge_of(match: re.Match[str], context: _Context) -> Answer:
    """ "the end of May", "early 2012", "mid-November", "the beginning of the year"."""
    whole = _whole(match, context)
    if whole is None:
        return (None, _UNKNOWN, False) if context.day is None else None
    which = match["edge"].lower()
    if which.startswith("end"):
        return DateRange(whole.latest, whole.latest), f"last day of {whole.iso}", False
    return whole, f"{which} part of {whole.iso}: given as a whole", True


def _whole(match: re.Match[str], context: _Context) -> DateRange | None:
    parts = match.groupdict()
    day = context.day
    if parts.get("month"):
        month = MONTHS[parts["month"].rstrip(".").lower()]
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
    return {"year": year_range(day.year), "month": _shift_month(day, 0), "week": _week(day, 0)}[parts["unit"].lower()]


def _year(match: re.Match[str], context: _Context) -> Answer:
    """A bare year where the words around it say that it is one."""
    before = context.text[max(context.span.start, match.start() - 24) : match.start()]
    after = context.text[match.end() : min(context.span.end, match.end() + 24)]
    if re.search(
        r"[$€£#]\s?$|\b(?:No|Nos|room|page|pages|section|resolution|flight|paragraph|Street|article)\.?\s$",
        before,
        re.I,
    ):
        return None
    if re.match(
        r"\s*(?:GMT|UTC|hours|hrs|miles|km|people|troops|tons|tonnes|missiles|warheads|soldiers|dollars|percent|%|[A-Z]\w*\s+(?:Street|Avenue|Road))",
        after,
    ):
        return None
    known = re.search(
        r"(?:\b(?:in|since|by|until|till|of|from|to|before|after|during|around|about|between|and|early|late|mid|the|year|than|for|through|back)|[(,–—-])\s*[“\"(]?$",
        before,
        re.I,
    )
    named = re.match(
        r"\s*(?:elections?|campaign|race|vote|war|treaty|agreement|accord|summit|crisis|report|budget|season|deal|law|act|[–-]\s?[0-9]{2,4}|is|was|,|\)|\.|$)",
        after,
    )
    if known or named:
        return year_range(int(match["year"])), "printed year", False
    return None


def _decade(match: re.Match[str], context: _Context) -> Answer:
    first = int(match["decade"])
    return DateRange(dt.date(first, 1, 1), dt.date(first + 9, 12, 31)), "decade", False


def _season_of(match: re.Match[str], context: _Context) -> Answer:
    return _season(match["season"].lower(), int(match["year"])), f"{match['season'].lower()} of the printed year", True


def _quarter(match: re.Match[str], context: _Context) -> Answer:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[match["which"].lower()]
    year = int(match["year"]) if match["year"] else context.day.year if context.day else None
    if year is None:
        return None, _UNKNOWN, False
    if match["unit"].lower() == "half":
        first, last = ((1, 6), (7, 12))[min(number, 2) - 1]
    else:
        first, last = 3 * number - 2, 3 * number
    return (
        DateRange(dt.date(year, first, 1), month_range(year, last).latest),
        f"{match['which'].lower()} {match['unit'].lower()} of the year",
        False,
    )


def _offsets(context: _Context, found: list[DateMention]) -> list[DateMention]:
    """ "two days before the summit on Sept. 3": counted from the day printed in the same claim."""
    days = [m for m in found if m.value and m.value.day]
    offsets = []
    for match in _OFFSET.finditer(context.text, context.span.start, context.span.end):
        after = [
            m
            for m in days
            if m.span.start >= match.end() and not re.search(r"[;]|\bbut\b", context.text[match.end() : m.span.start])
        ]
        if not after:
            continue
        said = match["n"].lower()
        number = int(said) if said.isdigit() else _NUMBER.get(said, 0)
        unit = {"day": 1, "week": 7}[match["unit"].lower()]
        base = after[0].value.earliest if after[0].value else None
        if base is None or not number:
            continue
        step = dt.timedelta(days=number * unit * (-1 if match["side"].lower() == "before" else 1))
        rule = f"{number} {match['unit'].lower()}s {match['side'].lower()} {after[0].span.of(context.text)}, as printed"
        offsets.append(DateMention(Span(match.start(), match.end()), DateRange(base + step, base + step), rule))
    return offsets


_OFFSET = re.compile(rf"\b{_COUNT}\s+(?P<unit>day|week)s?\s+(?P<side>before|after)\b", re.I)
_LEAD = r"(?:(?P<lead>(?:(?:on|by|until|till|since|from|next|last|this|coming|the\s+coming)\s+){1,2}))?"
_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (re.compile(rf"\b(?P<edge>end|beginning|start|middle|close)\s+of\s+(?:(?:the|this)\s+(?P<unit>year|month|week)|{_MONTH_NAME}(?:,?\s+{_YEAR})?|{_YEAR_ALONE})\b", re.I), _edge_of),
    (re.compile(rf"\b(?P<edge>early|late|mid)[\s-]+(?:in\s+)?(?:{_MONTH_NAME}(?:,?\s+{_YEAR})?|{_YEAR_ALONE})(?![0-9s])", re.I), _edge_of),
    (re.compile(rf"\b(?:the\s+)?(?P<which>first|second|third|fourth|last)\s+(?P<unit>quarter|half)(?:\s+of\s+(?:the\s+year|this\s+year|{_YEAR}))\b", re.I), _quarter),
    (re.compile(rf"\b(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}\b", re.I), _season_of),
    (re.compile(rf"\b(?:{_COUNT}|{_VAGUE})\s+{_UNIT}\s+(?:ago|earlier(?=[,.]|$)|back(?=[,.]|$))", re.I), _ago),
    (re.compile(rf"\b(?:in|within)\s+{_COUNT}\s+{_UNIT}['’]?\s+(?P<ahead>time)\b", re.I), _ago),
    (re.compile(r"\b(?:yesterday|tomorrow)(?:\s+(?:morning|afternoon|evening|night))?\b|\b(?:last\s+night|tonight|today|this\s+(?:morning|afternoon|evening))\b", re.I), _day_word),
    (re.compile(rf"\b(?P<lead>(?:next|last|this|coming)\s+)?{_WEEKDAY}(?:['’]s)?\b(?!\s*,?\s+(?:the\s+)?[0-9]|\s*,?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"), _weekday),
    (re.compile(r"\b(?:(?:earlier|later|late|early)\s+)?(?:the\s+)?(?P<which>last|next|this|past|previous|current|coming)\s+(?P<unit>week|month|year|weekend|decade|spring|summer|autumn|fall|winter)(?!\w|-)(?!\s+of\b)", re.I), _calendar_unit),
    (re.compile(r"(?<![\w$€£.,#/-])(?P<decade>1[789][0-9]0|20[0-9]0)['’]?s\b"), _decade),
    (re.compile(rf"\b(?P<lead>(?:(?:in|by|until|till|since|from|next|last|this|early|late|mid|during|before|after|for|of|his|her|its|their|the)\s+){{1,2}})?{_MONTH_NAME}(?![\w-])(?!\s+[0-9]|,?\s+(?:1[6-9]|20)[0-9]{{2}})"), _bare_month),
    (re.compile(rf"(?<![\w$€£.,#/:-]){_YEAR}(?![\w/:]|[.,][0-9]|-[0-9]{{2}}-)"), _year),
)  # fmt: skip
