"""Printed words found again in the text of record."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from xref.layout import locate
from xref.model import Document, Span
from xref.read.boxes import Word, place_words

BOX = (1.0, 2.0, 3.0, 4.0)


def _words(*lines: str) -> list[Word]:
    return [Word(word, 1, number, BOX) for number, line in enumerate(lines) for word in line.split()]


def test_hyphens() -> None:
    """A hyphen put back belongs to the word before it; one that stands alone to none; both cost no other place."""
    text = "the north-west ferry - sold\u00ad at last\n"
    places = place_words(text, _words("the north", "west ferry", "sold", "at last"))
    assert [place.span.of(text) for place in places] == ["the north-", "west ferry", "sold", "at last"]
    assert [len(place.edges) for place in places] == [2, 2, 1, 2]


def test_strange_words_end_the_search() -> None:
    """Nothing after a word that is not there has a place: it might be a wrong one."""
    text = "one two three four\n"
    assert [p.span.of(text) for p in place_words(text, _words("one two", "threw four"))] == ["one two"]


@given(
    st.lists(st.lists(st.text(st.sampled_from("ab-."), min_size=1, max_size=4), min_size=1, max_size=4), max_size=5),
    st.lists(st.sampled_from([" ", "\n", "", "-", "\n\n", " - ", "\u00ad"]), min_size=25, max_size=25),
)
def test_any_words(lines: list[list[str]], gaps: list[str]) -> None:
    """Whatever lies between the words: a stretch that has a place covers words in order, and nothing breaks."""
    flat = [Word(word, 1, number, BOX) for number, line in enumerate(lines) for word in line]
    text = "".join(word.text + gap for word, gap in zip(flat, gaps, strict=False)) + "\n"
    places = place_words(text, flat)
    document = Document("x", "x.pdf", text, "", "", places=places)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(places))
    for start in range(len(text)):
        place = locate(document, Span(start, min(len(text), start + 5)))
        assert place is None or place.box == BOX
