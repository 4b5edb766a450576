"""The second pass over a document's names: surnames, families and given names that belong to its full names.

A bare surname, one of several words ("De Gaulle"), a plural ("the Clintons"), a pair ("the Reagan-Gorbachev talks") or
a lone given name is a person when the document names somebody so in full.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

import attrs

from xref import fold
from xref.gazetteer import surname_of
from xref.model import NameMention, Span, quote
from xref.segment.alone import alone
from xref.segment.bodies import Found
from xref.segment.families import family_of
from xref.segment.persons import title_of
from xref.segment.sheet import PARTICLES, Sheet

LONGEST_SURNAME = 4  # words: "Ruiz de la Torre"


@attrs.frozen
class Bearers:
    """Names of the people whom one document names in full."""

    surnames: frozenset[str]
    """folded; of several words, the whole and the last one"""
    given: frozenset[str]
    """given names that only one of them bears"""
    plain: frozenset[str]
    """words that the document writes in lower case too"""


def find_bearers(documents: Sequence[tuple[Sheet, Sequence[Found]]], firms: frozenset[str]) -> Bearers:
    """Whom the first pass over one document named in full; `firms` are surnames that mean companies there."""
    surnames: set[str] = set()
    given: dict[str, set[str]] = {}
    for sheet, found in documents:
        for item in found:
            run = sheet.words[item.first : item.last]
            if item.kind != "person" or run[-1].initial:
                continue
            surname = surname_of(" ".join(word.text for word in run), PARTICLES)
            surnames |= {surname, run[-1].key}
            if len(run) > 1:
                given.setdefault(run[0].key, set()).add(surname)
    plain = frozenset(word.key for sheet, _ in documents for word in sheet.words if not word.capital)
    lone = frozenset(name for name, people in given.items() if len(people) == 1)
    return Bearers(frozenset(surnames - firms), lone, plain)


def name_again(sheet: Sheet, found: Sequence[Found], bearers: Bearers) -> list[NameMention]:
    """The names of one claim: those `found` in the first pass, and the bare ones of the document's `bearers`."""
    wide = _compounds(sheet, bearers, {n for item in found if item.last > item.first + 1 for n in _words_of(item)})
    covered = {n for item in wide for n in _words_of(item)}
    kept = [*wide, *(item for item in found if covered.isdisjoint(_words_of(item)))]
    taken = {n for item in kept for n in _words_of(item)}
    mentions = [_mention(sheet, item) for item in kept]
    for n, word in enumerate(sheet.words):
        if n in taken or not word.capital:
            continue
        if family_of(sheet, n, bearers.surnames):
            mentions.append(_mention(sheet, Found(n, n + 1, "person")))
        elif word.key in bearers.surnames and alone(sheet, n, bearers.plain):
            mentions.append(_mention(sheet, Found(n, n + 1, "person", title_of(sheet, n))))
        elif word.key in bearers.given and word.key in sheet.gazetteer.given and alone(sheet, n):
            mentions.append(_mention(sheet, Found(n, n + 1, "person")))
        elif "-" in word.text:
            mentions += _halves(sheet, n, bearers)
    return sorted(mentions, key=lambda mention: mention.span)


def _words_of(item: Found) -> range:
    return range(item.first, item.last)


def _compounds(sheet: Sheet, bearers: Bearers, taken: Set[int]) -> list[Found]:
    """Surnames of several words that the document's full names have: "De Gaulle", "García Márquez"."""
    found: list[Found] = []
    for n, word in enumerate(sheet.words):
        last = _compound(sheet, n, bearers) if word.capital else n
        free = taken.isdisjoint(range(n, last)) and (not found or found[-1].last <= n)
        if last > n + 1 and free:
            found.append(Found(n, last, "person", title_of(sheet, n)))
    return found


def _compound(sheet: Sheet, n: int, bearers: Bearers) -> int:
    """One past a surname of several words of the document that begins at word `n` ("De Gaulle"); `n` without one."""
    if n and sheet.beside(n) and sheet.words[n - 1].capital and not title_of(sheet, n):
        return n
    for last in range(min(n + LONGEST_SURNAME, len(sheet.words)), n + 1, -1):
        beside = all(sheet.beside(m) for m in range(n + 1, last))
        if beside and " ".join(word.key for word in sheet.words[n:last]) in bearers.surnames:
            return last
    return n


def _halves(sheet: Sheet, n: int, bearers: Bearers) -> list[NameMention]:
    """Both people of "the Reagan-Gorbachev talks", and the body of "Interfax-AVN"."""
    word, start, halves = sheet.words[n], sheet.words[n].span.start, []
    for part in word.text.split("-"):
        halves.append((part, Span(start, start + len(part))))
        start += len(part) + 1
    keys = [fold.key(part) for part, _ in halves]
    if all(key in bearers.surnames or sheet.gazetteer.bearers(key, sheet.day) for key in keys):
        return [NameMention(quote(sheet.text, span, part), "person") for part, span in halves]
    mentions = []
    for part, span in halves:
        kinds: Mapping[str, None] = dict.fromkeys(entry.kind for entry in sheet.gazetteer.match(part))
        if len(kinds) == 1 and "person" not in kinds:
            mentions.append(NameMention(quote(sheet.text, span, part), next(iter(kinds))))
    return mentions


def _mention(sheet: Sheet, item: Found) -> NameMention:
    span = Span(sheet.words[item.first].span.start, sheet.words[item.last - 1].span.end)
    return NameMention(span, item.kind, item.title)
