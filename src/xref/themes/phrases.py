"""What it means that a phrase stands in a claim (docs/codebook.md says it for users).

A phrase is words in order. Each matches the same word, another form of it (same Snowball stem), or a spelling of it
(words.likeness). Up to `gap` other words may stand between them, 2 points off for each. A word with a capital wants a
capital in the text; words between double quotes want themselves. A phrase of content words alone may also stand in
another order, 4 points off for each two words that are turned. The score is the mean likeness of the words less these
points; among several places in a claim the best one counts, then the earliest, then the shortest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from xref.model import Settings, Span
from xref.words import STOP, Word, find_words, likeness

Table = dict[str, tuple[float, str]]
"""folded word → how well it stands for a word of the phrase, and how"""

GAP_POINTS = 2.0
"""points off for each word between: three of them still pass at the default threshold, as one misspelling does"""
TURN_POINTS = 4.0
"""points off for each two words that stand the other way round: "quid quo pro" is still "quid pro quo" """
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


def variants(word: PhraseWord, vocabulary: Sequence[str], settings: Settings) -> Table:
    """The words of `vocabulary` (folded) that `word` matches, each with score and kind."""
    if word.exact:
        return {word.key: (100.0, "exact")}
    found = {}
    for met in vocabulary:
        score, how = likeness(word.key, met, settings.spelling)
        if how:
            found[met] = (score, how)
    return found


def find_phrase(phrase: Phrase, tables: Sequence[Table], words: Sequence[Word], settings: Settings) -> Found | None:
    """The best place of `phrase` among `words`; `tables` hold the variants of each of its words."""
    best: Found | None = None
    turns = _may_turn(phrase)
    for at, word in enumerate(words):
        opens = range(len(phrase.words)) if turns else (0,)
        if any(_fits(phrase.words[n], tables[n], word) for n in opens):
            found = _at(phrase, tables, words, at, settings)
            if found and (best is None or _order(found) < _order(best)):
                best = found
    return best


def _may_turn(phrase: Phrase) -> bool:
    """Whether the words may stand in another order: only content words, and few of them."""
    # six: the assignments of more words grow past what a phrase is worth
    return 2 <= len(phrase.words) <= 6 and not any(w.key in STOP or w.exact or w.capital for w in phrase.words)


def _order(found: Found) -> tuple[float, int, int]:
    return -found.score, found.span.start, found.span.end - found.span.start


def _fits(asked: PhraseWord, table: Table, met: Word) -> bool:
    return met.key in table and (not asked.capital or met.text[:1].isupper())


def _at(phrase: Phrase, tables: Sequence[Table], words: Sequence[Word], first: int, settings: Settings) -> Found | None:
    """The best way to lay the phrase on words that begin at `first` and reach no further than the gap allows."""
    last = min(first + len(phrase.words) + settings.gap, len(words))
    places = [
        [n for n in range(first, last) if _fits(asked, table, words[n])]
        for asked, table in zip(phrase.words, tables, strict=True)
    ]
    if not all(places):
        return None
    best: Found | None = None
    for taken in _assign(places, (), _may_turn(phrase)):
        if min(taken) == first:
            found = _score(phrase, tables, words, taken, settings)
            if found and (best is None or _order(found) < _order(best)):
                best = found
    return best


def _assign(places: Sequence[list[int]], taken: tuple[int, ...], turns: bool) -> Iterator[tuple[int, ...]]:
    """Every way to give each word of the phrase a place of its own; in order unless `turns`."""
    if len(taken) == len(places):
        yield taken
        return
    for place in places[len(taken)]:
        if place not in taken and (turns or not taken or place > taken[-1]):
            yield from _assign(places, (*taken, place), turns)


def _score(
    phrase: Phrase, tables: Sequence[Table], words: Sequence[Word], taken: tuple[int, ...], settings: Settings
) -> Found | None:
    between = max(taken) - min(taken) + 1 - len(taken)
    if between > settings.gap:
        return None
    turned = sum(a > b for n, a in enumerate(taken) for b in taken[n + 1 :])
    met = [table[words[place].key] for table, place in zip(tables, taken, strict=True)]
    score = sum(each for each, _ in met) / len(met) - GAP_POINTS * between - TURN_POINTS * turned
    how = max((kind for _, kind in met), key=_RANK.__getitem__)
    return Found(Span(words[min(taken)].span.start, words[max(taken)].span.end), round(score, 1), how)
