"""Records of the page's tables: sources, remarks, actors, proposed merges."""

from __future__ import annotations

import attrs

from xref.report.records import Link


@attrs.frozen
class VoteWords:
    """Where a document stands among the votes of a calendar."""

    days: str
    """to the next vote"""
    near: bool
    """whether that is at most thirty days off"""
    said: tuple[str, ...]
    """which vote, how long after the last one, whether it is an election year: a line each"""


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
    votes: tuple[VoteWords, ...]
    """one for each calendar that has votes; empty when nothing is known"""
    claims: str
    """n of m"""
    problems: int
    """how many remarks there are on it"""


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
class ActorRow:
    """An actor."""

    name: str
    """canonical"""
    kind: str
    """person, ..."""
    variants: str
    """spellings found"""
    documents: tuple[Link, ...]
    """sigla with counts, each to the first mention there"""
    more: int
    """documents beyond those"""
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
