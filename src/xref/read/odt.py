"""OpenDocument texts (odt): the text as the reader of the finished document sees it, and what its properties say.

An odt is a zip of XML parts (OASIS OpenDocument 1.3). The text stands in content.xml (opendoc.py); notes go to the end
under their marks; page heads and feet are styles and stay out; facts come from meta.xml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from xref.model import Settings
from xref.read.extracted import DateHint, Extracted, Hint, UnreadableFile
from xref.read.opendoc import DC, OFFICE, PART, TEXT, Reader, find_hidden_styles, number_paragraphs
from xref.read.package import open_package, words_of
from xref.read.paragraphs import join_paragraphs
from xref.read.properties import read_days, read_properties

_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_MANIFEST = "META-INF/manifest.xml"


def read_odt(raw: bytes, limits: Settings | None = None) -> Extracted:
    """The text of an OpenDocument text; raises UnreadableFile with the cause when it is none."""
    package = open_package(raw, limits or Settings())
    if b"encryption-data" in (package.read(_MANIFEST) or b""):
        raise UnreadableFile("it is encrypted with a password", _MANIFEST, "save it without a password")
    content = package.parse(PART)
    body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if content is None or body is None:
        told = f"it is a zip archive, but no OpenDocument text ({PART} holds no text body)"
        raise UnreadableFile(told, mend="open it in a word processor and save it as .odt")
    reader = Reader(number_paragraphs(content), find_hidden_styles(content))
    paragraphs = reader.blocks(body)
    text, places = join_paragraphs([*paragraphs, *reader.notes])
    if not text.strip():
        raise UnreadableFile("the document holds no text", PART, "leave it out")
    doubts = tuple(_doubts(body, reader.counts))
    remarks = reader.counts["comments"]
    notes = (f"comments in the margin were left out ({remarks})",) if remarks else ()
    hints, dates = _facts(package.parse("meta.xml"))
    return Extracted(text + "\n", "odt, read by xref", doubts, hints, dates, places=places, notes=notes)


def _doubts(body: Element, counts: Counter[str]) -> Iterable[str]:
    changes = body.find(f"{TEXT}tracked-changes")
    if changes is not None and len(changes):
        gone = sum(len(words_of(each)) for each in changes.iter(f"{TEXT}deletion"))
        yield (
            "it has tracked changes that nobody accepted: insertions are read as text, "
            f"deletions were left out ({gone} characters)"
        )
    if counts["hidden"]:
        yield f"hidden text was left out ({counts['hidden']} characters)"


def _facts(meta: Element | None) -> tuple[tuple[Hint, ...], tuple[DateHint, ...]]:
    if meta is None:
        return (), ()

    def said(tag: str) -> str:
        return words_of(next(meta.iter(tag), None))

    first, last = said(f"{_META}initial-creator"), said(f"{DC}creator")
    author = ("initial creator", first) if first else ("creator", last)
    days = [("creation date", said(f"{_META}creation-date")), ("date of the last change", said(f"{DC}date"))]
    return read_properties({"title": ("title", said(f"{DC}title")), "author": author}), read_days(days)
