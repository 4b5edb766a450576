"""The register: what the page's script knows of cards, claims, documents and themes, as lists that become JSON.

The script finds, sorts and records by it and never reads the text of the page back, so that all layouts share one
path. A decision's anchors (exact words, their surroundings, the hash of the text of record) come from here too: a
program that counts UTF-16 units never does arithmetic on offsets.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from xref.identity import corpus_id, rule_hash, text_hash
from xref.model import Claim, Document, Hit, Match, Standing
from xref.model.match import band
from xref.report.index import Index, outlet_of, theme_anchor, title_of
from xref.report.sidebyside import speaker_words
from xref.segment.outermost import known_relay
from xref.show import show

AROUND = 32
"""code points kept before and after an anchored quotation (W3C TextQuoteSelector; Hypothesis keeps 32 too)"""

COLUMNS = ("rank", "id", "kind", "theme", "score", "band", "left", "right", "leftHit", "rightHit", "rule")
"""of the cards, a list for each: a name written once for all cards, and no list of eleven for each of them"""

Row = list[Any]


class Numbers(dict[str, int]):
    """Each word once, numbered as it comes; -1 for none."""

    def of(self, word: str) -> int:
        """The number of `word`."""
        return self.setdefault(word, len(self)) if word else -1


@attrs.frozen
class Tables:
    """What cards point at by number."""

    themes: dict[str, int]
    """ids of the codebook's"""
    claims: Numbers
    """ids"""
    hits: dict[str, tuple[int, int]]
    """id: its number and its rule's"""
    words: Numbers
    """kinds and bands of cards, and rules"""


def build_register(index: Index, ranked: Sequence[tuple[int, Match]]) -> dict[str, Any]:
    """Tables that point at each other by number.

    documents: [id, siglum, outlet, title, earliest day, latest day, period labels, text hash,
    outlet, title and day as cited, path, SHA-256]; claims: [document, start, end, exact, prefix, suffix, speaker, id,
    speaker and relay as cited]; themes: [id, label, anchor];
    hits: [id, rule]; words: kinds, bands and rules.
    cards, as `ranked` gives them: a list for each of COLUMNS, which are their rank in the whole list, id, kind, theme,
    score, band, left and right claim, left and right hit, rule of the pair; a theme or hit is -1 where there is none.
    """
    result = index.result
    tables = Tables({theme.id: n for n, theme in enumerate(result.codebook.themes)}, Numbers(), {}, Numbers())
    documents = {document.id: n for n, document in enumerate(result.documents)}
    cards = [(rank, *_card(index, match, tables)) for rank, match in ranked]
    return {
        "documents": [_document(index, document) for document in result.documents],
        "themes": [[theme.id, show(theme.label), theme_anchor(theme.id)] for theme in result.codebook.themes],
        "claims": [_claim(index, index.claims[name], documents) for name in tables.claims],
        "hits": [[id, rule] for id, (_, rule) in tables.hits.items()],
        "words": list(tables.words),
        "cards": {name: [card[n] for card in cards] for n, name in enumerate(COLUMNS)},
        "corpus": corpus_id(result),
        "codebook": f"sha256:{result.codebook.digest}" if result.codebook.digest else "",
        "xref": dict(result.versions).get("xref", ""),
    }


def build_standing(standing: Standing) -> dict[str, Any]:
    """What reviewers said of a finding, for the script; the lines carry the id that the finding has today."""
    lines = [attrs.asdict(attrs.evolve(decision, id=standing.id)) for decision in standing.decisions]
    return {
        "id": standing.id, "kind": standing.kind, "state": standing.state, "ruling": standing.ruling,
        "why": standing.why, "was": list(standing.was), "now": list(standing.now), "decisions": lines,
    }  # fmt: skip


def _document(index: Index, document: Document) -> Row:
    day = document.published.value if document.published else None
    return [
        document.id,
        index.sigla[document.id],
        outlet_of(document),
        title_of(document),
        day.earliest.isoformat() if day else "",
        day.latest.isoformat() if day else "",
        [show(holding.label) for holding in document.holdings],
        text_hash(document),
        *_cited(document),
    ]


def _claim(index: Index, claim: Claim, documents: dict[str, int]) -> Row:
    text = index.documents[claim.document].text
    start, end = claim.span.start, claim.span.end
    return [
        documents[claim.document],
        start,
        end,
        text[start:end],
        text[max(0, start - AROUND) : start],
        text[end : end + AROUND],
        speaker_words(claim)[0],
        claim.id,
        cited_speaker(index.documents[claim.document], claim),
    ]


def _cited(document: Document) -> Row:
    """What `xref cite` says of a document: only what is known."""
    day = document.published.value if document.published else None
    known = [
        document.outlet.value if document.outlet else "",
        document.title.value if document.title else document.id,
        day.iso if day else "undated",
    ]
    return [", ".join(show(" ".join(each.split())) for each in known if each), show(document.path), document.digest]


def cited_speaker(document: Document, claim: Claim) -> str:
    """Kommersant (through The Moscow Times); empty when nobody but the document says it."""
    relay = known_relay(document, claim)
    through = f"(through {', '.join(show(each) for each in relay)})" if relay else ""
    return " ".join(part for part in (show(claim.speaker.name) if claim.speaker else "", through) if part)


def _card(index: Index, match: Match, tables: Tables) -> tuple[Any, ...]:
    sides = (match.best.left, match.best.right)
    hits = [index.hit(side, match.theme) for side in sides]
    return (
        match.id,
        tables.words.of(match.kind),
        tables.themes.get(match.theme, -1),
        round(match.score, 1),
        tables.words.of(band(match.score)),
        *(tables.claims.of(side) for side in sides),
        *(_hit(hit, tables) for hit in hits),
        tables.words.of(rule_hash(*hits)),
    )


def _hit(hit: Hit | None, tables: Tables) -> int:
    if hit is None:
        return -1
    if hit.id not in tables.hits:
        tables.hits[hit.id] = (len(tables.hits), tables.words.of(rule_hash(hit)))
    return tables.hits[hit.id][0]
