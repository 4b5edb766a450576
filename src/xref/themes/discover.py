"""What joins documents of different dates and is in no theme yet: recurring terms, the widest first.

Printed twice is said once: claims of the same words, in two documents or one, count as one, so that a reprinted wire
report joins nothing. Names are what a list of people is for: a term that is all name counts half, and the names of the
outlets and authors of the corpus are left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import attrs

from xref import fold
from xref.model import Claim, Codebook, Document, Hit, Span
from xref.themes.language import read_phrase
from xref.themes.terms import EDGES, Key, Place, Terms, find_terms, firmness, is_content, said_as, stem
from xref.words import find_words

FIRM = 10.83
"""log-likelihood from which the words of a term do not stand together by chance: p < 0.001 (chi-squared)"""
NAME = 0.5
"""worth of a term that is a name, beside one that is none"""


@attrs.frozen
class Standing:
    """A term in one document."""

    document: str
    """id of the document"""
    date: str
    """its date of publication, ISO 8601; empty when it is undated"""
    claim: str
    """id of the first claim of the document that holds the term"""
    span: Span
    """the words there, in the document"""
    count: int
    """claims of the document that hold the term"""


@attrs.frozen
class Term:
    """A recurring term that no theme has."""

    text: str
    """as it is mostly written"""
    joined: int
    """days of publication that it joins"""
    periods: int
    """terms of office that it joins, of all calendars shown"""
    count: int
    """claims that hold it, the same words counted once"""
    firmness: float
    """log-likelihood of its weakest joint: how firmly its words hang together"""
    name: bool
    """whether it is a name wherever it stands"""
    documents: tuple[Standing, ...]
    """where it stands, by date, undated documents last"""


def discover_terms(
    documents: Sequence[Document], claims: Sequence[Claim], hits: Sequence[Hit], codebook: Codebook
) -> list[Term]:
    """The terms that join documents of two days or more and are in no theme, the widest first."""
    once = _once(claims)
    terms = find_terms(claims, once)
    named = {d.id: d for d in documents}
    themed: dict[int, set[str]] = {}
    numbers = {claim.id: number for number, claim in enumerate(claims)}
    for hit in hits:
        themed.setdefault(numbers[hit.claim], set()).add(hit.theme)
    known = _known(codebook)
    sources = _sources(documents)
    found = []
    for key, places in _widest(terms.places, claims).items():
        shared = set.intersection(*(themed.get(p.claim, set()) for p in places))
        content = {k for k in key if k not in known.light}
        if shared or known.holds(key) or content <= sources:
            continue
        term = _term(key, places, terms, claims, named)
        if term.joined > 1 and term.firmness >= FIRM:
            found.append(term)
    return sorted(found, key=lambda t: (-_worth(t), -t.firmness, t.text))


def _worth(term: Term) -> float:
    return (term.joined + term.periods) * (NAME if term.name else 1.0)


def _once(claims: Sequence[Claim]) -> list[int]:
    """The numbers of claims, those of the same words once."""
    first: dict[str, int] = {}
    for number, claim in enumerate(claims):
        first.setdefault(fold.key(claim.text), number)
    return list(first.values())


def _widest(places: Mapping[Key, tuple[Place, ...]], claims: Sequence[Claim]) -> dict[Key, tuple[Place, ...]]:
    """`places` without terms that stand only inside a longer one, or join no more documents than it."""
    joined = {key: frozenset(claims[p.claim].document for p in found) for key, found in places.items()}
    inner = set()
    for key in places:
        for length in range(2, len(key)):
            for at in range(len(key) - length + 1):
                part = key[at : at + length]
                if part in places and joined[part] == joined[key]:
                    inner.add(part)
    return {key: found for key, found in places.items() if key not in inner}


def _term(
    key: Key, places: Sequence[Place], terms: Terms, claims: Sequence[Claim], named: Mapping[str, Document]
) -> Term:
    standing: dict[str, Standing] = {}
    for number in dict.fromkeys(place.claim for place in places):
        claim = claims[number]
        span = next(place.span for place in places if place.claim == number).shift(claim.span.start)
        document = named[claim.document]
        date = document.published.value.iso if document.published else ""
        old = standing.get(claim.document)
        standing[claim.document] = (
            attrs.evolve(old, count=old.count + 1) if old else Standing(claim.document, date, claim.id, span, 1)
        )
    ordered = sorted(standing.values(), key=lambda s: (_day(named[s.document]), s.document))
    periods = {(h.series, h.period) for s in ordered for h in named[s.document].holdings}
    return Term(
        said_as(claims, places),
        len({s.date for s in ordered if s.date}),
        len(periods),
        sum(s.count for s in ordered),
        firmness(terms, key),
        all(_is_name(claims[place.claim], place) for place in places),
        tuple(ordered),
    )


def _day(document: Document) -> dt.date:
    return document.published.value.earliest if document.published else dt.date.max


def _is_name(claim: Claim, place: Place) -> bool:
    """Whether the words are part of a name there: every content word of them has a capital."""
    words = [word for word in find_words(claim.text, place.span) if is_content(word)]
    return all(word.text[:1].isupper() for word in words)


@attrs.frozen
class _Known:
    """The phrases of a codebook, as stems."""

    phrases: tuple[frozenset[str], ...]
    light: frozenset[str]

    def holds(self, key: Key) -> bool:
        """Whether a term says what a phrase of several words says already."""
        return any(phrase <= set(key) for phrase in self.phrases)


def _known(codebook: Codebook) -> _Known:
    phrases = []
    for theme in codebook.themes:
        for text in (t for facet in theme.facets for t in facet.phrases):
            for phrase in read_phrase(text.lstrip().removeprefix("=")):
                words = find_words(" ".join(word.text for word in phrase.words))
                content = frozenset(stem(word) for word in words if is_content(word))
                if len(content) > 1:
                    phrases.append(content)
    return _Known(tuple(dict.fromkeys(phrases)), frozenset(EDGES))


def _sources(documents: Sequence[Document]) -> set[str]:
    """The stems of the names of the corpus's own outlets and authors."""
    facts = [fact for d in documents for fact in (d.outlet, d.author) if fact]
    return {stem(word) for fact in facts for word in find_words(fact.value)}
