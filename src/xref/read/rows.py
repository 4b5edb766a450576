"""What the rows of xref.toml have in common (name, days, source, id), and the rows of [[event]]."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from xref import fold
from xref.checks import Checks
from xref.model import Event
from xref.toml import Where

COMMON = ("id", "name", "label", "source", "checked")
_EVENT = (*COMMON, "date", "last", "text", "kind", "treaty")
_ID = re.compile(r"[A-Za-z0-9_-]+")


@attrs.frozen
class Row:
    """One table of a row, with what checks it."""

    table: Mapping[str, Any]
    """as written"""
    where: Where
    """its place"""
    checks: Checks
    """takes its faults"""
    series: str = ""
    """the series it belongs to"""
    otherwise: str = ""
    """source of the series, for rows without their own"""

    def text(self, key: str) -> str:
        """The text under `key`; empty when it is not given."""
        return self.checks.text(self.table, key, self.where)

    @property
    def label(self) -> str:
        """Short name: `label`, else `name`; a row with neither is at fault."""
        if not {"label", "name"} & set(self.table):
            self.checks.fault(self.where, "name is missing: say what this row is called")
        return self.text("label") or self.text("name")

    @property
    def source(self) -> str:
        """Who states it, here or once for the series; a row without is at fault."""
        said = self.text("source") or self.otherwise
        if not said.strip():
            self.checks.fault(self.where, "source is missing: say who states it, here or once for the series")
        return said

    @property
    def checked(self) -> bool:
        """Whether the user compared it with its source."""
        return self.checks.flag(self.table, "checked", self.where) or False

    def days(self, one: str, other: str) -> tuple[dt.date, dt.date | None]:
        """First and last day; the first one stands in for one that is missing, which is a fault."""
        first = self.checks.day(self.table, one, self.where, needed=True)
        last = self.checks.day(self.table, other, self.where)
        if first and last and last < first:
            self.checks.fault((*self.where, other), f"{other}: {last} is before {one}, {first}")
            last = None
        return first or dt.date.min, last

    def id(self, label: str, taken: Sequence[str], day: dt.date) -> str:
        """The row's own id, or one made of its label, with the day where that is another row's."""
        name = read_id(self.checks, self.table, self.where)
        if name:
            if name in taken:
                self.checks.fault((*self.where, "id"), f'the id "{name}" stands twice')
            return name
        made = re.sub(r"[^a-z0-9]+", "-", fold.key(label)).strip("-") or "row"
        return f"{made}-{day.isoformat()}" if made in taken else made


def read_id(checks: Checks, table: Mapping[str, Any], where: Where, *, needed: bool = False) -> str:
    """The id of a row or series."""
    name = checks.text(table, "id", where, needed=needed)
    if name and not _ID.fullmatch(name):
        checks.fault((*where, "id"), f'id: expected letters, digits, _ and - only, found "{name}"')
    return name


def read_events(data: Mapping[str, Any], checks: Checks, shipped: Sequence[Event]) -> tuple[Event, ...]:
    """The shipped events and the user's, in order of time; one with the id of a shipped event takes its place."""
    own: dict[str, Event] = {}
    for number, table in enumerate(checks.tables(data, "event")):
        row = Row(table, ("event", number), checks)
        checks.keys(table, _EVENT, row.where)
        first, last = row.days("date", "last")
        label = row.label
        name = row.id(label, tuple(own), first)
        own[name] = Event(
            name, label, row.text("text") or label, row.text("kind") or "event", row.text("treaty"), first, last,
            row.source, row.checked, own=True,
        )  # fmt: skip
    found = {event.id: event for event in shipped} | own
    return tuple(sorted(found.values(), key=lambda e: (e.day, e.id)))
