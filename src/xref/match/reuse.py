"""Matches of kind reuse and quotation: passages that two documents of the corpus share nearly word for word.

Only running text is compared. A gram of four stems (tally.py) that stands in a few documents leads to the places worth
aligning, so that no two documents are compared that share nothing; passages.py finds the edges. A passage that stands
between quotation marks on either side is a quotation, else it is reuse.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import compress, count, groupby, pairwise

from xref.kept import Past
from xref.match.passages import Passage, Region, apart, find_passage, find_regions, widen
from xref.match.running import Running, read_running
from xref.model import Alignment, Match, Pair, Reason, Span
from xref.shelf import Shelf
from xref.tally import GRAM, Counted
from xref.words import grammar_stems

PLACES = 1 << 40
"""more words than a text has"""
MAX_DOCUMENTS = 12
"""documents that may share a gram: what more of them say is a formula"""
LEAST_GRAMS = 2
"""grams on one diagonal from which a place is aligned: one alone is a turn of phrase"""
MOST = 40
"""passages listed for two documents"""
QUOTED = 0.6
"""share of a passage between quotation marks from which it is a quotation"""
ALIKE, LONG = 70.0, 30.0
"""points for the share of agreeing words, and for the length of the passage"""
LONG_WORDS = 40
"""agreeing words from which a passage has all points for its length: two sentences"""


def find_reuse_matches(corpus: Counted) -> list[Match]:
    """The matches of kind reuse and quotation, one for each kind and two documents, best first.

    Copies of one file (equal digests) are compared with others once.
    """
    texts = read_running(corpus)
    grammar = grammar_stems().difference(*(corpus.tallies[text.document.id].telling for text in texts))
    found: list[Match] = []
    for a, meetings in groupby(sorted(_meetings(texts).items()), key=lambda meeting: meeting[0][0]):
        aligner = _Aligner(corpus.past, texts[a], grammar)
        for (_, b), seeds in meetings:
            found += aligner.find(texts[b], seeds)
        aligner.close()
    return sorted(found, key=lambda m: (-m.score, m.kind, m.documents))


def _meetings(texts: Sequence[Running]) -> Mapping[tuple[int, int], list[int]]:
    """Numbers of two texts → places of grams that both hold, where there are enough to align anything.

    A place is one number, which is sorted and compared faster than two: that in the left text times `PLACES`, and that
    in the right one.
    """
    once: set[int] = set()
    shared: set[int] = set()
    for text in texts:
        held = set(text.grams)
        shared.update(once.intersection(held))
        once.update(held)
    del once
    shared.discard(0)
    places: dict[int, list[tuple[int, int]]] = {gram: [] for gram in shared}
    for number, text in enumerate(texts):
        for at in compress(count(), map(shared.__contains__, text.grams)):
            places[text.grams[at]].append((number, at))
    found: dict[tuple[int, int], list[int]] = {}
    for where in places.values():
        if len(where) <= 2 * MAX_DOCUMENTS and len({number for number, _ in where}) <= MAX_DOCUMENTS:
            for n, (a, i) in enumerate(where):
                for b, j in where[n + 1 :]:
                    if a != b:
                        found.setdefault((a, b), []).append(i * PLACES + j)
    return {pair: sorted(seeds) for pair, seeds in found.items() if len(seeds) >= LEAST_GRAMS}


class _Aligner:
    """Aligns one document with later ones; with one that says what it said when both were aligned before it need not.

    What two documents share is decided by their claims, by the places that are worth aligning (which depend on all
    documents: a gram that many hold is a formula), and by which stems only grammar words have.
    """

    def __init__(self, past: Past | None, left: Running, grammar: frozenset[str]) -> None:
        self.past, self.left, self.grammar = past, left, grammar
        said = " ".join(sorted(grammar))
        self.shelf = Shelf(past.kept, "reuse", f"{past.names[left.document.id]} {said}") if past else None

    def find(self, right: Running, seeds: Sequence[int]) -> list[Match]:
        """The matches with a document that shares grams in the places `seeds`, which are sorted."""
        if not (self.past and self.shelf):
            return self._align(right, seeds)
        said = f"{self.past.names[right.document.id]} {seeds}"
        found = self.shelf.take(said, Match)
        if found is None:
            found = self._align(right, seeds)
            self.shelf.put(said, found)
        return found

    def close(self) -> None:
        """Keeps what was found."""
        if self.shelf:
            self.shelf.close()

    def _align(self, right: Running, seeds: Sequence[int]) -> list[Match]:
        regions = find_regions([divmod(seed, PLACES) for seed in seeds])
        regions = [r for r in regions if r[1] - r[0] >= GRAM + LEAST_GRAMS - 1]
        if not regions:
            return []
        passages = [passage for region in regions if (passage := self._passage(right, region))]
        return _matches(self.left, right, sorted(apart(passages), key=lambda p: (-len(p.pairs), p.left))[:MOST])

    def _passage(self, right: Running, region: Region) -> Passage | None:
        """The passage about a region, of which the words about it decide alone: no others are cut into stems."""
        a, b = widen(region[:2], self.left.count), widen(region[2:], right.count)
        moved = region[0] - a[0], region[1] - a[0], region[2] - b[0], region[3] - b[0]
        found = find_passage(self.left.stems(a), right.stems(b), moved, self.grammar)
        return found.shift(a[0], b[0]) if found else None


def _matches(left: Running, right: Running, passages: Sequence[Passage]) -> list[Match]:
    pairs: dict[str, list[Pair]] = {"quotation": [], "reuse": []}
    for passage in passages:
        pair = _pair(left, right, passage)
        quoted = max(_quoted(left, passage.left), _quoted(right, passage.right))
        pairs["quotation" if quoted >= QUOTED else "reuse"].append(pair)
    documents = (left.document.id, right.document.id)
    found = []
    for kind, each in pairs.items():
        if each:
            digest = hashlib.sha256("\x1f".join((kind, *documents)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
            ordered = tuple(sorted(each, key=lambda p: (-p.score, p.left, p.right)))
            found.append(Match("m-" + digest, kind, "", documents, ordered))
    return found


def _pair(left: Running, right: Running, passage: Passage) -> Pair:
    agree = len(passage.pairs)
    longer = max(passage.left[1] - passage.left[0], passage.right[1] - passage.right[0])
    same = _runs(left, right, passage)
    spans = left.span(passage.left), right.span(passage.right)
    alike = Reason(
        "same-words", f"{agree} of {longer} words agree, in one order", round(ALIKE * agree / longer, 1),
        spans[0].of(left.document.text), spans[1].of(right.document.text),
        tuple(a for a, _ in same), tuple(b for _, b in same),
    )  # fmt: skip
    points = round(LONG * min(1.0, agree / LONG_WORDS), 1)
    length = Reason("length", f"a passage of {longer} words", points)
    return Pair(
        _owner(left, passage.left), _owner(right, passage.right),
        round(alike.points + points, 1), (alike, length), Alignment(*spans, same),
    )  # fmt: skip


def _owner(text: Running, place: tuple[int, int]) -> str:
    """The claim that holds most words of a passage; of several the first."""
    held = Counter(map(text.owner, range(*place)))
    return text.claims[max(held, key=lambda number: (held[number], -number))].id


def _runs(left: Running, right: Running, passage: Passage) -> tuple[tuple[Span, Span], ...]:
    """The agreeing words as spans on both sides, neighbours joined."""
    starts = [passage.pairs[0]]
    ends = []
    for before, after in pairwise(passage.pairs):
        if (after[0] - before[0], after[1] - before[1]) != (1, 1):
            ends.append(before)
            starts.append(after)
    ends.append(passage.pairs[-1])
    return tuple((left.span((a[0], b[0] + 1)), right.span((a[1], b[1] + 1))) for a, b in zip(starts, ends, strict=True))


def _quoted(text: Running, place: tuple[int, int]) -> float:
    """The share of a passage that stands between quotation marks."""
    span = text.span(place)
    held = range(text.owner(place[0]), text.owner(place[1] - 1) + 1)
    quotations = {q for number in held for q in text.claims[number].quotations}
    inside = sum(max(0, min(q.end, span.end) - max(q.start, span.start)) for q in quotations)
    return inside / max(1, span.end - span.start)
