"""People whom print names together or by their land: couples who share a surname, families in the plural, peers.

"Tony and Cherie Blair" names two people, the first by a given name alone; "the Clintons" names those Clintons whom the
document names; "the Duke of Newcastle" is a person and no town. Sources: Chicago Manual of Style, 7.9 (plurals of names
add s or es), 8.5 and 8.32 (titles of nobility).
"""

from __future__ import annotations

from collections.abc import Set

from xref.gazetteer import singulars
from xref.segment.bodies import Found
from xref.segment.nonnames import NONNAMES, is_ordinary
from xref.segment.sheet import Sheet
from xref.segment.titles import PEERS


def find_partner(sheet: Sheet, person: Found) -> Found | None:
    """The one before "and" whose surname stands with `person`, a full name: "Tony" of "Tony and Cherie Blair"."""
    words, link, first = sheet.words, person.first - 1, person.first - 2
    if first < 0 or words[link].text not in ("and", "&") or person.last - person.first < 2:
        return None
    given = sheet.gazetteer.given
    alone = first == 0 or not (words[first - 1].capital and sheet.beside(first))
    both = words[first].capital and words[first].key in given and words[person.first].key in given
    if both and alone and first not in sheet.bodies and _spaced(sheet, first, person.first):
        return Found(first, first + 1, "person")
    return None


def find_peer(sheet: Sheet, first: int) -> Found | None:
    """A peer called by his land at word `first`: "the Earl of Aberdeen", who is neither the land nor its people."""
    words = sheet.words
    if first + 2 >= len(words) or words[first].key not in PEERS or not words[first].capital or sheet.headline:
        return None
    last = first + 3
    named = (
        words[first + 1].text == "of"
        and words[first + 2].capital
        and sheet.beside(first + 1)
        and sheet.beside(first + 2)
    )
    if not named or (sheet.beside(last) and words[last].capital and words[last].key in NONNAMES):
        return None
    return Found(first, last, "person")


def family_of(sheet: Sheet, n: int, surnames: Set[str]) -> bool:
    """Whether word `n` is a surname in the plural: "the Clintons", of a surname that the document or the data know."""
    word = sheet.words[n]
    if not n or sheet.words[n - 1].key != "the" or not word.capital or word.possessive or word.key in NONNAMES:
        return False
    if sheet.beside(n + 1) and sheet.words[n + 1].capital:
        return False
    return any(
        name in surnames or (not is_ordinary(name) and sheet.gazetteer.bearers(name, sheet.day))
        for name in singulars(word.key)
    )


def _spaced(sheet: Sheet, first: int, last: int) -> bool:
    """Whether nothing but spaces stands between the words from `first` to `last`."""
    text, words = sheet.text, sheet.words
    return all(
        not words[n].possessive and text[words[n].span.end : words[n + 1].span.start].strip() == ""
        for n in range(first, last)
    )
