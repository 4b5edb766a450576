"""Records of the opening plate: the time line and the matrix beside it."""

from __future__ import annotations

import attrs


@attrs.frozen
class Cell:
    """One cell of the matrix."""

    count: int
    """hits"""
    sigla: str
    """documents that hold them"""
    href: str
    """to the hits"""
    shade: str
    """class h0-h4"""


@attrs.frozen
class Mark:
    """A disc or diamond on a lane."""

    x: str
    """percent"""
    r: str
    """radius in px; empty for a diamond"""
    title: str
    """in words"""
    tie: str = ""
    """percent of the disc that a diamond belongs to"""
    count: str = ""
    """how many documents a disc stands for, when they are several"""


@attrs.frozen
class Lane:
    """One theme's row in the plate."""

    label: str
    """theme"""
    href: str
    """to its section"""
    first: str
    """percent of its first disc"""
    last: str
    """percent of its last disc"""
    discs: tuple[Mark, ...]
    """printed"""
    diamonds: tuple[Mark, ...]
    """spoken of"""
    cells: tuple[Cell, ...]
    """by column"""
    key: str
    """the theme's id, for the filter"""
    pairs: int
    """pairs of claims"""
    pairs_href: str
    """to its cards"""
    narrow: tuple[Mark, ...] = ()
    """discs for narrow screens, near ones joined; empty when none are"""


@attrs.frozen
class LaneGroup:
    """Rows under one heading."""

    label: str
    """heading"""
    lanes: tuple[Lane, ...]
    """rows"""
    solo: bool = False
    """whether they are shown muted"""


@attrs.frozen
class Label:
    """Words on the time line."""

    x: str
    """percent"""
    text: str
    """words"""
    anchor: str = "middle"
    """SVG text-anchor"""
    row: int = 0
    """line of text, from 0"""


@attrs.frozen
class Chain:
    """One line of time, from a theme's first document to its last."""

    discs: tuple[Mark, ...]
    """documents with the theme, area by hits"""
    silent: tuple[Mark, ...]
    """documents between them without it"""
    votes: tuple[Label, ...]
    """votes between, in words"""
    above: tuple[Label, ...]
    """letters of the silent documents"""
    below: tuple[Label, ...]
    """letters and dates of the documents with the theme"""
    narrow: tuple[Mark, ...] = ()
    """discs for narrow screens, near ones joined; empty when none are"""


@attrs.frozen
class Band:
    """A term of office."""

    x: str
    """percent"""
    width: str
    """percent"""
    look: str
    """class"""
    label: str
    """name, empty where there is no room"""


@attrs.frozen
class BandRow:
    """The terms of one calendar."""

    name: str
    """of the calendar"""
    bands: tuple[Band, ...]
    """in order of time"""
    y: str
    """top, px"""
    height: str
    """px"""
    text_y: str
    """base line of the labels, px"""
    look: str
    """class of the labels"""


@attrs.frozen
class Axis:
    """What all lanes share."""

    rows: tuple[BandRow, ...]
    """terms of the calendars shown, the first one largest"""
    look: str
    """class that sets the height, by the number of rows"""
    sigla_y: float
    """base line of the document letters, px"""
    votes_of: str
    """whose votes are drawn, in a word; empty when none are"""
    events_are: str
    """what the dated events are, in words; empty when none are drawn"""
    votes: tuple[str, ...]
    """percent"""
    vote_labels: tuple[Label, ...]
    """words"""
    events: tuple[Label, ...]
    """dated events, a title each"""
    event_labels: tuple[Label, ...]
    """words, in rows"""
    years: tuple[Label, ...]
    """year ticks"""
    sigla: tuple[Label, ...]
    """document letters"""
    gap: Label | None
    """the longest stretch without a source"""
    dates: tuple[tuple[str, str, str], ...]
    """the votes and events drawn, as a table: day, words, who says so"""


@attrs.frozen
class Column:
    """A column of the matrix."""

    label: str
    """term"""
    note: str
    """how many sources"""
    href: str
    """to the first of them"""


@attrs.frozen
class MatrixRow:
    """One theme in a further matrix."""

    label: str
    """theme"""
    href: str
    """to its section"""
    cells: tuple[Cell, ...]
    """by column"""


@attrs.frozen
class Matrix:
    """Themes by the terms of a further calendar."""

    name: str
    """by what it divides"""
    columns: tuple[Column, ...]
    """head"""
    rows: tuple[MatrixRow, ...]
    """themes that were found"""
    lead: bool = False
    """whether the columns are those by which the whole page divides the documents"""
