"""What is an input, what is refused, and that one bad file costs one file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from xref.errors import CorpusError, SettingsError
from xref.model import Settings
from xref.read import read_corpus

NEWS = "The Ferry Was Sold\n\nBy Ann Poe\n\nMay 3, 2001\n\nThe ferry was sold on Monday, the harbour board said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    return tmp_path


def test_own_files_are_no_documents(folder: Path) -> None:
    """codebook, catalog, settings, decisions, side cars, dot files and links are never documents."""
    for name in ("codebook.toml", "xref.toml", "a.meta.toml", ".hidden.txt"):
        (folder / name).write_text("", encoding="utf-8")
    (folder / "decisions").mkdir()
    (folder / "decisions" / "ann.txt").write_text("x", encoding="utf-8")
    (folder / "link.txt").symlink_to(folder / "a.txt")
    assert [d.path for d in read_corpus([folder]).documents] == ["a.txt"]


def test_one_bad_file_costs_one(folder: Path) -> None:
    """The others are the same as if the bad one had not been there."""
    alone = read_corpus([folder]).documents
    (folder / "b.txt").write_bytes(b"%PDF-1.4")
    (folder / "c.txt").write_bytes(b"")
    os.mkfifo(folder / "d.txt")
    corpus = read_corpus([folder])
    assert corpus.documents == alone
    assert [(p.where, p.level) for p in corpus.problems] == [(n, "refused") for n in ("b.txt", "c.txt", "d.txt")]
    assert all(p.message and p.advice for p in corpus.problems)


def test_unknown_suffix(folder: Path) -> None:
    """Found in a folder it is a note; named by the user it is refused."""
    (folder / "b.xyz").write_text("x", encoding="utf-8")
    assert [p.level for p in read_corpus([folder]).problems] == ["note"]
    assert [p.level for p in read_corpus([folder / "b.xyz", folder / "a.txt"]).problems] == ["refused"]


def test_too_large(folder: Path) -> None:
    """A file over the limit is refused, and the message names the limit."""
    (problem,) = read_corpus([folder], Settings(max_file_bytes=10)).problems
    assert "max_file_bytes" in problem.message


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_nothing_to_read(tmp_path: Path, name: str) -> None:
    """A missing or empty folder stops the run and says what to do."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError, match=name):
        read_corpus([tmp_path / name])


def test_same_bytes_twice(folder: Path) -> None:
    """A copy is told, since every claim in it would seem to recur."""
    (folder / "b.txt").write_text(NEWS, encoding="utf-8")
    assert [p.where for p in read_corpus([folder]).problems] == ["b.txt"]


def test_no_two_documents_have_one_id(folder: Path) -> None:
    """A stem that two files share, a path that the catalog has given to another: each gets an id of its own."""
    for name, said in (("b.md", "bought"), ("b.txt", "lost"), ("c.txt", "found")):
        (folder / name).write_text(NEWS.replace("sold", said), encoding="utf-8")
    catalog = '[[document]]\npath = "a.txt"\nid = "b.txt"\n\n[[document]]\npath = "c.txt"\nid = "b"\n'
    (folder / "catalog.toml").write_text(catalog, encoding="utf-8")
    found = {document.path: document.id for document in read_corpus([folder]).documents}
    assert found == {"a.txt": "b.txt", "b.md": "b", "b.txt": "b.txt (2)", "c.txt": "c.txt"}


def test_catalog_wins(folder: Path) -> None:
    """What a person writes into catalog.toml goes before what is read, and the date read is kept as refused."""
    (folder / "catalog.toml").write_text(
        '[[document]]\npath = "a.txt"\nid = "ferry"\ndate = 1999-01-02\noutlet = "The Gazette"\n', encoding="utf-8"
    )
    (document,) = read_corpus([folder]).documents
    assert document.id == "ferry"
    assert document.outlet is not None
    assert document.outlet.value == "The Gazette"
    assert document.published is not None
    assert document.published.value.iso == "1999-01-02"
    assert "catalog.toml gives the date" in {c.refused for c in document.refused}


def test_catalog_year_out_of_range(folder: Path) -> None:
    """A year that no calendar reaches is a slip, and is told with its line."""
    (folder / "catalog.toml").write_text('[[document]]\npath = "a.txt"\ndate = 9999-12-31\n', encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_corpus([folder])
    assert caught.value.faults[0].startswith("catalog.toml:3:1: date: expected")


def test_broken_catalog(folder: Path) -> None:
    """All its faults are listed with their lines."""
    (folder / "catalog.toml").write_text('[[document]]\npath = 3\ndate = "soon"\nautor = "x"\n', encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_corpus([folder])
    assert [line.split(":")[1] for line in caught.value.faults] == ["2", "3", "4"]
