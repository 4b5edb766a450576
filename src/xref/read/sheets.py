"""What stands on the pages of a PDF: lines of words with their boxes, as pdfium finds them in reading order.

Only what a reader of the page sees is taken. Words in the invisible mode lie under the picture of a scanned page, where
a machine recognised them: they are its text, and that is told. Elsewhere they are hidden, as are words beside the page.
Lines that run in another direction than the page's text (stamps in the margin, watermarks) go to its end, since they
would break its sentences. A small raised figure is the mark of a note and stands in brackets.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs

from xref.read.boxes import Word, bound
from xref.read.letters import Letters

MARKS = "\ufffe\u00ad\x02"
"""what pdfium writes for a hyphen at a line end"""
SMALL = 0.88
"""size of type, as a share of the text's, under which it belongs to a note or its mark"""
_RAISED = 0.15
"""height in sizes of type from which a small figure is raised"""
# blanks, the mark of a hyphen (a printed line ends there), a word or its part up to such a mark
_PRINTED = re.compile(rf"\s+|[{MARKS}]|[^\s{MARKS}]+")
_NOTED = re.compile(r"(.*?[^0-9\W]|.*?[0-9]{4}|.*?[.,;:”’\"')\]]|)([0-9]{1,3}|[*†‡§]{1,3})([.,;:”’\"')\]]*)")
UNIT = re.compile(r"(?:^|[\s0-9])(?:[kcdmµ]?m|ft|in|mi)$")
"""the end of words of which a raised figure is the power"""
# what fonts without a table of letters yield: control characters and the private use area
_UNREAD = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\uffff]")


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
    """size of type in points, as printed"""
    base: float = 0.0
    """height of the line that its first letter stands on"""
    end: float = 0.0
    """height of the line that its last letter stands on: lower, where hyphens lead over line ends"""
    left: float = 0.0
    """where its first letter begins"""
    right: float = 0.0
    """where its last letter ends"""


@attrs.define
class Sheet:
    """A page."""

    number: int
    """counted from 1"""
    lines: list[Line] = attrs.field(factory=list)
    """in reading order"""
    hidden: int = 0
    """characters that are invisible or beside the page, left out"""
    unread: int = 0
    """signs whose font does not tell their letter: U+FFFD stands for each"""
    recognised: bool = False
    """whether its words lie unseen under a picture of the page"""
    white: int = 0
    """characters in white letters, where most of the page's are not"""


def read_sheet(page: Any, number: int) -> Sheet:
    """The lines of a page (pypdfium2.PdfPage)."""
    textpage = page.get_textpage()
    try:
        return _Page(Letters(page, textpage), Sheet(number)).read()
    finally:
        textpage.close()


