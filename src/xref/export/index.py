"""A result looked up by ids, and the words that every format says the same way."""

from __future__ import annotations

import attrs

from xref.model import Claim, CrossReference, Document, Fact, Standing


@attrs.frozen
class Index:
    """A result with what people decided about it."""

    result: CrossReference
    """what was found"""
    standings: tuple[Standing, ...] = ()
    """what people decided, and whether it still holds"""
    documents: dict[str, Document] = attrs.field(init=False)
    """by id"""
    claims: dict[str, Claim] = attrs.field(init=False)
    """by id"""
    themes: dict[str, str] = attrs.field(init=False)
    """label of each theme, by id"""
    rulings: dict[str, Standing] = attrs.field(init=False)
    """by id of the hit or match"""

    def __attrs_post_init__(self) -> None:
        found = {
            "documents": {document.id: document for document in self.result.documents},
            "claims": {claim.id: claim for claim in self.result.claims},
            "themes": {theme.id: theme.label or theme.id for theme in self.result.codebook.themes},
            "rulings": {standing.id: standing for standing in self.standings},
        }
        for name, value in found.items():
            object.__setattr__(self, name, value)

    def ruling(self, name: str) -> str:
        """The ruling that counts today for the hit or match `name`; empty when there is none."""
        standing = self.rulings.get(name)
        return standing.ruling if standing else ""


def value(fact: Fact | None) -> str:
    """What a fact says, or nothing."""
    return fact.value if fact else ""


def day_of(document: Document) -> str:
    """The date of publication as ISO 8601, with a slash when it means several days; empty when unknown."""
    return document.published.value.iso if document.published else ""


def terms_of(document: Document) -> str:
    """Who was in office, one term a calendar."""
    return "; ".join(holding.label for holding in document.holdings)
