"""Accepted suggestions in codebook.toml: added in place, all else kept byte for byte, or nothing written."""

from __future__ import annotations

import pathlib

import pytest

from xref.calendars import load_shipped
from xref.errors import CodebookError
from xref.model import Settings
from xref.themes import load_codebook
from xref.themes.accept import accept
from xref.themes.suggestion import Suggestion


def run(path: pathlib.Path, text: str, *accepted: tuple[str, str]) -> str:
    """`accepted` (facet or "", phrase) written into the first theme of `text`; gives the new text."""
    path.write_bytes(text.encode("utf-8"))
    book = load_codebook(path)
    given = [
        Suggestion(n, "phrase" if facet else "exclude", facet, phrase, 0.0, ())
        for n, (facet, phrase) in enumerate(accepted)
    ]
    said = accept(path, book, book.themes[0], given, (Settings(), load_shipped()))
    assert len(said) == len(accepted)
    assert path.with_name("codebook.toml.bak").read_bytes() == text.encode("utf-8")
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    ("text", "facet", "phrase", "expected"),
    [
        ('[[theme]]\nid = "a" # x\nphrases = ["b"] # y\n', "a", "c d",
         '[[theme]]\nid = "a" # x\nphrases = ["b", "c d"] # y\n'),
        ('[[theme]]\nid="a"\nphrases=[\n  "b", # ]\n  "c" # "\n]\n', "a", 'd"', None),
        ('[[theme]]\r\nid="a"\r\nphrases=[\r\n\t"b",\r\n]\r\n', "a", "c",
         '[[theme]]\r\nid="a"\r\nphrases=[\r\n\t"b",\r\n\t"c",\r\n]\r\n'),
        ('[[theme]]\nid="a"\nphrases=["b"]', "", "c", '[[theme]]\nid="a"\nexclude = ["c"]\nphrases=["b"]'),
        ('[[theme]]\nphrases=["b"]\nid="a"', "", "c", '[[theme]]\nphrases=["b"]\nid="a"\nexclude = ["c"]\n'),
        ('[[theme]]\nid="a"\nexclude=[]\nphrases=["b"]', "", "c", '[[theme]]\nid="a"\nexclude=["c"]\nphrases=["b"]'),
        ('[[theme]]\nid="a"\n[[theme.facet]]\nname="f"\nphrases=["b",]'
         '\n[[theme.facet]]\nname="g"\nphrases=["x"]', "f", "c",
         '[[theme]]\nid="a"\n[[theme.facet]]\nname="f"\nphrases=["b", "c"]'
         '\n[[theme.facet]]\nname="g"\nphrases=["x"]'),
        ('\ufeff[[theme]]\nid="a"\nphrases=["b"]', "a", "c", '\ufeff[[theme]]\nid="a"\nphrases=["b", "c"]'),
    ],
)  # fmt: skip
def test_a_phrase_is_added_in_place(
    tmp_path: pathlib.Path, text: str, facet: str, phrase: str, expected: str | None
) -> None:
    """Comments, indents, commas, line ends and marks stay as they were."""
    path = tmp_path / "codebook.toml"
    if '"' in phrase:
        # a stray quotation mark is no phrase: the result would not load
        with pytest.raises(CodebookError, match="nothing was written"):
            run(path, text, (facet, phrase))
        assert path.read_text("utf-8") == text
        assert run(path, text, (facet, "d")) == text.replace('"c" #', '"c",\n  "d" #')
    else:
        assert run(path, text, (facet, phrase)) == expected


def test_several_at_once(tmp_path: pathlib.Path) -> None:
    """Each suggestion is written, in order."""
    text = '[[theme]]\nid = "a"\nphrases = ["b"]\n'
    new = run(tmp_path / "codebook.toml", text, ("a", "c"), ("a", "d"), ("", "e"), ("", "f"))
    assert new == '[[theme]]\nid = "a"\nexclude = ["e", "f"]\nphrases = ["b", "c", "d"]\n'


def test_a_changed_or_odd_file_is_left(tmp_path: pathlib.Path) -> None:
    """A file that changed since it was read, or a theme on one line without a list, is not written."""
    path = tmp_path / "codebook.toml"
    path.write_text('[[theme]]\nid = "a"\nphrases = ["b"]\n', "utf-8")
    book = load_codebook(path)
    path.write_text('[[theme]]\nid = "a"\nphrases = ["b", "z"]\n', "utf-8")
    given = [Suggestion(1, "phrase", "a", "c", 0.0, ())]
    with pytest.raises(CodebookError, match="has changed"):
        accept(path, book, book.themes[0], given, (Settings(), load_shipped()))
    assert "c" not in path.read_text("utf-8")
    with pytest.raises(CodebookError, match="by hand"):
        run(path, 'theme = [{ id = "a", phrases = ["b"] }]\n', ("", "c"))
