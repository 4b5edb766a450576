"""The time line that all lanes share: positions in percent, and labels that never run into each other."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from itertools import pairwise

import attrs

from xref.calendars import SERIES
from xref.model import Calendars, Event, Period, Series, VoteDay
from xref.report.index import Index, words_of_day, words_of_gap
from xref.report.plate import Axis, Band, BandRow, Label
from xref.show import show

# share of the line that one character of a label takes; measured on the plate at 1180 px, and wider is safer
CHARACTER = 0.95
# rows of bands: more would push the letters of the documents from their lanes; other calendars have their tables
MOST_BANDS = 4
# lines of one kind over the lanes: more are a hatching that hides the discs
MOST_LINES = 16


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
    """Bands, votes, dated events, years and document letters."""
    shown = index.result.calendars.shown
    rows = _rows(shown, scale)
    voting = next((s for s in shown if any(scale.holds(v.day) for v in s.votes)), None)
    votes = [v for v in voting.votes if scale.holds(v.day)] if voting else []
    votes = votes if len(votes) <= MOST_LINES else []
    events = _events(index.result.calendars, scale)
    return Axis(
        rows=rows,
        look=f"bands-{len(rows)}",
        # 17.5: letters stand clear of the lowest band
        sigla_y=_foot(len(rows)) + 17.5,
        votes_of=show(voting.short) if voting and votes else "",
        events_are=_kinds(events),
        votes=tuple(f"{scale.x(v.day)}" for v in votes),
        vote_labels=_spread([(scale.x(v.day), show(v.label)) for v in votes], rows=1, short=4),
        events=tuple(Label(f"{scale.x(e.day)}", show(f"{e.label}, {e.day.isoformat()}")) for e in events),
        event_labels=_spread([(scale.x(e.day), show(f"{e.label}, {_month(e)}")) for e in events], rows=3),
        years=_years(scale),
        sigla=_sigla(index, scale),
        gap=_gap(index, scale),
        dates=_dates(votes, events),
    )


def _rows(shown: Sequence[Series], scale: Scale) -> tuple[BandRow, ...]:
    """A row of bands for each calendar that the line meets, the first one higher."""
    found: list[BandRow] = []
    for series in shown:
        bands = _bands(series.periods, scale, 7.0 if found else 7.5)
        if bands and len(found) < MOST_BANDS:
            top = _foot(len(found)) + (1.5 if found else 0)
            text = top + (10 if found else 14)
            height, look = (13, "rl") if found else (20, "bl")
            found.append(BandRow(show(series.name), bands, f"{top:g}", f"{height}", f"{text:g}", look))
    return tuple(found)


def _foot(rows: int) -> float:
    """Lower edge of so many rows of bands, px: 23 for the labels of votes, 20 for the first row, 14.5 for others."""
    return 23 + (20 if rows else 0) + 14.5 * max(0, rows - 1)


def _events(calendars: Calendars, scale: Scale) -> list[Event]:
    """The user's events, and the turning points of treaties where a shipped calendar is shown at all.

    A line that could have no words beside it says nothing, so that other shipped events are not drawn.
    """
    shipped = any(series.id in SERIES for series in calendars.shown)
    found = [e for e in calendars.events if scale.holds(e.day) and (e.own or (shipped and _turns(e)))]
    return found if len(found) <= MOST_LINES else [e for e in found if e.own]


def _turns(event: Event) -> bool:
    return event.kind == "treaty" and any(
        word in event.label for word in ("signed", "force", "ends", "expires", "extended")
    )


def _month(event: Event) -> str:
    """Apr 2010"""
    return words_of_day(event.day).split(" ", 1)[1]


def _dates(votes: Sequence[VoteDay], events: Sequence[Event]) -> tuple[tuple[str, str, str], ...]:
    rows = [(v.day, v.label, v.source) for v in votes] + [(e.day, e.text or e.label, e.source) for e in events]
    return tuple((day.isoformat(), show(words), show(source)) for day, words, source in sorted(rows))


def _kinds(events: Sequence[Event]) -> str:
    if not events:
        return ""
    return "treaty date" if all(e.kind == "treaty" for e in events) else "dated event"


def _bands(periods: Sequence[Period], scale: Scale, room: float) -> tuple[Band, ...]:
    found = []
    for number, period in enumerate(periods):
        last = period.last or dt.date.max
        if period.first > scale.last or last <= scale.first:
            continue
        left, right = scale.x(max(period.first, scale.first)), scale.x(min(last, scale.last))
        width = round(right - left, 2)
        fits = width >= max(room, 0.8 * len(period.label))
        found.append(Band(f"{left}", f"{width}", "b-a" if number % 2 else "b-b", show(period.label) if fits else ""))
    return tuple(found)


def _spread(points: Sequence[tuple[float, str]], rows: int, short: int = 0) -> tuple[Label, ...]:
    """Labels in up to `rows` rows; one that would touch its neighbour wherever it is put is left out.

    With `short`, its first so many characters are tried before it is (the year of a vote).
    """
    ends = [-1.0] * rows
    found = []
    for x, text in sorted(points):
        tries = itertools.product((text, text[:short]) if short else (text,), ("middle", "end", "start"), range(rows))
        for said, anchor, row in tries:
            left, right = room_of(x, said, anchor)
            if ends[row] + 1 < left and left >= 0 and right <= (101 if anchor == "end" else 100):
                ends[row] = right
                found.append(Label(f"{x}", said, anchor, row))
                break
    return tuple(found)


def room_of(x: float, text: str, anchor: str) -> tuple[float, float]:
    """From where to where `text` reaches, in percent."""
    width = len(text) * CHARACTER
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    return left, left + width


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
        # 1.6 percent for a letter; a number takes more
        if x - last >= 1.0 + 0.6 * len(letter):
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
    middle = round((scale.x(a) + scale.x(b)) / 2, 2)
    said = f"no source in this corpus for {words_of_gap(length.days)}"
    # years or terms beside it may halve the line, on which the words then take twice their share; a letter on each side
    columns = len({d.day.year for d in index.result.documents if d.day})
    room = len(said) * CHARACTER * (1 if columns <= 4 else 1.6) + 4
    return Label(f"{middle}", said) if scale.x(b) - scale.x(a) >= max(35, room) else None
