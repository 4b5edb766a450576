"""The paragraphs of an extracted page found again in the page's source, character by character.

Main text extraction keeps no places. White space aside, a paragraph is a run of whole lines of the page; one that
occurs once stands there. One that occurs again is placed only when a single occurrence lies between the paragraphs
before and after it. All others have no place: a missing locator is better than a wrong one.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence

import attrs

from xref.model import Place, Span
from xref.read.source import Atom, Stream, condense, read_source

MAX_SCANNED = 200_000_000
"""characters compared in the search for paragraphs that are no whole line; then such ones have no place"""
# marks that extraction adds: a list item's dash, the bars between a table's cells
_ADDED = re.compile(r"^- |(?<= )\|(?= )")


@attrs.frozen
class _Paragraph:
    start: int
    """its first character in the text of record"""
    text: str
    """its words"""

    @property
    def key(self) -> str:
        """As compared."""
        return condense(self.text)

    def bare(self) -> _Paragraph:
        """The same with the marks blanked that extraction may have added."""
        return attrs.evolve(self, text=_ADDED.sub(lambda m: " " * len(m.group()), self.text))


def align(text: str, source: str) -> tuple[Place, ...]:
    """Where the paragraphs of `text` (parted by blank lines) stand in the page `source`, as far as that is certain."""
    stream = read_source(source)
    found = _Search(stream, [_Paragraph(m.start(), m.group()) for m in re.finditer(r"[^\n]+", text)]).run()
    places: list[Place] = []
    after = -1
    for paragraph, at in found:
        tiles = _tile(paragraph, stream, at, source)
        if at == after:
            # only tags and white space lie between the two paragraphs: what runs across both has a place
            places.append(_between_tiles(places[-1], tiles[0]))
        places += tiles
        after = at + len(paragraph.key)
    return tuple(places)


def _between_tiles(left: Place, right: Place) -> Place:
    assert left.source is not None
    assert right.source is not None
    return Place(Span(left.span.end, right.span.start), source=Span(left.source.end, right.source.start))


@attrs.define
class _Search:
    """Where each paragraph stands in the stream."""

    stream: Stream
    paragraphs: Sequence[_Paragraph]
    left: int = MAX_SCANNED

    def run(self) -> list[tuple[_Paragraph, int]]:
        """The paragraphs whose place is certain, as they were compared, and where they stand in the stream."""
        lines = self._lines()
        tried = [self._spots(each, lines) for each in self.paragraphs]
        single = [(n, spots[0]) for n, (_, spots) in enumerate(tried) if len(spots) == 1]
        fixed = [(n, at, at + len(tried[n][0].key)) for n, at in _ascending(single)]
        found = []
        for number, (paragraph, spots) in enumerate(tried):
            at = spots[0] if len(spots) == 1 else self._between(number, len(paragraph.key), spots, fixed)
            if at is not None:
                found.append((paragraph, at))
        return found

    def _lines(self) -> dict[str, list[int]]:
        """Each line of the page → where it begins."""
        found: dict[str, list[int]] = {}
        breaks = self.stream.breaks
        for start, end in itertools.pairwise(breaks):
            found.setdefault(self.stream.text[start:end], []).append(start)
        return found

    def _spots(self, paragraph: _Paragraph, lines: dict[str, list[int]]) -> tuple[_Paragraph, list[int]]:
        """Where the paragraph, with the marks added to it or without, stands as one or several whole lines."""
        for tried in dict.fromkeys((paragraph, paragraph.bare())):
            key = tried.key
            if key and (spots := lines.get(key) or list(self._runs(key))):
                return tried, spots
        return paragraph, []

    def _runs(self, key: str) -> Iterator[int]:
        text, breaks = self.stream.text, self.stream.breaks
        at = 0
        while self.left > 0:
            where = text.find(key, at)
            # 500: a hit costs more than characters passed over
            self.left -= (where if where >= 0 else len(text)) - at + len(key) + 500
            if where < 0:
                return
            if _holds(breaks, where) and _holds(breaks, where + len(key)):
                yield where
            at = where + 1

    def _between(
        self, number: int, length: int, spots: Sequence[int], fixed: Sequence[tuple[int, int, int]]
    ) -> int | None:
        """The only one of `spots` between the certain paragraphs before and after paragraph `number`."""
        at = bisect.bisect_left(fixed, (number, 0, 0))
        low = fixed[at - 1][2] if at else 0
        high = fixed[at][1] if at < len(fixed) else len(self.stream.text)
        first, last = bisect.bisect_left(spots, low), bisect.bisect_right(spots, high - length)
        return spots[first] if last - first == 1 else None


def _holds(ascending: Sequence[int], value: int) -> bool:
    at = bisect.bisect_left(ascending, value)
    return at < len(ascending) and ascending[at] == value


def _ascending(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of `pairs` whose second numbers ascend (patience sorting): what keeps the order of the page."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for number, (_, value) in enumerate(pairs):
        at = bisect.bisect_left(tops, value)
        before.append(piles[at - 1] if at else -1)
        tops[at : at + 1] = [value]
        piles[at : at + 1] = [number]
    found = []
    number = piles[-1] if piles else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _tile(paragraph: _Paragraph, stream: Stream, at: int, source: str) -> list[Place]:
    """Places that cover the paragraph without a gap: runs of equal characters, and what lies between them."""
    words = [n for n, char in enumerate(paragraph.text, paragraph.start) if char.isprintable() and not char.isspace()]
    # start and end in the text, start and end in the source
    found: list[tuple[int, int, int, int]] = []
    for here, (start, end) in zip(words, _spread(stream, at, len(words)), strict=True):
        if not found:
            found.append((here, here + 1, start, end))
            continue
        first, last, begin, close = found[-1]
        even = last - first == close - begin and end - start == 1
        gap = here - last
        if (begin, close) == (start, end):  # one reference that stands for two characters
            found[-1] = first, here + 1, begin, close
        elif even and gap == start - close <= 1 and not source[close:start].strip():
            found[-1] = first, here + 1, begin, end
        else:
            if gap:
                found.append((last, here, close, start))
            found.append((here, here + 1, start, end))
    return [Place(Span(a, b), source=Span(c, d)) for a, b, c, d in found]


def _spread(stream: Stream, at: int, count: int) -> Iterator[tuple[int, int]]:
    """Start and end in the source of each of `count` characters of the stream from `at` on."""
    number = bisect.bisect_right(stream.atoms, at, key=lambda atom: atom.at) - 1
    while count > 0:
        atom: Atom = stream.atoms[number]
        start, end, length = atom.source.start, atom.source.end, len(atom.text)
        even = end - start == length
        for n in range(at - atom.at, min(length, at - atom.at + count)):
            yield (start + n, start + n + 1) if even else (start, end)
        count -= length - (at - atom.at)
        at = atom.at + length
        number += 1
