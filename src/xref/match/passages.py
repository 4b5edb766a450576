"""Passages that two texts share nearly word for word, with exact edges, at any place in running text.

Seed, chain, align. Seeds are runs of three stems that stand in both texts (grams of three survive a quarter of changed
words: 0.75³ of them, so a passage of twelve words has four). Seeds near one diagonal make a region, and local alignment
(Smith and Waterman 1981) over the region's words finds the edges: a changed word costs less than an agreeing one gains,
so an alignment runs on over scattered changes and stops where nothing agrees. After passim (Smith, Cordell and Mullen
2015) and dphon, which seed and align likewise.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import attrs
from rapidfuzz.distance import LCSseq

from xref.model import Span
from xref.words import STOP, find_words, grammar_stems

GRAM = 3
"""stems of a seed"""
MAX_PLACES = 12
"""places of one seed in one text: more are a refrain, and a passage has other seeds"""
DRIFT = 6
"""words that the diagonal of a region may drift by: insertions and deletions"""
REACH = 14
"""words between two seeds of one region: a quarter of changed words leaves such holes seldom"""
MARGIN = 12
"""words around a region that the alignment may reach into"""
BAND = 40
"""words to either side of a region's diagonal that the alignment may use"""
MATCH, CHANGE, GAP = 5, -3, -3
"""points of an agreeing, a changed, and a missing or added word: with 38 % of words changed it still pays"""
LEAST_WORDS = 8
"""agreeing words of a passage: shorter runs are turns of phrase (no two of the shipped documents share 5)"""
LEAST_CONTENT = 5
"""different stems of them that must be no grammar words: formulas ("between the United States and") have fewer"""
LEAST_LENGTH = 10
"""words of the longer side"""
LEAST_SHARE = 0.55
"""agreeing words as a share of the longer side"""

Region = tuple[int, int, int, int]
"""first word and word after the last in the left text, the same in the right one"""


@attrs.frozen
class Passage:
    """A stretch of words that two texts share."""

    left: tuple[int, int]
    """first word and word after the last in the left text"""
    right: tuple[int, int]
    """the same in the right text"""
    pairs: tuple[tuple[int, int], ...]
    """numbers of the words that agree, ascending on both sides"""

    def shift(self, left: int, right: int) -> Passage:
        """The same in two texts that have so many words more before it."""
        (a, b), (c, d) = self.left, self.right
        pairs = tuple((i + left, j + right) for i, j in self.pairs)
        return Passage((a + left, b + left), (c + right, d + right), pairs)


def find_passages(left: Sequence[str], right: Sequence[str], grammar: frozenset[str] = frozenset()) -> list[Passage]:
    """The passages that two sequences of stems share, in the order of the left text; no two overlap on both sides.

    `grammar` are the stems that tell nothing, as those of grammar words do.
    """
    found: list[Passage] = []
    for region in find_regions(_seeds(left, right)):
        passage = find_passage(left, right, region, grammar)
        if passage:
            found.append(passage)
    return apart(found)


def find_passage(left: Sequence[str], right: Sequence[str], region: Region, grammar: frozenset[str]) -> Passage | None:
    """The passage about a region of seeds; None where too little agrees to call it one."""
    passage = align(left, right, region) if _may_tell(left, right, region, grammar) else None
    return passage if passage and _tells(passage, left, grammar) else None


def _may_tell(left: Sequence[str], right: Sequence[str], region: Region, grammar: frozenset[str]) -> bool:
    """Whether the two sides of a region share words enough in one order: most regions need no alignment."""
    sides = [words[slice(*widen(side, len(words)))] for words, side in ((left, region[:2]), (right, region[2:]))]
    telling = [[stem for stem in side if stem not in grammar] for side in sides]
    return (
        LCSseq.similarity(*telling, score_cutoff=LEAST_CONTENT) > 0
        and LCSseq.similarity(*sides, score_cutoff=LEAST_WORDS) > 0
    )


def widen(side: tuple[int, ...], count: int) -> tuple[int, int]:
    """One side of a region with its margin, in a text of `count` words: no others are looked at for its passage."""
    return max(0, side[0] - MARGIN), min(count, side[1] + MARGIN)


