"""Marks over words: nothing is hidden by a neighbour, nothing is marked twice."""

from __future__ import annotations

from pathlib import Path

from tests.report.pages import write

from xref.model import Span
from xref.pipeline import cross_reference
from xref.report.highlight import Marked, cut

TEXT = "The old ferry was sold in May, the harbour board said.\n"


def looks(tmp_path: Path, *marks: tuple[int, int, str]) -> list[tuple[str, str, str]]:
    document = cross_reference([write(tmp_path, one=TEXT)]).documents[0]
    told = [Marked(Span(a, b), look, f"{look}: ", look[1:]) for a, b, look in marks]
    pieces = cut(document, Span(0, len(TEXT) - 1), told)
    assert "".join(piece.text for piece in pieces) == TEXT.rstrip()
    return [(piece.text, piece.look, piece.number) for piece in pieces if piece.look]


def test_a_facet_inside_another(tmp_path: Path) -> None:
    """Words of two facets have their own mark on the ground of the longer one, and each number stands once."""
    assert looks(tmp_path, (4, 22, "f2"), (8, 13, "f1")) == [
        ("old ", "f2", ""), ("ferry", "f1 o2", "1"), (" was sold", "f2", "2"),
    ]  # fmt: skip


def test_one_facet_twice(tmp_path: Path) -> None:
    """Two phrases of one facet over the same words are one mark."""
    assert looks(tmp_path, (8, 22, "f1"), (18, 29, "f1")) == [("ferry was sold in May", "f1", "1")]


def test_shared_words_yield(tmp_path: Path) -> None:
    """A word of a facet is not marked as a shared word besides."""
    assert looks(tmp_path, (8, 13, "f1"), (8, 13, "w"), (35, 42, "w")) == [
        ("ferry", "f1", "1"), ("harbour", "w", ""),
    ]  # fmt: skip
