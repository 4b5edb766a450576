"""A result as one page: what stands where is decided here and in the leaves, the templates only loop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from xref.model import Calendars, CrossReference, Settings, Standing
from xref.report.cards import Cards, Readers
from xref.report.chapters import ThemeView
from xref.report.disputes import build_disputes
from xref.report.division import divide
from xref.report.finding import find_words, join_words
from xref.report.index import Index, number
from xref.report.limits import build_limits
from xref.report.matrix import WIDE, build_columns, build_lanes, build_matrix
from xref.report.packed import PLAIN, READABLE
from xref.report.plate import Axis, Column, LaneGroup, Matrix
from xref.report.records import DisputeView, Link
from xref.report.register import build_register, build_standing
from xref.report.sections import build_actor, build_merge
from xref.report.sources import build_sources, build_warnings, span_words
from xref.report.tables import ActorRow, MergeRow, SourceRow, Warn
from xref.report.themes import build_theme
from xref.report.timeline import build_axis, find_scale
from xref.show import show

STRONGEST = 6
"""cards in full above the fold: what a reader takes in before choosing a theme"""


@attrs.frozen
class Page:
    """Everything the page shows."""

    title: str
    """heading"""
    finding: str
    """what recurs under whom, by rule; empty when no rule fires"""
    counts: tuple[tuple[str, tuple[Link, ...]], ...]
    """numbers of the masthead, each with what it counts"""
    codebook: bool
    """whether there is one"""
    refused: tuple[Warn, ...]
    """inputs not in the result"""
    warnings: tuple[Warn, ...]
    """doubts"""
    notes: tuple[Warn, ...]
    """remarks"""
    axis: Axis | None
    """time line; None when nothing is dated"""
    division: str
    """by what the matrix divides the documents"""
    columns: tuple[Column, ...]
    """of the matrix"""
    groups: tuple[LaneGroup, ...]
    """rows of the plate"""
    matrices: tuple[Matrix, ...]
    """the same by the further calendars shown"""
    sources: tuple[SourceRow, ...]
    """documents"""
    disputes: tuple[DisputeView, ...]
    """contradictions between documents, the first of them"""
    contradictions: int
    """how many there are"""
    strongest: Cards
    """first cards, always plain elements"""
    rest: Cards
    """the other cards in rank order, built when they are written"""
    layout: str
    """"inline" (all cards are elements of the page), "packed" (the rest in chunks) or "dir" (on pages of their own)"""
    packed_texts: bool
    """whether the documents in full are packed too"""
    standings: tuple[dict[str, Any], ...]
    """what reviewers said, and whether it still holds"""
    register: dict[str, Any]
    """what the page's script knows of cards, claims, documents and themes"""
    themes: tuple[ThemeView, ...]
    """sections"""
    readers: Readers
    """documents in full"""
    people: tuple[ActorRow, ...]
    """persons"""
    bodies: tuple[ActorRow, ...]
    """outlets and organisations"""
    merges: tuple[MergeRow, ...]
    """proposed"""
    absent: tuple[str, ...]
    """what was not found"""
    limits: tuple[str, ...]
    """what the corpus cannot tell"""
    versions: tuple[tuple[str, str], ...]
    """what decides a result"""
    settings: tuple[tuple[str, str], ...]
    """limits in force"""
    files: tuple[tuple[str, str, str], ...]
    """siglum, path, SHA-256"""
    unchecked: str
    """shipped rows that were not compared with their source"""


