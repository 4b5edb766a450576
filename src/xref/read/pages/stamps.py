"""Values for programs on a page's lines, weighed: HTML's time tags, microdata (schema.org), RDFa (Dublin Core), hAtom.

A bare time tag by the headline dates the article; elsewhere it may date anything. hAtom's class "updated" is what many
themes give the day of the post, so it counts as a change only where nothing calls it a date.
"""

from __future__ import annotations

from xref.read.pages.company import begins_updated
from xref.read.pages.frame import Frame, is_prose
from xref.read.pages.lines import Page, Stamp
from xref.read.pages.weigh import DATE_MARK, PUBLISHED_MARK, UPDATED_MARK
from xref.read.pages.worth import BESIDE, Weighed, weighed

_TOLD = frozenset("datepublished pubdate published dt-published dc:date dc:created dc:issued".split())


def weigh_stamp(page: Page, frame: Frame, number: int, stamp: Stamp) -> Weighed:
    """What the value `stamp` on line `number` is worth."""
    line = page.lines[number]
    if line.zone == "comments" or number >= frame.end:
        return Weighed("in-comments", f"{stamp.element} among the comments", 0, "it dates a comment")
    marks = stamp.marks.lower().split()
    told = bool(_TOLD & set(marks))
    if is_prose(line) and not told and not PUBLISHED_MARK.search(stamp.marks):
        return Weighed("in-text", f"{stamp.element} in the text", 0, "it dates an event in the text")
    place = frame.place(number)
    beside = line.zone == "aside" or number in frame.aside
    if beside and place != "head":
        return Weighed("beside", f"{stamp.element} in a menu or another article", 0, "it stands beside the article")
    less = BESIDE if beside else 0
    named = any(DATE_MARK.search(mark) for mark in marks if mark != "updated")
    if not told and ((UPDATED_MARK.search(stamp.marks) and not named) or begins_updated(line.text)):
        return weighed("stamp-updated", place, less, stamp.element)
    kind = "stamp-published" if told or PUBLISHED_MARK.search(stamp.marks) else "stamp"
    return weighed(kind, place, less, stamp.element)
