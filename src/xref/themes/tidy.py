"""What is left of several finds: of phrases in one claim, and of claims in one paragraph or document."""

from __future__ import annotations

from collections.abc import Sequence

from xref.model import Claim, Evidence, Hit, Span


def one_each(hits: list[tuple[int, Hit]], scope: str, claims: Sequence[Claim]) -> list[tuple[int, Hit]]:
    """For a paragraph's or document's theme the one claim of each that holds most of it itself."""
    if scope not in ("paragraph", "document"):
        return hits
    best: dict[tuple[str, int], tuple[int, Hit]] = {}
    for number, hit in hits:
        claim = claims[number]
        mark = (claim.document, claim.block if scope == "paragraph" else 0)
        if mark not in best or _richness(hit) > _richness(best[mark][1]):
            best[mark] = (number, hit)
    return sorted(best.values(), key=lambda item: item[0])


def _richness(hit: Hit) -> tuple[int, float]:
    return len({e.facet for e in hit.evidence if e.claim == hit.claim}), hit.score


def tidy(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The best evidence first, without phrases whose words lie inside a longer one that scores as well."""
    ranked = sorted(evidence, key=lambda e: (-e.score, e.span.start, -(e.span.end - e.span.start), e.phrase))
    kept: list[Evidence] = []
    for one in sorted(ranked, key=lambda e: -(e.span.end - e.span.start)):
        if not any(_covers(other.span, one.span) and other.score >= one.score for other in kept):
            kept.append(one)
    return sorted(kept, key=ranked.index)


def _covers(outer: Span, inner: Span) -> bool:
    return outer.holds(inner)
