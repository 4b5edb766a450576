"""What stands in the tables: one row a document, claim, hit or match, each with all a reader needs to judge it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from xref.export.index import Index, day_of, terms_of, value
from xref.fragment import address_of
from xref.model import Claim, Document, Hit, Match
from xref.model.match import band
from xref.segment.outermost import known_relay

Cell = str | int | float | bool | None
"""text, number, yes or no, or nothing"""


@attrs.frozen
class Table:
    """A kind of row."""

    columns: tuple[tuple[str, type], ...]
    """name and type of each column"""
    rows: Callable[[Index], Iterator[tuple[Cell, ...]]]
    """the rows of a result, in its order"""


_DOCUMENT = (
    ("document", str), ("title", str), ("outlet", str), ("author", str), ("date", str), ("date_rule", str),
    ("in_office", str), ("url", str), ("path", str), ("sha256", str),
)  # fmt: skip
_CLAIM = (
    ("claim", str), ("quotation", str), ("speaker", str), ("speaker_kind", str), ("through", str), ("start", int),
    ("end", int),
)  # fmt: skip
_SIDE = (
    ("document", str), ("title", str), ("outlet", str), ("date", str), ("quotation", str), ("speaker", str),
    ("through", str), ("start", int), ("end", int), ("url", str), ("sha256", str),
)  # fmt: skip


def _documents(index: Index) -> Iterator[tuple[Cell, ...]]:
    for document in index.result.documents:
        yield (*_document(document), document.claims, document.problems)


def _claims(index: Index) -> Iterator[tuple[Cell, ...]]:
    for claim in index.result.claims:
        document = index.documents[claim.document]
        yield (*_claim(document, claim), *_document(document))


def _hits(index: Index) -> Iterator[tuple[Cell, ...]]:
    for hit in index.result.hits:
        claim = index.claims[hit.claim]
        document = index.documents[claim.document]
        yield (
            hit.id, hit.theme, index.themes.get(hit.theme, hit.theme), round(hit.score, 1), band(hit.score), hit.denied,
            _found(index, hit), index.ruling(hit.id), *_claim(document, claim), *_document(document),
        )  # fmt: skip


def _matches(index: Index) -> Iterator[tuple[Cell, ...]]:
    for match in index.result.matches:
        reasons = "; ".join(f"{reason.points:+.1f} {reason.label}" for reason in match.best.reasons)
        yield (
            match.id, match.kind, match.theme, index.themes.get(match.theme, match.theme), round(match.score, 1),
            band(match.score), reasons, "; ".join(match.notes), index.ruling(match.id), *_sides(index, match),
        )  # fmt: skip


def _sides(index: Index, match: Match) -> Iterator[Cell]:
    for name in (match.best.left, match.best.right):
        claim = index.claims[name]
        document = index.documents[claim.document]
        _, words, speaker, _, relay, start, end = _claim(document, claim)
        yield from (document.id, value(document.title), value(document.outlet), day_of(document), words, speaker)
        yield from (relay, start, end, address_of(document), document.digest)


def _document(document: Document) -> tuple[Cell, ...]:
    return (
        document.id, value(document.title), value(document.outlet), value(document.author), day_of(document),
        document.published.rule if document.published else "", terms_of(document), address_of(document), document.path,
        document.digest,
    )  # fmt: skip


def _claim(document: Document, claim: Claim) -> tuple[Cell, ...]:
    name, kind = (claim.speaker.name, claim.speaker.kind) if claim.speaker else ("", "")
    relay = " > ".join(known_relay(document, claim))
    return claim.id, claim.text, name, kind, relay, claim.span.start, claim.span.end


def _found(index: Index, hit: Hit) -> str:
    """The words that carry the hit, facet by facet."""
    said = []
    for evidence in hit.evidence:
        text = index.documents[index.claims[evidence.claim].document].text
        said.append(f"{evidence.facet}: {evidence.span.of(text)}" if evidence.how != "computed" else evidence.facet)
    return "; ".join(said)


TABLES: dict[str, Table] = {
    "documents": Table((*_DOCUMENT, ("claims", int), ("problems", int)), _documents),
    "claims": Table((*_CLAIM, *_DOCUMENT), _claims),
    "hits": Table(
        (("hit", str), ("theme", str), ("theme_label", str), ("score", float), ("band", str), ("denied", bool),
         ("found", str), ("ruling", str), *_CLAIM, *_DOCUMENT), _hits,
    ),
    "matches": Table(
        (("match", str), ("kind", str), ("theme", str), ("theme_label", str), ("score", float), ("band", str),
         ("reasons", str), ("notes", str), ("ruling", str),
         *((f"{side}_{name}", kind) for side in ("earlier", "later") for name, kind in _SIDE)), _matches,
    ),
}  # fmt: skip
"""Name of the table -> what stands in it."""
