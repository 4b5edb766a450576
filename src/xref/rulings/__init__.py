"""What reviewers decided: lines that are only ever added, and what they mean for the texts of today."""

from xref.rulings.anchor import LIKE
from xref.rulings.gather import gather, prune, read_lines
from xref.rulings.lines import decision_line, parse_decision
from xref.rulings.stand import find_retired, stand
from xref.rulings.store import append_decisions, check_reviewer, read_decisions

__all__ = [
    "LIKE",
    "append_decisions",
    "check_reviewer",
    "decision_line",
    "find_retired",
    "gather",
    "parse_decision",
    "prune",
    "read_decisions",
    "read_lines",
    "stand",
]
