"""Documents that were read before.

What a file becomes is decided by its bytes, its name, the limits, and what catalog.toml and its sidecar say about it:
by nothing else in the corpus, and not yet by the calendars.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import attrs

from xref.kept import Kept
from xref.model import Document, Problem, Settings
from xref.read.catalog import CatalogEntry

Read = Callable[[], tuple[Document, list[Problem]]]
"""makes the document, with what is doubtful in it; raises UnreadableFile or MissingExtra"""


@attrs.frozen
class Recaller:
    """Reads documents, each only once."""

    kept: Kept
    """where the work is kept"""
    settings: Settings
    """limits"""

    def find(
        self, raw: bytes, shown: str, entries: Sequence[CatalogEntry], read: Read
    ) -> tuple[Document, list[Problem]]:
        """What `read` makes of the file `shown` of these bytes, from what is kept when it is there; else it is kept."""
        said = repr([attrs.astuple(entry) for entry in entries])
        deciding = (hashlib.sha256(raw).hexdigest(), shown, repr(attrs.astuple(self.settings)), said)
        found = self.kept.recall("document", *deciding)
        if found and isinstance(found[0], Document):
            return found[0], [noun for noun in found[1:] if isinstance(noun, Problem)]
        document, problems = read()
        self.kept.keep("document", (document, *problems), *deciding)
        return document, problems
