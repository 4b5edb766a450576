"""Codebooks of programs for qualitative research: REFI-QDA Codebook 1.0 (.qdc) both ways, CSV in.

A theme is a code; its phrases, which the standard has no place for, stand in its description. Ids are UUIDs made of
the theme's id, so that a codebook that is sent again meets its codes. CSV as other programs write it: a column `tag`,
`name` or `path`, and `description` where there is one. Only a path has parts, divided by / or >: AC/DC is a name.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import uuid
from collections.abc import Iterator
from xml.etree import ElementTree

from xref.errors import CodebookError
from xref.export.described import describe, read_description
from xref.model import Codebook
from xref.show import show
from xref.themes.brought import Brought

SPACE = "urn:QDA-XML:codebook:1.0"
_OWN = uuid.uuid5(uuid.NAMESPACE_URL, "urn:xref")
NAMES = ("tag", "name", "path")
"""columns that may hold the name, the first that is there"""
_PARTED = re.compile(r"[/>]")
DEEPEST = 50
"""codes in codes; deeper is no codebook"""


def guid(kind: str, name: str) -> str:
    """The id of a noun, the same in every file: a UUID of version 5 (RFC 9562)."""
    # uuid5 by hand: it takes no file name that is no UTF-8, which holds half surrogate pairs
    known = f"{kind}\0{name}".encode("utf-8", "surrogatepass")
    made = hashlib.sha1(_OWN.bytes + known, usedforsecurity=False).digest()
    return str(uuid.UUID(bytes=made[:16], version=5))


def codes_element(codebook: Codebook) -> ElementTree.Element:
    """The themes as <Codes>, in their order."""
    codes = ElementTree.Element("Codes")
    for theme in codebook.themes:
        known = {"guid": guid("theme", theme.id), "name": show(theme.label or theme.id), "isCodable": "true"}
        code = ElementTree.SubElement(codes, "Code", known)
        ElementTree.SubElement(code, "Description").text = show(describe(theme), lines=True)
    return codes


def write_qdc(codebook: Codebook) -> bytes:
    """The codebook as a .qdc file; raises CodebookError for one without themes, which the standard does not allow."""
    if not codebook.themes:
        raise CodebookError("no themes: a REFI-QDA codebook holds at least one code; write a codebook.toml first")
    root = ElementTree.Element("CodeBook", {"xmlns": SPACE, "origin": "xref"})
    root.append(codes_element(codebook))
    return to_xml(root)


def to_xml(root: ElementTree.Element) -> bytes:
    """The document in UTF-8, indented."""
    ElementTree.indent(root)
    made: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return made + b"\n"


def read_codes(raw: bytes, shown: str) -> list[Brought]:
    """The codes of a .qdc or .csv file called `shown`; raises CodebookError with what is wrong."""
    codes = list(_read_csv(raw, shown) if shown.lower().endswith(".csv") else _read_qdc(raw, shown))
    if not codes:
        raise CodebookError(f"{shown} holds no code: export the codebook again")
    return codes


def _read_qdc(raw: bytes, shown: str) -> Iterator[Brought]:
    try:
        root = ElementTree.fromstring(raw, ElementTree.XMLParser(target=_Builder()))  # a document type is refused
    except (ElementTree.ParseError, ValueError, LookupError) as fault:
        raise CodebookError(f"{shown} is no XML as a .qdc file is: {fault}") from fault
    if root.tag.rpartition("}")[2] != "CodeBook":
        raise CodebookError(f"{shown} is no REFI-QDA codebook: its root is not CodeBook")
    yield from (code for codes in root if codes.tag.endswith("Codes") for code in _walk(codes, (), shown))


def _walk(above: ElementTree.Element, path: tuple[str, ...], shown: str) -> Iterator[Brought]:
    if len(path) > DEEPEST:
        raise CodebookError(f"{shown}: codes lie more than {DEEPEST} deep in each other")
    for code in above:
        if code.tag.rpartition("}")[2] == "Code":
            name = code.get("name", "").strip()
            said = next((part.text or "" for part in code if part.tag.endswith("Description")), "")
            if name and code.get("isCodable", "true").strip() not in ("false", "0"):
                yield _brought(name, said, path)
            yield from _walk(code, (*path, name), shown)


class _Builder(ElementTree.TreeBuilder):
    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """A codebook needs no document type; its entities can expand without end."""
        raise ValueError("it has a document type, which no codebook needs")


def _read_csv(raw: bytes, shown: str) -> Iterator[Brought]:
    try:
        rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as fault:
        raise CodebookError(f"{shown} is no CSV in UTF-8: {fault}") from fault
    column = next((name for name in NAMES if rows and name in rows[0]), "")
    if rows and not column:
        raise CodebookError(f"{shown} has no column {', '.join(NAMES[:-1])} or {NAMES[-1]}: name the codes in one")
    for row in rows:
        said = row[column] or ""
        given = _PARTED.split(said) if column == "path" else [said]
        if parts := [part.strip() for part in given if part.strip()]:
            yield _brought(parts[-1], row.get("description") or "", tuple(parts[:-1]))


def _brought(name: str, said: str, path: tuple[str, ...]) -> Brought:
    prose, lines = read_description(said)
    return Brought(name, prose, path, lines)
