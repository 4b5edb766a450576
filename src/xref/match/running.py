"""The running text of a document: the words of its claims one after the other, and where each of them stands."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain

import attrs

from xref.model import Claim, Document, Span
from xref.tally import Counted, Tally
from xref.words import Stems, find_words


@attrs.define(eq=False, slots=False)
class Running:
    """The running text of one document."""

    document: Document
    claims: Sequence[Claim]
    tally: Tally
    """its words, counted"""
    cut: Stems
    """cuts pieces into stems, each once for all documents"""
    said: dict[int, tuple[str, ...]] = attrs.field(factory=dict)
    """number of a claim → its stems"""
    places: dict[int, list[Span]] = attrs.field(factory=dict)
    """number of a claim that is shown → where its words stand in the document"""

    @property
    def grams(self) -> Sequence[int]:
        """For each place a number that stands for the stems from there; 0 for none."""
        return self.tally.grams

    @functools.cached_property
    def firsts(self) -> tuple[int, ...]:
        """For each claim the number of its first word, and at the end how many words there are."""
        return tuple(accumulate(self.tally.lengths, initial=0))

    @property
    def count(self) -> int:
        """Words in all."""
        return self.firsts[-1]

    def stems(self, place: tuple[int, int]) -> tuple[str, ...]:
        """The stems of words: first word, word after the last; only claims that share a passage, perhaps, are cut."""
        first, last = place
        numbers = range(self.owner(first), self.owner(last - 1) + 1)
        skipped = first - self.firsts[numbers[0]]
        return tuple(chain.from_iterable(map(self._said, numbers)))[skipped : skipped + last - first]

    def _said(self, number: int) -> tuple[str, ...]:
        if number not in self.said:
            self.said[number] = tuple(self.cut.of(self.claims[number].text))
        return self.said[number]

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
            found.append(Running(document, corpus.by_document[document.id], corpus.tallies[document.id], cut))
    return found
