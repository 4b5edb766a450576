"""`xref show`: tables for people, records for programs."""

from __future__ import annotations

import json
import pathlib

import pytest
from tests.cli.ran import Command

from xref.cli.columns import COLUMNS
from xref.jsonl import KINDS
from xref.model import CrossReference


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_kind_as_table_and_as_records(xref: Command, sampled: CrossReference, kind: str) -> None:
    """A header line and a line for each noun; as JSON Lines the same nouns in the same order."""
    table = xref("show", kind)
    records = xref("show", kind, "--format", "jsonl")
    nouns = getattr(sampled, kind)
    assert len(table.out.splitlines()) == 1 + len(nouns)
    assert table.out.split()[0] == COLUMNS[kind].header[0]
    assert [json.loads(line)["record"] for line in records.out.splitlines()] == [KINDS[kind][0]] * len(nouns)
    # the sample has a refused input, and every command that leaves it out says so
    assert table.code == records.code == 3
    assert "1 input not in the result" in table.err


def test_documents_say_how_their_date_was_found(xref: Command, sampled: CrossReference) -> None:
    """Date, rule, term of office, days to the next vote; what is unknown is a dash."""
    old, new = xref("show", "documents").out.splitlines()[1:]
    for words in ("1999-05-04", "catalog", "Clinton II", "2000 election 553", "Ferry"):
        assert words in old
    assert new.split() == ["new", "undated", "-", "-", "-", "-", "1", "-"]


def test_claims_show_place_speaker_and_dates(xref: Command, sampled: CrossReference) -> None:
    """A claim's line has its characters, who says it, through whom, and the days it speaks of."""
    line = xref("show", "claims").out.splitlines()[1]
    for words in ("c-1", "old", "13-78", "A harbour clerk", "The Port Gazette", "1999-04"):
        assert words in line


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        (["claims", "--document", "old"], ["c-1", "c-2"]),
        (["claims", "--document", "old.txt"], ["c-1", "c-2"]),
        (["claims", "--theme", "ferry-sale"], ["c-1", "c-3"]),
        (["claims", "--theme", "ferry-sale", "--document", "new"], ["c-3"]),
        (["hits", "--document", "new"], ["h-3"]),
        (["matches", "--document", "new", "--theme", "ferry-sale"], ["m-1"]),
        (["documents", "--document", "new"], ["new"]),
        (["actors", "--document", "old"], []),
        (["actors", "--document", "new"], ["a-1"]),
        (["problems", "--document", "new"], ["warning"]),
    ],
)
def test_narrowing(xref: Command, sampled: CrossReference, args: list[str], ids: list[str]) -> None:
    """--document and --theme leave only what touches them."""
    assert [line.split()[0] for line in xref("show", *args).out.splitlines()[1:]] == ids


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["hits", "--theme", "fery-sale"], "did you mean ferry-sale?"),
        (["hits", "--theme", "zzz"], "the codebook lists them"),
        (["claims", "--document", "odl"], "did you mean old?"),
        (["documents", "--theme", "ferry-sale"], "does not narrow"),
        (["merges", "--document", "old"], "does not narrow"),
        (["text"], "one file"),
        (["text", "seeds"], "one file"),
    ],
)
def test_what_is_not_there_is_exit_2(xref: Command, sampled: CrossReference, args: list[str], said: str) -> None:
    """An unknown id is told with the nearest known one; an option that cannot narrow is refused, not ignored."""
    ran = xref("show", *args)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_text_is_printed_exactly(corpus: pathlib.Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """`show text` gives the text of record byte for byte: line ends, missing last one and all."""
    from xref.cli.main import main

    raw = "A line\r\nand é \U0001f6a2\u2028 another\rlast".encode()
    (corpus / "odd.txt").write_bytes(raw)
    assert main(["show", "text", str(corpus / "odd.txt")]) == 0
    assert capfdbinary.readouterr().out == raw


def test_text_that_was_refused(xref: Command, corpus: pathlib.Path) -> None:
    """A file that is no text is exit 3, with the reason."""
    (corpus / "odd.txt").write_bytes(b"\x00\x01")
    ran = xref("show", "text", corpus / "odd.txt")
    assert (ran.code, ran.out) == (3, "")
    assert "odd.txt" in ran.err
