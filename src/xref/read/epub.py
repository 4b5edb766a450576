"""Electronic books (epub): the chapters in the order of the spine, each as the text that its page shows.

An epub is a zip of XHTML pages with a package file that names them in reading order (EPUB 3.3, W3C). Metadata are
Dublin Core: title, creator, publisher, and the day on which this edition appeared, which for an old text is not the
text's own. Fonts may be veiled; a book whose pages are encrypted is protected against copying and is refused.
"""

from __future__ import annotations

import calendar
import datetime as dt
import posixpath
import re
import urllib.parse
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from xref.days import find_days
from xref.model import DateRange, Settings
from xref.read.extracted import DateHint, Extracted, Hint, UnreadableFile
from xref.read.package import Package, open_package, words_of
from xref.read.paragraphs import Paragraph, join_paragraphs
from xref.read.xhtml import read_xhtml

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_ENC = "{http://www.w3.org/2001/04/xmlenc#}"
_ENCRYPTION = "META-INF/encryption.xml"
_VEILED = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")  # ways to veil fonts only
_SHORT_DATE = re.compile(r"([12][0-9]{3})(?:-(0[1-9]|1[0-2]))?")
_PUBLISHED = ("", "publication", "original-publication")  # EPUB 2 tells other events by the same element
EDITION = 60
"""confidence of the day of the edition: under every date line above the text, over a day spoken of in it"""


def read_epub(raw: bytes, limits: Settings | None = None) -> Extracted:
    """The text of an electronic book; raises UnreadableFile with the cause when it is none."""
    package = open_package(raw, limits or Settings())
    _check_protection(package)
    container = package.parse("META-INF/container.xml")
    root = container.find(f"{_CONTAINER}rootfiles/{_CONTAINER}rootfile") if container is not None else None
    name = root.get("full-path", "") if root is not None else ""
    book = package.parse(name) if name else None
    if book is None:
        told = "it is a zip archive, but no electronic book (it names no package file)"
        raise UnreadableFile(told, "META-INF/container.xml", "get the book anew, or save its text")
    doubts: list[str] = []
    paragraphs: list[Paragraph] = []
    for page in _spine(book, posixpath.dirname(name), doubts):
        paragraphs += _page(package, page, doubts)
    text, places = join_paragraphs(paragraphs)
    if not text.strip():
        raise UnreadableFile("; ".join(["the book holds no text", *doubts]))
    hints, dates = tuple(_hints(book)), tuple(_dates(book))
    return Extracted(text + "\n", "epub, read by xref", tuple(doubts), hints, dates, places=places)


def _check_protection(package: Package) -> None:
    """Raises UnreadableFile when more than fonts is encrypted."""
    listed = package.parse(_ENCRYPTION)
    for entry in listed.iter(f"{_ENC}EncryptedData") if listed is not None else ():
        method = entry.find(f"{_ENC}EncryptionMethod")
        if method is None or method.get("Algorithm") not in _VEILED:
            told = "it is encrypted: the book is protected against copying (DRM)"
            raise UnreadableFile(told, _ENCRYPTION, "ask the publisher for a copy without protection")


def _spine(book: Element, folder: str, doubts: list[str]) -> Iterable[str]:
    """The parts that hold the chapters, in reading order, without the table of contents."""
    items = {item.get("id", ""): item for item in book.iter(f"{_OPF}item")}
    pictures = 0
    for ref in book.iter(f"{_OPF}itemref"):
        item = items.get(ref.get("idref", ""))
        if item is None or not item.get("href"):
            doubts.append(f"a page that its list of pages names is missing ({ref.get('idref', '?')[:80]})")
        elif item.get("media-type", "").startswith("image/"):
            pictures += 1
        elif "nav" not in item.get("properties", "").split():
            href = urllib.parse.unquote(item.get("href", "").partition("#")[0])
            yield posixpath.normpath(posixpath.join(folder, href))
    if pictures:
        doubts.append(f"pages that are pictures were not read ({pictures})")


def _page(package: Package, name: str, doubts: list[str]) -> list[Paragraph]:
    """The paragraphs of one chapter; one that cannot be read is told, the others are kept."""
    try:
        data = package.read(name)
        if data is None:
            doubts.append(f"its part {name} is missing")
            return []
        shown = read_xhtml(data, lambda page: package.parse_xml(page, name))
    except (UnreadableFile, LookupError, RecursionError) as fault:
        where = f", {fault.place}" if isinstance(fault, UnreadableFile) and fault.place else f", {name}"
        doubts.append(f"a chapter was not read{where}: it is not well-formed")
        return []
    if shown.hidden:
        doubts.append(f"hidden text was left out ({shown.hidden} characters of {name})")
    return [Paragraph(line, name, number, number) for number, line in enumerate(shown.paragraphs, 1)]


def _hints(book: Element) -> Iterable[Hint]:
    for field, tag in (("title", "title"), ("author", "creator"), ("outlet", "publisher")):
        found = [e for e in book.iter(f"{_DC}{tag}") if e.get(f"{_OPF}role", "aut") == "aut"]
        said = ", ".join(filter(None, map(words_of, found)))
        if said:
            yield Hint(field, said[:500], f"dc:{tag} in the book's package file")


def _dates(book: Element) -> Iterable[DateHint]:
    """The day of the edition. The year 101, which some programs write for "unknown", is none."""
    for element in book.iter(f"{_DC}date"):
        said = words_of(element)[:40]
        if element.get(f"{_OPF}event", "") in _PUBLISHED and (value := _range(said)):
            how = "dc:date in the book's package file, the day of this edition"
            yield DateHint(value, how, EDITION, "edition", said)
            return


def _range(said: str) -> DateRange | None:
    short = _SHORT_DATE.fullmatch(said)
    if short:
        year, month = int(short[1]), int(short[2] or 0)
        last = calendar.monthrange(year, month or 12)[1]
        return DateRange(dt.date(year, month or 1, 1), dt.date(year, month or 12, last))
    return next((printed.value for printed in find_days(said) if printed.value), None)
