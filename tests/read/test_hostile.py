"""Every kind of file in every kind of bad shape: one clear problem each, and the other documents are read."""

from __future__ import annotations

import importlib
import io
import struct
import sys
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.read import packages, pdfs

from xref.model import Settings
from xref.read import read_corpus
from xref.read.formats import FORMATS

for module in ("trafilatura", "pypdfium2", "striprtf"):
    pytest.importorskip(module, reason="the extras html, pdf and rtf are not installed: make test installs them")

GOOD = {
    ".txt": packages.SAID.encode(),
    ".md": packages.SAID.encode(),
    ".html": f"<html><body><p>{packages.SAID}</p></body></html>".encode(),
    ".htm": f"<!DOCTYPE html><html><body><p>{packages.SAID}</p></body></html>".encode(),
    ".pdf": pdfs.make_pdf([(700, packages.SAID)]),
    ".docx": packages.docx(),
    ".odt": packages.odt(),
    ".epub": packages.epub(),
    ".eml": packages.eml(),
    ".rtf": packages.rtf(),
}
PACKED = (".docx", ".odt", ".epub")
WORDS = (".txt", ".md", ".eml")
LENIENT = (".txt", ".md", ".html", ".htm")
PARTS = {".docx": "word/document.xml", ".odt": "content.xml", ".epub": "OEBPS/book.opf"}
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


def refused(folder: Path, name: str, raw: bytes, settings: Settings | None = None) -> str:
    """The one problem that the file `name` with these bytes is, beside a document that is read; with its advice."""
    (folder / name).write_bytes(raw)
    (folder / "control.txt").write_text("It rained.\n\nIt rained all day in the harbour, the mayor said.\n", "utf-8")
    corpus = read_corpus([folder], settings)
    assert [d.path for d in corpus.documents] == ["control.txt"]
    (problem,) = (p for p in corpus.problems if p.where == name)
    assert problem.level == "refused"
    assert problem.advice
    assert "Error" not in problem.message
    return f"{problem.place}: {problem.message}: {problem.advice}"


@pytest.mark.parametrize("suffix", FORMATS)
def test_good(tmp_path: Path, suffix: str) -> None:
    """The files that the others are made from are read."""
    (tmp_path / f"a{suffix}").write_bytes(GOOD[suffix])
    corpus = read_corpus([tmp_path])
    assert packages.SAID in " ".join(corpus.documents[0].text.split())
    assert not [p for p in corpus.problems if p.level == "refused"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_empty(tmp_path: Path, suffix: str) -> None:
    """A file without bytes is empty; one of white space holds nothing or is no such file."""
    assert "empty" in refused(tmp_path, f"a{suffix}", b"")
    assert refused(tmp_path, f"a{suffix}", b" \r\n\t " * 50)


@pytest.mark.parametrize("suffix", FORMATS)
def test_oversized(tmp_path: Path, suffix: str) -> None:
    """A file over the limit names the limit, and so does a text over its own."""
    large = GOOD[suffix] + b" " * 5000
    assert "max_file_bytes" in refused(tmp_path, f"a{suffix}", large, Settings(max_file_bytes=4000))
    assert "max_characters" in refused(tmp_path, f"a{suffix}", GOOD[suffix], Settings(max_characters=70))


@pytest.mark.parametrize("suffix", [s for s in FORMATS if s not in (*LENIENT, ".eml")])
def test_cut_off(tmp_path: Path, suffix: str) -> None:
    """A file that ends half-way, or just before its end, is damaged."""
    for length in (len(GOOD[suffix]) // 2, len(GOOD[suffix]) - 3):
        if suffix != ".pdf" or length < len(GOOD[suffix]) // 2 + 1:  # a PDF without its last bytes is mended by readers
            assert "damaged" in refused(tmp_path, f"a{suffix}", GOOD[suffix][:length])


@pytest.mark.parametrize("suffix", PACKED)
def test_flipped_bits(tmp_path: Path, suffix: str) -> None:
    """Bytes that were changed on the way are noticed, and the part is named."""
    raw = packages.package({PARTS[suffix]: f"<x>{packages.SAID}</x>"}, zipfile.ZIP_STORED)
    if suffix == ".epub":
        raw = packages.epub(metadata="<x>ferry</x>", compress=zipfile.ZIP_STORED)
    message = refused(tmp_path, f"a{suffix}", raw.replace(b"ferry", b"fetty", 1))
    assert "damaged" in message
    assert message.startswith(PARTS[suffix])


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (OLD_WORD, "old Word"),
        (OLD_WORD + "EncryptedPackage".encode("utf-16-le"), "without"),
        (OLD_WORD + "__substg1.0_".encode("utf-16-le"), ".eml"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "character recognition"),
        (b"\x7fELF" + bytes(range(256)) * 4, "a program"),
        (b"\x1f\x8b" + bytes(range(256)) * 4, "unpack"),
        (packages.package({"xl/workbook.xml": "<x/>"}), "Excel"),
    ],
    ids=["old-word", "encrypted", "outlook", "picture", "program", "gzip", "excel"],
)
def test_of_another_kind(tmp_path: Path, suffix: str, raw: bytes, told: str) -> None:
    """Bytes of a kind that is not read are refused whatever the suffix says, with what can be done."""
    assert told in refused(tmp_path, f"a{suffix}", raw)


