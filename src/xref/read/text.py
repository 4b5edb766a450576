"""txt and md, character for character.

Bytes are decoded once and never changed again: no newline translation, no normalisation, a byte order mark dropped.
UTF-8 strict first; detectors guess wrong on English (measured), so the only fallback is Windows-1252, and it is told.
"""

from __future__ import annotations

import codecs
import re

import attrs

from xref.read.kinds import kind_of

# UTF-32 before UTF-16: the former's mark begins with the latter's
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with byte order mark"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_CONTROL = re.compile("[\x00\x01-\x08\x0e-\x1a\x1c-\x1f]")


class UnreadableText(ValueError):
    """The bytes are not text; the message says why, in words for the user."""


@attrs.frozen
class Decoded:
    """A text and how its bytes were read."""

    text: str
    """the text of record"""
    encoding: str
    """e.g. "utf-8" """
    doubt: str = ""
    """what to tell the user about the decoding, if anything"""


def decode(raw: bytes) -> Decoded:
    """The text in `raw`; raises UnreadableText with the cause when it is not text."""
    if not raw.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise UnreadableText("the file is empty")
    kind = kind_of(raw)
    if kind and kind.suffix != ".html":
        raise UnreadableText(f"it is {kind.name}, not text")
    found = _decode(raw)
    control = _CONTROL.search(found.text)
    if control:
        raise UnreadableText(
            f"it is not text: control character U+{ord(control.group()):04X} at character {control.start()}"
        )
    if not found.text.strip():
        raise UnreadableText("the file holds nothing but white space")
    return found


def _decode(raw: bytes) -> Decoded:
    for mark, codec, name in _MARKS:
        if raw.startswith(mark):
            try:
                return Decoded(raw[len(mark) :].decode(codec), codec)
            except UnicodeDecodeError as fault:
                raise UnreadableText(f"its byte order mark says {name}, but byte {fault.start} is not") from fault
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as fault:
        bad = fault.start
    if b"\x00" in raw:
        raise UnreadableText(f"it is not text: a zero byte at byte {raw.index(0)}")
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as fault:
        raise UnreadableText(f"byte {bad} is not UTF-8, and byte {fault.start} is not Windows-1252 either") from fault
    return Decoded(text, "cp1252", f"byte {bad} is not UTF-8; the file was read as Windows-1252")


def join_halves(text: str) -> str:
    """Halves of a character that a format writes apart (RTF, UTF-7), put together; one alone becomes U+FFFD."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
