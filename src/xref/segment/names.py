"""Names as written: people with their titles, bodies, outlets and places, each at its exact place.

Two passes over a document, as readers do it: full names, titled names and known spellings first; then the bare surnames
(and a lone given name) that belong to a full name printed in the same document. Which person a surname stands for is
decided later (match/actors.py); here it is enough that it names somebody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import attrs

from xref import fold
from xref.gazetteer import Gazetteer, load_gazetteer, surname_of
from xref.model import NameMention, Span, quote
from xref.segment.bodies import Found, find_bodies, find_known
from xref.segment.capitals import find_capitals
from xref.segment.persons import alone, find_persons, speaks_alone, strange_runs, title_of
from xref.segment.sheet import PARTICLES, Sheet, lay_out

COMPANIES = frozenset({"company", "co", "corporation", "corp", "inc", "ltd", "motor", "motors", "airlines", "bank"})


@attrs.frozen
class _Bearers:
    """Names of the people whom one document names in full."""

    surnames: frozenset[str]
    given: frozenset[str]
    """given names that only one of them bears"""
    plain: frozenset[str]
    """words that the document writes in lower case too"""


def find_names(text: str, span: Span, day: dt.date | None = None) -> list[NameMention]:
    """The names inside `span` of `text`, in order, from what the span itself says; `day` is the document's."""
    return find_document_names(text, [span], day)[0]


def find_document_names(
    text: str, spans: Sequence[Span], day: dt.date | None = None, gazetteer: Gazetteer | None = None
) -> list[list[NameMention]]:
    """The names inside each of the `spans` of one document, a list for each span.

    `day` is the document's day: it rules out people not yet in public life. Never raises on any text.
    """
    known = gazetteer or load_gazetteer()
    sheets, firsts = [], []
    for span in spans:
        sheet, found = _first_pass(text, span, known, day)
        sheets.append(sheet)
        firsts.append(found)
    firms = _firms(sheets, firsts)
    firsts = [
        [item for item in found if not firms & _bare(sheet, item)] for sheet, found in zip(sheets, firsts, strict=True)
    ]
    said = _said_alone(sheets, firsts)
    firsts = [_with_strangers(sheet, found, said) for sheet, found in zip(sheets, firsts, strict=True)]
    bearers = _bearers(list(zip(sheets, firsts, strict=True)), firms)
    return [_second_pass(sheet, found, bearers) for sheet, found in zip(sheets, firsts, strict=True)]


def _first_pass(text: str, span: Span, gazetteer: Gazetteer, day: dt.date | None) -> tuple[Sheet, list[Found]]:
    words = find_capitals(text, span)
    spelt = find_known(text, words, gazetteer)
    sheet = lay_out(text, words, spelt, gazetteer, day)
    people = find_persons(sheet)
    taken = {n for item in people for n in range(item.first, item.last)}
    listed = [_with_title(sheet, item) for item in spelt if taken.isdisjoint(range(item.first, item.last))]
    taken |= {n for item in listed if item.kind != "place" for n in range(item.first, item.last)}
    bodies = [] if sheet.headline else find_bodies(text, words, taken)
    inside = {n for item in bodies for n in range(item.first, item.last)}
    listed = [item for item in listed if inside.isdisjoint(range(item.first, item.last))]
    return sheet, sorted(people + listed + bodies)


def _with_title(sheet: Sheet, item: Found) -> Found:
    return attrs.evolve(item, title=title_of(sheet, item.first)) if item.kind == "person" else item


def _said_alone(sheets: Sequence[Sheet], firsts: Sequence[Sequence[Found]]) -> frozenset[str]:
    """Surnames that the document prints alone in the manner of people: "Mr. Chu", "Chu said"."""
    titled = {
        sheet.words[item.first].key
        for sheet, found in zip(sheets, firsts, strict=True)
        for item in found
        if item.kind == "person" and item.title and item.last - item.first == 1
    }
    spoken = {sheet.words[n].key for sheet in sheets for n in range(len(sheet.words)) if speaks_alone(sheet, n)}
    return frozenset(titled | spoken)


def _with_strangers(sheet: Sheet, found: Sequence[Found], said: frozenset[str]) -> list[Found]:
    """Adds full names whose only sign is that their surname stands alone elsewhere as a person's."""
    taken = {n for item in found for n in range(item.first, item.last)}
    strangers = [
        Found(first, last, "person")
        for first, last in strange_runs(sheet)
        if sheet.words[last - 1].key in said and taken.isdisjoint(range(first, last))
    ]
    return sorted([*found, *strangers])


def _firms(sheets: Sequence[Sheet], firsts: Sequence[Sequence[Found]]) -> frozenset[str]:
    """Words that begin the name of a company: bare, they mean the company ("Ford Motor Company")."""
    return frozenset(
        sheet.words[item.first].key
        for sheet, found in zip(sheets, firsts, strict=True)
        for item in found
        if item.kind == "org" and sheet.words[item.last - 1].key in COMPANIES
    )


def _bare(sheet: Sheet, item: Found) -> set[str]:
    """The bare surname that a mention without title consists of."""
    bare = item.kind == "person" and not item.title and item.last - item.first == 1
    return {sheet.words[item.first].key} if bare else set()


def _bearers(documents: Sequence[tuple[Sheet, Sequence[Found]]], firms: frozenset[str]) -> _Bearers:
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
    return _Bearers(frozenset(surnames - firms), lone, plain)


def _second_pass(sheet: Sheet, found: Sequence[Found], bearers: _Bearers) -> list[NameMention]:
    taken = {n for item in found for n in range(item.first, item.last)}
    mentions = [_mention(sheet, item) for item in found]
    for n, word in enumerate(sheet.words):
        if n in taken or not word.capital:
            continue
        if word.key in bearers.surnames and alone(sheet, n, bearers.plain):
            mentions.append(_mention(sheet, Found(n, n + 1, "person", title_of(sheet, n))))
        elif word.key in bearers.given and word.key in sheet.gazetteer.given and alone(sheet, n):
            mentions.append(_mention(sheet, Found(n, n + 1, "person")))
        elif "-" in word.text:
            mentions += _halves(sheet, n, bearers)
    return sorted(mentions, key=lambda mention: mention.span)


def _halves(sheet: Sheet, n: int, bearers: _Bearers) -> list[NameMention]:
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
