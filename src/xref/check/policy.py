"""What a change means: the run fails, warns, tells it or passes over it.

Defaults here, `[check]` in xref.toml before them, flags before both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from xref.check.change import Change
from xref.read import LEVELS

CLASSES = {
    "new": "a hit that was not there, or a document or theme with hits",
    "removed": "a hit that is gone, or a document or theme with hits",
    "edited": "a sentence with a hit has other words",
    "band": "a hit was weak, fair or strong and is another now",
    "rule": "a hit is carried by other phrases",
    "card-new": "two documents are side by side now",
    "card-removed": "two documents are side by side no longer",
    "card-band": "a card's band changed",
    "documents": "a document without hits came or went, one was renamed or edited",
    "date": "a document's date is another one",
    "codebook": "the codebook is another one, a theme without hits came or went, or a theme has another id",
    "version": "another version of a program, other limits or calendars, and what they changed",
    "stale": "a decision was made on other words, phrases or another band",
    "orphan": "nothing carries a decision any more",
    "conflict": "reviewers disagree",
    "reviewed": "fewer cards are decided than asked for",
    "expect": "a pair of documents that a theme promises to join is not joined",
    "lint": "a theme of nothing or everything, a shadowed phrase, a copy, a missing date",
}
"""classes of changes, with what they are"""
DEFAULTS = {
    "new": "fail", "removed": "fail", "edited": "fail", "band": "warn", "rule": "info", "card-new": "info",
    "card-removed": "info", "card-band": "off", "documents": "info", "date": "warn", "codebook": "info",
    "version": "warn", "stale": "fail", "orphan": "warn", "conflict": "warn", "reviewed": "fail", "expect": "fail",
    "lint": "warn",
}  # fmt: skip
"""a card's points move with the places of its sentences and with other documents, so its band is told on request only;
what is refused without a word of the user: findings that nobody has accepted, and decisions that hold no longer"""


@attrs.frozen
class Verdict:
    """Changes with what they mean."""

    found: tuple[tuple[str, Change], ...]
    """level and change, failures first"""
    unchanged: int
    """hits that are as they were"""
    checked: str
    """what was looked at, in words"""
    title: str = ""
    """what is listed when nothing is judged, e.g. "differences"; empty for a check"""

    @property
    def failed(self) -> bool:
        """Whether the policy forbids something of it."""
        return any(level == "fail" for level, _ in self.found)

    def of(self, level: str) -> tuple[Change, ...]:
        """The changes of one level."""
        return tuple(change for one, change in self.found if one == level)


def judge(
    changes: Iterable[Change], policy: Mapping[str, str], unchanged: int, checked: str, title: str = ""
) -> Verdict:
    """The verdict on `changes` by `policy` (class → level) over the defaults."""
    levels = {**DEFAULTS, **policy}
    found = [(levels[change.kind], change) for change in changes if levels[change.kind] != "off"]
    return Verdict(tuple(sorted(found, key=lambda entry: LEVELS.index(entry[0]))), unchanged, checked, title)
