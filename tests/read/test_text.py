"""Bytes into text: nothing translated, the fallback told, what is no text refused with its cause."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.read.text import UnreadableText, decode


def test_line_ends_stay() -> None:
    """CR LF, VT and U+2028 come through as they are."""
    raw = "a\r\nb\x0bc\u2028d\n".encode()
    assert decode(raw).text == "a\r\nb\x0bc\u2028d\n"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF32_BE, "utf-32-be")],
)
def test_marks(mark: bytes, codec: str) -> None:
    """A byte order mark decides and is dropped."""
    assert decode(mark + "Grüße".encode(codec)).text == "Grüße"


def test_fallback_is_told() -> None:
    """Windows-1252 is read, with a doubt."""
    found = decode("He said “no”.".encode("cp1252"))
    assert found.text == "He said “no”."
    assert "Windows-1252" in found.doubt


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 x", "PDF"),
        (b"PK\x03\x04 x", "zip"),
        (b"abc\x00def", "control character"),
        (b"caf\xe9 \x00", "zero byte"),
        (b"\x81\x8d\x8f text", "Windows-1252"),
        (codecs.BOM_UTF16_LE + b"a", "byte order mark"),
        ("\u00a0\u2003".encode(), "white space"),
    ],
)
def test_refused(raw: bytes, cause: str) -> None:
    """What is no text is refused with the cause."""
    with pytest.raises(UnreadableText, match=cause):
        decode(raw)


@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    """Any bytes are text or are refused; nothing else happens."""
    with contextlib.suppress(UnreadableText):
        assert decode(raw).text.strip()
