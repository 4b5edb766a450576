"""A page of an electronic book (XHTML) as the paragraphs that it shows.

EPUB 3.3 (W3C) wants well-formed XML, so the standard library reads it; document types are taken off first, since those
of older books name entities that HTML defines. Scripts, navigation and what the page hides are no text. Nothing is
executed or fetched.
"""

from __future__ import annotations

import codecs
import html.entities
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import attrs

from xref.read.paragraphs import Paragraph, join_row

_OPS = "{http://www.idpf.org/2007/ops}"
_BLOCKS = frozenset(
    "address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer h1 h2 h3"
    " h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset("audio head math nav object rp rt script style svg template video".split())
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>", re.I)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{1,40})""")
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
_XML = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))


@attrs.define
class Shown:
    """What a page shows."""

    paragraphs: list[str] = attrs.field(factory=list)
    """a block each, white space as a browser shows it"""
    hidden: int = 0
    """characters that the page hides"""


def read_xhtml(data: bytes, parse: Callable[[bytes], Element]) -> Shown:
    """The paragraphs of a page; raises what `parse` raises over its XML, and LookupError for an unknown encoding."""
    shown = Shown()
    tree = parse(_plain(data))
    body = next((each for each in tree.iter() if _tag(each) == "body"), tree)
    shown.paragraphs = _lines(body, shown)
    return shown


def _plain(data: bytes) -> bytes:
    """The page in UTF-8 without its document type; named characters as themselves, own entities left to fail."""
    declared = _DECLARED.match(data)
    codec = declared[1].decode("ascii") if declared else "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        codec = "utf-16"
    text = _PROLOG.sub("", data.decode(codec, "replace").removeprefix("\ufeff"), count=1)
    text = _DOCTYPE.sub("", text, count=1)
    return _ENTITY.sub(_named, text).encode("utf-8", "replace")


def _named(match: re.Match[str]) -> str:
    name = match[1]
    return match[0] if name in _XML else html.entities.html5.get(name, match[0])


def _tag(node: Element) -> str:
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def _lines(node: Element, shown: Shown) -> list[str]:
    parts: list[str] = []
    _gather(node, parts, shown)
    return [line for part in "".join(parts).split("\0") if (line := " ".join(part.split())) and line != "-"]


def _gather(node: Element, parts: list[str], shown: Shown) -> None:
    """The text below `node`, with \\0 where a block begins or ends."""
    parts.append(node.text or "")
    for child in node:
        tag = _tag(child)
        edge = "\0" if tag in _BLOCKS else ""
        if not tag or tag in _SILENT:
            pass
        elif _is_hidden(child):
            shown.hidden += len(" ".join("".join(child.itertext()).split()))
        elif tag == "tr":
            cells = [[Paragraph(line) for line in _lines(cell, shown)] for cell in child if _tag(cell) in ("td", "th")]
            parts += ["\0", *(f"{each.text}\0" for each in join_row(cells))]
        elif _is_note_mark(child):
            parts.append(f"[{''.join(child.itertext()).strip(' []')}]")
        else:
            parts += [edge, "- " if tag == "li" else ""]
            _gather(child, parts, shown)
        parts += [edge, child.tail or ""]


def _is_hidden(node: Element) -> bool:
    return node.get("hidden") is not None or bool(_HIDING.search(node.get("style") or ""))


def _is_note_mark(node: Element) -> bool:
    """Whether it refers to a note (EPUB Structural Semantics, DPUB-ARIA): its bare figure would run into the words."""
    return "noteref" in (node.get(f"{_OPS}type") or "").split() or node.get("role") == "doc-noteref"
