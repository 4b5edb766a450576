"""The distinct words of a corpus, how many claims hold each, and which of them may stand for a word of a phrase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs
from rapidfuzz import process
from rapidfuzz.distance import OSA

from xref.words import likeness, ordinary_stem, region_free, stem_of


@attrs.frozen(eq=False, kw_only=True)
class Vocabulary:
    """The distinct words of a corpus."""

    words: tuple[str, ...]
    """number of a word → the word, folded"""
    numbers: Mapping[str, int]
    """the word, folded → its number"""
    held: Sequence[int]
    """number of a word → how many claims hold it"""
    count: int
    """claims in all"""
    stems: Mapping[str, tuple[int, ...]] = attrs.field(init=False)
    """stem → numbers of the words with it"""
    regions: Mapping[str, tuple[int, ...]] = attrs.field(init=False)
    """stem of the American spelling → numbers of the words with it"""
    by_region: Mapping[str, tuple[int, ...]] = attrs.field(init=False)
    """word in American spelling → numbers of the words that spell it so or otherwise"""
    odd: Mapping[str, tuple[str, ...]] = attrs.field(init=False)
    """first letter → the words of six letters or more that no dictionary knows: only they can be slips of the pen"""

    def __attrs_post_init__(self) -> None:
        stems: dict[str, list[int]] = {}
        regions: dict[str, list[int]] = {}
        by_region: dict[str, list[int]] = {}
        odd: dict[str, list[str]] = {}
        for number, word in enumerate(self.words):
            stems.setdefault(stem_of(word), []).append(number)
            if len(word) >= 6 and word.isalpha():
                american = region_free(word)
                regions.setdefault(stem_of(american), []).append(number)
                by_region.setdefault(american, []).append(number)
                if not ordinary_stem(word):
                    odd.setdefault(word[0], []).append(word)
        # the one place where they are set: the class is frozen for all others
        for name, table in (("stems", stems), ("regions", regions), ("by_region", by_region), ("odd", odd)):
            object.__setattr__(self, name, {key: tuple(each) for key, each in table.items()})


def make_vocabulary(held: Mapping[str, int], count: int) -> Vocabulary:
    """The vocabulary of a corpus of `count` claims; `held`: folded word → claims that hold it."""
    words = tuple(held)
    return Vocabulary(
        words=words, numbers={word: n for n, word in enumerate(words)}, held=tuple(held.values()), count=count
    )


def variants(vocabulary: Vocabulary, key: str, least: float) -> dict[int, tuple[int, str]]:
    """The words of the corpus that stand for the folded word `key`: number → likeness in tenths (0-1000), and how.

    The rule is `words.likeness`; here it is only asked for words that can pass it.
    """
    near = {*vocabulary.stems.get(stem_of(key), ())}
    if len(key) >= 6 and key.isalpha():
        near |= {*vocabulary.regions.get(stem_of(region_free(key)), ())}
        slips = process.extract(key, vocabulary.odd.get(key[0], ()), scorer=OSA.distance, score_cutoff=2, limit=None)
        near |= {vocabulary.numbers[word] for word, _, _ in slips}
    if key in vocabulary.numbers:
        near.add(vocabulary.numbers[key])
    found = {}
    for number in sorted(near):
        score, how = likeness(key, vocabulary.words[number], least)
        if how:
            found[number] = (round(score * 10), how)
    return found
