"""The findings of an earlier run are read from its files, or refused with the file, the fault and the mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sample import sample

from xref.check.reread import NEEDED, is_result, reread
from xref.check.snapshot import take_snapshot
from xref.errors import OutputError
from xref.jsonl import lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for kind in NEEDED:
        (tmp_path / f"{kind}.jsonl").write_text("".join(lines(kind, sample())), "utf-8")
    return tmp_path


def test_what_was_written_is_what_was_found(folder: Path) -> None:
    """The same sources, hits and cards as of the result itself."""
    assert is_result(folder)
    assert reread(folder) == take_snapshot(sample())


def test_a_folder_without_one_of_the_files_is_no_result(folder: Path) -> None:
    """It is a folder of documents, then."""
    (folder / "hits.jsonl").unlink()
    assert not is_result(folder)


@pytest.mark.parametrize(
    ("kind", "held", "said"),
    [
        ("run", b"", r"run.jsonl is empty; write the report again"),
        ("claims", b"", r"no record c-\S+, which another one names; write the report again"),
        ("hits", b"\xff\xfe{}", r"hits.jsonl is no text in UTF-8"),
        ("hits", None, r"hits.jsonl holds other records than hits"),
        ("documents", b"{}\n", r"documents.jsonl, line 1: not a record of xref"),
    ],
)
def test_what_is_not_whole_is_refused(folder: Path, kind: str, held: bytes | None, said: str) -> None:
    """With the name of the file and what to do."""
    (folder / f"{kind}.jsonl").write_bytes((folder / "claims.jsonl").read_bytes() if held is None else held)
    with pytest.raises(OutputError, match=said):
        reread(folder)
