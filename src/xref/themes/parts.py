"""A phrase cut into what is looked for as one: runs, names, words with hyphens, expressions of the thesaurus."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from xref.themes.language import Phrase, PhraseWord
from xref.themes.thesaurus import Entry, Thesaurus


@attrs.frozen
class Part:
    """Neighbouring words of a phrase that make one unit."""

    words: tuple[PhraseWord, ...]
    """as the codebook has them"""
    entries: tuple[Entry, ...] = ()
    """the expressions of the thesaurus that they are"""

    @property
    def text(self) -> str:
        """The words with spaces between."""
        return " ".join(word.text for word in self.words)


def cut_phrase(words: Sequence[PhraseWord], thesaurus: Thesaurus | None) -> list[Part]:
    """The parts of a phrase, in order; with `thesaurus` its expressions are parts."""
    found = []
    at = 0
    while at < len(words):
        length, entries = _next(words, at, thesaurus)
        found.append(Part(tuple(words[at : at + length]), entries))
        at += length
    return found


def holds_entry(phrase: Phrase, thesaurus: Thesaurus | None) -> bool:
    """Whether an expression of the thesaurus makes a unit of `phrase`."""
    return thesaurus is not None and any(part.entries for part in cut_phrase(phrase.words, thesaurus))


def _next(words: Sequence[PhraseWord], at: int, thesaurus: Thesaurus | None) -> tuple[int, tuple[Entry, ...]]:
    """How many words from `at` make one unit, and the thesaurus entries they are."""
    first = words[at]
    end = at + 1
    if first.run:
        while end < len(words) and words[end].run == first.run:
            end += 1
        return end - at, ()
    if first.capital:
        while end < len(words) and words[end].capital and not words[end].run:
            end += 1
        return end - at, ()
    free = at
    while free < len(words) and not (words[free].run or words[free].capital or words[free].starred):
        free += 1
    keys = tuple(word.key for word in words[at:free])
    entries = thesaurus.longest(keys) if thesaurus and keys else ()
    if entries and not (len(entries[0].words) == 1 and (first.weightless or first.negation)):
        return len(entries[0].words), entries
    while end < len(words) and words[end].hyphened:
        end += 1
    return end - at, ()


def is_same(entry: Entry, words: Sequence[PhraseWord]) -> bool:
    """Whether an entry is the phrase's own words."""
    return len(entry.words) == len(words) and all(w.key in f for w, f in zip(words, entry.words, strict=True))
