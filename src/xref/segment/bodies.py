"""Organisations, outlets and places: known ones by their spelling, others by the last word of their name.

The longest known spelling wins; capitals count. An unknown body must end in a generic noun ("Arms Control Working
Group") or begin with one ("Ministry of Finance").
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from xref import words as dictionary
from xref.gazetteer import Gazetteer
from xref.segment.capitals import Word, beside
from xref.segment.nonnames import BODIES, CALENDAR, MEDIA_ENDS, ORG_ENDS, PLACES, is_ordinary, word_set

SHORT_OUTLETS = word_set("time life slate vice wired fortune money sun hill nation")
LINKS = frozenset({"of", "for", "and", "on", "&", "of the"})
OPENERS = word_set("ministry department bureau institute university bank academy council committee court office")


@attrs.frozen(order=True)
class Found:
    """A name as a run of words."""

    first: int
    """index of its first word"""
    last: int
    """one past its last word"""
    kind: str
    """"person", "org", "media" or "place" """
    title: str = ""
    """words of office before it"""


def find_known(text: str, words: Sequence[Word], gazetteer: Gazetteer) -> list[Found]:
    """Known spellings, longest first from the left; single words only when they are not people (see persons.py)."""
    found = []
    first = 0
    while first < len(words):
        match = _longest(text, words, first, gazetteer)
        if match:
            found.append(match)
        first = match.last if match else first + 1
    return found


def find_bodies(text: str, words: Sequence[Word], taken: set[int]) -> list[Found]:
    """Organisations and outlets that nothing but their generic noun tells."""
    found = []
    first = 0
    while first < len(words):
        first += words[first].key in dictionary.STOP
        last = _run(text, words, first, taken) if first < len(words) else first
        kind = _kind(words, first, last)
        if kind:
            found.append(Found(first, last, kind))
        first = max(last, first + 1)
    return found


def _longest(text: str, words: Sequence[Word], first: int, gazetteer: Gazetteer) -> Found | None:
    last = first + 1
    if words[first].key not in gazetteer.heads or words[first].text == "the":
        return None
    while last < len(words) and last - first < gazetteer.longest and _inside(text, words[last - 1], words[last]):
        last += 1
    for end in range(last, first, -1):
        entries = gazetteer.match(text[words[first].span.start : words[end - 1].span.end])
        kinds = {entry.kind for entry in entries}
        if end - first == 1:
            kinds -= {"person"}
            if words[first].starts and _is_word(words[first].key):
                kinds -= {"media"}
        if kinds:
            return Found(first, end, min(kinds, key=("person", "org", "media", "place").index))
    return None


def _is_word(key: str) -> bool:
    """Whether the word is more than the name of an outlet."""
    return key in SHORT_OUTLETS or key in dictionary.STOP or is_ordinary(key)


def _inside(text: str, left: Word, right: Word) -> bool:
    gap = text[left.span.end : right.span.start]
    return beside(text, left, right) or gap.strip() in ("&", ".") or gap in ("-", "–", "'s ", "’s ")


def _run(text: str, words: Sequence[Word], first: int, taken: set[int]) -> int:
    """One past the last word of the capitalised run, with links between capitals, that begins at `first`."""
    if first in taken or not words[first].capital:
        return first
    last = first + 1
    while last < len(words):
        ahead = last
        while ahead < len(words) and not words[ahead].capital and ahead - last < 2:
            ahead += 1
        link = " ".join(word.text for word in words[last:ahead])
        left = words[last - 1].key
        lone = last - first == 1 and not is_ordinary(left)  # "Fiat and the Bank": two names
        closed = left in ORG_ENDS or lone if link in ("and", "&") else bool(link) and left not in BODIES
        joined = all(beside(text, words[n - 1], words[n]) for n in range(last, min(ahead + 1, len(words))))
        if ahead in taken or ahead == len(words) or (link and link not in LINKS) or closed or not joined:
            break
        last = ahead + 1
    return last


def _kind(words: Sequence[Word], first: int, last: int) -> str:
    run = words[first:last]
    if len(run) < 2 or any(word.key in CALENDAR for word in run) or run[-1].key in PLACES:
        return ""
    if run[-1].key in ORG_ENDS or (run[0].key in OPENERS and run[1].text in ("of", "for")):
        return "org"
    return "media" if run[-1].key in MEDIA_ENDS and all(word.capital for word in run) else ""
