"""Rows as columns for a terminal, through the one printing door."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import attrs

from xref.show import disarm, show

# 36: two votes of two calendars, an id or an outlet; the last column takes what is left
CELL = 36
# 16: two words; rather than narrow cells further, a column that can be spared is left out
GOOD = 16
# 10: a narrower cell holds no word; the first column, an id, and numbers must be read whole and are not narrowed
FLOOR = 10
# 40: less than half a line of a claim says nothing; 24 where the screen is too narrow for that
LAST = 40
LEAST = 24
GAP = "  "


def table(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int,
    less: Sequence[str] = (),
    whole: Sequence[str] = (),
) -> Iterator[str]:
    """Lines of text in `width` columns, header first; columns of numbers stand flush right.

    Where there is no room the columns named in `less` are left out in that order, those that say nothing first; then
    the widest cells are shortened, down to FLOOR, but not those of columns in `whole`. `rows` may hold foreign text: it
    is made visible (xref.show) here.
    """
    shown = [[show(cell) for cell in row] for row in (header, *rows)]
    columns = [_measured(header[n], [row[n] for row in shown], n, whole) for n in range(len(header))]
    kept = _fit(_kept(columns, width, less), width)
    last = kept[-1]
    room = max(min(LEAST, last.wide), width - sum(c.wide + len(GAP) for c in kept[:-1]))
    for row in shown:
        cells = [_pad(shorten(row[c.number], c.wide), c.wide, c.right) for c in kept[:-1]]
        yield disarm(GAP.join([*cells, shorten(row[last.number], room)]).rstrip())


@attrs.frozen
class _Column:
    name: str
    number: int
    wide: int
    """columns of the terminal that it takes; of the last one, all it would need"""
    fixed: bool
    """whether it is never narrowed"""
    right: bool
    """whether it stands flush right: numbers"""
    blank: bool
    """whether it says nothing"""


def _measured(name: str, cells: Sequence[str], number: int, whole: Sequence[str]) -> _Column:
    numbers = all(map(_is_number, cells[1:]))
    blank = all(cell == "-" for cell in cells[1:])
    fixed = number == 0 or numbers or name in whole
    return _Column(name, number, max(map(measure, cells)), fixed, numbers, blank)


def _kept(columns: list[_Column], width: int, less: Sequence[str]) -> list[_Column]:
    """The columns that fit, or cannot be left out."""
    kept = list(columns)
    for column in sorted((c for c in columns if c.name in less), key=lambda c: (not c.blank, less.index(c.name))):
        # a column that says nothing goes before any cell is shortened
        cells = sum(min(c.wide, CELL if c.fixed or column.blank else GOOD) + len(GAP) for c in kept[:-1])
        if cells + min(LEAST, kept[-1].wide) <= width:
            break
        kept.remove(column)
    return kept


def _fit(columns: Sequence[_Column], width: int) -> list[_Column]:
    """The columns in `width`: the widest cells narrowed first, none below FLOOR."""
    wide = [min(CELL, c.wide) for c in columns[:-1]]
    room = width - len(GAP) * len(wide) - min(LAST, columns[-1].wide)
    loose = [n for n, c in enumerate(columns[:-1]) if not c.fixed]
    while sum(wide) > room and (able := [n for n in loose if wide[n] > FLOOR]):
        wide[max(able, key=lambda n: (wide[n], -n))] -= 1
    return [*(attrs.evolve(c, wide=w) for c, w in zip(columns, wide, strict=False)), columns[-1]]


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