@pytest.mark.parametrize(
    ("suffix", "other"),
    [
        (suffix, other)
        for suffix in FORMATS
        for other in GOOD
        if FORMATS[suffix].name != FORMATS[other].name
        and not (suffix in LENIENT and other in WORDS)  # words read as themselves under any of these names
    ],
)
def test_mislabelled(tmp_path: Path, suffix: str, other: str) -> None:
    """A file with the suffix of another kind is refused, and told what to be called when it can be read so."""
    message = refused(tmp_path, f"a{suffix}", GOOD[other])
    if other not in WORDS:
        assert f"rename it so that it ends in {other.replace('.htm', '.html').replace('ll', 'l')}" in message


@pytest.mark.parametrize("suffix", FORMATS)
def test_noise(tmp_path: Path, suffix: str) -> None:
    """Bytes without sense are refused."""
    noise = b"\x00\x01\x02" + zlib.compress(bytes(range(256)) * 40, 9) * 20
    assert refused(tmp_path, f"a{suffix}", noise)


@pytest.mark.parametrize("suffix", [*PACKED, ".rtf", ".eml"])
def test_nested_too_deeply(tmp_path: Path, suffix: str) -> None:
    """Elements within elements beyond measure are refused before they exhaust the stack."""

    def nested(tag: str) -> str:
        return f"<{tag}>" * 5_000 + f"</{tag}>" * 5_000

    mail = "".join(f'--{n}\r\nContent-Type: multipart/mixed; boundary="{n + 1}"\r\n\r\n' for n in range(2_000))
    raw = {
        ".docx": packages.docx(nested("w:sdt")),
        ".odt": packages.odt(nested("text:section")),
        ".epub": packages.epub({"a.xhtml": nested("div")}),
        ".rtf": packages.rtf("{" * 5_000 + "x" + "}" * 5_000),
        ".eml": packages.eml(mail, kind='multipart/mixed; boundary="0"'),
    }[suffix]
    assert refused(tmp_path, f"a{suffix}", raw)


@pytest.mark.parametrize("suffix", PACKED)
def test_bombs(tmp_path: Path, suffix: str) -> None:
    """Archives that inflate beyond measure are refused before they are inflated; each limit is named."""
    bomb = packages.package({PARTS[suffix]: b" " * 60_000_000})
    assert len(bomb) < 200_000
    assert "max_inflation" in refused(tmp_path, f"a{suffix}", bomb)
    many = packages.package({f"p{n}": b" " * 9_000_000 for n in range(12)} | {PARTS[suffix]: "<x/>"})
    assert "max_inflated_bytes" in refused(tmp_path, f"a{suffix}", many)
    assert "max_elements" in refused(tmp_path, f"a{suffix}", GOOD[suffix], Settings(max_elements=1))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"p{number}", b"")
    assert "max_parts" in refused(tmp_path, f"a{suffix}", stream.getvalue())


