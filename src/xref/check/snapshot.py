"""The findings of a result as they are compared: by their words, never by places, raw scores or ids.

An id holds the document's name, so a renamed file would change all of them; words, theme and document (found again by
its text) tell which finding is which.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

import attrs

from xref.identity import rule_hash, same_words, text_hash
from xref.model import Claim, Codebook, CrossReference, Document, Hit, Match
from xref.model.match import band

PLAIN = ("txt", "md")
"""formats whose text of record is the file's own, line by line"""
ENGINE = ("xref", "rapidfuzz", "snowballstemmer", "xref.toml")
"""what decides a result besides the documents and the codebook"""


@attrs.frozen
class Source:
    """A document."""

    id: str
    """its id"""
    path: str
    """where it is in the corpus"""
    text: str
    """hash of the text of record"""
    date: str
    """day of publication in ISO 8601 as far as it is known; empty when it is not"""


@attrs.frozen
class Found:
    """A hit."""

    theme: str
    """id of the theme"""
    document: str
    """id of the document"""
    words: str
    """hash of the claim's folded words"""
    ordinal: int
    """1, 2, ... among equal sentences of the document"""
    band: str
    """"weak", "fair" or "strong" """
    rule: str
    """hash of the facets and phrases that carry it"""
    quote: str
    """the words, in a baseline the first of them"""
    score: float = attrs.field(default=-1.0, eq=False)
    """0-100, for the edges of bands; never written"""
    line: int = attrs.field(default=0, eq=False)
    """line of the file, for annotations; 0 where it has none or it is not known; never written"""

    @property
    def key(self) -> tuple[str, str, str, int]:
        """What makes it this finding and no other."""
        return self.theme, self.document, self.words, self.ordinal


@attrs.frozen
class Card:
    """A match."""

    kind: str
    """"theme", "reuse" or "quotation" """
    theme: str
    """id of the theme, or empty"""
    documents: tuple[str, str]
    """ids of the earlier and the later document"""
    band: str
    """"weak", "fair" or "strong" """
    quotes: tuple[str, str]
    """the words of the best pair, in a baseline the first of them"""
    score: float = attrs.field(default=-1.0, eq=False)
    """0-100; never written"""

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """What makes it this card and no other."""
        return self.kind, self.theme, tuple(sorted(self.documents))


@attrs.frozen
class Snapshot:
    """All that is compared."""

    sources: tuple[Source, ...]
    """by id"""
    hits: tuple[Found, ...]
    """by theme, document, words"""
    cards: tuple[Card, ...]
    """by theme, documents"""
    codebook: str = ""
    """SHA-256 of the codebook"""
    engine: tuple[tuple[str, str], ...] = ()
    """name and version of what decides a result"""
    claims: int = 0
    """how many claims were searched"""
    themes: tuple[str, ...] = ()
    """ids of the codebook's themes"""
    aliases: tuple[tuple[str, str], ...] = attrs.field(default=(), eq=False)
    """earlier id → id of a theme, as the codebook says; never written"""


def take_snapshot(result: CrossReference) -> Snapshot:
    """The snapshot of `result`."""
    return snapshot_of((result.documents, result.claims, result.hits, result.matches), result.codebook, result.versions)


def snapshot_of(
    nouns: tuple[Iterable[Document], Iterable[Claim], Iterable[Hit], Iterable[Match]],
    codebook: Codebook,
    versions: Iterable[tuple[str, str]],
) -> Snapshot:
    """The snapshot of a result that was read back from its records: documents, claims, hits and matches."""
    documents = {document.id: document for document in nouns[0]}
    claims = {claim.id: claim for claim in nouns[1]}
    seen: Counter[tuple[str, str, str]] = Counter()
    hits = []
    for hit in sorted(nouns[2], key=lambda h: (claims[h.claim].document, claims[h.claim].span, h.theme)):
        claim = claims[hit.claim]
        words = hashlib.sha256(same_words(claim.text).encode("utf-8", "surrogatepass")).hexdigest()[:12]
        seen[hit.theme, claim.document, words] += 1
        document = documents[claim.document]
        # the text of another format is extracted: its lines are not those of the file
        line = document.text.count("\n", 0, claim.span.start) + 1 if document.format in PLAIN else 0
        hits.append(
            Found(
                hit.theme, claim.document, words, seen[hit.theme, claim.document, words], band(hit.score),
                rule_hash(hit), " ".join(claim.text.split()), hit.score, line,
            )
        )  # fmt: skip
    cards = [
        Card(
            m.kind, m.theme, m.documents, band(m.score),
            (" ".join(claims[m.best.left].text.split()), " ".join(claims[m.best.right].text.split())), m.score,
        )
        for m in nouns[3]
    ]  # fmt: skip
    return Snapshot(
        tuple(sorted((_source(d) for d in documents.values()), key=lambda s: s.id)),
        tuple(sorted(hits, key=lambda h: h.key)),
        tuple(sorted(cards, key=lambda c: c.key)),
        codebook.digest,
        tuple((name, version) for name, version in versions if name in ENGINE),
        len(claims),
        tuple(theme.id for theme in codebook.themes),
        tuple((alias, theme.id) for theme in codebook.themes for alias in theme.aliases),
    )


def _source(document: Document) -> Source:
    published = document.published
    return Source(document.id, document.path, text_hash(document), published.value.iso if published else "")
