"""catalog.toml: facts that a person adds about a document, which win over what is read from it.

The same facts may stand in a sidecar beside the document (sidecar.py); each entry tells which file it came from.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from xref.checks import Checks
from xref.days import month_range, year_range
from xref.errors import SettingsError
from xref.model import DateRange
from xref.toml import Where, read_toml

CATALOG = "catalog.toml"
KEYS = ("id", "title", "date", "outlet", "author", "url", "kind")
# years 1000 to 2999: outside them a date is a slip, and calendars end
_DATE = re.compile(r"([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@attrs.frozen
class CatalogEntry:
    """What a person says about one document."""

    path: str
    """path in the corpus"""
    line: int
    """line of the entry"""
    file: str = CATALOG
    """who says so: catalog.toml, or the sidecar's path"""
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


def load_catalog(path: Path, shown: str = CATALOG) -> Mapping[str, CatalogEntry]:
    """The entries of the catalog at `path` by document path; raises SettingsError with every fault and its place."""
    file = read_toml(path, shown, SettingsError)
    checks = Checks(file, shown)
    checks.keys(file.data, ("document",), ())
    entries: dict[str, CatalogEntry] = {}
    ids: set[str] = set()
    for number, table in enumerate(checks.tables(file.data, "document")):
        where: Where = ("document", number)
        checks.keys(table, ("path", *KEYS), where)
        name = checks.text(table, "path", where, needed=True)
        if name and name in entries:
            checks.fault((*where, "path"), f'"{name}" has an entry already')
        entry = read_entry(table, where, checks, name)
        if entry.id and entry.id in ids:
            checks.fault((*where, "id"), f'the id "{entry.id}" is already another document\'s')
        ids.add(entry.id)
        entries[name] = entry
    refuse(checks)
    return entries


def read_entry(table: Mapping[str, Any], where: Where, checks: Checks, path: str) -> CatalogEntry:
    """What `table` says about the document at `path`; faults go to `checks`."""
    texts = {key: checks.text(table, key, where) for key in KEYS if key != "date"}
    date = None
    if table.get("date") is not None:
        try:
            date = read_date(table["date"])
        except ValueError as fault:
            checks.fault((*where, "date"), f"date: {fault}")
    return CatalogEntry(path, checks.file.locate(where)[0], checks.shown, date=date, **texts)


def refuse(checks: Checks) -> None:
    """Raises SettingsError with every fault of the file, if it has one."""
    if checks.found:
        count = len(checks.found)
        raise SettingsError(
            f"{checks.shown}: {count} fault{'s' if count > 1 else ''}, nothing was written", checks.lines()
        )


def read_date(value: object) -> DateRange:
    """A day, month or year as a person writes it into TOML; raises ValueError with what is wrong in words.

    Of a time stamp the day it prints is meant: zones are never converted.
    """
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date) and 1000 <= value.year <= 2999:
        return DateRange(value, value)
    match = _DATE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError('expected a day, month or year from 1000 to 2999 such as "2013-05-15", "2013-05" or "2013"')
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        first = dt.date(year, month or 1, day or 1)
    except ValueError as fault:
        raise ValueError(f'there is no day "{value}"') from fault
    if day:
        return DateRange(first, first)
    return month_range(year, month) if month else year_range(year)
