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
from xref.read.pages.headline import fold_title, likeness
from xref.read.pages.lines import Page, PageLine
from xref.read.tongues import words_of
from xref.read.written import Written

_ABOVE, _BELOW = 4, 8
"""lines above and below the headline that belong to the article's head"""
_FOOT = 8
"""lines below the last prose that belong to the article's foot"""
_STANDFIRST = 7
"""lines after a standfirst in which the text begins: byline, day, a place, links to share it"""
_REACH = 30
"""lines below a headline in which its article must begin"""
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
    first = _first(lines, prose, start)
    end = next((i for i in range(first, len(lines)) if _opens_comments(lines[i], i > first)), len(lines))
    last = next((i for i in reversed(range(first, end)) if prose[i] and not lines[i].zone), first)
    return Frame(head, first, last, end, _aside(lines, prose, head))


def _first(lines: Sequence[PageLine], prose: Sequence[bool], start: int) -> int:
    """The first prose: a single sentence with a few short lines below it is a standfirst, the text comes after those."""
    first = next((i for i in range(start, len(lines)) if prose[i] and not lines[i].zone), len(lines))
    after = next((i for i in range(first + 1, min(first + _STANDFIRST, len(lines))) if prose[i]), first)
    short = first < len(lines) and len(lines[first].text.split()) <= 45
    return after if short and after > first + 1 else first


def is_prose(line: PageLine) -> bool:
    """Whether a line is running text: a sentence, or a line of a wrapped paragraph."""
    if line.linked or line.heading or line.headline:
        return False
    text = line.text
    cjk = len(_CJK.findall(text))
    if cjk > len(text) / 3:
        return cjk >= 20 and text.rstrip('」』）)"”')[-1:] in "。！？."
    words = len(text.split())
    return (words >= 9 and signs.ends(text) and len(text) >= 45) or words >= 22


def _head(page: Page, prose: Sequence[bool], dates: Sequence[Sequence[Written]]) -> int | None:
    marked = next((i for i, line in enumerate(page.lines) if line.headline), None)
    if marked is not None:
        return marked
    # a page reduced to text begins with its title tag
    titles = page.titles or tuple(line.text for line in page.lines[:1])
    best: tuple[float, int] | None = None
    for number, line in enumerate(page.lines[0 if page.titles else 1 :], 0 if page.titles else 1):
        if line.zone or not line.text or len(line.text) > 300 or prose[number]:
            continue
        score = likeness(fold_title(line.text), titles)
        if not score:
            continue
        score += 1.5 * any(prose[number + 1 : number + _REACH])
        score += 1.0 * any(dates[max(0, number - 3) : number + 6])
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
            r"[:.!…]*|\(?\s*[0-9]{1,5}\s*\)?:?|(?:to|zu|on|auf|sur|a|en|op|do|about|uber|for)\b.*|[\"'(].*|[0-9]+.*",
            after,
        )
        if counted and ended and (before or after or line.heading or len(found.group()) > 4):
            return True
    said = words_of("says").search(text)
    return bool(said and 1 < said.start() <= 50 and re.match(r"\s*(?::|\.\.\.|…)", text[said.end() :]))


def _aside(lines: Sequence[PageLine], prose: Sequence[bool], head: int | None) -> frozenset[int]:
    """The lines under headings such as "Related articles" or "Archive", up to the next prose or the headline."""
    found = set()
    inside = False
    zone = ""
    for number, line in enumerate(lines):
        # right above the headline stands its own date line, whatever list ended there
        own = head is not None and head - 2 <= number <= head and len(re.findall(r"[^\W\d_]+", line.text)) <= 3
        if prose[number] or number == head or own or (zone and not line.zone):
            inside = False
        if not prose[number] and number != head and _opens_list(line.text):
            inside, zone = True, line.zone
        if inside:
            found.add(number)
    return frozenset(found)


def _opens_list(text: str) -> bool:
    folded = flat(text).strip(" :»›>*#-[]|")
    match = words_of("related").match(folded)
    if not match or len(text) > 60:
        return False
    return match.end() == len(folded) or folded[match.end() :].strip()[:1] in ":(…"
