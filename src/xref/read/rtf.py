r"""Rich Text Format (extra `rtf`): the text by striprtf, after its source has been sieved (groups.py).

Paragraphs, rows and text boxes in order; footnotes at the end under their numbers; deleted and hidden text, comments
and codes of fields out; page heads and feet out. Facts come from the \info group.
"""

from __future__ import annotations

import codecs
import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable
from importlib.metadata import version

from xref.model import Settings
from xref.read.extracted import DateHint, Extracted, Hint, UnreadableFile
from xref.read.groups import BREAK, CELL, LINE, sieve
from xref.read.paragraphs import Paragraph, join_paragraphs, join_row
from xref.read.properties import read_days, read_properties
from xref.read.text import join_halves

_PAGE = re.compile(r"\\ansicpg[0-9]{1,5}")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad]")
_NOTE = re.compile(r"(\[[0-9]+\])\s+")  # the mark that the file itself sets there is a field, which is out
_TIME = re.compile(r"\{\\(creatim|revtim)\\yr([0-9]{4})\\mo([0-9]{1,2})\\dy([0-9]{1,2})")
_TIMES = {"creatim": "creation time", "revtim": "time of the last change"}


def read_rtf(raw: bytes, limits: Settings | None = None) -> Extracted:
    """The text of an RTF file; raises UnreadableFile with the cause when it is none."""
    from striprtf import striprtf

    start = raw.find(b"{\\rtf", 0, 100)
    if start < 0:
        raise UnreadableFile("it is no RTF file: it does not begin with {\\rtf", "byte 0")
    limits = limits or Settings()
    if raw.count(b"{") + raw.count(b"\\") > limits.max_elements:
        raise UnreadableFile(f"it has more than {limits.max_elements} groups and words of control (max_elements)")
    convert: Callable[[str], str] = functools.partial(striprtf.rtf_to_text, errors="replace")
    charsets = frozenset(number for number, name in striprtf.charset_map.items() if _is_known(name))
    sieved = sieve(raw[start:].decode("latin-1"), charsets)
    text = _whole(convert(sieved.source))
    whole, _ = join_paragraphs(each for line in text.split("\n") for each in _paragraphs(line))
    if not whole:
        pictures = b"\\pict" in raw
        raise UnreadableFile(
            "the document holds no text" + ", only pictures" * pictures,
            mend="run character recognition, and save the text" if pictures else "leave it out",
        )
    remarks = sieved.counts["comments"]
    notes = (f"comments in the margin were left out ({remarks})",) if remarks else ()
    page = _PAGE.search(sieved.source[:1000])
    head = f"{{\\rtf1\\ansi{page[0] if page else ''} "
    hints, dates = _facts(sieved.info, lambda value: _whole(convert(head + value + "}")))
    how = "striprtf " + version("striprtf")
    return Extracted(whole + "\n", how, tuple(_doubts(sieved.counts, whole)), hints, dates, notes=notes)


def _is_known(codec: str) -> bool:
    try:
        return bool(codecs.lookup(codec))
    except LookupError:
        return False


def _whole(text: str) -> str:
    """Characters beyond the first plane, which RTF writes as two halves, put together; halves alone are lost."""
    return join_halves(text).replace("\r\n", "\n").replace("\r", "\n").replace("\u2011", "-")


def _paragraphs(line: str) -> list[Paragraph]:
    """A paragraph of the text, or the cells of a row."""
    cells = [[Paragraph(_clean(each)) for each in cell.split(BREAK)] for cell in line.split(CELL)]
    if len(cells) == 1:
        return cells[0]
    return join_row(cells[:-1]) + [each for each in cells[-1] if each.text]


def _clean(text: str) -> str:
    lines = [_CONTROL.sub("", line).strip(" ") for line in text.split(LINE)]
    match = _NOTE.match(lines[0])
    first = f"{match[1]} {lines[0][match.end() :]}" if match else lines[0]
    return "\n".join([first, *lines[1:]]).strip("\n")


def _doubts(counts: Counter[str], text: str) -> Iterable[str]:
    if counts["hidden"]:
        yield f"deleted or hidden text was left out ({counts['hidden']} characters)"
    if counts["inserted"]:
        yield f"insertions that nobody accepted are read as text ({counts['inserted']} characters)"
    if "\ufffd" in text:
        yield f"characters that the file's code page does not have ({text.count(chr(0xFFFD))}): U+FFFD stands for each"


def _facts(info: str, plain: Callable[[str], str]) -> tuple[tuple[Hint, ...], tuple[DateHint, ...]]:
    facts = {}
    for field in ("title", "author"):
        match = re.search(r"\{\\" + field + r" ([^{}]{1,500})\}", info)
        facts[field] = (field, plain(match[1]) if match else "")
    times = [
        (_TIMES[name], f"{year}-{int(month):02d}-{int(day):02d}") for name, year, month, day in _TIME.findall(info)
    ]
    return read_properties(facts), read_days(times)
