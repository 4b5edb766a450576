"""PDF files: paragraphs, running heads, broken words, scans and damage."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.pdfs import SCAN, draw, lay_out, make_pdf, turn

from xref.layout import locate
from xref.model import Document, Settings, Span
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
    assert "(8 lines: “The Gazette, page 1”, “1”, “The Gazette, page 2”, …)" in read_pdf(make_pdf(*pages)).notes[0]


def test_scan() -> None:
    """Without any text it is a scan; with a page without text that page is told."""
    with pytest.raises(UnreadableFile, match="scan"):
        read_pdf(make_pdf([], []))
    assert read_pdf(make_pdf(lay_out(FIRST), [])).doubts == ("no text on page 2: a picture or a scan",)


def test_properties() -> None:
    """Title and author are hints; the day of making is told and is no date of publication."""
    info = "/Title(The Sale of the Ferry)/Author(Ann Poe)/CreationDate(D:20200101000000Z)"
    found = read_pdf(make_pdf(lay_out(FIRST), info=info))
    assert [(h.field, h.value) for h in found.hints] == [("title", "The Sale of the Ferry"), ("author", "Ann Poe")]
    assert [(d.value.iso, d.confidence) for d in found.dates] == [("2020-01-01", 0)]


def test_a_page_printed_by_a_browser() -> None:
    """The hour of printing and the address around a page are no text, and the day is no date; the address is a hint."""
    around = [(820, "11/26/26, 2:16 PM The Gazette"), (20, "https://gazette.example/ferry 1/1")]
    found = read_pdf(make_pdf([*lay_out(FIRST), *around]))
    assert found.text == "\n".join(FIRST) + "\n"
    assert [(h.field, h.value) for h in found.hints] == [("url", "https://gazette.example/ferry")]
    assert "browser" in found.notes[0]
    alone = read_pdf(make_pdf([*lay_out(FIRST), (20, "11/26/26, 2:16 PM")]))
    assert alone.text.endswith("2:16 PM\n")


def test_marks_of_notes() -> None:
    """A small raised figure is the mark of a note; words beside each other on one height are one line."""
    page = draw([(700, "It [sic] was sold")]) + draw([(704, 6, "2")], x=143) + draw([(700, "in one year.")], x=150)
    found = read_pdf(make_pdf(page))
    assert found.text == "It [sic] was sold[2] in one year.\n"
    assert [place.span.of(found.text) for place in found.places] == ["It [sic] was sold", "[2]", "in one year."]
    ten = draw([(700, "It has 40 m")]) + draw([(704, 6, "2")], x=119) + draw([(700, "and 10 rooms.")], x=128)
    assert "[" not in read_pdf(make_pdf(ten)).text


def test_sizes_of_type() -> None:
    """A title over two lines in large type is one paragraph, also where a matrix makes the type large."""
    title = "BT /F 1 Tf 22 0 0 22 60 700 Tm (The sale of the) Tj ET BT /F 1 Tf 22 0 0 22 60 675 Tm (old ferry) Tj ET\n"
    text = "".join(draw([(640 - 13 * n, f"Line number {n} of the text")]) for n in range(6))
    assert read_pdf(make_pdf(title + text)).text.startswith("The sale of the\nold ferry\n\nLine number 0")


def test_white_letters() -> None:
    """White letters on a page of others are told; a page of white ones has a dark ground."""
    white = "1 1 1 rg " + draw([(300, "Unseen words.")])
    assert "white letters" in read_pdf(make_pdf(draw(lay_out(FIRST)) + white)).doubts[0]
    assert read_pdf(make_pdf(white)).doubts == ()


def test_pages_of_one_line() -> None:
    """What would empty most pages is no running head: slides may hold a line each."""
    assert read_pdf(make_pdf(*(lay_out([f"Slide {n} of the board"]) for n in range(1, 6)))).text.count("board") == 5


def test_two_columns() -> None:
    """One column is read after the other, and a sentence goes on over the gap; so it does over a page's end."""
    left = lay_out(["The ferry was sold last month to", "a northern buyer, who had asked"])
    right = lay_out(["for it long before the winter", "storms came, the board said."])
    page = make_pdf(draw(left) + draw(right, x=320), lay_out(["It had the offer from the"]), lay_out(["town as well."]))
    assert read_pdf(page).text == (
        "The ferry was sold last month to\na northern buyer, who had asked\nfor it long before the winter\n"
        "storms came, the board said.\n\nIt had the offer from the\ntown as well.\n"
    )


