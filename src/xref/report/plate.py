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
    pairs: int
    """pairs of claims"""


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
class Axis:
    """What all lanes share."""

    bands: tuple[Band, ...]
    """US terms"""
    others: tuple[Band, ...]
    """terms of the second calendar"""
    votes: tuple[str, ...]
    """percent"""
    vote_labels: tuple[Label, ...]
    """words"""
    events: tuple[Label, ...]
    """treaty dates, a title each"""
    event_labels: tuple[Label, ...]
    """words, in rows"""
    years: tuple[Label, ...]
    """year ticks"""
    sigla: tuple[Label, ...]
    """document letters"""
    gap: Label | None
    """the longest stretch without a source"""


@attrs.frozen
class Column:
    """A column of the matrix."""

    label: str
    """term"""
    note: str
    """how many sources"""
