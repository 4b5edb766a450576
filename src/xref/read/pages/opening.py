"""A day at the beginning of the text, on one line with it: a dateline, or a byline that no line end parts from it.

Datelines as news agencies print them ("BERLIN, 15 May 2013 (AP) -") and press offices ("Husum, 24. Juni 2015. Der").
"""

from __future__ import annotations

import re

from xref.fold import flat
from xref.read.pages.company import Company, plain_words
from xref.read.pages.lines import PageLine
from xref.read.pages.worth import Weighed, weighed
from xref.read.tongues import words_of
from xref.read.written import Written

_DATELINE = re.compile(r"\s*(?:[.,:]?\s*(?:\([^)]{1,40}\))?\s*(?:[-–—|:]|\.\s)|\([A-Za-z/]{2,12}\))")
_HOUR = re.compile(r"[.,]?\s*(?:(?:at|um|à|om|kl|ore|alle|o|a las)\b\.?\s*)?[0-2]?[0-9][:.h][0-5][0-9]", re.I)
_SENTENCE = re.compile(r"[.,]?\s*[A-ZÄÖÜÀ-Þ\"“„«|•·(,/–—-]")
_SINCE = re.compile(
    r"\b(?:since|until|before|after|from|between|seit|bis|vor|nach|ab|depuis|avant|jusqu|desde|hasta|dal|fino)\W+(?:\w+\W+)?$"
)
_PARTED = re.compile(r"[|,·•/)–—-]\s*$")
_CLOSED = re.compile(r"\s*[)\]]")
_MAX_BEFORE = 90
"""characters before the day: label, name, place"""
_MAX_NAMES = 10


def weigh_opening(line: PageLine, written: Written, seen: Company) -> Weighed | None:
    """What a day near the beginning of a line of text is worth; None when it is spoken of in the text."""
    if written.start > _MAX_BEFORE or _SINCE.search(flat(line.text[: written.start])):
        return None
    before, after = line.text[: written.start], line.text[written.end : written.end + _MAX_BEFORE]
    names = re.findall(r"[^\W\d_]+", before)
    if len(names) > _MAX_NAMES:
        return None
    named = [name[:1].isupper() or len(name) <= 3 for name in names]
    if _DATELINE.match(after) and all(named):
        return Weighed("page-dateline", "place and day before the text", 88)
    if seen.label == "updated":
        return weighed("updated", "head")
    published = seen.label == "published"
    bare = not plain_words(flat(before))
    if bare and (published or _CLOSED.match(after)):  # "(15.05.2013) The harbour"
        return Weighed("page-opening", "date before the text, with no more than a label", 86)
    counted = re.match(r"\s*[0-9]{1,5}\s+", after)  # "6 Comments"
    signed = words_of("by").match(flat(after.lstrip()))  # "12 May 2013 by Ann The harbour"
    begins = (
        _SENTENCE.match(after)
        or _HOUR.match(after)
        or signed
        or (counted and words_of("comments").match(flat(after), counted.end()))
    )
    byline = seen.byline or (_PARTED.search(before) and (len(names) <= 2 or (len(names) <= 4 and all(named))))
    filed = published and (begins or re.match(r"\s*(?:in|unter|dans|en|i)\s+[A-ZÄÖÜÀ-Þ]", after))
    if (begins and (byline or bare)) or (filed and named.count(False) <= 2) or (published and all(named[1:])):
        return Weighed("page-opening", "date before the text, with no more than a label or a name", 82)
    return None
