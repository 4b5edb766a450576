"""Running heads and feet, page numbers, and what a browser prints around a page: found by what recurs at one edge."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from xref.read.sheets import Line

_NUMBER = re.compile(r"[-–—\s]*(?:page\s+)?[0-9]{1,4}(?:\s*(?:/|of)\s*[0-9]{1,4})?[-–—\s]*", re.I)
_STAMP = re.compile(
    r"(?:^|\s)([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4}|[0-9]{2}),? [0-9]{1,2}:[0-9]{2}(?:\s?[AP]M)?(?=\s|$)"
)
"""day and hour as browsers print them; day and month in the order of the reader's country"""
_ADDRESS = re.compile(r"((?:https?|file)://\S+)(?:\s.*)?")
_COUNT = re.compile(r"^[0-9]{1,4}(?=\s)|(?<=\s)[0-9]{1,4}$")
_Edge = tuple[int, str | int]


def without_stamp(lines: list[Line], number: str, pages: int, gone: list[str]) -> list[Line]:
    """A page without what a browser prints around it: the day and hour of printing, the address, "1/3"."""
    ends = [*lines[:4], *lines[-4:]] if len(lines) > 8 else lines
    counted = [each for each in ends if re.search(rf"(?:^|\s){number}(?:/| of ){pages}$", each.text)]
    hours = [each for each in ends if _STAMP.search(each.text)]
    if not counted or not hours:
        return lines
    around = {id(each) for each in (*counted, *hours, *(each for each in ends if _ADDRESS.fullmatch(each.text)))}
    gone += [each.text for each in lines if id(each) in around]
    return [each for each in lines if id(each) not in around]


def without_edges(pages: list[list[Line]], gone: list[str]) -> list[list[Line]]:
    """The pages without running heads, feet and page numbers, which go to `gone`."""
    body = body_size(pages)
    running = _running(pages, body)
    opening = {word for line in (pages[0][:8] if pages else []) for word in re.findall(r"\w+", line.text.casefold())}
    kept = [_trim(_without_head(lines, n, opening, body), n, running, body) for n, lines in enumerate(pages)]
    if sum(map(bool, kept)) * 2 <= sum(map(bool, pages)):
        kept = [list(lines) for lines in pages]  # what would empty most pages is their text
    stays = {id(line) for lines in kept for line in lines}
    gone += [line.text for lines in pages for line in lines if id(line) not in stays]
    return kept


def _without_head(lines: list[Line], number: int, opening: set[str], body: float) -> list[Line]:
    """A page after the first without a small first line made of the words that open the document: its running head."""
    if not number or len(lines) < 2 or lines[0].size >= 0.95 * body:
        return lines
    words = [word for word in re.findall(r"\w+", lines[0].text.casefold()) if not word.isdigit()]
    said = bool(words) and all(word in opening for word in words) and not re.search(r"[.!?]$", lines[0].text)
    return lines[1:] if said else lines


def _running(pages: Sequence[Sequence[Line]], body: float) -> set[_Edge]:
    """What recurs at one edge of the pages: a line but for its figures, or a number that counts the pages.

    At least on three pages, since on fewer a repetition says nothing, and on half of them, since chapters change their
    heads, and left and right pages differ.
    """
    edges: Counter[_Edge] = Counter()
    for number, lines in enumerate(pages):
        for place, ends in ((0, lines[:2]), (-1, lines[-2:])):
            edges.update({edge for line in ends for edge in _edges(line, place, number, body)})
    return {edge for edge, n in edges.items() if n >= max(3, len(pages) // 2)}


def _edges(line: Line, place: int, page: int, body: float) -> Iterator[_Edge]:
    """What of a line could recur at the top (0) or foot (-1) of pages: its shape, and how far its number is ahead.

    "1 Introduction" in large type is a heading, whatever its page.
    """
    yield place, re.sub(r"[0-9]+", "0", line.text).casefold()
    for match in _COUNT.finditer(line.text) if line.size <= 1.05 * body else ():
        yield place, int(match[0]) - page


def _trim(lines: list[Line], page: int, running: set[_Edge], body: float) -> list[Line]:
    kept = list(lines)
    for place in (0, -1):
        while kept and (
            any(edge in running for edge in _edges(kept[place], place, page, body))
            or _NUMBER.fullmatch(kept[place].text)
        ):
            kept.pop(place)
    # the page's own number may have a notice below it
    own = {id(line) for line in (*kept[:2], *kept[-2:]) if line.text.strip("-–— ") == f"{page + 1}"}
    return [line for line in kept if id(line) not in own]


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size of type that most characters have."""
    counts: Counter[float] = Counter()
    for line in itertools.chain.from_iterable(pages):
        counts[line.size] += len(line.text)
    return max(counts, key=lambda size: (counts[size], size), default=0.0)
