"""Word documents (docx): the text as the reader of the finished document sees it.

A docx is a zip of XML parts (ECMA-376; in its strict form under other names of the same elements). The main part is
the one that the package names; footnotes and endnotes go to the end under their marks; page heads and feet are other
parts and stay out. Libraries lose insertions, notes or text boxes (measured), so the reading is our own (wordml.py).
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from xref.model import Settings
from xref.read.extracted import DateHint, Extracted, Hint, UnreadableFile
from xref.read.package import Package, open_package, words_of
from xref.read.paragraphs import Paragraph, flow, join_paragraphs, merge
from xref.read.properties import read_days, read_properties
from xref.read.wordml import Found, Reader, W, is_on, number_paragraphs

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_LINK = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def read_docx(raw: bytes, limits: Settings | None = None) -> Extracted:
    """The text of a Word document; raises UnreadableFile with the cause when it is none."""
    package = open_package(raw, limits or Settings())
    name = _main_part(package)
    body = _parse(package, name)
    if body is None:
        missing = f"it is a zip archive, but no Word document ({name} is missing)"
        raise UnreadableFile(missing, mend="open it in a word processor and save it as .docx")
    folder = posixpath.dirname(name)
    found = Found(_hidden_styles(_parse(package, f"{folder}/styles.xml")))
    reader = Reader(name, number_paragraphs(body), found)
    paragraphs = [each for block in body.iter(f"{W}body") for each in reader.blocks(block)]
    notes = [note for kind in ("footnote", "endnote") for note in _notes(package, folder, kind, found)]
    text, places = join_paragraphs([*paragraphs, *notes])
    if not text.strip():
        pictures = any(each.startswith(f"{folder}/media/") for each in package.archive.namelist())
        raise UnreadableFile(
            "the document holds no text" + ", only pictures" * pictures,
            mend="run character recognition, and save the text" if pictures else "leave it out",
        )
    hints, dates = _facts(package)
    comments = _parse(package, f"{folder}/comments.xml")
    remarks = sum(1 for _ in comments.iter(f"{W}comment")) if comments is not None else 0
    told = (f"comments in the margin were left out ({remarks})",) if remarks else ()
    doubts = tuple(_doubts(found.counts))
    return Extracted(text + "\n", "docx, read by xref", doubts, hints, dates, places=places, notes=told)


def _parse(package: Package, name: str) -> Element | None:
    """A part with the names of elements that the transitional form has."""
    data = package.read(name)
    return None if data is None else package.parse_xml(data.replace(_STRICT, W[1:-1].encode()), name)


def _main_part(package: Package) -> str:
    """The part that the package names as its document; nearly always word/document.xml."""
    links = package.parse("_rels/.rels")
    for link in links.iter(_LINK) if links is not None else ():
        if link.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(link.get("Target", "").lstrip("/"))
    return "word/document.xml"


def _hidden_styles(styles: Element | None) -> frozenset[str]:
    """The styles that hide their text, by themselves or by the style they are based on."""
    if styles is None:
        return frozenset()
    hidden, base = set(), {}
    for style in styles.iter(f"{W}style"):
        name, own = style.get(f"{W}styleId", ""), style.find(f"{W}rPr/{W}vanish")
        if is_on(own):
            hidden.add(name)
        below = style.find(f"{W}basedOn")
        if own is None and below is not None:
            base[name] = below.get(f"{W}val", "")
    for _ in range(10):  # Word itself nests styles no deeper than that
        hidden |= {name for name, below in base.items() if below in hidden}
    return frozenset(hidden)


def _notes(package: Package, folder: str, kind: str, found: Found) -> Iterable[Paragraph]:
    """Foot- or endnotes under their marks, in the order of the text; notes that nothing refers to are not shown."""
    name = f"{folder}/{kind}s.xml"
    part = _parse(package, name)
    if part is None:
        return
    reader = Reader(name, number_paragraphs(part), found)
    notes = {note.get(f"{W}id", "?"): note for note in part.iter(f"{W}{kind}")}
    for (of, number), mark in list(found.notes.items()):
        if of == kind and number in notes:
            inside = reader.blocks(notes[number])
            yield merge(f"[{mark}] {flow(inside)}", inside)


def _doubts(counts: Counter[str]) -> Iterable[str]:
    if counts["inserted"] or counts["deleted"]:
        yield (
            "it has tracked changes that nobody accepted: insertions are read as text "
            f"({counts['inserted']} characters), deletions were left out ({counts['deleted']} characters)"
        )
    if counts["hidden"]:
        yield f"hidden text was left out ({counts['hidden']} characters)"
    if counts["symbols"]:
        yield f"signs of a picture font could not be read ({counts['symbols']}): U+FFFD stands for each"
    if counts["chunks"]:
        yield f"files inserted into the document were not read ({counts['chunks']})"


def _facts(package: Package) -> tuple[tuple[Hint, ...], tuple[DateHint, ...]]:
    part = package.parse("docProps/core.xml")
    if part is None:
        return (), ()
    facts = {
        "title": ("title", words_of(part.find(f"{_DC}title"))),
        "author": ("creator", words_of(part.find(f"{_DC}creator"))),
    }
    days = [(name, words_of(part.find(f"{_TERMS}{name}"))) for name in ("created", "modified")]
    return read_properties(facts), read_days(days)
