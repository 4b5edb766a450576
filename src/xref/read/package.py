"""Zip archives of XML parts (docx, odt, epub): opened within limits, so that neither bombs nor entities do harm.

What the limits answer: a 116 kB archive that inflates to 119 MB (measured with a common library, no error), two parts
of one name of which readers take different ones, entities that expand without end. The declared sizes are checked
before anything is inflated, and the real size while it is.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree import ElementTree

from xref.read.extracted import UnreadableFile

MAX_INFLATED = 100_000_000
"""bytes that all parts may have inflated"""
MAX_PARTS = 10_000
"""entries of the archive"""
LARGE = 10_000_000
"""bytes of a part from which its ratio is looked at"""
MAX_RATIO = 100
"""times a large part may inflate: text packs 3 to 10 times"""


def open_package(raw: bytes) -> zipfile.ZipFile:
    """The archive in `raw`, within the limits; raises UnreadableFile."""
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile("it is an old Word or Excel file, or an encrypted one: save it anew without a password")
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError) as fault:
        raise UnreadableFile("it is damaged: no zip archive, as a file of this kind must be") from fault
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(names) > MAX_PARTS or len(set(names)) < len(names):
        raise UnreadableFile("its archive holds too many parts, or two of one name")
    if sum(entry.file_size for entry in entries) > MAX_INFLATED:
        raise UnreadableFile(f"its parts would inflate to more than {MAX_INFLATED} bytes")
    if any(e.file_size > LARGE and e.file_size > MAX_RATIO * max(1, e.compress_size) for e in entries):
        raise UnreadableFile(f"a part of it inflates more than {MAX_RATIO} times, which no text does")
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise UnreadableFile("its parts are packed in a way that word processors do not use")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile("it is encrypted: remove the password first")
    return archive


def read_part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one part, None when it is missing; never more than the archive may hold."""
    if name not in archive.namelist():
        return None
    try:
        with archive.open(name) as stream:
            data = stream.read(MAX_INFLATED + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as fault:
        raise UnreadableFile(f"it is damaged: its part {name} cannot be inflated") from fault
    if len(data) > MAX_INFLATED:
        raise UnreadableFile(f"its part {name} inflates to more than {MAX_INFLATED} bytes")
    return data


def parse_part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element | None:
    """One part as XML, None when it is missing; a part that declares a document type with entities is refused."""
    data = read_part(archive, name)
    return None if data is None else parse_xml(data, name)


def parse_xml(data: bytes, name: str) -> ElementTree.Element:
    """The XML in `data`, a part called `name`; raises UnreadableFile."""
    head = data[:2000].lower() if b"<!DOCTYPE" in data else b""
    if b"<!ENTITY" in data or (head and b"<!doctype html" not in head) or b"\x00<\x00!" in data[:4000]:
        raise UnreadableFile(f"its part {name} declares a document type, which no such document needs")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError) as fault:
        raise UnreadableFile(f"it is damaged: its part {name} is not XML") from fault
