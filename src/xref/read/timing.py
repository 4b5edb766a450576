"""Documents set into the calendars: whose term, which votes before and after. Done when all of them are read.

Which calendars are shown may depend on what the texts speak of (calendars/choice.py), and therefore on all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from xref.calendars import choose_series, find_holdings, find_seasons, find_votes
from xref.model import Calendars, Document


def set_in_time(documents: Sequence[Document], calendars: Calendars) -> tuple[list[Document], Calendars]:
    """`documents` with terms and votes, and `calendars` with the series that are shown.

    A date of several days ("March 2012") falls in a term when all of its days do; votes are counted from a day only.
    """
    dated = [(d.published.value.earliest, d.text) for d in documents if d.published]
    chosen = choose_series(calendars, dated)
    return [_placed(document, chosen) for document in documents], chosen


def _placed(document: Document, calendars: Calendars) -> Document:
    if document.published is None:
        return document
    when, day = document.published.value, document.day
    if day:
        return attrs.evolve(
            document,
            holdings=find_holdings(day, calendars),
            votes=find_votes(day, calendars),
            seasons=find_seasons(day, calendars),
        )
    last = find_holdings(when.latest, calendars)
    same = {(holding.series, holding.period) for holding in last}
    first = [h for h in find_holdings(when.earliest, calendars) if (h.series, h.period) in same]
    # what is said of a single day does not hold for all of them
    return attrs.evolve(document, holdings=tuple(attrs.evolve(holding, notes=()) for holding in first))
