"""Checks of what a person wrote in a TOML file: every fault is kept, with its place and what was expected."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
from rapidfuzz import fuzz, process

from xref.toml import TomlFile, Where

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@attrs.define
class Checks:
    """Gathers the faults of one file."""

    file: TomlFile
    """the file"""
    shown: str
    """its name in messages"""
    found: list[tuple[tuple[int, int], str]] = attrs.field(factory=list)
    """place and message of each fault"""

    def fault(self, where: Where, message: str) -> None:
        """Notes a fault at `where`."""
        self.found.append((self.file.locate(where), message))

    def lines(self) -> tuple[str, ...]:
        """The faults in order of place, each as FILE:LINE:COLUMN: MESSAGE."""
        return tuple(f"{self.shown}:{line}:{column}: {said}" for (line, column), said in sorted(self.found))

    def keys(
        self,
        table: Mapping[str, Any],
        known: Sequence[str],
        where: Where,
        below: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Faults unknown keys, with the nearest known one; `below` are tables of it and what may stand in them."""
        for key in table:
            if key not in known:
                self.fault((*where, key), f"unknown key {key}; {_nearest(key, known, below or {})}")

    def text(self, table: Mapping[str, Any], key: str, where: Where, *, needed: bool = False) -> str:
        """The text under `key`, or "" with a fault when it is no text or is needed and missing or blank."""
        value = table.get(key)
        if value is None:
            if needed:
                self.fault(where, f"{key} is missing")
            return ""
        if not isinstance(value, str):
            self.fault((*where, key), f"{key}: expected text between double quotes, found {_kind(value)}")
            return ""
        if needed and not value.strip():
            self.fault((*where, key), f"{key} is empty")
        return value

    def texts(self, table: Mapping[str, Any], key: str, where: Where) -> tuple[str, ...]:
        """The list of texts under `key`; anything else is a fault."""
        value = table.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            hint = f": write {key} = [...]" if isinstance(value, str) else ""
            self.fault((*where, key), f"{key}: expected a list of texts, found {_kind(value)}{hint}")
            return ()
        for number, item in enumerate(value):
            if not isinstance(item, str):
                self.fault((*where, key, number), f"{key}: expected text between double quotes, found {_kind(item)}")
        return tuple(item for item in value if isinstance(item, str))

    def flag(self, table: Mapping[str, Any], key: str, where: Where) -> bool | None:
        """The true or false under `key`; None when it is not given, or is something else, which is a fault."""
        value = table.get(key)
        if value is None or isinstance(value, bool):
            return value
        self.fault((*where, key), f"{key}: expected true or false, found {_kind(value)}")
        return None

    def number(
        self, table: Mapping[str, Any], key: str, where: Where, limits: tuple[float, float], *, whole: bool = True
    ) -> float | None:
        """The number under `key` within `limits`, a whole one unless said otherwise; None when not given or a fault."""
        value = table.get(key)
        if value is None:
            return None
        low, high = limits
        wanted = f"{key}: expected a {'whole ' if whole else ''}number from {low:,} to {high:,}"
        right = isinstance(value, int) if whole else isinstance(value, int | float)
        if isinstance(value, bool) or not right:
            self.fault((*where, key), f"{wanted}, found {_kind(value)}")
            return None
        if math.isnan(value) or not low <= value <= high:
            self.fault((*where, key), f"{wanted}, found {value}")
            return None
        return float(value)

    def day(self, table: Mapping[str, Any], key: str, where: Where, *, needed: bool = False) -> dt.date | None:
        """The day under `key`, a TOML date or the same between quotes; None when not given or a fault."""
        value = table.get(key)
        if value is None:
            if needed:
                self.fault(where, f"{key} is missing: give a day such as {key} = 1852-02-23")
            return None
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value
        if isinstance(value, str) and _DAY.fullmatch(value.strip()):
            try:
                return dt.date.fromisoformat(value.strip())
            except ValueError:
                self.fault((*where, key), f'{key}: there is no day "{value}"')
                return None
        found = f'"{value}"' if isinstance(value, str) else _kind(value)
        self.fault((*where, key), f"{key}: expected a day such as 1852-02-23, found {found}")
        return None

    def one_of(self, value: str, known: Sequence[str], what: str, where: Where) -> None:
        """Faults `value` when it is none of the `known` ones, with the nearest."""
        if value and value not in known:
            near = process.extractOne(value, known, scorer=fuzz.ratio, score_cutoff=60)
            hint = f"; did you mean {near[0]}?" if near else f"; known are {', '.join(known)}"
            self.fault(where, f'no {what} "{value}"{hint}')

    def score(self, table: Mapping[str, Any], key: str, where: Where) -> float | None:
        """The threshold under `key`: a number over 0, at most 100."""
        value = table.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.fault((*where, key), f"{key}: expected a number from 1 to 100, found {_kind(value)}")
            return None
        if math.isnan(value) or not 0 < value <= 100:
            self.fault((*where, key), f"{key}: expected a number from 1 to 100, found {value}")
            return None
        return float(value)

    def tables(self, data: Mapping[str, Any], key: str, where: Where = ()) -> list[Mapping[str, Any]]:
        """The tables written as [[key]]; anything else under that name is a fault."""
        value = data.get(key)
        if value is None:
            return []
        if isinstance(value, dict):
            dotted = ".".join(str(k) for k in (*where[::2], key))
            self.fault((*where, key), f"expected [[{dotted}]] with two brackets, found one")
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fault((*where, key), f"{key}: expected tables written as [[{key}]], found {_kind(value)}")
            return []
        return list(value)


def _nearest(key: str, known: Sequence[str], below: Mapping[str, Sequence[str]]) -> str:
    """What may have been meant by `key`: a known key, or one that stands under a table."""
    meant = {name: name for name in known}
    for table, names in below.items():
        meant |= {name: f"{name}, which stands under [{table}]" for name in names if name not in meant}
    near = process.extractOne(key, list(meant), scorer=fuzz.ratio, score_cutoff=60)
    return f"did you mean {meant[near[0]]}?" if near else f"known keys are {', '.join(known)}"


def _kind(value: object) -> str:
    """What a TOML value is, in words."""
    if isinstance(value, bool):
        return f"{str(value).lower()} (true or false)"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a table"
    return f"the date {value}"
