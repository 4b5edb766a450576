"""How a text is laid out: its lines, the units they form, and what each unit is (body, title, byline, footnote, ...).

Both reading (which line is the date?) and segmenting (which lines are no claims?) rest on it, so it lies below both.
"""

from xref.layout import signs
from xref.layout.genres import Part
from xref.layout.lines import Line, place_of, split_lines
from xref.layout.places import locate, words_of_place
from xref.layout.roles import Layout, asks, read_layout
from xref.layout.units import Unit, find_units, hide

__all__ = [
    "Layout", "Line", "Part", "Unit", "asks", "find_units", "hide", "locate", "place_of", "read_layout", "signs",
    "split_lines", "words_of_place",
]  # fmt: skip
