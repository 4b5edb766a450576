"""A web page as lines: what a reader sees from top to bottom, with the marks that the structure puts on each line.

The days of publication are weighed on these lines. The text of record is another matter (read/html.py): it leaves out
menus and comments, which here tell what a day belongs to. A page reduced to text has lines without marks.
"""

from __future__ import annotations

import re

import attrs

MAX_LINES = 20_000
"""lines of a page that are kept; a longer page is a list or an attack"""
HOUR = re.compile(
    r"(?<![0-9.:/-])[0-2]?[0-9]\s?[:.h]\s?[0-5][0-9](?![0-9]|[./-][0-9])|(?<![0-9])[0-2]?[0-9]\s?(?:[ap]\.?m\b|uhr)",
    re.I,
)
"""an hour of the day"""
_GAP = re.compile(r"\s{3,}|\t")
_LONG = 160
"""characters of a kept line that can hold several parts of a page"""


@attrs.frozen
class Stamp:
    """A value that an element carries in an attribute, for programs."""

    value: str
    """the attribute's value"""
    element: str
    """the element with its marks, e.g. "time.entry-date" """
    marks: str
    """class, id, itemprop and property of it and of what directly holds it"""


@attrs.frozen
class PageLine:
    """One line of a page."""

    text: str
    """its words, white space collapsed"""
    zone: str = ""
    """"comments", "aside" (menu, side bar, footer, other articles) or "" """
    headline: bool = False
    """whether it is the headline of the page's article"""
    linked: bool = False
    """whether all its words are a link"""
    heading: bool = False
    """whether it is marked as a heading"""
    marks: tuple[tuple[int, str], ...] = ()
    """from each of these characters on, class, id and the like of what holds the words"""
    stamps: tuple[Stamp, ...] = ()
    """dates for programs in this line"""
    source: int = 0
    """line of the file; 0 when unknown"""

    def marks_at(self, place: int) -> str:
        """Class, id and the like of what holds character `place`."""
        return next((marks for start, marks in reversed(self.marks) if start <= place), "")


@attrs.frozen
class Page:
    """A page, or a text, as far as it matters for its date of publication."""

    lines: tuple[PageLine, ...]
    """what a reader sees"""
    titles: tuple[str, ...] = ()
    """what the structure says that the article is called"""
    language: str = ""
    """as stated: "de", "en-US"; "" when it is not"""


def text_lines(text: str) -> tuple[PageLine, ...]:
    """The lines of a plain text that are not blank."""
    found: list[PageLine] = []
    for number, line in enumerate(text.split("\n")[:MAX_LINES], 1):
        found += [PageLine(words, source=number) for words in cut_columns(line, first=not found)]
    return tuple(found)


def cut_columns(line: str, *, first: bool) -> list[str]:
    """A kept line, cut at wide gaps when it is long or the first: there a page's parts stood side by side."""
    parts = _GAP.split(line) if first or len(line) > _LONG else [line]
    return [words for part in parts if (words := " ".join(part.split()))]
