"""Where a decision's sentence is today: the same words carry it in silence, other words are only proposed to a person.

The order of the rules is the promise. Equal words (`identity.same_words`) first; likeness only ever *proposes*, and
never a sentence that another decision was made on: a deleted sentence must not hand its verdict to a lookalike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import attrs
from rapidfuzz import fuzz, process

from xref.identity import same_words, text_hash
from xref.model import Claim, CrossReference, Document, Hit, Match
from xref.model.decision import Decision, Side

LIKE = 70.0
"""likeness of the old and the new words from which they are proposed as one sentence edited. Measured on 99 claims:
at 70 every typo, rewording and changed number of a sentence is found again, and flagged"""


@attrs.frozen
class Place:
    """Where a side is today."""

    claim: Claim | None
    """None when nothing is near"""
    same: bool
    """whether its words are the same; if not, `claim` is only a proposal"""
    why: str = ""
    """what has changed, in words"""


@attrs.define(slots=False)
class Texts:
    """The result as decisions look it up, and the words that they were made on."""

    result: CrossReference
    """what is found today"""
    anchored: Mapping[tuple[str, str], Sequence[tuple[str, str]]]
    """theme and folded words of every decision, sentences that speak for themselves → when, and on which text"""

    @cached_property
    def documents(self) -> dict[str, Document]:
        """id → document"""
        return {document.id: document for document in self.result.documents}

    @cached_property
    def by_text(self) -> dict[str, list[Document]]:
        """text hash → documents"""
        found: dict[str, list[Document]] = {}
        for document in self.result.documents:
            found.setdefault(text_hash(document), []).append(document)
        return found

    @cached_property
    def words(self) -> dict[str, dict[str, list[Claim]]]:
        """document id → folded words → claims"""
        found: dict[str, dict[str, list[Claim]]] = {document.id: {} for document in self.result.documents}
        for claim in self.result.claims:
            found[claim.document].setdefault(same_words(claim.text), []).append(claim)
        return found

    @cached_property
    def hits(self) -> dict[tuple[str, str], Hit]:
        """claim id and theme → hit"""
        return {(hit.claim, hit.theme): hit for hit in self.result.hits}

    @cached_property
    def matches(self) -> dict[tuple[str, str, frozenset[str]], Match]:
        """kind, theme and documents → match"""
        return {(match.kind, match.theme, frozenset(match.documents)): match for match in self.result.matches}

    @cached_property
    def by_id(self) -> dict[str, Match]:
        """id → match"""
        return {match.id: match for match in self.result.matches}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """id → claim"""
        return {claim.id: claim for claim in self.result.claims}

    @cached_property
    def themes(self) -> dict[str, str]:
        """id or earlier id → id"""
        found = {alias: theme.id for theme in self.result.codebook.themes for alias in theme.aliases}
        return found | {theme.id: theme.id for theme in self.result.codebook.themes}

    def document_of(self, side: Side) -> Document | None:
        """The document of that id, else the one with the same text under another name."""
        if side.doc in self.documents:
            return self.documents[side.doc]
        return next(iter(self.by_text.get(side.text, ())), None)

    def place(self, side: Side, theme: str, at: str = "") -> Place:
        """Where the sentence of `side`, decided on at `at`, is today."""
        document = self.document_of(side)
        if document is None:
            return Place(None, same=False, why=f"there is no document {side.doc} any more, nor one with its text")
        words = self.words[document.id]
        equal = words.get(same_words(side.exact), [])
        if equal:
            return Place(_nearest(side, equal, document), same=True)
        if text_hash(document) == side.text and (claim := _covering(side, words)):
            # the text is the same to the letter, so the sentence only begins or ends elsewhere now
            return Place(claim, same=True)
        free = sorted(said for said in words if not self._speaks(theme, said, side, at))
        return _proposed(side, free, document, words)

    def _speaks(self, theme: str, said: str, side: Side, at: str) -> bool:
        """Whether a decision on the words `said` stood beside that on `side`, so that they are another sentence.

        One that was made later and on another text is a person's answer to the proposal: it stands in its place.
        """
        made = self.anchored.get((theme, said), ())
        return any(not (when > at and text != side.text) for when, text in made)


def find_texts(result: CrossReference, decisions: Iterable[Decision]) -> Texts:
    """The lookups for `decisions`."""
    themes = Texts(result, {}).themes
    anchored: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for decision in decisions:
        for side in decision.sides:
            key = (themes.get(decision.theme, decision.theme), same_words(side.exact))
            anchored.setdefault(key, []).append((decision.at, side.text))
    return Texts(result, anchored)


def _proposed(side: Side, free: Sequence[str], document: Document, words: Mapping[str, list[Claim]]) -> Place:
    """The best like sentence of the document among those that no decision on the theme speaks for."""
    best = process.extractOne(same_words(side.exact), free, scorer=fuzz.ratio, score_cutoff=LIKE)
    if best is None:
        return Place(None, same=False, why=f"its words stand no longer in {document.id}, and none are near")
    return Place(_nearest(side, words[best[0]], document), same=False, why="the words have changed")


def _nearest(side: Side, claims: list[Claim], document: Document) -> Claim:
    """Of equal sentences the one between the same neighbours; of these the nearest to where it stood."""

    def order(claim: Claim) -> tuple[int, int, str]:
        before = document.text[max(0, claim.span.start - len(side.prefix)) : claim.span.start]
        after = document.text[claim.span.end : claim.span.end + len(side.suffix)]
        kept = (same_words(before) == same_words(side.prefix)) + (same_words(after) == same_words(side.suffix))
        return -kept, abs(claim.span.start - side.start), claim.id

    return min(claims, key=order)


def _covering(side: Side, words: Mapping[str, list[Claim]]) -> Claim | None:
    """The claim with most of the characters from `side.start` to `side.end`, at least half of them."""
    best, most = None, (side.end - side.start) // 2
    for claims in words.values():
        for claim in claims:
            shared = min(side.end, claim.span.end) - max(side.start, claim.span.start)
            if shared > most:
                best, most = claim, shared
    return best
