"""Text cut into marked and unmarked pieces, so that no script ever counts characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from xref.model import Claim, Document, Hit, Pair, Span, Theme
from xref.report.records import Piece
from xref.show import show

TAG = re.compile(r"</?(?:u|b|i|em|strong|sup|sub|span|br)\b[^<>\n]{0,40}>", re.I)
"""inline tags that are not shown"""
# an empty line, or a note mark written as <sup>iv</sup>
_SPECIAL = re.compile(r"(\s*(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*)|<sup>([^<>\n]{1,8})</sup>")
_SPACES = re.compile(r"\s+")
NOTE = re.compile(r"<sup>[^<>\n]{1,8}</sup>", re.I)
"""a raised mark of a note, with its tags"""


@attrs.frozen
class Marked:
    """A stretch to mark."""

    span: Span
    """where, in the document"""
    look: str
    """class"""
    note: str
    """for readers by ear"""
    number: str = ""
    """shown after it"""


def facet_marks(hit: Hit, theme: Theme, claim: Claim) -> list[Marked]:
    """The words of `hit` that stand in `claim`, facet by facet."""
    order = {facet.name: n for n, facet in enumerate(theme.facets, 1)}
    return [
        Marked(e.span, look_of(order[e.facet]), show(f"{e.facet}: "), str(order[e.facet]))
        for e in hit.evidence
        if e.facet in order and claim.span.holds(e.span)
    ]


def look_of(number: int) -> str:
    """The class of facet `number`: three looks, taken in turn."""
    return f"f{(number - 1) % 3 + 1}"


def shared_marks(pair: Pair, claim: Claim) -> list[Marked]:
    """The words of the reasons beyond the theme: shared rare words, stances."""
    found = []
    for reason in pair.reasons:
        if reason.name in ("shared-words", "opposed", "same-stance"):
            spans = reason.left_spans if claim.id == pair.left else reason.right_spans
            note = "shared word: " if reason.name == "shared-words" else "stance: "
            found += [Marked(span, "w", note) for span in spans if claim.span.holds(span)]
    return found


def passage_marks(pair: Pair, claim: Claim) -> list[Marked]:
    """The words of a shared passage that agree on both sides, as far as they stand in `claim`."""
    found = []
    for left, right in pair.alignment.same if pair.alignment else ():
        span = left if claim.id == pair.left else right
        start, end = max(span.start, claim.span.start), min(span.end, claim.span.end)
        if start < end:
            found.append(Marked(Span(start, end), "w", "the same in both: "))
    return found


def cut(document: Document, span: Span, marks: Sequence[Marked]) -> tuple[Piece, ...]:
    """The words at `span` as pieces; words with the marks of two facets show both.

    "sent a secret letter to" may be facet 2 and its "letter" facet 1: neither may hide the other.
    """
    inside = _join([mark for mark in marks if span.holds(mark.span)])
    edges = sorted({span.start, span.end, *(e for m in inside for e in (m.span.start, m.span.end))})
    pieces: list[Piece] = []
    for start, end in pairwise(edges):
        over = [m for m in inside if m.span.start <= start and end <= m.span.end]
        if over:
            pieces.append(_marked(document.text[start:end], Span(start, end), over))
        else:
            pieces += _plain(document.text[start:end])
    return tuple(pieces)


def _join(marks: Sequence[Marked]) -> list[Marked]:
    """Marks of one look that meet as one mark; where a facet's words are shared words too, the facet's only."""
    found: list[Marked] = []
    for mark in sorted((m for m in marks if m.look != "w"), key=lambda m: (m.look, m.span)):
        last = found[-1] if found else None
        if last and last.look == mark.look and last.span.meets(mark.span):
            found[-1] = attrs.evolve(last, span=Span(last.span.start, max(last.span.end, mark.span.end)))
        else:
            found.append(mark)
    facets = len(found)
    for mark in marks:
        if mark.look == "w" and not any(other.span.meets(mark.span) for other in found):
            found.append(mark)
    # the shorter one of two facets is the words' own: the longer one shows on both sides of it
    return [*sorted(found[:facets], key=lambda m: m.span.end - m.span.start), *found[facets:]]


def _marked(text: str, span: Span, over: Sequence[Marked]) -> Piece:
    """A stretch under the marks `over`, its own first; a meaning stands where a mark begins, a number where it ends."""
    own, *outer = over
    look = f"{own.look} o{outer[0].look[1:]}" if outer else own.look
    notes = "".join(m.note for m in over if m.span.start == span.start)
    numbers = ",".join(m.number for m in over if m.span.end == span.end and m.number)
    return Piece(show(_SPACES.sub(" ", TAG.sub("", text))), look, notes, numbers)


def _plain(text: str) -> list[Piece]:
    """Unmarked text: inline tags off, a raised note mark kept raised, an empty line inside a sentence as a pilcrow."""
    found = []
    for number, part in enumerate(_SPECIAL.split(text)):
        if number % 3 == 1 and part:
            found.append(Piece(" ¶ ", "pil"))
        elif number % 3 == 2 and part:
            found.append(Piece(show(part), "note"))
        elif number % 3 == 0 and (plain := TAG.sub("", part)):
            found.append(Piece(show(plain)))
    return found


def excerpt(text: str, limit: int = 90) -> str:
    """The first words of `text` on one line, cut at a space."""
    flat = show(" ".join(TAG.sub("", NOTE.sub("", text)).split()))
    if len(flat) <= limit:
        return flat
    return flat[:limit].rsplit(" ", 1)[0] + " …"


def ending(text: str, limit: int = 90) -> str:
    """The last words of `text` on one line."""
    flat = show(" ".join(TAG.sub("", NOTE.sub("", text)).split()))
    return flat if len(flat) <= limit else "… " + flat[-limit:].split(" ", 1)[-1]
