"""How much a word says: rare words weigh, grammar words nothing.

Inverse document frequency over the claims of the corpus (Sparck Jones 1972), as an integer in thousandths so that sums
do not depend on their order: ln((N + 1) / (n + 0.5)) for a stem that stands in n of N claims.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import attrs

from xref.model import Claim, Span
from xref.tally import Counted, weighs
from xref.words import Word, find_words


@attrs.frozen
class Bag:
    """The weighing words of one claim."""

    stems: Mapping[str, tuple[Word, ...]]
    """stem → its words in the claim, spans counted in the document"""
    total: int
    """sum of the stems' weights"""


@attrs.frozen
class Rarity:
    """Weights of stems, and the bags of all claims."""

    weights: Mapping[str, int]
    """stem → weight in thousandths"""
    bags: Mapping[str, Bag]
    """claim id → its bag"""


def weigh_words(corpus: Counted) -> Rarity:
    """Weights over the claims of a corpus."""
    frequency: Counter[str] = Counter()
    for tally in corpus.tallies.values():
        frequency.update(tally.held)
    count = len(corpus.claims)
    weights = {stem: max(1, round(1000 * math.log((count + 1) / (n + 0.5)))) for stem, n in sorted(frequency.items())}
    return Rarity(weights, Bags(weights, {claim.id: claim for claim in corpus.claims}))


class Bags(dict[str, Bag]):
    """Claim id → its bag, filled when it is asked for: only claims with a hit are ever compared."""

    def __init__(self, weights: Mapping[str, int], claims: Mapping[str, Claim]) -> None:
        super().__init__()
        self.weights, self.claims = weights, claims

    def __missing__(self, name: str) -> Bag:
        claim = self.claims[name]
        stems: dict[str, list[Word]] = {}
        for word in find_words(claim.text):
            if weighs(word.text, word.key):
                moved = attrs.evolve(word, span=word.span.shift(claim.span.start))
                stems.setdefault(word.stem, []).append(moved)
        bag = Bag({s: tuple(w) for s, w in sorted(stems.items())}, sum(self.weights[s] for s in stems))
        self[name] = bag
        return bag


def shared_stems(rarity: Rarity, left: str, right: str, without: frozenset[str]) -> list[str]:
    """The stems both claims hold, rarest first; `without` are the theme's own, which count elsewhere."""
    a, b = rarity.bags[left].stems, rarity.bags[right].stems
    return sorted((s for s in a if s in b and s not in without), key=lambda s: (-rarity.weights[s], s))


def spans_of(bag: Bag, stems: Sequence[str]) -> tuple[Span, ...]:
    """Where the words with these stems stand."""
    return tuple(sorted(word.span for stem in stems for word in bag.stems[stem]))
