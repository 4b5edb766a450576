"""Claims of different documents that answer one question differently."""

from __future__ import annotations

import attrs

from xref.model.span import Span


@attrs.frozen
class Position:
    """What one claim answers, with the words that decide it."""

    claim: str
    """id of the claim"""
    stance: str
    """the answer, e.g. "not aimed", "needed" """
    words: str
    """the words that decide it, as printed"""
    spans: tuple[Span, ...]
    """where they stand in the document"""
    rule: str
    """how they decide it"""
    matter: tuple[Span, ...]
    """the words that show what is spoken of"""


@attrs.frozen
class Contradiction:
    """Two positions on one matter, of which only one can hold at one time; which one is not said."""

    id: str
    """content-based"""
    kind: str
    """"polarity" (is, is not), "antonym" (secret, public), "report" (denied, confirmed) or "need" (needed or not)"""
    theme: str
    """id of the theme that both claims carry"""
    documents: tuple[str, str]
    """ids of the earlier and the later document"""
    left: Position
    """what the earlier one says"""
    right: Position
    """what the later one says"""
    shared: tuple[str, ...]
    """why it is one matter: words, as the earlier claim prints them, that both use"""
    days: int | None = None
    """days from the one publication to the other, in which the matter may have changed; None when a day is unknown"""
