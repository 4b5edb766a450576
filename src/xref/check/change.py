"""One thing that somebody should know, and what can have caused it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs


@attrs.frozen
class Change:
    """Something that somebody should know."""

    kind: str
    """its class in the policy, e.g. "new", "removed", "edited", "band" """
    line: str
    """what happened, in one line for people"""
    document: str = ""
    """path of the document it concerns, if one"""
    at: int = 0
    """line in that document; 0 when it has none"""
    theme: str = ""
    """id of the theme, if one"""
    was: str = ""
    """the words before"""
    now: str = ""
    """the words today"""


@attrs.frozen
class Cause:
    """What can have changed a finding."""

    paths: Mapping[str, str]
    """id → path of the documents of today"""
    edited: frozenset[str]
    """paths of documents whose text is another one"""
    versions: bool
    """whether a program or its settings are others"""
    book: bool
    """whether the codebook is another one"""

    def of(self, kind: str, said: str, documents: Sequence[str]) -> tuple[str, str]:
        """Class and line of a change in `documents` (paths): what no document and no phrase did, the program did."""
        if self.book or not self.edited.isdisjoint(documents):
            return kind, said
        if self.versions:
            return "version", f"{said} (by another version of a program or its settings)"
        return kind, f"{said} (by a change elsewhere in the corpus)"
