"""The visible characters of a web page with the place of each in the page's source.

A small tokenizer after the HTML standard (13.2.5: tags, comments, character references, raw text), written for places,
not for a tree. Each step begins where the last one ended and an unclosed tag or comment ends the reading, so that the
work grows with the page's length alone (the standard library's parser takes 18 s for 200 KB of "<!--").
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import attrs

from xref.model import Span

BLOCKS = frozenset(
    """address article blockquote body br caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5
    h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul""".split()
)
"""elements that end a line of text"""
_RAW = frozenset("script style title textarea xmp iframe noembed noframes".split())
_OPEN = re.compile(r"<(?:(!--)|([!?])|(/?)([a-zA-Z][^\s/>]*)|(/))")
# the rest of a tag: quotes count only after "=", as the standard has it
_REST = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+>""")
_PIECE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{0,40};?)|[^\s&]+|&")
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\r\n]+|\r\n|\r|\n")


@attrs.frozen
class Atom:
    """A word of the source, or a character reference."""

    at: int
    """where it begins among the characters of the stream"""
    text: str
    """its characters"""
    source: Span
    """where they stand; as long as `text` when each character stands for itself"""


@attrs.define
class Stream:
    """A page's characters without white space and tags."""

    atoms: list[Atom] = attrs.field(factory=list)
    """in order, without gaps"""
    text: str = ""
    """all their characters"""
    breaks: list[int] = attrs.field(factory=list)
    """where lines begin and end, ascending: 0, ..., len(text)"""


def condense(text: str) -> str:
    """The characters of `text` that count when texts are compared: neither white space nor invisible ones."""
    bare = "".join(text.split())
    return bare if bare.isprintable() else "".join(char for char in bare if char.isprintable())


def read_source(source: str) -> Stream:
    """The visible characters of the page `source`."""
    stream = Stream()
    parts: list[str] = []
    breaks = [0]
    at = 0
    kept = 0  # how many elements are open in which line ends count
    for start, end, name, closing in _texts(source):
        for line in _lines(source, start, end) if kept else ((start, end),):
            if line[0] > start and breaks[-1] != at:
                breaks.append(at)
            for atom in _atoms(source, *line, at):
                stream.atoms.append(atom)
                parts.append(atom.text)
                at += len(atom.text)
        if name == "pre":
            kept = max(0, kept - 1) if closing else kept + 1
        if name in BLOCKS and breaks[-1] != at:
            breaks.append(at)
    stream.text = "".join(parts)
    stream.breaks = breaks if breaks[-1] == at else [*breaks, at]
    return stream


def _lines(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(source, start, end):
        yield match.span()


def _texts(source: str) -> Iterator[tuple[int, int, str, bool]]:
    """Start and end of each run of text outside tags, the name of the tag after it, and whether that one closes."""
    start = at = 0
    while found := _OPEN.search(source, at):
        comment, _, closing, name, _ = found.groups()
        name = (name or "").lower()
        yield start, found.start(), name, bool(closing)
        if comment:
            # "<!-->" is a comment too
            end = source.find("-->", found.end() - 2)
            at = end + 3
        elif name:
            rest = _REST.match(source, found.end())
            end = rest.end() if rest else -1
            if rest and name in _RAW and not closing:
                close = re.compile(f"</{name}(?=[\\s/>])", re.I).search(source, end)
                end = close.start() if close else -1
            at = end
        else:
            end = source.find(">", found.end())
            at = end + 1
        if end < 0:
            return
        start = at
    yield start, len(source), "", False


def _atoms(source: str, start: int, end: int, at: int) -> Iterator[Atom]:
    for match in _PIECE.finditer(source, start, end):
        said, begin = match.group(), match.start()
        meant = html.unescape(said) if said[0] == "&" and len(said) > 1 else said
        if meant != said:
            seen = condense(meant)
            if seen:
                yield Atom(at, seen, Span(begin, match.end()))
                at += len(seen)
            continue
        # invisible characters part a word, so that every other character keeps its own place
        plain = said if said.isprintable() else "".join(char if char.isprintable() else " " for char in said)
        for word in _WORD.finditer(plain):
            yield Atom(at, word.group(), Span(begin + word.start(), begin + word.end()))
            at += len(word.group())
