"""The days on a page's lines, weighed: which one says when the article appeared.

A day counts by what stands beside it (a label, a byline, an hour), by the marks of what holds it (class "entry-date"), and by
where it stands: by the headline, or in the article's foot. Days of comments, of other articles, of lists and of events told
in the prose are refused. Marks are those of hAtom and of the systems named in zones.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xref.read.pages.company import Company, see_company
from xref.read.pages.frame import Frame
from xref.read.pages.lines import Page, PageLine
from xref.read.pages.opening import weigh_opening
from xref.read.pages.worth import BESIDE, OVER_HEADLINE, Weighed, weighed
from xref.read.written import Written

UPDATED_MARK = re.compile(r"updat|modif|aktualis|lastmod|edited|changed|geaendert|revised", re.I)
PUBLISHED_MARK = re.compile(
    r"publi|pubdate|posted|post-?date|entry-?date|date-?(?:posted|created|header)|dc:(?:date|created|issued)|created|submitted"
    r"|veroeffentl|erschienen|erstellt|fecha|article-?date|news-?date|story-?date|dateline|entry_?date|storydate|newsdate|artdate",
    re.I,
)
DATE_MARK = re.compile(
    r"dat[eu]m?|data|time|stamp|tarih|byline|meta|zeit|dayheader|dato|pvm|info|author|autor|posthead", re.I
)

_QUOTED = re.compile(r"\(@\w{1,30}\)\W{0,3}$")  # as Twitter lets its messages be embedded


def weigh_line(page: Page, frame: Frame, number: int, dates: Sequence[Sequence[Written]], written: Written) -> Weighed:
    """What the day `written` on line `number` is worth."""
    line = page.lines[number]
    if line.zone == "comments" or number >= frame.end:
        return Weighed("in-comments", "a date among the comments", 0, "it dates a comment")
    seen = see_company(page, number, dates[number], written)
    place = frame.place(number)
    if seen.prose:
        return _weigh_prose(line, frame, number, written, seen)
    kind = _kind(seen, line.marks_at(written.start))
    # the more other words, the likelier it is a title with its own day, or an event
    less = min(5 * max(0, seen.words - 2), 30) if kind == "short" else 0
    if frame.head is not None and number < frame.head and place == "head":
        place = "above" if kind in ("short", "byline", "updated") or (line.linked and seen.words > 2) else place
        less += OVER_HEADLINE.get(kind, 4) * (place == "head")
    elif frame.head is not None and place == "head":
        less += min(3, (number - frame.head) // 3)  # the first of equal ones
    elif place == "head":
        less += frame.first - number  # nothing repeats the title: the nearer to the text, the better
    if (
        kind == "short"
        and place == "head"
        and (frame.head or 0) <= number
        and (opening := weigh_opening(line, written, seen))
    ):
        return opening
    # right above the text stands its own day, whatever list ended there
    own = frame.first - 4 <= number < frame.first and (
        seen.label == "published" or seen.byline or seen.timed or seen.words <= 2
    )
    if line.zone == "aside" or (number in frame.aside and not own):
        if place != "head" or number in frame.aside:
            return Weighed("beside", "a date in a menu, a list or another article", 0, "it stands beside the article")
        less += BESIDE
    if _QUOTED.search(line.text[: written.start]):
        return Weighed("quoted", "a date of a message that is quoted", 5)
    if place != "head" and seen.label != "published" and _is_listed(page, frame, number, dates):
        return Weighed("listed", "a date in a list of dates", 10)
    if line.linked and seen.words > 2 and place != "head":
        return Weighed("linked", "a date in a link to another article", 5)
    return weighed(kind, place, less)


def _kind(seen: Company, marks: str) -> str:
    hatom = "updated" in marks.split() and not re.search(r"date-?updated|last-?updated|updated-?(?:date|on)", marks)
    changed = UPDATED_MARK.search(marks) and not (hatom and DATE_MARK.search(marks))
    for kind, holds in (
        ("notice", seen.notice),
        ("updated", seen.label == "updated" or (not seen.label and changed)),
        ("labelled", seen.label == "published"),
        ("marked", PUBLISHED_MARK.search(marks)),
        ("timed", seen.timed and seen.words <= 8),
        ("line", seen.words <= 1),
        ("byline", seen.byline and seen.words <= 14),
        ("date", DATE_MARK.search(marks) and seen.words <= 12),
    ):
        if holds:
            return kind
    return "short"


def _weigh_prose(line: PageLine, frame: Frame, number: int, written: Written, seen: Company) -> Weighed:
    place = frame.place(number)
    if seen.notice and place != "above":
        return weighed("notice", place)
    if number <= frame.first + 1 and (opening := weigh_opening(line, written, seen)):
        return opening
    return Weighed("in-text", "a date spoken of in the text", 0, "it dates an event in the text")


def _is_listed(page: Page, frame: Frame, number: int, dates: Sequence[Sequence[Written]]) -> bool:
    """Whether three other lines close by, in the same part of the page, hold other days: a list of articles or events."""
    place = frame.place(number)
    near = [
        n
        for n in range(max(0, number - 7), min(len(dates), number + 8, frame.end))
        if n != number and frame.place(n) == place and n not in frame.aside and not page.lines[n].zone
    ]
    own = {day for w in dates[number] for day in w.days}
    others = {day for n in near for w in dates[n][:1] for day in w.days[:1]}
    return len(others - own) >= 3
