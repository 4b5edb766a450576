"""A phrase in a claim, its words in the sense that the codebook asks for, or not at all (senses.py)."""

from __future__ import annotations

import attrs

from xref.model import Facet, Theme
from xref.themes.language import read_phrase
from xref.themes.phrases import Laid, lay
from xref.themes.search import Searcher
from xref.themes.senses import Met, find_senses, is_grammar, load_senses, senses_asked
from xref.themes.stretch import Found
from xref.words import find_words


@attrs.frozen(eq=False)
class Asked:
    """What the words of a facet and its theme ask for."""

    theme: frozenset[str]
    """stems of the words of the theme's phrases"""
    facet: frozenset[str]
    """stems of the words of the facet's phrases"""
    phrases: tuple[str, ...]
    """the facet's phrases"""
    senses: frozenset[str]
    """labels of the senses that a phrase of the theme speaks of itself"""

    @classmethod
    def of(cls, theme: Theme, facet: Facet) -> Asked:
        """What `facet` of `theme` asks for."""
        texts = [text for each in theme.facets for text in each.phrases]
        return cls(_stems(texts), _stems(facet.phrases), facet.phrases, senses_asked(texts))


def _stems(texts: list[str] | tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.stem for text in texts for word in find_words(text) if not is_grammar(word.key))


def may_differ(searcher: Searcher, text: str) -> bool:
    """Whether a word that can carry the phrase `text` has other senses at all: most have none that is listed."""
    senses, words = load_senses(), searcher.index.words
    return any(
        words[number] in senses
        for phrase in read_phrase(text)
        for unit in searcher.units(phrase, wording=True)
        for option in unit.options
        if len(option.tables) == 1
        for number in option.tables[0]
    )


def find_ordinary(searcher: Searcher, number: int, found: Found, asked: Asked, least: float) -> Found | None:
    """`found`, or the best way to lay its units on words of the ordinary sense; None when there is none."""
    barred: set[int] = set()
    while met := find_other(searcher, number, found, asked, least):
        barred.update(each.place for each in met)
        tokens = searcher.index.tokens[number]
        spots = [
            [x for x in laid if u.ordered or barred.isdisjoint(x.places) or len(x.places) > 1]
            for u, laid in zip(found.units, searcher.spots(found.units, number), strict=True)
        ]
        limits = (searcher.settings.gap, round(least * 10))
        placed = lay(found.units, spots, tokens, searcher.index, limits)
        if placed is None:
            return None
        found = Found(found.units, placed)
    return found


def find_other(searcher: Searcher, number: int, found: Found, asked: Asked, least: float) -> list[Met]:
    """The words under a phrase that have another sense than the one asked for; quoted ones are what they are."""
    senses, words, tokens = load_senses(), searcher.index.words, searcher.index.tokens[number]
    told = []
    for unit, laid in zip(found.units, found.placed.units, strict=True):
        single = laid is not None and len(laid.places) == 1 and not unit.ordered
        if laid is not None and single and words[tokens[laid.places[0]] >> 2] in senses:
            told += _other(searcher, number, found, laid, (asked, least))[:1]
    return told


def _other(searcher: Searcher, number: int, found: Found, laid: Laid, wanted: tuple[Asked, float]) -> list[Met]:
    said = searcher.words(number)
    keys = [word.key for word in said]
    (at,) = laid.places
    taken = set(found.placed.places) - {at}
    (asked, least), kept = wanted, []
    for met in find_senses(keys, at):
        if met.sense.label in asked.senses or (met.sense.asks and not met.sense.asks & asked.facet):
            continue
        if met.cue >= 0:
            # a neighbour is a weaker sign than an expression: another phrase of the facet outweighs it
            if taken or said[met.cue].stem in asked.theme or _company(searcher, number, at, (asked.phrases, least)):
                continue
        elif any(n in taken or said[n].stem in asked.theme for n in _others(met, keys)):
            continue
        kept.append(met)
    return kept


def tell_senses(searcher: Searcher, number: int, met: list[Met]) -> list[str]:
    """For each word in another sense: the words that tell it, the sense, where it is listed."""
    words = searcher.words(number)
    told = []
    for each in met:
        first, last = min(each.first, each.cue) if each.cue >= 0 else each.first, max(each.after - 1, each.cue)
        said = " ".join(word.text for word in words[first : last + 1])
        told.append(f"“{said}” means {each.sense.label} ({each.sense.source})")
    return told


def _company(searcher: Searcher, number: int, at: int, asked: tuple[tuple[str, ...], float]) -> bool:
    """Whether a phrase of the facet stands in the claim without the word at `at`."""
    phrases, least = asked
    places = [found[number].placed.places for text in phrases if number in (found := searcher.phrase(text, least))]
    return any(at not in each for each in places)


def _others(met: Met, keys: list[str]) -> list[int]:
    """The content words of the expression beside the word itself."""
    return [n for n in range(met.first, met.after) if n != met.place and not is_grammar(keys[n])]
