"""The bytes of a web page into text, and its text into a tree.

Encoding follows the HTML standard: byte order mark, the charset declared within the first 1024 bytes, UTF-8, and
Windows-1252, which also stands for "iso-8859-1". Nothing is executed, fetched or resolved.
"""

from __future__ import annotations

import codecs
import re
from typing import Any

from xref.read.extracted import UnreadableFile
from xref.read.text import Decoded, UnreadableText, decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.I)
_CODEC = re.compile(r"cp125[0-9]|cp874|cp932|iso8859-[0-9]+|koi8-[ru]|mac-roman|shift_jis|euc_jp|euc_kr|gb\w+|big5\w*")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TAG = re.compile(r"<[A-Za-z](?:[^>\"']|\"[^\"]*\"|'[^']*'|[\"'])*+")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
MAX_ATTRIBUTES = 5_000
"""of one tag: the parser compares each with each, so that 200,000 take minutes; no page that people read has so many"""


def decode_page(raw: bytes) -> Decoded:
    """The text of a page, and how its bytes were read; raises UnreadableFile when they are no text."""
    doubt = ""
    declared = None if raw.startswith(_MARKS) else _CHARSET.search(raw[:1024])
    try:
        if declared:
            label = declared[1].decode("ascii")
            codec = _codec(label)
            if codec:
                try:
                    return Decoded(raw.decode(codec), codec)
                except UnicodeDecodeError as fault:
                    doubt = f"the page declares {label}, but byte {fault.start} is not"
        found = decode(raw)
    except UnreadableText as fault:
        raise UnreadableFile(str(fault)) from fault
    return Decoded(found.text, found.encoding, "; ".join(d for d in (doubt, found.doubt) if d))


def _codec(label: str) -> str:
    """Python's name of a declared charset that is not UTF-8 (which is tried anyway); "" for what pages cannot use."""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return ""
    name = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}.get(name, name)
    return name if _CODEC.fullmatch(name) else ""


def parse_page(text: str, doubts: list[str]) -> Any:
    """The tree of a page; what may be missing in it is added to `doubts`."""
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    tree = lxml_html.document_fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    deep = [entry.line for entry in parser.error_log if "depth" in entry.message.lower()]
    if deep:
        doubts.append(f"the page is nested too deeply: text may be missing below line {deep[0]}")
    return tree


def refuse_attributes(text: str) -> None:
    """Raises UnreadableFile when a tag has more attributes than can be parsed in good time."""
    if any(len(tag) > MAX_ATTRIBUTES and _count_attributes(tag) > MAX_ATTRIBUTES for tag in _TAG.findall(text)):
        raise UnreadableFile(f"a tag of it has more than {MAX_ATTRIBUTES} attributes", mend="save the text of the page")


def _count_attributes(tag: str) -> int:
    """How many attributes `tag` has at the most: what is quoted is their values, whatever it holds."""
    return len(_QUOTED.sub(" ", tag).replace("/", " ").split())
