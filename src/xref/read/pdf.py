"""PDF files (extra `pdf`): the text of each page in reading order, as pdfium finds it.

pdfium (pypdfium2) kept columns and words best of the readers measured. Its line ends become "\\n"; a hyphen that it
found at a line end (U+FFFE) is restored, and the word put together where the document has it whole elsewhere. Blank
lines are set where lines stand clearly further apart than usual. Lines that recur at the same edge of the pages are
running heads and feet and are left out. A page without text is told; a file without any is probably a scan.
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from itertools import pairwise
from typing import Any

import attrs

from xref.model import Settings
from xref.read.boxes import Word, bound, place_words
from xref.read.extracted import Extracted, Hint, UnreadableFile
from xref.words import ordinary

_NOTE_SIZE = 0.88
"""size of type, as a share of the text's, under which a line may belong to a note"""
_FOOT = 0.5
"""share of the page's height under which notes stand"""
_EDGE = 0.15
"""share of the page's height under which small type is a note even where its mark was read elsewhere"""
_NOTE = re.compile(r"([0-9]{1,3}|[*†‡§]{1,3})(?=$|[.)\s]\s*\S|[A-Z“])")
_MARKS = "\ufffe\u00ad\x02"
_BROKEN = re.compile(f"(\\w+)[{_MARKS}]\\s*(\\w+)")
# a word, or its part up to the mark of a hyphen; the mark says that a printed line ends there
_PRINTED = re.compile(rf"[^\s{_MARKS}]+|[{_MARKS}]")


@attrs.frozen
class _Line:
    text: str
    top: float
    bottom: float
    words: tuple[Word, ...] = ()
    size: float = 0.0


def read_pdf(raw: bytes, limits: Settings | None = None) -> Extracted:
    """The text of a PDF; raises UnreadableFile with the cause when there is none."""
    import pypdfium2

    limits = limits or Settings()
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as fault:
        locked = "password" in str(fault).lower()
        if locked:
            raise UnreadableFile("it is encrypted with a password", mend="save it without a password") from fault
        raise UnreadableFile(
            "it is damaged: no PDF that can be opened", mend="get it anew, or save its text"
        ) from fault
    try:
        if len(document) > limits.max_pages:
            told = f"it has {len(document)} pages, more than the limit of {limits.max_pages} (max_pages)"
            raise UnreadableFile(told, mend="split it into the documents it is made of")
        pages = [_lines(page, number) for number, page in enumerate(document, 1)]
        hints = _hints(document.get_metadata_dict())
    except pypdfium2.PdfiumError as fault:
        raise UnreadableFile("it is damaged: a page of it cannot be read") from fault
    finally:
        document.close()
    if not any(pages):
        raise UnreadableFile(
            "it has no text layer: it is probably a scan", mend="run character recognition, and save it with its text"
        )
    bare = [str(number) for number, lines in enumerate(pages, 1) if not lines]
    doubts = (f"no text on page {', '.join(bare)}: a picture or a scan",) if bare else ()
    kept, notes = _take_notes([lines for lines in _without_edges(pages) if lines])
    text = _join("\n\n".join(_page_text(lines) for lines in [*kept, *notes])) + "\n"
    places = place_words(text, (word for lines in [*kept, *notes] for line in lines for word in line.words))
    return Extracted(text, "pypdfium2 " + version("pypdfium2"), doubts, hints, places=places)


def _lines(page: Any, number: int) -> list[_Line]:
    """The lines of one page with their upper and lower edge and size of type, in reading order."""
    from pypdfium2 import raw

    textpage = page.get_textpage()
    whole = textpage.get_text_range()
    boxed = textpage.count_chars() == len(whole)  # else the boxes belong to other characters
    numbers = itertools.count()
    found = []
    at = 0
    for part in re.split(r"(\r\n|\r|\n)", whole):
        if part.strip():
            lead = at + len(part) - len(part.lstrip())
            boxes = [textpage.get_charbox(n) for n in range(lead, min(lead + len(part.strip()), lead + 40))]
            tall = [box for box in boxes if box[3] > box[1]]
            top = max((box[3] for box in tall), default=0.0)
            bottom = min((box[1] for box in tall), default=0.0)
            words = tuple(_words(textpage, part, at if boxed else None, number, numbers))
            size = round(float(raw.FPDFText_GetFontSize(textpage.raw, lead)), 1)
            found.append(_Line(" ".join(part.split()), top, bottom, words, size))
        at += len(part)
    return found


def _words(textpage: Any, part: str, at: int | None, page: int, lines: Iterator[int]) -> Iterator[Word]:
    """The words of a line of page `page`; `at` is its first character there, None when boxes cannot be told."""
    line = next(lines)
    for match in _PRINTED.finditer(part):
        if match.group() in _MARKS:
            line = next(lines)
            continue
        spots = range(at + match.start(), at + match.end()) if at is not None else range(0)
        boxes = [box for n in spots if (box := textpage.get_charbox(n)) and box[2] > box[0] and box[3] > box[1]]
        yield Word(match.group(), page, line, bound(boxes) if boxes else None)


