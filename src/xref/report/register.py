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
from xref.model import Claim, Document, Match, Standing
from xref.model.match import band
from xref.report.index import Index, outlet_of, theme_anchor, title_of
from xref.report.sidebyside import speaker_words
from xref.show import show

AROUND = 32
"""code points kept before and after an anchored quotation (W3C TextQuoteSelector; Hypothesis keeps 32 too)"""

Row = list[Any]


def build_register(index: Index, ranked: Sequence[tuple[int, Match]]) -> dict[str, Any]:
    """Tables that point at each other by number.

    documents: [id, siglum, outlet, title, earliest day, latest day, period labels, text hash,
    outlet, title and day as cited, path, SHA-256]; claims: [document, start, end, exact, prefix, suffix, speaker, id,
    speaker and relay as cited]; themes: [id, label, anchor];
    cards, as `ranked` gives them with their rank in the whole list: [rank, id, kind, theme or -1, score, band,
    left claim, right claim, left hit, right hit, rule of the pair, of the left and the right hit].
    """
    result = index.result
    themes = {theme.id: n for n, theme in enumerate(result.codebook.themes)}
    documents = {document.id: n for n, document in enumerate(result.documents)}
    claims: dict[str, int] = {}
    cards = [[rank, *_card(index, match, themes, claims)] for rank, match in ranked]
    return {
        "documents": [_document(index, document) for document in result.documents],
        "themes": [[theme.id, show(theme.label), theme_anchor(theme.id)] for theme in result.codebook.themes],
        "claims": [_claim(index, index.claims[name], documents) for name in claims],
        "cards": cards,
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
        cited_speaker(claim),
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


def cited_speaker(claim: Claim) -> str:
    """Kommersant (through The Moscow Times); empty when nobody but the document says it."""
    through = f"(through {', '.join(show(each) for each in claim.relay)})" if claim.relay else ""
    return " ".join(part for part in (show(claim.speaker.name) if claim.speaker else "", through) if part)


def _card(index: Index, match: Match, themes: dict[str, int], claims: dict[str, int]) -> Row:
    sides = (match.best.left, match.best.right)
    hits = [index.hit(side, match.theme) for side in sides]
    return [
        match.id,
        match.kind,
        themes.get(match.theme, -1),
        round(match.score, 1),
        band(match.score),
        *(claims.setdefault(side, len(claims)) for side in sides),
        *(hit.id if hit else "" for hit in hits),
        rule_hash(*hits),
        *(rule_hash(hit) for hit in hits),
    ]
