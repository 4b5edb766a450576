"""Which reader reads which kind of file, and what it needs to be installed."""

from __future__ import annotations

import importlib
from collections.abc import Callable

import attrs

from xref.read.extracted import Extracted, UnreadableFile
from xref.read.front import read_front
from xref.read.text import UnreadableText, decode


@attrs.frozen
class Format:
    """A kind of file."""

    read: str
    """module and function, imported when the first such file is met"""
    extra: str = ""
    """extra of the package that brings the reader's library"""


PLAIN = Format("plain")
MARKDOWN = Format("plain, with front matter")
FORMATS = {
    ".txt": PLAIN,
    ".md": MARKDOWN,
    ".docx": Format("xref.read.docx:read_docx"),
    ".html": Format("xref.read.html:read_html", "html"),
    ".htm": Format("xref.read.html:read_html", "html"),
    ".pdf": Format("xref.read.pdf:read_pdf", "pdf"),
    ".odt": Format("xref.read.odt:read_odt"),
    ".epub": Format("xref.read.epub:read_epub"),
    ".eml": Format("xref.read.eml:read_eml"),
    ".rtf": Format("xref.read.rtf:read_rtf", "rtf"),
}
"""suffix → format"""


class MissingExtra(Exception):
    """The library that reads this kind of file is not installed; the message says what to install."""


def read_bytes(raw: bytes, suffix: str) -> Extracted:
    """`raw` as text, by its suffix; raises UnreadableFile, or MissingExtra with what to install."""
    form = FORMATS[suffix]
    if form in (PLAIN, MARKDOWN):
        try:
            decoded = decode(raw)
        except UnreadableText as fault:
            raise UnreadableFile(str(fault)) from fault
        front = read_front(decoded.text) if form is MARKDOWN else None
        return Extracted(decoded.text, decoded.encoding, (decoded.doubt,) if decoded.doubt else (), front=front)
    if not raw:
        raise UnreadableFile("the file is empty")
    module, _, name = form.read.partition(":")
    read: Callable[[bytes], Extracted] = getattr(importlib.import_module(module), name)
    try:
        return read(raw)
    except ImportError as fault:
        raise MissingExtra(
            f"the library that reads {suffix} is not installed: pip install 'xref[{form.extra}]'"
        ) from fault
