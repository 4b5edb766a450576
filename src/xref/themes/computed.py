"""Whether a computed facet holds for a claim, and the words or facts that say so (the language: when.py)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import attrs

from xref import fold
from xref.calendars import find_holdings
from xref.model import Actor, Calendars, Claim, Condition, DateRange, Document, Evidence, Facet, Series, Span

_ON = {"document": "day of publication", "claim": "date spoken of"}


@attrs.frozen
class Context:
    """What computed facets look at."""

    documents: Mapping[str, Document]
    """document id → document"""
    calendars: Calendars = attrs.field(factory=Calendars)
    """terms, votes and events"""
    variants: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    """folded name of an actor → folded spellings found of it, as far as they are one actor's"""


def make_context(documents: Sequence[Document], actors: Sequence[Actor], calendars: Calendars) -> Context:
    """What computed facets look at in a corpus."""
    variants = {
        fold.key(name): frozenset(fold.key(each) for each in (actor.name, *actor.variants))
        for actor in actors
        for name in (actor.name, *actor.variants)
    }
    return Context({document.id: document for document in documents}, calendars, variants)


def find_computed(
    facet: Facet, claims: Sequence[Claim], numbers: Iterable[int], context: Context
) -> dict[int, list[Evidence]]:
    """The evidence of a computed facet for the claims with these numbers."""
    found = {}
    for number in numbers:
        evidence = _evidence(facet, claims[number], context)
        if evidence:
            found[number] = evidence
    return found


def _evidence(facet: Facet, claim: Claim, context: Context) -> list[Evidence]:
    """One evidence for each condition; none when one of them does not hold."""
    found = []
    for condition in facet.when:
        held = _hold(condition, claim, context)
        if held is None:
            return []
        span, said = held
        found.append(Evidence(facet.name, said, span, 100.0, "computed", claim.id))
    return found


def _hold(condition: Condition, claim: Claim, context: Context) -> tuple[Span, str] | None:
    """The words of the claim that fulfil the condition, and why; None when it does not hold or is not known."""
    if condition.key == "speaker":
        return _speaker(condition, claim)
    if condition.key == "actor":
        return _actor(str(condition.value), claim, context)
    document = context.documents.get(claim.document)
    if condition.on == "claim":
        dates = [(m.span, m.value) for m in claim.dates if m.value]
    else:
        dates = [(claim.span, document.published.value)] if document and document.published else []
    for span, value in dates:
        said = _dated(condition, value, context.calendars)
        if said:
            return span, f"{_ON[condition.on]} {value.iso}: {said}"
    return None


def _dated(condition: Condition, value: DateRange, calendars: Calendars) -> str:
    """Why all days that a date can mean fulfil the condition; empty when not all do."""
    first, last = value.earliest, value.latest
    if condition.key in ("days_before_vote", "days_after_vote"):
        return _near_vote(condition, first, last, calendars)
    if condition.key == "election_year":
        series = find_series(calendars, condition.series)
        years = {vote.day.year for vote in series.votes} if series else set()
        inside = first.year == last.year and (first.year in years) == bool(condition.value)
        known = bool(years) and min(years) <= first.year <= max(years)
        return f"{first.year} is {'an' if condition.value else 'no'} election year" if inside and known else ""
    if condition.key == "period":
        held = [h for h in find_holdings(first, calendars) if h.period == condition.value]
        still = any(h.period == condition.value for h in find_holdings(last, calendars))
        return held[0].label if held and still else ""
    day, label = _event(str(condition.value), calendars)
    if condition.key == "before":
        return f"before {label}" if last < day else ""
    return f"after {label}" if first > day else ""


def find_series(calendars: Calendars, name: str) -> Series | None:
    """The series with the id `name`, or the first shown that has votes."""
    if name:
        return calendars.find(name)
    return next((series for series in calendars.shown if series.votes), None)


def _near_vote(condition: Condition, first: dt.date, last: dt.date, calendars: Calendars) -> str:
    series = find_series(calendars, condition.series)
    limit = int(condition.value)
    for vote in series.votes if series else ():
        if condition.key == "days_before_vote" and first <= last <= vote.day and (vote.day - first).days <= limit:
            return f"{_days(first, vote.day)} before the {vote.label} vote of {vote.day.isoformat()}"
        if condition.key == "days_after_vote" and vote.day < first and (last - vote.day).days <= limit:
            return f"{_days(vote.day, last)} after the {vote.label} vote of {vote.day.isoformat()}"
    return ""


def _days(first: dt.date, last: dt.date) -> str:
    count = (last - first).days
    return f"{count} day{'' if count == 1 else 's'}"


def _event(value: str, calendars: Calendars) -> tuple[dt.date, str]:
    for event in calendars.events:
        if event.id == value:
            return event.day, f"{event.label}, {event.day.isoformat()}"
    return dt.date.fromisoformat(value), value


def _speaker(condition: Condition, claim: Claim) -> tuple[Span, str] | None:
    speaker, asked = claim.speaker, str(condition.value)
    if asked == "outlet":
        return (claim.span, "the outlet's own voice") if speaker is None else None
    if speaker is None:
        return None
    if asked in ("anonymous", "named"):
        held = speaker.anonymous == (asked == "anonymous")
    else:
        held = fold.key(asked) in (fold.key(speaker.name), fold.key(speaker.name.split()[-1]))
    span = speaker.span if claim.span.holds(speaker.span) else claim.span
    return (span, f"speaker: {speaker.name}") if held else None


def _actor(asked: str, claim: Claim, context: Context) -> tuple[Span, str] | None:
    names = context.variants.get(fold.key(asked), frozenset()) | {fold.key(asked)}
    for mention in claim.names:
        said = claim.text[mention.span.start - claim.span.start : mention.span.end - claim.span.start]
        if fold.key(said) in names:
            return mention.span, f"names {asked}"
    return None
