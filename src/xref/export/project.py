"""A result as a REFI-QDA Project 1.0 (.qdpx): a ZIP archive of project.qde and the texts in Sources.

Each document is a TextSource with its text of record as plain text, line ends made LF; each hit a PlainTextSelection
with the theme's code. The schema says that positions are integers and not of what: code points are counted here,
first included, last not. Programs that count UTF-16 units agree wherever a text has no character beyond U+FFFF.
"""

from __future__ import annotations

import bisect
import io
import re
import zipfile
from xml.etree import ElementTree

from xref.export.codes import codes_element, guid, to_xml
from xref.export.index import Index, day_of
from xref.fragment import address_of
from xref.model import Document, Hit, Span
from xref.show import show

SPACE = "urn:QDA-XML:project:1.0"
MADE = (1980, 1, 1, 0, 0, 0)
"""the first day that a ZIP archive can name: the same in every file"""
_BREAK = re.compile(r"\r\n?")


def write_project(index: Index) -> bytes:
    """The archive; hits of a document in text order."""
    book = index.result.codebook
    root = ElementTree.Element("Project", {"xmlns": SPACE, "name": show(book.title or "xref"), "origin": "xref"})
    users = ElementTree.SubElement(root, "Users")
    ElementTree.SubElement(users, "User", {"guid": guid("user", "xref"), "name": "xref"})
    if book.themes:
        ElementTree.SubElement(root, "CodeBook").append(codes_element(book))
    if index.result.documents:
        sources = ElementTree.SubElement(root, "Sources")
        for document in index.result.documents:
            sources.append(_source(index, document))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "project.qde", to_xml(root))
        for document in index.result.documents:
            _add(archive, f"Sources/{guid('document', document.id)}.txt", plain_text(document))
    return made.getvalue()


def plain_text(document: Document) -> bytes:
    """The text of record with LF alone at line ends; a lone surrogate, which UTF-8 cannot hold, as a question mark."""
    return _BREAK.sub("\n", document.text).encode("utf-8", "replace")


def _source(index: Index, document: Document) -> ElementTree.Element:
    name = guid("document", document.id)
    known = {"guid": name, "name": show(document.id), "plainTextPath": f"internal://{name}.txt"}
    source = ElementTree.Element("TextSource", known)
    facts = (day_of(document) or "undated", address_of(document), document.path, f"SHA-256 {document.digest}")
    ElementTree.SubElement(source, "Description").text = show("; ".join(fact for fact in facts if fact))
    removed = [found.end() - 1 for found in re.finditer(r"\r\n", document.text)]
    for hit in index.result.hits:
        claim = index.claims[hit.claim]
        if claim.document == document.id:
            source.append(_selection(index, hit, claim.span, removed))
    return source


def _selection(index: Index, hit: Hit, span: Span, removed: list[int]) -> ElementTree.Element:
    start, end = (at - bisect.bisect_left(removed, at) for at in (span.start, span.end))
    known = {"guid": guid("hit", hit.id), "name": hit.id, "startPosition": str(start), "endPosition": str(end)}
    selection = ElementTree.Element("PlainTextSelection", {**known, "creatingUser": guid("user", "xref")})
    said = f"score {hit.score:.1f}" + (f"; {ruling}" if (ruling := index.ruling(hit.id)) else "")
    ElementTree.SubElement(selection, "Description").text = said
    coding = ElementTree.SubElement(selection, "Coding", {"guid": guid("coding", hit.id)})
    ElementTree.SubElement(coding, "CodeRef", {"targetGUID": guid("theme", hit.theme)})
    return selection


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    part = zipfile.ZipInfo(name, MADE)
    part.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(part, data)
