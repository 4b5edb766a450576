"""Words of a claim as a name finder sees them: capitals, initials, possessives, starts of sentences.

Offsets point into the whole text. A word keeps its hyphens ("Jean-Claude", "al-Assad") and inner apostrophes
("O'Brien"), and loses a possessive 's, which belongs to the sentence (Chicago Manual of Style, 7.16).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from xref import fold
from xref.model import Span

_PLAIN = r"[^\W_]+(?:['’][^\W_]+)*"
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}(?=\W|$)|[A-Z]\.(?=[ \u00a0-])|{_PLAIN}(?:[\-\u2010\u2011]{_PLAIN})*")
_STOPPED = re.compile(r"(?:^|[.!?:;…])[\"'”’)\]\s]*[\"'“‘(\[*_\-–—•|\s]*$|[\"“‘•*|\n(\[]\s*$|\s[—–]\s*$")
_LOWER_START = re.compile(r"(?:al|el|an|as|ar|at|ad|bin|ibn|d|dell|della|l|o)[\-'’](?=[^\W\d_])", re.IGNORECASE)
BESIDE = re.compile(r"[ \t\u00a0\u202f]+|[ \t]*\r?\n[ \t]*")
"""what may stand between two words of one name: spaces, or the end of one line"""


@attrs.frozen
class Word:
    """One word with what its shape says."""

    span: Span
    """the word, possessive left out"""
    text: str
    """as written"""
    key: str
    """folded, without dots"""
    capital: bool
    """begins with a capital letter, or with a particle before one (al-Assad)"""
    initial: bool
    """letters with dots: "A.", "J.D." """
    possessive: bool
    """an 's or ' stands behind it"""
    starts: bool
    """first word of a sentence, a line or a quotation: its capital says nothing"""


def find_capitals(text: str, span: Span) -> list[Word]:
    """All words of `text` inside `span`, in order."""
    found = []
    for match in _WORD.finditer(text, span.start, min(span.end, len(text))):
        said, end = match.group(), match.end()
        owner = said[-2:] in ("'s", "’s", "'S", "’S") and len(said) > 2
        if owner:
            said, end = said[:-2], end - 2
        plural_owner = said[-1:] in "sS" and text[end : end + 1] in ("'", "’") and end < span.end
        capital = _is_capital(said)
        before = text[max(span.start, match.start() - 12) : match.start()] if capital else ""
        found.append(
            Word(
                span=Span(match.start(), end),
                text=said,
                key=(said.lower() if said.isascii() else fold.key(said)).replace(".", ""),
                capital=capital,
                initial="." in said,
                possessive=owner or plural_owner,
                starts=capital
                and (bool(_STOPPED.search(before)) or (match.start() - span.start <= 12 and _empty(before))),
            )
        )
    return found


def beside(text: str, left: Word, right: Word) -> bool:
    """Whether nothing but a space or one line end stands between two words of one name."""
    return not left.possessive and bool(BESIDE.fullmatch(text, left.span.end, right.span.start))


def is_headline(text: str, words: Sequence[Word]) -> bool:
    """Whether capitals are a matter of style here: most longer words have one, and no full stop ends them."""
    longer = [word for word in words if len(word.text) > 3]
    if len(longer) < 4:
        return False
    stopped = text[words[-1].span.end : words[-1].span.end + 1] in (".", "!", "?")
    # 7 of 10: a sentence about many people stays below it; with a full stop only shouting is style
    return sum(word.capital for word in longer) >= (1.0 if stopped else 0.7) * len(longer)


def _empty(before: str) -> bool:
    """Whether only quotation marks, brackets or bullets stand before the first word."""
    return not before.strip(" \"'“‘([*_#>-–—•")


def _is_capital(said: str) -> bool:
    if said[:1].isupper():
        return True
    found = _LOWER_START.match(said)
    return bool(found) and said[found.end()].isupper() if found else False
