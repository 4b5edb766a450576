"""Records of the longer sections: themes with their hits, documents in full."""

from __future__ import annotations

import attrs

from xref.report.plate import Chain
from xref.report.records import Link, Note, Origin, Piece


@attrs.frozen
class FacetView:
    """A facet in a theme's head."""

    name: str
    """of the facet"""
    look: str
    """class of its marks"""
    number: str
    """shown after marks"""
    phrases: str
    """as written"""


@attrs.frozen
class HitRow:
    """A hit in a theme's list."""

    id: str
    """id of the hit"""
    siglum: str
    """document"""
    date: str
    """of publication"""
    speaker: str
    """who"""
    badge: str
    """"named", "unnamed" or "own voice" """
    relay: str
    """through whom, outermost first"""
    quotation: tuple[Piece, ...]
    """the claim"""
    claim: Link
    """to the reader"""
    score: str
    """0-100"""
    how: str
    """weakest kind of likeness"""
    origin: Origin
    """where the claim stands"""
    decided: Note | None = None
    """what reviewers said of it"""


@attrs.frozen
class HitGroup:
    """The hits of a theme in one column of the matrix."""

    id: str
    """anchor"""
    label: str
    """of the column"""
    rows: tuple[HitRow, ...]
    """in order"""


@attrs.frozen
class ThemeView:
    """A theme's section."""

    id: str
    """anchor"""
    key: str
    """the theme's id, for the filter"""
    label: str
    """heading"""
    description: str
    """what belongs to it"""
    facets: tuple[FacetView, ...]
    """what it asks for"""
    exclude: str
    """vetoes"""
    empty: str
    """what to say when nothing was found"""
    margin: tuple[Note, ...]
    """first and last appearance, under whom"""
    chain: Chain | None
    """the same as a picture; None when it stands at one point of time"""
    hits: int
    """how many"""
    open: bool
    """whether they are few enough to stand open"""
    groups: tuple[HitGroup, ...]
    """all of them, by column of the matrix"""
    links: tuple[Link, ...]
    """to its cards, the strongest first"""
    cards: int
    """how many cards it has"""
    pairs: int
    """how many pairs of claims stand on them"""


@attrs.frozen
class ReaderRow:
    """A claim or piece of furniture in the reader."""

    id: str
    """anchor; empty for furniture"""
    look: str
    """"hit", "cl" or "fu" """
    place: str
    """offsets"""
    file: tuple[str, ...]
    """lines that say where the file has it: "page 3"; none for txt and md"""
    pieces: tuple[Piece, ...]
    """text with marks"""
    speaker: str
    """who, and through whom"""
    themes: tuple[Link, ...]
    """cards and themes"""
    notes: tuple[str, ...]
    """dates resolved, flags"""
    original: str = ""
    """address of these words on the page they come from, if it is known"""
    before: str = ""
    """to the claim with a theme before it"""
    after: str = ""
    """to the claim with a theme after it"""
    origin: Origin | None = None
    """where a claim stands; None for furniture"""


@attrs.frozen
class ReaderView:
    """A document in full."""

    id: str
    """anchor"""
    siglum: str
    """letter"""
    title: str
    """heading"""
    facts: tuple[tuple[str, str], ...]
    """name and value"""
    url: str
    """address, if it is http(s)"""
    rows: tuple[ReaderRow, ...]
    """text"""
