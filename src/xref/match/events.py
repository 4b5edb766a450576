"""Whether two claims of different documents speak of one event: likeness of the claims and of their documents.

A claim alone says too little ("the coach was fired"): two reports of one event also share what stands around. So the
likeness of two claims (rare stems by BM25, Robertson and Zaragoza 2009, and letter n-grams, which bridge inflection and
spelling) is multiplied by that of their documents: directly (cosine of rare stems) and through the documents that both
are near to, which tells two look-alike events of one kind apart. What each part is worth on open data is measured by
`benchmarks/study.py`. Numbers are rounded sums in a fixed order, so that no machine differs.
"""

from __future__ import annotations

import functools
import math
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import attrs

from xref.words import STOP, find_words

K1, B = 1.2, 0.75
"""BM25's saturation and length normalisation, at the values of its authors"""
GRAMS = (3, 4, 5)
"""lengths of letter n-grams within words"""
NEAR = 10
"""documents whose company tells what a document is about"""
APART = 0.3
"""what the company of two documents is multiplied with at least, so that a lone document is not shut out"""
COMMON = 0.5
"""stems in more than this share of the documents tell none apart"""
ONE = 1 << 28
"""the length of a vector: products of two numbers up to it are summed without loss in 64 bits"""
SPARSE = 28
"""a term in fewer than one of so many texts is rare: then to go through them is faster than to multiply all"""


@attrs.frozen
class Text:
    """A claim or sentence."""

    document: str
    """id of its document"""
    text: str
    """its words"""


def find_events(texts: Sequence[Text], least: float = 0.0) -> list[tuple[int, int, float]]:
    """Pairs of texts of different documents that may speak of one event: numbers (i < j) and likeness, over `least`."""
    bags = [count_stems(text.text) for text in texts]
    claims = add(find_bm25(bags), find_letter_cosines([text.text for text in texts]))
    near = Documents(add_up([text.document for text in texts], bags))
    found = []
    for (i, j), likeness in sorted(claims.items()):
        if texts[i].document != texts[j].document:
            score = likeness * near.likeness(texts[i].document, texts[j].document)
            if score > least:
                found.append((i, j, round(score, 6)))
    return found


def count_stems(text: str) -> Counter[str]:
    """Content stems of `text`, with their counts."""
    return Counter(word.stem for word in find_words(text) if word.key not in STOP)


