"""Whom an office names where a source is told by it: "Russia's president said", on the day of the saying.

The day is the document's, for news tells what was just said. Where the claim itself dates the saying, outside the words
that are reported ("the Russian president said in March 2009 that ..."), it is that date; a change of office within it
leaves the holder unknown. "then-" wants such a date and never means the document's day. What was said may speak of any
other time, so a date inside the reported words does not count. "former" and "-elect" are no office held (offices.py).
"""

from __future__ import annotations

import re

import attrs

from xref.gazetteer import Gazetteer, KnownHolder, resolve_office, surname_of
from xref.model import Attribution, Claim, DateRange, Document

_THEN = re.compile(r"\bthen[- ](?=\w)", re.I)
_LEAD = re.compile(r"^.*?(?=\bthe\b)", re.I)
_BESIDE = re.compile(r"\s+(?:(?:back|late|early|earlier)\s+)?(?:(?:in|on|during)\s+)?(?:(?:late|early|mid)\s+)?", re.I)
"""what may stand between "said" and the date of the saying"""


@attrs.frozen
class Holder:
    """The person whom the words of an office mean."""

    name: str
    """canonical name"""
    rule: str
    """how it was found, in words"""

    @property
    def surname(self) -> str:
        """Folded, as names of a document are looked up."""
        return surname_of(self.name).split()[-1]

    def printed(self, text: str) -> bool:
        """Whether `text` names the person too: only then are the words taken for more than they say."""
        return self.name.split()[-1] in text


def find_holder(
    words: str, attribution: Attribution, claim: Claim | None, document: Document, gazetteer: Gazetteer | None = None
) -> Holder | None:
    """The one who held the office that `words` name when the claim was said; None when the data do not say."""
    dates = _said_on(attribution, claim, document) if claim else []
    if len(dates) > 1 or None in dates:
        return None
    then = bool(_THEN.search(words))
    said = dates[0] if dates else None
    when = said or (DateRange(document.day, document.day) if document.day and not then else None)
    if when is None:
        return None
    asked = _THEN.sub("", _LEAD.sub("", words)) if said else _THEN.sub("", words)
    first, last = (resolve_office(asked, day, gazetteer) for day in (when.earliest, when.latest))
    if first is None or last is None or first.entry.id != last.entry.id:
        return None
    return Holder(first.entry.name, _rule(words, first, said))


def _rule(words: str, known: KnownHolder, said: DateRange | None) -> str:
    day = f"on {said.iso}, when it was said," if said else "on the day of the document"
    doubt = "" if known.office.checked else "; this term was not compared with its source"
    return f"“{words}”: the office {day} was held by {known.entry.name} ({known.office.source}{doubt})"


def _said_on(attribution: Attribution, claim: Claim, document: Document) -> list[DateRange | None]:
    """The dates of the saying, each once: before the source, right behind the cue, or outside all reported words."""
    text, source, day = document.text, attribution.source, document.day
    inside = [part for told in claim.attributions for part in (*told.content, told.source)]
    found = []
    for date in claim.dates:
        ahead = date.span.start <= source.start + len("during ") and date.span.end < source.end
        cue = attribution.cue.end
        behind = date.span.start >= cue and bool(_BESIDE.fullmatch(text, cue, date.span.start))
        if ahead or behind or not any(part.meets(date.span) for part in inside):
            found.append(date.value)
    return list(dict.fromkeys(value for value in found if not (value and day and value.earliest > day)))
