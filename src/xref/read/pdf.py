"""PDF files (extra `pdf`): the text of their pages in reading order, as pdfium finds it.

pdfium (pypdfium2) kept columns and words best of the readers measured. What stands on a page is read by sheets.py and
set into running text by typeset.py; this module opens the file, keeps the limits, and tells what is missing: pages
without text, pages that cannot be read, fields of forms, notes typed onto pages, files attached.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from itertools import groupby
from typing import Any

from xref.model import Settings
from xref.read.boxes import place_words
from xref.read.extracted import Extracted, Hint, UnreadableFile
from xref.read.properties import read_days, read_properties
from xref.read.sheets import Sheet, read_sheet
from xref.read.typeset import Text, set_text

_FREE_TEXT = 3
"""kind of annotation whose words stand on the page (PDF 1.7, 12.5.6.6)"""


def read_pdf(raw: bytes, limits: Settings | None = None) -> Extracted:
    """The text of a PDF; raises UnreadableFile with the cause when there is none."""
    import pypdfium2

    limits = limits or Settings()
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise UnreadableFile("it is encrypted with a password", mend="save it without a password") from fault
        raise UnreadableFile(
            "it is damaged: no PDF that can be opened", mend="get it anew, or save its text"
        ) from fault
    try:
        if len(document) > limits.max_pages:
            told = f"it has {len(document)} pages, more than the limit of {limits.max_pages} (max_pages)"
            raise UnreadableFile(told, mend="split it into the documents it is made of")
        doubts: list[str] = []
        sheets = _sheets(document, limits, doubts)
        properties = document.get_metadata_dict()
    finally:
        document.close()
    if not any(sheet.lines for sheet in sheets):
        told = "; ".join(["it has no text layer: it is probably a scan", *doubts])
        raise UnreadableFile(told, mend="run character recognition, and save it with its text")
    found = set_text([sheet.lines for sheet in sheets])
    places = place_words(found.text, (word for line in found.lines for word in line.words))
    facts = {"title": ("Title", properties.get("Title", "")), "author": ("Author", properties.get("Author", ""))}
    return Extracted(
        found.text,
        "pypdfium2 " + version("pypdfium2"),
        (*_doubts(sheets), *doubts),
        (*read_properties(facts, "the file's"), *_address(found)),
        read_days(((name, properties.get(name, "")) for name in ("CreationDate", "ModDate")), "the file's"),
        places=places,
        notes=tuple(_notes(found)),
    )


def _sheets(document: Any, limits: Settings, doubts: list[str]) -> list[Sheet]:
    """The pages; one that cannot be read is told, and so is what stands on pages and is not read."""
    import pypdfium2

    sheets: list[Sheet] = []
    broken: list[int] = []
    typed = length = 0
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            sheets.append(read_sheet(page, number))
            typed += _typed_on(page)
            page.close()
        except pypdfium2.PdfiumError:
            broken.append(number)
            continue
        length += sum(len(line.text) for line in sheets[-1].lines)
        if length > limits.max_characters:
            told = f"more than {limits.max_characters} characters up to page {number} (max_characters)"
            raise UnreadableFile(told, f"page {number}", "split it into the documents it is made of")
    if broken:
        doubts.append(f"damaged, and not read: page {_ranges(broken)}")
    if typed:
        doubts.append(f"notes typed onto pages were not read ({typed})")
    if document.get_formtype():
        doubts.append("it is a form: what was filled in was not read")
    if document.count_attachments():
        doubts.append(f"files attached to it were not read ({document.count_attachments()})")
    return sheets


def _typed_on(page: Any) -> int:
    """How many notes were typed onto a page."""
    from pypdfium2 import raw

    count = 0
    for number in range(min(raw.FPDFPage_GetAnnotCount(page.raw), 10_000)):
        note = raw.FPDFPage_GetAnnot(page.raw, number)
        if note:
            count += raw.FPDFAnnot_GetSubtype(note) == _FREE_TEXT
            raw.FPDFPage_CloseAnnot(note)
    return count


def _doubts(sheets: Sequence[Sheet]) -> Iterable[str]:
    if bare := [sheet.number for sheet in sheets if not sheet.lines]:
        yield f"no text on page {_ranges(bare)}: a picture or a scan"
    if read := [sheet.number for sheet in sheets if sheet.recognised]:
        yield f"a machine recognised the words of page {_ranges(read)} from a picture: letters may be wrong"
    if unseen := [sheet.number for sheet in sheets if sheet.hidden]:
        count = sum(sheet.hidden for sheet in sheets)
        yield f"invisible text, or text beside the page, was left out ({count} characters on page {_ranges(unseen)})"
    if white := [sheet.number for sheet in sheets if sheet.white]:
        count = sum(sheet.white for sheet in sheets)
        yield f"white letters, which may be hidden on white ground ({count} characters on page {_ranges(white)})"
    if unread := sum(sheet.unread for sheet in sheets):
        yield f"signs whose font does not tell their letter ({unread}): U+FFFD stands for each"


def _address(found: Text) -> Iterable[Hint]:
    """The address that a browser printed beside the page."""
    for said in found.stamps:
        match = re.search(r"https?://\S+", said)
        if match and "…" not in match[0] and "..." not in match[0]:
            yield Hint("url", match[0], "address that a browser printed beside the page")
            return


def _notes(found: Text) -> Iterable[str]:
    if found.stamps:
        yield f"what a browser printed around the pages was left out ({_some(found.stamps)})"
    if found.edges:
        yield f"running heads, feet and page numbers were left out ({len(found.edges)} lines: {_some(found.edges)})"
    if found.joined:
        yield f"words broken at line ends were put together ({len(found.joined)}: {_some(found.joined)})"
    if found.hyphened:
        yield f"words broken at line ends were given back their hyphen ({len(found.hyphened)}: {_some(found.hyphened)})"


def _some(said: Sequence[str]) -> str:
    """The first three different ones."""
    different = list(dict.fromkeys(said))
    return ", ".join(f"“{each[:60]}”" for each in different[:3]) + ", …" * (len(different) > 3)


def _ranges(numbers: Sequence[int]) -> str:
    """1, 3-5."""
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
