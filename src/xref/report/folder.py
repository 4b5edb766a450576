"""The report as a folder of plain pages: an index, pages of cards for each theme, a page for each document.

For readers without JavaScript and for archives: every card and every document is an element of some page. Style and
script are files of their own, which all pages share.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import jinja2

from xref.model import Document, Match
from xref.report.cards import Cards, Readers
from xref.report.environment import open_templates, script_of, style_of
from xref.report.index import Index, reader_anchor
from xref.report.page import Page
from xref.report.records import Link
from xref.report.register import build_register

CARDS = 500
"""cards on a page: it opens as fast as a small report (measured at this size)"""
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
"""from a file, Chromium refuses a script of another file by its hash alone; 'self' lets this folder's own one run"""
MARK = b'<meta name="generator" content="xref">'
"""what every page of ours has in its head"""
_OURS = re.compile(r"theme-\d+-\d+\.html|document-\w+\.html")
_ANCHOR = re.compile(r'href="(#[^"]*)"')


@attrs.frozen
class Part:
    """One page of cards."""

    name: str
    """of the file"""
    heading: str
    """label of the theme"""
    first: int
    """number of its first card within the theme"""
    of: int
    """cards of the theme"""
    entries: tuple[tuple[int, Match], ...]
    """rank and match"""


@attrs.frozen
class Writer:
    """What all files of the folder share."""

    environment: jinja2.Environment
    """templates"""
    page: Page
    """the report"""
    places: Mapping[str, str]
    """anchor → the file that has it; all others are in index.html"""

    def write(self, template: str, here: str, **names: Any) -> Iterator[str]:
        """The file `here`, its links led to the files that have what they name."""
        shared = {"page": self.page, "metas": {"folder": "1"}, "policy": POLICY, "style": "", "script": ""}
        rest = {"reader": None, "chunks": (), "texts": ()}
        html = self.environment.get_template(template).render({**shared, **rest, **names})
        yield _ANCHOR.sub(lambda found: f'href="{_place(self.places, here, found[1])}"', html)

    def cards(self, part: Part, beside: Sequence[Link]) -> Iterator[str]:
        """A page of cards; `beside` leads to the pages before and after it."""
        index = self.page.rest.index
        own = attrs.evolve(self.page, register=build_register(index, part.entries))
        names = {"heading": part.heading, "first": part.first, "of": part.of, "beside": beside}
        yield from self.write("part.html.j2", part.name, page=own, cards=Cards(index, part.entries), **names)

    def document(self, document: Document, here: str) -> Iterator[str]:
        """A document in full."""
        reader = next(iter(Readers(self.page.rest.index, (document,))))
        own = attrs.evolve(self.page, register=build_register(self.page.rest.index, ()))
        yield from self.write("part.html.j2", here, page=own, reader=reader)


def stream_folder(page: Page, templates: Path | None = None) -> dict[str, Iterator[str]]:
    """File name → pieces, each built only when it is written."""
    environment = open_templates(templates)
    index = page.rest.index
    parts = _parts(index, [*page.strongest.matches, *page.rest.matches])
    writer = Writer(environment, page, _places(index, parts))
    files = {
        "report.css": iter((style_of(environment),)),
        "report.js": iter((script_of(environment),)),
        "index.html": writer.write("page.html.j2", "index.html", parts=[_link(part) for part in parts]),
    }
    for number, part in enumerate(parts):
        files[part.name] = writer.cards(part, [_link(p) for p in parts[max(0, number - 1) : number + 2] if p != part])
    for document in index.result.documents:
        name = writer.places[reader_anchor(index.sigla[document.id])]
        files[name] = writer.document(document, name)
    return files


def find_stale(folder: Path, written: Iterable[str]) -> list[Path]:
    """Pages of an earlier report in `folder` that are not among the files `written`: ours by name and by mark."""
    kept = set(written)
    pages = [path for path in folder.glob("*.html") if path.name not in kept and _OURS.fullmatch(path.name)]
    return sorted(path for path in pages if path.is_file() and MARK in path.read_bytes()[:2000])


def _parts(index: Index, ranked: Sequence[tuple[int, Match]]) -> list[Part]:
    order = {theme.id: n for n, theme in enumerate(index.result.codebook.themes)}
    found = []
    by_theme = sorted(ranked, key=lambda entry: order.get(entry[1].theme, len(order)))
    for theme, group in itertools.groupby(by_theme, key=lambda entry: entry[1].theme):
        entries = tuple(group)
        for number, start in enumerate(range(0, len(entries), CARDS), 1):
            name = f"theme-{order.get(theme, len(order)) + 1:02}-{number:03}.html"
            label = index.label_of(entries[0][1])
            found.append(Part(name, label, start + 1, len(entries), entries[start : start + CARDS]))
    return found


def _places(index: Index, parts: Sequence[Part]) -> dict[str, str]:
    """Anchor → the file that has it; all others are in index.html."""
    found = {match.id: part.name for part in parts for _, match in part.entries}
    for document in index.result.documents:
        anchor = reader_anchor(index.sigla[document.id])
        found[anchor] = f"document-{index.sigla[document.id]}.html"
        found |= {claim.id: found[anchor] for claim in index.claims_of[document.id]}
    return found


def _place(places: Mapping[str, str], here: str, href: str) -> str:
    if href.startswith("#?"):
        return "index.html#pairs"  # a filter over all cards: here they are on pages of their own
    anchor = href[1:]
    file = here if anchor == "main" else places.get(anchor, "index.html")
    return href if file == here else file + href


def _link(part: Part) -> Link:
    last = part.first + len(part.entries) - 1
    return Link(f"{part.heading}, {part.first} to {last} of {part.of}", part.name)
