"""Where on a page the article stands: its headline, its first and last prose, and where comments or other articles begin.

Lines that carry marks (class, id) tell it by their zone; in a plain text the headline is the line that repeats the title
at the top, and comments begin where a heading of data/pagewords.toml says so, or "NAME says:".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from xref.layout import signs
from xref.read.pages.borders import find_lists, find_thread, opens_comments
from xref.read.pages.headline import counts_comments, fold_title, likeness
from xref.read.pages.lines import Page, PageLine
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
    end = next((i for i in range(first, len(lines)) if opens_comments(lines[i], i > first)), len(lines))
    aside = find_lists(lines, prose, dates, head)
    end = find_thread(lines, prose, dates, range(first + 1, end), aside)
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
    words = text.split()
    if len(words) < 22:
        # languages that join their words need fewer of them
        return signs.ends(text) and ((len(words) >= 9 and len(text) >= 45) or (len(words) >= 6 and len(text) >= 80))
    # a row of links has as many words, but few of them small
    return signs.ends(text) or sum(not word[:1].isupper() for word in words) >= 0.4 * len(words)


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
