"""Small files of every packed or marked-up kind, built by the tests themselves."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)
SAID = "The mayor said on Monday that the harbour ferry was sold twice in one year."


def package(parts: Mapping[str, str | bytes], compress: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compress) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def docx(body: str = f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p>") -> bytes:
    """A Word document with this body."""
    return package({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"})


def odt(body: str = f"<text:p>{SAID}</text:p>", **parts: str) -> bytes:
    """An OpenDocument text with this body."""
    content = f"<office:document-content {ODT}><office:body><office:text>{body}</office:text></office:body>"
    return package({"content.xml": content + "</office:document-content>", **{k + ".xml": v for k, v in parts.items()}})


def epub(
    pages: Mapping[str, str] | None = None, metadata: str = "", compress: int = zipfile.ZIP_DEFLATED, **parts: str
) -> bytes:
    """An electronic book with these pages (name → body), in this order."""
    chapters = pages if pages is not None else {"a.xhtml": f"<p>{SAID}</p>"}
    items = "".join(f'<item id="i{n}" href="{name}"/>' for n, name in enumerate(chapters))
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    head = (
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>t</title></head>'
    )
    return package(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": opf,
            **{f"OEBPS/{name}": f"{head}<body>{body}</body></html>" for name, body in chapters.items()},
            **{f"META-INF/{name}.xml": data for name, data in parts.items()},
        },
        compress,
    )


def eml(body: str = SAID + "\n", heads: str = "", kind: str = "text/plain; charset=utf-8") -> bytes:
    """A saved mail."""
    lines = (
        "From: Ann Reed <ann@harbour.example>\r\nTo: list@harbour.example\r\nSubject: The ferry is sold\r\n"
        f"Date: Mon, 03 May 1999 23:14:22 -0400\r\n{heads}MIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n"
    )
    return (lines + body).encode("utf-8")


def rtf(body: str = SAID) -> bytes:
    """A file in Rich Text Format."""
    return ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}" + body + "\\par}").encode("latin-1")
