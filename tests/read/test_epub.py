"""Electronic books: chapters in reading order, facts from the package, protection told."""

from __future__ import annotations

import pytest
from tests.read.packages import SAID, epub, package

from xref.read.epub import read_epub
from xref.read.extracted import UnreadableFile


def test_chapters_in_the_order_of_the_spine() -> None:
    """Each page is read paragraph by paragraph; scripts and navigation are no text."""
    pages = {
        "b.xhtml": "<h1>One</h1><p>First &mdash; said&nbsp;Ann.<br/>Line.</p><script>x()</script>",
        "a.xhtml": "<ul><li>item</li></ul><nav><p>contents</p></nav><p hidden='hidden'>not seen</p>",
    }
    found = read_epub(epub(pages))
    assert found.text == "One\n\nFirst — said Ann.\n\nLine.\n\n- item\n"
    assert found.places[0].part == "OEBPS/b.xhtml"


def test_facts() -> None:
    """Title, author, publisher and the day of publication come from the package file."""
    metadata = (
        "<dc:title>The Ferry</dc:title><dc:creator>Ann Reed</dc:creator><dc:creator>Jon Hale</dc:creator>"
        "<dc:publisher>Quay Press</dc:publisher><dc:date>1999-05-04</dc:date>"
    )
    found = read_epub(epub(metadata=metadata))
    assert [(h.field, h.value) for h in found.hints] == [
        ("title", "The Ferry"),
        ("author", "Ann Reed, Jon Hale"),
        ("outlet", "Quay Press"),
    ]
    assert [d.value.iso for d in found.dates] == ["1999-05-04"]


def test_a_broken_chapter_costs_itself() -> None:
    """A page that is not well-formed or missing is told, the others are read."""
    found = read_epub(epub({"a.xhtml": "<p>broken", "b.xhtml": f"<p>{SAID}</p>"}))
    assert found.text == SAID + "\n"
    assert "a.xhtml" in found.doubts[0]


def test_entities_of_its_own_do_no_harm() -> None:
    """A page that declares entities is not expanded."""
    bomb = "<p>&lol;</p>"
    found = read_epub(epub({"a.xhtml": bomb, "b.xhtml": f"<p>{SAID}</p>"}))
    assert "lol" not in found.text


def test_protection() -> None:
    """A protected book says so."""
    with pytest.raises(UnreadableFile, match="protected"):
        read_epub(epub(encryption="<x><EncryptedData/></x>", rights="<r/>"))


def test_another_archive() -> None:
    """An archive without a package file is no book."""
    with pytest.raises(UnreadableFile, match="no electronic book"):
        read_epub(package({"a.txt": "x"}))
