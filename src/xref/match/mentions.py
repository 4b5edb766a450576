"""Mentions of names with what their documents say beside them: title, words around, the name they are short for."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from xref import fold
from xref.gazetteer import given_of, surname_of
from xref.model import Claim, Document, Mention, NameMention

PARTICLES = frozenset({"de", "del", "van", "von", "der", "den", "bin", "ibn", "al", "la", "le", "di", "da"})
"""lower-case words that belong to the surname behind them"""
_NICKNAME = re.compile(r"\s[\"“‘'(][^\"”’')]+[\"”’')]\s")
_LINK = re.compile(r"\s+(?:and|&)\s+")


@attrs.frozen
class Named:
    """One mention with what its document says."""

    mention: Mention
    """where, and as printed"""
    document: str
    """id of the document"""
    kind: str
    """as NameMention.kind"""
    title: str
    """words of office before it"""
    said: str
    """the name as printed, without a nickname between"""
    joint: str
    """for a given name before "and": with the surname that "Tony and Cherie Blair" prints once; else empty"""
    after: str
    """the next word, folded"""
    family: bool
    """whether "the" stands before a bare name, as before a family's: "the Clintons" """

    @property
    def key(self) -> str:
        """The name, folded."""
        return fold.key(self.said)

    @property
    def full(self) -> bool:
        """Whether it has more than one word."""
        return len(self.said.split()) > 1

    @property
    def courtesy(self) -> frozenset[str]:
        """The words of the title, folded, without dots."""
        return frozenset(fold.key(self.title).replace(".", "").replace("-", " ").split())

    @property
    def initials(self) -> bool:
        """Whether it has initials and a surname alone: "V.V. Putin"."""
        given = given_of(self.said)
        return bool(given) and all(len(part.strip(".")) == 1 for part in given)


def name_mentions(claim: Claim, document: Document) -> Iterable[Named]:
    """The mentions of one claim, in order."""
    text = document.text
    for number, name in enumerate(claim.names):
        words = " ".join(name.span.of(text).split())
        plain = _NICKNAME.sub(" ", words)
        following = claim.names[number + 1] if number + 1 < len(claim.names) else None
        after = text[name.span.end : name.span.end + 40].split(maxsplit=1)
        before = text[max(0, name.span.start - 8) : name.span.start].split()
        yield Named(
            mention=Mention(claim.id, name.span, words),
            document=claim.document,
            kind=name.kind,
            title=name.title,
            said=plain,
            joint=f"{plain} {shared}" if (shared := _shared(name, following, text)) else "",
            after=after[0].casefold() if after else "",
            family=bool(before) and before[-1].casefold() == "the" and " " not in words,
        )


def _shared(name: NameMention, following: NameMention | None, text: str) -> str:
    """The surname that a given name shares with the full name behind "and"; empty when it shares none."""
    if name.kind != "person" or following is None or following.kind != "person" or " " in name.span.of(text):
        return ""
    other = following.span.of(text).split()
    if len(other) < 2 or not _LINK.fullmatch(text, name.span.end, following.span.start):
        return ""
    return " ".join(other[-len(surname_of(" ".join(other), PARTICLES).split()) :])
