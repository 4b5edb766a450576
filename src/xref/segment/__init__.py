"""A Document into Claims: blocks, sentences, quotations, who says so through whom, dates, names; spans throughout."""

from xref.segment.boilerplate import find_boilerplate
from xref.segment.claims import Segmented, find_claims
from xref.segment.contradictions import find_contradictions
from xref.segment.recalled import Recaller

__all__ = ["Recaller", "Segmented", "find_boilerplate", "find_claims", "find_contradictions"]
