"""The saving door: files are written beside their place, flushed to the disk, then renamed.

So that a command that fails, or is stopped half-way, leaves the old files whole (SQLite's and git's way; a rename
without fsync is not durable, see rename(2) and fsync(2)).
"""

from __future__ import annotations

import contextlib
import os
import pathlib
import secrets
import stat
from collections.abc import Iterable, Mapping
from typing import BinaryIO

from xref.errors import OutputError


def save_file(path: pathlib.Path, pieces: Iterable[str | bytes]) -> None:
    """Writes the file that a user named, text as UTF-8, whole or not at all; raises OutputError when that fails.

    A link is followed, as with the shell's `>`. What is no file (/dev/stdout, a pipe, a device) cannot be replaced by
    one and is written into.
    """
    try:
        special = path.is_relative_to("/dev") or (path.exists() and not path.is_file() and not path.is_dir())
        if special:
            with path.open("wb") as file:
                _write_pieces(file, pieces)
            return
    except OSError as fault:
        raise OutputError(f"cannot write {path}: {fault.strerror}") from fault
    target = pathlib.Path(os.path.realpath(path))
    save_all(target.parent, {target.name: pieces})


def save_all(folder: pathlib.Path, files: Mapping[str, Iterable[str | bytes]]) -> list[pathlib.Path]:
    """Writes each file's pieces, text as UTF-8, into `folder`, which is made when needed; gives the paths in order.

    No file is replaced before all of them are on the disk. Raises OutputError when a file cannot be written.
    """
    check_folder(folder)
    staged: dict[pathlib.Path, pathlib.Path] = {}
    try:
        for name, pieces in files.items():
            target = folder / name
            # Random, since a predictable name in a shared folder can be laid as a trap by another user.
            # The target's own name may have no room for more.
            beside = folder / f".{secrets.token_hex(8)}.part"
            staged[target] = beside
            _write(beside, pieces)
        for target in staged:
            if target.is_dir():
                raise IsADirectoryError(None, "there is a folder of that name", str(target))
        for target, beside in staged.items():
            if target.is_file() and not target.is_symlink():
                # Who may read a file stays as the user has set it.
                beside.chmod(stat.S_IMODE(target.stat().st_mode))
            os.replace(beside, target)
        _flush_folder(folder)
    except OSError as fault:
        raise OutputError(f"cannot write {fault.filename or folder}: {fault.strerror}") from fault
    finally:
        for beside in staged.values():
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
    return list(staged)


def check_folder(folder: pathlib.Path) -> None:
    """Makes `folder` if it is not there; raises OutputError when that fails, or when it cannot be written to."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is a file, not a folder: give a folder to write into")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise OutputError(f"cannot make the folder {folder}: {fault.strerror}") from fault
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(f"cannot write into the folder {folder}: permission denied")


def _write(path: pathlib.Path, pieces: Iterable[str | bytes]) -> None:
    # O_EXCL: never through a link that somebody else laid. 0o666: the user's umask decides who may read.
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with open(handle, "wb") as file:
        _write_pieces(file, pieces)
        file.flush()
        os.fsync(file.fileno())


def _write_pieces(file: BinaryIO, pieces: Iterable[str | bytes]) -> None:
    for piece in pieces:
        file.write(piece.encode() if isinstance(piece, str) else piece)


def _flush_folder(folder: pathlib.Path) -> None:
    # Windows cannot open folders; there the rename is as durable as the system makes it.
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
