"""[[series]], [[period]] and [[vote]] of xref.toml into calendars: shipped ones with the user's rows, and new ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import attrs

from xref.checks import Checks
from xref.model import Period, Series, VoteDay
from xref.read.rows import COMMON, Row, read_id
from xref.toml import Where

_SERIES = ("id", "name", "short", "source", "chosen_by", "complete", "period", "vote")
_PERIOD = (*COMMON, "series", "holder", "surname", "from", "to")
_VOTE = (*COMMON, "series", "date", "last", "kind")
YEARS = (1, 9999)


def read_series(data: Mapping[str, Any], checks: Checks, shipped: Sequence[Series]) -> tuple[Series, ...]:
    """The shipped series with what the user adds to them, then the user's own, in the order of the file."""
    known = {series.id: series for series in shipped}
    sources: dict[str, str] = {}
    for number, table in enumerate(checks.tables(data, "series")):
        where: Where = ("series", number)
        checks.keys(table, _SERIES, where)
        name = read_id(checks, table, where, needed=True)
        if name in sources:
            checks.fault((*where, "id"), f'the series "{name}" stands twice')
        sources[name] = checks.text(table, "source", where)
        known[name] = _head(checks, table, where, known.get(name))
    found = dict(known)
    for key, add in (("period", _with_periods), ("vote", _with_votes)):
        for name, rows in _rows(data, key, checks, sources, tuple(known)).items():
            # rows of a series that is not known are checked all the same, and left out
            series = add(found.get(name) or Series(name, name, name), rows, checks)
            if name in found:
                found[name] = series
    return tuple(found.values())


def _head(checks: Checks, table: Mapping[str, Any], where: Where, before: Series | None) -> Series:
    """A series as its table says it; what the table leaves out of a shipped one stays as it ships."""
    name = checks.text(table, "name", where, needed=before is None)
    complete = checks.number(table, "complete", where, YEARS)
    series = before or Series(str(table.get("id", "")), name, "")
    return attrs.evolve(
        series,
        name=name or series.name,
        short=checks.text(table, "short", where) or series.short or name,
        chosen_by=checks.text(table, "chosen_by", where) or series.chosen_by,
        complete=int(complete) if complete else series.complete,
        own=True,
    )


def _rows(
    data: Mapping[str, Any], key: str, checks: Checks, sources: Mapping[str, str], known: Sequence[str]
) -> dict[str, list[Row]]:
    """Series → its rows, those written below their series first."""
    found: dict[str, list[Row]] = {}
    for row in (*_below(data, key, checks, sources), *_apart(data, key, checks, sources, known)):
        found.setdefault(row.series, []).append(row)
    return found


def _below(data: Mapping[str, Any], key: str, checks: Checks, sources: Mapping[str, str]) -> Iterator[Row]:
    """[[series.period]]: rows below their series."""
    heads = data.get("series")
    for number, head in enumerate(heads if isinstance(heads, list) else ()):
        if isinstance(head, dict):
            name = str(head.get("id", ""))
            for n, table in enumerate(checks.tables(head, key, ("series", number))):
                yield Row(table, ("series", number, key, n), checks, name, sources.get(name, ""))


def _apart(
    data: Mapping[str, Any], key: str, checks: Checks, sources: Mapping[str, str], known: Sequence[str]
) -> Iterator[Row]:
    """[[period]]: rows that name their series."""
    for n, table in enumerate(checks.tables(data, key)):
        where: Where = (key, n)
        name = checks.text(table, "series", where, needed=True)
        checks.one_of(name, known, "series", (*where, "series"))
        yield Row(table, where, checks, name, sources.get(name, ""))


def _with_periods(series: Series, rows: Sequence[Row], checks: Checks) -> Series:
    """`series` with the user's terms; a row with the id of a shipped one takes its place."""
    own: dict[str, Period] = {}
    places: dict[str, Where] = {}
    for row in rows:
        checks.keys(row.table, _PERIOD, row.where)
        first, last = row.days("from", "to")
        if last == first:
            checks.fault((*row.where, "to"), f"to: {last} is the first day too; to is the first day after the term")
        label = row.label
        holder = row.text("holder") or row.text("name") or label
        name = row.id(label, tuple(own), first)
        surname = row.text("surname") or (holder.split() or [""])[-1]
        own[name] = Period(name, label, holder, surname, first, last, row.source, row.checked)
        places[name] = row.where
    found = {period.id: period for period in series.periods} | own
    ordered = sorted(found.values(), key=lambda p: (p.first, p.id))
    return attrs.evolve(series, periods=_closed(series, ordered, places, checks), own=True)


def _closed(
    series: Series, periods: Sequence[Period], places: Mapping[str, Where], checks: Checks
) -> tuple[Period, ...]:
    """The terms, an open one ended by the next; two that overlap are a fault at the user's row."""
    kept = list(periods)
    for n, (one, other) in enumerate(pairwise(periods)):
        if one.last is None and one.first < other.first:
            kept[n] = attrs.evolve(one, last=other.first)
        elif one.last is None or one.last > other.first:
            mine, theirs = (other, one) if other.id in places else (one, other)
            checks.fault(
                places.get(mine.id, ("series",)),
                f"{mine.label} ({_span(mine)}) overlaps {theirs.label} ({_span(theirs)}) in the series {series.id}",
            )
    return tuple(kept)


def _span(period: Period) -> str:
    return f"{period.first} to {period.last or 'now'}"


def _with_votes(series: Series, rows: Sequence[Row], checks: Checks) -> Series:
    """`series` with the user's votes; a row with the id of a shipped one takes its place."""
    own: dict[str, VoteDay] = {}
    for row in rows:
        checks.keys(row.table, _VOTE, row.where)
        first, last = row.days("date", "last")
        label = row.label
        name = row.id(label, tuple(own), first)
        own[name] = VoteDay(name, label, row.text("kind") or "vote", last or first, row.source, row.checked)
    found = {vote.id: vote for vote in series.votes} | own
    return attrs.evolve(series, votes=tuple(sorted(found.values(), key=lambda v: (v.day, v.id))), own=True)
