"""A theme's chain in time, to scale: discs where it stands, hollow ones where a source is silent, votes between."""

from __future__ import annotations

import datetime as dt

from xref.model import Hit
from xref.report.discs import build_discs
from xref.report.index import Index, words_of_day
from xref.report.plate import Chain, Label, Mark
from xref.report.timeline import Scale, room_of
from xref.show import show

VOTES = 12
"""votes that are drawn; of more only those of the office itself, and of more than as many of these none"""
SILENT = 40
"""silent sources that have a letter and a full-sized circle; beyond them they are small and without"""


def build_chain(index: Index, hits: list[Hit]) -> Chain | None:
    """The chain of these hits; None when they stand in fewer than two dated documents."""
    counts: dict[str, int] = {}
    for hit in hits:
        name = index.claims[hit.claim].document
        counts[name] = counts.get(name, 0) + 1
    dated = [(d.day, d.id) for d in index.result.documents if d.day]
    inside = [(day, name) for day, name in dated if name in counts]
    if len(inside) < 2 or inside[0][0] == inside[-1][0]:
        return None
    first, last = inside[0][0], inside[-1][0]
    # 3 percent on each side: the outer discs stand clear of the edge
    margin = dt.timedelta(days=max(1, round((last - first).days * 0.03)))
    scale = Scale(first - margin, last + margin)
    between = [(day, name) for day, name in dated if name not in counts and first <= day <= last]
    few = len(between) <= SILENT
    discs, narrow = build_discs(index, scale, counts)
    return Chain(
        discs=discs,
        narrow=narrow,
        silent=tuple(
            Mark(f"{scale.x(day)}", "3.5" if few else "2", f"{index.sigla[name]}, silent") for day, name in between
        ),
        votes=_votes(index, scale, first, last),
        above=_letters([(scale.x(day), index.sigla[name]) for day, name in between]) if few else (),
        below=_dates(index, scale, inside),
    )


def _dates(index: Index, scale: Scale, inside: list[tuple[dt.date, str]]) -> tuple[Label, ...]:
    """First and last with their dates; between them letters, where there is room."""
    ends = {0: "start", len(inside) - 1: "end"}
    found: list[Label] = []
    taken: list[tuple[float, float]] = []
    for at in sorted(range(len(inside)), key=lambda n: (n not in ends, n)):
        day, name = inside[at]
        text = f"{index.sigla[name]} {words_of_day(day)}" if at in ends else index.sigla[name]
        x, anchor = scale.x(day), ends.get(at, "middle")
        left, right = room_of(x, text, anchor)
        if all(right + 1 < a or b + 1 < left for a, b in taken):
            taken.append((left, right))
            found.append(Label(f"{x}", text, anchor))
    return tuple(sorted(found, key=lambda label: float(label.x)))


def _letters(points: list[tuple[float, str]]) -> tuple[Label, ...]:
    found: list[Label] = []
    edge = -1.0
    for x, text in sorted(points):
        left, right = room_of(x, text, "middle")
        if left > edge:
            edge = right + 0.5
            found.append(Label(f"{x}", text))
    return tuple(found)


def _votes(index: Index, scale: Scale, first: dt.date, last: dt.date) -> tuple[Label, ...]:
    """The votes of the first calendar that has some; without words when they would touch."""
    shown = index.result.calendars.shown
    series = next((s for s in shown if any(first <= v.day <= last for v in s.votes)), None)
    found: list[Label] = []
    edge = -1.0
    between = [v for v in (series.votes if series else ()) if first <= v.day <= last]
    if series and len(between) > VOTES:
        between = [v for v in between if v.kind == series.chosen_by]
    for vote in between if len(between) <= VOTES else ():
        x, text = scale.x(vote.day), show(vote.label)
        left, right = room_of(x, text, "middle")
        fits = left > edge and left > 0 and right < 100
        edge = right + 0.5 if fits else edge
        found.append(Label(f"{x}", text if fits else ""))
    return tuple(found)
