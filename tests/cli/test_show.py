"""`xref show`: tables for people, records for programs."""

from __future__ import annotations

import json
import pathlib
import zipfile

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
    assert new.split() == ["new", "undated", "-", "-", "-", "-", "1", "1", "-"]


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
        (["hits", "--theme", "zzz"], "the codebook has ferry-sale"),
        (["claims", "--document", "odl"], "did you mean old?"),
        (["documents", "--theme", "ferry-sale"], "does not narrow"),
        (["merges", "--document", "old"], "does not narrow"),
        (["text", "seeds"], "one file"),
        (["text", "a", "b"], "one file"),
        (["documents", "--long", "--format", "jsonl"], "--long tells"),
        (["problems", "--long"], "--long tells"),
        (["text", "--period", "x"], "does not narrow"),
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


def test_text_of_a_document_by_id(xref: Command, corpus: pathlib.Path) -> None:
    """Any kind of file, by its id or path in the corpus; an unknown id suggests the nearest ones, exit 2."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "<w:p><w:r><w:t>The ferry, once more.</w:t></w:r></w:p>"
    (corpus / "letters").mkdir()
    with zipfile.ZipFile(corpus / "letters" / "one.docx", "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    for name in ("letters/one", "letters/one.docx"):
        assert xref("show", "text", corpus, "--document", name).out == "The ferry, once more.\n"
        assert xref("show", "text", corpus, name).out == "The ferry, once more.\n"
    assert xref("show", "text", corpus / "letters" / "one.docx").out == "The ferry, once more.\n"
    for args in (("--document", "letters/on"), ("gazete",)):
        ran = xref("show", "text", corpus, *args)
        assert (ran.code, ran.out) == (2, "")
        assert "did you mean" in ran.err


def test_text_of_a_refused_document(xref: Command, corpus: pathlib.Path) -> None:
    """Its reason is told, not that it is unknown."""
    (corpus / "odd.txt").write_bytes(b"%PDF-1.4")
    ran = xref("show", "text", corpus, "--document", "odd.txt")
    assert (ran.code, ran.out) == (3, "")
    assert "a PDF, not text" in ran.err


def test_suggestions_for_the_beginning_of_an_id(xref: Command, corpus: pathlib.Path) -> None:
    """Who types a piece of an id is shown the ids that have it."""
    assert "did you mean gazette?" in xref("show", "claims", corpus, "--document", "gaz").err
    assert "did you mean herald?" in xref("show", "claims", corpus, "--document", "hreald").err


def test_long(xref: Command, sampled: CrossReference) -> None:
    """All that `explain` tells, for each one in turn."""
    ran = xref("show", "documents", "--long")
    both = "\n".join(xref("explain", name).out for name in ("old", "new"))
    assert ran.out == both
    assert xref("show", "claims", "--document", "old", "--long").out.count("published: 1999-05-04") == 2


@pytest.mark.parametrize("kind", ["documents", "claims", "problems", "actors"])
def test_in_100_columns(xref: Command, corpus: pathlib.Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """No line is longer; ids and dates stand whole; what has no room is left out, not crammed."""
    monkeypatch.setenv("COLUMNS", "100")
    text = "The Northern Harbour Board's Long Report\nBy Bo Hale\nMay 5, 2011\n\nA clerk said that the town sold it.\n"
    (corpus / "a-report-with-a-long-name-1999.txt").write_text(text * 3, encoding="utf-8")
    (corpus / "undated.txt").write_text(
        "The ferry was sold for much less than it had cost the town.\n", encoding="utf-8"
    )
    out = xref("show", kind, corpus).out
    assert max(map(len, out.splitlines())) <= 100
    if kind == "documents":
        assert "a-report-with-a-long-name-1999" in out
        assert "2011-05-05" in out
        assert "undated" in out


def test_undated_documents_are_said_to_be_so(xref: Command, sampled: CrossReference) -> None:
    """A pair with an undated document does not call it the later one in silence."""
    assert "new, undated" in xref("show", "matches").out
    assert "undated:" in xref("explain", "m-1").out


def test_records_of_documents_are_complete(xref: Command, corpus: pathlib.Path) -> None:
    """What was read and how: format, encoding, digest, and how many claims and problems."""
    (corpus / "notes.md").write_text("A line that has no date, and a clerk said so in the end.\n", encoding="utf-8")
    records = [json.loads(line) for line in xref("show", "documents", corpus, "--format", "jsonl").out.splitlines()]
    found = {r["id"]: (r["format"], r["encoding"], r["claims"], r["problems"]) for r in records}
    assert found == {
        "gazette": ("txt", "utf-8", 2, 0),
        "herald": ("txt", "utf-8", 1, 0),
        "notes": ("md", "utf-8", 1, 1),
    }


def test_text_that_was_refused(xref: Command, corpus: pathlib.Path) -> None:
    """A file that is no text is exit 3, with the reason."""
    (corpus / "odd.txt").write_bytes(b"\x00\x01")
    ran = xref("show", "text", corpus / "odd.txt")
    assert (ran.code, ran.out) == (3, "")
    assert "odd.txt" in ran.err
