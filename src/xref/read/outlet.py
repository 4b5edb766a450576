"""Who published a document: only where it is printed as such, or where the address belongs to an outlet.

In order of trust: byline, agency in the dateline, a line that cites the source, a name above or below the text, the
address, a letter's head.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from xref.gazetteer import load_gazetteer
from xref.layout import Layout, Part
from xref.model import Document, Fact, Span

DATELINE = re.compile(r"^.{0,80}?\(([A-Z][\w.&' -]{1,30})\)\s*[-–—]{1,2}")
_DOMAIN = re.compile(r"https?://(?:www\.|m\.|edition\.)?([\w.-]+)", re.I)
_BARE_DOMAIN = re.compile(r"\b(?:[\w-]+\.)+(?:com|org|net|gov|edu|int|info|ru|uk|de|fr|ir|us|eu)\b", re.I)
EMPHASIS = "#*_ \t"


def fact_of(part: Part, rule: str, how: str) -> Fact:
    """The words of a unit without its mark-up, as a fact."""
    text = part.unit.text
    bare = text.strip(EMPHASIS)
    start = part.unit.span.start + text.index(bare)
    return Fact(" ".join(bare.split()), rule, how, Span(start, start + len(bare)))


def _media(words: str) -> str | None:
    """The canonical name of the outlet called `words`, if the gazetteer knows it as one."""
    found = [entry for entry in load_gazetteer().match(words) if entry.kind == "media"]
    return found[0].name if len(found) == 1 else None


def find_outlet(document: Document, layout: Layout, url: Fact | None) -> Fact | None:
    """Who published it, where the document prints so."""
    rules: tuple[Callable[[], Fact | None], ...] = (
        lambda: _outlet_in_byline(layout),
        lambda: _outlet_in_dateline(document, layout),
        lambda: _outlet_in_tail(layout),
        lambda: _outlet_in_head(layout),
        lambda: _outlet_of_address(url),
        lambda: _outlet_of_letter(layout),
    )
    return next((fact for rule in rules if (fact := rule())), None)


def _outlet_in_byline(layout: Layout) -> Fact | None:
    for part in layout.parts:
        if part.kind == "byline":
            for said, at in _pieces(part.unit.text):
                name = _media(re.sub(r"^(?:by|special to|for)\s+", "", said, flags=re.I))
                if name:
                    start = (
                        part.unit.span.start
                        + at
                        + (len(said) - len(re.sub(r"^(?:by|special to|for)\s+", "", said, flags=re.I)))
                    )
                    return Fact(
                        name, "byline", "named in the byline", Span(start, part.unit.span.start + at + len(said))
                    )
    return None


def _pieces(text: str) -> list[tuple[str, int]]:
    """A line cut at commas, bars and dashes, each piece with its place."""
    return [(m.group(), m.start()) for m in re.finditer(r"[^\s,|•·–—/()\[\]][^,|•·–—()\[\]]*[^\s,|•·–—()\[\]]", text)]


def _outlet_in_dateline(document: Document, layout: Layout) -> Fact | None:
    for part in layout.parts[layout.head : layout.head + 2]:
        match = DATELINE.match(part.unit.text)
        if match:
            start = part.unit.span.start + match.start(1)
            span = Span(start, start + len(match.group(1)))
            return Fact(_media(match.group(1)) or match.group(1), "dateline", "agency named in the dateline", span)
    return None


def _outlet_in_tail(layout: Layout) -> Fact | None:
    """A line such as "Headline | Outlet | outlet.com" that a forum or reader prints under a copied article."""
    for part in layout.parts:
        if part.kind in ("navigation", "source_url", "tag_line", "copyright", "credit") and "|" in part.unit.text:
            for said, at in reversed(_pieces(part.unit.text)):
                name = _media(said) or _of_domain(said)
                if name:
                    start = part.unit.span.start + at
                    return Fact(
                        name, "source-line", "named in a line that cites the source", Span(start, start + len(said))
                    )
    return None


def _outlet_in_head(layout: Layout) -> Fact | None:
    head = [
        p
        for p in layout.parts[: layout.head]
        if p.kind in ("tag_line", "navigation", "letterhead", "heading", "copyright", "page")
    ]
    tail = [p for p in layout.parts[layout.tail :] if p.kind in ("copyright", "credit", "bio")]
    for part in [*head, *tail]:
        for said, _ in _pieces(part.unit.text.strip(EMPHASIS)):
            bare = re.sub(
                r"^(?:copyright|©|\(c\))?\s*(?:[0-9]{4}\s*)?(?:by\s+)?|\.?\s*all rights.*$", "", said, flags=re.I
            )
            name = _media(bare)
            if name:
                start = part.unit.span.start + part.unit.text.index(bare)
                where = "above the text" if part in head else "below the text"
                return Fact(name, "name-line", f"printed on a line {where}", Span(start, start + len(bare)))
    return None


def _of_domain(words: str) -> str | None:
    match = _DOMAIN.match(words) or _BARE_DOMAIN.fullmatch(words.strip())
    if not match:
        return None
    entry = load_gazetteer().outlet(match.group(1) if match.re is _DOMAIN else match.group())
    return entry.name if entry else None


def _outlet_of_address(url: Fact | None) -> Fact | None:
    if url is None:
        return None
    name = _of_domain(url.value)
    return Fact(name, "address", "the address belongs to it", url.span) if name else None


def _outlet_of_letter(layout: Layout) -> Fact | None:
    if layout.genre != "letter":
        return None
    for part in layout.parts:
        if part.kind == "letterhead":
            return fact_of(part, "letterhead", "first line of the letterhead")
    return None