def build_page(result: CrossReference, layout: str = "auto", standings: Sequence[Standing] = ()) -> Page:
    """The page of `result`; layout "auto" packs what a browser would not open well, the other layouts are kept to."""
    index = Index(result, tuple(standings))
    scale = find_scale(index)
    ranks = {match.id: n for n, match in enumerate(result.matches, 1)}
    ranked = tuple(enumerate(result.matches, 1))
    first, *further = divide(index)
    wide = len(first.columns) > WIDE
    return Page(
        title=_title(index),
        finding=find_words(index),
        counts=_counts(index),
        codebook=bool(result.codebook.themes),
        refused=build_warnings(index, "refused"),
        warnings=build_warnings(index, "warning"),
        notes=build_warnings(index, "note"),
        axis=build_axis(index, scale) if scale else None,
        division=first.name,
        columns=() if wide else build_columns(index, first),
        groups=build_lanes(index, scale, first),
        matrices=(
            *([build_matrix(index, first, lead=True)] if wide else []),
            *(build_matrix(index, division) for division in further),
        ),
        sources=build_sources(index),
        disputes=build_disputes(index),
        contradictions=len(result.contradictions),
        strongest=Cards(index, ranked[:STRONGEST]),
        rest=Cards(index, ranked[STRONGEST:]),
        layout=("packed" if len(ranked) > PLAIN else "inline") if layout == "auto" else layout,
        packed_texts=layout == "packed" or (layout == "auto" and _size(result) > READABLE),
        standings=tuple(build_standing(standing) for standing in standings),
        register=build_register(index, ranked if layout != "dir" else ranked[:STRONGEST]),
        themes=tuple(build_theme(index, theme, ranks, first) for theme in result.codebook.themes),
        readers=Readers(index, result.documents),
        people=tuple(build_actor(index, a) for a in result.actors if a.kind == "person"),
        bodies=tuple(build_actor(index, a) for a in result.actors if a.kind in ("org", "media")),
        merges=tuple(build_merge(index, merge) for merge in result.merges),
        absent=_absent(index),
        limits=build_limits(index, first),
        versions=(*result.versions, ("codebook", _codebook(result))),
        settings=_settings(result.settings),
        files=tuple((index.sigla[d.id], show(d.path), d.digest) for d in result.documents),
        unchecked=_unchecked(result.calendars),
    )


def _size(result: CrossReference) -> int:
    return sum(len(document.text) for document in result.documents)


def _title(index: Index) -> str:
    if index.result.codebook.title:
        return show(index.result.codebook.title)
    count = len(index.result.documents)
    years = span_words([d.day for d in index.result.documents if d.day])
    return f"{count} document{'' if count == 1 else 's'} side by side" + (f", {years}" if years else "")


def _counts(index: Index) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    result = index.result
    with_theme = len({hit.claim for hit in result.hits})
    found = sum(bool(hits) for hits in index.hits_of_theme.values())
    pairs = sum(len(match.pairs) for match in result.matches)

    def count(n: int, noun: str, href: str, more: str = "", more_href: str = "") -> tuple[str, tuple[Link, ...]]:
        said = Link(noun if n == 1 else noun + "s", href)
        return f"{n:,}", (said, Link(more, more_href)) if more else (said,)

    return (
        count(len(result.documents), "document", "#sources"),
        count(len(result.claims), "claim", "#reader", f"{with_theme:,} with a theme", "#themes"),
        count(len(result.codebook.themes), "theme", "#themes", f"{found} found", "#overview"),
        *([count(len(result.contradictions), "contradiction", "#disputes")] if result.contradictions else []),
        count(len(result.matches), "card", "#pairs", f"{pairs:,} pairs of claims", "#pairs"),
    )


def _absent(index: Index) -> tuple[str, ...]:
    """Empty cells in words: a finding too, with how much was searched."""
    found = []
    for theme in index.result.codebook.themes:
        hits = index.hits_of_theme[theme.id]
        if hits:
            letters = {index.siglum(h.claim) for h in hits}
            missing = [s for s in index.sigla.values() if s not in letters]
            if missing and len(index.sigla) <= 26:
                found.append(f"{theme.label}: not in {join_words(missing)}.")
        else:
            found.append(f"{theme.label}: not found in any source.")
    return tuple(show(line) for line in found)


def _codebook(result: CrossReference) -> str:
    book = result.codebook
    return f"{show(book.path)} · SHA-256 {book.digest}" if book.themes else "none"


def _settings(settings: Settings) -> tuple[tuple[str, str], ...]:
    return tuple((name.replace("_", " "), number(float(value))) for name, value in attrs.asdict(settings).items())


def _unchecked(calendars: Calendars) -> str:
    terms = [period.checked for series in calendars.shown for period in series.periods]
    votes = [vote.checked for series in calendars.shown for vote in series.votes]
    events = [event.checked for event in calendars.events]
    return (
        f"{terms.count(False)} of {len(terms)} terms of office, {votes.count(False)} of {len(votes)} votes and "
        f"{events.count(False)} of {len(events)} dated events were not compared with their source"
    )
