"""The way from the text of record back to the file: pages and boxes, characters of a page's source, paragraphs.

A reader of a file hands over the places it is sure of (`Document.places`); a stretch that they do not cover whole has
none. So a locator may be missing, but it never points to other words.
"""

from __future__ import annotations

import bisect
import re

import attrs

from xref.model import Document, Place, Span

_WORD = re.compile(r"\S+")


def locate(document: Document, span: Span) -> Place | None:
    """Where the words at `span` stand in the file; None when that is not known exactly, or is the text itself."""
    text = document.text
    said = span.of(text)
    start, end = span.start + len(said) - len(said.lstrip()), span.start + len(said.rstrip())
    if start >= end or not document.places:
        return None
    first = bisect.bisect_right(document.places, start, key=lambda place: place.span.start) - 1
    met: list[Place] = []
    at = start
    for place in document.places[max(first, 0) :]:
        if place.span.end <= start:
            continue
        gap = text[at : place.span.start]
        # in a page's source other matter may lie between two places: there white space must have its place too
        if place.span.start >= end or gap.strip() or (gap and place.source):
            break
        met.append(_cut(place, Span(max(start, place.span.start), min(end, place.span.end)), text))
        at = place.span.end
        if at >= end:
            return _join(met, Span(start, end))
    return None


def _cut(place: Place, span: Span, text: str) -> Place:
    """The part of `place` that holds `span`: to the character in a source, to the word on a page."""
    whole = place.span
    source, box = place.source, place.box
    if source and source.end - source.start == whole.end - whole.start:
        source = Span(source.start + span.start - whole.start, source.start + span.end - whole.start)
    if box and place.edges:
        words = [Span(m.start(), m.end()) for m in _WORD.finditer(text, whole.start, whole.end)]
        edges = [edge for word, edge in zip(words, place.edges, strict=True) if word.meets(span)]
        if edges:
            box = (min(left for left, _ in edges), box[1], max(right for _, right in edges), box[3])
    return attrs.evolve(place, span=span, source=source, box=box, edges=())


def _join(met: list[Place], span: Span) -> Place | None:
    """One place for neighbouring ones; None when they do not follow each other in the file."""
    found = met[0]
    for place in met[1:]:
        if place.part != found.part:
            return None
        source = pages = paragraphs = box = None
        if found.source and place.source:
            if place.source.start < found.source.end:
                return None
            source = Span(found.source.start, place.source.end)
        if found.pages and place.pages:
            pages = min(found.pages[0], place.pages[0]), max(found.pages[1], place.pages[1])
        if found.paragraphs and place.paragraphs:
            paragraphs = (
                min(found.paragraphs[0], place.paragraphs[0]),
                max(found.paragraphs[1], place.paragraphs[1]),
            )
        if found.box and place.box and pages and pages[0] == pages[1]:
            (a, b, c, d), (e, f, g, h) = found.box, place.box
            box = min(a, e), min(b, f), max(c, g), max(d, h)
        found = attrs.evolve(found, source=source, pages=pages, paragraphs=paragraphs, box=box)
    return attrs.evolve(found, span=span)


def words_of_place(place: Place) -> str:
    """A place in words: "page 3", "characters 120-180 of the page source", "paragraph 4 of word/document.xml"."""
    said = []
    if place.pages:
        said.append(_numbered("page", place.pages))
    if place.paragraphs:
        said.append(_numbered("paragraph", place.paragraphs))
    if place.source:
        said.append(f"characters {place.source.start}-{place.source.end}")
    whole = ", ".join(said)
    if place.part:
        return f"{whole} of {place.part}"
    return f"{whole} of the page source" if place.source else whole


def _numbered(noun: str, numbers: tuple[int, int]) -> str:
    first, last = numbers
    return f"{noun} {first}" if first == last else f"{noun}s {first}-{last}"
