"""The table of sources, and what was wrong or doubtful in them."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from xref.model import Document, Problem, Season
from xref.report.index import Index, reader_anchor, title_of, words_of_day, words_of_range
from xref.report.tables import SourceRow, VoteWords, Warn
from xref.show import show

NEAR = 30
"""days to a vote from which the distance is set off"""


def build_sources(index: Index) -> tuple[SourceRow, ...]:
    """One row a document, in date order."""
    return tuple(_row(index, document) for document in index.result.documents)


def _row(index: Index, document: Document) -> SourceRow:
    claims = index.claims_of[document.id]
    with_theme = sum(bool(index.hits_of_claim.get(c.id)) for c in claims)
    siglum = index.sigla[document.id]
    return SourceRow(
        siglum=siglum,
        date=document.published.value.iso if document.published else "undated",
        title=title_of(document),
        href="#" + reader_anchor(siglum),
        relay=relay_of(index, document),
        how=how_words(document),
        refused=refused_words(document),
        offices=" · ".join(show(h.label) for h in document.holdings) or "unknown",
        notes=tuple(show(f"{h.label}: {note}") for h in document.holdings for note in h.notes),
        votes=tuple(_season(season) for season in document.seasons if season.coming or season.past),
        claims=f"{with_theme} of {len(claims)}",
        problems=sum(problem.where == document.path for problem in index.result.problems),
    )


def _season(season: Season) -> VoteWords:
    """Days to the next vote of a calendar, and what else is known of the day among its votes."""
    coming, past = season.coming, season.past
    said = [f"{coming.label}, {words_of_day(coming.day)}"] if coming else []
    year = "election year" if season.election_year else ""
    since = f"{words_of_count(-past.days)} after {past.label}" if past else ""
    said += [" · ".join(filter(None, (year, since)))] if year or since else []
    days = words_of_count(coming.days) if coming else "unknown"
    return VoteWords(days, bool(coming and coming.days <= NEAR), tuple(show(line) for line in said))


def words_of_count(days: int) -> str:
    """15 days"""
    return "1 day" if days == 1 else f"{days} days"


def how_words(document: Document) -> str:
    """How the date was found, and what agrees with it."""
    if document.published is None:
        return "no date found"
    said = document.published.how
    if document.published.agrees:
        said += "; agrees with " + ", ".join(document.published.agrees)
    return show(said)


def refused_words(document: Document) -> tuple[str, ...]:
    """The dates that were not taken: a line a reason, so that footnotes do not crowd out a trap."""
    by_reason: dict[str, list[str]] = {}
    for candidate in document.refused:
        by_reason.setdefault(candidate.refused, []).append(candidate.words or words_of_range(candidate.value))
    return tuple(show(f"{', '.join(dict.fromkeys(words))}: {reason}") for reason, words in by_reason.items())


def relay_of(index: Index, document: Document) -> str:
    """Who told whom, outermost first: the document, the outlets it cites, whether its sources are unnamed."""
    claims = index.claims_of[document.id]
    outer = claims[0].relay[0] if claims and claims[0].relay else "unknown"
    cited: Counter[str] = Counter(name for c in claims for name in c.relay[1:])
    for claim in claims:
        for name in claim.names:
            speaker = claim.speaker
            if speaker and name.kind == "media" and speaker.kind == "organisation" and speaker.span == name.span:
                cited[speaker.name] += 1
        if claim.speaker and "only outlet" in claim.speaker.rule:
            cited[claim.speaker.name] += 1
    unnamed = {c.speaker.name.casefold() for c in claims if c.speaker and c.speaker.anonymous}
    chain = [outer]
    if cited:
        chain.append(", ".join(name for name, _ in sorted(cited.items(), key=lambda i: (-i[1], i[0]))[:4]))
    if unnamed:
        chain.append("unnamed sources" if len(unnamed) > 1 else "one unnamed source")
    return show(" < ".join(chain))


def build_warnings(index: Index, level: str) -> tuple[Warn, ...]:
    """The problems of one level, document letter first where there is one."""
    by_path = {d.path: index.sigla[d.id] for d in index.result.documents}
    return tuple(_warn(problem, by_path) for problem in index.result.problems if problem.level == level)


def _warn(problem: Problem, by_path: dict[str, str]) -> Warn:
    where = by_path.get(problem.where, "")
    place = f", {problem.place}" if problem.place else ""
    return Warn(show(f"{where or problem.where}{place}"), problem.level, show(problem.message), show(problem.advice))


def span_words(days: list[dt.date]) -> str:
    """2009–2020"""
    if not days:
        return ""
    first, last = min(days).year, max(days).year
    return str(first) if first == last else f"{first}–{last}"
