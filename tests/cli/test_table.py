"""Tables for a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xref.cli.table import measure, shorten, table


def test_columns_line_up() -> None:
    """Cells are padded, numbers stand right, wide characters count two columns, nothing trails."""
    lines = list(table(("ID", "N", "TEXT"), [("a", "1", "x"), ("新聞", "10", "y"), ("e\u0301", "-", "z")], 80))
    assert lines == ["ID     N  TEXT", "a      1  x", "新聞  10  y", "e\u0301      -  z"]


def test_long_cells_are_cut_with_an_ellipsis() -> None:
    """No column pushes the next one off the screen."""
    line = list(table(("ID", "TEXT"), [("i" * 100, "t" * 500)], 100))[1]
    assert measure(line) == 100
    assert line.count("…") == 2


def test_foreign_text_is_made_visible() -> None:
    """A line end or an escape in a cell cannot break the table or reach the terminal."""
    lines = list(table(("ID", "TEXT"), [("a\nb", "\x1b[2J\u202e")], 80))
    assert len(lines) == 2
    assert "\n" not in lines[1]
    assert not {"\x1b", "\u202e"} & set(lines[1])


@given(st.text(), st.integers(1, 40))
def test_shorten_fits(text: str, width: int) -> None:
    """Whatever the text, the result takes at most the width, and a short text is left alone."""
    short = shorten(text, width)
    assert measure(short) <= width
    assert short == text or measure(text) > width
