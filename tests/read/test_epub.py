"""Electronic books: chapters in reading order, facts from the package, protection told."""

from __future__ import annotations

import io
import zipfile

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


def encrypted(algorithm: str) -> str:
    return (
        '<e xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptedData><EncryptionMethod Algorithm="'
        f'{algorithm}"/></EncryptedData></e>'
    )


def test_protection() -> None:
    """A protected book says so; veiled fonts protect nothing."""
    with pytest.raises(UnreadableFile, match="protected"):
        read_epub(epub(encryption=encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc")))
    assert read_epub(epub(encryption=encrypted("http://www.idpf.org/2008/embedding"))).text == SAID + "\n"


def test_rows_notes_and_hidden_text() -> None:
    """Rows of a table are lines, marks of notes stand in brackets, hidden text is told."""
    page = (
        "<table><tr><th>Year</th><th>Ferries</th></tr><tr><td>1999</td><td>two</td></tr></table>"
        '<p>Sold<a epub:type="noteref" href="#n1">1</a>.</p><p style="display: none">secret</p>'
    )
    found = read_epub(epub({"a.xhtml": page}))
    assert found.text == "Year | Ferries\n\n1999 | two\n\nSold[1].\n"
    assert "hidden text was left out (6 characters" in found.doubts[0]


def test_pages_of_other_encodings() -> None:
    """A page in UTF-16, which books may use, is read."""
    raw = '<?xml version="1.0" encoding="utf-16"?><html><body><p>Gr\u00fc\u00dfe</p></body></html>'.encode("utf-16")
    with zipfile.ZipFile(io.BytesIO(epub())) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    parts["OEBPS/a.xhtml"] = raw
    assert read_epub(package(parts)).text == "Gr\u00fc\u00dfe\n"


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("<dc:date>1999</dc:date>", ["1999"]),
        ("<dc:date>1999-02</dc:date>", ["1999-02"]),
        ("<dc:date>0101-01-01T00:00:00+00:00</dc:date>", []),
        ('<dc:date xmlns:opf="http://www.idpf.org/2007/opf" opf:event="modification">2011-03-04</dc:date>', []),
    ],
)
def test_dates(date: str, iso: list[str]) -> None:
    """Years and months are ranges; a day of change, or the year 101 of an unknown date, is none."""
    found = read_epub(epub(metadata=date)).dates
    assert [each.value.iso for each in found] == iso
    assert all("edition" in each.how for each in found)


def test_another_archive() -> None:
    """An archive without a package file is no book."""
    with pytest.raises(UnreadableFile, match="no electronic book"):
        read_epub(package({"a.txt": "x"}))
