"""What kind of document it is: letter, speech, news, blog, ..., by its layout and the words that say so."""

from __future__ import annotations

import re

from xref.layout import Layout, signs
from xref.model import DateCandidate, Document, Fact, Span
from xref.read.outlet import DATELINE

_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|my|me)\b")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
BLOGS = 1994
"""year of the first journals on the web (OED, "weblog", n., 1997, of such pages since 1994): no text before is one"""


def of_its_time(kind: Fact | None, published: DateCandidate | None) -> Fact | None:
    """`kind`, unless it was only read from the first person and blogs were not yet, or the date is unknown."""
    if kind is None or kind.rule != "first-person":
        return kind
    return kind if published and published.value.earliest.year >= BLOGS else None


def find_kind(document: Document, layout: Layout) -> Fact | None:
    """The kind of a document, with the sign that tells it; None when none does."""
    if layout.genre:
        how = {
            "letter": "has a salutation and a closing",
            "forum": "has the lines of a forum member",
            "transcript": "is made of speakers' turns",
            "interview": "alternates questions and answers, and is called an interview",
        }
        return Fact(layout.genre, "layout", how[layout.genre])
    for part in layout.parts[: layout.head]:
        if part.kind in ("title", "tag_line", "heading") and (match := signs.SPEECH.search(part.unit.text)):
            start = part.unit.span.start + match.start()
            return Fact("speech", "title", "its title says so", Span(start, part.unit.span.start + match.end()))
    for part in layout.parts[: layout.head + 2]:
        if match := signs.ADDRESSED.match(part.unit.text):
            start = part.unit.span.start
            span = Span(start, start + match.end())
            return Fact("speech", "salutation", "opens by addressing an audience", span)
    body = [p for p in layout.parts if p.kind == "text"]
    if any(p.kind in ("byline", "credit") for p in layout.parts) or any(DATELINE.match(p.unit.text) for p in body[:1]):
        return Fact("news", "layout", "has a byline or a dateline")
    for part in body:
        match = _FIRST_PERSON.search(_QUOTED.sub(lambda m: " " * len(m.group()), part.unit.text))
        if match:
            start = part.unit.span.start + match.start()
            return Fact(
                "blog",
                "first-person",
                "speaks in the first person, with no byline and no letter's layout",
                Span(start, start + len(match.group())),
            )
    return None
