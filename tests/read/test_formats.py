"""Which reader reads what, and what a user is told when its library is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from xref.pipeline import cross_reference
from xref.read import read_corpus
from xref.read.extracted import MissingExtra, UnreadableFile
from xref.read.formats import FORMATS, PLAIN, read_bytes

PAGE = (
    "<html><head><title>Ferry Sold After a Long Winter | The Gazette</title>"
    '<meta property="article:published_time" content="2014-02-11T23:12:00-05:00"></head><body><nav>Home</nav>'
    "<article><h1>Ferry Sold After a Long Winter</h1><p>The ferry was sold last month to a northern buyer, the harbour "
    "board said on Monday, ending a quarrel of ten years that had split the town and its council.</p><p>“We had no "
    "choice,” said Mayor Anna Okafor, who had promised to keep it and the two tugs that lie in the old harbour.</p>"
    "</article><footer>© 2014</footer><script>alert(1)</script></body></html>"
)


def test_plain_is_untouched() -> None:
    """txt and md come through to the character, with their encoding."""
    found = read_bytes("a\r\né".encode(), ".md")
    assert (found.text, found.how) == ("a\r\né", "utf-8")


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_empty(suffix: str) -> None:
    """An empty file of any kind is refused as empty."""
    with pytest.raises(UnreadableFile, match="empty"):
        read_bytes(b"", suffix)


@pytest.mark.parametrize("suffix", sorted(s for s, f in FORMATS.items() if f.extra))
def test_missing_library(monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    """Without its library a format says what to install."""
    for name in ("trafilatura", "pypdfium2", "striprtf"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtra, match=rf"xref\[{FORMATS[suffix].extra}\]"):
        read_bytes(b"x", suffix)


@pytest.mark.parametrize("suffix", sorted(s for s, f in FORMATS.items() if f is not PLAIN))
def test_mislabelled(tmp_path: Path, suffix: str) -> None:
    """A file that is not what its suffix says costs only itself, or is read as what can be read of it."""
    (tmp_path / f"a{suffix}").write_bytes(b"\x00\x01\x02 not of this kind")
    (tmp_path / "b.txt").write_text("It rained\n\nIt rained all day, the mayor said.\n", encoding="utf-8")
    corpus = read_corpus([tmp_path])
    assert "b" in {d.id for d in corpus.documents}
    assert all(p.advice for p in corpus.problems)


def test_page_in_a_corpus(tmp_path: Path) -> None:
    """A saved page has the date of its structure, its outlet, and claims that stand in the extracted text."""
    pytest.importorskip("trafilatura", reason="the extra html is not installed: make test installs it")
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    result = cross_reference([tmp_path])
    (document,) = result.documents
    assert document.published is not None
    assert (document.published.value.iso, document.published.rule) == ("2014-02-11", "meta-tag")
    assert document.title is not None
    assert document.title.value == "Ferry Sold After a Long Winter"
    assert [c.speaker.name for c in result.claims if c.speaker] == ["the harbour board", "Anna Okafor"]
    for claim in result.claims:
        assert claim.span.of(document.text) == claim.text
    assert "Home" not in document.text
    assert "alert" not in document.text
