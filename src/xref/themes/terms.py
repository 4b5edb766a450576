"""Terms: runs of one to five words that recur, by their stems, with where they stand.

A term begins and ends with a word that says what is spoken of; grammar words may stand inside ("exchange of
information"). It never reaches over a mark of punctuation. Longer terms are only looked for where their beginning and
their end recur too (Agrawal and Srikant, Fast Algorithms for Mining Association Rules, 1994). How firmly its words hang
together, and whether it is commoner here than there: log-likelihood (Dunning, Accurate Methods for the Statistics of
Surprise and Coincidence, 1993).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from xref.model import Claim, Span
from xref.themes.language import GRAMMAR, NEGATIONS, PARTICLES
from xref.words import STOP, Word, find_words, region_free, stem_of

Key = tuple[str, ...]
"""the stems of a term, in order"""

LONGEST = 5
"""words of a term: longer ones are passages, which reuse matching finds"""
_TIMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday today yesterday tomorrow ago last next first second year years month months week"
    " weeks day days time times new also many much several told tell say says saying".split()
)
"""words that stand at the edge of a term in any text and name nothing: of time, number and saying"""
EDGES = STOP | GRAMMAR | PARTICLES | NEGATIONS | _TIMES
"""words that neither begin nor end a term"""


@attrs.frozen
class Place:
    """One occurrence of a term."""

    claim: int
    """number of the claim"""
    span: Span
    """the words, in the claim's text"""


@attrs.frozen
class Terms:
    """The recurring terms of some claims."""

    places: Mapping[Key, tuple[Place, ...]]
    """term → where it stands, in order"""
    counts: Mapping[Key, int]
    """term or part of one → how often it stands"""
    total: int
    """words in all"""


def runs(text: str) -> list[list[Word]]:
    """The words of `text`, in stretches without a mark of punctuation between them."""
    found: list[list[Word]] = []
    last = -1
    for word in find_words(text):
        # a hyphen joins, any other mark parts
        if last < 0 or text[last : word.span.start].strip(" \t\r\n-‐‑"):
            found.append([])
        found[-1].append(word)
        last = word.span.end
        if text[last : last + 2] in ("'s", "’s"):
            last += 2
    return found


def stem(word: Word) -> str:
    """What a word is compared by: the stem of its American spelling."""
    return stem_of(region_free(word.key))


def find_terms(
    claims: Sequence[Claim], numbers: Iterable[int], *, shortest: int = 2, longest: int = LONGEST, apart: bool = True
) -> Terms:
    """The terms of `shortest` to `longest` words in the claims with these numbers that stand in two claims.

    With `apart` the two claims must be of different documents.
    """
    cut = [(number, run) for number in numbers for run in runs(claims[number].text)]
    stems = [tuple(stem(word) for word in run) for _, run in cut]
    counts: dict[Key, int] = {}
    frequent: set[Key] = set()
    places: dict[Key, list[Place]] = {}
    for length in range(1, longest + 1):
        holders: dict[Key, set[object]] = {}
        for (number, _), keys in zip(cut, stems, strict=True):
            mark = claims[number].document if apart else number
            for at in range(len(keys) - length + 1):
                key = keys[at : at + length]
                if length == 1 or (key[1:] in frequent and key[:-1] in frequent):
                    holders.setdefault(key, set()).add(mark)
                    counts[key] = counts.get(key, 0) + 1
        frequent = {key for key, held in holders.items() if len(held) > 1}
        if length >= shortest:
            _gather(cut, stems, length, frequent, places)
    return Terms({key: tuple(found) for key, found in places.items()}, counts, sum(map(len, stems)))


def _gather(
    cut: Sequence[tuple[int, list[Word]]],
    stems: Sequence[Key],
    length: int,
    frequent: set[Key],
    places: dict[Key, list[Place]],
) -> None:
    """Notes where the terms of one length stand."""
    for (number, run), keys in zip(cut, stems, strict=True):
        for at in range(len(keys) - length + 1):
            key = keys[at : at + length]
            if key in frequent and is_content(run[at]) and is_content(run[at + length - 1]):
                span = Span(run[at].span.start, run[at + length - 1].span.end)
                places.setdefault(key, []).append(Place(number, span))


def is_content(word: Word) -> bool:
    """Whether a word may begin or end a term: it names something, and is no number and no single letter."""
    return word.key not in EDGES and len(word.key) > 2 and word.key.isalpha()


def firmness(terms: Terms, key: Key) -> float:
    """How firmly the words of a term hang together: the log-likelihood at its weakest joint; 0 for one word."""
    if len(key) < 2:
        return 0.0
    whole = terms.counts[key]
    return min(
        log_likelihood(
            whole, terms.counts[key[:n]] - whole, terms.counts[key[n:]] - whole, max(1, terms.total - len(key) * whole)
        )
        for n in range(1, len(key))
    )


def log_likelihood(both: int, left: int, right: int, rest: int) -> float:
    """Dunning's G² of a table of four counts: with both, with the one only, with the other only, with neither.

    Negative where the two meet more rarely than by chance.
    """
    left, right, rest = max(0, left), max(0, right), max(0, rest)
    total = both + left + right + rest
    cells = (
        (both, both + left, both + right),
        (left, both + left, left + rest),
        (right, right + rest, both + right),
        (rest, right + rest, left + rest),
    )
    value = 2 * sum(n * math.log(n * total / (row * column)) for n, row, column in cells if n)
    expected = (both + left) * (both + right) / total if total else 0.0
    # rounded, so that no order hangs on the last digit of a logarithm
    return round(value if both >= expected else -value, 3)


def said_as(claims: Sequence[Claim], places: Sequence[Place]) -> str:
    """The term as it is mostly written; a word that is anywhere written small is written small."""
    forms = [[w.text for w in find_words(claims[p.claim].text, p.span)] for p in places]
    length = len(forms[0])
    same = [form for form in forms if len(form) == length]
    counted = Counter(tuple(word.lower() for word in form) for form in same)
    best = min(counted, key=lambda form: (-counted[form], form))
    written = []
    for n, low in enumerate(best):
        shapes = sorted(form[n] for form in same if form[n].lower() == low)
        written.append(low if low in shapes else shapes[0])
    return " ".join(written)
