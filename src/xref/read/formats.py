"""Which reader reads which kind of file, what it needs to be installed, and the border that no fault of it crosses."""

from __future__ import annotations

import importlib
import struct
import zipfile
import zlib
from collections.abc import Callable
from xml.etree import ElementTree

import attrs

from xref.model import Settings
from xref.read.extracted import Extracted, MissingExtra, UnreadableFile
from xref.read.front import read_front
from xref.read.kinds import ARCHIVE, kind_of
from xref.read.text import UnreadableText, decode


@attrs.frozen
class Format:
    """A kind of file."""

    name: str
    """in words: "a Word document" """
    read: str
    """module and function, imported when the first such file is met"""
    mend: str
    """what to do with such a file that cannot be read"""
    extra: str = ""
    """extra of the package that brings the reader's library"""
    packed: bool = False
    """whether it is a zip archive"""


_WRITER = "open it in a word processor and save it again, or save it as text"
PLAIN = Format("text", "plain", "save it as UTF-8 text, or leave it out")
MARKDOWN = attrs.evolve(PLAIN, read="plain, with front matter")
_PAGE = Format(
    "a web page", "xref.read.html:read_html", "save the page again from a browser, or save its text", extra="html"
)
FORMATS = {
    ".txt": PLAIN,
    ".md": MARKDOWN,
    ".docx": Format("a Word document", "xref.read.docx:read_docx", _WRITER, packed=True),
    ".odt": Format("an OpenDocument text", "xref.read.odt:read_odt", _WRITER, packed=True),
    ".rtf": Format("a file in Rich Text Format", "xref.read.rtf:read_rtf", _WRITER, extra="rtf"),
    ".epub": Format("an electronic book", "xref.read.epub:read_epub", "save its text, or leave it out", packed=True),
    ".html": _PAGE,
    ".htm": _PAGE,
    ".pdf": Format("a PDF", "xref.read.pdf:read_pdf", "save it as text, or leave it out", extra="pdf"),
    ".eml": Format("a saved mail", "xref.read.eml:read_eml", "save the mail again, or save its text"),
}
"""suffix → format"""

_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, BufferError, EOFError, LookupError, OSError, RuntimeError,
    TypeError, ValueError, zipfile.BadZipFile, zlib.error, struct.error, ElementTree.ParseError,
)  # fmt: skip
"""what a parser may raise over bytes that it did not expect; RuntimeError is also too deep a recursion"""


def read_bytes(raw: bytes, suffix: str, limits: Settings | None = None) -> Extracted:
    """`raw` as text, by its suffix; raises UnreadableFile, or MissingExtra with what to install, and nothing else."""
    form = FORMATS[suffix]
    if not raw:
        raise UnreadableFile("the file is empty", mend="save it again, or leave it out")
    try:
        _check_kind(raw, form)
        return _read_plain(raw, form) if form.read.startswith("plain") else _read_other(raw, form, limits or Settings())
    except (UnreadableFile, MissingExtra):
        raise
    except ImportError as fault:
        raise MissingExtra(
            f"the library that reads {suffix} is not installed: pip install 'xref[{form.extra}]'"
        ) from fault
    except RecursionError as fault:
        raise UnreadableFile("it is nested too deeply") from fault
    except MemoryError as fault:
        raise UnreadableFile("reading it takes more memory than there is") from fault
    except _FAULTS as fault:
        raise UnreadableFile("it is damaged: its reader stopped at a fault in it") from fault


def _check_kind(raw: bytes, form: Format) -> None:
    """Raises UnreadableFile when the bytes are of another kind than the name says."""
    kind = kind_of(raw)
    if kind is None or (kind is ARCHIVE and form.packed):
        return
    other = FORMATS.get(kind.suffix)
    if other is not form:
        mend = f"rename it so that it ends in {kind.suffix}" if other else kind.mend
        raise UnreadableFile(f"it is {kind.name}, not {form.name}", mend=mend)


def _read_plain(raw: bytes, form: Format) -> Extracted:
    try:
        decoded = decode(raw)
    except UnreadableText as fault:
        raise UnreadableFile(str(fault)) from fault
    front = read_front(decoded.text) if form is MARKDOWN else None
    return Extracted(decoded.text, decoded.encoding, (decoded.doubt,) if decoded.doubt else (), front=front)


def _read_other(raw: bytes, form: Format, limits: Settings) -> Extracted:
    module, _, name = form.read.partition(":")
    read: Callable[[bytes, Settings], Extracted] = getattr(importlib.import_module(module), name)
    return read(raw, limits)
