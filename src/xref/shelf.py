"""Many small results in one entry of what is kept, each under what decided it: read at once, made one by one.

For results that a document has beside each of many others, or for each of many themes: an entry for each of them would
be a million files, and one entry for all would be made anew whenever one of them changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TypeVar

import attrs

from xref.jsonl import from_terse, to_terse
from xref.kept import Kept

Noun = TypeVar("Noun")


@attrs.define
class Shelf:
    """An entry, what a run takes from it and adds to it."""

    kept: Kept
    """where it lies"""
    kind: str
    """of entry"""
    deciding: str
    """what decides all its results"""
    before: dict[str, object] = attrs.field(init=False)
    """what decides a result, as a hash → the result, as it was kept"""
    now: dict[str, object] = attrs.field(init=False, factory=dict)
    """the same for what this run asked for"""
    added: bool = attrs.field(init=False, default=False)
    """whether a result was put that was not there, or could not be trusted"""

    def __attrs_post_init__(self) -> None:
        plain = self.kept.recall_plain(self.kind, self.deciding)
        self.before = plain if isinstance(plain, dict) else {}

    def take(self, deciding: str, noun: type[Noun]) -> list[Noun] | None:
        """The nouns of a result, all of one type; None when there are none that can be trusted."""
        name = _name(deciding)
        plain = self.before.get(name)
        try:
            made = list(map(from_terse, plain)) if isinstance(plain, list) else None
        except (KeyError, TypeError, ValueError):
            return None
        found = [each for each in made or () if isinstance(each, noun)]
        if made is None or len(found) < len(made):
            return None
        self.now[name] = plain
        return found

    def put(self, deciding: str, nouns: Iterable[object]) -> None:
        """Adds a result."""
        self.now[_name(deciding)] = list(map(to_terse, nouns))
        self.added = True

    def close(self) -> None:
        """Keeps what this run asked for, and nothing else, when that is not what was kept."""
        if self.added or self.now.keys() != self.before.keys():
            self.kept.keep_plain(self.kind, self.now, self.deciding)


def _name(deciding: str) -> str:
    return hashlib.sha256(deciding.encode("utf-8", "surrogatepass")).hexdigest()[:32]
