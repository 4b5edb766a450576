"""Electronic books (epub): the chapters in the order of the spine, each as the text that its page shows.

An epub is a zip of XHTML pages with a package file that names them in reading order (EPUB 3.3, W3C). Metadata are
Dublin Core: title, creator, publisher, and the date of publication. Pages are read as text only: nothing is executed
or fetched.
"""

from __future__ import annotations

import posixpath
import re
import urllib.parse
import zipfile
from xml.etree import ElementTree

from xref.days import find_days
from xref.read.extracted import DateHint, Extracted, Hint, UnreadableFile
from xref.read.package import open_package, parse_part, read_part
from xref.read.paragraphs import Paragraph, join_paragraphs

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_BLOCKS = frozenset(
    "address article aside blockquote body caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li main"
    " ol p pre section table tbody td th thead tr ul".split()
)
_SILENT = frozenset("script style head nav svg math rp rt template".split())
_ENTITIES = {"nbsp": "\u00a0", "mdash": "—", "ndash": "–", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
             "hellip": "…", "eacute": "é", "egrave": "è", "ouml": "ö", "uuml": "ü", "auml": "ä", "shy": ""}  # fmt: skip


def read_epub(raw: bytes) -> Extracted:
    """The text of an electronic book; raises UnreadableFile with the cause when it is none."""
    archive = open_package(raw)
    if b"<EncryptedData" in (read_part(archive, "META-INF/encryption.xml") or b"") and read_part(
        archive, "META-INF/rights.xml"
    ):
        raise UnreadableFile("it is protected against copying: ask the publisher for a copy without protection")
    container = parse_part(archive, "META-INF/container.xml")
    root = container.find(f"{_CONTAINER}rootfiles/{_CONTAINER}rootfile") if container is not None else None
    name = root.get("full-path", "") if root is not None else ""
    package = parse_part(archive, name) if name else None
    if package is None:
        raise UnreadableFile("it is a zip archive, but no electronic book (it names no package file)")
    doubts: list[str] = []
    paragraphs: list[Paragraph] = []
    for page in _spine(package, posixpath.dirname(name)):
        paragraphs += _page(archive, page, doubts)
    text, places = join_paragraphs(paragraphs)
    if not text.strip():
        raise UnreadableFile("; ".join(["the book holds no text", *doubts]))
    hints = tuple(_hints(package))
    return Extracted(text + "\n", "epub, read by xref", tuple(doubts), hints, _dates(package), places=places)


def _spine(package: ElementTree.Element, folder: str) -> list[str]:
    """The parts that hold the chapters, in reading order."""
    items = {item.get("id", ""): item.get("href", "") for item in package.iter(f"{_OPF}item")}
    names = [items.get(ref.get("idref", ""), "") for ref in package.iter(f"{_OPF}itemref")]
    return [
        posixpath.normpath(posixpath.join(folder, urllib.parse.unquote(href.partition("#")[0])))
        for href in names
        if href
    ]


def _page(archive: zipfile.ZipFile, name: str, doubts: list[str]) -> list[Paragraph]:
    """The paragraphs of one chapter; one that cannot be read is told, the others are kept."""
    data = read_part(archive, name)
    if data is None:
        doubts.append(f"its part {name} is missing")
        return []
    try:
        tree = ElementTree.fromstring(_plain(data))
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError):
        doubts.append(f"its part {name} cannot be read: it is not well-formed")
        return []
    parts: list[str] = []
    _gather(tree, parts)
    lines = [" ".join(line.split()) for line in "".join(parts).split("\0")]
    return [Paragraph(line, name, number, number) for number, line in enumerate((x for x in lines if x), 1)]


def _plain(data: bytes) -> bytes:
    """XHTML without its document type, common named characters as themselves; other entities fail to parse."""
    text = data.decode("utf-8-sig", "replace")
    text = re.sub(r"<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>", "", text, count=1)
    text = re.sub(r"<\?xml[^>]*\?>", "", text, count=1)
    return re.sub(r"&([a-z]+);", lambda m: _ENTITIES.get(m[1], m[0]), text).encode("utf-8")


def _gather(tree: ElementTree.Element, parts: list[str]) -> None:
    stack: list[tuple[ElementTree.Element, bool]] = [(tree, False)]
    while stack:
        node, left = stack.pop()
        tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
        if left:
            parts += ["\0" if tag in _BLOCKS or tag == "br" else "", node.tail or ""]
        elif not tag or tag in _SILENT or node.get("hidden") is not None:
            parts += ["\0" if tag in _BLOCKS else "", node.tail or ""]
        else:
            parts += ["\0" if tag in _BLOCKS else "", "- " if tag == "li" else "", node.text or ""]
            stack.append((node, True))
            stack += [(child, False) for child in reversed(node)]


def _hints(package: ElementTree.Element) -> list[Hint]:
    found = []
    for field, tag in (("title", "title"), ("author", "creator"), ("outlet", "publisher")):
        values = [" ".join((e.text or "").split()) for e in package.iter(f"{_DC}{tag}")]
        said = ", ".join(value for value in values if value)
        if said:
            found.append(Hint(field, said[:500], f"dc:{tag} in the book's package file"))
    return found


def _dates(package: ElementTree.Element) -> tuple[DateHint, ...]:
    found = []
    for element in package.iter(f"{_DC}date"):
        event = element.get(f"{_OPF}event", "publication")
        said = (element.text or "").strip()[:40]
        days = [printed for printed in find_days(said) if printed.value]
        if days and days[0].value and event in ("publication", "original-publication"):
            found.append(DateHint(days[0].value, "dc:date in the book's package file", 80, "package", said))
    return tuple(found[:3])
