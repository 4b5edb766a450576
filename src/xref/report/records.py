"""What the page shows, as plain records: page.py and its leaves decide everything, templates only loop."""

from __future__ import annotations

import attrs


@attrs.frozen
class Piece:
    """A run of text with one look."""

    text: str
    """the words"""
    look: str = ""
    """class of the mark; empty for plain text"""
    note: str = ""
    """what the mark means, for readers by ear"""
    number: str = ""
    """facet number shown after the mark"""


@attrs.frozen
class Link:
    """Words that lead somewhere on the page."""

    text: str
    """the words"""
    href: str
    """"#id" """


@attrs.frozen
class SideView:
    """One side of a card."""

    siglum: str
    """letter of the document"""
    outlet: str
    """outlet or kind"""
    offices: str
    """whose term, days to the vote"""
    events: tuple[str, ...]
    """dates spoken of, in words"""
    printed: str
    """date of publication"""
    before: str
    """the sentence before, or what stands there"""
    quotation: tuple[Piece, ...]
    """the claim with its marks"""
    after: str
    """the sentence after"""
    speaker: str
    """who asserts it"""
    badge: str
    """"named", "unnamed" or "own voice" """
    why: str
    """how the speaker was found"""
    relay: str
    """through whom, outermost first"""
    claim: str
    """id of the claim"""
    place: str
    """"chars a-b" """


@attrs.frozen
class Bar:
    """One row of the waterfall."""

    label: str
    """the reason"""
    left: str
    """its words on the left"""
    right: str
    """its words on the right"""
    points: str
    """signed"""
    x: float
    """where the bar starts, 0-100"""
    width: float
    """how long it is"""
    look: str
    """class"""


@attrs.frozen
class FurtherPair:
    """Another pair of claims of the same card."""

    left: tuple[Piece, ...]
    """the earlier claim"""
    left_link: Link
    """to it"""
    right: tuple[Piece, ...]
    """the later claim"""
    right_link: Link
    """to it"""
    score: str
    """0-100"""
    why: str
    """reasons with points, in a line"""


@attrs.frozen
class Note:
    """A remark in the margin."""

    title: str
    """what it is about"""
    text: str
    """the remark"""
    warning: bool = False
    """whether it is a doubt about the source"""


@attrs.frozen
class CardView:
    """A match as shown."""

    id: str
    """id of the match"""
    rank: int
    """place in the whole list"""
    theme: str
    """label"""
    theme_href: str
    """to its section"""
    relation: str
    """how the two stand to each other, in words"""
    score: str
    """0-100"""
    left: SideView
    """the earlier side"""
    right: SideView
    """the later side"""
    bars: tuple[Bar, ...]
    """reasons"""
    further: tuple[FurtherPair, ...]
    """other pairs of the same two documents"""
    notes: tuple[Note, ...]
    """margin"""


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


@attrs.frozen
class SourceRow:
    """A document in the table of sources."""

    siglum: str
    """letter"""
    date: str
    """ISO, or "undated" """
    title: str
    """title or path"""
    href: str
    """to the reader"""
    relay: str
    """who told whom"""
    how: str
    """how the date was found"""
    refused: tuple[str, ...]
    """dates not taken, with reasons"""
    offices: str
    """whose terms"""
    notes: tuple[str, ...]
    """remarks on the offices"""
    days: str
    """days to the next US vote"""
    near: bool
    """whether the vote is at most thirty days off"""
    vote: str
    """which vote"""
    claims: str
    """n of m"""


@attrs.frozen
class Warn:
    """A problem in words."""

    where: str
    """siglum or path"""
    level: str
    """refused, warning, note"""
    message: str
    """what is wrong"""
    advice: str
    """how to mend it"""


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
    quotation: tuple[Piece, ...]
    """the claim"""
    claim: Link
    """to the reader"""
    score: str
    """0-100"""
    how: str
    """weakest kind of likeness"""


@attrs.frozen
class ThemeView:
    """A theme's section."""

    id: str
    """anchor"""
    label: str
    """heading"""
    description: str
    """what belongs to it"""
    facets: tuple[FacetView, ...]
    """what it asks for"""
    exclude: str
    """vetoes"""
    span: str
    """first and last appearance"""
    empty: str
    """what to say when nothing was found"""
    hits: tuple[HitRow, ...]
    """all of them"""
    shown: tuple[Link, ...]
    """cards already shown above"""
    cards: tuple[CardView, ...]
    """the others"""


@attrs.frozen
class ReaderRow:
    """A claim or piece of furniture in the reader."""

    id: str
    """anchor; empty for furniture"""
    look: str
    """"hit", "cl" or "fu" """
    place: str
    """offsets"""
    pieces: tuple[Piece, ...]
    """text with marks"""
    speaker: str
    """who, and through whom"""
    themes: tuple[Link, ...]
    """cards and themes"""
    notes: tuple[str, ...]
    """dates resolved, flags"""


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


@attrs.frozen
class ActorRow:
    """An actor."""

    name: str
    """canonical"""
    kind: str
    """person, ..."""
    variants: str
    """spellings found"""
    documents: str
    """sigla with counts"""
    offices: tuple[str, ...]
    """held, with doubt"""
    known: str
    """where the name comes from"""


@attrs.frozen
class MergeRow:
    """A proposed merge."""

    left: str
    """spelling"""
    right: str
    """spelling"""
    score: str
    """likeness"""
    why: str
    """rule"""
    claims: tuple[Link, ...]
    """where"""
