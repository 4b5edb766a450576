"""Where a document contradicts itself, or the calendars, about who said some words: told, never corrected.

Three signs, each with both places. The same words are given to two people (a sentence, a title, a turn of a
transcript). A quotation speaks of "my election", while the one it is given to faces no vote for a year and another
office holder whom the document names does. Anything less certain is left alone: people do repeat each other's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from xref import fold
from xref.layout import place_of
from xref.model import Block, Claim, Document, Problem, Span, Vote
from xref.segment.attribution import find_attributions
from xref.segment.names import find_names
from xref.segment.pronouns import Setting, as_written
from xref.segment.quotes import find_quotations

LEAST_WORDS = 6
"""words two quotations must share in a row: shorter runs are slogans and terms that many people use"""
LEAST_TITLE_WORDS = 3
"""words a title's quotation must share with the text: it is cut from there"""
SOON = 366
"""days to a vote within which an office holder may speak of "my election" """
_MINE = re.compile(r"\bmy\s+(?:own\s+|next\s+|last\s+|final\s+|upcoming\s+|coming\s+)*(?:re-?)?election\b", re.I)
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@attrs.frozen
class Said:
    """Words and who is said to have said them."""

    words: tuple[str, ...]
    """folded"""
    who: str
    """the person's name as shown"""
    span: Span
    """where the words stand"""


def find_clashes(
    document: Document, blocks: Sequence[Block], claims: Sequence[Claim], setting: Setting
) -> list[Problem]:
    """The clashes in one document; `claims` have their speakers."""
    said = list(_spoken(document, claims, setting))
    titled = [s for block in blocks if block.kind == "title" for s in _titled(document, block, setting)]
    found = _same_words(document, said, LEAST_WORDS, said) + _same_words(document, titled, LEAST_TITLE_WORDS, said)
    return found + list(_first_person(document, claims))


def _spoken(document: Document, claims: Sequence[Claim], setting: Setting) -> Iterator[Said]:
    """Quotations and turns of a transcript whose speaker is a named person."""
    for claim in claims:
        speaker = claim.speaker
        if speaker is None or speaker.kind != "person":
            continue
        direct = [a for a in claim.attributions if a.asserts and a.mode != "indirect"]
        if direct and len({a.source for a in direct}) == 1:
            for quotation in claim.quotations:
                inside = Span(max(quotation.start, claim.span.start), min(quotation.end, claim.span.end))
                if any(inside.meets(part) for part in direct[0].content):
                    yield Said(_words(inside.of(document.text)), speaker.name, inside)
        elif not claim.attributions and claim.block in setting.turns:
            yield Said(_words(claim.text), speaker.name, claim.span)


def _titled(document: Document, block: Block, setting: Setting) -> Iterator[Said]:
    """Quotations in a title that names their speaker ("Lee: “We go”")."""
    text = document.text
    names = find_names(text, block.span, document.day)
    quotations = find_quotations(text, block.span)
    claim = Claim("", document.id, block.span, block.span.of(text), 0, names=tuple(names))
    for attribution in find_attributions(text, block.span, quotations, names):
        speaker = as_written(attribution, setting, "", claim)
        for quotation in quotations:
            if speaker.kind == "person" and any(quotation.meets(part) for part in attribution.content):
                yield Said(_words(quotation.of(text)), speaker.name, quotation)


def _words(said: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold.key(said)))


def _same_words(document: Document, ours: Sequence[Said], least: int, others: Sequence[Said]) -> list[Problem]:
    """Words of `ours` that `others` give to somebody else, each pair once."""
    runs: dict[tuple[str, ...], Said] = {}
    for other in others:
        for n in range(len(other.words) - least + 1):
            runs.setdefault(other.words[n : n + least], other)
    found = []
    for one in ours:
        for n in range(len(one.words) - least + 1):
            match = runs.get(one.words[n : n + least])
            if match and match.span != one.span and _differ(one.who, match.who):
                first, second = (one, match) if one.span < match.span else (match, one)
                found.append(_told_twice(document, first, second))
                break
    return list(dict.fromkeys(found))


def _differ(one: str, other: str) -> bool:
    """Whether the names are of two people: no word of one ends the other."""
    left, right = (fold.key(name).split() for name in (one, other))
    return bool(left and right) and left[-1] not in right and right[-1] not in left


def _told_twice(document: Document, first: Said, second: Said) -> Problem:
    text = document.text
    line, _ = place_of(text, first.span.start)
    return Problem(
        document.path,
        _place(text, second.span),
        "warning",
        f"the same words are given to {second.who} here and to {first.who} in line {line}, characters "
        f"{first.span.start}-{first.span.end}: “{' '.join(second.span.of(text).split())[:80]}”",
        "compare both places with another record of these words before you say whose they are; nothing was changed",
        second.span,
    )


def _first_person(document: Document, claims: Sequence[Claim]) -> Iterator[Problem]:
    """Quotations that speak of "my election" and are given to somebody who faces none, while another one does."""
    holders = {h.series: h.holder for h in document.holdings}
    votes = {vote.series: vote for vote in document.votes}
    told: set[Span] = set()
    for claim in claims:
        for match in _MINE.finditer(claim.text):
            place = Span(claim.span.start + match.start(), claim.span.start + match.end())
            quotation = next((q for q in claim.quotations if q.holds(place)), None)
            if quotation is None or quotation in told or claim.speaker is None or claim.speaker.kind != "person":
                continue
            own = next((s for s, holder in holders.items() if not _differ(holder, claim.speaker.name)), None)
            if own is None or (own in votes and votes[own].days <= SOON):
                continue
            facing = [s for s in holders if s != own and s in votes and votes[s].days <= SOON]
            named = [s for s in facing if _named(holders[s], claims, document.text)]
            if len(named) == 1:
                other = _named(holders[named[0]], claims, document.text)
                assert other is not None
                told.add(quotation)
                yield _not_his(document, claim, place, (holders[named[0]], votes[named[0]], other))


def _named(holder: str, claims: Sequence[Claim], text: str) -> Span | None:
    """Where the document names the office holder first."""
    for claim in claims:
        for name in claim.names:
            if name.kind == "person" and not _differ(holder, " ".join(name.span.of(text).split())):
                return name.span
    return None


def _not_his(document: Document, claim: Claim, place: Span, other: tuple[str, Vote, Span]) -> Problem:
    assert claim.speaker is not None
    who, vote, span = other
    line, _ = place_of(document.text, span.start)
    words = " ".join(place.of(document.text).split())
    return Problem(
        document.path,
        _place(document.text, place),
        "warning",
        f"“{words}” is given to {claim.speaker.name}, for whom the calendars have no vote within a year; {who}, named "
        f"in line {line}, characters {span.start}-{span.end}, faces a vote ({vote.label}) in {vote.days} days",
        "compare with another record of these words before you say whose they are; nothing was changed",
        place,
    )


def _place(text: str, span: Span) -> str:
    line, _ = place_of(text, span.start)
    return f"line {line}, characters {span.start}-{span.end}"
