"""For a terminal and a log: failures first, each on its line, then what was checked."""

from __future__ import annotations

import posixpath
from collections import Counter

from xref.check.change import Change
from xref.check.policy import Verdict
from xref.show import disarm, show

_WORDS = {"fail": "FAIL", "warn": "warning", "info": "note"}


def write_text(verdict: Verdict, corpus: str) -> str:
    """One line a change, the words before and after beneath it where they differ, and a closing line."""
    lines = []
    for level, change in verdict.found:
        word = "" if verdict.title else f"{_WORDS[level]} "
        lines.append(f"{word}{change.kind}: {place(change, corpus)}{show(change.line)}")
        if change.was and change.now and change.kind in ("edited", "stale"):
            lines += [f"    - {show(change.was)}", f"    + {show(change.now)}"]
    return "\n".join(map(disarm, [*lines, closing(verdict)])) + "\n"


def place(change: Change, corpus: str) -> str:
    """FILE:LINE: of a change, empty when it has none."""
    return f"{show(path_of(change, corpus))}{f':{change.at}' if change.at else ''}: " if change.document else ""


def path_of(change: Change, corpus: str) -> str:
    """The path of the document as a reader of the repository knows it."""
    return posixpath.normpath(f"{corpus}/{change.document}") if corpus else change.document


def closing(verdict: Verdict) -> str:
    """What was checked and how it went, in one line: a run that says nothing may have done nothing."""
    counts = Counter(level for level, _ in verdict.found)
    told = [f"{counts[level]} {noun}" for level, noun in (("warn", "to look at"), ("info", "to know")) if counts[level]]
    if verdict.title:
        title = verdict.title.removesuffix("s") if counts.total() == 1 else verdict.title
        return f"{counts.total() or 'no'} {title}, {verdict.unchanged} hits as they were; {verdict.checked}"
    if counts["fail"]:
        by = Counter(change.kind for change in verdict.of("fail"))
        what = ", ".join(f"{n} {kind}" for kind, n in sorted(by.items()))
        return f"FAILED: {what}; {', '.join([*told, f'{verdict.unchanged} hits as they were'])}; {verdict.checked}"
    return f"passed: {', '.join([*told, f'{verdict.unchanged} hits as they were'])}; {verdict.checked}"
