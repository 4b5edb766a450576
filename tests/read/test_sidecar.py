"""Sidecars and catalog.toml: who speaks for which document, who wins, and that nothing read is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from xref.errors import SettingsError
from xref.model import Document
from xref.read import read_corpus
from xref.read.catalog import load_catalog

NEWS = (
    "The Ferry Was Sold\n\nBy Ann Poe, Reuters\n\nMay 3, 2001\n\n"
    "The ferry was sold on Monday for much less than it had cost, the harbour board said.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    return tmp_path


def _read(folder: Path, **files: str) -> tuple[Document, list[tuple[str, str]]]:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    corpus = read_corpus([folder])
    return corpus.documents[0], [(p.where, p.message) for p in corpus.problems]


@pytest.mark.parametrize("name", ["a.meta.toml", "a.txt.meta.toml"])
def test_a_sidecar_wins_over_the_text(folder: Path, name: str) -> None:
    """Both names are read; what the text says is kept, with the reason."""
    said = 'id = "ferry"\ndate = 1999-01-02\noutlet = "The Gazette"\nauthor = "Ann Poe"\nkind = "report"\n'
    document, problems = _read(folder, **{name: said})
    assert problems == []
    assert document.id == "ferry"
    assert document.published is not None
    assert (document.published.rule, document.published.how) == ("sidecar", f"given in {name}")
    assert {c.value.iso: c.refused for c in document.refused} == {"2001-05-03": f"{name} gives the date"}
    assert [(o.field, o.fact.value, o.refused) for o in document.alternatives] == [
        ("outlet", "Reuters", f"“The Gazette” goes first: given in {name}"),
        ("author", "Ann Poe", ""),
        ("kind", "news", f"“report” goes first: given in {name}"),
    ]


def test_catalog_before_sidecar_before_text(folder: Path) -> None:
    """catalog.toml goes first, and every difference is told."""
    document, problems = _read(
        folder,
        catalog__toml='[[document]]\npath = "a.txt"\ndate = "1999"\ntitle = "T"\n',
        a__meta__toml='date = "1998-05"\nauthor = "Bo"\ntitle = "T"\n',
    )
    assert document.published is not None
    assert document.published.value.iso == "1999"
    assert [(c.value.iso, c.refused) for c in document.refused] == [
        ("2001-05-03", "a.meta.toml gives the date"), ("1998-05", "catalog.toml gives the date"),
    ]  # fmt: skip
    assert document.author is not None
    assert document.author.value == "Bo"
    told = "date: catalog.toml says “1999”, a.meta.toml says “1998-05”; the former was taken"
    assert ("a.txt", told) in problems
    assert not any("title:" in message for _, message in problems)


def test_the_same_date_agrees(folder: Path) -> None:
    """A date that the text has too is not refused but named as agreeing."""
    document, _ = _read(folder, a__meta__toml="date = 2001-05-03\n")
    assert document.published is not None
    assert document.published.agrees == ("date line above the text",)
    assert document.refused == ()


def test_whose_sidecar(folder: Path) -> None:
    """A name that fits no document, two documents, or one that has another already, is told."""
    (folder / "a.md").write_text(NEWS + "\nMore.\n", encoding="utf-8")
    _, problems = _read(
        folder, a__meta__toml='title = "x"', a__txt__meta__toml='title = "y"', gone__meta__toml='title = "z"'
    )
    assert ("a.meta.toml", "not used: a.md and a.txt have this name") in problems
    assert ("gone.meta.toml", "no document gone in the corpus") in problems
    (folder / "a.md").unlink()
    _, problems = _read(folder)
    assert ("a.meta.toml", "not used: a.txt.meta.toml speaks for a.txt already") in problems


def test_a_named_file_has_its_sidecar_too(folder: Path) -> None:
    """The sidecar counts when the document alone is named; named itself it is no document."""
    (folder / "a.meta.toml").write_text('title = "x"', encoding="utf-8")
    (document,) = read_corpus([folder / "a.txt"]).documents
    assert document.title is not None
    assert document.title.value == "x"
    assert [p.level for p in read_corpus([folder / "a.meta.toml", folder / "a.txt"]).problems] == ["refused"]


def test_a_link_is_not_followed(folder: Path) -> None:
    """Nor is a sidecar that is one."""
    (folder / "x.toml").write_text('title = "x"', encoding="utf-8")
    (folder / "a.meta.toml").symlink_to(folder / "x.toml")
    document, problems = _read(folder)
    assert document.title is not None
    assert document.title.value == "The Ferry Was Sold"
    assert ("a.meta.toml", "not read: links are not followed") in problems


def test_all_faults_of_all_files_at_once(folder: Path) -> None:
    """Unknown keys, wrong types, broken TOML, an id given twice: each with file, line and column."""
    (folder / "b.txt").write_text(NEWS + "\nMore.\n", encoding="utf-8")
    (folder / "c.txt").write_text(NEWS + "\nStill more.\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        _read(
            folder,
            catalog__toml='[[document]]\npath = "a.txt"\nautor = "x"\n',
            a__meta__toml='path = "a.txt"\ndate = "soon"\n',
            b__meta__toml='title = "open\n',
        )
    assert [line.split(": ")[0] for line in caught.value.faults] == [
        "catalog.toml:3:1", "a.meta.toml:1:1", "a.meta.toml:2:1", "b.meta.toml:1:14",
    ]  # fmt: skip
    assert "in 3 files" in caught.value.message


def test_an_id_belongs_to_one_document(folder: Path) -> None:
    """Two sidecars cannot give one id."""
    (folder / "b.txt").write_text(NEWS + "\nMore.\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"b\.meta\.toml"):
        _read(folder, a__meta__toml='id = "x"', b__meta__toml='id = "x"')


def test_entries_without_a_path(tmp_path: Path) -> None:
    """Each is told once, for what it lacks."""
    (tmp_path / "catalog.toml").write_text('[[document]]\nid = "a"\n[[document]]\nid = "b"\n', encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_catalog(tmp_path / "catalog.toml")
    assert caught.value.faults == ("catalog.toml:1:1: path is missing", "catalog.toml:3:1: path is missing")
