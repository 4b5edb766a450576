"""Rows as columns for a terminal, through the one printing door."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from xref.show import show

# 36: two votes of two calendars, an id or an outlet; the last column takes what is left
CELL = 36
# 40: less than half a line of a claim says nothing
LAST = 40
GAP = "  "


def table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Lines of text, header first; cells but the last are shortened to CELL, the last to what `width` leaves.

    Columns of numbers stand flush right. `rows` may hold foreign text: it is made visible (xref.show) here.
    """
    shown = [[show(cell) for cell in row] for row in (header, *rows)]
    lasts = len(header) - 1
    wide = [min(CELL, max(measure(row[n]) for row in shown)) for n in range(lasts)]
    room = max(LAST, width - sum(wide) - len(GAP) * lasts)
    right = [all(_is_number(row[n]) for row in shown[1:]) for n in range(lasts)]
    for row in shown:
        cells = [_pad(shorten(row[n], wide[n]), wide[n], right[n]) for n in range(lasts)]
        yield GAP.join([*cells, shorten(row[-1], room)]).rstrip()


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` columns, cut with an ellipsis."""
    if measure(text) <= width:
        return text
    kept, used = "", 0
    for char in text:
        used += _columns(char)
        if used > width - 1:
            break
        kept += char
    return kept.rstrip() + "…"


def measure(text: str) -> int:
    """How many terminal columns `text` takes: wide East Asian characters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _pad(text: str, width: int, right: bool) -> str:
    blank = " " * (width - measure(text))
    return blank + text if right else text + blank


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).lstrip("+-").isdecimal() or text == "-"
