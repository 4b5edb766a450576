"""For a pull request's comment: a table of what changed, within GitHub's 65,536 characters."""

from __future__ import annotations

import html
import re

from xref.check.change import Change
from xref.check.outputs.text import closing, path_of
from xref.check.policy import Verdict
from xref.show import part_mentions, show

MOST = 60_000
"""bytes of a comment; GitHub takes 65,536 characters"""
_HEADS = {"fail": "Fails", "warn": "To look at", "info": "To know"}
# every mark that can begin something in Markdown, mentions and references to issues among them
_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~>@:/^$=])")


def write_markdown(verdict: Verdict, corpus: str, most: int = MOST) -> str:
    """Headings and tables; rows that do not fit into `most` bytes are counted instead."""
    lines = [
        f"### xref: {verdict.title or ('failed' if verdict.failed else 'passed')}",
        "",
        escape(closing(verdict)),
        "",
    ]
    size = sum(len(line.encode()) + 1 for line in lines) + 200
    left = 0
    for level, head in _HEADS.items():
        rows = [_row(change, corpus) for change in verdict.of(level)]
        if not rows:
            continue
        block = [f"#### {head}", "", "| what | where | |", "|---|---|---|"]
        for row in rows:
            if size + len(row.encode()) > most:
                left += 1
            else:
                block.append(row)
                size += len(row.encode()) + 1
        lines += [*block, ""]
    if left:
        lines.append(f"{left} more do not fit here: run `xref check`.")
    return "\n".join(lines).rstrip() + "\n"


def _row(change: Change, corpus: str) -> str:
    where = path_of(change, corpus) + (f", line {change.at}" if change.at else "") if change.document else ""
    said = escape(change.line)
    if change.was and change.now and change.kind in ("edited", "stale"):
        said += f"<br>before: {escape(change.was)}<br>now: {escape(change.now)}"
    return f"| {change.kind} | {escape(where)} | {said} |"


def escape(text: str) -> str:
    """`text` as text: no link, mention, heading, table cell or tag comes of it."""
    flat = html.escape(" ".join(show(text).split()), quote=False)
    return part_mentions(_MARKS.sub(r"\\\1", flat))
