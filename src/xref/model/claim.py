"""A claim: the smallest stretch of a document that asserts something, with who says so and when."""

from __future__ import annotations

import attrs

from xref.model.document import DateRange
from xref.model.place import Place
from xref.model.span import Span


@attrs.frozen
class Block:
    """A typed stretch of a document: running text, or furniture that is kept apart from claims."""

    document: str
    """id of the document"""
    span: Span
    """where it stands"""
    kind: str
    """"text" for running text; else "title", "byline", "date", "navigation", "footnote", ..."""
    rule: str
    """name of the sign that decided"""
    lists: bool = False
    """whether the running text is a list item"""

    @property
    def furniture(self) -> bool:
        """Whether the block is kept apart from claims."""
        return self.kind != "text"


@attrs.frozen
class DateMention:
    """A date spoken of inside a claim, resolved against the document's own date, never against today's."""

    span: Span
    """the words, e.g. "last month" """
    value: DateRange | None
    """the days meant; None when nothing certain can be said"""
    rule: str
    """how it was resolved, e.g. "month before the publication month" """
    approximate: bool = False
    """whether the words only say about when ("three weeks ago")"""
    reference: str = ""
    """"past", "present" or "future" where the words name no day at all ("recently", "now"); else empty"""


@attrs.frozen
class Attribution:
    """Who says what inside one claim (PARC 3.0: source, cue, content)."""

    source: Span
    """the words that name the source, e.g. "a Kremlin source" """
    cue: Span
    """the reporting words, e.g. "said" """
    content: tuple[Span, ...]
    """what is reported; several stretches when the source interrupts it"""
    mode: str
    """"direct" (all in quotation marks), "indirect" (none), or "mixed" """
    anonymous: bool
    """whether the source is not named ("officials", "a person familiar with the talks")"""
    told: Span | None = None
    """whom the source told, when that is a relay ("told Axios")"""
    through: Span | None = None
    """the relay named inside the claim ("according to a transcript carried by ABC News")"""
    kind: str = "speech"
    """what the source does: "speech" or "writing" assert the content; "topic" only names what is spoken of; "belief",
    "intention", "attitude" and "perception" are no words of the source"""
    head: Span | None = None
    """the words of `source` that name it, without what describes it ("Ann Lee" of "Ann Lee, who runs the port")"""
    carried: bool = False
    """whether source and cue stand in a sentence or line beside it, which announces the words or quotes them further"""

    @property
    def asserts(self) -> bool:
        """Whether the source asserts the content: said or written, or quoted on a topic ("called it “a mistake”")."""
        return self.kind in ("speech", "writing") or (self.kind == "topic" and self.mode != "indirect")


@attrs.frozen
class Speaker:
    """Who asserts a claim, as printed."""

    name: str
    """the fullest form of the name printed in the document, or the words of the source"""
    kind: str
    """"person", "organisation", "anonymous", "group" or "outlet" """
    rule: str
    """how it was decided, in words"""
    document: str
    """id of the document that holds `span`"""
    span: Span
    """the words that name the speaker; may stand in another claim"""

    @property
    def anonymous(self) -> bool:
        """Whether the speaker is not named."""
        return self.kind == "anonymous"


@attrs.frozen
class NameMention:
    """A person, organisation, outlet or place as written."""

    span: Span
    """the name without title"""
    kind: str
    """"person", "org", "media" or "place" """
    title: str = ""
    """the words of office before the name, as written"""


@attrs.frozen
class Claim:
    """One claim with exact offsets."""

    id: str
    """content-based: stays the same when other parts of the document are edited"""
    document: str
    """id of the document"""
    span: Span
    """where it stands"""
    text: str
    """`document.text[span.start:span.end]`, kept here so that a claim explains itself"""
    block: int
    """index of its block among the document's blocks: claims of one paragraph share it"""
    attributions: tuple[Attribution, ...] = ()
    """who says what inside the claim"""
    quotations: tuple[Span, ...] = ()
    """verbatim words between quotation marks, marks included"""
    dates: tuple[DateMention, ...] = ()
    """dates spoken of"""
    names: tuple[NameMention, ...] = ()
    """names as written"""
    speaker: Speaker | None = None
    """who asserts it; None is the outlet's own voice"""
    relay: tuple[str, ...] = ()
    """through whom it comes, outermost first, ending before the speaker"""
    flags: tuple[str, ...] = ()
    """what a reader must know: joined over a blank line, very long, no verb, ..."""
    place: Place | None = None
    """where its words stand in the file, when the text was extracted from one and the place is exact"""
