"""Discs on a line of time: one a document, and on a narrow screen one for several that would lie on each other."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping

from xref.report.index import Index, words_of_day
from xref.report.plate import Mark
from xref.report.timeline import Scale

NEAR = 3.2
"""percent between two discs that do not touch on a telephone: 11 px of 350, twice the radius of 5.5 px"""
COUNTED = 5.5
"""least radius, px, of a disc that has room for a number"""
Point = tuple[float, dt.date, str, int]


def build_discs(index: Index, scale: Scale, counts: Mapping[str, int]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The discs of documents with so many hits each, by day; and for narrow screens, if others."""
    points: list[Point] = sorted(
        (scale.x(day), day, name, count) for name, count in counts.items() if (day := index.documents[name].day)
    )
    runs: list[list[Point]] = []
    for point in points:
        # measured from the first of a run: a long row of near neighbours does not become one disc
        if runs and point[0] - runs[-1][0][0] < NEAR:
            runs[-1].append(point)
        else:
            runs.append([point])
    narrow = tuple(_disc(index, run) for run in runs) if len(runs) < len(points) else ()
    return tuple(_disc(index, [point]) for point in points), narrow


def _disc(index: Index, run: list[Point]) -> Mark:
    """Area in proportion to hits, 2.9 px for one, up to nine; several documents stand in their middle, counted."""
    hits = sum(point[3] for point in run)
    said = f"{hits} hit{'' if hits == 1 else 's'}"
    radius = round(2.9 * math.sqrt(min(hits, 9)), 1)
    if len(run) == 1:
        x, day, name, _ = run[0]
        return Mark(f"{x}", f"{radius}", f"{index.sigla[name]}, printed {words_of_day(day)}: {said}")
    x = round((run[0][0] + run[-1][0]) / 2, 2)
    letters = ", ".join(index.sigla[name] for _, _, name, _ in run)
    days = f"{words_of_day(run[0][1])} to {words_of_day(run[-1][1])}"
    return Mark(f"{x}", f"{max(radius, COUNTED)}", f"{letters}, printed {days}: {said}", count=str(len(run)))
