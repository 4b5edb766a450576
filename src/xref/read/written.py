"""Days as pages write them, in any of the languages of data/months.toml: "15. März 2013", "le 15 mai 2013", "15.5.13".

For lines that date a page; dates in English claims are read by xref.days. Forms: CLDR's long, medium and short formats, ISO
8601. What a form leaves open stays open: the order of numbers ("05/06/2013" has two readings), the year ("15. März").
Two figures of a year mean 1991 to 2090, since the web began in 1991.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import attrs

from xref.days import make_day
from xref.read.tongues import months, weekdays

_D = r"(?P<d>[12][0-9]|3[01]|0?[1-9])"
_NTH = r"(?:\s?(?:st|nd|rd|th|er|e|[ºª°]|-?(?:го|е|a|an))(?!\w))?(?:\s?\.)?"
_Y = r"(?P<y>1[6-9][0-9]{2}|20[0-9]{2})"
_Y2 = r"['’´`]?\s?(?P<y2>[0-9]{2})(?![0-9]|[:.,h][0-9]|\s?(?:uhr|h|am|pm|a\.m|p\.m)\b)"
_WORD = r"(?P<m>[^\W\d_][^\s\d,./|()\[\]<>:;!?\"“”«»–—_-]{1,24}(?:\s(?:الثاني|الأول))?)"
_OF = r"(?:(?:day\s+of|of|de|di|del|do|d|den)\s+|d['’])?"
_FROM = r"(?<![\w/.-])"
_TO = r"(?![0-9]|[./-][0-9](?![0-9]?[:.h][0-9]{2}))"
_FORMS = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("numbers", rf"(?<![\d/.-]){_Y}\s?(?P<mark>[-/.])\s?(?P<mm>0?[1-9]|1[0-2])\s?(?P=mark)\s?(?P<d>0?[1-9]|[12][0-9]|3[01])(?![0-9])"),
        ("order", rf"{_FROM}(?P<a>[0-3]?[0-9])\s?(?P<mark>[./-])\s?(?P<b>[0-3]?[0-9])(?:\s?(?P=mark)\s?)(?:{_Y}{_TO}|{_Y2}(?![./-][0-9]))"),
        ("numbers", r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})\s?[年년]\s?(?P<mm>1[0-2]|0?[1-9])\s?[月월]\s?(?P<d>3[01]|[12][0-9]|0?[1-9])(?:\s?[日일号號])?"),
        ("numbers", rf"{_FROM}{_D}\s+tháng\s+(?P<mm>1[0-2]|0?[1-9])\s*,?\s+(?:năm\s+)?{_Y}{_TO}"),
        ("word", rf"{_FROM}{_D}{_NTH}[\s-]*{_OF}{_WORD}\.?\s?[\s,-]\s?(?:(?:de|del|do|di|of)\s+|\(|d['’])?{_Y}(?![0-9])"),
        ("word", rf"(?<![\w/-]){_WORD}\.?[\s-]?{_D}{_NTH}(?:\s*,\s*|[\s-]+|\s+(?:de|of)\s+){_Y}(?![0-9])"),
        ("word", rf"(?<![\w/-]){_WORD}\s{_D}\s[0-9:]{{5,8}}(?:\s(?:[A-Z]{{2,5}}|[+-][0-9]{{4}}))?\s{_Y}(?![0-9])"),
        ("word", rf"{_FROM}{_Y}(?:\s?m)?[.,]?\s*{_WORD}\.?\s+{_D}(?![0-9])"),
        ("word", rf"{_FROM}{_Y}\.?\s+gada\s+{_D}\.\s+{_WORD}"),
        ("word", rf"{_FROM}{_D}{_NTH}[\s-]*{_OF}{_WORD}\.?\s?[\s,-]\s?{_Y2}"),
        ("bare", rf"{_FROM}{_D}{_NTH}[\s-]*{_OF}{_WORD}(?!\w)"),
        ("bare", rf"(?<![\w/-]){_WORD}\.?\s{_D}(?:st|nd|rd|th)?(?![0-9]|[:.,%][0-9]|\s?(?:%|percent|uhr|:[0-9]))"),
    )
)  # fmt: skip
_BEFORE = re.compile(
    r"(?:(?P<w>[^\W\d_]{2,}(?:-feira)?)\.?,?|(?P<long>[^\W\d_]{5,}),?\s+(?:den|the|d|le|el|il|de|em|o)\b\.?)\s*[,|(]?\s*$",
    re.I,
)
_AFTER = re.compile(r"^\.?,?\s*[(|]?\s*(?P<w>[^\W\d_]{2,})(?P<long>)")
_FIRST_WEB_YEAR = 1991
_MAX_LINE = 20_000
"""characters of one line that are searched: no line that dates a page is longer, a hostile one may be"""


@attrs.frozen
class Written:
    """A day as written on a page."""

    start: int
    """its first character in the line"""
    end: int
    """after its last character"""
    words: str
    """as it stands"""
    days: tuple[dt.date, ...]
    """the days it can mean, in ascending order; two when the order of the numbers is open, none without a year"""
    month: int | None = None
    """1-12, where it has no year"""
    day: int | None = None
    """1-31, where it has no year"""
    order: str = ""
    """"day" or "month": what comes first, where the numbers or a name tell"""
    weekday: int | None = None
    """the weekday printed beside it; 0 is Monday"""


def find_written(text: str, language: str = "") -> list[Written]:
    """The days written in `text`, one line of a page in `language` (ISO 639, "" when unknown), in order."""
    if not re.search(r"[0-9]", text):
        return []
    text = text[:_MAX_LINE]
    taken = bytearray(len(text))
    found = []
    for name, form in _FORMS:
        for match in form.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            written = _read(name, match, language)
            if written:
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                found.append(_with_weekday(written, text, language))
    return sorted(found, key=lambda w: w.start)


def _read(name: str, match: re.Match[str], language: str) -> Written | None:
    parts = match.groupdict()
    year = _year(parts)
    if name == "order":
        assert year is not None
        days = sorted(set(_orders(year, int(parts["a"]), int(parts["b"]), parts["mark"])))
        told = (
            "" if len(days) != 1 or parts["a"] == parts["b"] else "day" if int(parts["a"]) == days[0].day else "month"
        )
        return Written(*match.span(), match.group(), tuple(days), order=told) if days else None
    if parts.get("mm"):
        month: int | None = int(parts["mm"])
    else:
        word = parts["m"]
        month = months().number(word, language) or (months().number(word[1:], language) if word[0] == "ב" else None)
        # "3 out", "5 set": without a year only a name of the page's own language, or a long one, is a month
        if name == "bare" and not (months().known_in(word, language) or len(word) >= 5):
            return None
    if month is None:
        return None
    if year is None:
        return Written(*match.span(), match.group(), (), month, int(parts["d"]))
    day = make_day(year, month, int(parts["d"]))
    first = "day" if parts.get("m") and match.start("d") < match.start("m") else "month" if parts.get("m") else ""
    return Written(*match.span(), match.group(), (day,), order=first) if day else None


def _year(parts: dict[str, str | None]) -> int | None:
    if parts.get("y"):
        return int(parts["y"] or 0)
    if parts.get("y2"):
        short = int(parts["y2"] or 0)
        return 1900 + short if short >= _FIRST_WEB_YEAR % 100 else 2000 + short
    return None


def _orders(year: int, a: int, b: int, mark: str) -> Iterator[dt.date]:
    """The days that two numbers can mean; between full stops the day comes first in every format of CLDR."""
    first = make_day(year, b, a)
    second = make_day(year, a, b)
    if first:
        yield first
    if second and not (first and mark == "."):
        yield second


def _with_weekday(written: Written, text: str, language: str) -> Written:
    """The weekday beside a day chooses between two readings."""
    for form, said in ((_BEFORE, text[: written.start]), (_AFTER, text[written.end :])):
        match = form.search(said[-40:] if form is _BEFORE else said[:40])
        number = weekdays().number(match["w"] or match["long"], language) if match else None
        if number is None:
            continue
        fitting = tuple(day for day in written.days if day.weekday() == number)
        return attrs.evolve(written, weekday=number, days=fitting or written.days)
    return written
