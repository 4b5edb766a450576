"""Dates spoken of inside a claim, resolved against the date of the document that says them.

News dates are short: "Wednesday" is the nearest one up to the day of publication unless the words look ahead; "Oct. 9" is
the one nearest to publication; "last month" is the month before. Each mention says by which rule. A document without a
date leaves what is relative unresolved, and today's date is never used. Durations ("for five years") are no dates.
Rules after TimeML's TIMEX3 guidelines (Sauri et al. 2006) for what is a date and how wide it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from xref.days import find_days, make_day
from xref.fold import lower
from xref.model import DateMention, DateRange, Span
from xref.segment.holidays import NAMES, holiday
from xref.segment.months import bare_month, day_of_month
from xref.segment.relative import (
    NUMBER,
    UNKNOWN,
    Context,
    Rule,
    ago,
    calendar_unit,
    day_word,
    same_day,
    weekday,
)
from xref.segment.seasons import bare_season, edge_of, quarter, same_period, season_of, week_of, weekend
from xref.segment.vague import find_vague
from xref.segment.years import bare_year, decade, short_year  # fmt: skip

_COUNT = r"(?P<n>[0-9]{1,3}|a\s+couple\s+of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty)"
_VAGUE = r"(?P<vague>several|some|many|a\s+few|few|some\s+\w+)"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
_MONTH_NAME = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_YEAR = r"(?P<year>1[789][0-9]{2}|20[0-9]{2})"
_YEAR_ALONE = _YEAR.replace("<year>", "<alone>")


ANCHOR_REACH = 4
"""sentences back in which "the same day" may have been named: news tells a day in a paragraph or two"""


def find_all_dates(text: str, spans: Sequence[Span], published: DateRange | None) -> list[list[DateMention]]:
    """The dates of each sentence of a text, in order; "the same day" is the last day named in the few before it."""
    found: list[list[DateMention]] = []
    for span in spans:
        near = [m.value.day for before in found[-ANCHOR_REACH:] for m in before if m.value and m.value.day]
        found.append(find_dates(text, span, published, near[-1] if near else None))
    return found


def find_dates(text: str, span: Span, published: DateRange | None, anchor: dt.date | None = None) -> list[DateMention]:
    """The dates in the claim at `span`, in order, the longest reading of each place.

    `published` is the document's date, `anchor` the last day named before in the paragraph ("the same day").
    """
    context = Context(text, span, published, anchor)
    found: list[DateMention] = []
    low = lower(text[span.start : span.end])
    cues = {cue for cue in _EVERY_CUE if cue in low}
    if _DIGIT.search(low):
        cues.add(_NUMBER)
    for (pattern, rule), needed in zip(_RULES, _CUES, strict=True):
        if cues.isdisjoint(needed):
            continue
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
    found += [m for m in find_vague(text, span) if not any(other.span.meets(m.span) for other in found)]
    return _tidy(sorted(found, key=lambda m: m.span))


def _start(match: re.Match[str]) -> int:
    """Where the mention begins: a preposition before a month is not part of it, "last" and "next" are."""
    lead = match.groupdict().get("lead")
    if match.groupdict().get("the"):
        return match.start("the")
    if match.groupdict().get("day"):
        return match.start("day") - len("the ")
    if match.groupdict().get("unit") == "weekend" and "which" not in match.groupdict():
        return match.start("unit") - len("the ")
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


def _without_year(
    month: int, day: int, weekday: int | None, place: Span, context: Context
) -> tuple[DateRange | None, str]:
    """The year of "Oct. 9": the nearest to publication; of two, as the words look."""
    published = context.day
    if published is None:
        return None, UNKNOWN
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


def _offsets(context: Context, found: list[DateMention]) -> list[DateMention]:
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
        said = lower(match["n"])
        number = int(said) if said.isdigit() else NUMBER.get(said, 0)
        unit = {"day": 1, "week": 7}[lower(match["unit"])]
        base = after[0].value.earliest if after[0].value else None
        if base is None or not number:
            continue
        step = dt.timedelta(days=number * unit * (-1 if lower(match["side"]) == "before" else 1))
        rule = f"{number} {lower(match['unit'])}s {lower(match['side'])} {after[0].span.of(context.text)}, as printed"
        offsets.append(DateMention(Span(match.start(), match.end()), DateRange(base + step, base + step), rule))
    return offsets


_OFFSET = re.compile(rf"\b{_COUNT}\s+(?P<unit>day|week)s?\s+(?P<side>before|after)\b", re.I)
_LEAD = r"(?:(?P<lead>(?:(?:on|by|until|till|since|from|next|last|this|coming|the\s+coming)\s+){1,2}))?"
_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (re.compile(rf"\b(?:the\s+(?:very\s+)?)?(?P<edge>end|beginning|start|middle|close)\s+of\s+(?:(?:the|this)\s+(?P<unit>year|month|week)|{_MONTH_NAME}(?:,?\s+{_YEAR})?|{_YEAR_ALONE})\b", re.I), edge_of),
    (re.compile(rf"\b(?P<edge>early|late|mid)[\s-]+(?:in\s+)?(?:{_MONTH_NAME}(?:,?\s+{_YEAR})?|{_YEAR_ALONE})(?![0-9s])", re.I), edge_of),
    (re.compile(rf"\b(?:the\s+)?(?P<which>first|second|third|fourth|last|final|opening|1st|2nd|3rd|4th)[\s-]+(?P<unit>quarter|half)(?:\s+of\s+(?:the\s+year|this\s+year|last\s+year|{_YEAR}))?\b", re.I), quarter),
    (re.compile(rf"\bthe\s+(?P<which>first|second|third|fourth|last|final)\s+week\s+(?:of|in)\s+{_MONTH_NAME}(?:,?\s+{_YEAR})?(?!\w)", re.I), week_of),
    (re.compile(rf"\b(?P<holiday>{NAMES})\b(?:,?\s+(?P<printed>(?:1[789]|20)[0-9]{{2}})\b)?", re.I), holiday),
    (re.compile(r"\b(?:on|until|till|by|before|after|since|from|through|to)\s+(?P<the>the)\s+(?P<ordinal>[12]?[0-9]|3[01])(?:st|nd|rd|th)\b(?=\s*(?:[,.;:)]|$|and\b|or\b|to\b|when\b|at\b))"), day_of_month),
    (re.compile(r"\b(?P<sure>(?:the\s+(?:very\s+)?same|that\s+(?:very|same)|that)\s+(?:day|morning|afternoon|evening|night))\b|\b(?P<lead>(?:on|for|late(?:r)?\s+in|early\s+in|in|end(?:s|ed|ing)?|clos(?:e|es|ed|ing)|finish(?:es|ed|ing)?|start(?:s|ed|ing)?|(?:end|start|close|course)\s+of)\s+)the\s+(?P<day>day)\b(?=\s*(?:[,.;]|$|at\b|with\b|down\b|up\b|after\b|but\b|and\b))", re.I), same_day),
    (re.compile(r"\b(?:over|during|at|before|after|until|by|for)\s+the\s+(?P<unit>weekend)\b(?!\s+of\b)", re.I), weekend),
    (re.compile(r"\b(?:in|by|during|until|since|before|after|of)\s+(?:the\s+)?(?P<season>spring|summer|autumn|winter)\b(?!\s+(?:of\s+)?(?:[0-9]|school|camp|break|palace|games|olympics|recess))|\b(?:in|during|by|until|since)\s+the\s+(?P<fall>fall)\b(?!\s+of\b)", re.I), bare_season),
    (re.compile(rf"\b(?:the\s+)?same\s+(?P<what>month|period|quarter|time|week)\s+(?:(?:of\s+(?:the\s+)?)?last\s+year|(?:a|one)\s+year\s+(?:ago|earlier|before)|(?:of\s+)?the\s+(?:previous|prior)\s+year|in\s+{_YEAR})\b", re.I), same_period),
    (re.compile(rf"\b(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}\b", re.I), season_of),
    (re.compile(rf"\b(?:{_COUNT}|{_VAGUE})\s+{_UNIT}\s+(?:ago|earlier(?=[,.]|$)|back(?=[,.]|$))", re.I), ago),
    (re.compile(rf"\b(?:in|within)\s+{_COUNT}\s+{_UNIT}['’]?\s+(?P<ahead>time)\b", re.I), ago),
    (re.compile(r"\b(?:yesterday|tomorrow)(?:\s+(?:morning|afternoon|evening|night))?\b|\b(?:last\s+night|tonight|today|this\s+(?:morning|afternoon|evening))\b", re.I), day_word),
    (re.compile(rf"\b(?P<lead>(?:next|last|this|coming)\s+)?{_WEEKDAY}(?:['’]s)?\b(?!\s*,?\s+(?:the\s+)?[0-9]|\s*,?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"), weekday),
    (re.compile(r"\b(?:(?:earlier|later|late|early)\s+)?(?:the\s+)?(?P<which>last|next|this|past|previous|current|coming)\s+(?P<unit>week|month|year|weekend|decade|spring|summer|autumn|fall|winter)(?!\w|-)(?!\s+of\b)", re.I), calendar_unit),
    (re.compile(r"(?<![\w$€£.,#/-])(?:the\s+)?(?P<part>early|mid|late)?[\s-]*(?P<decade>1[789][0-9]0|20[0-9]0)['’]?s\b|\bthe\s+(?P<part2>early|mid|late)?[\s-]*['’]?(?P<short>[2-9]0)s\b(?!\s*(?:percent|%))|(?<=0s\sand\s)['’]?(?P<short2>[2-9]0)s\b"), decade),
    (re.compile(r"(?<![\w’'])['’](?P<short>[0-9]{2})(?![\w’'])"), short_year),
    (re.compile(rf"\b(?P<lead>and\s+|(?:(?:in|by|between|through|until|till|since|from|next|last|this|early|late|mid|during|before|after|for|of|his|her|its|their|the)\s+){{1,2}})?{_MONTH_NAME}(?![\w-])(?!\s+[0-9]|,?\s+(?:1[6-9]|20)[0-9]{{2}})"), bare_month),
    (re.compile(rf"(?<![\w$€£.,#/:-]){_YEAR}(?![\w/:]|[.,][0-9]|-[0-9]{{2}}-)"), bare_year),
)  # fmt: skip
_DIGIT = re.compile("[0-9]")
_NUMBER = "0"
"""stands for any digit among the cues"""
_SEASONS = ("spring", "summer", "autumn", "fall", "winter")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CUES: tuple[tuple[str, ...], ...] = (
    ("end", "beginning", "start", "middle", "close"),
    ("early", "late", "mid"),
    ("quarter", "half"),
    ("week",),
    ("",),  # the names of holidays are their own cues
    (_NUMBER,),
    ("day", "morning", "afternoon", "evening", "night"),
    ("weekend",),
    _SEASONS,
    ("same",),
    _SEASONS,
    ("ago", "earlier", "back"),
    ("time",),
    ("yesterday", "tomorrow", "tonight", "today", "last", "this"),
    ("day",),
    ("week", "month", "year", "decade", *_SEASONS),
    (_NUMBER,),
    (_NUMBER,),
    _MONTHS,
    (_NUMBER,),
)
"""for each rule what must stand in a claim, one of it at least, before its pattern is tried: most claims have no date"""
_EVERY_CUE = sorted({cue for cues in _CUES for cue in cues} - {_NUMBER})
