"""decisions/REVIEWER.jsonl: read in full, appended to under a lock, never rewritten.

Lines that are only added merge in git without conflicts (.gitattributes: merge=union). A line counts as kept when it
was flushed to the disk (fsync(2)), not before.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from xref.errors import OutputError
from xref.model import Decision, Problem
from xref.rulings.lines import decision_line, parse_line

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
    if folder.is_symlink():
        told = "not read: it is a link, which may lead out of the corpus"
        return (), (Problem(FOLDER, "", "warning", told, "put the folder itself into the corpus"),)
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
                    found.append(parse_line(line))
                    problems += _strange(shown, number, found[-1].by, path.name.removesuffix(SUFFIX))
                except ValueError as fault:
                    torn = number == len(lines)
                    problems.append(bad_line(shown, number, str(fault), torn))
    return tuple(found), tuple(problems)


def _strange(shown: str, number: int, by: str, owner: str) -> list[Problem]:
    """What is said of a line that stands in the file of somebody else: it counts, since nothing is lost."""
    if unicodedata.normalize("NFC", by.strip()) == unicodedata.normalize("NFC", owner):
        return []
    told = f"a decision by “{by}” stands in the file of “{owner}”; it counts as by “{by}”"
    return [Problem(shown, f"line {number}", "warning", told, "ask who wrote it, then move or remove the line")]


def bad_line(shown: str, number: int, said: str, torn: bool) -> Problem:
    """A line that is no decision, in the file `shown`; `torn` when it is the last and was not ended."""
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
    if folder.is_symlink():
        raise OutputError(f"{folder} is a link, which may lead out of the corpus: put the folder itself there")
    try:
        folder.mkdir(exist_ok=True)
        for name, lines in by.items():
            _append(folder / f"{name}{SUFFIX}", lines)
    except OSError as fault:
        raise OutputError(f"decisions cannot be written to {fault.filename or folder}: {fault.strerror}") from fault
    return len(decisions)


def _append(path: Path, lines: Sequence[str]) -> None:
    new = not path.exists()
    while not _added(path, lines):
        pass  # pruned while we waited for the lock: the name leads to another file now
    if new and hasattr(os, "O_DIRECTORY"):
        parent = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(parent)  # the name of a new file is part of what must last
        finally:
            os.close(parent)


def _added(path: Path, lines: Sequence[str]) -> bool:
    """Whether `lines` were added; False when the file was replaced in between."""
    with open_log(path) as file, locked(file):
        if not os.path.samestat(os.fstat(file.fileno()), os.stat(path)):
            return False
        end = file.seek(0, os.SEEK_END)
        torn = b""
        if end:
            file.seek(end - 1)
            torn = b"" if file.read(1) == b"\n" else b"\n"  # a line that a killed program left half
        data = torn + "".join(f"{line}\n" for line in lines).encode()
        if file.write(data) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        os.fsync(file.fileno())
        return True


def open_log(path: Path) -> IO[bytes]:
    """The file at `path`, made if need be, for adding at its end; never through a link that somebody laid there."""
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    return open(os.open(path, flags, 0o666), "r+b", buffering=0)


@contextlib.contextmanager
def locked(file: IO[bytes]) -> Iterator[None]:
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
