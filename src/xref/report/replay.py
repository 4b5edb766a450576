"""The quotations of a finished page, read as a reader sees them, and whether the sources hold them.

The page says beside each quotation where it stands (`data-document`, `data-start`, `data-end`, `data-digest`); the
words are those that the page shows. What the page itself adds to them is left out by its own mark-up: meanings for
readers by ear (class "vh"), facet numbers (hidden from them) and pilcrows (class "pil"). Packed cards and texts are
inflated and read in the same way. An element that shows a quotation without saying where it stands is a fault, and so
is anything in a quotation that no template writes: it could hide a word or add one.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser

import attrs

from xref.errors import OutputError
from xref.report.form import fault_of_form

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""elements without an end tag (HTML, 13.1.2)"""
QUOTING = frozenset(("side", "fq"))
"""classes of elements that hold a quotation and must say where it stands"""
CONTEXTS = ("The text begins here.", "The text ends here.")
"""what stands in place of a neighbouring sentence"""
INSIDE = {
    r"mark class=(?:f[1-3](?: o[1-3])?|w)": r".*",
    r"span class=vh": r"(?:.*: )?",
    r"span class=pil title=empty line in the source": r" ¶ ",
    r"sup class=fn": r".*",
    r"sup aria-hidden=true": r"[0-9]+(?:,[0-9]+)*",
}
"""elements within a quotation as the templates write them → what they may hold"""
LARGEST = 200_000_000
"""bytes that one packed chunk may inflate to: a hundred cards have a thousandth of it"""


@attrs.frozen
class Quotation:
    """Words that a page shows as a document's own."""

    card: str
    """anchor of the element around it: the card, claim or hit"""
    document: str
    """id of the document; empty when the page does not say where the words stand"""
    start: int
    """first code point"""
    end: int
    """one past the last"""
    digest: str
    """beginning of the SHA-256 of the file"""
    words: str
    """as shown, runs of space made one"""
    context: bool = False
    """whether it is the sentence beside the quotation, shortened with …"""
    fault: str = ""
    """what stands in it that no report has, in words"""


@attrs.define
class _Open:
    """An element that is not closed yet."""

    tag: str
    id: str = ""
    place: dict[str, str] | None = None
    """its data-* attributes, where it says where words stand"""
    words: list[str] | None = None
    """what it shows, where that is a quotation"""
    context: bool = False
    hidden: bool = False
    quotes: int = 0
    packed: bool = False
    holds: str | None = None
    """within a quotation: what it may hold"""
    said: str = ""
    """within a quotation: what it holds"""
    odd: str = ""
    """of a quotation: what no report has there"""


def read_quotations(html: str) -> Iterator[Quotation]:
    """Every quotation of a page, in order; raises OutputError when the page is damaged."""
    odd = fault_of_form(html)
    if odd:
        yield Quotation("", "", -1, -1, "", "", fault=odd)
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Quotation] = []
        self.stack: list[_Open] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Opens an element; one that never holds text is passed over."""
        known = {name: value or "" for name, value in attributes}
        around = self._quotation()
        holds = _allowed(tag, known) if around else None
        if around and holds is None:
            around.odd = around.odd or f"<{tag}> stands within the quotation, which no report has"
        if tag in VOID:
            return
        classes = set(known.get("class", "").split())
        element = _Open(tag, known.get("id", ""), holds=holds)
        if "data-document" in known or QUOTING & classes:
            element.place = known
        if (tag, element.id) in (("template", "packed"), ("template", "texts")):
            element.packed = True
        elif tag == "i" and self.stack and self.stack[-1].packed:
            element.words = []
        elif tag in ("blockquote", "q") or {"t", "x", "c"} & classes:
            element.context = "c" in classes
            inside = self._place()
            # a blockquote only holds the quotation and its neighbours
            if tag != "blockquote" and (inside is not None or tag == "q"):
                element.words = []
            elif tag == "blockquote" and inside is None:
                element.place = known
        element.hidden = "vh" in classes or (tag == "sup" and known.get("aria-hidden") == "true")
        if "pil" in classes:
            element.hidden = True
            self.handle_data(" ")
        self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Closes the element, and those in it that were left open, as a browser does."""
        if any(element.tag == tag for element in self.stack):
            while self.stack:
                element = self.stack.pop()
                self._leave(element)
                if element.tag == tag:
                    return

    def handle_data(self, data: str) -> None:
        """Text belongs to the innermost quotation around it, unless something between hides it."""
        if self.stack:
            self.stack[-1].said += data
            if self.stack[-1].tag == "blockquote" and data.strip():
                self.stack[-1].odd = "words stand beside the quotation, which no report has"
        for element in reversed(self.stack):
            if element.hidden:
                return
            if element.words is not None:
                element.words.append(data)
                return

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Elements of pictures, closed in themselves, hold no text; any other is opened by a browser all the same."""
        if not any(element.tag == "svg" for element in self.stack):
            self.handle_starttag(tag, attributes)

    def close(self) -> None:
        """Closes what a cut page left open."""
        super().close()
        while self.stack:
            self._leave(self.stack.pop())

    def _leave(self, element: _Open) -> None:
        around = self._quotation()
        if around and element.holds and not re.fullmatch(element.holds, element.said, re.DOTALL):
            around.odd = (
                around.odd or f"“{element.said[:40]}” is shown as no part of the quotation, which no report does"
            )
        if element.words is not None and self.stack and self.stack[-1].packed:
            self.found += read_quotations(_inflated("".join(element.words)))
        elif element.words is not None:
            holder = self._place()
            if holder:
                holder.quotes += not element.context
            place = (holder.place if holder else None) or {}
            self._keep(element, place, " ".join("".join(element.words).split()))
        elif element.place is not None and not element.quotes:
            self._keep(element, {}, "")
        elif element.odd:
            self._keep(element, element.place or {}, "")

    def _keep(self, element: _Open, place: dict[str, str], words: str) -> None:
        numbers = [place.get(f"data-{name}", "") for name in ("start", "end")]
        start, end = (int(n) if re.fullmatch(r"[0-9]{1,12}", n) else -1 for n in numbers)
        card = next((each.id for each in (element, *reversed(self.stack)) if each.id), "")
        document = place.get("data-document", "")
        digest = place.get("data-digest", "")
        self.found.append(Quotation(card, document, start, end, digest, words, element.context, element.odd))

    def _quotation(self) -> _Open | None:
        return next((each for each in reversed(self.stack) if each.words is not None), None)

    def _place(self) -> _Open | None:
        return next((each for each in reversed(self.stack) if each.place is not None), None)


def _allowed(tag: str, known: dict[str, str]) -> str | None:
    """What an element that a template writes into a quotation may hold; None for any other element."""
    said = " ".join([tag, *(f"{name}={value}" for name, value in known.items())])
    return next((holds for pattern, holds in INSIDE.items() if re.fullmatch(pattern, said)), None)


def _inflated(packed: str) -> str:
    try:
        opened = zlib.decompressobj(wbits=31)
        data = opened.decompress(base64.b64decode("".join(packed.split()), validate=True), LARGEST)
        if opened.unconsumed_tail or not opened.eof:
            raise ValueError("cut, or too large")
        return data.decode("utf-8")
    except (binascii.Error, zlib.error, ValueError) as fault:
        raise OutputError(f"the page is damaged: packed parts cannot be opened ({fault}); write it again") from fault
