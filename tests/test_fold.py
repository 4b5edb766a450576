"""Folding: lengths kept where offsets rest on them, look-alikes made equal where words are compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xref import fold


@given(st.text())
def test_flat_keeps_length(text: str) -> None:
    """The flat form has as many characters as the text, whatever the alphabet."""
    assert len(fold.flat(text)) == len(text)


def test_flat_hard_characters() -> None:
    """Characters that grow or shrink under lower(), casefold() or NFKC stay one character each."""
    assert fold.flat("İß ﬁ ŉ Ω É “x” – \u00a0𐐀") == fold.flat("İß ﬁ ŉ Ω É “x” – \u00a0𐐀").lower()
    assert fold.flat("É“”‘’–\u00a0") == 'e""' + "''- "


def test_key() -> None:
    """Quotation marks, dashes, accents, case and white space make no difference to the key."""
    assert fold.key("  The “Déjà\u00a0vu” –  Treaty ") == fold.key('the "deja vu" - treaty')


def test_key_long_run_of_marks() -> None:
    """Thousands of combining marks do not slow the fold down: the run is cut in the key, not in the text."""
    assert len(fold.key("a" + "\u0301\u0316" * 50_000)) < 10
