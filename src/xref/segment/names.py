"""Names as written: people with their titles, bodies, outlets and places, each at its exact place.

Two passes over a document, as readers do it: full names, titled names and known spellings first; then the bare surnames
(and a lone given name) that belong to a full name printed in the same document. Which person a surname stands for is
decided later (match/actors.py); here it is enough that it names somebody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence, Set

import attrs

from xref.gazetteer import Gazetteer, load_gazetteer
from xref.model import NameMention, Span
from xref.segment.alone import alone, speaks_alone
from xref.segment.bodies import Found, find_bodies, find_known
from xref.segment.capitals import find_capitals
from xref.segment.nonnames import is_ordinary
from xref.segment.persons import find_persons, strange_runs, title_of
from xref.segment.sheet import Sheet, candidate, lay_out
from xref.segment.surnames import find_bearers, name_again

COMPANIES = frozenset({"company", "co", "corporation", "corp", "inc", "ltd", "motor", "motors", "airlines", "bank"})


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
    lone = _lone(sheets)
    firsts = [_with_strangers(sheet, found, said, lone) for sheet, found in zip(sheets, firsts, strict=True)]
    bearers = find_bearers(list(zip(sheets, firsts, strict=True)), firms)
    return [name_again(sheet, found, bearers) for sheet, found in zip(sheets, firsts, strict=True)]


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


def _lone(sheets: Sequence[Sheet]) -> frozenset[str]:
    """Last words of strange runs that stand alone somewhere: print calls people, not places, by their last word."""
    lasts = {sheet.words[last - 1].key for sheet in sheets for _, last in strange_runs(sheet)}
    return frozenset(
        word.key
        for sheet in sheets
        for n, word in enumerate(sheet.words)
        if word.key in lasts and not sheet.headline and candidate(sheet, n) and alone(sheet, n)
    )


def _with_strangers(sheet: Sheet, found: Sequence[Found], said: Set[str], lone: Set[str]) -> list[Found]:
    """Adds full names whose only sign is that their surname stands alone elsewhere, as a person's or a strange word."""
    taken = {n for item in found for n in range(item.first, item.last)}
    strangers = []
    for first, last in strange_runs(sheet):
        run = sheet.words[first:last]
        strange = run[-1].key in lone and not any(is_ordinary(word.key) or word.text.isupper() for word in run)
        if (run[-1].key in said or strange) and taken.isdisjoint(range(first, last)):
            strangers.append(Found(first, last, "person"))
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
