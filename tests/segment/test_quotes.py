"""Quoted stretches: curly, straight, mixed, nested, over paragraphs; apostrophes are none."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.model import Span
from xref.segment.quotes import find_quotations, share_quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “we go” and “they stay”.", ["“we go”", "“they stay”"]),
        ('He said "we go" and left.', ['"we go"']),
        ('“We go," he said.', ['“We go,"']),
        ("“We heard ‘no’ twice,” she said.", ["“We heard ‘no’ twice,”"]),
        ("It's the miners' strike of '84, isn't it?", []),
        ("She called it 'a day of great shame', no less.", ["'a day of great shame'"]),
        ("She called it 'space' only.", []),
        ("„Wir gehen“ and «on y va»", ["„Wir gehen“ and «on y va»"]),
        ("“First part.\n\n“Second part,” he said.", ["“First part.", "“Second part,”"]),
        ("Then `` we go '' and left.", ["`` we go ''"]),
        ('no opening mark here" he said', []),
    ],
)
def test_quoted(text: str, quoted: list[str]) -> None:
    """Each text holds these quoted stretches and no other."""
    assert [q.of(text) for q in find_quotations(text, Span(0, len(text)))] == quoted


@given(st.text(alphabet=st.sampled_from(list("ab \n\r“”\"'‘’.𐐷")), max_size=120))
def test_any_text(text: str) -> None:
    """Stretches are in order, apart, and inside the text."""
    found = find_quotations(text, Span(0, len(text)))
    for before, after in pairwise(found):
        assert before.end <= after.start
    assert all(q.end <= len(text) for q in found)


def test_share() -> None:
    """The share counts characters inside quotations."""
    assert share_quoted(Span(0, 10), [Span(5, 20)]) == 0.5


def test_apostrophes_take_no_longer() -> None:
    """A long paragraph of marks that open and never close is searched in one pass (it took a minute a 50,000 marks)."""
    text = "'tis 'a " * 25_000
    started = time.monotonic()
    assert find_quotations(text, Span(0, len(text))) == []
    assert time.monotonic() - started < 5
