"""The time line that all lanes share: positions in percent, and labels that never run into each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

import attrs

from xref.calendars import Period, load_events, load_periods, load_votes
from xref.report.index import Index, words_of_gap
from xref.report.plate import Axis, Band, Label

# share of the line that one character of a label takes; measured on the plate at 1180 px, and wider is safer
CHARACTER = 0.95


@attrs.frozen
class Scale:
    """Days to percent."""

    first: dt.date
    """left edge"""
    last: dt.date
    """right edge"""

    def x(self, day: dt.date) -> float:
        """Where `day` stands, in percent, kept inside the line."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(100 * min(1.0, max(0.0, share)), 2)

    def holds(self, day: dt.date) -> bool:
        """Whether `day` lies on the line."""
        return self.first <= day <= self.last


def find_scale(index: Index) -> Scale | None:
    """From the first to the last dated document with a margin; None when no document has a day."""
    days = [d.day for d in index.result.documents if d.day]
    if not days:
        return None
    first, last = min(days), max(days)
    # 2.4 percent, at least 45 days: the first and last disc stand clear of the edge
    margin = dt.timedelta(days=max(45, round((last - first).days * 0.024)))
    return Scale(first - margin, last + margin)


def build_axis(index: Index, scale: Scale) -> Axis:
    """Bands, votes, treaty dates, years and document letters."""
    series = {s.id: s for s in load_periods()}
    votes = [v for s in load_votes() if s.id == "us" for v in s.votes if scale.holds(v.day)]
    events = [e for e in load_events() if e.kind == "treaty" and scale.holds(e.day)]
    wanted = [e for e in events if any(w in e.label for w in ("signed", "force", "ends", "expires", "extended"))]
    return Axis(
        bands=_bands(series["us"].periods, scale, 7.5),
        others=_bands(series["ru"].periods, scale, 7.0),
        votes=tuple(f"{scale.x(v.day)}" for v in votes),
        vote_labels=_spread([(scale.x(v.day), v.label) for v in votes], rows=1, short=4),
        events=tuple(Label(f"{scale.x(e.day)}", f"{e.label}, {e.day.isoformat()}") for e in events),
        event_labels=_spread([(scale.x(e.day), f"{e.label}, {e.day:%Y}") for e in wanted], rows=2),
        years=_years(scale),
        sigla=_sigla(index, scale),
        gap=_gap(index, scale),
    )


def _bands(periods: Sequence[Period], scale: Scale, room: float) -> tuple[Band, ...]:
    found = []
    for number, period in enumerate(periods):
        last = period.last or dt.date.max
        if period.first > scale.last or last <= scale.first:
            continue
        left, right = scale.x(max(period.first, scale.first)), scale.x(min(last, scale.last))
        width = round(right - left, 2)
        fits = width >= max(room, 0.8 * len(period.label))
        found.append(Band(f"{left}", f"{width}", "b-a" if number % 2 else "b-b", period.label if fits else ""))
    return tuple(found)


def _spread(points: Sequence[tuple[float, str]], rows: int, short: int = 0) -> tuple[Label, ...]:
    """Labels in up to `rows` rows; one that would touch its neighbour in every row is left out.

    With `short`, its first so many characters are tried before it is (the year of a vote).
    """
    ends = [-1.0] * rows
    found = []
    for x, text in sorted(points):
        for said in (text, text[:short]) if short else (text,):
            half = len(said) * CHARACTER / 2
            left, right, anchor = x - half, x + half, "middle"
            if left < 0:
                left, right, anchor = x, x + 2 * half, "start"
            elif right > 100:
                left, right, anchor = x - 2 * half, x, "end"
            row = next((n for n in range(rows) if ends[n] + 1 < left), None)
            if row is not None and right <= 101:
                ends[row] = right
                found.append(Label(f"{x}", said, anchor, row))
                break
    return tuple(found)


def _years(scale: Scale) -> tuple[Label, ...]:
    """A tick a year, or every second, fifth, tenth ... so that there are at most fourteen."""
    span = scale.last.year - scale.first.year + 1
    step = next(s for s in (1, 2, 5, 10, 20, 25, 50, 100, 500) if span / s <= 14)
    found = []
    for year in range(scale.first.year, scale.last.year + 1):
        day = dt.date(year, 1, 1)
        if year % step == 0 and scale.holds(day):
            found.append((scale.x(day), str(year)))
    return _spread(found, rows=1)


def _sigla(index: Index, scale: Scale) -> tuple[Label, ...]:
    points = sorted((scale.x(d.day), index.sigla[d.id]) for d in index.result.documents if d.day)
    found: list[Label] = []
    last = -9.0
    for x, letter in points:
        if x - last >= 1.6:
            found.append(Label(f"{x}", letter))
            last = x
    return tuple(found)


def _gap(index: Index, scale: Scale) -> Label | None:
    """The longest stretch without a source, when it takes a fifth of the line or more."""
    days = sorted(d.day for d in index.result.documents if d.day)
    gaps = [(b - a, a, b) for a, b in pairwise(days)]
    if not gaps:
        return None
    length, a, b = max(gaps, key=lambda g: (g[0], -g[1].toordinal()))
    if scale.x(b) - scale.x(a) < 35:
        return None
    middle = round((scale.x(a) + scale.x(b)) / 2, 2)
    return Label(f"{middle}", f"no source in this corpus for {words_of_gap(length.days)}")
