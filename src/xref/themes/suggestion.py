"""What is suggested to the author of a codebook, and what it would change."""

from __future__ import annotations

import attrs

from xref.model import Span


@attrs.frozen
class Change:
    """A claim that a suggestion adds to the hits, or removes from them."""

    claim: str
    """id of the claim"""
    span: Span
    """the suggested words, in the document; the claim itself where they stand beside it"""
    doubt: str = ""
    """what makes an added hit look wrong; empty when nothing does"""


@attrs.frozen
class Suggestion:
    """A phrase for a facet, or an exclusion."""

    number: int
    """by which it is accepted, from 1"""
    kind: str
    """"phrase" or "exclude" """
    facet: str
    """the facet that would have the phrase; empty for an exclusion"""
    phrase: str
    """what would be written"""
    company: float
    """log-likelihood of the term in the hits, beside them and in near misses against all other claims"""
    changes: tuple[Change, ...]
    """the claims it adds or removes, those that look right first"""

    @property
    def doubtful(self) -> int:
        """How many of the added claims look wrong."""
        return sum(bool(change.doubt) for change in self.changes)
