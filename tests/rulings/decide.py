"""Decisions as the page makes them."""

from __future__ import annotations

from xref.identity import rule_hash, text_hash
from xref.model import Claim, CrossReference, Decision, Hit, Match, Seen, Side
from xref.model.match import band

AROUND = 32


def decide(
    result: CrossReference, on: Hit | Match, ruling: str = "accepted", by: str = "ann", at: str = "2025-01-02T10:00:00Z"
) -> Decision:
    """What `by` rules on a hit or a match of `result`."""
    claims = {claim.id: claim for claim in result.claims}
    hits = {(hit.claim, hit.theme): hit for hit in result.hits}
    if isinstance(on, Hit):
        side = _side(result, claims[on.claim])
        return Decision(on.id, "hit", on.theme, ruling, "", by, at, (side,), Seen("", rule_hash(on)))
    names = (on.best.left, on.best.right)
    rule = rule_hash(*(hits.get((name, on.theme)) for name in names))
    sides = tuple(_side(result, claims[name]) for name in names)
    return Decision(on.id, "pair", on.theme, ruling, "", by, at, sides, Seen(band(on.score), rule))


def _side(result: CrossReference, claim: Claim) -> Side:
    document = next(d for d in result.documents if d.id == claim.document)
    start, end = claim.span.start, claim.span.end
    text = document.text
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Side(document.id, text_hash(document), text[start:end], before, after, start, end)
