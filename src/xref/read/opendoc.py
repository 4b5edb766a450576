"""The body of an OpenDocument text (OASIS OpenDocument 1.3, part 3) as paragraphs, the way a reader of it sees them.

Tracked insertions are in; deletions are kept apart in the file (5.5) and stay out. Text of frames and shapes follows
the paragraph they hang on. Hidden text (sections, paragraphs, fields and styles that are not displayed), comments and
the descriptions of pictures are left out; what was hidden and the comments are counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import attrs

from xref.read.package import words_of
from xref.read.paragraphs import Paragraph, flow, join_row, merge

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
PART = "content.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_GONE = frozenset(
    (f"{TEXT}tracked-changes", f"{TEXT}ruby-text", f"{OFFICE}forms", f"{_SVG}title", f"{_SVG}desc", f"{DC}creator")
)
_BLOCKS = frozenset((f"{TEXT}p", f"{TEXT}h"))
_SPACES = re.compile("[0-9]{1,3}")
# blocks met within a line of text: they follow its paragraph
_HANGING = frozenset((f"{_DRAW}text-box", f"{_TABLE}table", f"{TEXT}list", f"{TEXT}section", *_BLOCKS))
_LAYOUT = re.compile(r"[ \t\r\n]+")  # white space of the file's own layout is none of the text (6.1.2)


def number_paragraphs(content: Element) -> dict[Element, int]:
    """Paragraph or heading → its number among all of content.xml."""
    return {each: number for number, each in enumerate((e for e in content.iter() if e.tag in _BLOCKS), 1)}


def find_hidden_styles(content: Element) -> frozenset[str]:
    """The document's own styles that hide their text: Word's hidden text arrives in them."""
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in content.iter(f"{_STYLE}style")
        if any(each.get(f"{TEXT}display") == "none" for each in style.iter(f"{_STYLE}text-properties"))
    )


@attrs.frozen
class Reader:
    """Reads blocks of the body."""

    numbers: dict[Element, int]
    """numbers of the paragraphs and headings of content.xml"""
    hidden_styles: frozenset[str]
    """styles whose text is hidden"""
    notes: list[Paragraph] = attrs.field(factory=list)
    """foot- and endnotes met so far"""
    counts: Counter[str] = attrs.field(factory=Counter)
    """characters "hidden", number of "comments" """

    def blocks(self, parent: Element) -> list[Paragraph]:
        """Paragraphs, list items and table rows, in order."""
        found: list[Paragraph] = []
        for child in parent:
            if child.tag in _GONE or self._is_left_out(child):
                continue
            if child.tag in _BLOCKS:
                found += self._paragraph(child)
            elif child.tag == f"{TEXT}list-item":
                found += self._item(child)
            elif child.tag == f"{_TABLE}table-row":
                found += join_row([self.blocks(cell) for cell in child if cell.tag == f"{_TABLE}table-cell"])
            else:
                found += self.blocks(child)
        return found

    def _item(self, item: Element) -> list[Paragraph]:
        """The paragraphs of a list item, the first one with a dash unless it is an item of a list within."""
        inside = [each for each in self.blocks(item) if each.text.strip()]
        if not inside or inside[0].text.startswith("- "):
            return inside
        return [attrs.evolve(inside[0], text=f"- {inside[0].text}"), *inside[1:]]

    def _paragraph(self, paragraph: Element) -> list[Paragraph]:
        """A paragraph, then what hangs on it; its notes go to `notes`."""
        if any(_is_hidden(each) for each in paragraph.iter(f"{TEXT}hidden-paragraph")):
            self.counts["hidden"] += len(words_of(paragraph))
            return []
        hanging = Element("hanging")
        text = "".join(self._inline(paragraph, hanging)).strip("\n")
        number = self.numbers[paragraph]
        return [Paragraph(text, PART, number, number), *self.blocks(hanging)]

    def _inline(self, node: Element, hanging: Element) -> Iterator[str]:
        yield _LAYOUT.sub(" ", node.text or "")
        for child in node:
            if child.tag == f"{TEXT}note":
                yield f"[{self._note(child)}]"
            elif child.tag in _HANGING:
                hanging.append(child)
            elif child.tag == f"{TEXT}s":
                count = child.get(f"{TEXT}c", "1")
                yield " " * (int(count) if _SPACES.fullmatch(count) else 1)
            elif child.tag == f"{TEXT}tab":
                yield "\t"
            elif child.tag == f"{TEXT}line-break":
                yield "\n"
            elif child.tag not in _GONE and not self._is_left_out(child):
                yield from self._inline(child, hanging)
            yield _LAYOUT.sub(" ", child.tail or "")

    def _note(self, note: Element) -> str:
        """The mark of a foot- or endnote, which goes to `notes`."""
        mark = words_of(note.find(f"{TEXT}note-citation")) or "?"
        body = note.find(f"{TEXT}note-body")
        inside = self.blocks(body) if body is not None else []
        self.notes.append(merge(f"[{mark}] {flow(inside)}", inside))
        return mark

    def _is_left_out(self, node: Element) -> bool:
        """Whether it is a comment or hidden; then it is counted."""
        if node.tag == f"{OFFICE}annotation":
            self.counts["comments"] += 1
            return True
        if node.get(f"{TEXT}style-name") in self.hidden_styles or _is_hidden(node):
            self.counts["hidden"] += len(words_of(node))
            return True
        return False


def _is_hidden(node: Element) -> bool:
    """Whether a section or field says of itself that it is not displayed (7.7.11, 19.849)."""
    return node.get(f"{TEXT}display") == "none" or node.get(f"{TEXT}is-hidden") == "true"
