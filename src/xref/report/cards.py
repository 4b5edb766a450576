"""Cards and documents of the page, built one at a time: a hundred thousand must not stand in memory at once."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from xref.model import Document, Match
from xref.report.chapters import ReaderView
from xref.report.index import Index
from xref.report.records import CardView
from xref.report.sections import build_reader
from xref.report.sidebyside import build_card


@attrs.frozen
class Cards:
    """A run of matches that become cards only when they are asked for, as often as they are asked for."""

    index: Index
    """the result"""
    matches: tuple[tuple[int, Match], ...]
    """rank in the whole list and match, in the order in which they are shown"""

    def __len__(self) -> int:
        return len(self.matches)

    def __iter__(self) -> Iterator[CardView]:
        return (build_card(self.index, match, rank) for rank, match in self.matches)


@attrs.frozen
class Readers:
    """Documents that become readers only when they are asked for."""

    index: Index
    """the result"""
    documents: tuple[Document, ...]
    """in the order in which they are shown"""

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[ReaderView]:
        return (build_reader(self.index, document) for document in self.documents)
