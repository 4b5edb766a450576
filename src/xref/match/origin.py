"""Whether two claims of different documents rest on one origin: a report told twice is not two sources.

The rule of source criticism that witnesses count once who depend on each other (Langlois and Seignobos, Introduction
aux études historiques, 1898, book II chapter 8), as far as words show it: both name one outlet as their source, or one
is printed by the outlet that the other names; both hold one passage; both quote the same words of one speaker; both go
by one person in the same days. Nothing is concluded from likeness of content alone, nor from unnamed sources:
"officials" in two reports need not be the same ones.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

import attrs

from xref import fold
from xref.gazetteer import load_gazetteer
from xref.match.passages import find_reuse
from xref.match.runs import find_run
from xref.model import Attribution, Claim, Document, Span

QUOTED_WORDS, QUOTED_CONTENT = 5, 3
"""words in a row that two quotations of one speaker share, and those of them that are no grammar words: five in a row
are seldom said twice by chance (passages.py)"""
SAME_DAYS = 7
"""days between two documents in which one person's words are taken to be of one occasion: a week's news"""

SHOWN = 12
"""words of each side that a note shows; the spans have all"""


@attrs.frozen
class Origin:
    """One origin of two claims, with the words that show it."""

    kind: str
    """"outlet", "passage", "quotation" or "person" """
    label: str
    """in words, e.g. "both rest on Kommersant" """
    left: str
    """the words of the left document"""
    right: str
    """the words of the right document"""
    left_spans: tuple[Span, ...]
    """where they stand in the left document"""
    right_spans: tuple[Span, ...]
    """where they stand in the right document"""

    @property
    def dependent(self) -> bool:
        """Whether the two are one report told twice; one person may have spoken twice."""
        return self.kind != "person"

    @property
    def note(self) -> str:
        """The remark on a match, with the words of both sides."""
        end = ": one report told twice is not two sources" if self.dependent else ""
        words = " | ".join(f"“{_short(said)}”" for said in (self.left, self.right))
        return f"{self.label} ({words}){end}"


def find_origins(left: tuple[Claim, Document], right: tuple[Claim, Document]) -> tuple[Origin, ...]:
    """The origins that two claims share, the surest first; at most an outlet and shared words, else a person."""
    named = _named(*left), _named(*right)
    words = _quotation(left, right) or _passage(left, right)
    kept = tuple(origin for origin in (_outlet(left[1], right[1], *named), words) if origin)
    if kept:
        return kept
    person = _person(left[1], right[1], *named)
    return (person,) if person else ()


def _short(said: str) -> str:
    words = said.split()
    return said if len(words) <= SHOWN else " ".join(words[:SHOWN]) + " …"


@attrs.frozen
class _Source:
    kind: str
    name: str
    span: Span


def _named(claim: Claim, document: Document) -> Mapping[str, _Source]:
    """The outlets and people that a claim names as its source: key → source."""
    found: dict[str, _Source] = {}
    for source in _sources(claim, document):
        found.setdefault(_key(source.name), source)
    return found


def _sources(claim: Claim, document: Document) -> Iterator[_Source]:
    for attribution in claim.attributions:
        if attribution.asserts:
            yield from _inside(claim, document, attribution)
    speaker = claim.speaker
    if speaker is None or speaker.document != document.id or speaker.span.end <= speaker.span.start:
        return
    if _is_outlet(speaker.name):
        yield _Source("outlet", speaker.name, speaker.span)
    elif speaker.kind == "person":
        yield _Source("person", speaker.name, speaker.span)


def _inside(claim: Claim, document: Document, attribution: Attribution) -> Iterator[_Source]:
    """The outlets that source, relay or hearer of an attribution name: "told Axios", "in a Bloomberg report"."""
    for place in (attribution.head or attribution.source, attribution.through, attribution.told):
        for name in claim.names if place else ():
            words = name.span.of(document.text)
            if place and place.holds(name.span) and (name.kind == "media" or _is_outlet(words)):
                yield _Source("outlet", words, name.span)


@functools.lru_cache(maxsize=4096)
def _is_outlet(name: str) -> bool:
    entries = load_gazetteer().match(_bare(name))
    return bool(entries) and all(entry.kind == "media" for entry in entries)


@functools.lru_cache(maxsize=4096)
def _key(name: str) -> str:
    entries = load_gazetteer().match(_bare(name))
    return entries[0].id if len(entries) == 1 else fold.key(_bare(name))


def _bare(name: str) -> str:
    words = " ".join(name.split())
    return words[4:] if words[:4].casefold() == "the " else words


def _outlet(left: Document, right: Document, a: Mapping[str, _Source], b: Mapping[str, _Source]) -> Origin | None:
    own = [_key(d.outlet.value) if d.outlet else "" for d in (left, right)]
    for key in (k for k in a if k in b):
        # two issues of one paper may name it in passing ("told The Times")
        if a[key].kind == b[key].kind == "outlet" and not own[0] == own[1] == key:
            return _make("outlet", f"both rest on {a[key].name}", (left, (a[key].span,)), (right, (b[key].span,)))
    for named, other, document in ((a, right, left), (b, left, right)):
        key = own[1] if other is right else own[0]
        source = named.get(key) if key and own[0] != own[1] else None
        if source and source.kind == "outlet" and other.outlet:
            spans = {document.id: (source.span,), other.id: (other.outlet.span,) if other.outlet.span else ()}
            label = f"one is printed by {other.outlet.value}, on which the other rests"
            return _make("outlet", label, (left, spans[left.id]), (right, spans[right.id]))
    return None


def _passage(left: tuple[Claim, Document], right: tuple[Claim, Document]) -> Origin | None:
    if not find_run(left[0].text, right[0].text, 3):
        return None
    for a, b in find_reuse(left[0].text, right[0].text):
        shifted = a.shift(left[0].span.start), b.shift(right[0].span.start)
        return _make("passage", "both print one passage", (left[1], (shifted[0],)), (right[1], (shifted[1],)))
    return None


def _quotation(left: tuple[Claim, Document], right: tuple[Claim, Document]) -> Origin | None:
    """The same words in quotation marks, of one named speaker."""
    a, b = left[0].speaker, right[0].speaker
    if a is None or b is None or a.anonymous or b.anonymous or _key(a.name) != _key(b.name):
        return None
    for one in left[0].quotations:
        for other in right[0].quotations:
            said = one.of(left[1].text), other.of(right[1].text)
            if run := find_run(*said, QUOTED_WORDS, QUOTED_CONTENT):
                spans = run[0].shift(one.start), run[1].shift(other.start)
                label = f"both quote the same words of {a.name}"
                return _make("quotation", label, (left[1], (spans[0],)), (right[1], (spans[1],)))
    return None


def _person(left: Document, right: Document, a: Mapping[str, _Source], b: Mapping[str, _Source]) -> Origin | None:
    if left.day is None or right.day is None or abs((left.day - right.day).days) > SAME_DAYS:
        return None
    for key in (k for k in a if k in b and a[k].kind == b[k].kind == "person"):
        label = f"both go by what {a[key].name} said in the same days"
        return _make("person", label, (left, (a[key].span,)), (right, (b[key].span,)))
    return None


def _make(
    kind: str, label: str, left: tuple[Document, tuple[Span, ...]], right: tuple[Document, tuple[Span, ...]]
) -> Origin:
    words = [" … ".join(" ".join(span.of(d.text).split()) for span in spans) for d, spans in (left, right)]
    names = [said or (d.outlet.value if d.outlet else "") for said, (d, _) in zip(words, (left, right), strict=True)]
    return Origin(kind, label, names[0], names[1], left[1], right[1])