def _without_edges(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without running heads, feet and page numbers."""
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_shape(line) for line in (*lines[:2], *lines[-2:])})
    # three pages: on fewer a repetition says nothing; half: chapters change their heads
    many = len(pages) >= 3
    running = {shape for shape, n in edges.items() if many and n >= max(3, len(pages) / 2)}
    body = _body_size(pages)
    opening = {word for line in (pages[0][:8] if pages else []) for word in re.findall(r"\w+", line.text.casefold())}
    return [_trim(_without_head(lines, number, opening, body), running) for number, lines in enumerate(pages)]


def _without_head(lines: list[_Line], number: int, opening: set[str], body: float) -> list[_Line]:
    """A page after the first without a small first line made of the words that open the document: its running head."""
    if not number or len(lines) < 2 or lines[0].size >= 0.95 * body:
        return lines
    words = [word for word in re.findall(r"\w+", lines[0].text.casefold()) if not word.isdigit()]
    said = bool(words) and all(word in opening for word in words) and not re.search(r"[.!?]$", lines[0].text)
    return lines[1:] if said else lines


def _body_size(pages: Sequence[Sequence[_Line]]) -> float:
    """The size of type that most characters have."""
    counts: Counter[float] = Counter()
    for line in itertools.chain.from_iterable(pages):
        counts[line.size] += len(line.text)
    return max(counts, key=lambda size: (counts[size], size), default=0.0)


def _take_notes(pages: list[list[_Line]]) -> tuple[list[list[_Line]], list[list[_Line]]]:
    """The pages without the notes at their feet, and each note's lines: set smaller, after a mark of their own.

    A note begins with a line that is or begins with a short number or sign, in smaller type than the text, and goes on
    while the type stays small. What is small without such a mark (a caption, a table) stays where it is.
    """
    body = _body_size(pages)
    kept, notes = [], []
    for lines in pages:
        here: list[_Line] = []
        note: list[_Line] | None = None
        for line in lines:
            small = line.size < _NOTE_SIZE * body
            if small and _NOTE.match(line.text) and line.bottom < _FOOT * max(each.top for each in lines):
                note = [line]
                notes.append(note)
            elif small and (note is not None or line.bottom < _EDGE * max(each.top for each in lines)):
                if note is None:
                    note = []
                    notes.append(note)
                note.append(line)
            else:
                note = None
                here.append(line)
        kept.append(here)
    return [lines for lines in kept if lines], [_marked(note) for note in notes]


def _marked(note: list[_Line]) -> list[_Line]:
    """A note whose mark stands on a line of its own, with the mark before its first words."""
    if len(note) > 1 and len(note[0].text) <= 3:
        first = attrs.evolve(note[1], text=f"[{note[0].text}] {note[1].text}")
        return [first, *note[2:]]
    match = _NOTE.match(note[0].text)
    rest = note[0].text[match.end() :].lstrip() if match else note[0].text
    return [attrs.evolve(note[0], text=f"[{match[1]}] {rest}" if match and rest else note[0].text), *note[1:]]


def _shape(line: _Line) -> str:
    return re.sub(r"[0-9]+", "0", line.text).casefold()


def _trim(lines: list[_Line], running: set[str]) -> list[_Line]:
    kept = list(lines)
    for place in (0, -1):
        while kept and (
            _shape(kept[place]) in running or re.fullmatch(r"[-–—\s]*[0-9]{1,4}[-–—\s]*", kept[place].text)
        ):
            kept.pop(place)
    return kept


def _page_text(lines: list[_Line]) -> str:
    """The lines of a page, with a blank line where they stand further apart than usual."""
    gaps = [a.bottom - b.top for a, b in pairwise(lines)]
    # the lower quarter: on a page of short paragraphs most gaps are paragraph gaps
    usual = sorted(gaps)[len(gaps) // 4] if gaps else 0.0
    height = statistics.median(line.top - line.bottom for line in lines)
    parts = [lines[0].text]
    for (before, line), gap in zip(pairwise(lines), gaps, strict=True):
        # another size of type is another paragraph: a title, a byline, a date line
        resized = before.size and line.size and not 0.9 <= before.size / line.size <= 1.12
        # 0.45 of a line more than usual: paragraphs are set off by half a line or more; a jump upwards is a new column
        parts.append(("\n\n" if resized or gap > usual + 0.45 * height or gap < -2 * height else "\n") + line.text)
    return "".join(parts)


def _join(text: str) -> str:
    """Words that a hyphen at a line end broke: whole again where the document or a dictionary has them so."""
    known = {word.casefold() for word in re.findall(r"\w+", text)}

    def mend(match: re.Match[str]) -> str:
        whole = match.group(1) + match.group(2)
        # "cli-mate" is one word, since "cli" is none; "north-west" may be printed either way
        halves = all(part.casefold() in ordinary() for part in match.groups())
        entire = whole.casefold() in known or (whole.casefold() in ordinary() and not halves)
        return whole if entire else f"{match.group(1)}-{match.group(2)}"

    return _BROKEN.sub(mend, text).replace("\ufffe", "-")


def _hints(properties: dict[str, str]) -> tuple[Hint, ...]:
    """Title and author from the properties; the days there tell when the file was made, not when the text appeared."""
    found = []
    for field, name in (("title", "Title"), ("author", "Author")):
        value = " ".join(properties.get(name, "").split())
        # four words: shorter titles are names of files
        if value and (field != "title" or len(re.findall(r"\w+", value)) >= 4):
            found.append(Hint(field, value, f"{name} among the file's properties"))
    return tuple(found)
