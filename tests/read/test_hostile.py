"""Every kind of file in every kind of bad shape: one clear problem each, and the other documents are read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from tests.read import packages, pdfs

from xref.model import Settings
from xref.read import read_corpus

GOOD = {
    ".txt": packages.SAID.encode(),
    ".md": packages.SAID.encode(),
    ".html": f"<html><body><p>{packages.SAID}</p></body></html>".encode(),
    ".pdf": pdfs.make_pdf([(700, packages.SAID)]),
    ".docx": packages.docx(),
    ".odt": packages.odt(),
    ".epub": packages.epub(),
    ".eml": packages.eml(),
    ".rtf": packages.rtf(),
}
PACKED = (".docx", ".odt", ".epub")
PARTS = {".docx": "word/document.xml", ".odt": "content.xml", ".epub": "OEBPS/book.opf"}


def refused(folder: Path, name: str, raw: bytes, settings: Settings | None = None) -> str:
    """The one problem that the file `name` with these bytes is, beside a document that is read."""
    (folder / name).write_bytes(raw)
    (folder / "control.txt").write_text("It rained.\n\nIt rained all day in the harbour, the mayor said.\n", "utf-8")
    corpus = read_corpus([folder], settings)
    assert [d.path for d in corpus.documents] == ["control.txt"]
    (problem,) = (p for p in corpus.problems if p.where == name)
    assert problem.level == "refused"
    assert problem.advice
    assert "Error" not in problem.message
    assert "Traceback" not in problem.message
    return problem.message


@pytest.mark.parametrize("suffix", GOOD)
def test_good(tmp_path: Path, suffix: str) -> None:
    """The files that the others are made from are read."""
    (tmp_path / f"a{suffix}").write_bytes(GOOD[suffix])
    corpus = read_corpus([tmp_path])
    assert packages.SAID in " ".join(corpus.documents[0].text.split())
    assert not [p for p in corpus.problems if p.level == "refused"]


@pytest.mark.parametrize("suffix", GOOD)
def test_empty(tmp_path: Path, suffix: str) -> None:
    """A file without bytes is empty."""
    assert "empty" in refused(tmp_path, f"a{suffix}", b"")


@pytest.mark.parametrize("suffix", GOOD)
def test_oversized(tmp_path: Path, suffix: str) -> None:
    """A file over the limit names the limit."""
    assert "max_file_bytes" in refused(
        tmp_path, f"a{suffix}", GOOD[suffix] + b" " * 5000, Settings(max_file_bytes=4000)
    )


@pytest.mark.parametrize("suffix", [s for s in GOOD if s not in (".txt", ".md", ".html", ".eml")])
def test_cut_off(tmp_path: Path, suffix: str) -> None:
    """A file that ends half-way is damaged, or at least no such file."""
    message = refused(tmp_path, f"a{suffix}", GOOD[suffix][: len(GOOD[suffix]) // 2])
    assert "damaged" in message


@pytest.mark.parametrize("suffix", GOOD)
@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("an old Word file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
        ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4),
        ("a program", b"\x7fELF" + bytes(range(256)) * 4),
    ],
)
def test_mislabelled(tmp_path: Path, suffix: str, kind: str, raw: bytes) -> None:
    """Bytes of another kind are refused whatever the suffix says."""
    assert refused(tmp_path, f"a{suffix}", raw), kind


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("other", [".pdf", ".docx", ".odt", ".epub"])
def test_another_format_called_text(tmp_path: Path, suffix: str, other: str) -> None:
    """A packed file with a text's suffix says what it is."""
    assert "not text" in refused(tmp_path, f"a{suffix}", GOOD[other])


@pytest.mark.parametrize("suffix", PACKED)
def test_bomb(tmp_path: Path, suffix: str) -> None:
    """A part that inflates beyond all measure is refused before it is inflated."""
    raw = packages.package({PARTS[suffix]: b" " * 60_000_000})
    assert len(raw) < 200_000
    assert "inflates" in refused(tmp_path, f"a{suffix}", raw)


@pytest.mark.parametrize("suffix", PACKED)
def test_too_many_parts(tmp_path: Path, suffix: str) -> None:
    """An archive of ten thousand parts is no document."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"p{number}", b"")
    assert "too many parts" in refused(tmp_path, f"a{suffix}", stream.getvalue())


@pytest.mark.parametrize("suffix", PACKED)
def test_entities(tmp_path: Path, suffix: str) -> None:
    """A part that declares entities is refused."""
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    parts: dict[str, str | bytes] = {PARTS[suffix]: bomb}
    if suffix == ".epub":
        parts["META-INF/container.xml"] = (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
        )
    assert "document type" in refused(tmp_path, f"a{suffix}", packages.package(parts))


@pytest.mark.parametrize("suffix", PACKED)
def test_encrypted_archive(tmp_path: Path, suffix: str) -> None:
    """An archive with a password says so."""
    raw = bytearray(GOOD[suffix])
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(magic)
        while at >= 0:
            raw[at + offset] |= 1
            at = raw.find(magic, at + 4)
    assert "password" in refused(tmp_path, f"a{suffix}", bytes(raw))


def test_text_in_utf16_without_its_mark(tmp_path: Path) -> None:
    """A text in UTF-16 that does not say so is refused, since its bytes could be anything."""
    assert "not text" in refused(tmp_path, "b.txt", packages.SAID.encode("utf-16-le"))


def test_text_in_utf16(tmp_path: Path) -> None:
    """A text in UTF-16 with its mark is read."""
    (tmp_path / "a.txt").write_bytes(packages.SAID.encode("utf-16"))
    assert read_corpus([tmp_path]).documents[0].encoding == "utf-16-le"
