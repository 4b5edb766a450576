"""The calendars that ship: US administrations since 1789, the Russian presidency, their votes, treaties, events.

Data and sources: xref/data/periods-*.toml, votes-*.toml, events.toml. What is loaded is frozen, so that runs can share
it; a user's xref.toml makes new calendars out of it (read/setup.py) and changes nothing here.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from xref.model import Calendars, Event, Period, Series, VoteDay

SERIES = ("us", "ru")
"""in the order in which they are shown"""


@functools.cache
def load_shipped() -> Calendars:
    """All calendars that ship; which of them are shown is left open."""
    return Calendars(tuple(_series(name) for name in SERIES), _events())


def _load(name: str) -> Mapping[str, Any]:
    return tomllib.loads(resources.files("xref.data").joinpath(name).read_text(encoding="utf-8"))


def _series(name: str) -> Series:
    terms, votes = _load(f"periods-{name}.toml"), _load(f"votes-{name}.toml")
    head = terms["series"]
    periods = (
        Period(r["id"], r["label"], r["holder"], r["surname"], r["from"], r.get("to"), r["source"], r["checked"])
        for r in terms["period"]
    )
    days = (
        VoteDay(r["id"], r["label"], r["kind"], r.get("last", r["date"]), r["source"], r["checked"])
        for r in votes["vote"]
    )
    return Series(
        id=head["id"],
        name=head["name"],
        short=head["short"],
        periods=tuple(sorted(periods, key=lambda p: p.first)),
        votes=tuple(sorted(days, key=lambda v: v.day)),
        complete=votes["series"]["complete"],
        names=tuple(head["names"]),
    )


def _events() -> tuple[Event, ...]:
    rows = (
        Event(
            r["id"], r["label"], r["text"], r["kind"], r.get("treaty", ""), r["date"], r.get("last"),
            r["source"], r["checked"],
        )
        for r in _load("events.toml")["event"]
    )  # fmt: skip
    return tuple(sorted(rows, key=lambda e: (e.day, e.id)))
