"""What stands on the pages of a PDF: lines of words with their boxes, as pdfium finds them in reading order.

Only what a reader of the page sees is taken. Words in the invisible mode (PDF 1.7, 9.3.6) lie under the picture of a
scanned page, where a machine recognised them: they are its text, and that is told. Elsewhere they are hidden, as are
words outside of the page's visible part. Lines that run in another direction than the page's text (stamps in the
margin, watermarks) go to its end, since they would break its sentences.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs

from xref.read.boxes import Box, Word, bound

MARKS = "\ufffe\u00ad\x02"
"""what pdfium writes for a hyphen at a line end"""
# a word, or its part up to the mark of a hyphen; the mark says that a printed line ends there
_PRINTED = re.compile(rf"[^\s{MARKS}]+|[{MARKS}]")
# what fonts without a table of letters yield: control characters and the private use area
_UNREAD = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\uffff]")
_COVERED = 0.5
"""share of a page that a picture covers when the page is a scan"""
_INVISIBLE = 3
"""text rendering mode "neither fill nor stroke" """


@attrs.frozen
class Line:
    """A printed line."""

    text: str
    """its words, one blank between"""
    top: float = 0.0
    """upper edge in points, the way up that the page is read"""
    bottom: float = 0.0
    """lower edge"""
    words: tuple[Word, ...] = ()
    """with the box of each"""
    size: float = 0.0
    """size of type in points"""


@attrs.define
class Sheet:
    """A page."""

    number: int
    """counted from 1"""
    lines: list[Line] = attrs.field(factory=list)
    """in reading order"""
    hidden: int = 0
    """characters that are invisible or outside of the page, left out"""
    unread: int = 0
    """signs whose font does not tell their letter: U+FFFD stands for each"""
    recognised: bool = False
    """whether its words lie unseen under a picture of the page"""


def read_sheet(page: Any, number: int) -> Sheet:
    """The lines of a page (pypdfium2.PdfPage)."""
    textpage = page.get_textpage()
    try:
        return _Page(page, textpage, Sheet(number)).read()
    finally:
        textpage.close()


@attrs.define
class _Page:
    page: Any
    textpage: Any
    sheet: Sheet
    visible: Box = (0.0, 0.0, 0.0, 0.0)
    boxes: dict[int, Box] = attrs.field(factory=dict)

    def read(self) -> Sheet:
        left, bottom, right, top = self.page.get_cropbox()
        self.visible = left, bottom, right, top
        whole = self.textpage.get_text_range()
        boxed = self.textpage.count_chars() == len(whole)  # else the boxes belong to other characters
        if boxed:
            whole = self._without_unseen(whole)
        self.sheet.unread = len(_UNREAD.findall(whole))
        whole = _UNREAD.sub("\ufffd", whole)
        turns: list[int] = []
        numbers = itertools.count()
        at = 0
        for part in re.split(r"(\r\n|\r|\n)", whole):
            if part.strip():
                turn = self._turn(at + len(part) - len(part.lstrip()))
                words = tuple(self._words(part, at if boxed else None, numbers))
                self.sheet.lines.append(self._line(part, at, words, turn))
                turns.append(turn)
            at += len(part)
        self._put_aside(turns)
        return self.sheet

    def _put_aside(self, turns: list[int]) -> None:
        """Lines that run another way than most characters go to the end."""
        lengths: Counter[int] = Counter()
        for line, turn in zip(self.sheet.lines, turns, strict=True):
            lengths[turn] += len(line.text)
        most = max(lengths, key=lambda turn: (lengths[turn], -turn), default=0)
        main = [line for line, turn in zip(self.sheet.lines, turns, strict=True) if turn == most]
        aside = [line for line, turn in zip(self.sheet.lines, turns, strict=True) if turn != most]
        # pdfium gives some pages that are turned as a whole from the last line to the first
        upward = sum(1 if b.top > a.top else -1 for a, b in pairwise(main))
        self.sheet.lines = [*(reversed(main) if most and upward > 0 else main), *aside]

    def _without_unseen(self, whole: str) -> str:
        """The page's characters, with blanks for words that nobody sees."""
        scan: bool | None = None
        chars = list(whole)
        for match in re.finditer(r"\S+", whole):
            unseen = self._is_invisible(match.start())
            if unseen and scan is None:
                scan = self._is_scan()
            if unseen and scan:
                self.sheet.recognised = True
            elif unseen or _outside(self._box(match.start()), self.visible):
                chars[match.start() : match.end()] = " " * len(match.group())
                self.sheet.hidden += len(match.group())
        return "".join(chars)

    def _is_invisible(self, at: int) -> bool:
        from pypdfium2 import raw

        shape = raw.FPDFText_GetTextObject(self.textpage.raw, at)
        return bool(shape) and raw.FPDFTextObj_GetTextRenderMode(shape) == _INVISIBLE

    def _is_scan(self) -> bool:
        from pypdfium2 import raw

        left, bottom, right, top = self.visible
        pictures = [each.get_bounds() for each in self.page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,))]
        return any((b[2] - b[0]) * (b[3] - b[1]) > _COVERED * (right - left) * (top - bottom) for b in pictures)

    def _box(self, at: int) -> Box:
        if at not in self.boxes:
            left, bottom, right, top = self.textpage.get_charbox(at)
            self.boxes[at] = left, bottom, right, top
        return self.boxes[at]

    def _turn(self, at: int) -> int:
        """Degrees, clockwise, by which the character's line is turned."""
        from pypdfium2 import raw

        angle = raw.FPDFText_GetCharAngle(self.textpage.raw, at)
        return round(math.degrees(angle)) % 360 if angle >= 0 else 0

    def _line(self, part: str, at: int, words: tuple[Word, ...], turn: int) -> Line:
        from pypdfium2 import raw

        lead = at + len(part) - len(part.lstrip())
        boxes = [self._upright(self._box(n), turn) for n in range(lead, min(lead + len(part.strip()), lead + 40))]
        tall = [box for box in boxes if box[1] > box[0]]
        bottom, top = min((b[0] for b in tall), default=0.0), max((b[1] for b in tall), default=0.0)
        size = round(float(raw.FPDFText_GetFontSize(self.textpage.raw, lead)), 1)
        return Line(" ".join(part.split()), top, bottom, words, size)

    def _upright(self, box: Box, turn: int) -> tuple[float, float]:
        """Lower and upper edge of a box for who turns the page so that its line is level."""
        left, bottom, right, top = box
        _, _, width, height = self.visible
        turned = {90: (left, right), 180: (height - top, height - bottom), 270: (width - right, width - left)}
        return turned.get(turn, (bottom, top))

    def _words(self, part: str, at: int | None, lines: Iterator[int]) -> Iterator[Word]:
        """The words of a line; `at` is its first character on the page, None when boxes cannot be told."""
        line = next(lines)
        for match in _PRINTED.finditer(part):
            if match.group() in MARKS:
                line = next(lines)
                continue
            spots = range(at + match.start(), at + match.end()) if at is not None else range(0)
            boxes = [box for n in spots if (box := self._box(n)) and box[2] > box[0] and box[3] > box[1]]
            yield Word(match.group(), self.sheet.number, line, bound(boxes) if boxes else None)


def _outside(box: Box, visible: Box) -> bool:
    """Whether a box lies wholly outside; a point of tolerance, and boxes without extent tell nothing."""
    flat = box[2] <= box[0] or box[3] <= box[1]
    beside = box[2] < visible[0] - 1 or box[0] > visible[2] + 1 or box[3] < visible[1] - 1 or box[1] > visible[3] + 1
    return beside and not flat
