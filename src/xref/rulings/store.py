"""decisions/REVIEWER.jsonl: read in full, appended to under a lock, never rewritten.

Lines that are only added merge in git without conflicts (.gitattributes: merge=union). A line counts as kept when it
was flushed to the disk (fsync(2)), not before.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from xref.errors import OutputError
from xref.model import Decision, Problem
from xref.rulings.lines import LONGEST, decision_line, parse_decision

FOLDER = "decisions"
SUFFIX = ".jsonl"
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")


def check_reviewer(name: str) -> str:
    """`name` as a reviewer's name that is also a file's name; raises ValueError that says what is wrong."""
    name = unicodedata.normalize("NFC", name.strip())
    if not name:
        raise ValueError("a reviewer needs a name: --reviewer NAME, or XREF_REVIEWER")
    # \w is letters and digits of any script; a dot at the front would hide the file
    if not re.fullmatch(r"\w[\w .@-]{0,39}", name) or name.endswith((" ", ".")) or _RESERVED.fullmatch(name):
        raise ValueError(
            f"“{name}” cannot be a reviewer's name, which is a file's too: letters, digits, spaces, . @ - _, at most 40"
        )
    return name


def read_decisions(corpus: Path) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """All decisions in `corpus`, by file and line, and what could not be read; a bad line costs only itself."""
    found: list[Decision] = []
    problems: list[Problem] = []
    folder = corpus / FOLDER
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        shown = f"{FOLDER}/{path.name}"
        if path.is_symlink() or not path.is_file():
            problems.append(
                Problem(shown, "", "warning", "not read: it is no regular file", "put the file itself there")
            )
            continue
        try:
            lines = path.read_bytes().split(b"\n")
        except OSError as fault:
            problems.append(Problem(shown, "", "warning", f"not read: {fault.strerror}", "check its permissions"))
            continue
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    found.append(_parse(line))
                except ValueError as fault:
                    torn = number == len(lines)
                    problems.append(_bad(shown, number, str(fault), torn))
    return tuple(found), tuple(problems)


def _parse(line: bytes) -> Decision:
    if len(line) > 4 * LONGEST:
        raise ValueError("the line is too long for a decision")
    try:
        record = json.loads(line.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fault:
        raise ValueError("it is no line of JSON in UTF-8") from fault
    return parse_decision(record)


def _bad(shown: str, number: int, said: str, torn: bool) -> Problem:
    mend = "mend or remove the line; nothing else of the file is lost"
    if torn:
        mend = "it was being written when the program was stopped: decide it again, then remove the line"
    return Problem(shown, f"line {number}", "warning", f"a decision was not read: {said}", mend)


def append_decisions(corpus: Path, decisions: Sequence[Decision]) -> int:
    """Adds `decisions`, each to its reviewer's file; gives how many. They are on the disk when this returns.

    Raises ValueError for a name that cannot be a file's, OutputError when a file cannot be written.
    """
    by: dict[str, list[str]] = {}
    for decision in decisions:
        by.setdefault(check_reviewer(decision.by), []).append(decision_line(decision))
    folder = corpus / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        for name, lines in by.items():
            _append(folder / f"{name}{SUFFIX}", lines)
    except OSError as fault:
        raise OutputError(f"decisions cannot be written to {fault.filename or folder}: {fault.strerror}") from fault
    return len(decisions)


def _append(path: Path, lines: Sequence[str]) -> None:
    new = not path.exists()
    # never through a link that somebody laid in a shared folder
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o666)
    with open(handle, "r+b", buffering=0) as file, _locked(file):
        end = file.seek(0, os.SEEK_END)
        torn = b""
        if end:
            file.seek(end - 1)
            torn = b"" if file.read(1) == b"\n" else b"\n"  # a line that a killed program left half
        data = torn + "".join(f"{line}\n" for line in lines).encode()
        if file.write(data) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        os.fsync(file.fileno())
    if new and hasattr(os, "O_DIRECTORY"):
        parent = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(parent)  # the name of a new file is part of what must last
        finally:
            os.close(parent)


@contextlib.contextmanager
def _locked(file: IO[bytes]) -> Iterator[None]:
    """Alone with the file: another program waits. Where there is no flock, O_APPEND alone keeps lines apart."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)
