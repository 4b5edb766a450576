"""One claim of a pair with what is known about it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from xref.match.stance import Stance
from xref.match.traits import Traits
from xref.model import Claim, Document, Evidence, Hit
from xref.words import find_words, stem_of


@attrs.frozen
class Side:
    """One claim of a pair with what is known about it."""

    claim: Claim
    """the claim"""
    hit: Hit
    """the theme in it"""
    document: Document
    """its document"""
    place: int
    """number of the claim in its document, from 0"""
    count: int
    """number of claims of its document"""
    first: bool
    """whether it is its document's first word on the theme"""
    traits: Traits = attrs.field(factory=Traits)
    """names, ranks, details"""
    stems: frozenset[str] = frozenset()
    """stems of the words that carry the theme here, as the text and as the codebook writes them"""
    telling: frozenset[str] = frozenset()
    """stems of words that carry it here and in fewer than half of the theme's hits"""
    extra: int = 0
    """phrases of the theme beyond one a facet"""
    stance: Stance | None = None
    """what the claim does with the theme's subject"""


def own_evidence(hit: Hit) -> list[Evidence]:
    """The evidence met by the codebook's own words, and any of a facet that has none: the thesaurus finds too much."""
    own = [e for e in hit.evidence if e.how not in ("group", "calendar", "computed")]
    facets = {e.facet for e in own}
    return own + [e for e in hit.evidence if e.facet not in facets]


def count_extra(own: Sequence[Evidence]) -> int:
    """Phrases beyond one a facet."""
    return len({e.span for e in own}) - len({e.facet for e in own})


def theme_stems(own: Sequence[Evidence], document: Document) -> frozenset[str]:
    """Stems of the words that carry the hit, as the text and as the codebook writes them."""
    return frozenset(w.stem for e in own for w in find_words(document.text, e.span)) | frozenset(
        stem_of(w.key) for e in own for w in find_words(e.phrase)
    )
