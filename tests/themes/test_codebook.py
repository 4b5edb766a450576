"""codebook.toml: read, or refused with every fault and its place; nothing else ever happens."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reader import read_cases

from xref.errors import CodebookError
from xref.model import Codebook
from xref.themes import load_codebook

CASES = read_cases("codebooks")
SEEDS = Path(__file__).parents[2] / "seeds" / "codebook.toml"


def load(folder: Path, text: str | bytes) -> Codebook:
    path = folder / "codebook.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_codebook(path)


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_faults(tmp_path: Path, title: str, text: str, expected: str) -> None:
    """All faults are listed at once, each with line and column."""
    with pytest.raises(CodebookError) as caught:
        load(tmp_path, text)
    assert [f.removeprefix("codebook.toml:") for f in caught.value.faults] == expected.split("\n"), title


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_lines_with_crlf(tmp_path: Path, title: str, text: str, expected: str) -> None:
    """Windows line ends and a byte order mark move no line number."""
    with pytest.raises(CodebookError) as caught:
        load(tmp_path, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    found = [f.removeprefix("codebook.toml:").split(":")[0] for f in caught.value.faults]
    assert found == [line.split(":")[0] for line in expected.split("\n")], title


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"[[theme]\nid = 1", ":1:"),
        (b'[[theme]]\nid = "a"\nid = "b"', ":3:"),
        (b'[[theme]]\nid = "caf\xe9"', "not UTF-8"),
        (b"<<<<<<< ours\n[[theme]]\n=======\n", "merge conflict"),
        (b"a = " + b"[" * 5000, "codebook.toml"),
        (b"a = " + b"9" * 6000, "codebook.toml"),
    ],
)
def test_not_toml(tmp_path: Path, text: bytes, said: str) -> None:
    """What is no TOML is refused in our words, with the place."""
    with pytest.raises(CodebookError) as caught:
        load(tmp_path, text)
    assert said in str(caught.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | st.text(alphabet="[]{}=\"#\n theme.facetphrsid1,'", max_size=200))
def test_anything(tmp_path: Path, text: str | bytes) -> None:
    """Any bytes are a codebook or a CodebookError."""
    with contextlib.suppress(CodebookError):
        assert load(tmp_path, text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")).themes


def test_the_seeds() -> None:
    """The shipped codebook loads; the three themes named first come first, in their order."""
    book = load_codebook(SEEDS)
    assert [t.id for t in book.themes[:3]] == ["secret_letters", "election_timing", "new_start_linkage"]
    assert all(t.label and t.description and t.facets for t in book.themes)


def test_theme_by_alias(tmp_path: Path) -> None:
    """A renamed theme is found under its earlier id."""
    book = load(tmp_path, '[[theme]]\nid = "new"\naliases = ["old"]\nphrases = ["x"]\n')
    assert book.theme("old").id == "new"
