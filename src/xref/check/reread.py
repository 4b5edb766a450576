"""The findings of an earlier run, from the JSON Lines that it wrote beside its page."""

from __future__ import annotations

import pathlib
from typing import Any, TypeVar

from xref.check.snapshot import Snapshot, snapshot_of
from xref.errors import OutputError
from xref.jsonl import KINDS, Run, read_lines
from xref.model import Claim, Document, Hit, Match

NEEDED = ("documents", "claims", "hits", "matches", "run")
"""files of a result that are compared, without their ending"""
_Noun = TypeVar("_Noun")


def is_result(folder: pathlib.Path) -> bool:
    """Whether `folder` holds what `xref report` writes."""
    return all((folder / f"{kind}.jsonl").is_file() for kind in NEEDED)


def reread(folder: pathlib.Path) -> Snapshot:
    """The snapshot of the result in `folder`; raises OutputError naming file and line when it is not whole."""
    (run,) = _read(folder, "run", Run) or (None,)
    if run is None:
        raise OutputError(f"{folder / 'run.jsonl'} is empty; write the report again with `xref report`")
    nouns = (
        _read(folder, "documents", Document), _read(folder, "claims", Claim), _read(folder, "hits", Hit),
        _read(folder, "matches", Match),
    )  # fmt: skip
    try:
        return snapshot_of(nouns, run.codebook, run.versions)
    except KeyError as fault:
        raise OutputError(
            f"{folder}: no record {fault.args[0]}, which another one names; write the report again with `xref report`"
        ) from fault


def _read(folder: pathlib.Path, kind: str, noun: type[_Noun]) -> list[_Noun]:
    path = folder / f"{kind}.jsonl"
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as fault:
        raise OutputError(f"{path} is no text in UTF-8; write it again with `xref report`") from fault
    found: list[Any] = list(read_lines(text.split("\n"), str(path)))
    if not all(isinstance(each, noun) for each in found):
        raise OutputError(f"{path} holds other records than {KINDS[kind][0]}s; write it again with `xref report`")
    return found