def _seeds(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Places of equal grams, as pairs of word numbers, by diagonal and then place."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(right) - GRAM + 1):
        places.setdefault(tuple(right[at : at + GRAM]), []).append(at)
    found = []
    for at in range(len(left) - GRAM + 1):
        gram = tuple(left[at : at + GRAM])
        there = places.get(gram, ())
        if there and len(there) <= MAX_PLACES and not all(stem in STOP for stem in gram):
            found += [(at, other) for other in there]
    return found


def find_regions(seeds: Sequence[tuple[int, int]]) -> list[Region]:
    """Seeds that lie near one diagonal and near each other, as boxes: left from, left to, right from, right to."""
    boxes: list[list[int]] = []
    open_boxes: list[list[int]] = []
    for a, b in sorted(seeds):
        open_boxes = [box for box in open_boxes if a - box[1] <= REACH]
        for box in open_boxes:
            # the last seed of the box tells its diagonal
            if -1 <= b - box[3] + GRAM <= REACH + GRAM and abs((b - a) - (box[3] - box[1])) <= DRIFT:
                box[1], box[3] = max(box[1], a + GRAM), max(box[3], b + GRAM)
                break
        else:
            box = [a, a + GRAM, b, b + GRAM]
            boxes.append(box)
            open_boxes.append(box)
    return [(a, b, c, d) for a, b, c, d in boxes]


def align(left: Sequence[str], right: Sequence[str], region: Region) -> Passage | None:
    """The best local alignment in a region and its margin, within a band about its diagonal."""
    (a0, a1), (b0, b1) = widen(region[:2], len(left)), widen(region[2:], len(right))
    slope = (region[3] - region[2]) / (region[1] - region[0])
    row, low = [0] * (2 * BAND + 2), b0 - 1
    moves: list[tuple[int, bytearray]] = []
    best, end = 0, (0, 0)
    for i in range(a0, a1):
        center = region[2] + int((i - region[0]) * slope)
        start, stop = max(b0, center - BAND), min(b1, center + BAND)
        # cell k of a row stands for word start + k - 1; the row above is shifted by the band's own step
        above = row[start - low :] + [0] * (start - low + 2 * BAND + 2)
        row, move = _row(left[i], right[start:stop], above)
        low = start
        top = max(row)
        if top > best:
            best, end = top, (i, start + row.index(top) - 1)
        moves.append((start, move))
    pairs = _trace(moves, end, a0, left, right) if best else []
    if not pairs:
        return None
    return Passage((pairs[0][0], pairs[-1][0] + 1), (pairs[0][1], pairs[-1][1] + 1), tuple(pairs))


def _row(word: str, others: Sequence[str], above: Sequence[int]) -> tuple[list[int], bytearray]:
    """The best scores of alignments that end at `word` and each of `others`, and the step that leads to each."""
    row, move = [0], bytearray(2 * BAND + 2)
    beside, diagonal = 0, above[0]
    for k, other in enumerate(others, 1):
        up = above[k]
        score, step = diagonal + (MATCH if word == other else CHANGE), 1
        if up + GAP > score:
            score, step = up + GAP, 2
        if beside + GAP > score:
            score, step = beside + GAP, 3
        if score > 0:
            move[k] = step
        else:
            score = 0
        row.append(score)
        beside, diagonal = score, up
    return row, move


def _trace(
    moves: Sequence[tuple[int, bytearray]], end: tuple[int, int], first: int, left: Sequence[str], right: Sequence[str]
) -> list[tuple[int, int]]:
    """The agreeing words of the alignment that ends at `end`, in order."""
    i, j = end
    found = []
    while i >= first:
        start, move = moves[i - first]
        k = j - start + 1
        if not 0 < k < len(move) or not move[k]:
            break
        if move[k] == 1:
            if left[i] == right[j]:
                found.append((i, j))
            i, j = i - 1, j - 1
        elif move[k] == 2:
            i -= 1
        else:
            j -= 1
    return found[::-1]


def _tells(passage: Passage, left: Sequence[str], grammar: frozenset[str]) -> bool:
    """Whether enough words agree to call it one passage."""
    agree = len(passage.pairs)
    telling = len({left[a] for a, _ in passage.pairs if left[a] not in grammar})
    longer = max(passage.left[1] - passage.left[0], passage.right[1] - passage.right[0])
    return (
        longer >= LEAST_LENGTH and agree >= LEAST_WORDS and telling >= LEAST_CONTENT and agree >= LEAST_SHARE * longer
    )


def apart(passages: Sequence[Passage]) -> list[Passage]:
    """The passages without those whose words a better one has, by order of the left text."""
    kept: list[Passage] = []
    for passage in sorted(passages, key=lambda p: (-len(p.pairs), p.left, p.right)):
        if not any(_meet(passage.left, o.left) and _meet(passage.right, o.right) for o in kept):
            kept.append(passage)
    return sorted(kept, key=lambda p: (p.left, p.right))


def _meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


@attrs.frozen
class Read:
    """The words of a short text."""

    spans: tuple[Span, ...]
    """where each stands"""
    stems: tuple[str, ...]
    """of each"""
    telling: frozenset[str]
    """stems of those that are no grammar words"""

    def span(self, place: tuple[int, int]) -> Span:
        """Where words stand: first word, word after the last."""
        return Span(self.spans[place[0]].start, self.spans[place[1] - 1].end)


@functools.lru_cache(maxsize=20_000)
def read(text: str) -> Read:
    """The words of `text`; held, since a claim is compared with many."""
    words = find_words(text)
    telling = frozenset(word.stem for word in words if word.key not in STOP)
    return Read(tuple(word.span for word in words), tuple(word.stem for word in words), telling)


def find_reuse(left: str, right: str) -> list[tuple[Span, Span]]:
    """The passages that two texts share, as spans of characters in each."""
    a, b = read(left), read(right)
    passages = find_passages(a.stems, b.stems, grammar_stems() - a.telling)
    return [(a.span(passage.left), b.span(passage.right)) for passage in passages]
