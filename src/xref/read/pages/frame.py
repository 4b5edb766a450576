"""Where on a page the article stands: its headline, its first and last prose, and where comments or other articles begin.

Lines that carry marks (class, id) tell it by their zone; in a plain text the headline is the line that repeats the title
at the top, and comments begin where a heading of data/pagewords.toml says so, or "NAME says:".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from xref.fold import flat
from xref.layout import signs
from xref.read.pages.headline import counts_comments, fold_title, likeness
from xref.read.pages.lines import Page, PageLine
from xref.read.tongues import words_of
from xref.read.written import Written

_ABOVE, _BELOW = 2, 8
"""lines above and below the headline that belong to the article's head"""
_FOOT = 8
"""lines below the last prose that belong to the article's foot"""
_OPENING = 60
"""characters of a line of text in which a day can open it"""
_PARAGRAPH = 1000
"""characters of a line that can only be text"""
_LONG = 300
"""characters of a headline"""
_STANDFIRST = 7
"""lines after a standfirst in which the text begins: byline, day, a place, links to share it"""
_REACH = 30
"""lines below a headline in which its article must begin"""
HOUR = re.compile(
    r"(?<![0-9.:/-])[0-2]?[0-9]\s?[:.h]\s?[0-5][0-9](?![0-9]|[./-][0-9])|(?<![0-9])[0-2]?[0-9]\s?(?:[ap]\.?m\b|uhr)",
    re.I,
)
"""an hour of the day"""
_COPYRIGHT = re.compile(r"©|\(c\)\s|\bcopyright\b", re.I)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@attrs.frozen
class Frame:
    """The place of the article; numbers of lines, from 0."""

    head: int | None
    """the headline"""
    first: int
    """the first line of the prose below it, after a standfirst; the number of lines when there is none"""
    last: int
    """the last line of prose before `end`"""
    end: int
    """the first line of comments"""
    aside: frozenset[int]
    """lines that list other articles"""

    def place(self, number: int) -> str:
        """Where line `number` stands: one of PLACES in worth.py."""
        if self.head is None:
            if number < self.first:
                # a page that repeats no title: what stands right above the prose is its head
                return "head" if number >= self.first - _BELOW else "above"
        elif number < self.head - _ABOVE:
            return "above"
        elif number <= self.first and number <= self.head + 3 * _BELOW:
            return "head"
        if self.last < number <= self.last + _FOOT:
            return "foot"
        return "body" if number <= self.last else "below"


def find_frame(page: Page, dates: Sequence[Sequence[Written]]) -> Frame:
    """The frame of `page`, whose line n holds the days `dates[n]`."""
    lines = page.lines
    prose = [is_prose(line) for line in lines]
    head = _head(page, prose, dates)
    start = 0 if head is None else head + 1
    first = next((i for i in range(start, len(lines)) if prose[i] and not lines[i].zone), len(lines))
    end = next((i for i in range(first, len(lines)) if _opens_comments(lines[i], i > first)), len(lines))
    aside = _aside(lines, prose, dates, head)
    end = _thread(lines, prose, dates, range(first + 1, end), aside)
    opened = first < len(lines) and any(date.start <= _OPENING for date in dates[first])
    if not opened and not any(dates[start:first]):
        first = _after_standfirst(lines, prose, first, end)
    last = next((i for i in reversed(range(first, end)) if prose[i] and not lines[i].zone), first)
    return Frame(head, first, last, end, aside)


def _after_standfirst(lines: Sequence[PageLine], prose: Sequence[bool], first: int, end: int) -> int:
    """The first prose: a single sentence with a few short lines below it is a standfirst, the text comes after those.

    Asked where no day stands above it: it may stand in those lines.
    """
    after = next((i for i in range(first + 1, min(first + _STANDFIRST, end)) if prose[i]), first)
    short = first < len(lines) and len(lines[first].text.split()) <= 45
    return after if short and after > first + 1 else first


def _thread(
    lines: Sequence[PageLine],
    prose: Sequence[bool],
    dates: Sequence[Sequence[Written]],
    below: range,
    aside: frozenset[int],
) -> int:
    """Where comments begin that no heading announces: short lines with hours, never an earlier day, words between.

    The first such line may be the article's own foot, so the comments begin at the second.
    """
    run: list[int] = []
    for n in below:
        if prose[n] or n in aside or lines[n].zone or not dates[n] or len(dates[n][0].days) != 1:
            continue
        if run and dates[n][0].days < dates[run[-1]][0].days:
            run = []
        run.append(n)
        between = any(prose[run[0] : n])
        hours = all(HOUR.search(lines[i].text) for i in run)
        if (len(run) == 2 and hours and between) or (len(run) == 3 and (hours or between)):
            return run[1]
    return below.stop


