"""The nouns of xref: frozen records without any work in them, which import nothing but each other."""

from xref.model.actor import Actor, Mention, Merge, Office
from xref.model.calendar import Calendars, Event, Period, Series, VoteDay
from xref.model.claim import Attribution, Block, Claim, DateMention, NameMention, Speaker
from xref.model.contradiction import Contradiction, Position
from xref.model.decision import Decision, Seen, Side, Standing
from xref.model.document import Alternative, DateCandidate, DateRange, Document, Fact, Holding, Season, Vote
from xref.model.match import Alignment, Match, Pair, Reason
from xref.model.place import Place
from xref.model.result import CrossReference, Problem
from xref.model.settings import Settings
from xref.model.span import Anchor, Span, quote
from xref.model.theme import (
    Codebook,
    Condition,
    Evidence,
    EvidenceWord,
    Facet,
    Hit,
    KnownActor,
    Theme,
    WordGroup,
)

__all__ = [
    "Actor", "Alignment", "Alternative", "Anchor", "Attribution", "Block", "Calendars", "Claim", "Codebook",
    "Condition", "Contradiction", "CrossReference", "DateCandidate", "DateMention", "DateRange", "Decision",
    "Document", "Event", "Evidence", "EvidenceWord", "Facet", "Fact", "Hit", "Holding", "KnownActor", "Match",
    "Mention", "Merge", "NameMention", "Office", "Pair", "Period", "Place", "Position", "Problem", "Reason",
    "Season", "Seen", "Series", "Settings", "Side", "Span", "Speaker", "Standing", "Theme", "Vote", "VoteDay",
    "WordGroup", "quote",
]  # fmt: skip
