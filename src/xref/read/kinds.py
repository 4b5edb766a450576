"""What a file is by its first bytes, whatever its name says, and how to make a readable document of it.

Signatures: the formats' own specifications (PDF 1.7, 7.5.2; ZIP APPNOTE 4.3; MS-CFB 2.2; RTF 1.9.1; PNG, JPEG, TIFF,
GIF; HTML Standard 13.1); of a zip archive the names of its parts tell which office document it is.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

import attrs


@attrs.frozen
class Kind:
    """A kind of file, told by its bytes."""

    name: str
    """in words: "a PDF" """
    suffix: str = ""
    """what its name should end in, when xref reads such files"""
    mend: str = ""
    """how to make a readable document of it, when xref does not"""


_WORDS = "open it in a word processor and save it as .docx"
_LETTERS = "run character recognition, and save the text"
_UNPACK = "unpack it, and put the documents in it into the folder"
_MAIL = "save each mail as a file of its own (.eml)"
_CELLS = "save what you want to compare as text"
ADVICE = {
    **dict.fromkeys((".doc", ".docm", ".dot", ".dotx", ".wpd", ".wps", ".pages", ".fodt", ".sxw"), _WORDS),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), _CELLS),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".djvu"), _LETTERS),
    **dict.fromkeys((".zip", ".gz", ".tar", ".tgz", ".7z", ".rar", ".bz2", ".xz"), _UNPACK),
    **dict.fromkeys((".msg", ".mbox", ".pst", ".emlx"), _MAIL),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".csv", ".tsv", ".json", ".xml"), _CELLS),
    **dict.fromkeys((".mht", ".mhtml", ".webarchive", ".xhtml"), "save the page again as a web page (.html)"),
    **dict.fromkeys((".mobi", ".azw", ".azw3", ".fb2"), "convert it to .epub"),
    ".markdown": "rename it so that it ends in .md",
    ".text": "rename it so that it ends in .txt",
}  # fmt: skip
"""suffix that xref does not read → what to do with such a file"""

_MAGIC = (
    (b"%PDF-", Kind("a PDF", ".pdf")),
    (b"{\\rtf", Kind("a file in Rich Text Format", ".rtf")),
    (b"\x89PNG", Kind("a picture (PNG)", mend=_LETTERS)),
    (b"\xff\xd8\xff", Kind("a picture (JPEG)", mend=_LETTERS)),
    (b"GIF8", Kind("a picture (GIF)", mend=_LETTERS)),
    (b"II*\x00", Kind("a picture (TIFF)", mend=_LETTERS)),
    (b"MM\x00*", Kind("a picture (TIFF)", mend=_LETTERS)),
    (b"\x1f\x8b", Kind("a gzip archive", mend=_UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Kind("a 7z archive", mend=_UNPACK)),
    (b"Rar!\x1a\x07", Kind("a RAR archive", mend=_UNPACK)),
    (b"\x7fELF", Kind("a program", mend="leave it out")),
    (b"From: <Saved by ", Kind("a web archive (MHTML)", mend=ADVICE[".mhtml"])),
)
ARCHIVE = Kind("a zip archive", mend=_UNPACK)
"""a zip archive whose parts do not tell more"""
_OLE = b"\xd0\xcf\x11\xe0"
# names of streams, in UTF-16 as the container writes them
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OUTLOOK = "__substg1.0_".encode("utf-16-le")
_MIME = {
    b"application/vnd.oasis.opendocument.text": Kind("an OpenDocument text", ".odt"),
    b"application/epub+zip": Kind("an electronic book", ".epub"),
}
_PARTS = (
    ("word/", Kind("a Word document", ".docx")),
    ("xl/", Kind("an Excel workbook", mend=_CELLS)),
    ("ppt/", Kind("a PowerPoint presentation", mend=_CELLS)),
    ("Index/Document.iwa", Kind("a Pages document", mend=_WORDS)),
    ("META-INF/container.xml", Kind("an electronic book", ".epub")),
)
_PAGE = re.compile(rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)?<(?:!doctype\s+html|html)[\s>]", re.I | re.S)

_FAULTS = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError, RuntimeError, OverflowError, MemoryError,
)  # fmt: skip
"""what the standard library's reader of archives may raise"""


def kind_of(raw: bytes) -> Kind | None:
    """The kind of file that `raw` is, None when its bytes do not tell."""
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            return kind
    if raw.startswith(_OLE):
        return _office(raw)
    if raw.startswith(b"PK\x03\x04"):
        return _archive(raw)
    if _PAGE.match(raw.removeprefix(b"\xef\xbb\xbf")[:2000].lstrip()):
        return Kind("a web page", ".html")
    return None


def _office(raw: bytes) -> Kind:
    if _LOCKED in raw:
        return Kind("an encrypted Office document", mend="open it with its password, and save it without one")
    if _OUTLOOK in raw:
        return Kind("an Outlook message", mend=_MAIL)
    return Kind("an old Word, Excel or PowerPoint file", mend=_WORDS)


def _archive(raw: bytes) -> Kind:
    """What a zip archive holds, as far as it can be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = archive.namelist()
            mime = archive.open("mimetype").read(100).strip() if "mimetype" in names else b""
    except _FAULTS:
        return ARCHIVE
    if mime in _MIME:
        return _MIME[mime]
    for start, kind in _PARTS:
        if any(name.startswith(start) for name in names):
            return kind
    if "content.xml" in names:
        other = mime.startswith(b"application/vnd.oasis.opendocument")
        return (
            Kind("an OpenDocument table or presentation", mend=_CELLS)
            if other
            else Kind("an OpenDocument text", ".odt")
        )
    return ARCHIVE