@pytest.mark.parametrize("suffix", PACKED)
def test_two_parts_of_one_name(tmp_path: Path, suffix: str) -> None:
    """An archive that holds two parts of one name shows different texts in different programs."""
    stream = io.BytesIO(GOOD[suffix])
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(PARTS[suffix], "<x/>")
    assert "two parts of one name" in refused(tmp_path, f"a{suffix}", stream.getvalue())


@pytest.mark.parametrize("suffix", PACKED)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_entities(tmp_path: Path, suffix: str, codec: str) -> None:
    """A part that declares a document type is refused in any encoding, so no entity is ever expanded."""
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    parts: dict[str, str | bytes] = {PARTS[suffix]: bomb.encode(codec)}
    if suffix == ".epub":
        parts["META-INF/container.xml"] = (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
        )
    message = refused(tmp_path, f"a{suffix}", packages.package(parts))
    assert "document type" in message
    assert message.startswith(PARTS[suffix])


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


@pytest.mark.parametrize("suffix", [s for s in FORMATS if s not in (".txt", ".md")])
@pytest.mark.parametrize(
    "fault",
    [
        RecursionError, MemoryError, TypeError, ValueError, KeyError, IndexError, AttributeError, AssertionError,
        ZeroDivisionError, OverflowError, NotImplementedError, RuntimeError, EOFError, OSError, BufferError,
        UnicodeDecodeError("utf-8", b"x", 0, 1, "x"), zipfile.BadZipFile, zlib.error, struct.error,
        ElementTree.ParseError,
    ],
)  # fmt: skip
def test_whatever_a_parser_raises(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, fault: type[Exception] | Exception
) -> None:
    """No fault of a parser crosses the border of its document."""

    def fail(raw: bytes, limits: Settings) -> None:
        raise fault

    module, _, name = FORMATS[suffix].read.partition(":")
    monkeypatch.setattr(importlib.import_module(module), name, fail)
    assert refused(tmp_path, f"a{suffix}", GOOD[suffix])


@pytest.mark.parametrize("suffix", [s for s, form in FORMATS.items() if form.extra])
def test_missing_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    """Without its library a format says what to install."""
    for name in ("trafilatura", "pypdfium2", "striprtf"):
        monkeypatch.setitem(sys.modules, name, None)
    assert f"pip install 'xref[{FORMATS[suffix].extra}]'" in refused(tmp_path, f"a{suffix}", GOOD[suffix])


@pytest.mark.parametrize(
    ("name", "advice"),
    [("a.doc", ".docx"), ("a.jpg", "character recognition"), ("a.mbox", ".eml"), ("a", "as text"), ("a.zip", "unpack")],
)
def test_unknown_suffix(tmp_path: Path, name: str, advice: str) -> None:
    """A file that is not read is told, named or not, with what to do for its kind and what is read."""
    (tmp_path / name).write_bytes(b"x")
    (tmp_path / "b.txt").write_text("It rained all day in the harbour, the mayor said.\n", "utf-8")
    for paths, level in (([tmp_path], "note"), ([tmp_path / name, tmp_path / "b.txt"], "refused")):
        (problem,) = (p for p in read_corpus(paths).problems if p.where == name)
        assert problem.level == level
        assert advice in problem.advice
        assert ".docx, .odt" in problem.message


def test_text_in_utf16(tmp_path: Path) -> None:
    """A text in UTF-16 is read by its mark; without one it is refused, since its bytes could be anything."""
    (tmp_path / "a.txt").write_bytes(packages.SAID.encode("utf-16"))
    assert read_corpus([tmp_path]).documents[0].encoding == "utf-16-le"
    (tmp_path / "a.txt").unlink()
    assert "not text" in refused(tmp_path, "b.txt", packages.SAID.encode("utf-16-le"))
