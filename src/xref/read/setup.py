"""xref.toml: a corpus's own limits and calendars, every fault at once with its place (docs/settings.md).

What it says holds for one run: new records are made out of the shipped ones, and nothing shared is changed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from xref.calendars import load_shipped
from xref.checks import Checks
from xref.errors import SettingsError
from xref.model import Calendars, Settings
from xref.model.decision import CONSENSUS
from xref.model.settings import RANGES
from xref.read.policy import CHECKED, read_policy
from xref.read.rows import read_events
from xref.read.series import read_series
from xref.toml import read_toml

NAME = "xref.toml"
_TOP = ("show", "settings", "review", "check", "series", "period", "vote", "event")


@attrs.frozen
class Setup:
    """What holds for a run before any document is read."""

    settings: Settings
    """limits in force"""
    calendars: Calendars
    """shipped ones and the user's"""
    consensus: str = CONSENSUS[0]
    """what counts when reviewers disagree"""
    check: tuple[tuple[str, str], ...] = ()
    """class of changes → what `xref check` does about it, as far as it is said"""
    reviewed_share: float = 0.0
    """share of the cards that must be decided, 0-1"""


def find_setup(paths: Sequence[Path]) -> Setup:
    """The setup of the corpus under `paths`: xref.toml of the first folder that has one, else what ships.

    Raises SettingsError that lists every fault as FILE:LINE:COLUMN: what is wrong, what was expected.
    """
    for folder in paths:
        if folder.is_dir() and os.path.lexists(folder / NAME):
            if not (folder / NAME).is_file():
                raise SettingsError(f"{NAME} is no file: put the file itself into the corpus")
            return load_setup(folder / NAME, NAME)
    return Setup(Settings(), load_shipped())


def load_setup(path: Path, shown: str = "") -> Setup:
    """The setup that the file at `path`, called `shown` in messages, describes; raises SettingsError."""
    shown = shown or path.name
    file = read_toml(path, shown, SettingsError)
    checks = Checks(file, shown)
    checks.keys(
        file.data,
        _TOP,
        (),
        {"settings": tuple(RANGES), "review": ("consensus",), "check": (*CHECKED, "reviewed_share")},
    )
    settings = _settings(file.data, checks)
    shipped = load_shipped()
    calendars = Calendars(
        read_series(file.data, checks, shipped.series), read_events(file.data, checks, shipped.events)
    )
    calendars = attrs.evolve(calendars, show=_show(file.data, calendars, checks))
    consensus = _consensus(file.data, checks)
    policy = read_policy(file.data, checks)
    if checks.found:
        count = len(checks.found)
        raise SettingsError(f"{shown}: {count} fault{'s' if count > 1 else ''}, nothing was written", checks.lines())
    return Setup(settings, calendars, consensus, *policy)


def _settings(data: Mapping[str, Any], checks: Checks) -> Settings:
    """The limits under [settings]; those it does not name keep their defaults."""
    table = data.get("settings", {})
    if not isinstance(table, dict):
        checks.fault(("settings",), "expected [settings] with one bracket and a line for each setting")
        return Settings()
    checks.keys(table, tuple(RANGES), ("settings",))
    defaults = attrs.asdict(Settings())
    given: dict[str, Any] = {}
    for name, limits in RANGES.items():
        whole = isinstance(defaults[name], int)
        value = checks.number(table, name, ("settings",), limits, whole=whole)
        if value is not None:
            given[name] = int(value) if whole else value
    return attrs.evolve(Settings(), **given)


def _consensus(data: Mapping[str, Any], checks: Checks) -> str:
    """[review] consensus = "all", "majority" or "any"."""
    table = data.get("review", {})
    if not isinstance(table, dict):
        checks.fault(("review",), "expected [review] with one bracket and a line for each setting")
        return CONSENSUS[0]
    checks.keys(table, ("consensus",), ("review",))
    said = checks.text(table, "consensus", ("review",)) if "consensus" in table else ""
    if said:
        checks.one_of(said, CONSENSUS, "consensus", ("review", "consensus"))
    return said or CONSENSUS[0]


def _show(data: Mapping[str, Any], calendars: Calendars, checks: Checks) -> tuple[str, ...] | None:
    """The series to show, in order; None when nothing is said."""
    if "show" not in data:
        return None
    names = checks.texts(data, "show", ())
    known = [series.id for series in calendars.series]
    for number, name in enumerate(names):
        checks.one_of(name, known, "series", ("show", number))
        if name in names[:number]:
            checks.fault(("show", number), f'"{name}" stands twice')
    return names
