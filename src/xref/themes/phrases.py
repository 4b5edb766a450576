"""What it means that a phrase stands in a claim (docs/codebook.md says it for users).

A phrase is words in order. Each matches the same word, another form of it (same Snowball stem), or a spelling of it
(words.likeness). Up to `gap` other words may stand between them, 2 points off for each. A word with a capital wants a
capital in the text; words between double quotes want themselves. The score is the mean likeness of the words less the
gaps; among several places in a claim the best one counts, then the earliest, then the shortest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from xref.model import Settings, Span
from xref.words import Word, find_words, likeness

GAP_POINTS = 2.0
"""points off for each word between: three of them still pass at the default threshold, as one misspelling does"""
_RANK = {"exact": 0, "stem": 1, "spelling": 2}


@attrs.frozen
class PhraseWord:
    """One word of a phrase."""

    key: str
    """folded"""
    text: str
    """as written"""
    capital: bool
    """whether the text must have a capital here"""
    exact: bool
    """whether the very word must stand there"""


@attrs.frozen
class Phrase:
    """A phrase ready to be looked for."""

    text: str
    """as the codebook writes it"""
    words: tuple[PhraseWord, ...]
    """at least one"""


@attrs.frozen
class Found:
    """One place where a phrase stands."""

    span: Span
    """from its first to its last word"""
    score: float
    """0-100"""
    how: str
    """the weakest kind of likeness among its words"""


def read_phrase(text: str) -> Phrase:
    """`text` as a phrase; raises ValueError when it holds no word."""
    quoted = [(m.start(), m.end()) for m in re.finditer(r'"[^"]*"', text)]
    words = tuple(
        PhraseWord(w.key, w.text, w.text[:1].isupper(), any(a <= w.span.start < b for a, b in quoted))
        for w in find_words(text)
    )
    if not words:
        raise ValueError(f"no word in the phrase {text!r}")
    return Phrase(text, words)


def variants(word: PhraseWord, vocabulary: Sequence[str], settings: Settings) -> dict[str, tuple[float, str]]:
    """The words of `vocabulary` (folded) that `word` matches, each with score and kind."""
    if word.exact:
        return {word.key: (100.0, "exact")}
    found = {}
    for met in vocabulary:
        score, how = likeness(word.key, met, settings.spelling)
        if how:
            found[met] = (score, how)
    return found


def find_phrase(
    phrase: Phrase, tables: Sequence[dict[str, tuple[float, str]]], words: Sequence[Word], settings: Settings
) -> Found | None:
    """The best place of `phrase` among `words`; `tables` hold the variants of each of its words."""
    best: Found | None = None
    for at, word in enumerate(words):
        if _fits(phrase.words[0], tables[0], word):
            found = _from(phrase, tables, words, at, settings)
            if found and (best is None or _order(found) < _order(best)):
                best = found
    return best


def _order(found: Found) -> tuple[float, int, int]:
    return -found.score, found.span.start, found.span.end - found.span.start


def _fits(asked: PhraseWord, table: dict[str, tuple[float, str]], met: Word) -> bool:
    return met.key in table and (not asked.capital or met.text[:1].isupper())


def _from(
    phrase: Phrase, tables: Sequence[dict[str, tuple[float, str]]], words: Sequence[Word], first: int, settings: Settings
) -> Found | None:
    """The phrase beginning at word `first`, each next word at its nearest place within the gap."""
    total, how = tables[0][words[first].key]
    at, spare = first, settings.gap
    for asked, table in zip(phrase.words[1:], tables[1:], strict=True):
        step = next(
            (n for n in range(at + 1, min(at + 2 + spare, len(words))) if _fits(asked, table, words[n])), None
        )
        if step is None:
            return None
        spare -= step - at - 1
        score, kind = table[words[step].key]
        total += score
        how = max(how, kind, key=_RANK.__getitem__)
        at = step
    score = total / len(phrase.words) - GAP_POINTS * (settings.gap - spare)
    return Found(Span(words[first].span.start, words[at].span.end), round(score, 1), how)
