"""Every day that could be a web page's day of publication, from its structure, its lines and its address.

What a page's parts say about each other is settled here: the order of numbers, a year that the address has, a time
stamp in UTC beside the publisher's own printed day, a day after the first comment.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

import attrs

from xref.days import make_day
from xref.layout import signs
from xref.model import DateCandidate, DateRange, Span
from xref.read.address import Dated, read_address
from xref.read.extracted import DateHint
from xref.read.pages.frame import Frame, find_frame
from xref.read.pages.lines import Page, PageLine, text_lines
from xref.read.pages.order import tell_order
from xref.read.pages.stamps import weigh_stamp
from xref.read.pages.stated import hint_of
from xref.read.pages.weigh import weigh_line
from xref.read.tongues import tell_language
from xref.read.written import Written, find_written

_LINE = re.compile(r", line ([0-9]+) of the page$")
_SURE = 80
"""confidence that a day on a line needs to date a plain text"""
_COPIED = 55
"""what it then has: less than any rule for letters, news and forums, which know more of a text's layout"""
_MAX_BOX = 12
"""characters of a line that can be the box of a day, month or year; "Wednesday," is the longest"""
_DAY = dt.timedelta(days=1)


def find_page_candidates(page: Page, hints: Sequence[DateHint], url: str) -> list[DateCandidate]:
    """Every day that is, or looks like, the day of publication of `page` at `url` ("" when unknown); unranked."""
    page = attrs.evolve(page, lines=join_boxes(page.lines))
    language = page.language or tell_language(line.text for line in page.lines)
    dates = [find_written(line.text, language.split("-")[0].lower()) for line in page.lines]
    frame = find_frame(page, dates)
    address = read_address(url)
    order = tell_order((w for found in dates for w in found), language, url, (line.text for line in page.lines))
    known = {h.value.earliest for h in hints} | ({address.day} if address and address.day else set())
    found = [(DateCandidate(h.value, h.rule, h.how, h.confidence, None, h.words), h.utc) for h in hints]
    for number, line in enumerate(page.lines):
        found += _stamped(page, frame, number, language)
        place = f", line {line.source} of the page" if line.source else ""
        for written in dates[number]:
            if day := _settle(written, order, known, address):
                said = weigh_line(page, frame, number, dates, written)
                value, how = DateRange(day, day), said.how + place
                printed = DateCandidate(value, said.rule, how, said.confidence, None, written.words, said.refused)
                found.append((printed, False))
    found += [(candidate, False) for candidate in _of_address(address)]
    return _after_comments(_against_address(_own_day(found), address), page, frame, dates)


def find_text_candidates(text: str) -> list[DateCandidate]:
    """Days that a plain text, such as a page copied into a file, states as pages do: only the sure ones."""
    lines = text_lines(text)
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    kept = []
    for candidate in find_page_candidates(Page(lines), (), ""):
        match = _LINE.search(candidate.how)
        if candidate.confidence < _SURE or not candidate.rule.startswith("page-") or not match:
            continue
        number = int(match[1])
        at = text.find(candidate.words, starts[number - 1], starts[number])
        span = Span(at, at + len(candidate.words)) if at >= 0 else None
        kept.append(attrs.evolve(candidate, span=span, how=candidate.how[: match.start()], confidence=_COPIED))
    return kept


def join_boxes(lines: Sequence[PageLine]) -> tuple[PageLine, ...]:
    """The lines, with a day that stands in boxes ("05", "Jul", "2014" on three lines) put together."""
    found: list[PageLine] = []
    number = 0
    while number < len(lines):
        whole, taken = lines[number], 1
        for count in (4, 3, 2):
            run = lines[number : number + count]
            if len(run) == count and all(0 < len(part.text) <= _MAX_BOX and not part.stamps for part in run):
                joined = " ".join(part.text for part in run)
                read = find_written(joined)
                if read and read[0].days and (read[0].start, read[0].end) == (0, len(joined)):
                    whole, taken = attrs.evolve(whole, text=joined), count
                    break
        found.append(whole)
        number += taken
    return tuple(found)


