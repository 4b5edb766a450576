"""What changed: findings against a baseline, a result against another, a codebook against its own promises."""

from xref.check.baseline import read_baseline, write_baseline
from xref.check.change import Change
from xref.check.changes import find_changes
from xref.check.lint import find_lint
from xref.check.policy import CLASSES, DEFAULTS, Verdict, judge
from xref.check.reviewed import find_review_changes
from xref.check.snapshot import Snapshot, take_snapshot

__all__ = [
    "CLASSES", "DEFAULTS", "Change", "Snapshot", "Verdict", "find_changes", "find_lint", "find_review_changes", "judge",
    "read_baseline", "take_snapshot", "write_baseline",
]  # fmt: skip
