"""Lines that come from elsewhere, and lines that go: what is new, and the one way to drop what nothing carries."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from xref.errors import OutputError
from xref.model import Decision, Problem
from xref.rulings.lines import parse_line
from xref.rulings.store import FOLDER, bad_line, locked, open_log, read_decisions


def gather(corpus: Path, decisions: Iterable[Decision]) -> list[Decision]:
    """Those of `decisions` that are not in `corpus` yet, each once, in their order."""
    known = set(read_decisions(corpus)[0])
    found: dict[Decision, None] = {d: None for d in decisions if d not in known}
    return list(found)


def read_lines(raw: bytes, shown: str) -> tuple[list[Decision], list[Problem]]:
    """The decisions in exported lines, and the lines that are none."""
    found: list[Decision] = []
    problems = []
    lines = raw.split(b"\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(parse_line(line))
            except ValueError as fault:
                problems.append(bad_line(shown, number, str(fault), torn=number == len(lines)))
    return found, problems


def prune(corpus: Path, drop: Callable[[Decision], bool]) -> int:
    """Takes the lines out of all files that `drop` names; gives how many. Lines that cannot be read stay.

    Each file is replaced whole, under its lock; raises OutputError when that fails.
    """
    count = 0
    try:
        for path in sorted((corpus / FOLDER).glob("*.jsonl")):
            if path.is_file() and not path.is_symlink():
                count += _prune(path, drop)
    except OSError as fault:
        raise OutputError(f"cannot prune {fault.filename or corpus}: {fault.strerror}") from fault
    return count


def _prune(path: Path, drop: Callable[[Decision], bool]) -> int:
    with open_log(path) as file, locked(file):
        file.seek(0)
        lines = file.read().splitlines(keepends=True)
        kept = [line for line in lines if not _drops(line, drop)]
        if len(kept) < len(lines):
            _replace(path, kept)
        return len(lines) - len(kept)


def _replace(path: Path, lines: Sequence[bytes]) -> None:
    # in one step, so that a stop half-way leaves the file as it was; who waits for the lock opens the new one
    # random and new: a name that can be foreseen may be laid as a link by another user of the folder
    beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
    with open(beside, "xb") as file:
        file.write(b"".join(lines))
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


def _drops(line: bytes, drop: Callable[[Decision], bool]) -> bool:
    try:
        return drop(parse_line(line))
    except ValueError:
        return False