def is_prose(line: PageLine) -> bool:
    """Whether a line is running text: a sentence, or a line of a wrapped paragraph."""
    if line.linked or line.heading or line.headline:
        return False
    text = line.text
    if len(text) > _PARAGRAPH:
        return True
    cjk = len(_CJK.findall(text))
    if cjk > len(text) / 3:
        return cjk >= 20 and text.rstrip('」』）)"”')[-1:] in "。！？."
    words = len(text.split())
    return (words >= 9 and signs.ends(text) and len(text) >= 45) or words >= 22


def _head(page: Page, prose: Sequence[bool], dates: Sequence[Sequence[Written]]) -> int | None:
    """The headline: what repeats the title, marked as one, right above the text with a day beside it."""
    # a page reduced to text begins with its title tag
    titles = page.titles or tuple(line.text for line in page.lines[:1])
    # whose name stands beside the copyright is the site, not the article
    owners = " | ".join(fold_title(line.text) for line in page.lines if _COPYRIGHT.search(line.text))
    next_prose = [_REACH] * (len(prose) + 1)
    for number in reversed(range(len(prose))):
        next_prose[number] = 0 if prose[number] else next_prose[number + 1] + 1
    best: tuple[float, int] | None = None
    for number, line in enumerate(page.lines):
        if not line.text or len(line.text) > _LONG or prose[number] or (line.zone and not line.headline):
            continue
        folded = fold_title(line.text)
        score = likeness(folded, titles) if number or page.titles else 0.0
        if not (score or line.headline) or counts_comments(line.text) or folded in owners:
            continue
        # the nearer to the text, the better: site names and lists of titles stand further up
        score += 1.6 * (1 - min(next_prose[number], _REACH) / _REACH)
        score += 0.8 * any(dates[max(0, number - 1) : number + 6])
        score += 2.5 * line.headline + 0.3 * line.heading
        if best is None or score > best[0]:
            best = (score, number)
    return best[1] if best else None


def _opens_comments(line: PageLine, deep: bool) -> bool:
    """Whether a line below the first prose begins the comments; a link to them in the article's foot does not."""
    if line.zone == "comments":
        return True
    text = flat(line.text)
    if not deep or line.zone or len(text) > 120:
        return False
    found = words_of("comments").search(text)
    if found:
        before, after = text[: found.start()].strip(" \"'#-*:(["), text[found.end() :].strip()
        counted = re.fullmatch(r"(?:[0-9]{1,5}|one|no|ein|eine|keine|un|une|una|jeden)?(?:\s+\w+)?", before)
        ended = re.fullmatch(
            r"[:.!…]*|\(?\s*[0-9]{1,5}\s*\)?:?|(?:to|zu|on|auf|sur|a|en|op|do|about|uber|for)\b.*|(?:by|von|de|par|di|por|door|av|af)\b.*[0-9].*|[\"'(].*|[0-9]+.*",
            after,
        )
        if counted and ended and (before or after or line.heading or len(found.group()) > 4):
            return True
    said = words_of("says").search(text)
    return bool(said and 1 < said.start() <= 50 and re.match(r"\s*(?::|\.\.\.|…)", text[said.end() :]))


def _is_date(text: str, dates: Sequence[Written]) -> bool:
    """Whether a line holds a day and hardly a word more, such as a weekday or a time zone."""
    for date in reversed(dates):
        text = f"{text[: date.start]} {text[date.end :]}"
    return bool(dates) and len(re.findall(r"[^\W\d_]{3,}", text)) <= 2


def _aside(
    lines: Sequence[PageLine], prose: Sequence[bool], dates: Sequence[Sequence[Written]], head: int | None
) -> frozenset[int]:
    """The lines under headings such as "Related articles" or "Archive", up to the next prose or the headline."""
    found = set()
    inside = False
    zone = ""
    for number, line in enumerate(lines):
        # right above the headline stands its own date line, whatever list ended there
        own = head is not None and head - 2 <= number <= head and _is_date(line.text, dates[number])
        if prose[number] or number == head or own or (zone and not line.zone):
            inside = False
        opens = "" if prose[number] or number == head else _opens_list(line.text)
        if opens == "list":
            inside, zone = True, line.zone
        if inside or opens:
            found.add(number)
    return frozenset(found)


def _opens_list(text: str) -> str:
    """ "list" for a heading of other articles, "line" for a label with what it names on one line ("Tags: Ropes"), or ""."""
    folded = flat(text).strip(" :»›>*#-[]|")
    match = words_of("related").match(folded)
    if not match or len(text) > 60:
        return ""
    rest = folded[match.end() :].strip()
    return "list" if not rest or rest[0] in "(…" else "line" if rest[0] == ":" else ""
