"""Claims and a Codebook into Hits: which theme stands in which claim, with the words that carry it."""

from xref.themes.codebook import load_codebook
from xref.themes.computed import Context, make_context
from xref.themes.find import find_hits
from xref.themes.recalled import recall_hits

__all__ = ["Context", "find_hits", "load_codebook", "make_context", "recall_hits"]