def _of_address(address: Dated | None) -> Iterator[DateCandidate]:
    """The address's day or month; a year alone may be a number of something else, it only helps to choose."""
    if address and address.day:
        yield DateCandidate(address.value, "address", "year, month and day in its address", 94, None, address.words)
    elif address and address.value.earliest.month == address.value.latest.month:
        yield DateCandidate(address.value, "address-month", "year and month in its address", 12, None, address.words)


def _settle(written: Written, order: str, known: set[dt.date], address: Dated | None) -> dt.date | None:
    """The one day that `written` means on this page, or None."""
    if len(written.days) == 1:
        return written.days[0]
    if written.days:
        agreeing = [day for day in written.days if day in known]
        if len(agreeing) == 1:
            return agreeing[0]
        first = written.words.lstrip()[:2].strip("/-.")
        fitting = [d for d in written.days if order and (d.day if order == "day" else d.month) == int(first)]
        return fitting[0] if len(fitting) == 1 else None
    if not written.month or not written.day:
        return None
    years = {d.year for d in known if (d.month, d.day) == (written.month, written.day)}
    if address and not years:
        years = {address.value.earliest.year}
    day = make_day(years.pop(), written.month, written.day) if len(years) == 1 else None
    return day if day and written.weekday in (None, day.weekday()) else None


def _stamped(page: Page, frame: Frame, number: int, language: str) -> Iterator[tuple[DateCandidate, bool]]:
    for stamp in page.lines[number].stamps:
        weighed = weigh_stamp(page, frame, number, stamp)
        for hint in hint_of(stamp.value, weighed.rule, weighed.how, weighed.confidence, language):
            yield (
                DateCandidate(hint.value, hint.rule, hint.how, hint.confidence, None, hint.words, weighed.refused),
                hint.utc,
            )


def _own_day(found: Sequence[tuple[DateCandidate, bool]]) -> list[DateCandidate]:
    """A stamp in UTC (True) gives way to the day that the page or its address prints, when they are one day apart.

    An evening in America is the next day in UTC: the publisher's own day is the one printed.
    """
    printed = {c.value.earliest for c, _ in found if c.confidence >= 70 and c.rule.startswith(("address", "page-"))}
    kept = []
    for candidate, utc in found:
        day = candidate.value.earliest
        if utc and day not in printed and {day - _DAY, day + _DAY} & printed:
            how = f"{candidate.how}, in UTC, one day from the printed day"
            kept.append(attrs.evolve(candidate, how=how, confidence=min(candidate.confidence, 66)))
        else:
            kept.append(candidate)
    return kept


def _against_address(found: Sequence[DateCandidate], address: Dated | None) -> list[DateCandidate]:
    """A line's day outside the month or year that the address gives is less likely."""
    if address is None:
        return list(found)
    kept = []
    for candidate in found:
        day = candidate.value.earliest
        outside = not address.value.earliest - _DAY <= day <= address.value.latest + _DAY
        weak = candidate.confidence > 0 and candidate.rule.startswith(("page-", "stamp", "script"))
        kept.append(_less(candidate, 15) if outside and weak else candidate)
    return kept


def _after_comments(
    found: Sequence[DateCandidate], page: Page, frame: Frame, dates: Sequence[Sequence[Written]]
) -> list[DateCandidate]:
    """A day after the first comment is the day of a change, or of the visit."""
    # where another list begins below the comments, its days are others
    below = min((n for n in frame.aside if n > frame.end), default=len(dates))
    commented = [
        written[0].days[0]
        for n, written in enumerate(dates)
        if (frame.end <= n < below or page.lines[n].zone == "comments") and written and len(written[0].days) == 1
        if signs.TIME.search(page.lines[n].text)
    ]
    if not commented:
        return list(found)
    first = min(commented) + _DAY
    kept = []
    for candidate in found:
        if candidate.value.earliest > first and candidate.confidence > 0:
            less = 8 if candidate.rule in ("linked-data", "meta-tag", "address") else 25
            kept.append(_less(candidate, less, f", but later than a comment of {first - _DAY}"))
        else:
            kept.append(candidate)
    return kept


def _less(candidate: DateCandidate, points: int, why: str = "") -> DateCandidate:
    return attrs.evolve(candidate, how=candidate.how + why, confidence=max(candidate.confidence - points, 1))
