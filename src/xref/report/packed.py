"""Many cards in one file: the same card HTML in gzip chunks, which the page's script opens page by page.

Measured for the design of this page: all cards as plain elements open 24 times slower at ten thousand cards and cannot
be scrolled at a hundred thousand; an endless virtual list loses its last quarter in Firefox. Chunks keep the file one
file, and every card is reachable by its page.
"""

from __future__ import annotations

import base64
import gzip
import itertools
from collections.abc import Callable, Iterator

import attrs

from xref.report.cards import Cards, Readers
from xref.report.chapters import ReaderView
from xref.report.records import CardView

PLAIN = 2000
"""cards that a page holds as plain elements: beyond them opening and scrolling suffer (measured, see above)"""
READABLE = 1_000_000
"""characters of documents that a page holds as plain elements: their marked text is some four times as long"""
CHUNK = 100
"""cards in a chunk: some 30 KB to inflate, a few milliseconds"""


@attrs.frozen
class Text:
    """A document in full, packed."""

    id: str
    """anchor of the document"""
    claims: str
    """ids of its claims without "c-", with spaces: by them a link to a claim finds its document"""
    data: str
    """its HTML, gzip, base64"""


@attrs.frozen
class Chunk:
    """Some cards of one theme, packed."""

    ranks: tuple[int, ...]
    """their places in the whole list"""
    data: str
    """their HTML with form feeds between them, gzip, base64"""


def pack(cards: Cards, render: Callable[[CardView], str]) -> Iterator[Chunk]:
    """The cards in chunks of one theme each, so that a theme's page opens few of them; in memory one at a time."""

    def theme(entry: tuple[int, object]) -> str:
        return cards.index.result.matches[entry[0] - 1].theme

    # a stable sort keeps each theme's cards in rank order
    for _, entries in itertools.groupby(sorted(cards.matches, key=theme), key=theme):
        while some := tuple(itertools.islice(entries, CHUNK)):
            # a form feed between two cards, where a script can part them without parsing; in a card it is written out
            html = "\f".join(render(card).replace("\f", "&#12;") for card in Cards(cards.index, some))
            yield Chunk(tuple(rank for rank, _ in some), _packed(html))


def pack_texts(readers: Readers, render: Callable[[ReaderView], str]) -> Iterator[Text]:
    """The documents one by one."""
    for reader in readers:
        claims = " ".join(row.id.removeprefix("c-") for row in reader.rows if row.id)
        yield Text(reader.id, claims, _packed(render(reader)))


def _packed(html: str) -> str:
    # mtime 0: the same input gives the same bytes
    return base64.b64encode(gzip.compress(html.encode(), compresslevel=6, mtime=0)).decode()
