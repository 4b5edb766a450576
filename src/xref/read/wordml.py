"""The body of a Word document (WordprocessingML, ECMA-376 part 1) as paragraphs, the way a reader of it sees them.

Tracked insertions are in, deletions out (17.13.5), moved text stands where it was moved to; hidden text (w:vanish,
17.3.2.41) is left out, by the run's own mark or its style's; codes of fields, comments and placeholders are out; of a
text box only the modern form is read, since the Fallback says the same again. What was left out is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import attrs

from xref.read.paragraphs import Paragraph, join_row

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset(
    [f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "rt", "sdtPr")]
    + [f"{_MC}Fallback"]
)
_MARKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_FIGURES = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_OFF = ("0", "false", "off")


@attrs.define
class Found:
    """What the parts of one document share."""

    hidden_styles: frozenset[str] = frozenset()
    """styles whose text is hidden"""
    notes: dict[tuple[str, str], str] = attrs.field(factory=dict)
    """("footnote" or "endnote", its id) → its mark, in the order in which the text refers to them"""
    counts: Counter[str] = attrs.field(factory=Counter)
    """characters "inserted", "deleted" and "hidden"; "symbols" and "chunks" that could not be read; notes by kind"""


def number_paragraphs(part: Element) -> dict[Element, int]:
    """Paragraph → its number among all w:p of its part, which is how any reader of XML finds it again."""
    return {each: number for number, each in enumerate(part.iter(f"{W}p"), 1)}


def is_on(mark: Element | None) -> bool:
    """Whether a mark such as w:vanish is set; without a value it is."""
    return mark is not None and mark.get(f"{W}val", "1") not in _OFF


@attrs.frozen
class Reader:
    """Reads blocks of one part."""

    part: str
    """its name"""
    numbers: dict[Element, int]
    """numbers of its paragraphs"""
    found: Found
    """of the document"""

    def blocks(self, parent: Element) -> list[Paragraph]:
        """Paragraphs, text boxes and table rows below `parent`, in order."""
        blocks: list[Paragraph] = []
        broken: Paragraph | None = None  # a paragraph whose end was deleted: the next one goes on in it
        for child in parent:
            if child.tag == f"{W}p":
                first, *boxes = self._paragraph(child)
                if broken:
                    first = Paragraph(broken.text + first.text, self.part, broken.first, first.last)
                broken = first if _ends_deleted(child) else None
                blocks += boxes if broken else [first, *boxes]
            elif child.tag == f"{W}tbl":
                blocks += self._table(child)
            elif child.tag == f"{W}altChunk":
                self.found.counts["chunks"] += 1
            elif child.tag not in _GONE and not _is_placeholder(child):
                blocks += self.blocks(child)
        return [*blocks, broken] if broken else blocks

    def _table(self, table: Element) -> list[Paragraph]:
        rows = []
        for row in _inside(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self._count("deleted", row)
                continue
            cells = [c for c in _inside(row, f"{W}tc") if c.find(f"{W}tcPr/{W}cellDel") is None]
            rows += join_row([self.blocks(cell) for cell in cells])
        return rows

    def _paragraph(self, paragraph: Element) -> list[Paragraph]:
        """A paragraph, then the text boxes anchored in it."""
        boxes: list[Element] = []
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        hidden = style is not None and style.get(f"{W}val") in self.found.hidden_styles
        text = "".join(self._runs(paragraph, boxes, hidden)).strip("\n")
        listed = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        in_list = paragraph.find(f"{W}pPr/{W}numPr") is not None and (listed is None or listed.get(f"{W}val") != "0")
        number = self.numbers[paragraph]
        whole = Paragraph(f"- {text}" if in_list and text.strip() else text, self.part, number, number)
        return [whole, *(each for box in boxes for each in self.blocks(box))]

    def _runs(self, node: Element, boxes: list[Element], hidden: bool) -> Iterator[str]:
        for child in node:
            if child.tag in (f"{W}del", f"{W}moveFrom"):
                self._count("deleted" if child.tag == f"{W}del" else "moved", child)
            elif child.tag in _GONE or _is_placeholder(child):
                continue
            elif child.tag == f"{W}txbxContent":
                boxes.append(child)
            elif hidden and child.tag == f"{W}t":
                self.found.counts["hidden"] += len(child.text or "")
            elif child.tag == f"{W}r":
                yield from self._runs(child, boxes, self._is_hidden(child, hidden))
            elif not hidden and (said := self._said(child)) is not None:
                yield said
            else:
                if child.tag == f"{W}ins":
                    self._count("inserted", child)
                yield from self._runs(child, boxes, hidden)

    def _said(self, child: Element) -> str | None:
        """What an element of a run shows; None when that stands below it."""
        if child.tag in (f"{W}t", f"{_MATH}t"):
            return child.text or ""
        if child.tag in _MARKS:
            return _MARKS[child.tag]
        if child.tag in _NOTES:
            return f"[{self._mark(_NOTES[child.tag], child.get(f'{W}id', '?'))}]"
        if child.tag == f"{W}sym":
            return self._symbol(child.get(f"{W}char", ""))
        return None

    def _mark(self, kind: str, number: str) -> str:
        """The mark of a note: figures for footnotes, Roman ones for endnotes, in the order of the text."""
        if (kind, number) not in self.found.notes:
            self.found.counts[kind] += 1
            count = self.found.counts[kind]
            self.found.notes[kind, number] = f"{count}" if kind == "footnote" else _roman(count)
        return self.found.notes[kind, number]

    def _symbol(self, code: str) -> str:
        """A character by its code; those of picture fonts stand in the private area and mean nothing elsewhere."""
        try:
            char = chr(int(code, 16))
        except (ValueError, OverflowError):
            char = "\ufffd"
        if char.isprintable() and not "\ue000" <= char <= "\uf8ff":
            return char
        self.found.counts["symbols"] += 1
        return "\ufffd"

    def _is_hidden(self, run: Element, hidden: bool) -> bool:
        own = run.find(f"{W}rPr/{W}vanish")
        if own is not None:
            return is_on(own)
        style = run.find(f"{W}rPr/{W}rStyle")
        return hidden or (style is not None and style.get(f"{W}val") in self.found.hidden_styles)

    def _count(self, what: str, node: Element) -> None:
        texts = (each.text or "" for each in node.iter() if each.tag in (f"{W}t", f"{W}delText"))
        self.found.counts[what] += sum(map(len, texts))


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The elements of this name below `parent`, through content controls and the like, but none within another."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _GONE and child.tag != f"{W}tc":
            yield from _inside(child, tag)


def _ends_deleted(paragraph: Element) -> bool:
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and any(marks.find(f"{W}{name}") is not None for name in ("del", "moveFrom"))


def _is_placeholder(control: Element) -> bool:
    """Whether a content control only shows "Click here to enter text"."""
    return control.tag == f"{W}sdt" and is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr"))


def _roman(number: int) -> str:
    """Small Roman figures, as Word numbers endnotes."""
    said = ""
    for value, sign in _FIGURES:
        said += sign * (number // value)
        number %= value
    return said
