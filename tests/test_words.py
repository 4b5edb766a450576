"""Words: offsets, possessives, abbreviations, and which words are spellings of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stems import FILE, make_stems

from xref.words import find_words, likeness


@given(st.text(max_size=300))
def test_offsets(text: str) -> None:
    """Each word says what stands at its place."""
    for word in find_words(text):
        assert word.span.of(text) == word.text
        assert len(word.key) == len(word.text)


def test_the_shipped_stems_are_those_of_the_stemmer() -> None:
    """data/stems.txt is what tests/stems.py makes: run it again after the list or the stemmer has changed."""
    assert FILE.read_text(encoding="utf-8") == make_stems()


def test_possessive_and_abbreviation() -> None:
    """A possessive s is left out; an abbreviation of capitals is one word; a contraction stays whole."""
    assert [w.text for w in find_words("Norway's fleet doesn't fear the U.S. navy’s ships")] == [
        "Norway", "fleet", "doesn't", "fear", "the", "U.S.", "navy", "ships",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "met", "how"),
    [
        ("treaty", "treaty", "exact"),
        ("treaty", "treaties", "stem"),
        ("harbour", "harbor", "spelling"),
        ("defense", "defence", "spelling"),
        ("organise", "organized", "spelling"),
        ("khrushchev", "khruschev", "spelling"),
        ("sanctions", "sanctons", "spelling"),
    ],
)
def test_alike(asked: str, met: str, how: str) -> None:
    """Inflections, British and American spellings, and slips of the pen count as the same word."""
    score, kind = likeness(asked, met, 82.0)
    assert kind == how
    assert score >= 82


@pytest.mark.parametrize(
    ("asked", "met"),
    [
        ("iran", "iraq"),
        ("letter", "better"),
        ("missile", "missive"),
        ("nuclear", "unclear"),
        ("president", "present"),
        ("election", "execution"),
        ("nato", "senator"),
        ("adopt", "adapt"),
    ],
)
def test_apart(asked: str, met: str) -> None:
    """Words that only look alike are other words."""
    assert likeness(asked, met, 82.0) == (0.0, "")
