"""Rich Text Format: deleted and hidden text out, notes at the end, facts, damage told."""

from __future__ import annotations

import pytest
from tests.read.packages import rtf

from xref.read.extracted import UnreadableFile
from xref.read.rtf import read_rtf

pytest.importorskip("striprtf", reason="the extra rtf is not installed: make test installs it")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("One.\\par Two\\'92s {\\b bold}.", "One.\n\nTwo’s bold.\n"),
        ("kept {\\deleted gone }here", "kept here\n"),
        ("kept {\\v hidden }here", "kept here\n"),
        ("kept \\v hidden \\v0 here", "kept here\n"),
        ("Sold{\\footnote By whom?} twice.\\par Next.", "Sold[1] twice.\n\nNext.\n\n[1] By whom?\n"),
        ("a\\tab b\\emdash c", "a\tb—c\n"),
        ("kept {\\deleted \\u8220?gone\\rquote s\\par }here", "kept here\n"),
        ('{\\field{\\*\\fldinst{HYPERLINK "http://x.example"}}{\\fldrslt linked}} text', "linked text\n"),
        (
            "Seen.{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt boxed\\par}}{\\shprslt again}}\\par Next.",
            "Seen.\n\nboxed\n\nNext.\n",
        ),
        ("said{\\*\\annotation Really?} so", "said so\n"),
        ("{\\pict\\bin6 }{\\x{}}text", "text\n"),
        ("{\\pict\\wmetafile8 0a0b}text", "text\n"),
        ("\\u-10179?\\u-8702? non\\_nuclear co\\-op \\u99999?", "\U0001f602 non-nuclear coop \ufffd\n"),
        ("\\trowd\\intbl a\\cell b\\par c\\cell\\row\\pard After.", "a | b c\n\nAfter.\n"),
        ("one\\line two", "one\ntwo\n"),
        ("{\\header A head}{\\footer A foot}text", "text\n"),
        ("caf\xe9 \\'80", "caf\xe9 \u20ac\n"),
    ],
)
def test_text(body: str, text: str) -> None:
    """Each body reads as this text."""
    assert read_rtf(rtf(body)).text == text


def test_hidden_text_is_told() -> None:
    """How much was left out, or put in by tracked changes, is said."""
    assert read_rtf(rtf("kept {\\deleted gone }{\\revised new }here{\\*\\annotation x}")).doubts == (
        "deleted or hidden text was left out (5 characters)",
        "insertions that nobody accepted are read as text (4 characters)",
    )
    assert read_rtf(rtf("kept{\\*\\annotation x}")).notes == ("comments in the margin were left out (1)",)


def test_character_sets_of_fonts() -> None:
    """Bytes are characters of the font's set; a set that nobody knows stops nothing."""
    raw = rb"{\rtf1\ansi{\fonttbl{\f1\fcharset204{\*\panose 02}Arial;}{\f2\fcharset78 Osaka;}}{\f1 \'ef}{\f2 x}}"
    assert read_rtf(raw).text == "\u043fx\n"


def test_a_hostile_font_table() -> None:
    """A font table without end or sense takes no time: the fonts are looked at one by one."""
    assert read_rtf(rtf("{\\fonttbl" + "\\f1" * 200_000 + "}text")).text == "text\n"


def test_facts() -> None:
    """Title and author stand in the info group."""
    info = (
        "{\\info{\\title How the ferry was sold \\u8220?twice\\u8221?}{\\author Ann Reed}{\\creatim\\yr2015\\mo3\\dy4}}"
    )
    found = read_rtf(rtf(info + "Text."))
    assert found.text == "Text.\n"
    assert [(h.field, h.value) for h in found.hints] == [
        ("title", "How the ferry was sold “twice”"),
        ("author", "Ann Reed"),
    ]
    assert [(d.value.iso, d.confidence) for d in found.dates] == [("2015-03-04", 0)]


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"{\\rtf1 cut {\\b off", "middle of a group"),
        (b"{\\rtf1" + b"{" * 600 + b"x" + b"}" * 601, "nested"),
        (b"{\\rtf1\\par}", "no text"),
        (b"plain words", "no RTF"),
    ],
)
def test_damage(raw: bytes, fault: str) -> None:
    """What is wrong is said."""
    with pytest.raises(UnreadableFile, match=fault):
        read_rtf(raw)
