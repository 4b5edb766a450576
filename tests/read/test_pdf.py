"""PDF files: paragraphs, running heads, broken words, scans and damage."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.pdfs import lay_out, make_pdf

from xref.layout import locate
from xref.model import Document, Span
from xref.pipeline import cross_reference
from xref.read.extracted import UnreadableFile

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed: make test installs it")
from xref.read.pdf import read_pdf

FIRST = ["The ferry was sold last month to a northern buyer, the", "harbour board said on Thursday, after ten years."]
SECOND = ["A clerk said that the two tugs would be sold as well,", "and that nobody had asked for them."]


def test_paragraphs() -> None:
    """Lines keep their ends; a larger gap is an empty line."""
    found = read_pdf(make_pdf(lay_out(["A Title of Four Words"], FIRST, SECOND)))
    assert found.text == "A Title of Four Words\n\n" + "\n".join(FIRST) + "\n\n" + "\n".join(SECOND) + "\n"
    assert found.how.startswith("pypdfium2 ")


def test_places() -> None:
    """Every word of the text has its page and box, also on both sides of a hyphen that was put back."""
    found = read_pdf(make_pdf(lay_out(["The mail-", "boat ferry."], FIRST), lay_out(["More boats."])))
    document = Document("x", "x.pdf", found.text, "", "", places=found.places)

    def box(words: str) -> tuple[float, ...]:
        start = found.text.index(words)
        place = locate(document, Span(start, start + len(words)))
        assert place is not None
        assert place.box is not None
        assert place.pages == ((2, 2) if words == "boats" else (1, 1))
        return place.box

    assert "The mail-boat ferry." in found.text
    left, bottom, right, top = box("The")
    # laid out at 60 points from the left and 740 from the foot, in letters of 11 points
    assert 60 <= left < right < 85
    assert 739 <= bottom < top < 751
    assert box("ferry")[3] < bottom
    assert box("ferry")[0] > box("The")[0]
    joined = box("The mail-boat")
    assert joined[1] < bottom
    assert joined[3] == top
    assert box("boats")[0] > 60
    for match in re.finditer(r"\S+", found.text):
        assert locate(document, Span(*match.span())) is not None


def test_running_heads_and_page_numbers() -> None:
    """What stands at the edge of most pages is left out, numbers in it aside."""
    pages = [
        [(800, f"The Gazette, page {n}"), *lay_out([f"Paragraph number {word} of the text."]), (40, f"{n}")]
        for n, word in enumerate(("one", "two", "three", "four"), 1)
    ]
    text = read_pdf(make_pdf(*pages)).text
    assert "Gazette" not in text
    assert text.split("\n\n") == [f"Paragraph number {w} of the text." for w in ("one", "two", "three")] + [
        "Paragraph number four of the text.\n"
    ]


def test_scan() -> None:
    """Without any text it is a scan; with a page without text that page is told."""
    with pytest.raises(UnreadableFile, match="scan"):
        read_pdf(make_pdf([], []))
    assert read_pdf(make_pdf(lay_out(FIRST), [])).doubts == ("no text on page 2: a picture or a scan",)


def test_properties() -> None:
    """Title and author are hints; the day of making is no date of publication."""
    info = "/Title(The Sale of the Ferry)/Author(Ann Poe)/CreationDate(D:20200101000000Z)"
    found = read_pdf(make_pdf(lay_out(FIRST), info=info))
    assert [(h.field, h.value) for h in found.hints] == [("title", "The Sale of the Ferry"), ("author", "Ann Poe")]
    assert found.dates == ()


@pytest.mark.parametrize("raw", [b"%PDF-1.7 and nothing", b"words", make_pdf(lay_out(FIRST))[:60]])
def test_damaged(raw: bytes) -> None:
    """What cannot be opened is refused in our words."""
    with pytest.raises(UnreadableFile, match="damaged"):
        read_pdf(raw)


@given(st.binary(max_size=200))
def test_any_bytes(tail: bytes) -> None:
    """Any bytes are read or refused."""
    with contextlib.suppress(UnreadableFile):
        assert read_pdf(b"%PDF-1.4\n" + tail).text


def test_in_a_corpus(tmp_path: Path) -> None:
    """A PDF is dated, segmented and counted in its extracted text."""
    (tmp_path / "a.pdf").write_bytes(
        make_pdf(lay_out(["Ferry Sold After a Long Winter"], ["May 3, 2001"], FIRST, SECOND))
    )
    result = cross_reference([tmp_path])
    (document,) = result.documents
    assert document.published is not None
    assert document.published.value.iso == "2001-05-03"
    assert [c.speaker.name for c in result.claims if c.speaker] == ["the harbour board", "A clerk"]
    for claim in result.claims:
        assert claim.span.of(document.text) == claim.text


def test_notes_at_the_foot_go_to_the_end() -> None:
    """Small type with a mark at the foot of a page is a note; a word over its line end is put together."""
    body = [
        (740 - 14 * n, 11, text)
        for n, text in enumerate(("The ferry was sold.", "Nobody signed the paper.", "It sank."))
    ]
    pages = [[*body, (60, 7, "1 Harbour board, minutes of May."), (50, 7, "Page two of them.")], body]
    text = read_pdf(make_pdf(*pages)).text
    assert text.endswith("[1] Harbour board, minutes of May.\nPage two of them.\n")
    assert text.index("It sank.") < text.index("[1]")
