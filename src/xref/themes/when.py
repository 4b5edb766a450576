"""Computed facets of a codebook: `when = { days_before_vote = 60 }` instead of phrases (docs/codebook.md).

Each key asks one question of a claim and its document; several keys of one table must all hold. What is not known (an
undated document, a speaker who is not named) never fulfils a condition: unknown is not "no", so it is no "yes" either.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from rapidfuzz import fuzz, process

from xref.checks import Checks
from xref.model import Calendars, Condition
from xref.toml import Where

KEYS = ("days_before_vote", "days_after_vote", "election_year", "before", "after", "period", "speaker", "actor")
SPEAKERS = ("anonymous", "named", "outlet")
_ALL = (*KEYS, "series", "on")


def read_when(table: Mapping[str, Any], where: Where, checks: Checks, calendars: Calendars) -> tuple[Condition, ...]:
    """The conditions of `when = { ... }`; every fault is noted in `checks`."""
    given = table.get("when")
    if not isinstance(given, dict):
        checks.fault((*where, "when"), "when: expected a table such as { days_before_vote = 60 }")
        return ()
    at: Where = (*where, "when")
    checks.keys(given, _ALL, at)
    series = checks.text(given, "series", at)
    known = [s.id for s in calendars.series]
    if series and series not in known:
        checks.fault((*at, "series"), _unknown("series", series, known))
    on = checks.text(given, "on", at) or "document"
    if on not in ("document", "claim"):
        checks.fault((*at, "on"), f'on: expected "document" or "claim", found "{on}"')
    found = [key for key in KEYS if key in given]
    if not found:
        checks.fault(at, f"when: no condition; known ones are {', '.join(KEYS)}")
    for key in found:
        _check(key, given[key], (*at, key), checks, calendars)
    return tuple(Condition(key, _plain(given[key]), series, on) for key in found)


def _plain(value: object) -> str | int | bool:
    if isinstance(value, bool | int | str):
        return value
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _check(key: str, value: object, at: Where, checks: Checks, calendars: Calendars) -> None:
    if key in ("days_before_vote", "days_after_vote"):
        # 2,000 days: more than any term
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 2000:
            checks.fault(at, f"{key}: expected a number of days from 1 to 2000")
    elif key == "election_year":
        if not isinstance(value, bool):
            checks.fault(at, "election_year: expected true or false")
    elif key in ("before", "after"):
        _check_day(key, value, at, checks, calendars)
    elif not isinstance(value, str) or not value.strip():
        checks.fault(at, f"{key}: expected text between double quotes")
    elif key == "speaker" and value not in SPEAKERS and not value[:1].isupper():
        checks.fault(at, f'speaker: expected one of {", ".join(SPEAKERS)}, or a name, found "{value}"')
    elif key == "period":
        periods = [p.id for s in calendars.series for p in s.periods]
        if value not in periods:
            checks.fault(at, _unknown("period", value, periods))


def _check_day(key: str, value: object, at: Where, checks: Checks, calendars: Calendars) -> None:
    if isinstance(value, dt.date):
        return
    events = [event.id for event in calendars.events]
    if not isinstance(value, str):
        checks.fault(at, f"{key}: expected a day such as 2010-04-08, or the id of an event")
    elif value not in events:
        try:
            dt.date.fromisoformat(value)
        except ValueError:
            checks.fault(at, _unknown("event", value, events))


def _unknown(what: str, value: str, known: list[str]) -> str:
    near = process.extractOne(value, known, scorer=fuzz.ratio, score_cutoff=60)
    hint = f'did you mean "{near[0]}"?' if near else f"known ones are {', '.join(known[:12])}"
    return f'no {what} "{value}"; {hint}'
