"""What a run found."""

from __future__ import annotations

import attrs

from xref.model.actor import Actor, Merge
from xref.model.calendar import Calendars
from xref.model.claim import Block, Claim
from xref.model.contradiction import Contradiction
from xref.model.document import Document
from xref.model.match import Match
from xref.model.settings import Settings
from xref.model.span import Span
from xref.model.theme import Codebook, Hit


@attrs.frozen(order=True)
class Problem:
    """Something odd about the user's files: told, never fatal, never corrected in silence."""

    where: str
    """path in the corpus"""
    place: str
    """line, characters or claim; empty for the whole file"""
    level: str
    """"refused" (not in the result), "warning" (in it, with a doubt) or "note" """
    message: str
    """what is wrong, with the cause"""
    advice: str
    """how to mend it"""
    span: Span | None = None
    """where in the text, if it has a place there"""


@attrs.frozen
class CrossReference:
    """Everything the report shows."""

    documents: tuple[Document, ...]
    """in date order, undated last, then by id"""
    blocks: tuple[Block, ...]
    """all blocks of all documents, in reading order"""
    claims: tuple[Claim, ...]
    """by document and place"""
    codebook: Codebook
    """what was looked for"""
    hits: tuple[Hit, ...]
    """by document, place and theme"""
    matches: tuple[Match, ...]
    """cards, best first, shared passages in turn with themes"""
    actors: tuple[Actor, ...]
    """most mentioned first"""
    merges: tuple[Merge, ...]
    """proposed, for a person to decide"""
    problems: tuple[Problem, ...]
    """sorted by file and place"""
    settings: Settings
    """limits in force"""
    versions: tuple[tuple[str, str], ...] = ()
    """name and version of what decides a result: xref, rapidfuzz, stemmer, data files"""
    calendars: Calendars = attrs.field(factory=Calendars)
    """terms, votes and events of this run, shipped ones and the user's, and which are shown"""
    contradictions: tuple[Contradiction, ...] = ()
    """claims of different documents that answer one question differently"""
