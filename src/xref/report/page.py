"""A result as one page: what stands where is decided here and in the leaves, the templates only loop."""

from __future__ import annotations

import attrs

from xref.calendars import load_events, load_periods, load_votes
from xref.model import CrossReference, Settings
from xref.report.index import Index, number
from xref.report.matrix import build_columns, build_lanes
from xref.report.plate import Axis, Column, LaneGroup
from xref.report.records import CardView, ReaderView, ThemeView
from xref.report.sections import build_actor, build_merge, build_reader, build_theme
from xref.report.sidebyside import build_card
from xref.report.sources import build_sources, build_warnings, span_words
from xref.report.tables import ActorRow, MergeRow, SourceRow, Warn
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
    counts: tuple[tuple[str, str], ...]
    """numbers of the masthead"""
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
    columns: tuple[Column, ...]
    """of the matrix"""
    groups: tuple[LaneGroup, ...]
    """rows of the plate"""
    sources: tuple[SourceRow, ...]
    """documents"""
    strongest: tuple[CardView, ...]
    """first cards"""
    more: int
    """cards below"""
    themes: tuple[ThemeView, ...]
    """sections"""
    readers: tuple[ReaderView, ...]
    """documents in full"""
    people: tuple[ActorRow, ...]
    """persons"""
    bodies: tuple[ActorRow, ...]
    """outlets and organisations"""
    merges: tuple[MergeRow, ...]
    """proposed"""
    absent: tuple[str, ...]
    """what was not found"""
    versions: tuple[tuple[str, str], ...]
    """what decides a result"""
    settings: tuple[tuple[str, str], ...]
    """limits in force"""
    files: tuple[tuple[str, str, str], ...]
    """siglum, path, SHA-256"""
    unchecked: str
    """shipped rows that were not compared with their source"""


def build_page(result: CrossReference) -> Page:
    """The page of `result`."""
    index = Index(result)
    scale = find_scale(index)
    ranks = {match.id: n for n, match in enumerate(result.matches, 1)}
    top = result.matches[:STRONGEST]
    shown = {match.id for match in top}
    return Page(
        title=_title(index),
        finding=_finding(index),
        counts=_counts(index),
        codebook=bool(result.codebook.themes),
        refused=build_warnings(index, "refused"),
        warnings=build_warnings(index, "warning"),
        notes=build_warnings(index, "note"),
        axis=build_axis(index, scale) if scale else None,
        columns=build_columns(index),
        groups=build_lanes(index, scale),
        sources=build_sources(index),
        strongest=tuple(build_card(index, match, ranks[match.id]) for match in top),
        more=len(result.matches) - len(top),
        themes=tuple(build_theme(index, theme, ranks, shown) for theme in result.codebook.themes),
        readers=tuple(build_reader(index, document) for document in result.documents),
        people=tuple(build_actor(index, a) for a in result.actors if a.kind == "person"),
        bodies=tuple(build_actor(index, a) for a in result.actors if a.kind in ("org", "media")),
        merges=tuple(build_merge(index, merge) for merge in result.merges),
        absent=_absent(index),
        versions=(*result.versions, ("codebook", _codebook(result))),
        settings=_settings(result.settings),
        files=tuple((index.sigla[d.id], show(d.path), d.digest) for d in result.documents),
        unchecked=_unchecked(),
    )


def _title(index: Index) -> str:
    if index.result.codebook.title:
        return show(index.result.codebook.title)
    count = len(index.result.documents)
    years = span_words([d.day for d in index.result.documents if d.day])
    return f"{count} document{'' if count == 1 else 's'} side by side" + (f", {years}" if years else "")


def _finding(index: Index) -> str:
    """Which themes return under several presidents, which under several terms of one."""
    across: dict[tuple[str, ...], list[str]] = {}
    within: dict[str, list[str]] = {}
    for theme in index.result.codebook.themes:
        holdings = [h for hit in index.hits_of_theme[theme.id] if (h := index.document_of(hit.claim).holding("us"))]
        holders = list(dict.fromkeys(h.holder for h in sorted(holdings, key=lambda h: h.period)))
        terms = {h.period for h in holdings}
        if len(holders) > 1:
            across.setdefault(tuple(sorted(holders)), []).append(theme.label)
        elif len(terms) > 1:
            within.setdefault(holders[0], []).append(theme.label)
    said = []
    for names, labels in sorted(across.items(), key=lambda i: (-len(i[1]), i[0]))[:2]:
        surnames = _and([name.split()[-1] for name in names])
        said.append(f"{_count(labels)} under {'both ' if len(names) == 2 else ''}{surnames}: {_and(labels)}.")
    for name, labels in sorted(within.items(), key=lambda i: (-len(i[1]), i[0]))[:1]:
        said.append(f"{_count(labels)} under two terms of {name.split()[-1]}: {_and(labels)}.")
    return show(" ".join(said))


def _count(labels: list[str]) -> str:
    words = ("", "One theme returns", "Two themes return", "Three themes return", "Four themes return",
             "Five themes return", "Six themes return")  # fmt: skip
    return words[len(labels)] if len(labels) < len(words) else f"{len(labels)} themes return"


def _and(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def _counts(index: Index) -> tuple[tuple[str, str], ...]:
    result = index.result
    with_theme = len({hit.claim for hit in result.hits})
    found = sum(bool(hits) for hits in index.hits_of_theme.values())
    pairs = sum(len(match.pairs) for match in result.matches)

    def count(n: int, one: str, many: str) -> tuple[str, str]:
        return str(n), one if n == 1 else many

    return (
        count(len(result.documents), "document", "documents"),
        (str(len(result.claims)), f"claims, {with_theme} with a theme"),
        (str(len(result.codebook.themes)), f"themes, {found} found"),
        (str(len(result.matches)), f"cards, {pairs} pairs of claims"),
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
                found.append(f"{theme.label}: searched for and not found in {_and(missing)}.")
        else:
            found.append(f"{theme.label}: not found in any source.")
    return tuple(show(line) for line in found)


def _codebook(result: CrossReference) -> str:
    book = result.codebook
    return f"{show(book.path)} · SHA-256 {book.digest}" if book.themes else "none"


def _settings(settings: Settings) -> tuple[tuple[str, str], ...]:
    return tuple((name.replace("_", " "), number(float(value))) for name, value in attrs.asdict(settings).items())


def _unchecked() -> str:
    rows = [p.checked for s in load_periods() for p in s.periods]
    votes = [v.checked for s in load_votes() for v in s.votes]
    events = [e.checked for e in load_events()]
    return (
        f"{rows.count(False)} of {len(rows)} terms of office, {votes.count(False)} of {len(votes)} votes and "
        f"{events.count(False)} of {len(events)} dated events were not compared with their source"
    )