@attrs.define
class _Page:
    letters: Letters
    sheet: Sheet
    boxed: bool = True
    """whether boxes and characters have the same numbers"""

    def read(self) -> Sheet:
        textpage = self.letters.textpage
        whole = textpage.get_text_range()
        self.boxed = textpage.count_chars() == len(whole)
        if self.boxed:
            whole = self._without_unseen(whole)
        self.sheet.unread = len(_UNREAD.findall(whole))
        whole = _UNREAD.sub("\ufffd", whole)
        turns: list[int] = []
        numbers = itertools.count()
        at = 0
        for part in self._parts(whole):
            if part.strip():
                start = at + len(part) - len(part.lstrip())
                turns.append(self.letters.turn(start))
                self.sheet.lines.append(self._line(part.strip(), start, turns[-1], numbers))
            at += len(part)
        self._put_aside(turns)
        return self.sheet

    def _parts(self, whole: str) -> Iterator[str]:
        """The lines and line ends of a page; parted too where a hyphen leads from the text into the type of a note."""
        at = 0
        for part in re.split(r"(\r\n|\r|\n)", whole):
            begin = at
            for match in re.finditer(rf"(?<=\S)[{MARKS}](?=\S)", part) if self.boxed else ():
                here = at + match.start()
                if self.letters.size(here + 1) < SMALL * self.letters.size(here - 1):
                    yield whole[begin : here + 1]
                    begin = here + 1
            at += len(part)
            yield whole[begin:at]

    def _put_aside(self, turns: list[int]) -> None:
        """Lines that run another way than most characters go to the end."""
        lengths: Counter[int] = Counter()
        for line, turn in zip(self.sheet.lines, turns, strict=True):
            lengths[turn] += len(line.text)
        most = max(lengths, key=lambda turn: (lengths[turn], -turn), default=0)
        main = [line for line, turn in zip(self.sheet.lines, turns, strict=True) if turn == most]
        aside = [line for line, turn in zip(self.sheet.lines, turns, strict=True) if turn != most]
        # pdfium gives some pages that are turned as a whole from the last line to the first
        upward = sum(1 if b.base > a.base else -1 for a, b in pairwise(main))
        self.sheet.lines = [*(reversed(main) if most and upward > 0 else main), *aside]

    def _without_unseen(self, whole: str) -> str:
        """The page's characters, with blanks for words that nobody sees."""
        scan: bool | None = None
        chars = list(whole)
        seen = white = 0
        for match in re.finditer(r"\S+", whole):
            at, length = match.start(), len(match.group())
            unseen = self.letters.is_invisible(at)
            if unseen and scan is None:
                scan = self.letters.is_scan()
            if unseen and scan:
                self.sheet.recognised = True
            elif unseen or self.letters.is_outside(at):
                chars[at : match.end()] = " " * length
                self.sheet.hidden += length
            else:
                seen += length
                white += length if self.letters.is_white(at) else 0
        # on a page of mostly white letters the ground is dark
        self.sheet.white = white if white * 2 < seen else 0
        return "".join(chars)

    def _line(self, part: str, at: int, turn: int, numbers: Iterator[int]) -> Line:
        """The line `part`, whose first character has the number `at`."""
        boxes = [self.letters.upright(self.letters.box(n), turn) for n in range(at, at + min(len(part), 40))]
        tall = [box for box in boxes if box[3] > box[1]]
        last = at + len(part) - 1
        text, words, stop = self._words(part, at, turn, next(numbers))
        for _ in range(sum(part.count(mark) for mark in MARKS)):
            next(numbers)  # as many printed lines as hyphens at line ends
        return Line(
            text,
            max((box[3] for box in tall), default=0.0),
            min((box[1] for box in tall), default=0.0),
            words,
            self.letters.size(at),
            self.letters.base(at, turn),
            self.letters.base(stop, turn),
            boxes[0][0],
            self.letters.upright(self.letters.box(last), turn)[2],
        )

    def _words(self, part: str, at: int, turn: int, number: int) -> tuple[str, tuple[Word, ...], int]:
        """The words of a line, as one text and each with its box; marks of notes in brackets.

        Last the number of its last letter that is of no mark.
        """
        said, stop = "", at
        words: list[Word] = []
        for match in _PRINTED.finditer(part):
            token = match.group()
            if token.isspace():
                said += " "
            elif token in MARKS:
                said += token
                number += 1
            else:
                for piece, start, end in self._pieces(token, part, at, match.start(), turn):
                    mark = piece != part[start:end]
                    said = (said.rstrip(" ") if mark else said) + piece
                    stop = stop if mark else at + end - 1
                    words.append(self._word(piece, range(at + start, at + end), number))
        return said, tuple(words), stop

    def _pieces(self, token: str, part: str, at: int, start: int, turn: int) -> Iterator[tuple[str, int, int]]:
        """A word, or a word, the raised mark of a note, and what follows: text, first and last character in `part`."""
        match = _NOTED.fullmatch(token) if self.boxed else None
        before = part[: start + match.start(2)].rstrip() if match else ""
        if match is None or not before or UNIT.search(before):
            yield token, start, start + len(token)
            return
        mark, text = at + start + match.start(2), at + len(before) - 1
        size = self.letters.size(text)
        raised = self.letters.base(mark, turn) - self.letters.base(text, turn) > _RAISED * size
        if self.letters.size(mark) >= SMALL * size or not raised:
            yield token, start, start + len(token)
            return
        for group, piece in ((1, match[1]), (2, f"[{match[2]}]"), (3, match[3])):
            if match[group]:
                yield piece, start + match.start(group), start + match.end(group)

    def _word(self, text: str, spots: range, line: int) -> Word:
        boxes = [box for n in spots if (box := self.letters.box(n)) and box[2] > box[0] and box[3] > box[1]]
        return Word(text, self.sheet.number, line, bound(boxes) if boxes and self.boxed else None)