def test_invisible_text() -> None:
    """Words that nobody sees are left out and told; under the picture of a scan they are its text, and that is told."""
    shown, unseen = draw(lay_out(FIRST)), draw(lay_out(SECOND, top=500), mode=3)
    found = read_pdf(make_pdf(shown + unseen))
    assert found.text == "\n".join(FIRST) + "\n"
    assert found.doubts[0].startswith("invisible text, or text beside the page, was left out (")
    assert found.doubts[0].endswith("on page 1)")
    scan = read_pdf(make_pdf(SCAN + unseen))
    assert scan.text == "\n".join(SECOND) + "\n"
    assert scan.doubts == ("a machine recognised the words of page 1 from a picture: letters may be wrong",)


def test_text_beside_the_page() -> None:
    """Words outside of the visible part are left out."""
    found = read_pdf(make_pdf(draw(lay_out(FIRST)) + draw([(300, "Secret words.")], x=900)))
    assert found.text == "\n".join(FIRST) + "\n"
    assert "beside the page" in found.doubts[0]


def test_turned_text() -> None:
    """A stamp in the margin goes to the end of its page; a page that is turned as a whole is read as it stands."""
    stamp = turn("Received by the archive", "0 1 -1 0 30 200")
    assert read_pdf(make_pdf(stamp + draw(lay_out(FIRST)))).text == "\n".join(FIRST) + "\n\nReceived by the archive\n"
    lines = [*FIRST, "", *SECOND]
    for matrix in ("0 1 -1 0 {0} 60", "0 -1 1 0 {1} 780", "-1 0 0 -1 560 {0}"):
        page = "".join(turn(text, matrix.format(100 + 14 * n, 500 - 14 * n)) for n, text in enumerate(lines) if text)
        assert read_pdf(make_pdf(page)).text == "\n".join(FIRST) + "\n\n" + "\n".join(SECOND) + "\n"


def test_mended_words_are_told() -> None:
    """Words that a line end broke are put together where a dictionary has them whole, and all are told."""
    found = read_pdf(make_pdf(lay_out(["A quiet har-", "bour has a mail-", "boat again.", "It sails.", "It sinks."])))
    assert found.text == "A quiet harbour has a mail-boat again.\nIt sails.\nIt sinks.\n"
    assert found.notes == (
        "words broken at line ends were put together (1: “harbour”)",
        "words broken at line ends were given back their hyphen (1: “mail-boat”)",
    )


def test_a_hyphen_before_a_note() -> None:
    """A word that breaks at the foot of a page goes on on the next one, though a note stands between."""
    body = draw(lay_out(SECOND)) + draw([(100, "A clerk said that the tug"), (86, "was sold in a quiet har-")])
    note = draw([(60, 7, "1 Harbour board, minutes of May."), (50, 8, "2"), (40, 8, "Board of the harbour")])
    text = read_pdf(make_pdf(lay_out(FIRST), body + note, lay_out(["bour by the river."]))).text
    assert "in a quiet harbour by the river." in text
    assert "[1] Harbour board, minutes of May." in text
    assert "\n2\n" not in text


def test_what_is_not_read_is_told() -> None:
    """Forms and notes typed onto the page are told; so is a page that is damaged."""
    form = make_pdf(lay_out(FIRST), catalog="/AcroForm<</Fields[]>>")
    note = make_pdf(lay_out(FIRST), page="/Annots[<</Type/Annot/Subtype/FreeText/Rect[1 1 9 9]/Contents(no)>>]")
    assert "form" in read_pdf(form).doubts[0]
    assert read_pdf(note).doubts == ("notes typed onto pages were not read (1)",)


def test_limits() -> None:
    """A file of more pages or characters than the limits is refused, and the limit named."""
    raw = make_pdf(lay_out(FIRST), lay_out(SECOND))
    for limits in (Settings(max_pages=1), Settings(max_characters=100)):
        with pytest.raises(UnreadableFile, match=r"max_(?:pages|characters)"):
            read_pdf(raw, limits)


def test_a_password() -> None:
    """A file that opens with a password only says so."""
    with pytest.raises(UnreadableFile, match="password"):
        read_pdf(
            make_pdf(lay_out(FIRST)).replace(
                b"/Root 1 0 R",
                b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>"
                b"/ID[<" + b"43" * 16 + b"><" + b"43" * 16 + b">]/Root 1 0 R",
            )
        )


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


def test_undated_with_a_day_of_making(tmp_path: Path) -> None:
    """The day on which the file was made does not date its text; who knows better is told that day."""
    (tmp_path / "a.pdf").write_bytes(make_pdf(lay_out(FIRST, SECOND), info="/CreationDate(D:20200102)"))
    result = cross_reference([tmp_path])
    assert result.documents[0].published is None
    assert [c.refused for c in result.documents[0].refused] == [
        "it tells when the file was made, which need not be when the text appeared"
    ]
    assert "(its file was made on 2020-01-02)" in " ".join(p.message for p in result.problems)


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
