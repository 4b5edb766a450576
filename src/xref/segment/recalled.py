"""Claims of a document that was segmented before.

What `find_claims` finds in a document is decided by the document, the limits, the lines its outlet repeats, and the
people and bodies that are known: by nothing else in the corpus. So this is where work is kept. An edit of one
document changes the others only where it changes the lines that their outlet repeats.
"""

from __future__ import annotations

import hashlib
import json
from functools import cached_property

import attrs

from xref.gazetteer import Gazetteer
from xref.jsonl import to_line
from xref.kept import Kept
from xref.model import Block, Claim, Document, Problem, Settings
from xref.segment.boilerplate import Repeated
from xref.segment.claims import Segmented, find_claims


@attrs.define(slots=False)
class Recaller:
    """Segments documents, each only once."""

    kept: Kept
    """where the work is kept"""
    settings: Settings
    """limits"""
    gazetteer: Gazetteer
    """who is known"""

    @cached_property
    def names(self) -> str:
        """Who is known, as a hash: the shipped names with the codebook's."""
        lists = [sorted(getattr(self.gazetteer, name)) for name in ("given", "titles", "particles", "women", "men")]
        said = repr((self.gazetteer.entries, lists))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()

    def find(self, document: Document, repeated: Repeated | None) -> Segmented:
        """As `find_claims`, from what is kept when it is there; else found, and kept."""
        lines = json.dumps(sorted((repeated or {}).items()))
        deciding = (to_line(document), repr(attrs.astuple(self.settings)), lines, self.names)
        found = self.kept.recall("claims", *deciding)
        if found is None:
            made = find_claims(document, self.settings, repeated, self.gazetteer)
            self.kept.keep("claims", (*made.blocks, *made.claims, *made.problems), *deciding)
            return made
        return Segmented(
            document,
            tuple(noun for noun in found if isinstance(noun, Block)),
            tuple(noun for noun in found if isinstance(noun, Claim)),
            tuple(noun for noun in found if isinstance(noun, Problem)),
        )
