"""Names as written: cases in plain text, then what must hold on any text."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.gazetteer_sample import sample
from tests.reader import read_cases

from xref.model import NameMention, Span
from xref.segment.names import find_document_names, find_names

WORDS = st.sampled_from(
    ["Carla", "Jones", "President", "Reagan", "Reagan's", "Reagan-Gorbachev", "U.S.", "J.", "Mr.", "bin", "van", "der",
     "the", "Kremlin", "of", "and", "said", "Time", "WHO", "Ministry", "Group", "al-Amr", "O’Hara", "😀", "é", "D'",
     "-", ",", ".", "“", "”", "\n", "\r\n", "\n\n", "İ", "ß", "Presidents", "Library", "\u0301", "’", "May"]
)  # fmt: skip


def _find(text: str, day: dt.date | None = None) -> list[NameMention]:
    return find_document_names(text, [Span(0, len(text))], day, sample())[0]


@pytest.mark.parametrize(("title", "given_text", "expected"), read_cases("names"))
def test_cases(title: str, given_text: str, expected: str) -> None:
    """Each sentence of the case file yields the names listed under it, and no other."""
    found = [
        f"{' '.join(name.span.of(given_text).split())} | {name.kind} | {name.title}".rstrip()
        for name in _find(given_text)
    ]
    assert found == [line.rstrip() for line in expected.splitlines() if line.strip()], title


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_offsets_of_wordy_text(text: str) -> None:
    """Names lie inside the span, in order, apart from each other, without white space or possessive at their ends."""
    found = _find(text)
    for name in found:
        said = name.span.of(text)
        assert said
        assert said == said.strip()
        assert not said.endswith(("'s", "’s"))
        assert said[0].isalnum()
    for left, right in itertools.pairwise(found):
        assert left.span.end <= right.span.start


@given(st.text(max_size=120))
def test_never_raises(text: str) -> None:
    """Any text at all has names or none, never an error."""
    for name in _find(text):
        assert name.span.end <= len(text)


@given(st.lists(WORDS, max_size=12).map(" ".join), st.lists(WORDS, max_size=12).map(" ".join))
def test_span_is_kept_to(before: str, inside: str) -> None:
    """Only the span asked for is searched, and offsets still count the whole text."""
    text = f"{before} {inside} Reagan"
    span = Span(len(before) + 1, len(before) + 1 + len(inside))
    for name in find_document_names(text, [span], None, sample())[0]:
        assert span.holds(name.span)


def test_surname_of_another_claim() -> None:
    """A bare surname counts when the full name stands in another claim of the document."""
    text = "Kristof was early.\n\nThe envoy was Hans Kristof."
    spans = [Span(0, 18), Span(20, len(text))]
    first, second = find_document_names(text, spans, None, sample())
    assert [name.span.of(text) for name in first] == ["Kristof"]
    assert [name.span.of(text) for name in second] == ["Hans Kristof"]


def test_people_of_the_future_are_not_meant() -> None:
    """A surname in a text of 1850 is not that of a president of 1981."""
    assert _find("The farm belonged to Reagan.", dt.date(1850, 5, 1)) == []
    assert len(_find("The farm belonged to Reagan.", dt.date(1985, 5, 1))) == 1


def test_shipped_gazetteer_is_asked_by_default() -> None:
    """The short form reads the data that ships."""
    text = "NATO said so."
    assert [(name.span.of(text), name.kind) for name in find_names(text, Span(0, len(text)))] == [("NATO", "org")]


def test_no_quadratic_cost() -> None:
    """A long run of capitals is read in time linear in its length."""
    text = "Carla Jones Reagan-Gorbachev " * 4000
    assert len(_find(text)) > 4000
