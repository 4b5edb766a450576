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
    ],
)
def test_text(body: str, text: str) -> None:
    """Each body reads as this text."""
    assert read_rtf(rtf(body)).text == text


def test_hidden_text_is_told() -> None:
    """How much was left out is said."""
    assert "left out" in read_rtf(rtf("kept {\\deleted gone }here")).doubts[0]


def test_facts() -> None:
    """Title and author stand in the info group."""
    info = "{\\info{\\title How the ferry was sold twice}{\\author Ann Reed}}"
    hints = read_rtf(rtf(info + "Text.")).hints
    assert [(h.field, h.value) for h in hints] == [("title", "How the ferry was sold twice"), ("author", "Ann Reed")]


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
