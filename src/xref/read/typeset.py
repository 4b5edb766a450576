"""Printed lines of pages into running text: heads and feet off, notes to the end, paragraphs parted, words mended.

Blank lines are set where lines stand clearly further apart than usual, or where the size of type changes; a sentence
that goes on in the next column or on the next page goes on. Lines that recur at the same edge of the pages are running
heads and feet. A hyphen at a line end is given back, or the word put together where the document or a dictionary has it
whole; what was mended and left out is kept for the report.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from xref.read.boxes import Word
from xref.read.running import body_size, without_edges, without_stamp
from xref.read.sheets import MARKS, SMALL, UNIT, Line
from xref.words import ordinary, ordinary_stem, region_free

_FOOT = 0.5
"""share of the page's height under which notes stand"""
_EDGE = 0.15
"""share of the page's height under which small type is a note even where its mark was read elsewhere"""
_JUMP = -1
"""step in sizes of type under which the next line stands above: a new column"""
_BLANK = 0.12
"""gap in sizes of type from which it is a blank: blanks of fonts are 0.2 to 0.3 wide"""
_APART = 2.0
"""gap in sizes of type under which lines of one height are one line: columns stand further apart"""
_MARK = re.compile(r"[0-9]{1,3}|[*†‡§]{1,3}")
_NOTE = re.compile(r"([0-9]{1,3}|[*†‡§]{1,3})(?=$|[.)\s]\s*\S|[A-Z“])")
_BROKEN = re.compile(f"\\b(\\w++)[{MARKS}]\\s*+(\\w++)")
_OPEN_END = re.compile(rf"[\w,;–—{MARKS}-]$")


@attrs.define
class Text:
    """Running text, and what was done to the lines."""

    text: str = ""
    """with a line end at its end"""
    lines: list[Line] = attrs.field(factory=list)
    """in the order in which they stand in the text"""
    edges: list[str] = attrs.field(factory=list)
    """running heads and feet that were left out"""
    joined: list[str] = attrs.field(factory=list)
    """words put together over a line end"""
    hyphened: list[str] = attrs.field(factory=list)
    """words given back the hyphen at a line end"""
    stamps: list[str] = attrs.field(factory=list)
    """what a browser printed around a page: day and hour, address, number of the page"""


def set_text(pages: list[list[Line]]) -> Text:
    """The text of a document whose pages hold these lines."""
    found = Text()
    pages = [_merge(lines) for lines in pages]
    pages = [without_stamp(lines, f"{number}", len(pages), found.stamps) for number, lines in enumerate(pages, 1)]
    kept, notes = _take_notes([lines for lines in without_edges(pages, found.edges) if lines])
    blocks = [*kept, *notes]
    text = ""
    for number, lines in enumerate(blocks):
        if number:
            text += "\n" if number < len(kept) and _goes_on(blocks[number - 1][-1], lines[0]) else "\n\n"
        text += _page_text(lines)
    found.lines = list(itertools.chain.from_iterable(blocks))
    found.text = _mend(text, found) + "\n"
    return found


def _merge(lines: list[Line]) -> list[Line]:
    """Lines beside each other in one printed line become one; a small raised figure is the mark of a note."""
    merged: list[Line] = []
    for line in lines:
        before = merged[-1] if merged else None
        if before is None or not _is_beside(before, line):
            merged.append(line)
            continue
        small = line.size < SMALL * before.size
        mark = small and _MARK.fullmatch(line.text) and not UNIT.search(before.text)
        text, words = (f"[{line.text}]", _bracket(line.words)) if mark else (line.text, line.words)
        gap = "" if mark or line.left - before.right < _BLANK * before.size else " "
        words = (*before.words, *words)
        merged[-1] = attrs.evolve(before, text=before.text + gap + text, words=words, right=line.right)
        if not mark:
            merged[-1] = attrs.evolve(merged[-1], end=line.end)
    return merged


def _is_beside(before: Line, line: Line) -> bool:
    """Whether a line stands right after another, on the same height but for a raised figure."""
    size = max(before.size, line.size)
    level = abs(before.end - line.base) < (0.5 if line.size < SMALL * before.size else 0.2) * size
    return bool(size) and level and -0.5 * size < line.left - before.right < _APART * size


def _bracket(words: Sequence[Word]) -> tuple[Word, ...]:
    """The mark of a note, which is the first of `words`, in brackets."""
    return tuple(attrs.evolve(word, text=f"[{word.text}]") if not n else word for n, word in enumerate(words))


