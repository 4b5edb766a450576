"""`xref init`: a codebook to begin with, and nothing overwritten."""

from __future__ import annotations

import pathlib

import pytest
from tests.cli.ran import Command

from xref.themes import load_codebook


def test_a_folder_gets_a_codebook(xref: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> None:
    """The folder is made, the codebook loads, each label is a theme, the schema lies beside it and is no document."""
    monkeypatch.chdir(tmp_path)
    ran = xref("init", "papers", "--theme", "Storms", "--theme", "Sale of the ferry", "--schema")
    assert (ran.code, ran.out) == (0, "")
    text = pathlib.Path("papers/codebook.toml").read_text("utf-8")
    assert text.startswith("#:schema ./codebook.schema.json\n")
    book = load_codebook(pathlib.Path("papers/codebook.toml"))
    assert [theme.label for theme in book.themes] == ["Storms", "Sale of the ferry"]
    pathlib.Path("papers/log.txt").write_text("May 4, 1999\n\nA storm closed the harbour.\n", "utf-8")
    assert "storm" in xref("show", "hits", "papers").out
    assert "schema" not in xref("show", "problems", "papers").out


def test_nothing_is_overwritten(xref: Command, corpus: pathlib.Path) -> None:
    """A codebook that is there stays, byte for byte, with exit 2; so does a file in the folder's place."""
    before = (corpus / "codebook.toml").read_bytes()
    ran = xref("init", corpus)
    assert ran.code == 2
    assert "left as it is" in ran.err
    assert (corpus / "codebook.toml").read_bytes() == before
    assert xref("init", corpus / "gazette.txt").code == 2
    assert xref("init", corpus.parent / "new", "--theme", "?!").code == 2
    assert not (corpus.parent / "new").exists()


def test_git_is_told_to_merge_decisions(xref: Command, corpus: pathlib.Path) -> None:
    """The folder gets .gitattributes, by which two reviewers' branches merge; one that is there is left as it is."""
    assert xref("init", corpus.parent / "new").code == 0
    written = corpus.parent / "new" / ".gitattributes"
    assert written.read_text("utf-8").splitlines()[-1] == "decisions/*.jsonl merge=union"
    (corpus.parent / "new" / "codebook.toml").unlink()
    written.write_text("*.txt -text\n", "utf-8")
    assert xref("init", corpus.parent / "new").code == 0
    assert written.read_text("utf-8") == "*.txt -text\n"


def test_init_brings_codes_along(xref: Command, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file becomes codebook.toml of a folder; what does not fit is told, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "codes.csv").write_text("name\nFerry\n", encoding="utf-8")
    assert xref("init", "papers", "--from", "codes.csv").code == 0
    assert [t.label for t in load_codebook(tmp_path / "papers" / "codebook.toml").themes] == ["Ferry"]
    (tmp_path / "signs.csv").write_text("name\n???\n", encoding="utf-8")
    for args in (("signs.csv",), ("gone.csv",), ("papers",), ("codes.csv", "--theme", "x")):
        assert xref("init", "other", "--from", *args).code == 2
    assert not (tmp_path / "other").exists()


def test_init_writes_no_codebook_that_is_refused(
    xref: Command, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A phrase that is none is told with file and code, exit 2; the folder's own limits and calendars hold."""
    monkeypatch.chdir(tmp_path)
    codes = tmp_path / "codes.csv"
    codes.write_text('name,description\nFerry,x\nBoats,"Phrases: boat | *"\n', encoding="utf-8")
    ran = xref("init", "papers", "--from", "codes.csv")
    assert ran.code == 2
    assert "codes.csv: 1 fault, nothing was written" in ran.err
    assert 'the code "Boats": the phrase "*": no word in it' in ran.err
    assert not (tmp_path / "papers").exists()
    codes.write_text(
        'name,description\nFerry,"Phrases: ferry\nComputed then: { before = ""flood"" }"\n', encoding="utf-8"
    )
    assert 'no event "flood"' in xref("init", "papers", "--from", "codes.csv").err
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "xref.toml").write_text(
        '[[event]]\nid = "flood"\nname = "The flood"\ndate = 1999-05-04\nsource = "town record"\n', encoding="utf-8"
    )
    assert xref("init", "papers", "--from", "codes.csv").code == 0
