"""Attributions of all claims of one document, with quotations that run on from sentence to sentence.

"“We go. And soon,” he said. “Nobody stays.”": only one of the three sentences names the source; the others belong to
the same attribution (PARC 3.0 lets its content span sentences). The sentence that is all quotation and has no source of
its own takes it from the sentence before in the same paragraph, or from the one after in which the quotation ends.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from xref.model import Attribution, Claim, Span
from xref.segment.attribution import find_attributions

_QUOTED = 0.8
"""share of a sentence that must be quotation to run on: closing marks and footnote tags stay outside"""


def attribute(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """`claims` of one document, in order, with their attributions; they carry quotations and names."""
    found = [
        attrs.evolve(c, attributions=find_attributions(text, c.span, list(c.quotations), list(c.names))) for c in claims
    ]
    for at in range(1, len(found)):
        found[at] = _from(found[at - 1], found[at], after=False)
    for at in reversed(range(len(found) - 1)):
        found[at] = _from(found[at + 1], found[at], after=True)
    return found


def _from(giver: Claim, claim: Claim, *, after: bool) -> Claim:
    """`claim` with the source of its neighbour `giver` when its quotation runs on from (or, `after`, to) there."""
    if any(a.mode != "indirect" or a.kind in ("speech", "writing") for a in claim.attributions):
        return claim
    quoted = quoted_part(claim)
    if quoted is None:
        return claim
    joined = any(q in giver.quotations and q.meets(claim.span) and q.meets(giver.span) for q in claim.quotations)
    if not joined and (after or giver.block != claim.block):
        return claim
    source = _speaking(giver, first=after)
    if source is None:
        return claim
    carried = attrs.evolve(source, content=(quoted,), mode="direct", told=None, through=None, carried=True)
    return attrs.evolve(claim, attributions=(*claim.attributions, carried))


def quoted_part(claim: Claim) -> Span | None:
    """The stretch of a claim from its first to its last quoted character, when hardly anything else stands there."""
    inside = [Span(max(q.start, claim.span.start), min(q.end, claim.span.end)) for q in claim.quotations]
    if not inside:
        return None
    covered = sum(q.end - q.start for q in inside)
    if covered < _QUOTED * (claim.span.end - claim.span.start):
        return None
    return Span(inside[0].start, inside[-1].end)


def _speaking(claim: Claim, *, first: bool) -> Attribution | None:
    """The attribution of a claim whose content is quoted: the first or the last one."""
    spoken = [a for a in claim.attributions if a.asserts and a.mode != "indirect"]
    if not spoken:
        return None
    return spoken[0] if first else spoken[-1]
