"""What every reader hands over: the text of record, and what the file's own structure says about it."""

from __future__ import annotations

import attrs

from xref.model import DateRange, Place
from xref.read.front import FrontMatter
from xref.read.pages.lines import Page


class UnreadableFile(ValueError):
    """A file that cannot be read as what it claims to be; the message says why, in words for the user."""

    def __init__(self, told: str, place: str = "", mend: str = "") -> None:
        """`place` in the file ("word/document.xml, line 3"), `mend` what the user can do: both where known."""
        super().__init__(told)
        self.place = place
        self.mend = mend


class MissingExtra(Exception):
    """The library that reads this kind of file is not installed; the message says what to install."""


@attrs.frozen
class Hint:
    """A fact that the file's structure states (a meta tag, a document property), not its text."""

    field: str
    """"title", "outlet", "author" or "url" """
    value: str
    """the fact"""
    how: str
    """where it stands, in words: "meta tag og:title" """


@attrs.frozen
class DateHint:
    """A date that the file's structure states."""

    value: DateRange
    """the days it means"""
    how: str
    """where it stands, in words: "datePublished in the page's structured data" """
    confidence: int
    """0-100, on the scale of read/published.py (a labelled date line above the text has 94)"""
    rule: str = "structure"
    """name of the rule: "linked-data", "meta-tag", ..."""
    words: str = ""
    """the date as written there"""
    utc: bool = False
    """whether it is a time stamp in UTC: the publisher's own day may be one off"""
    refused: str = ""
    """why it is told and not taken, when it is not; its confidence is 0 then"""


@attrs.frozen
class Extracted:
    """A file as text."""

    text: str
    """the text of record; for txt and md the decoded bytes as they are"""
    how: str
    """encoding, or extractor with its version"""
    doubts: tuple[str, ...] = ()
    """what to tell the user: text that may be missing, pages without text"""
    hints: tuple[Hint, ...] = ()
    """facts by field, most trusted first"""
    dates: tuple[DateHint, ...] = ()
    """dates of publication"""
    page: Page | None = None
    """a web page's lines, to weigh the days on them"""
    places: tuple[Place, ...] = ()
    """where stretches of `text` stand in the file, in the order of `text`; only what is exact"""
    front: FrontMatter | None = None
    """what a person wrote at the top of a Markdown file"""
    notes: tuple[str, ...] = ()
    """what a careful reader did, nothing being wrong: comments left out, words put together over line ends"""
