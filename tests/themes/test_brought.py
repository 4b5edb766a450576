"""Codes of other programs as themes: only lines at the end of a description are ours, and what is written loads."""

from __future__ import annotations

import pathlib

import pytest

from xref.errors import CodebookError
from xref.export.described import read_description
from xref.model import Theme
from xref.themes import load_codebook
from xref.themes.brought import Brought, write_brought


def _code(name: str, said: str = "") -> Brought:
    prose, lines = read_description(said)
    return Brought(name, prose, lines=lines)


def _loaded(folder: pathlib.Path, *codes: Brought) -> tuple[Theme, ...]:
    path = folder / "codebook.toml"
    path.write_text(write_brought(codes, "codes.qdc"), encoding="utf-8")
    return load_codebook(path).themes


@pytest.mark.parametrize(
    "said",
    [
        "What it is.\nId: x\nPhrases: y\nand what it is not.",
        "Boats.\nNot: the mail",
        "Boats.\nScope: paragraph\nThreshold: 90",
        "Boats.\nPhrases: \nFacet : y",
        "Note: boats",
    ],
)
def test_foreign_prose_stays_prose(tmp_path: pathlib.Path, said: str) -> None:
    """In the middle; at the end, too, where no line says an id or phrases; the name is the phrase."""
    (theme,) = _loaded(tmp_path, _code("Ferry", said))
    assert (theme.id, theme.scope, theme.threshold, theme.exclude) == ("ferry", "claim", None, ())
    assert theme.description == " ".join(said.split())
    assert [facet.phrases for facet in theme.facets] == [("ferry",)]


@pytest.mark.parametrize(
    ("said", "facets"),
    [
        ("Phrases: a | b\nPhrases: b | c", [("Ferry", ("a", "b", "c"))]),
        ("Facet x: a\nFacet y: b\nFacet x: c", [("x", ("a", "c")), ("y", ("b",))]),
        ("Phrases: a\nFacet Ferry: b\nFacet y: c", [("Ferry", ("a", "b")), ("y", ("c",))]),
        ("Facet C:\\ and: a", [("C:\\ and", ("a",))]),
        ("Id: x\nPhrases: a\\b | \\U0011FFFF c | \\UD83D d", [("Ferry", ("a\\b", "\\U0011FFFF c", "\\UD83D d"))]),
    ],
)
def test_lines_of_one_name_are_one_facet(
    tmp_path: pathlib.Path, said: str, facets: list[tuple[str, tuple[str, ...]]]
) -> None:
    """Joined in their order, each phrase once; a backslash that escapes nothing is one."""
    (theme,) = _loaded(tmp_path, _code("Ferry", said))
    assert [(facet.name, facet.phrases) for facet in theme.facets] == facets


def test_an_id_belongs_to_the_first_code_that_says_it(tmp_path: pathlib.Path) -> None:
    """A code without lines takes none that another one says, as its id or as one it had."""
    codes = (
        _code("Ferry"),
        _code("Boat", "Id: ferry\nAliases: ferry_2\nPhrases: boat"),
        _code("Copy", "Id: ferry\nPhrases: copy"),
    )
    assert [theme.id for theme in _loaded(tmp_path, *codes)] == ["ferry_3", "ferry", "copy"]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("Phrases: boat | *", 'the phrase "*": no word in it'),
        ("Phrases: café | cafe", 'the phrase "cafe" stands twice'),
        ("Phrases: boat\nNot: {a", "{ without its }"),
        ("Phrases: boat\nThreshold: 0", "threshold"),
        ("Phrases: boat\nThreshold deck: 80", "no line Facet deck"),
        ("Phrases: boat\nComputed near: { days_before_vote = }", "Computed near: expected a table"),
        ('Phrases: boat\nComputed near: { speaker = ["a"] }', "Computed near: speaker: expected a text"),
        ('Phrases: boat\nComputed near: { "a b" = 1, election_year = true }', "unknown key a b"),
        ("Phrases: boat\nComputed x: { before = 2010-01-01 }\nComputed x: { after = 2010-01-01 }", "two lines"),
        ("Id: x\nAliases: x\nPhrases: boat", '"x" is already the id'),
        ("Phrases: " + " ".join("abcdefghijklm"), "more than 12 words"),
    ],
)
def test_what_the_reader_refuses_is_told(said: str, fault: str) -> None:
    """With the file, the code and the fault; codes without a fault are not named."""
    with pytest.raises(CodebookError) as caught:
        write_brought([_code("Calm"), _code('The "old"\nferry', said), _code("Storm")], "codes.qdc")
    assert caught.value.message == "codes.qdc: 1 fault, nothing was written"
    (line,) = caught.value.faults
    assert line.startswith('the code "The \\"old\\" ferry": ')
    assert fault in line


def test_every_fault_is_told() -> None:
    """Names without words, all at once."""
    with pytest.raises(CodebookError) as caught:
        write_brought([_code("?"), _code("Ferry"), _code("…")], "codes.csv")
    assert [line.split(":")[0] for line in caught.value.faults] == ['the code "?"', 'the code "…"']
