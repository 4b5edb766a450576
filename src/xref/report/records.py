"""What a card shows, as plain records: page.py and its leaves decide everything, templates only loop."""

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
class Origin:
    """Where shown words stand, for `xref verify` and other programs that read the page."""

    document: str
    """id of the document"""
    start: int
    """first code point of the text of record"""
    end: int
    """one past the last"""
    digest: str
    """SHA-256 of the file, its first 16 hexadecimal digits"""


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
    """"chars a-b", and where the file has it: "page 3" """
    original: str
    """address of these words on the page they come from, if it is known"""
    origin: Origin
    """where the quotation stands"""


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
    origins: tuple[Origin, Origin]
    """where both stand"""


@attrs.frozen
class Note:
    """A remark in the margin."""

    title: str
    """what it is about"""
    text: str
    """the remark"""
    warning: bool = False
    """whether it is a doubt about the source"""
    href: str = ""
    """where more is said, if anywhere"""
    change: tuple[Piece, ...] = ()
    """words that have changed since, as a comparison"""


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
class DisputeView:
    """A contradiction as shown."""

    id: str
    """anchor"""
    theme: str
    """label"""
    theme_href: str
    """to its section"""
    relation: str
    """kind and distance in time"""
    stances: tuple[str, str]
    """the two answers"""
    rules: tuple[str, str]
    """how the words decide them"""
    shared: str
    """why it is one matter"""
    left: SideView
    """the earlier side"""
    right: SideView
    """the later side"""
