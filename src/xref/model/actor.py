"""People and bodies, each with the spellings found."""

from __future__ import annotations

import datetime as dt

import attrs

from xref.model.span import Span


@attrs.frozen
class Office:
    """An office somebody held; `last` is the successor's first day (half open)."""

    title: str
    """e.g. "national security adviser" """
    of: str
    """country or body"""
    first: dt.date | None = None
    """first day; None when not known"""
    last: dt.date | None = None
    """first day after; None when not known or still held"""
    source: str = ""
    """who says so"""
    checked: bool = False
    """whether the row was checked against its source"""


@attrs.frozen
class Mention:
    """One place where an actor is named."""

    claim: str
    """id of the claim"""
    span: Span
    """the words"""
    text: str
    """as written"""


@attrs.frozen
class Actor:
    """A person, organisation, outlet or place that claims name."""

    id: str
    """from the canonical name"""
    name: str
    """canonical name"""
    kind: str
    """"person", "org", "media" or "place" """
    variants: tuple[str, ...]
    """spellings found in the corpus, sorted"""
    mentions: tuple[Mention, ...]
    """in reading order"""
    known: str
    """"codebook", "gazetteer" or "found" """
    offices: tuple[Office, ...] = ()
    """offices held, from the gazetteer"""


@attrs.frozen
class Merge:
    """Two spellings that may be one person: proposed, never merged without a person's word."""

    left: str
    """spelling found in one document"""
    right: str
    """spelling found in another, or the gazetteer's"""
    score: float
    """0-100, likeness of the surnames"""
    why: str
    """the rule in words"""
    claims: tuple[str, ...]
    """claims that hold either spelling"""