def _grams(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for word in find_words(text):
        padded = f" {word.key} "
        for length in GRAMS:
            found.update(padded[at : at + length] for at in range(max(1, len(padded) - length + 1)))
    return found


def find_letter_cosines(texts: Sequence[str]) -> dict[tuple[int, int], float]:
    """Cosine of letter n-grams, for pairs that share one."""
    return _cosines([_grams(text) for text in texts])


def find_bm25(bags: Sequence[Counter[str]]) -> dict[tuple[int, int], float]:
    """The mean of both texts as the other's query, for pairs that share a stem."""
    count = len(bags)
    holders: dict[str, list[int]] = {}
    for number, bag in enumerate(bags):
        for stem in bag:
            holders.setdefault(stem, []).append(number)
    lengths = [sum(bag.values()) for bag in bags]
    mean = sum(lengths) / max(1, count) or 1.0
    found: dict[tuple[int, int], float] = {}
    for stem, where in sorted(holders.items()):
        if len(where) > max(2.0, COMMON * count):
            continue
        idf = math.log(1 + (count - len(where) + 0.5) / (len(where) + 0.5))
        gains = [idf * bags[n][stem] * (K1 + 1) / (bags[n][stem] + K1 * (1 - B + B * lengths[n] / mean)) for n in where]
        for a, i in enumerate(where):
            for b in range(a + 1, len(where)):
                pair = (i, where[b])
                found[pair] = found.get(pair, 0.0) + (gains[a] + gains[b]) / 2
    return found


def _weighted(bags: Sequence[Mapping[str, int]], least: int) -> list[dict[str, int]]:
    """Each bag as a vector of length `ONE`: log frequency by rarity, in whole numbers."""
    count = len(bags)
    held = Counter(chain.from_iterable(bags))
    most = max(2.0, COMMON * count)
    rare = {term: math.log((count + 1) / (n + 0.5)) for term, n in held.items() if least <= n <= most}
    often = functools.cache(lambda n: 1 + math.log(n))
    found = []
    for bag in bags:
        vector = {term: often(n) * rare[term] for term, n in sorted(bag.items()) if term in rare}
        norm = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        found.append({term: round(ONE * value / norm) for term, value in vector.items()})
    return found


def _cosines(bags: Sequence[Mapping[str, int]]) -> dict[tuple[int, int], float]:
    """Cosine for pairs that share a term, by an inverted index.

    The texts that hold a common term are one long integer with a slot of 64 bits for each, so that one multiplication
    adds the term to the sums of them all; texts that hold a rare one are gone through. Sums of whole numbers are exact.
    """
    vectors = _weighted(bags, 2)
    held = Counter(chain.from_iterable(vectors))
    common = {term for term, n in held.items() if n * SPARSE > len(bags)}
    packed = dict.fromkeys(common, 0)
    holders: dict[str, list[tuple[int, int]]] = {term: [] for term in held if term not in common}
    found: dict[tuple[int, int], float] = {}
    for j, vector in enumerate(vectors):
        slots = sum(packed[term] * x for term, x in vector.items() if term in common)
        row = array("Q", slots.to_bytes(8 * j, sys.byteorder))
        if sys.byteorder == "big":
            row.reverse()
        for term, x in vector.items():
            if term in common:
                packed[term] |= x << 64 * j
            else:
                for i, y in holders[term]:
                    row[i] += y * x
                holders[term].append((j, x))
        found.update(((i, j), value / (ONE * ONE)) for i, value in enumerate(row) if value)
    return found


def add(one: Mapping[tuple[int, int], float], other: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The sum of both, each as a share of its own high values."""
    tops = [_high(values.values()) for values in (one, other)]
    return {pair: one.get(pair, 0.0) / tops[0] + other.get(pair, 0.0) / tops[1] for pair in {*one, *other}}


def _high(values: Iterable[float]) -> float:
    """The value that one in a thousand exceeds: a measure that one odd pair does not move."""
    ordered = sorted(values)
    return ordered[int(0.999 * (len(ordered) - 1))] if ordered else 1.0


def add_up(names: Sequence[str], bags: Sequence[Counter[str]]) -> dict[str, Counter[str]]:
    """The stems of documents; `names` and `bags` are for each text its document and its stems."""
    together: dict[str, Counter[str]] = {}
    for name, bag in zip(names, bags, strict=True):
        together.setdefault(name, Counter()).update(bag)
    return together


class Documents:
    """How near documents are to each other, directly and by the company they keep."""

    def __init__(self, together: Mapping[str, Mapping[str, int]]) -> None:
        """`together`: id of a document → its stems, with their counts."""
        self._number = {name: n for n, name in enumerate(together)}
        self._direct = _cosines(list(together.values()))
        self._company = self._find_company(len(together))

    def _find_company(self, count: int) -> list[dict[int, float]]:
        """For each document its nearest ones, as a vector of length one."""
        near: list[list[tuple[float, int]]] = [[] for _ in range(count)]
        for (i, j), value in self._direct.items():
            near[i].append((value, j))
            near[j].append((value, i))
        found = []
        for around in near:
            best = sorted(around, key=lambda item: (-item[0], item[1]))[:NEAR]
            norm = math.sqrt(sum(value * value for value, _ in best)) or 1.0
            found.append({number: value / norm for value, number in sorted(best, key=lambda item: item[1])})
        return found

    def likeness(self, left: str, right: str) -> float:
        """How near two documents are."""
        i, j = sorted((self._number[left], self._number[right]))
        a, b = self._company[i], self._company[j]
        company = sum(value * b[number] for number, value in a.items() if number in b)
        return self._direct.get((i, j), 0.0) * (APART + company)
