"""What it means that a phrase stands in a claim: cases of our own, and the span always re-reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reader import read_cases

from xref.model import Settings
from xref.themes.phrases import Found, find_phrase, read_phrase, variants
from xref.words import find_words

CASES = read_cases("phrases")


def look(phrase: str, text: str) -> Found | None:
    settings = Settings()
    words = find_words(text)
    asked = read_phrase(phrase)
    tables = [variants(w, sorted({x.key for x in words}), settings) for w in asked.words]
    return find_phrase(asked, tables, words, settings)


@pytest.mark.parametrize(("title", "given_text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_cases(title: str, given_text: str, expected: str) -> None:
    """Each phrase is found where its case says, with that score and kind of likeness, or not at all."""
    phrase, text = given_text.split("\n", 1)
    found = look(phrase, text)
    assert (f"{found.span.of(text)} | {found.score} | {found.how}" if found else "") == expected, title


@given(st.lists(st.sampled_from("the grain deal deals new New treaty of Iran signed".split()), max_size=12))
def test_span_is_tight(said: list[str]) -> None:
    """A place begins and ends with a word of the phrase and holds no more words than the gap allows."""
    text = " ".join(said)
    found = look("new treaty", text)
    if found:
        inside = found.span.of(text).split()
        assert {inside[0].lower(), inside[-1].lower()} == {"new", "treaty"}
        assert len(inside) <= 2 + Settings().gap


def test_no_word() -> None:
    """A phrase without a word is refused."""
    with pytest.raises(ValueError, match="no word"):
        read_phrase("...")
