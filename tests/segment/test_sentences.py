"""Sentences: our own cases, exact cover of any text, stretches, joins over blank lines, and time."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.reader import read_cases

from xref.model import Span
from xref.segment.sentences import find_sentences, joined

CASES = read_cases("sentences")
# what segmenters stumble over, astral letters, a combining mark, CR LF, hard and odd spaces among it
PIECES = st.sampled_from([
    "Word", "word", "U.S.", "Mr.", "No.", "5", "a.m.", "J.", "I", ".", "!", "?", "…", "...", ". . .", "“", "”", '"',
    "'", "‘", "’", "(", ")", "[4]", "<sup>ii</sup>", "<b>", "</p>", "*", "_", "—", "-", "•", "1)", "2.", "a.", ",", ":",
    " ", "  ", "\n", "\r\n", "\r", "\n\n", "\t", "\u00a0", "\u2028", "\x0b", "\x85", "\ufeff", "\0", "\1", "🙂", "𐐷",
    "e\u0301", "Ω", "ß", "www.a.b", "https://a.b/c.", "[...]",
])  # fmt: skip
ANY = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=60).map("".join))


def shown(text: str, span: Span) -> str:
    """The sentence on one line: a line end as a space, a blank line as ¶."""
    return " ".join(re.sub(r"\r?\n[^\S\n]*\r?\n", " ¶ ", span.of(text)).split())


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_cases(title: str, text: str, expected: str) -> None:
    """Each text is cut into the sentences that its case lists, with Windows line ends too."""
    text = text.replace("\\u00a0", "\u00a0")
    for given_text in (text, text.replace("\n", "\r\n")):
        assert [shown(given_text, span) for span in find_sentences(given_text)] == expected.split("\n"), title


@pytest.mark.parametrize(("title", "text"), [c[:2] for c in CASES], ids=[c[0] for c in CASES])
def test_joins_are_told(title: str, text: str) -> None:
    """`joined` is true of the sentences that run over a blank line, and of no other."""
    for span in find_sentences(text):
        assert joined(text, span) == ("¶" in shown(text, span)), title


@given(ANY)
@example("")
@example(" \n\n ")
@example(". . . A. 1. 1. 1.\n\n1. a\n\nb.")
def test_every_character_lies_in_one_sentence(text: str) -> None:
    """Sentences are in order, apart, trimmed, and leave out nothing but white space."""
    last = 0
    for span in find_sentences(text):
        assert last <= span.start < span.end <= len(text)
        assert not text[last : span.start].strip()
        said = span.of(text)
        assert said == said.strip()
        last = span.end
    assert not text[last:].strip()


@given(ANY, ANY, ANY)
def test_a_stretch_is_read_alone(before: str, text: str, after: str) -> None:
    """What stands around a stretch changes nothing in it; its spans count from the beginning of the whole text."""
    stretch = Span(len(before), len(before) + len(text))
    assert find_sentences(before + text + after, stretch) == [
        Span(s.start + len(before), s.end + len(before)) for s in find_sentences(text)
    ]


@given(ANY)
def test_again(text: str) -> None:
    """A sentence that was cut out holds its own end: nothing outside it is needed to read it to its end."""
    for span in find_sentences(text):
        assert find_sentences(text, span)[-1].end == span.end


def test_a_stretch_past_the_end() -> None:
    """A stretch that runs past the text is an error, never a shorter one."""
    with pytest.raises(IndexError):
        find_sentences("One. Two.", Span(0, 40))


@pytest.mark.parametrize(
    "unit",
    ["a", '"', "“", "”", ".", ". ", ". .. ", "…", "?! ", "A. ", "'A ", "(", "(\"", "<a", "<sup>", "[1", "[...", "www.",
     " ", "\n", "\r\n", " x\n", "x\n", "- x\n", "1. x\n", "1. A\n", "• ", "1. A 2. B ",
     "Word of six small words of\n\na ", "U.S. ", "\0", ".1", "a_*", "— ", "\U00010437", "e\u0301"],
)  # fmt: skip
def test_time_grows_with_the_text(unit: str) -> None:
    """200,000 characters of anything take about a second at most; rules that look back would take minutes."""
    text = (unit * 200_000)[:200_000]
    start = time.perf_counter()
    find_sentences(text)
    # measured: 0.5 s for the slowest; ten times that is a slow machine, a quadratic rule is a hundred times slower
    assert time.perf_counter() - start < 5
