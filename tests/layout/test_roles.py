"""Which lines are furniture: letters, forums, portals, wires and transcripts of our own making."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reader import read_cases

from xref.layout import read_layout
from xref.layout.roles import KINDS

CASES = read_cases("layout")


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_cases(title: str, text: str, expected: str) -> None:
    """Each unit of the text has the kind that its case lists."""
    found = [f"{part.kind}: {' '.join(part.unit.text.split())[:40]}".rstrip() for part in read_layout(text).parts]
    assert "\n".join(found) == expected, title


@given(st.text(alphabet=st.sampled_from(list('ab. \n\r\t#-*:“"”[1]<sup>Dear,Q|\u2028𐐷')), max_size=400))
def test_any_text(text: str) -> None:
    """Every character that is no white space lies in exactly one part, in order, whatever the text."""
    parts = read_layout(text).parts
    covered = [False] * len(text)
    for part in parts:
        assert part.kind in KINDS
        assert part.unit.span.of(text) == part.unit.text
        for at in range(part.unit.span.start, part.unit.span.end):
            assert not covered[at]
            covered[at] = True
    assert all(covered[n] or char.isspace() for n, char in enumerate(text))