def _goes_on(before: Line, after: Line) -> bool:
    """Whether a sentence goes on from one line to another that does not stand below it."""
    alike = not before.size or not after.size or 0.9 <= before.size / after.size <= 1.12
    return alike and bool(_OPEN_END.search(before.text)) and after.text[:1].islower()


def _take_notes(pages: list[list[Line]]) -> tuple[list[list[Line]], list[list[Line]]]:
    """The pages without the notes at their feet, and each note's lines: set smaller, after a mark of their own.

    A note begins with a line that is or begins with a short number or sign, in smaller type than the text, and goes on
    while the type stays small. What is small without such a mark (a caption, a table) stays where it is.
    """
    body = body_size(pages)
    kept, notes = [], []
    for lines in pages:
        here: list[Line] = []
        note: list[Line] | None = None
        height = max(each.top for each in lines)
        for line in lines:
            small = line.size < SMALL * body
            if small and _NOTE.match(line.text) and line.bottom < _FOOT * height:
                note = [line]
                notes.append(note)
            elif small and (note is not None or line.bottom < _EDGE * height):
                if note is None:
                    note = []
                    notes.append(note)
                note.append(line)
            else:
                note = None
                here.append(line)
        kept.append(here)
    return [lines for lines in kept if lines], [_marked(note) for note in notes]


def _marked(note: list[Line]) -> list[Line]:
    """A note whose mark stands on a line of its own, with the mark before its first words."""
    if len(note) > 1 and len(note[0].text) <= 3:
        words = (*_bracket(note[0].words), *note[1].words)
        return [attrs.evolve(note[1], text=f"[{note[0].text}] {note[1].text}", words=words), *note[2:]]
    match = _NOTE.match(note[0].text)
    rest = note[0].text[match.end() :].lstrip(".) ") if match else ""
    if not match or not rest:
        return note
    mark, *others = note[0].words or (None,)
    if mark:
        inner = mark.text[match.end() :].lstrip(".)")
        others = [
            attrs.evolve(mark, text=f"[{match[1]}]"),
            *([attrs.evolve(mark, text=inner)] if inner else []),
            *others,
        ]
    return [attrs.evolve(note[0], text=f"[{match[1]}] {rest}", words=tuple(others)), *note[1:]]


def _page_text(lines: list[Line]) -> str:
    """The lines of a page, with a blank line where they stand further apart than usual."""
    steps = [_step(a, b) for a, b in pairwise(lines)]
    downward = sorted(step for step in steps if step > 0)
    # the lower quarter: on a page of short paragraphs most steps are those between paragraphs
    usual = downward[len(downward) // 4] if downward else 0.0
    return "".join(_parted(lines, steps, usual))


def _step(before: Line, line: Line) -> float:
    """How far a line stands below another, in sizes of its type: large titles are set with large gaps."""
    return (before.end - line.base) / (max(before.size, line.size) or 1.0)


def _parted(lines: list[Line], steps: list[float], usual: float) -> Iterator[str]:
    yield lines[0].text
    for (before, line), step in zip(pairwise(lines), steps, strict=True):
        # another size of type is another paragraph: a title, a byline, a date line
        resized = before.size and line.size and not 0.9 <= before.size / line.size <= 1.12
        # 0.4 of the size more than usual: paragraphs are set off by half a line or more
        apart = resized or step > usual + 0.4
        # a jump upwards is a new column, in which a sentence may go on
        column = step < _JUMP and not _goes_on(before, line)
        yield ("\n\n" if apart or column else "\n") + line.text


def _mend(text: str, found: Text) -> str:
    """Words that a hyphen at a line end broke: whole again where the document or a dictionary has them so."""
    known = {word.casefold() for word in re.findall(r"\w+", text)}

    def mend(match: re.Match[str]) -> str:
        whole = match.group(1) + match.group(2)
        # "cli-mate" is one word, since "cli" is none; "north-west" may be printed either way
        halves = all(part.casefold() in ordinary() for part in match.groups())
        entire = ordinary_stem(region_free(whole.casefold())) and not halves
        if entire or whole.casefold() in known:
            found.joined.append(whole)
            return whole
        found.hyphened.append(f"{match.group(1)}-{match.group(2)}")
        return found.hyphened[-1]

    return re.sub(f"[{MARKS}]", "-", _BROKEN.sub(mend, text))
