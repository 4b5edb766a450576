"""Where a text contradicts the calendar: told beside the claim, never corrected.

Told are a weekday that does not fit its date, a day that the calendar does not have, a date that can be two days, an
event said to be on another day than the data have it, and a vote likewise. An event counts as named only when every
telling word of its label stands in the claim, and only a date printed within a few words of it, in the same fortnight,
is held against it: anything looser would cry wolf.
"""

from __future__ import annotations

import bisect
import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence

from xref.days import find_days
from xref.layout import place_of
from xref.model import Calendars, Claim, DateMention, Document, Event, Problem, Span, VoteDay
from xref.words import STOP, Word, find_words

FORTNIGHT = 14
"""days between a date and the event's own from which the text may mean something else"""
BESIDE = 8
"""words between a date and the nearest word that names the event, at the most"""
_VOTE = re.compile(
    r"\b(?:mid-?terms?(?:\s+(?:elections?|vote))?|(?:U\.?S\.?|American)\s+(?:presidential\s+)?elections?)\b"
)
_PRINTED = ("printed in full", "year of publication", "year nearest to publication")


def find_contradictions(document: Document, claims: Sequence[Claim], calendars: Calendars) -> list[Problem]:
    """The contradictions between the claims of `document` and the calendars, in reading order."""
    return [problem for claim in claims for problem in _of_claim(document, claim, calendars)]


def _of_claim(document: Document, claim: Claim, calendars: Calendars) -> Iterator[Problem]:
    for printed in find_days(document.text, claim.span.start, claim.span.end):
        if printed.doubt:
            yield _problem(document, printed.span, f"“{printed.words}”: {printed.doubt}", "the calendar")
    days = [mention for mention in claim.dates if mention.rule in _PRINTED and mention.value and mention.value.day]
    if not days:
        return
    words = find_words(document.text, claim.span)
    for event in calendars.events:
        for mention in _beside(days, _named(event, words), words):
            yield from _against_event(document, mention, event)
    votes = [vote for series in calendars.series if series.id == "us" for vote in series.votes]
    for match in _VOTE.finditer(claim.text):
        place = Span(claim.span.start + match.start(), claim.span.start + match.end())
        named = _touched(words, place)
        for mention in _beside(days, named, words, 3):
            yield from _against_vote(document, mention, votes)


@functools.lru_cache(maxsize=4096)
def _telling(label: str) -> tuple[str, ...]:
    """The stems by which an event's label is known; none for one that says too little."""
    words = find_words(label)
    told = tuple(word.stem for word in words if word.key not in STOP)
    # a label of one word ("Vladivostok") is a place, not an event; one without a proper name says too little
    proper = any(word.text[:1].isupper() or word.text[:1].isdigit() for word in words)
    return told if len(told) > 1 and proper else ()


def _named(event: Event, words: Sequence[Word]) -> list[int]:
    """The numbers of the words that name an event; empty unless every telling word of its label is there."""
    label = _telling(event.label)
    if not label:
        return []
    stems = {word.stem for word in words}
    if not all(stem in stems for stem in label):
        return []
    return [number for number, word in enumerate(words) if word.stem in label]


def _beside(
    days: Sequence[DateMention], named: Sequence[int], words: Sequence[Word], reach: int = BESIDE
) -> Iterator[DateMention]:
    """The date that stands nearest to the words that name an event, within `reach` words."""
    best: tuple[int, DateMention] | None = None
    for mention in days:
        gap = _gap(_touched(words, mention.span), named, reach + 1)
        if gap <= reach and (best is None or gap < best[0]):
            best = (gap, mention)
    if best:
        yield best[1]


def _touched(words: Sequence[Word], place: Span) -> range:
    """The numbers of the words that `place` meets."""
    first = bisect.bisect_right(words, place.start, key=lambda word: word.span.end)
    return range(first, bisect.bisect_left(words, place.end, first, key=lambda word: word.span.start))


def _gap(places: range, named: Sequence[int], otherwise: int) -> int:
    """How many words lie between `places` and the nearest of `named` (in order); `otherwise` without either."""
    if not places or not named:
        return otherwise
    at = bisect.bisect_left(named, places.start)
    behind = [max(0, named[at] - places[-1])] if at < len(named) else []
    before = [places.start - named[at - 1]] if at else []
    return min(behind + before)


def _against_event(document: Document, mention: DateMention, event: Event) -> Iterator[Problem]:
    day = mention.value.day if mention.value else None
    last = event.last or event.day
    if day is None or event.day <= day <= last or abs((day - event.day).days) > FORTNIGHT:
        return
    when = event.day.isoformat() if last == event.day else f"{event.day.isoformat()} to {last.isoformat()}"
    said = f"“{mention.span.of(document.text)}” is {day.isoformat()} here; {event.label}: {when}"
    yield _problem(document, mention.span, said, event.source)


def _against_vote(document: Document, mention: DateMention, votes: Sequence[VoteDay]) -> Iterator[Problem]:
    day = mention.value.day if mention.value else None
    if day is None or any(vote.day == day for vote in votes):
        return
    near = [vote for vote in votes if abs(vote.day - day) <= dt.timedelta(days=FORTNIGHT)]
    if near:
        said = (
            f"“{mention.span.of(document.text)}” is {day.isoformat()} here; {near[0].label}: {near[0].day.isoformat()}"
        )
        yield _problem(document, mention.span, said, near[0].source)


def _problem(document: Document, span: Span, said: str, source: str) -> Problem:
    line, _ = place_of(document.text, span.start)
    return Problem(
        document.path, f"line {line}, characters {span.start}-{span.end}", "warning",
        f"a date that the data contradict: {said} ({source})", "compare with the source before you quote it", span,
    )  # fmt: skip
