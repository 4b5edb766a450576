"""Which columns each table of `xref show` has. A dash is unknown, or nothing to say; never a guess."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import attrs

from xref.layout import words_of_place
from xref.model import (
    Actor,
    Attribution,
    Claim,
    Contradiction,
    CrossReference,
    Document,
    Hit,
    Match,
    Merge,
    Problem,
    Season,
    Vote,
)

NONE = "-"


@attrs.frozen
class Columns:
    """The head of a table, and how its rows are made."""

    header: tuple[str, ...]
    """names of the columns; the last one takes the room that is left"""
    rows: Callable[[Sequence[Any], CrossReference], list[tuple[str, ...]]]
    """nouns and the result they belong to, into cells"""
    less: tuple[str, ...] = ()
    """columns to leave out where the screen is narrow, in this order"""
    whole: tuple[str, ...] = ()
    """columns whose cells are not shortened"""


def _documents(documents: Sequence[Document], _: CrossReference) -> list[tuple[str, ...]]:
    return [
        (
            d.id,
            date_of(d),
            f"{d.published.rule} {d.published.confidence}" if d.published else NONE,
            d.outlet.value if d.outlet else NONE,
            " / ".join(h.label for h in d.holdings) or NONE,
            ", ".join(f"{v.label} {v.days}" for v in d.votes) or NONE,
            str(d.claims),
            str(d.problems),
            d.title.value if d.title else NONE,
        )
        for d in documents
    ]


def _claims(claims: Sequence[Claim], _: CrossReference) -> list[tuple[str, ...]]:
    return [
        (
            c.id,
            c.document,
            f"{c.span.start}-{c.span.end}",
            words_of_place(c.place) if c.place else NONE,
            c.speaker.name if c.speaker else NONE,
            c.speaker.rule if c.speaker else NONE,
            " > ".join(c.relay) or NONE,
            "; ".join(f"{d.value.iso if d.value else 'not certain'} ({d.rule})" for d in c.dates) or NONE,
            "; ".join(c.flags) or NONE,
            flow(c.text),
        )
        for c in claims
    ]


def _hits(hits: Sequence[Hit], result: CrossReference) -> list[tuple[str, ...]]:
    claims = {c.id: c for c in result.claims}
    texts = {d.id: d.text for d in result.documents}
    rows: list[tuple[str, ...]] = []
    for hit in hits:
        text = texts[claims[hit.claim].document]
        words = (f"{e.facet}: {flow(e.span.of(text))} ({e.how})" for e in hit.evidence)
        rows.append((hit.id, hit.claim, hit.theme, f"{hit.score:.1f}", claims[hit.claim].document, "; ".join(words)))
    return rows


def _matches(matches: Sequence[Match], result: CrossReference) -> list[tuple[str, ...]]:
    texts = {c.id: flow(c.text) for c in result.claims}
    # of an undated document nobody can say whether it is the earlier one
    named = {d.id: d.id if d.published else f"{d.id}, undated" for d in result.documents}
    return [
        (m.id, f"{m.score:.1f}", m.theme or m.kind, named[m.documents[0]], texts[m.best.left],
         named[m.documents[1]], texts[m.best.right])
        for m in matches
    ]  # fmt: skip


def _contradictions(contradictions: Sequence[Contradiction], result: CrossReference) -> list[tuple[str, ...]]:
    named = {d.id: d.id if d.published else f"{d.id}, undated" for d in result.documents}
    return [
        (x.id, x.theme, NONE if x.days is None else str(x.days), ", ".join(x.shared), named[x.documents[0]],
         f"{x.left.stance}: {flow(x.left.words)}", named[x.documents[1]], f"{x.right.stance}: {flow(x.right.words)}")
        for x in contradictions
    ]  # fmt: skip


def _actors(actors: Sequence[Actor], result: CrossReference) -> list[tuple[str, ...]]:
    documents = {c.id: c.document for c in result.claims}
    return [
        (a.id, a.name, a.kind, a.known, str(len(a.mentions)),
         str(len({documents[m.claim] for m in a.mentions})), ", ".join(a.variants))
        for a in actors
    ]  # fmt: skip


def _merges(merges: Sequence[Merge], _: CrossReference) -> list[tuple[str, ...]]:
    return [(m.left, m.right, f"{m.score:.1f}", str(len(m.claims)), m.why) for m in merges]


def _problems(problems: Sequence[Problem], _: CrossReference) -> list[tuple[str, ...]]:
    return [(p.level, p.where, p.place or NONE, f"{p.message}; {p.advice}") for p in problems]


COLUMNS = {
    "documents": Columns(
        ("ID", "DATE", "FOUND BY", "OUTLET", "IN OFFICE", "DAYS TO NEXT VOTE", "CLAIMS", "PROBLEMS", "TITLE"),
        _documents,
        less=("DAYS TO NEXT VOTE", "IN OFFICE", "OUTLET"),
        whole=("DATE", "FOUND BY", "IN OFFICE", "DAYS TO NEXT VOTE"),
    ),
    "claims": Columns(
        ("ID", "DOCUMENT", "CHARACTERS", "IN THE FILE", "SPEAKER", "FOUND BY", "THROUGH", "DATES", "FLAGS", "TEXT"),
        _claims,
        less=("IN THE FILE", "FLAGS", "FOUND BY", "DOCUMENT", "THROUGH", "DATES"),
        whole=("CHARACTERS",),
    ),
    "hits": Columns(("ID", "CLAIM", "THEME", "SCORE", "DOCUMENT", "EVIDENCE"), _hits),
    "matches": Columns(("ID", "SCORE", "THEME", "EARLIER", "CLAIM", "LATER", "CLAIM"), _matches),
    "contradictions": Columns(
        ("ID", "THEME", "DAYS", "BOTH SPEAK OF", "EARLIER", "SAYS", "LATER", "SAYS OTHERWISE"),
        _contradictions,
        less=("DAYS", "BOTH SPEAK OF"),
    ),
    "actors": Columns(("ID", "NAME", "KIND", "KNOWN", "MENTIONS", "DOCUMENTS", "SPELLINGS"), _actors),
    "merges": Columns(("SPELLING", "OTHER", "SCORE", "CLAIMS", "WHY"), _merges),
    "problems": Columns(("LEVEL", "FILE", "PLACE", "WHAT AND HOW TO MEND IT"), _problems),
}
"""Kind -> its table."""


def date_of(document: Document) -> str:
    """The day or days of publication, or "undated"."""
    return document.published.value.iso if document.published else "undated"


def countdown(vote: Vote) -> str:
    """A vote and how far off it is: "2014 midterms in 538 days"."""
    if vote.days == 0:
        return f"{vote.label} on this day"
    return f"{vote.label} in {vote.days} day{'' if vote.days == 1 else 's'}"


def season_words(season: Season) -> list[str]:
    """Where a day stands among the votes of a calendar; what the calendar does not reach is said to be unknown."""
    coming, past = season.coming, season.past
    said = [f"{countdown(coming)}, {coming.day.isoformat()}" if coming else "next vote unknown"]
    if past:
        since = f"{-past.days} day{'' if past.days == -1 else 's'}"
        said.append(f"{since} after {past.label}, {past.day.isoformat()}")
    else:
        said.append("last vote unknown")
    year = {True: "an election year", False: "no election year", None: "unknown whether an election year"}
    return [*said, year[season.election_year], *season.elect]


def flow(text: str) -> str:
    """`text` in one line: white space collapsed, for tables only."""
    return " ".join(text.split())


def words_of(attribution: Attribution, text: str) -> str:
    """Source, cue and content of an attribution as written."""
    content = " … ".join(flow(part.of(text)) for part in attribution.content)
    return f"{flow(attribution.source.of(text))} | {flow(attribution.cue.of(text))} | {content}"
