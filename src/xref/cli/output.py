"""Where the result of a command goes: to a file that is none of its inputs, or to standard output as it is defined."""

from __future__ import annotations

import os
import pathlib
import sys
from collections.abc import Iterable, Sequence

import click

STANDARD = pathlib.Path("-")
"""the name that stands for standard output"""


def write_output(pieces: Iterable[str | bytes], output: pathlib.Path | None = None) -> None:
    """Writes `pieces` to the file `output`, text as UTF-8; to standard output when it is None or "-".

    UTF-8 there too, whatever the terminal's own encoding: these are formats that say which they have. Raises
    OutputError when the file cannot be written.
    """
    from xref.save import save_file

    if output is not None and output != STANDARD:
        save_file(output, pieces)
        return
    stream = getattr(sys.stdout, "buffer", None)
    sys.stdout.flush()
    for piece in pieces:
        if stream is None:  # a caller of the library has put something else there
            sys.stdout.write(piece if isinstance(piece, str) else piece.decode())
        else:
            stream.write(piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece)


def check_output(output: pathlib.Path, corpus: Sequence[pathlib.Path], *read: pathlib.Path | None) -> None:
    """Raises click.UsageError when `output` is a folder, or a file that this run reads: documents are only ever read.

    `read` are files that are read besides those of `corpus`.
    """
    from xref.read.walk import SUFFIXES

    if output.is_dir():
        raise click.UsageError(f"{output} is a folder: name a file")
    target = pathlib.Path(os.path.realpath(output))
    inputs = [pathlib.Path(os.path.realpath(path)) for path in (*corpus, *read) if path is not None]
    inside = any(target.is_relative_to(path) for path in inputs if path.is_dir())
    # in a folder of documents lie codebook, settings and sidecars (.toml) and decisions (.jsonl), too
    source = target.suffix.lower() in (*SUFFIXES, ".toml") or target.parent.name == "decisions"
    if target.is_file() and (target in inputs or (inside and source)):
        raise click.UsageError(f"{output} is read by this command and would be lost: name another file")
