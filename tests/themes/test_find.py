"""Hits: every facet, exclusions, thresholds, neighbours, evidence that re-reads."""

from __future__ import annotations

from xref.model import Claim, Codebook, Facet, Span, Theme
from xref.themes import find_hits

TEXT = "The minister wrote a letter. It was secret. A public letter followed. The harbor was closed."


def claims(text: str = TEXT) -> list[Claim]:
    found, start = [], 0
    for number, part in enumerate(text.split(". ")):
        said = part if part.endswith(".") else part + "."
        found.append(Claim(f"c-{number}", "d", Span(start, start + len(said)), said, 0))
        start += len(said) + 1
    return found


TWO = (Facet("writing", ("letter", "note")), Facet("hidden", ("secret", "confidential")))


def theme(
    facets: tuple[Facet, ...] = TWO, scope: str = "claim", exclude: tuple[str, ...] = (), threshold: float | None = None
) -> Codebook:
    return Codebook((Theme("t", "T", facets=facets, scope=scope, exclude=exclude, threshold=threshold),))


def test_all_facets() -> None:
    """Within one claim a theme needs every facet."""
    assert find_hits(claims(), theme()) == []


def test_neighbours() -> None:
    """With scope neighbours a facet may stand in the claim beside it, at a price."""
    hits = find_hits(claims(), theme(scope="neighbours"))
    assert [(h.claim, h.score) for h in hits] == [("c-0", 95.0), ("c-1", 95.0), ("c-2", 95.0)]


def test_exclusion() -> None:
    """An excluded phrase vetoes its claim, and its words help no neighbour."""
    hits = find_hits(claims(), theme(scope="neighbours", exclude=("public letter",)))
    assert [h.claim for h in hits] == ["c-0", "c-1"]


def test_evidence() -> None:
    """Evidence says the facet, the phrase, the exact words and how they match."""
    (hit,) = find_hits(claims(), theme(facets=(Facet("place", ("harbour closed",)),)))
    (evidence,) = hit.evidence
    assert evidence.span.of(TEXT) == "harbor was closed"
    assert (evidence.facet, evidence.phrase, evidence.how) == ("place", "harbour closed", "spelling")


def test_threshold() -> None:
    """A theme's own threshold refuses what a gap has weakened."""
    facets = (Facet("place", ("harbour closed",)),)
    assert find_hits(claims(), theme(facets=facets, threshold=99.5)) == []


def test_same_whatever_order() -> None:
    """The hits of a theme do not depend on the order of the other themes."""
    one = Theme("a", "A", facets=(Facet("x", ("letter",)),))
    two = Theme("b", "B", facets=(Facet("x", ("secret",)),))
    forward = find_hits(claims(), Codebook((one, two)))
    backward = find_hits(claims(), Codebook((two, one)))
    assert sorted(forward, key=lambda h: h.id) == sorted(backward, key=lambda h: h.id)
