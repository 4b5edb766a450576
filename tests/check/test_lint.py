"""What is odd about a codebook or a corpus is told, and what is not odd is not."""

from __future__ import annotations

import pathlib

import pytest

from xref.check import find_lint
from xref.pipeline import cross_reference

BOOK = '[[theme]]\nid = "ferry"\nlabel = "Sale of the ferry"\nphrases = ["sold the ferry"]\n'
GAZETTE = "Ferry sold\nBy Ann Reed\nMay 4, 1999\n\nThe town sold the ferry to a bank. Nobody was asked.\n"
HERALD = "Again\nBy Tom Hale\nJune 9, 2004\n\nOnce more the town sold the ferry, a clerk said. It rained.\n"


@pytest.fixture
def corpus(tmp_path: pathlib.Path) -> pathlib.Path:
    """Two documents and a theme that joins them."""
    (tmp_path / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    (tmp_path / "herald.txt").write_text(HERALD, encoding="utf-8")
    (tmp_path / "codebook.toml").write_text(BOOK, encoding="utf-8")
    return tmp_path


def lint(corpus: pathlib.Path, book: str = "") -> list[tuple[str, str, str]]:
    """Class, theme and line of what is told, with `book` in place of the codebook."""
    if book:
        (corpus / "codebook.toml").write_text(book, encoding="utf-8")
    return [(change.kind, change.theme, change.line) for change in find_lint(cross_reference([corpus]))]


def test_nothing_odd(corpus: pathlib.Path) -> None:
    """A theme that joins two dated documents is as it should be."""
    assert lint(corpus) == []


def test_a_theme_of_nothing(corpus: pathlib.Path) -> None:
    """A theme without a hit is named, with the number of claims that were searched."""
    ((kind, theme, line),) = lint(
        corpus, BOOK + '[[theme]]\nid = "bridge"\nlabel = "B"\nphrases = ["built a bridge"]\n'
    )
    assert (kind, theme) == ("lint", "bridge")
    assert line.startswith("bridge: matches nothing in ")


def test_a_theme_of_everything(corpus: pathlib.Path) -> None:
    """A theme of more than half of the claims tells nothing apart, where there are enough of them."""
    (corpus / "more.txt").write_text(
        "More\nBy Ann Reed\nMay 5, 1999\n\n" + " ".join(f"In year {n} they sold the ferry." for n in range(20)) + "\n",
        encoding="utf-8",
    )
    assert [line for kind, theme, line in lint(corpus) if "and tells little" in line]


@pytest.mark.parametrize(
    ("phrases", "idle"),
    [
        ('"sold the ferry", "town sold the ferry"', True),
        ('"sold the ferry", "bank of the harbour"', False),
        ('"sold the ferry", \'"town sold the ferry"\'', False),  # exact: says more than its words
    ],
)
def test_a_phrase_that_adds_nothing(corpus: pathlib.Path, phrases: str, idle: bool) -> None:
    """A phrase whose words another one finds already is told."""
    told = lint(corpus, BOOK.replace('"sold the ferry"', phrases))
    assert any("add nothing" in line for _, _, line in told) == idle


def test_copies(corpus: pathlib.Path) -> None:
    """The same text twice, and one with a sentence more, are no two sources."""
    body = " ".join(f"The {n} of May was a fair day on the pier." for n in range(2, 12))
    for name, text in (("one", body), ("two", body), ("three", body + " The printer added this.")):
        head = f"Days\nBy {name.title()} Reed\nMay 4, 1999\n\n"
        (corpus / f"{name}.txt").write_text(head + text + "\n", encoding="utf-8")
    told = [line for _, _, line in lint(corpus) if "cop" in line]
    assert len(told) == 3
    assert not any("gazette" in line or "herald" in line for line in told)


def test_a_missing_date(corpus: pathlib.Path) -> None:
    """A document without a date is told by its name."""
    (corpus / "note.txt").write_text("A note\n\nThe pier was closed, and somebody sold the ferry.\n", encoding="utf-8")
    assert any(line.startswith("note.txt has no date") for _, _, line in lint(corpus))


def test_a_promise(corpus: pathlib.Path) -> None:
    """A pair that a theme promises to join is held to it; one with an unknown document cannot be kept."""
    promise = BOOK + 'expect = [["{}", "{}"]]\n'
    assert lint(corpus, promise.format("gazette", "herald")) == []
    assert [kind for kind, _, _ in lint(corpus, promise.format("gazette", "absent"))] == ["expect"]
    (corpus / "plain.txt").write_text("Plain\nBy A. Lee\nMay 6, 1999\n\nIt rained on the pier.\n", encoding="utf-8")
    ((kind, _, line),) = lint(corpus, promise.format("gazette", "plain"))
    assert (kind, line) == ("expect", "ferry: expected to join gazette and plain, and does not")
