"""The days on a page's lines, weighed: which one says when the article appeared.

A day counts by what stands beside it (a label, a byline, an hour), by the marks of what holds it (class "entry-date"), and by
where it stands: by the headline, or in the article's foot. Days of comments, of other articles, of lists and of events told
in the prose are refused. Marks are those of hAtom and of the systems named in zones.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xref.fold import flat
from xref.read.pages.company import Company, see_company
from xref.read.pages.frame import Frame
from xref.read.pages.lines import Page, PageLine
from xref.read.pages.worth import BESIDE, OVER_HEADLINE, Weighed, weighed
from xref.read.tongues import words_of
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
    less = 6 if kind == "short" and seen.words > 8 else 0
    if frame.head is not None and number < frame.head and place == "head":
        place = "above" if kind in ("short", "byline", "updated") or (line.linked and seen.words > 2) else place
        less += OVER_HEADLINE.get(kind, 4) * (place == "head")
    elif kind == "short" and place == "head" and (opening := _weigh_opening(line, written, seen)):
        return opening
    if line.zone == "aside" or number in frame.aside:
        if place != "head" or number in frame.aside:
            return Weighed("beside", "a date in a menu, a list or another article", 0, "it stands beside the article")
        less += BESIDE
    if place != "head" and seen.label != "published" and _is_listed(dates, number, frame):
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
    if number <= frame.first + 1 and (opening := _weigh_opening(line, written, seen)):
        return opening
    return Weighed("in-text", "a date spoken of in the text", 0, "it dates an event in the text")


def _weigh_opening(line: PageLine, written: Written, seen: Company) -> Weighed | None:
    """A day at the beginning of the text: "BERLIN, 15 May 2013 (AP) -", or a byline that no line end parts from it."""
    before, after = line.text[: written.start], line.text[written.end :]
    names = re.findall(r"[^\W\d_]+", before)
    if len(before) > 90 or len(names) > 10:
        return None
    if re.match(r"\s*(?:[.,:]?\s*(?:\([^)]{1,40}\))?\s*(?:[-–—|:]|\.\s)|\([A-Za-z/]{2,12}\))", after) and all(
        name[:1].isupper() or len(name) <= 3 for name in names
    ):
        return Weighed("page-dateline", "place and day before the text", 88)
    begins = re.match(r"[.,]?\s*(?:[A-ZÄÖÜÀ-Þ\"“„«|•·(,/–—-]|[0-2]?[0-9][:.h][0-5][0-9])", after)
    counted = re.match(r"\s*[0-9]{1,5}\s+", after)  # "6 Comments"
    begins = begins or (counted and words_of("comments").match(flat(after), counted.end()))
    if begins and (seen.label == "published" or seen.byline or not names):
        return Weighed("page-opening", "date before the text, with no more than a label or a name", 82)
    return None


def _is_listed(dates: Sequence[Sequence[Written]], number: int, frame: Frame) -> bool:
    """Whether three other lines close by hold other days: a list of articles or events."""
    near = range(max(0, number - 7), min(len(dates), number + 8))
    own = {day for w in dates[number] for day in w.days}
    others = {day for n in near if n not in (number, frame.head) for w in dates[n][:1] for day in w.days[:1]}
    return len(others - own) >= 3
