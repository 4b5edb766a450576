"""Word documents (docx): the text as the reader of the finished document sees it.

A docx is a zip of XML parts (ECMA-376, WordprocessingML). Tracked insertions are in, deletions out; of a text box only
the modern form; tables row by row; notes at the end under their numbers; page heads and feet are other
parts and stay out. Libraries lose insertions, notes or text boxes (measured), so the reading is our own.
"""

from __future__ import annotations

import re
import zipfile
from xml.etree import ElementTree

from xref.read.extracted import Extracted, Hint, UnreadableFile
from xref.read.package import open_package, parse_part
from xref.read.paragraphs import Paragraph, join_paragraphs

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_GONE = frozenset(
    (f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_MC}Fallback", f"{_W}pPr", f"{_W}rPr")
)
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}

_Numbers = dict[ElementTree.Element, int]
"""paragraph → its number among all w:p of its part, which is how any reader of XML finds it again"""


def read_docx(raw: bytes) -> Extracted:
    """The text of a Word document; raises UnreadableFile with the cause when it is none."""
    archive = open_package(raw)
    body = parse_part(archive, "word/document.xml")
    if body is None:
        raise UnreadableFile("it is a zip archive, but no Word document (word/document.xml is missing)")
    numbers = _number(body)
    paragraphs = [each for block in body.iter(f"{_W}body") for each in _blocks(block, "word/document.xml", numbers)]
    text, places = join_paragraphs([*paragraphs, *_notes(archive, "footnote"), *_notes(archive, "endnote")])
    if not text.strip():
        raise UnreadableFile("the document holds no text")
    return Extracted(text + "\n", "docx, read by xref", hints=_hints(archive), places=places)


def _number(part: ElementTree.Element) -> _Numbers:
    return {each: number for number, each in enumerate(part.iter(f"{_W}p"), 1)}


def _blocks(parent: ElementTree.Element, part: str, numbers: _Numbers) -> list[Paragraph]:
    """Paragraphs and table rows, in order."""
    found: list[Paragraph] = []
    for child in parent:
        if child.tag == f"{_W}p":
            found += _paragraph(child, part, numbers)
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                cells = [_blocks(cell, part, numbers) for cell in row.iter(f"{_W}tc")]
                found.append(_merge(" | ".join(map(_flow, cells)), [each for cell in cells for each in cell]))
        elif child.tag not in _GONE:
            found += _blocks(child, part, numbers)
    return found


def _flow(paragraphs: list[Paragraph]) -> str:
    """The words of several paragraphs in one line."""
    return " ".join(" ".join(each.text for each in paragraphs).split())


def _merge(text: str, paragraphs: list[Paragraph]) -> Paragraph:
    """`text`, which was put together from `paragraphs` of one part."""
    if not paragraphs:
        return Paragraph(text)
    return Paragraph(text, paragraphs[0].part, paragraphs[0].first, max(each.last for each in paragraphs))


def _paragraph(paragraph: ElementTree.Element, part: str, numbers: _Numbers) -> list[Paragraph]:
    """A paragraph, then the text boxes anchored in it."""
    boxes: list[ElementTree.Element] = []
    text = "".join(_runs(paragraph, boxes)).strip("\n")
    listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    number = numbers[paragraph]
    whole = Paragraph(f"- {text}" if listed and text.strip() else text, part, number, number)
    return [whole, *(each for box in boxes for each in _blocks(box, part, numbers))]


def _runs(node: ElementTree.Element, boxes: list[ElementTree.Element]) -> list[str]:
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
            boxes.append(child)
        else:
            found += _runs(child, boxes)
    return found


def _notes(archive: zipfile.ZipFile, kind: str) -> list[Paragraph]:
    """Foot- or endnotes under their numbers; the separators Word keeps among them have a type and are none."""
    name = f"word/{kind}s.xml"
    part = parse_part(archive, name)
    if part is None:
        return []
    numbers = _number(part)
    found = []
    for note in part.iter(f"{_W}{kind}"):
        if note.get(f"{_W}type") is None:
            inside = _blocks(note, name, numbers)
            found.append(_merge(f"[{note.get(f'{_W}id', '?')}] {_flow(inside)}", inside))
    return found


def _hints(archive: zipfile.ZipFile) -> tuple[Hint, ...]:
    """Title and author from the properties; the date there is when the file was made, not when the text appeared."""
    part = parse_part(archive, "docProps/core.xml")
    if part is None:
        return ()
    found = []
    for field, tag in (("title", "title"), ("author", "creator")):
        value = " ".join((part.findtext(f"{_DC}{tag}") or "").split())
        # four words: shorter titles are "Document1" or "letter final"
        if value and (field != "title" or len(re.findall(r"\w+", value)) >= 4):
            found.append(Hint(field, value, f"{tag} among the document's properties"))
    return tuple(found)
