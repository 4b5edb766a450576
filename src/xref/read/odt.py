"""OpenDocument texts (odt): the text as the reader of the finished document sees it.

An odt is a zip of XML parts (OASIS OpenDocument 1.3, part 3). Tracked deletions are kept apart in the file and stay
out, insertions are in; tables row by row; notes at the end under their numbers; text of frames after the paragraph
they hang on; page heads and feet are styles and stay out.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from xref.read.extracted import Extracted, Hint, UnreadableFile
from xref.read.package import open_package, parse_part, read_part
from xref.read.paragraphs import Paragraph, join_paragraphs

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_GONE = frozenset((f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}bibliography-mark", f"{_DC}creator"))
_BLOCKS = frozenset((f"{_TEXT}p", f"{_TEXT}h"))
_PART = "content.xml"
_LAYOUT = re.compile(r"[ \t\r\n]+")  # white space of the file's own layout is none of the text (OpenDocument, 6.1.2)


def read_odt(raw: bytes) -> Extracted:
    """The text of an OpenDocument text; raises UnreadableFile with the cause when it is none."""
    archive = open_package(raw)
    manifest = read_part(archive, "META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise UnreadableFile("it is encrypted: remove the password first")
    content = parse_part(archive, _PART)
    body = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
    if content is None or body is None:
        raise UnreadableFile("it is a zip archive, but no OpenDocument text (content.xml holds no text body)")
    numbers = {each: number for number, each in enumerate((e for e in content.iter() if e.tag in _BLOCKS), 1)}
    notes: list[Paragraph] = []
    text, places = join_paragraphs([*_blocks(body, numbers, notes), *notes])
    if not text.strip():
        raise UnreadableFile("the document holds no text")
    return Extracted(text + "\n", "odt, read by xref", hints=_hints(parse_part(archive, "meta.xml")), places=places)


def _blocks(
    parent: ElementTree.Element, numbers: dict[ElementTree.Element, int], notes: list[Paragraph]
) -> list[Paragraph]:
    """Paragraphs, list items and table rows, in order."""
    found: list[Paragraph] = []
    for child in parent:
        if child.tag in _GONE:
            continue
        if child.tag in _BLOCKS:
            found += _paragraph(child, numbers, notes)
        elif child.tag == f"{_TEXT}list-item":
            inside = _blocks(child, numbers, notes)
            found += [Paragraph(f"- {each.text}", each.part, each.first, each.last) for each in inside]
        elif child.tag == f"{_TABLE}table-row":
            cells = [_blocks(cell, numbers, notes) for cell in child if cell.tag == f"{_TABLE}table-cell"]
            inside = [each for cell in cells for each in cell]
            row = " | ".join(" ".join(" ".join(each.text for each in cell).split()) for cell in cells)
            first = inside[0].first if inside else 0
            found.append(Paragraph(row, _PART, first, max((each.last for each in inside), default=0)))
        else:
            found += _blocks(child, numbers, notes)
    return found


def _paragraph(
    paragraph: ElementTree.Element, numbers: dict[ElementTree.Element, int], notes: list[Paragraph]
) -> list[Paragraph]:
    """A paragraph, then the text of the frames that hang on it; its notes go to `notes`."""
    frames: list[ElementTree.Element] = []
    noted: list[ElementTree.Element] = []
    text = "".join(_inline(paragraph, frames, noted)).strip("\n")
    number = numbers[paragraph]
    for note in noted:
        body = note.find(f"{_TEXT}note-body")
        inside = _blocks(body, numbers, notes) if body is not None else []
        said = " ".join(" ".join(each.text for each in inside).split())
        notes.append(
            Paragraph(
                f"[{_mark(note)}] {said}", _PART, inside[0].first if inside else 0, inside[-1].last if inside else 0
            )
        )
    whole = Paragraph(text, _PART, number, number)
    return [whole, *(each for frame in frames for each in _blocks(frame, numbers, notes))]


def _mark(note: ElementTree.Element) -> str:
    return (note.findtext(f"{_TEXT}note-citation") or "?").strip()


def _inline(
    node: ElementTree.Element, frames: list[ElementTree.Element], noted: list[ElementTree.Element]
) -> list[str]:
    found = [_LAYOUT.sub(" ", node.text or "")]
    for child in node:
        if child.tag == f"{_TEXT}note":
            noted.append(child)
            found.append(f"[{_mark(child)}]")
        elif child.tag == f"{_DRAW}text-box":
            frames.append(child)
        elif child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            found.append(" " * (min(int(count), 100) if count.isascii() and count.isdigit() else 1))
        elif child.tag == f"{_TEXT}tab":
            found.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            found.append("\n")
        elif child.tag not in _GONE:
            found += _inline(child, frames, noted)
        found.append(_LAYOUT.sub(" ", child.tail or ""))
    return found


def _hints(meta: ElementTree.Element | None) -> tuple[Hint, ...]:
    """Title and author from the properties; the dates there tell when the file was made, not when the text appeared."""
    if meta is None:
        return ()
    found = []
    for field, tag, name in (
        ("title", f"{_DC}title", "title"),
        ("author", f"{_META}initial-creator", "initial creator"),
    ):
        value = " ".join(("".join(e.text or "" for e in meta.iter(tag))).split())
        # four words: shorter titles are names of files
        if value and (field != "title" or len(re.findall(r"\w+", value)) >= 4):
            found.append(Hint(field, value, f"{name} among the document's properties"))
    return tuple(found)
