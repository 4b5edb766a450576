"""What kind of source a noun phrase names: a person, a pronoun, a body, somebody unnamed, a document, or none at all.

The head decides ("a spokesman for the company" is a person, unnamed). Whoever the lists do not know may still speak
before "that" or beside a quotation: nothing but a speaker says something.
"""

from __future__ import annotations

from collections.abc import Sequence

from xref.model import NameMention
from xref.segment.grammar import Words
from xref.segment.neighbours import QUANTITIES
from xref.segment.nonnames import word_set
from xref.segment.people import is_unnamed, sort_of
from xref.segment.subjects import Phrase

PRONOUNS = word_set("he she they it we i you who")
_BEHIND = word_set("close familiar aware involved knowledgeable responsible opposed loyal critical present sympathetic")
"""adjectives that stand behind their noun: "a person close to the talks" """
_PARTS = word_set(
    "number group handful majority dozens scores hundreds thousands millions lot some one two three none half percent most"
    " many several few pair couple plenty minority chorus"
)
"""words for a part or number of people"""
_EXPLETIVE = word_set("there")


def classify(words: Words, phrase: Phrase, names: Sequence[NameMention], base: int) -> str:
    """What kind of source `phrase` is: "pronoun", "person", "anonymous", "organisation", "document", "thing" or ""."""
    low = words.low[phrase.first]
    if phrase.last - phrase.first == 1 or words.tags[phrase.first] == "R":
        if low in PRONOUNS or low in ("his", "her", "their"):
            return "pronoun"
        if low in _EXPLETIVE or words.tags[phrase.first] in "rWXMTP":
            return ""
    head = head_word(words, phrase)
    if head is None:
        return ""
    return (
        _by_name(words, phrase, head, names, base)
        or _apposed(words, phrase, names, base)
        or _by_noun(words, phrase, head)
    )


def head_word(words: Words, phrase: Phrase) -> int | None:
    """The noun that the phrase is about: the last one before its first preposition, comma or relative clause.

    A part of something is what it is part of: "one of the senators", "a number of towns".
    """
    n = _head_from(words, phrase, phrase.first)
    while n is not None and words.low[n + 1 : n + 2] == ("of",) and n + 2 < phrase.head and _is_part(words, n):
        n = _head_from(words, phrase, n + 2)
    return n


def _is_part(words: Words, n: int) -> bool:
    return words.tags[n] in "BD" or words.low[n] in _PARTS


def _head_from(words: Words, phrase: Phrase, first: int) -> int | None:
    n = first
    while n < phrase.head and words.tags[n] not in "PWTSH,;(-" and not (n > first and words.tags[n] in "EG"):
        if words.tags[n] == "C" and n > first:
            break
        n += 1
    n -= 1
    if n > first and words.low[n] in _BEHIND:
        n -= 1
    return n if n >= first else None


def _by_name(words: Words, phrase: Phrase, head: int, names: Sequence[NameMention], base: int) -> str:
    """The kind that a name in the head tells, "" without one."""
    start, end = base + words.start(phrase.first), base + words.end(head)
    inside = [name for name in names if start <= name.span.start and name.span.end <= end]
    for name in reversed(inside):
        after = words.masked[name.span.end - base : name.span.end - base + 2]
        if name.kind == "person" and after not in ("'s", "’s"):
            return "person"
    if inside and inside[-1].span.end == end and inside[-1].kind != "person":
        return "organisation"
    return ""


def _apposed(words: Words, phrase: Phrase, names: Sequence[NameMention], base: int) -> str:
    """ "person" when the name of one follows the comma after a role ("the chairman, Paul Reyes")."""
    if phrase.head + 1 >= phrase.last or words.tags[phrase.head] != ",":
        return ""
    start = base + words.start(phrase.head + 1)
    named = any(n.kind == "person" and n.span.start - len(n.title) - 1 <= start <= n.span.start for n in names)
    return "person" if named else ""


def _by_noun(words: Words, phrase: Phrase, head: int) -> str:
    low = words.low[head].rstrip(".\u2024")
    if words.tags[head] == "K" and not is_unnamed(low):
        return "organisation"
    if sort := sort_of(low):
        return sort
    if words.tags[head] in "DB":
        return "anonymous" if low in QUANTITIES or low.isalpha() else ""
    capitals = [n for n in range(phrase.first, head + 1) if words.masked[words.start(n)].isupper()]
    if capitals and words.masked[words.start(head)].isupper() and words.tags[head] == "O" and head > phrase.first:
        return "organisation"
    return "thing"
