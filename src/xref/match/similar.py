"""Claims most like a given statement, best first: for "has this been said before?".

BM25 (Robertson and Zaragoza 2009) over three kinds of terms: the very word, its stem, and letter n-grams of names and
rare words; the claim's own words count fully, its title's less. Measured elsewhere, no character ratio ranks claims: it
lets grammar words win. Sums run in a fixed order and are rounded, so that no machine differs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from xref.match.events import K1, B
from xref.words import STOP, find_words

TITLE = 0.35
"""what a word of the title counts beside one of the claim: the title says what the claim was checked for"""
STEM = 0.6
"""what a stem counts beside the very word: "tax" and "taxes" are nearly one, "tax" and "tax" are one"""
GRAM = 0.08
"""what a letter 4-gram counts: eight or so make a word"""


@attrs.frozen
class Statement:
    """A claim that can be found."""

    id: str
    """its id"""
    text: str
    """its words"""
    title: str = ""
    """what it is called, or the title of its document"""


@attrs.frozen(eq=False)
class Statements:
    """Claims, indexed."""

    ids: tuple[str, ...]
    """their ids, in order"""
    postings: Mapping[str, tuple[tuple[int, float], ...]]
    """term → number of a claim, and what the term gains there"""


def index_statements(statements: Sequence[Statement]) -> Statements:
    """The index of `statements`."""
    bags = []
    for statement in statements:
        bag: dict[str, float] = dict(_terms(statement.text))
        for term, count in _terms(statement.title).items():
            bag[term] = bag.get(term, 0.0) + TITLE * count
        bags.append(bag)
    held = Counter(term for bag in bags for term in bag)
    lengths = [sum(value for term, value in bag.items() if term[0] == "=") for bag in bags]
    mean = sum(lengths) / max(1, len(bags)) or 1.0
    postings: dict[str, list[tuple[int, float]]] = {}
    for number, bag in enumerate(bags):
        room = K1 * (1 - B + B * lengths[number] / mean)
        for term, value in bag.items():
            idf = math.log(1 + (len(bags) - held[term] + 0.5) / (held[term] + 0.5))
            gain = _WORTH[term[0]] * idf * value * (K1 + 1) / (value + room)
            postings.setdefault(term, []).append((number, gain))
    return Statements(tuple(s.id for s in statements), {term: tuple(where) for term, where in postings.items()})


def rank(index: Statements, query: str, most: int) -> list[tuple[str, float]]:
    """The ids of the `most` claims most like `query`, best first, with what they gain."""
    gained: dict[int, float] = {}
    for term in sorted(_terms(query)):
        for number, gain in index.postings.get(term, ()):
            gained[number] = gained.get(number, 0.0) + gain
    best = sorted(gained.items(), key=lambda item: (-round(item[1], 6), index.ids[item[0]]))[:most]
    return [(index.ids[number], round(gain, 6)) for number, gain in best]


_WORTH = {"=": 1.0, "~": STEM, "#": GRAM}


def _terms(text: str) -> dict[str, float]:
    found: Counter[str] = Counter()
    for word in find_words(text):
        if word.key in STOP:
            continue
        found.update(("=" + word.key, "~" + word.stem))
        found.update(_grams(word.key))
    return {term: float(count) for term, count in sorted(found.items())}


def _grams(key: str) -> Iterable[str]:
    padded = f" {key} "
    return (f"#{padded[at : at + 4]}" for at in range(len(padded) - 3))
