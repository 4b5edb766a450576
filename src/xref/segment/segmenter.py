"""Documents into claims, each document only once.

What becomes of a document is decided by the document, the limits, the lines its outlet repeats, the people and bodies
that are known, and the calendars: by nothing else in the corpus. So this is where work is kept. An edit of one document
changes the others only where it changes the lines that their outlet repeats.
"""

from __future__ import annotations

import hashlib
import json
from functools import cached_property

import attrs

from xref.gazetteer import Gazetteer
from xref.jsonl import to_line
from xref.kept import Kept
from xref.model import Block, Calendars, Claim, Document, Problem, Settings
from xref.segment.boilerplate import Repeated
from xref.segment.claims import Segmented, find_claims
from xref.segment.contradictions import find_contradictions


@attrs.define(slots=False)
class Segmenter:
    """Segments documents, and holds their claims against the calendars."""

    settings: Settings
    """limits"""
    gazetteer: Gazetteer
    """who is known"""
    calendars: Calendars
    """periods, votes and events"""
    kept: Kept | None
    """where the work is kept; None where it is done anew"""

    @cached_property
    def known(self) -> str:
        """What is known beforehand, as a hash: the shipped names with the codebook's, the calendars."""
        lists = [sorted(getattr(self.gazetteer, name)) for name in ("given", "titles", "particles", "women", "men")]
        said = repr((self.gazetteer.entries, lists, self.calendars, self.settings))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()

    def find(self, document: Document, repeated: Repeated | None) -> Segmented:
        """As `find_claims`, with the contradictions among the problems; from what is kept when it is there."""
        if not self.kept:
            return self._find(document, repeated)
        said = json.dumps(sorted((repeated or {}).items()))
        name = self.kept.name("claims", to_line(document), said, self.known)
        found = self.kept.recall("claims", name)
        if found is None:
            made = self._find(document, repeated)
            self.kept.keep("claims", (*made.blocks, *made.claims, *made.problems), name)
            return attrs.evolve(made, name=name)
        return Segmented(
            document,
            tuple(noun for noun in found if isinstance(noun, Block)),
            tuple(noun for noun in found if isinstance(noun, Claim)),
            tuple(noun for noun in found if isinstance(noun, Problem)),
            name,
        )

    def _find(self, document: Document, repeated: Repeated | None) -> Segmented:
        found = find_claims(document, self.settings, repeated, self.gazetteer)
        doubts = find_contradictions(document, found.claims, self.calendars)
        return attrs.evolve(found, problems=(*found.problems, *doubts))
