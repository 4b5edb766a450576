"""A Document into Claims: blocks, sentences, quotations, who says so through whom, dates, names; spans throughout."""

from xref.segment.boilerplate import find_boilerplate
from xref.segment.claims import Segmented, find_claims
from xref.segment.contradictions import find_contradictions
from xref.segment.segmenter import Segmenter

__all__ = ["Segmented", "Segmenter", "find_boilerplate", "find_claims", "find_contradictions"]
