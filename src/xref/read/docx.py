"""Word documents (docx): the text as the reader of the finished document sees it.

A docx is a zip of XML parts (ECMA-376, WordprocessingML). Tracked insertions are in, deletions out; of a text box only
the modern form; tables row by row; notes at the end under their numbers; page heads and feet are other
parts and stay out. Libraries lose insertions, notes or text boxes (measured), so the reading is our own; XML with a
DOCTYPE is refused, and nothing is inflated beyond a budget, so that neither entities nor zip bombs do harm.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree

from xref.read.extracted import Extracted, Hint, UnreadableFile

MAX_INFLATED = 100_000_000
"""bytes that all parts may have inflated"""
MAX_PARTS = 10_000
"""entries of the archive"""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_GONE = frozenset(
    (f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_MC}Fallback", f"{_W}pPr", f"{_W}rPr")
)
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}


def read_docx(raw: bytes) -> Extracted:
    """The text of a Word document; raises UnreadableFile with the cause when it is none."""
    archive = open_zip(raw)
    body = _part(archive, "word/document.xml")
    if body is None:
        raise UnreadableFile("it is a zip archive, but no Word document (word/document.xml is missing)")
    paragraphs = [text for block in body.iter(f"{_W}body") for text in _blocks(block)]
    notes = [*_notes(archive, "footnote"), *_notes(archive, "endnote")]
    text = "\n\n".join(p for p in [*paragraphs, *notes] if p.strip())
    if not text.strip():
        raise UnreadableFile("the document holds no text")
    return Extracted(text + "\n", "docx, read by xref", hints=_hints(archive))


def open_zip(raw: bytes) -> zipfile.ZipFile:
    """The archive in `raw`, within the limits; raises UnreadableFile."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, OSError) as fault:
        raise UnreadableFile("it is damaged: no zip archive, as a file of this kind must be") from fault
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(names) > MAX_PARTS or len(set(names)) < len(names):
        raise UnreadableFile("its archive holds too many parts, or two of one name")
    if sum(entry.file_size for entry in entries) > MAX_INFLATED:
        raise UnreadableFile(f"its parts would inflate to more than {MAX_INFLATED} bytes")
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise UnreadableFile("its parts are packed in a way that word processors do not use")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile("it is encrypted: remove the password first")
    return archive


def read_part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one part, None when it is missing; never more than the archive declared."""
    if name not in archive.namelist():
        return None
    try:
        with archive.open(name) as stream:
            data = stream.read(MAX_INFLATED + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as fault:
        raise UnreadableFile(f"it is damaged: its part {name} cannot be inflated") from fault
    if len(data) > MAX_INFLATED:
        raise UnreadableFile(f"its part {name} inflates to more than {MAX_INFLATED} bytes")
    return data


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element | None:
    data = read_part(archive, name)
    if data is None:
        return None
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableFile(f"its part {name} declares a document type, which no Word document does")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, RecursionError) as fault:
        raise UnreadableFile(f"it is damaged: its part {name} is not XML") from fault


def _blocks(parent: ElementTree.Element) -> list[str]:
    """Paragraphs and table rows, in order."""
    found: list[str] = []
    for child in parent:
        if child.tag == f"{_W}p":
            found += _paragraph(child)
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                cells = [" ".join(" ".join(_blocks(cell)).split()) for cell in row.iter(f"{_W}tc")]
                found.append(" | ".join(cells))
        elif child.tag not in _GONE:
            found += _blocks(child)
    return found


def _paragraph(paragraph: ElementTree.Element) -> list[str]:
    """A paragraph's text, then the text boxes anchored in it."""
    boxes: list[str] = []
    text = "".join(_runs(paragraph, boxes)).strip("\n")
    listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    return [f"- {text}" if listed and text.strip() else text, *boxes]


def _runs(node: ElementTree.Element, boxes: list[str]) -> list[str]:
    found: list[str] = []
    for child in node:
        if child.tag in _GONE:
            continue
        if child.tag == f"{_W}t":
            found.append(child.text or "")
        elif child.tag in _MARKS:
            found.append(_MARKS[child.tag])
        elif child.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            found.append(f"[{child.get(f'{_W}id', '?')}]")
        elif child.tag == f"{_W}txbxContent":
            boxes += _blocks(child)
        else:
            found += _runs(child, boxes)
    return found


def _notes(archive: zipfile.ZipFile, kind: str) -> list[str]:
    """Foot- or endnotes under their numbers; the separators Word keeps among them have a type and are none."""
    part = _part(archive, f"word/{kind}s.xml")
    if part is None:
        return []
    return [
        f"[{note.get(f'{_W}id', '?')}] " + " ".join(" ".join(_blocks(note)).split())
        for note in part.iter(f"{_W}{kind}")
        if note.get(f"{_W}type") is None
    ]


def _hints(archive: zipfile.ZipFile) -> tuple[Hint, ...]:
    """Title and author from the properties; the date there is when the file was made, not when the text appeared."""
    part = _part(archive, "docProps/core.xml")
    if part is None:
        return ()
    found = []
    for field, tag in (("title", "title"), ("author", "creator")):
        value = " ".join((part.findtext(f"{_DC}{tag}") or "").split())
        # four words: shorter titles are "Document1" or "letter final"
        if value and (field != "title" or len(re.findall(r"\w+", value)) >= 4):
            found.append(Hint(field, value, f"{tag} among the document's properties"))
    return tuple(found)
