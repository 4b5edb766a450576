"""Who says what inside one sentence: source, cue, content (PARC 3.0), direct, indirect or mixed.

The sentence is laid out as words (grammar.py); each word of the lexicon (cues.py) looks for its source and its content
(shapes.py); then contents are ended where another source begins to speak (extents.py). Most reported speech carries no
quotation mark (two thirds in PolNeAR), and most of it is no speech at all but what somebody thinks, wants or feels: the
kind of each attribution says which, so that only words that assert something name the speaker of a claim.
"""

from __future__ import annotations

import re

from xref.model import Attribution, NameMention, Span
from xref.segment.contents import Content
from xref.segment.cues import Cue, find_cues, mask
from xref.segment.extents import ended, nested
from xref.segment.findings import Finding
from xref.segment.grammar import Words, read_words
from xref.segment.quotes import share_quoted
from xref.segment.relays import find_cited, outer_of, relay_beside
from xref.segment.shapes import find_one
from xref.segment.sources import classify
from xref.segment.subjects import Phrase

MAX_CUES = 24
"""cues looked at in one sentence: no sentence reports more, and a text made of cue words must not cost minutes"""
MAX_WORDS = 400
"""longer sentences are lists or tables; only their beginning is read"""
_LABEL = re.compile(r"^([A-Z][\w.&'’ -]{1,40}?):\s+(?=[\"“A-Z])")


def find_attributions(
    text: str, span: Span, quotations: list[Span], names: list[NameMention]
) -> tuple[Attribution, ...]:
    """The attributions of the sentence at `span`, in text order; `quotations` may reach over its edges."""
    base = span.start
    inside = [Span(max(q.start, span.start), min(q.end, span.end)) for q in quotations if q.meets(span)]
    masked = mask(span.of(text), [(q.start - base, q.end - base) for q in inside if q.end - q.start >= 2])
    words = read_words(masked, [(n.span.start - base, n.span.end - base) for n in names])
    found: list[Finding] = []

    def sort_of(phrase: Phrase) -> str:
        return classify(words, phrase, names, base)

    for cue in find_cues(words)[:MAX_CUES]:
        finding = find_one(words, cue, found, sort_of)
        if finding and not any(_meets(finding.cue, other.cue) for other in found):
            found.append(finding)
    found += find_cited(words, found, sort_of)
    made = [_build(words, finding, base, inside) for finding in nested([ended(words, f, found) for f in found])]
    label = _by_label(masked, words, span, inside, names)
    return tuple(a for a in ([label, *made] if label else made) if a is not None)


def _meets(cue: Cue, other: Cue) -> bool:
    return cue.first < other.last and other.first < cue.last


def _by_label(
    masked: str, words: Words, span: Span, inside: list[Span], names: list[NameMention]
) -> Attribution | None:
    """ "NYT: President Obama sent ...": a known outlet or person, a colon, a sentence."""
    match = _LABEL.match(masked)
    named = [
        n for n in names if n.kind in ("media", "person") and match
        and n.span == Span(span.start, span.start + match.end(1))
    ]  # fmt: skip
    if not match or not named or ":" not in words.tags:
        return None
    colon = words.tags.index(":")
    cue = Cue(colon, colon + 1, ":", "label", "", {"end": "speech"})
    sort = "person" if named[0].kind == "person" else "organisation"
    content = Content(((colon + 1, len(words)),), "end")
    return _build(words, Finding(cue, Phrase(0, colon, colon), sort, content, "speech"), span.start, inside)


def _build(words: Words, finding: Finding, base: int, inside: list[Span]) -> Attribution | None:
    """The attribution with places in the document."""
    parts = [_trim(words, first, last) for first, last in finding.content.parts]
    spans = tuple(Span(base + part[0], base + part[1]) for part in parts if part)
    if not spans:
        return None
    quoted = sum(share_quoted(s, inside) * (s.end - s.start) for s in spans) / sum(s.end - s.start for s in spans)
    source, told = finding.source, finding.content.told
    return Attribution(
        source=_span(words, source.first, source.last, base),
        cue=_span(words, finding.cue.first, finding.cue.last, base),
        content=spans,
        # 0.9: the comma and the marks themselves stay outside a fully quoted content
        mode="direct" if quoted >= 0.9 else "indirect" if quoted == 0 else "mixed",
        anonymous=finding.sort == "anonymous",
        told=_span(words, told[0], told[1], base) if told else None,
        through=_through(words, finding, base),
        kind=finding.kind,
        head=_span(words, source.first, source.head, base),
    )


def _span(words: Words, first: int, last: int, base: int) -> Span:
    end = words.end(last - 1)
    if words.masked[words.start(last - 1) : end].endswith(("'", "’")) and words.tags[last - 1] == "Y":
        end = words.end(last - 2)
    return Span(base + words.start(first), base + end)


def _trim(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The characters of a stretch of words without the commas and colons at its edges."""
    while first < last and words.tags[first] in ",;:-":
        first += 1
    while last > first and words.tags[last - 1] in ",;:-":
        last -= 1
    return (words.start(first), words.end(last - 1)) if first < last else None


def _through(words: Words, finding: Finding, base: int) -> Span | None:
    outer = outer_of(words, finding)
    if outer:
        return _span(words, outer.first, outer.head, base)
    place = relay_beside(words, finding.source)
    return Span(base + place[0], base + place[1]) if place else None
