"""Matches of kind reuse and quotation: passages that two documents of the corpus share nearly word for word.

Only running text is compared. A gram of four stems that stands in a few documents leads to the places worth aligning,
so that no two documents are compared that share nothing; passages.py finds the edges. A passage that stands between
quotation marks on either side is a quotation, else it is reuse.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from xref.match.passages import Passage, align, apart, find_regions, tells
from xref.model import Alignment, Claim, Document, Match, Pair, Reason, Span
from xref.words import STOP, scan_words

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
    starts: array[int]
    """for each word where it begins"""
    ends: array[int]
    """for each word where it ends"""
    stems: tuple[str, ...]
    """for each word its stem"""
    owner: array[int]
    """for each word the number of its claim"""
    content: frozenset[str]
    """stems of words that are no grammar words"""


def find_reuse_matches(documents: Sequence[Document], claims: Sequence[Claim]) -> list[Match]:
    """The matches of kind reuse and quotation, one for each kind and two documents, best first.

    `documents` are in order of time; copies of one file (equal digests) are compared with others once.
    """
    texts = _texts(documents, claims)
    content = frozenset().union(*(text.content for text in texts))
    found = []
    for (a, b), seeds in sorted(_meetings(texts).items()):
        left, right = texts[a], texts[b]
        passages = []
        for region in find_regions(seeds):
            if region[1] - region[0] >= GRAM + LEAST_GRAMS - 1:
                passage = align(left.stems, right.stems, region)
                if passage and tells(passage, left.stems, content):
                    passages.append(passage)
        found += _matches(left, right, sorted(apart(passages), key=lambda p: (-len(p.pairs), p.left))[:MOST])
    return sorted(found, key=lambda m: (-m.score, m.kind, m.documents))


def _texts(documents: Sequence[Document], claims: Sequence[Claim]) -> list[_Text]:
    of: dict[str, list[Claim]] = {document.id: [] for document in documents}
    for claim in claims:
        of[claim.document].append(claim)
    found, seen = [], set()
    for document in documents:
        if document.digest in seen:
            continue
        seen.add(document.digest)
        starts, ends, owner = array("L"), array("L"), array("L")
        stems: list[str] = []
        content: set[str] = set()
        for number, claim in enumerate(of[document.id]):
            for at, said, key, stem in scan_words(claim.text):
                starts.append(claim.span.start + at)
                ends.append(claim.span.start + at + len(said))
                owner.append(number)
                stems.append(stem)
                if key not in STOP:
                    content.add(stem)
        held = tuple(of[document.id])
        found.append(_Text(document, held, starts, ends, tuple(stems), owner, frozenset(content)))
    return found


def _meetings(texts: Sequence[_Text]) -> Mapping[tuple[int, int], list[tuple[int, int]]]:
    """Numbers of two texts → places of grams that both hold."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, text in enumerate(texts):
        stems = text.stems
        light = [stem in STOP for stem in stems]
        for at in range(len(stems) - GRAM + 1):
            if sum(light[at : at + GRAM]) < GRAM - 1:
                gram = stems[at : at + GRAM]
                places.setdefault(gram, []).append((number, at))
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for where in places.values():
        held = {number for number, _ in where}
        if 2 <= len(held) <= MAX_DOCUMENTS and len(where) <= 2 * MAX_DOCUMENTS:
            for n, (a, i) in enumerate(where):
                for b, j in where[n + 1 :]:
                    if a != b:
                        found.setdefault((a, b), []).append((i, j))
    return found


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
    spans = _span(left, passage.left), _span(right, passage.right)
    alike = Reason(
        "same-words", f"{agree} of {longer} words agree, in one order", round(ALIKE * agree / longer, 1),
        spans[0].of(left.document.text), spans[1].of(right.document.text),
        tuple(a for a, _ in same), tuple(b for _, b in same),
    )  # fmt: skip
    points = round(LONG * min(1.0, agree / LONG_WORDS), 1)
    length = Reason("length", f"a passage of {longer} words", points)
    return Pair(
        left.claims[_owner(left, passage.left)].id, right.claims[_owner(right, passage.right)].id,
        round(alike.points + points, 1), (alike, length), Alignment(*spans, same),
    )  # fmt: skip


def _owner(text: _Text, place: tuple[int, int]) -> int:
    """The claim that holds most words of a passage; of several the first."""
    held = text.owner[place[0] : place[1]]
    return max(sorted(set(held)), key=held.tolist().count)


def _span(text: _Text, place: tuple[int, int]) -> Span:
    return Span(text.starts[place[0]], text.ends[place[1] - 1])


def _runs(left: _Text, right: _Text, passage: Passage) -> tuple[tuple[Span, Span], ...]:
    """The agreeing words as spans on both sides, neighbours joined."""
    starts = [passage.pairs[0]]
    ends = []
    for before, after in pairwise(passage.pairs):
        if (after[0] - before[0], after[1] - before[1]) != (1, 1):
            ends.append(before)
            starts.append(after)
    ends.append(passage.pairs[-1])
    return tuple(
        (_span(left, (a[0], b[0] + 1)), _span(right, (a[1], b[1] + 1))) for a, b in zip(starts, ends, strict=True)
    )


def _quoted(text: _Text, place: tuple[int, int]) -> float:
    """The share of a passage that stands between quotation marks."""
    span = _span(text, place)
    held = set(text.owner[place[0] : place[1]])
    quotations = {q for number in held for q in text.claims[number].quotations}
    inside = sum(max(0, min(q.end, span.end) - max(q.start, span.start)) for q in quotations)
    return inside / max(1, span.end - span.start)
