"""[check] in xref.toml: what `xref check` does about each class of changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xref.checks import Checks

CHECKED = (
    "new", "removed", "edited", "band", "rule", "card-new", "card-removed", "card-band", "documents", "date",
    "codebook", "version", "stale", "orphan", "conflict", "reviewed", "expect", "lint",
)  # fmt: skip
"""classes of changes (what they are: check/policy.py)"""
LEVELS = ("fail", "warn", "info", "off")
"""what can be done about one"""


def read_policy(data: Mapping[str, Any], checks: Checks) -> tuple[tuple[tuple[str, str], ...], float]:
    """Class → level as far as it is said, and the share of cards that must be decided (0-1)."""
    table = data.get("check", {})
    if not isinstance(table, dict):
        checks.fault(("check",), "expected [check] with one bracket and a line for each class of changes")
        return (), 0.0
    checks.keys(table, (*CHECKED, "reviewed_share"), ("check",))
    found = []
    for name in CHECKED:
        level = checks.text(table, name, ("check", name)) if name in table else ""
        if level:
            checks.one_of(level, LEVELS, "level", ("check", name))
            found.append((name, level))
    share = checks.number(table, "reviewed_share", ("check",), (0, 1), whole=False)
    return tuple(found), float(share or 0.0)
