"""The date of publication: every date that could be it, ranked, and why the others are not.

Rank (choice.py) and reason: a labelled or bare date line by the title or in a letter's head says when the document
appeared; a dateline with a full date nearly so; an address or file name agrees or helps out; a date spoken of in the
text, in a footnote, a copyright notice or a member's profile never is one. Two date lines that differ are told. Nothing
is ever taken from today's date or the file's own time stamp, which says when it was saved.
"""

from __future__ import annotations

import datetime as dt
import re

from xref.days import Printed, find_days
from xref.layout import Layout, Part, signs
from xref.model import DateCandidate, DateRange, Document
from xref.read.address import read_address

_IN_NAME = re.compile(r"(?<![0-9])((?:1[789]|20)[0-9]{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12][0-9]|3[01])(?![0-9])")
_DATELINE_END = re.compile(r"\s*(?:\([^)]{1,30}\))?\s*[-–—]")
_UPDATED = re.compile(r"updat|modif|edited", re.I)
_LABELLED = re.compile(r"publish|posted|issued|release|\bdated?\b|filed", re.I)


def find_candidates(document: Document, layout: Layout, url: str) -> list[DateCandidate]:
    """Every date that is, or looks like, the date of publication, with evidence; unranked."""
    found: list[DateCandidate] = []
    year, known = _year_elsewhere(document, url), "the address or the file name"
    if year is None and (year := _copyright_year(layout)):
        known = "the copyright notice"
    for number, part in enumerate(layout.parts):
        unit = part.unit
        for printed in find_days(unit.text):
            value = printed.value or _with_year(printed, year) or _by_zone(printed, unit.text)
            if value is None or printed.precision not in ("day", "day-without-year", "month"):
                continue
            span = printed.span.shift(unit.span.start)
            weight = _weigh(part, number, layout, printed)
            if weight:
                rule, how, confidence, refused = weight
                if printed.value is None and printed.precision == "day-without-year":
                    how += f", the year from {known}"
                    confidence -= 8 if known.endswith("notice") else 0
                elif printed.value is None:
                    how += ", the order of day and month told by the time zone"
                found.append(DateCandidate(value, rule, how, confidence, span, span.of(document.text), refused))
    address = read_address(url)
    if address and address.day:
        how = "year, month and day in its address"
        found.append(DateCandidate(address.value, "address", how, 70, None, address.words))
    match = _IN_NAME.search(document.path.rsplit("/", 1)[-1])
    if match and (day := _day(*match.groups())):
        how = "year, month and day in the file's name"
        found.append(DateCandidate(DateRange(day, day), "file-name", how, 60, None, match.group()))
    return found


def _weigh(part: Part, number: int, layout: Layout, printed: Printed) -> tuple[str, str, int, str] | None:
    """Rule, words, confidence and reason for refusal of one printed date; None when it says nothing."""
    month = printed.precision == "month"
    text = part.unit.text
    if part.kind == "join_date":
        return "join-date", "a date under a forum member's rank", 0, "it is the day a forum member joined"
    if part.kind == "member" and signs.JOINED.search(text):
        return "join-date", "a date in a forum member's profile", 0, "it is the day a forum member joined"
    if part.kind == "footnote":
        return "footnote", "a date in a footnote", 0, "it dates a source cited in a footnote"
    if part.kind == "copyright":
        return "copyright", "a date in a copyright notice", 0, "it dates the copyright, not the text"
    if part.kind == "related_links":
        return "related", "a date among related articles", 0, "it dates another article"
    if part.kind in (
        "date",
        "byline",
        "post_head",
        "tag_line",
        "navigation",
        "mail_head",
        "page",
        "letterhead",
        "title",
        "heading",
    ):
        return _weigh_line(part, number, layout, text, month)
    if part.kind == "text":
        if number == layout.head or (number == layout.head + 1 and layout.parts[layout.head].kind != "text"):
            before, after = text[: printed.span.start], text[printed.span.end :]
            if len(before) <= 60 and _DATELINE_END.match(after) and not re.search(r"[a-z]{3,}\s+[a-z]{2,}", before):
                return "dateline", "dateline", 85, ""
        return "in-text", "a date spoken of in the text", 0, "it dates an event in the text"
    return (
        "in-" + part.kind,
        f"a date in a {part.kind.replace('_', ' ')}",
        0,
        f"it stands in a {part.kind.replace('_', ' ')}",
    )


def _weigh_line(part: Part, number: int, layout: Layout, text: str, month: bool) -> tuple[str, str, int, str] | None:
    """A date on a line of its own, or beside a byline or label."""
    lower = 25 if month else 0
    if part.kind == "date" and number < layout.head:
        if _UPDATED.search(text) and not _LABELLED.search(text):
            return "updated-line", "line that says when it was updated", 75 - lower, ""
        if layout.genre == "letter":
            return "letter-date", "date line of the letter", 92 - lower, ""
        if _LABELLED.search(text):
            return "labelled-line", "line that says when it was published", 94 - lower, ""
        timed = bool(signs.TIME.search(text))
        return "date-line", "time stamp above the text" if timed else "date line above the text", 90 - lower, ""
    if part.kind in ("byline", "post_head", "mail_head", "page") and number < layout.head:
        return "byline-date", "date beside the byline or post header", 88 - lower, ""
    # three parts on: a standfirst may stand between the title and the line with the date
    if number < layout.head + 3 and part.kind in ("tag_line", "navigation", "letterhead"):
        return "head-line", "date in a line above the text", 80 - lower, ""
    if number < layout.head:
        return "title-date", "date in the title", 40 - lower, ""
    if part.kind == "date" and number >= layout.tail:
        return "foot-line", "date line below the text", 65 - lower, ""
    if part.kind == "date":
        return "inner-line", "date line inside the text", 45 - lower, ""
    return "elsewhere", f"a date in a {part.kind.replace('_', ' ')} line", 0, "it stands away from the head of the text"


def _by_zone(printed: Printed, line: str) -> DateRange | None:
    """03/04/2010 beside a US time zone has the month first, beside a European one the day."""
    match = re.fullmatch(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})", printed.words)
    if match is None:
        return None
    first, second, year = match.groups()
    if re.search(r"\b[ECMP][SD]T\b", line):
        day = _day(year, first, second)
    elif re.search(r"\b(?:GMT|BST|CES?T|MSK|EET)\b", line):
        day = _day(year, second, first)
    else:
        return None
    return DateRange(day, day) if day else None


def _year_elsewhere(document: Document, url: str) -> int | None:
    """The year of publication where the address or the file name gives a full date."""
    address = read_address(url)
    if address and address.day:
        return address.day.year
    match = _IN_NAME.search(document.path.rsplit("/", 1)[-1])
    return int(match.group(1)) if match else None


def _copyright_year(layout: Layout) -> int | None:
    """The one year of the copyright notices; none when they name several: a span of years dates a site."""
    said = " ".join(part.unit.text for part in layout.parts if part.kind == "copyright")
    years = set(re.findall(r"\b(?:1[89][0-9]{2}|20[0-9]{2})\b", said))
    return int(years.pop()) if len(years) == 1 else None


def _with_year(printed: Printed, year: int | None) -> DateRange | None:
    if year is None or printed.precision != "day-without-year" or printed.month is None or printed.day is None:
        return None
    day = _day(str(year), str(printed.month), str(printed.day))
    return DateRange(day, day) if day else None


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
