"""Attributions: source, cue and mode of our own sentences; spans that re-read; nothing raised on any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reader import read_cases

from xref.model import Attribution, Span
from xref.segment.attribution import find_attributions
from xref.segment.names import find_names
from xref.segment.quotes import find_quotations

CASES = read_cases("attribution")


def attribute(text: str) -> tuple[Attribution, ...]:
    span = Span(0, len(text))
    return find_attributions(text, span, find_quotations(text, span), find_names(text, span))


@pytest.mark.parametrize(("title", "sentence", "expected"), CASES, ids=[c[0] for c in CASES])
def test_cases(title: str, sentence: str, expected: str) -> None:
    """Each sentence has exactly the attributions that its case lists: source | cue | mode | kind | content.

    A case may leave the last columns out.
    """
    wanted = expected.splitlines()
    lines = []
    for number, a in enumerate(attribute(sentence)):
        content = " ... ".join(c.of(sentence) for c in a.content)
        columns = [a.source.of(sentence), a.cue.of(sentence), a.mode, a.kind, content]
        lines.append(" | ".join(columns[: len(wanted[number].split(" | ")) if number < len(wanted) else None]))
    assert lines == wanted, title


@given(st.text(alphabet=st.sampled_from(list('ab said told that, "“”‘’.:;()\n\r𐐷é—Xx ')), max_size=200))
def test_any_text(text: str) -> None:
    """No text raises, and every span lies inside it with its content apart from its cue."""
    for attribution in attribute(text):
        for span in (attribution.source, attribution.cue, *attribution.content):
            assert 0 <= span.start < span.end <= len(text)
        assert not any(c.holds(attribution.cue) and c.holds(attribution.source) for c in attribution.content)


def test_told() -> None:
    """Whom a source told is kept, since an outlet that was told is the relay."""
    (only,) = attribute("A person close to the talks told The Guardian that no date had been set.")
    text = "A person close to the talks told The Guardian that no date had been set."
    assert only.told is not None
    assert only.told.of(text) == "The Guardian"
    assert only.anonymous


def test_content() -> None:
    """The content is what is reported, without source and cue."""
    text = "The treaty, Mr. Okafor wrote, would bind both sides for ten years."
    (only,) = attribute(text)
    assert [c.of(text) for c in only.content] == ["The treaty", "would bind both sides for ten years."]


def test_frame_ends_the_inner_content() -> None:
    """What an outer source frames ends before that source: the inner content holds no foreign cue."""
    text = "Anna Berg said Tuesday she would like to sell the ferry, two senior council officials said."
    inner, outer = attribute(text)
    assert [c.of(text) for c in inner.content] == ["she would like to sell the ferry"] or [
        c.of(text) for c in inner.content
    ] == ["Tuesday she would like to sell the ferry"]
    assert outer.source.of(text) == "two senior council officials"


def test_through_the_one_that_quotes() -> None:
    """Who quotes a source "as saying" is the relay."""
    text = "The Daily Herald quoted a ministry spokesman as saying the ferry was safe."
    (only,) = attribute(text)
    assert only.source.of(text) == "a ministry spokesman"
    assert only.through is not None
    assert only.through.of(text) == "The Daily Herald"
