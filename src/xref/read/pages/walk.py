"""From a page's tree to its lines: one walk over all that a reader sees, noting what holds each word.

Block elements end a line, as in HTML's own rendering; a day whose parts stand in boxes is put on one line.
"""

from __future__ import annotations

import re
from typing import Any

import attrs

from xref.read.pages.headline import Headline, find_headline
from xref.read.pages.lines import MAX_LINES, PageLine, Stamp, cut_columns
from xref.read.pages.zones import zone_of

_BLOCKS = frozenset(
    """address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr
    ul""".split()
)
_SKIPPED = frozenset("script style noscript template iframe object svg select textarea head math canvas".split())
_HEADING = frozenset("h1 h2 h3 h4 h5 h6 legend dt".split())
# attributes that hold a date for programs, the usual ones first
_STAMPED = (
    *("datetime", "content", "title", "data-datetime", "data-date", "data-published", "data-time", "data-timestamp"),
    *("data-epoch", "data-utime", "data-unixtime", "data-seconds", "data-publish-date", "data-created"),
)
_DATED = re.compile(r"dat[eu]m?|time|publi|posted|fecha|tarih|stamp|dtstart|day", re.I)
_BOUND = frozenset("sup sub b i em strong font u big ins mark".split())
"""elements that may end inside a word"""
_MAX_BADGE = 40
"""characters of an element marked as a date whose parts are read as one line: day, month and year in boxes"""


def read_lines(tree: Any, titles: tuple[str, ...]) -> tuple[PageLine, ...]:
    """The lines of the page `tree` (lxml), whose article is called one of `titles`."""
    return tuple(_Reader(find_headline(tree, titles)).read(tree)[:MAX_LINES])


def marks_of(element: Any) -> str:
    """Class, id, itemprop, property and rel of an element."""
    said = [word for name in ("class", "id", "itemprop", "property", "rel") if (word := element.get(name))]
    return " ".join([*said, *["pubdate"] * (element.get("pubdate") is not None)])


@attrs.frozen
class _Inside:
    """What holds at one place of the walk."""

    zone: str = ""
    link: bool = False
    kept: int = 0
    """line of the file where white space began to be kept (pre); 0 outside"""
    whole: bool = False
    """block marks inside are no line ends (a date in boxes)"""
    heading: bool = False
    headline: bool = False
    marks: str = ""


@attrs.define
class _Reader:
    """One walk over a page; no recursion, pages can be nested a thousand deep."""

    headline: Headline
    lines: list[PageLine] = attrs.field(factory=list)
    parts: list[tuple[str, _Inside]] = attrs.field(factory=list)
    stamps: list[Stamp] = attrs.field(factory=list)
    source: int = 0

    def read(self, tree: Any) -> list[PageLine]:
        """The lines."""
        body = next(iter(tree.iter("body")), tree)
        stack: list[tuple[Any, _Inside, bool]] = [(body, _Inside(), False)]
        while stack and len(self.lines) < MAX_LINES:
            element, around, left = stack.pop()
            if left:
                self._edge(element, around)
                self._say(" " * _parts(element, around), around)
            elif isinstance(element.tag, str) and element.tag not in _SKIPPED:
                self._edge(element, around)
                inside = self._enter(element, around)
                self._say(" " * _parts(element, around), around)
                self._say(element.text, inside)
                stack.append((element, around, True))
                stack += [(child, inside, False) for child in reversed(element)]
                continue
            if element is not body:
                self._say(element.tail, around)
        self._flush()
        return self.lines

    def _edge(self, element: Any, around: _Inside) -> None:
        if element.tag in _BLOCKS and not around.whole:
            self._flush()

    def _enter(self, element: Any, around: _Inside) -> _Inside:
        marks = marks_of(element)
        holds = element in self.headline.holders
        dated = bool(_DATED.search(marks))
        self._stamp(element, f"{marks} {around.marks}", dated or element.tag in ("time", "abbr"))
        self.source = self.source or element.sourceline or 0
        return _Inside(
            zone=around.zone if holds else around.zone or zone_of(element, marks),
            link=around.link or element.tag == "a",
            kept=around.kept or (element.sourceline or 1) * (element.tag == "pre"),
            whole=around.whole or (dated and len(element) > 1 and not holds and _is_short(element)),
            heading=around.heading or element.tag in _HEADING,
            headline=around.headline or element is self.headline.element,
            # what directly holds the words, and what holds that; a mark further up is the whole page's
            marks=" ".join([*marks.split()[:12], *around.marks.split()[:8]]) if not holds else "",
        )

    def _stamp(self, element: Any, marks: str, dated: bool) -> None:
        for name in _STAMPED:
            value = (element.get(name) or "").strip()
            if re.search(r"[0-9]{2}", value) and (dated or name == "datetime"):
                kinds = (element.get("class") or element.get("itemprop") or element.get("property") or "").split()[:2]
                self.stamps.append(Stamp(value, ".".join([element.tag, *kinds]), marks))
                return

    def _say(self, text: str | None, inside: _Inside) -> None:
        if text and inside.kept and not inside.whole:
            for number, line in enumerate(text.split("\n")):
                for place, words in enumerate(cut_columns(line, first=not self.lines)):
                    if number or place:
                        self._flush()
                        self.source = inside.kept + number
                    self.parts.append((words, inside))
        elif text:
            self.parts.append((text, inside))

    def _flush(self) -> None:
        text, marks = "", []
        said = [(part, inside) for part, inside in self.parts if part]
        for part, inside in said:
            words = " ".join(part.split())
            text += " " if text and part[:1].isspace() and not text.endswith(" ") else ""
            if words:
                marks.append((len(text), inside.marks))
                text += words + (" " if part[-1:].isspace() else "")
        worded = [inside for part, inside in said if part.strip()]
        if worded or self.stamps:
            line = PageLine(
                text.strip(),
                next((inside.zone for inside in worded or [i for _, i in said] if inside.zone), ""),
                any(inside.headline for inside in worded),
                bool(worded) and all(inside.link for part, inside in said if re.search(r"\w", part)),
                any(inside.heading for inside in worded),
                tuple(marks),
                tuple(self.stamps),
                self.source,
            )
            self.lines.append(line)
            self.stamps = []
        self.parts, self.source = [], 0


def _parts(element: Any, around: _Inside) -> bool:
    """Whether words inside and outside of an element on one line are parted, though no white space is written."""
    return around.whole or (element.tag not in _BLOCKS and element.tag not in _BOUND)


def _is_short(element: Any) -> bool:
    length = 0
    for part in element.itertext():
        length += len(" ".join(part.split())) + 1
        if length > _MAX_BADGE:
            return False
    return True
