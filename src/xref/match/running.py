"""The running text of a document: the words of its claims one after the other, and where each of them stands."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import attrs

from xref.model import Claim, Document, Span
from xref.tally import Counted
from xref.words import Stems, find_words


@attrs.define(eq=False, slots=False)
class Running:
    """The running text of one document."""

    document: Document
    claims: Sequence[Claim]
    grams: Sequence[int]
    """for each place a number that stands for the stems from there; 0 for none"""
    cut: Stems
    """cuts pieces into stems, each once for all documents"""
    places: dict[int, list[Span]] = attrs.field(factory=dict)
    """number of a claim that is shown → where its words stand in the document"""

    @functools.cached_property
    def stems(self) -> tuple[str, ...]:
        """For each word its stem; asked for where it shares a passage, perhaps, that was not found before."""
        return tuple(stem for claim in self.claims for stem in self.cut.of(claim.text))

    @functools.cached_property
    def firsts(self) -> tuple[int, ...]:
        """For each claim the number of its first word."""
        counts = (sum(1 for _ in self.cut.of(claim.text)) for claim in self.claims)
        return tuple(accumulate(counts, initial=0))[:-1]

    def owner(self, word: int) -> int:
        """The number of the claim that holds a word."""
        return bisect_right(self.firsts, word) - 1

    def span(self, place: tuple[int, int]) -> Span:
        """Where words stand in the document: first word, word after the last."""
        return Span(self._word(place[0]).start, self._word(place[1] - 1).end)

    def _word(self, word: int) -> Span:
        # few words are ever shown: their places are counted out when they are asked for
        number = self.owner(word)
        claim = self.claims[number]
        if number not in self.places:
            self.places[number] = [word.span.shift(claim.span.start) for word in find_words(claim.text)]
        return self.places[number][word - self.firsts[number]]


def read_running(corpus: Counted) -> list[Running]:
    """The running text of the documents in order; of copies of one file (equal digests) the first alone."""
    seen, found, cut = set(), [], Stems()
    for document in corpus.documents:
        if document.digest not in seen and document.id in corpus.tallies:
            seen.add(document.digest)
            claims, tally = corpus.by_document[document.id], corpus.tallies[document.id]
            found.append(Running(document, claims, tally.grams, cut))
    return found
