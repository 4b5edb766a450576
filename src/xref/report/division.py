"""How the documents are divided into columns: by the terms of a calendar, or by years where no calendar fits.

The first calendar shown gives the columns beside the time line; each further one that holds a document has a table of
its own below it. A corpus for which no calendar is shown is divided by years or decades; nothing else is forced on it.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from xref.model import Document, Series
from xref.report.index import Index
from xref.show import show

OTHER = "other"
YEARS = 8
"""columns of single years at most; beyond them decades, and beyond as many decades centuries"""


@attrs.frozen
class Division:
    """Columns, and which document stands in which."""

    name: str
    """by what the documents are divided, in words"""
    columns: tuple[tuple[str, str], ...]
    """key and label of each column, in order"""
    place: Mapping[str, str]
    """id of a document → key of its column"""


def divide(index: Index) -> tuple[Division, ...]:
    """The division beside the time line, then those of the further calendars that hold a document."""
    found = [_by_terms(index, series) for series in index.result.calendars.shown if _holds(index, series)]
    return tuple(found) or (_by_years(index),)


def _holds(index: Index, series: Series) -> bool:
    return any(document.holding(series.id) for document in index.result.documents)


def _by_terms(index: Index, series: Series) -> Division:
    place = {d.id: _term(d, series) for d in index.result.documents}
    held = set(place.values())
    columns = [(period.id, show(period.label)) for period in series.periods if period.id in held]
    return Division(show(series.name), (*columns, *_rest(held, "No term")), place)


def _term(document: Document, series: Series) -> str:
    holding = document.holding(series.id)
    return holding.period if holding else OTHER


def _by_years(index: Index) -> Division:
    years = {d.id: d.published.value for d in index.result.documents if d.published}
    spans = [range(value.earliest.year, value.latest.year + 1) for value in years.values()]
    all_years = {year for span in spans for year in span}
    # 1, 10, 100: single years, decades, centuries, whichever gives few enough columns
    step = next((s for s in (1, 10, 100) if len({year // s for year in all_years}) <= YEARS), 1000)
    place = {}
    for document in index.result.documents:
        value = years.get(document.id)
        one = value and value.earliest.year // step == value.latest.year // step
        place[document.id] = f"{value.earliest.year // step * step}" if value and one else OTHER
    held = set(place.values())
    labels = sorted((key for key in held if key != OTHER), key=int)
    columns = [(key, key if step == 1 else f"{key}–{int(key) + step - 1}") for key in labels]
    name = {1: "year", 10: "decade", 100: "century"}.get(step, "millennium")
    return Division(name, (*columns, *_rest(held, "Date unknown")), place)


def _rest(held: set[str], label: str) -> list[tuple[str, str]]:
    return [(OTHER, label)] if OTHER in held else []
