"""Locating a stretch of text by the places a reader handed over."""

from __future__ import annotations

import pytest

from xref.layout import locate, words_of_place
from xref.model import Document, Place, Span

TEXT = "One line here\nand another.\n\nThird on page two.\n"
PAGES = (
    Place(Span(0, 13), pages=(1, 1), box=(10.0, 700.0, 90.0, 710.0), edges=((10.0, 30.0), (35.0, 60.0), (65.0, 90.0))),
    Place(Span(14, 26), pages=(1, 1), box=(10.0, 688.0, 80.0, 698.0), edges=((10.0, 28.0), (33.0, 80.0))),
    Place(Span(28, 46), pages=(2, 2)),
)


def _document(*places: Place) -> Document:
    return Document("x", "x.pdf", TEXT, "", "", places=places)


@pytest.mark.parametrize(
    ("start", "end", "pages", "box"),
    [
        (4, 8, (1, 1), (35.0, 700.0, 60.0, 710.0)),
        (5, 7, (1, 1), (35.0, 700.0, 60.0, 710.0)),
        (9, 17, (1, 1), (10.0, 688.0, 90.0, 710.0)),
        (0, 26, (1, 1), (10.0, 688.0, 90.0, 710.0)),
        (13, 27, (1, 1), (10.0, 688.0, 80.0, 698.0)),
        (14, 46, (1, 2), None),
        (28, 46, (2, 2), None),
    ],
)
def test_pages(start: int, end: int, pages: tuple[int, int], box: tuple[float, ...] | None) -> None:
    """The pages touched, and on one page the box of the words touched."""
    place = locate(_document(*PAGES), Span(start, end))
    assert place is not None
    assert (place.pages, place.box) == (pages, box)


@pytest.mark.parametrize(("start", "end"), [(0, 46), (26, 28), (5, 5)])
def test_none(start: int, end: int) -> None:
    """A stretch with uncovered words, of white space or of nothing has no place."""
    assert locate(_document(PAGES[0], PAGES[2]), Span(start, end)) is None
    assert locate(_document(), Span(0, 3)) is None


def test_parts_are_not_mixed() -> None:
    """Paragraphs of one part make a range; of two parts they are nowhere together."""
    first, second = (Place(PAGES[n].span, "body.xml", paragraphs=(n + 1, n + 1)) for n in (0, 1))
    both = locate(_document(first, second), Span(0, 20))
    assert both is not None
    assert words_of_place(both) == "paragraphs 1-2 of body.xml"
    other = Place(PAGES[1].span, "notes.xml", paragraphs=(1, 1))
    assert locate(_document(first, other), Span(0, 20)) is None


def test_words() -> None:
    """A place as people read it."""
    assert words_of_place(PAGES[0]) == "page 1"
    assert words_of_place(Place(Span(0, 3), source=Span(7, 10))) == "characters 7-10 of the page source"
