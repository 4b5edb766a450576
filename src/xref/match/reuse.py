"""Matches of kind reuse and quotation: passages that two documents of the corpus share nearly word for word.

Only running text is compared. A gram of four stems that stands in a few documents leads to the places worth aligning,
so that no two documents are compared that share nothing; passages.py finds the edges. A passage that stands between
quotation marks on either side is a quotation, else it is reuse.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

import attrs

from xref.match.passages import Passage, apart, find_passage, find_regions
from xref.model import Alignment, Claim, Document, Match, Pair, Reason, Span
from xref.words import STOP, Stems, find_words

GRAM = 4
"""stems of a gram that leads to a place worth aligning"""
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


@attrs.frozen(eq=False)
class _Text:
    """The running text of one document as stems."""

    document: Document
    claims: tuple[Claim, ...]
    firsts: tuple[int, ...]
    """for each claim the number of its first word"""
    stems: tuple[str, ...]
    """for each word its stem"""
    places: dict[int, list[Span]] = attrs.field(factory=dict)
    """number of a claim that is shown → where its words stand in the document"""

    def owner(self, word: int) -> int:
        """The number of the claim that holds a word."""
        return bisect_right(self.firsts, word) - 1

    def span(self, place: tuple[int, int]) -> Span:
        """Where words stand in the document: first word, word after the last."""
        return Span(self._word(place[0]).start, self._word(place[1] - 1).end)

    def _word(self, word: int) -> Span:
        # few words are ever shown: their places are counted out when they are asked for
        number = self.owner(word)
        claim = self.claims[number]
        if number not in self.places:
            self.places[number] = [word.span.shift(claim.span.start) for word in find_words(claim.text)]
        return self.places[number][word - self.firsts[number]]


def find_reuse_matches(documents: Sequence[Document], claims: Sequence[Claim]) -> list[Match]:
    """The matches of kind reuse and quotation, one for each kind and two documents, best first.

    `documents` are in order of time; copies of one file (equal digests) are compared with others once.
    """
    texts, content = _read(documents, claims)
    found = []
    for (a, b), seeds in sorted(_meetings(texts).items()):
        left, right = texts[a], texts[b]
        regions = (region for region in find_regions(seeds) if region[1] - region[0] >= GRAM + LEAST_GRAMS - 1)
        passages = [p for region in regions if (p := find_passage(left.stems, right.stems, region, content))]
        found += _matches(left, right, sorted(apart(passages), key=lambda p: (-len(p.pairs), p.left))[:MOST])
    return sorted(found, key=lambda m: (-m.score, m.kind, m.documents))


def _read(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[list[_Text], frozenset[str]]:
    """The documents as stems, and which stems are those of words that are no grammar words."""
    of: dict[str, list[Claim]] = {}
    for claim in claims:
        of.setdefault(claim.document, []).append(claim)
    stems, seen, found = Stems(), set(), []
    for document in documents:
        if document.digest in seen:
            continue
        seen.add(document.digest)
        firsts: list[int] = []
        said: list[str] = []
        for claim in of.get(document.id, ()):
            firsts.append(len(said))
            said += stems.of(claim.text)
        found.append(_Text(document, tuple(of.get(document.id, ())), tuple(firsts), tuple(said)))
    telling = Stems(lambda said, key: key not in STOP)
    return found, frozenset(chain.from_iterable(map(telling.__getitem__, stems)))


def _meetings(texts: Sequence[_Text]) -> Mapping[tuple[int, int], list[tuple[int, int]]]:
    """Numbers of two texts → places of grams that both hold."""
    held: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        held.update(set(_grams(text)))
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {
        gram: []
        for gram, count in held.items()
        if 2 <= count <= MAX_DOCUMENTS and sum(stem in STOP for stem in gram) < GRAM - 1
    }
    for number, text in enumerate(texts):
        for at, gram in [(at, gram) for at, gram in enumerate(_grams(text)) if gram in places]:
            places[gram].append((number, at))
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for where in places.values():
        if len(where) <= 2 * MAX_DOCUMENTS:
            for n, (a, i) in enumerate(where):
                for b, j in where[n + 1 :]:
                    if a != b:
                        found.setdefault((a, b), []).append((i, j))
    return found


def _grams(text: _Text) -> Iterator[tuple[str, ...]]:
    return zip(*(text.stems[n:] for n in range(GRAM)), strict=False)


def _matches(left: _Text, right: _Text, passages: Sequence[Passage]) -> list[Match]:
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


def _pair(left: _Text, right: _Text, passage: Passage) -> Pair:
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


def _owner(text: _Text, place: tuple[int, int]) -> str:
    """The claim that holds most words of a passage; of several the first."""
    held = Counter(map(text.owner, range(*place)))
    return text.claims[max(held, key=lambda number: (held[number], -number))].id


def _runs(left: _Text, right: _Text, passage: Passage) -> tuple[tuple[Span, Span], ...]:
    """The agreeing words as spans on both sides, neighbours joined."""
    starts = [passage.pairs[0]]
    ends = []
    for before, after in pairwise(passage.pairs):
        if (after[0] - before[0], after[1] - before[1]) != (1, 1):
            ends.append(before)
            starts.append(after)
    ends.append(passage.pairs[-1])
    return tuple((left.span((a[0], b[0] + 1)), right.span((a[1], b[1] + 1))) for a, b in zip(starts, ends, strict=True))


def _quoted(text: _Text, place: tuple[int, int]) -> float:
    """The share of a passage that stands between quotation marks."""
    span = text.span(place)
    held = range(text.owner(place[0]), text.owner(place[1] - 1) + 1)
    quotations = {q for number in held for q in text.claims[number].quotations}
    inside = sum(max(0, min(q.end, span.end) - max(q.start, span.start)) for q in quotations)
    return inside / max(1, span.end - span.start)
