"""Attributions of all claims of one document, with quotations that run on from sentence to sentence.

"“We go. And soon,” he said. “Nobody stays.”": only one of the three sentences names the source; the others belong to
the same attribution (PARC 3.0 lets its content span sentences). The sentence that is all quotation and has no source of
its own takes it from the sentence before in the same paragraph, or from the one after in which the quotation ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from xref.model import Claim, Span
from xref.segment.attribution import find_attributions

_FRAME = 14
"""words of the longest bare frame"""
_QUOTED = 0.8
"""share of a sentence that must be quotation to run on: closing marks and footnote tags stay outside"""


def attribute(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """`claims` of one document, in order, with their attributions; they carry quotations and names."""
    found = [
        attrs.evolve(c, attributions=find_attributions(text, c.span, list(c.quotations), list(c.names))) for c in claims
    ]
    for at in range(1, len(found)):
        found[at] = _announced(text, found[at - 1], found[at])
        found[at - 1] = _framed(text, found[at - 1], found[at])
        found[at] = _from(found[at - 1], found[at], runs_on)
    for at in reversed(range(len(found) - 1)):
        found[at] = _from(found[at + 1], found[at], goes_before)
    for at in range(1, len(found)):
        found[at] = _from(found[at - 1], found[at], next_paragraph)
    return found


def _announced(text: str, claim: Claim, after: Claim) -> Claim:
    """`after` with the source of `claim` when that ends in "Ann Lee said:" and words follow, quoted or set apart."""
    if any(a.asserts for a in after.attributions):
        return after
    if after.block == claim.block and (going := [a for a in claim.attributions if a.carried and a.mode == "indirect"]):
        # the paragraph that a colon announced
        return attrs.evolve(after, attributions=(*after.attributions, attrs.evolve(going[0], content=(after.span,))))
    ends = claim.text.rstrip()[-1:]
    if not (ends in (":", ",") and quoted_part(after)) and not (ends == ":" and after.block == claim.block + 1):
        return after
    both = Span(claim.span.start, after.span.end)
    quotations = list(dict.fromkeys((*claim.quotations, *after.quotations)))
    made = find_attributions(text, both, quotations, list(claim.names))
    said = [a for a in made if a.asserts and a.cue.end <= claim.span.end and a.content[-1].start >= after.span.start]
    carried = tuple(attrs.evolve(a, carried=True) for a in said[-1:])
    return attrs.evolve(after, attributions=(*after.attributions, *carried))


def _framed(text: str, quoted: Claim, frame: Claim) -> Claim:
    """`quoted` with the source of the bare frame behind it, which a stop parts from it: "“Back!” Ann Lee wrote." """
    short = len(frame.text.split()) <= _FRAME and frame.block == quoted.block
    if not short or frame.attributions or quoted.attributions or quoted_part(quoted) is None:
        return quoted
    made = find_attributions(
        text, Span(quoted.span.start, frame.span.end), list(quoted.quotations), [*quoted.names, *frame.names]
    )
    said = [a for a in made if a.asserts and a.cue.start >= frame.span.start and a.content[0].start < frame.span.start]
    carried = tuple(attrs.evolve(a, content=a.content[:1], carried=True) for a in said[:1])
    return attrs.evolve(quoted, attributions=carried)


def _from(giver: Claim, claim: Claim, goes_on: Callable[[Claim, Claim], bool]) -> Claim:
    """`claim` with the source of its neighbour `giver`, when its quotation goes on from or to there."""
    if any(a.mode != "indirect" or a.kind in ("speech", "writing") for a in claim.attributions):
        return claim
    quoted = quoted_part(claim)
    if quoted is None or not goes_on(giver, claim):
        return claim
    spoken = [a for a in giver.attributions if a.asserts and a.mode != "indirect"]
    if not spoken:
        return claim
    source = spoken[0] if giver.span.start > claim.span.start else spoken[-1]
    carried = attrs.evolve(source, content=(quoted,), mode="direct", told=None, through=None, carried=True)
    return attrs.evolve(claim, attributions=(*claim.attributions, carried))


def runs_on(before: Claim, claim: Claim) -> bool:
    """Whether the quotation of a claim may go on from the claim before: the same one, or the same paragraph."""
    return before.block == claim.block or _share(before, claim)


def goes_before(after: Claim, claim: Claim) -> bool:
    """Whether the quotation of a claim ends in the claim after it."""
    return _share(after, claim)


def next_paragraph(before: Claim, claim: Claim) -> bool:
    """Whether a paragraph begins with a quotation right after one that ends in a quotation somebody said."""
    opens = claim.span.start in (q.start for q in claim.quotations)
    said = any(a.kind in ("speech", "writing") for a in before.attributions)
    return said and (before.block == claim.block or (before.block == claim.block - 1 and opens))


def _share(one: Claim, other: Claim) -> bool:
    return any(q in other.quotations and q.meets(one.span) and q.meets(other.span) for q in one.quotations)


def quoted_part(claim: Claim) -> Span | None:
    """The stretch of a claim from its first to its last quoted character, when hardly anything else stands there."""
    inside = [Span(max(q.start, claim.span.start), min(q.end, claim.span.end)) for q in claim.quotations]
    if not inside:
        return None
    covered = sum(q.end - q.start for q in inside)
    if covered < _QUOTED * (claim.span.end - claim.span.start):
        return None
    return Span(inside[0].start, inside[-1].end)
