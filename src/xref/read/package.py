"""Zip archives of XML parts (docx, odt, epub): opened within limits, so that neither bombs nor entities do harm.

What the limits answer: a 116 kB archive that inflates to 119 MB (measured with a common library, no error), two parts
of one name of which readers take different ones, entities that expand without end. The declared sizes are checked
before anything is inflated; the standard library never inflates more of a part than its declared size. A document type
is refused by the parser itself when it meets one, whatever the encoding; none of these formats needs one.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree import ElementTree

import attrs

from xref.model import Settings
from xref.read.extracted import UnreadableFile

LARGE = 10_000_000
"""bytes of a part from which its inflation is looked at: a small one may be white space"""
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""what inflating a part may raise"""
_ANEW = "save it again, or save it as text"
_SPLIT = "split it into the documents it is made of"


@attrs.frozen
class Package:
    """An archive that keeps the limits."""

    archive: zipfile.ZipFile
    """its parts"""
    max_elements: int
    """tags that one part may have"""

    def read(self, name: str) -> bytes | None:
        """The bytes of one part, None when it is missing; raises UnreadableFile."""
        try:
            return self.archive.read(self.archive.getinfo(name))
        except KeyError:
            return None
        except _FAULTS as fault:
            raise UnreadableFile("it is damaged: a part of it cannot be inflated", name, _ANEW) from fault

    def parse(self, name: str) -> ElementTree.Element | None:
        """One part as XML, None when it is missing; raises UnreadableFile."""
        data = self.read(name)
        return None if data is None else self.parse_xml(data, name)

    def parse_xml(self, data: bytes, name: str) -> ElementTree.Element:
        """The XML in `data`, which is what the part `name` holds; raises UnreadableFile."""
        if data.count(b"<") > self.max_elements:
            told = f"a part of it has more than {self.max_elements} tags (max_elements)"
            raise UnreadableFile(told, name, _SPLIT)
        parser = ElementTree.XMLParser(target=_Builder(name))
        try:
            parser.feed(data)
            root: ElementTree.Element = parser.close()
        except ElementTree.ParseError as fault:
            line, column = fault.position
            place = f"{name}, line {line}, column {column + 1}"
            raise UnreadableFile("it is damaged: a part of it is not well-formed XML", place, _ANEW) from fault
        except (ValueError, LookupError, AssertionError) as fault:
            if isinstance(fault, UnreadableFile):
                raise
            raise UnreadableFile("it is damaged: a part of it is not XML", name, _ANEW) from fault
        return root


class _Builder(ElementTree.TreeBuilder):
    """Makes a tree, and refuses a document type as soon as the parser meets it: so no entity is ever declared."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def doctype(self, name: str, pubid: str, system: str) -> None:
        """Raises UnreadableFile."""
        raise UnreadableFile("a part of it declares a document type, which no such document needs", self._name, _ANEW)


def open_package(raw: bytes, limits: Settings) -> Package:
    """The archive in `raw`, within `limits`; raises UnreadableFile."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except _FAULTS as fault:
        raise UnreadableFile("it is damaged: no zip archive, as a file of this kind must be", mend=_ANEW) from fault
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if len(entries) > limits.max_parts:
        told = f"its archive holds too many parts: {len(entries)}, more than {limits.max_parts} (max_parts)"
        raise UnreadableFile(told, mend=_SPLIT)
    if len(names) < len(entries):
        raise UnreadableFile(
            "its archive holds two parts of one name, of which programs show different ones", mend=_ANEW
        )
    inflated = sum(entry.file_size for entry in entries)
    if inflated > limits.max_inflated_bytes:
        told = f"it inflates to {inflated} bytes, more than {limits.max_inflated_bytes} (max_inflated_bytes)"
        raise UnreadableFile(told, mend=_SPLIT)
    for entry in entries:
        if entry.file_size > max(LARGE, limits.max_inflation * entry.compress_size):
            told = f"a part of it inflates more than {limits.max_inflation} times (max_inflation), which no text does"
            raise UnreadableFile(told, entry.filename, "leave it out, or save it as text")
        if entry.flag_bits & 1:
            raise UnreadableFile("it is encrypted with a password", entry.filename, "save it without a password")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableFile("a part of it is packed in a way no word processor uses", entry.filename, _ANEW)
    return Package(archive, limits.max_elements)


def words_of(element: ElementTree.Element | None) -> str:
    """The words of an element in one line, "" when there is none."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
