"""catalog.toml: facts that a person adds about a document, which win over what is read from it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from xref.checks import Checks
from xref.errors import SettingsError
from xref.model import DateRange
from xref.toml import Where, read_toml

_KEYS = ("path", "id", "title", "date", "outlet", "author", "url", "kind")
# years 1000 to 2999: outside them a date is a slip, and calendars end
_DATE = re.compile(r"([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@attrs.frozen
class CatalogEntry:
    """What catalog.toml says about one document."""

    path: str
    """path in the corpus"""
    line: int
    """line of the entry"""
    id: str = ""
    """id to use, so that a renamed file keeps its decisions"""
    title: str = ""
    """title"""
    date: DateRange | None = None
    """date of publication"""
    outlet: str = ""
    """who published it"""
    author: str = ""
    """who wrote it"""
    url: str = ""
    """where it stood"""
    kind: str = ""
    """letter, news, ..."""


def load_catalog(path: Path, shown: str = "") -> Mapping[str, CatalogEntry]:
    """The entries of the catalog at `path` by document path; raises SettingsError with every fault and its place."""
    shown = shown or path.name
    file = read_toml(path, shown, SettingsError)
    checks = Checks(file, shown)
    checks.keys(file.data, ("document",), ())
    entries: dict[str, CatalogEntry] = {}
    ids: set[str] = set()
    for number, table in enumerate(checks.tables(file.data, "document")):
        where: Where = ("document", number)
        checks.keys(table, _KEYS, where)
        name = checks.text(table, "path", where, needed=True)
        if name in entries:
            checks.fault((*where, "path"), f'"{name}" has an entry already')
        texts = {key: checks.text(table, key, where) for key in _KEYS if key not in ("path", "date")}
        if texts["id"] and texts["id"] in ids:
            checks.fault((*where, "id"), f'the id "{texts["id"]}" is already another document\'s')
        ids.add(texts["id"])
        entries[name] = CatalogEntry(name, file.locate(where)[0], date=_date(table, where, checks), **texts)
    if checks.found:
        count = len(checks.found)
        raise SettingsError(f"{shown}: {count} fault{'s' if count > 1 else ''}, nothing was written", checks.lines())
    return entries


def _date(table: Mapping[str, Any], where: Where, checks: Checks) -> DateRange | None:
    value = table.get("date")
    if value is None:
        return None
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime) and 1000 <= value.year <= 2999:
        return DateRange(value, value)
    match = _DATE.fullmatch(value) if isinstance(value, str) else None
    if match:
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            assert year is not None
            first = dt.date(year, month or 1, day or 1)
            if day:
                return DateRange(first, first)
            last = dt.date(year, 12, 31) if month is None else _month_end(year, month)
            return DateRange(first, last)
        except ValueError:
            checks.fault((*where, "date"), f'date: there is no day "{value}"')
            return None
    checks.fault(
        (*where, "date"),
        'date: expected a day, month or year from 1000 to 2999 such as "2013-05-15", "2013-05" or "2013"',
    )
    return None


def _month_end(year: int, month: int) -> dt.date:
    after = dt.date(year + month // 12, month % 12 + 1, 1)
    return after - dt.timedelta(days=1)
