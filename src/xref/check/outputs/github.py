"""For GitHub Actions: annotations as workflow commands, and the summary of a job.

GitHub shows ten annotations of a level for a step and drops the rest without a word (docs.github.com, workflow
commands; actions/toolkit problem-matchers): what is left out is counted in the last line, and stands in the summary.
"""

from __future__ import annotations

from xref.check.change import Change
from xref.check.outputs.markdown import write_markdown
from xref.check.outputs.text import closing, path_of
from xref.check.policy import Verdict
from xref.show import disarm, show

MOST = 10
"""annotations of one level that are shown"""
SUMMARY = 1_000_000
"""bytes of a job summary; GitHub takes 1 MiB"""
_COMMANDS = {"fail": "error", "warn": "warning", "info": "notice"}


def write_github(verdict: Verdict, corpus: str) -> str:
    """Commands for the first ten of each level, then what was left out and the closing line as plain text."""
    lines, left = [], 0
    for level, command in _COMMANDS.items():
        found = verdict.of(level)
        left += max(0, len(found) - MOST)
        lines += [_annotation(command, change, corpus) for change in found[:MOST]]
    if left:
        lines.append(f"{left} more are not shown as annotations: see the summary of the job, or run xref check")
    lines.append(disarm(_data(closing(verdict))))
    return "\n".join(lines) + "\n"


def _annotation(command: str, change: Change, corpus: str) -> str:
    place = ""
    if change.document:
        place = f"file={_property(path_of(change, corpus))}" + (f",line={change.at}" if change.at else "") + ","
    return f"::{command} {place}title={_property(f'xref {change.kind}')}::{_data(change.line)}"


def _data(text: str) -> str:
    """Text of a command: %, CR and LF as GitHub decodes them (actions/toolkit, command.ts)."""
    return show(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def write_summary(verdict: Verdict, corpus: str) -> str:
    """Markdown for $GITHUB_STEP_SUMMARY."""
    return write_markdown(verdict, corpus, SUMMARY)
