"""What a person decided about a finding, and whether it still holds of the texts as they are now."""

from __future__ import annotations

import attrs

CONSENSUS = ("all", "majority", "any")
"""what counts when reviewers disagree: nothing; what most of them say; "accepted" if anybody says so"""


@attrs.frozen
class Side:
    """A sentence that a decision was made on: anchored by its words, never by its place."""

    doc: str
    """id of the document then"""
    text: str
    """first 16 hexadecimal digits of the SHA-256 of the text of record then"""
    exact: str
    """the words"""
    prefix: str = ""
    """what stood before them"""
    suffix: str = ""
    """what stood after them"""
    start: int = 0
    """where they stood, in code points: a hint among equal sentences, never identity"""
    end: int = 0
    """where they ended"""


@attrs.frozen
class Seen:
    """What the reviewer saw beside the words."""

    band: str = ""
    """"weak", "fair" or "strong" """
    rule: str = ""
    """hash of the facets and phrases that carried it"""
    codebook: str = ""
    """SHA-256 of the codebook"""
    xref: str = ""
    """version"""


@attrs.frozen
class Decision:
    """One line of decisions/REVIEWER.jsonl."""

    id: str
    """of the hit or match, as it was"""
    kind: str
    """"hit" (this sentence is about the theme) or "pair" (these two stand side by side)"""
    theme: str
    """id of the theme, or an earlier one; empty for shared passages"""
    ruling: str
    """"accepted", "dismissed", "unsure", "cleared" (taken back), or empty for a line that is only a note"""
    note: str
    """the reviewer's words"""
    by: str
    """the reviewer"""
    at: str
    """when, ISO 8601 in UTC: 2025-01-02T10:00:00Z"""
    sides: tuple[Side, ...]
    """one for a hit, two for a pair"""
    seen: Seen = attrs.field(factory=Seen)
    """what was on the page"""


@attrs.frozen
class Standing:
    """The decisions on one finding, and how they stand today."""

    id: str
    """of the hit or match now; of the decision when nothing carries it any more"""
    kind: str
    """"hit" or "pair" """
    theme: str
    """id of the theme now"""
    state: str
    """"carried", "stale text", "stale rule", "conflict" or "orphan" """
    ruling: str
    """what counts by the consensus asked for; empty when reviewers disagree, or when it no longer holds"""
    decisions: tuple[Decision, ...]
    """the newest of each reviewer, by name"""
    why: str = ""
    """what has changed, in words; empty when nothing has"""
    was: tuple[str, ...] = ()
    """the words it was made on, for each side, when they are others now"""
    now: tuple[str, ...] = ()
    """the words that stand there now"""
