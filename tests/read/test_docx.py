"""Word documents: what the reader of the finished document sees, and damaged or hostile files refused in our words."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.pipeline import cross_reference
from xref.read.docx import read_docx
from xref.read.extracted import UnreadableFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
)
TAIL = "</w:body></w:document>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def docx(body: str, **parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", HEAD + body + TAIL)
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph(run("One. "), run("Two.")) + paragraph(run("Three.")), "One. Two.\n\nThree.\n"),
        (
            paragraph(
                run("A"), f"<w:ins>{run(' new')}</w:ins>", "<w:del><w:r><w:delText> old</w:delText></w:r></w:del>"
            ),
            "A new\n",
        ),
        (paragraph("<w:moveFrom>" + run("gone ") + "</w:moveFrom><w:moveTo>" + run("here") + "</w:moveTo>"), "here\n"),
        (
            paragraph("<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>nuclear</w:t><w:tab/><w:t>x</w:t></w:r>"),
            "non-nuclear\tx\n",
        ),
        (paragraph(run("item"), properties="<w:pPr><w:numPr/></w:pPr>"), "- item\n"),
        (paragraph("<w:sdt><w:sdtContent>" + run("controlled") + "</w:sdtContent></w:sdt>"), "controlled\n"),
        (paragraph("<w:hyperlink>" + run("linked") + "</w:hyperlink>"), "linked\n"),
        (
            "<w:tbl><w:tr><w:tc>"
            + paragraph(run("a"))
            + "</w:tc><w:tc>"
            + paragraph(run("b"))
            + "</w:tc></w:tr></w:tbl>",
            "a | b\n",
        ),
        (
            paragraph(
                run("anchor"),
                "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>",
                paragraph(run("boxed")),
                "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>",
                paragraph(run("twice")),
                "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>",
            ),
            "anchor\n\nboxed\n",
        ),
    ],
)
def test_text(body: str, text: str) -> None:
    """Insertions in, deletions out, boxes once, tables by row, controls and links read through."""
    assert read_docx(docx(body)).text == text


def test_notes() -> None:
    """Footnotes stand at the end under their numbers; Word's separators are none."""
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator" w:id="0">' + paragraph(run("---")) + "</w:footnote>"
        '<w:footnote w:id="1">' + paragraph(run("Minutes, box 4.")) + "</w:footnote></w:footnotes>"
    )
    body = paragraph(run("It was sold."), '<w:r><w:footnoteReference w:id="1"/></w:r>')
    assert read_docx(docx(body, word__footnotes=notes)).text == "It was sold.[1]\n\n[1] Minutes, box 4.\n"


def test_properties() -> None:
    """Title and author come as hints with where they stand; the day of saving is no date of publication."""
    core = (
        '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Sale of the Ferry</dc:title>'
        "<dc:creator>Ann Poe</dc:creator></c>"
    )
    found = read_docx(docx(paragraph(run("x")), docProps__core=core))
    assert [(h.field, h.value) for h in found.hints] == [("title", "The Sale of the Ferry"), ("author", "Ann Poe")]
    assert found.dates == ()


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 100_000_001)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (b"PK\x03\x04 nothing", "damaged"),
        (b"plain words", "damaged"),
        (docx("<w:p>")[:-40], "damaged"),
        (docx("</w:body>"), "not XML"),
        (docx(""), "no text"),
        (docx("", x="").replace(b"word/document.xml", b"word/documenx.xml"), "no Word document"),
        (docx("").replace(b"<?xml", b"<!DOCTYPE"[:5]), "damaged"),
        (bomb(), "inflate"),
    ],
)
def test_refused(raw: bytes, cause: str) -> None:
    """Damaged, foreign, empty and inflated files are refused with the cause."""
    with pytest.raises(UnreadableFile, match=cause):
        read_docx(raw)


def test_no_entities() -> None:
    """A part that declares a document type is refused, so no entity is ever expanded."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]>' + HEAD + paragraph(run("&a;")) + TAIL)
    with pytest.raises(UnreadableFile, match="document type"):
        read_docx(stream.getvalue())


@given(st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    """Any bytes are a document or are refused."""
    with contextlib.suppress(UnreadableFile):
        assert read_docx(raw).text
    with contextlib.suppress(UnreadableFile):
        assert read_docx(docx(paragraph(run("x"))) + raw).text


def test_in_a_corpus(tmp_path: Path) -> None:
    """A Word document is dated, segmented and counted in its extracted text; a damaged one costs only itself."""
    body = "".join(
        paragraph(run(text))
        for text in (
            "Harbour Board Sells Its Ferry", "By Ann Poe", "May 3, 2001",
            "The ferry was sold last month, the harbour board said on Thursday.",
        )
    )  # fmt: skip
    (tmp_path / "a.docx").write_bytes(docx(body))
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04")
    result = cross_reference([tmp_path])
    (document,) = result.documents
    assert document.published is not None
    assert document.published.value.iso == "2001-05-03"
    (claim,) = result.claims
    assert claim.span.of(document.text) == claim.text
    assert claim.speaker is not None
    assert claim.speaker.name == "the harbour board"
    assert [(p.where, p.level) for p in result.problems] == [("b.docx", "refused")]


def test_places() -> None:
    """Each paragraph, row, box and note tells its part and its number there, empty paragraphs counted."""
    row = f"<w:tr><w:tc>{paragraph(run('a'))}</w:tc><w:tc>{paragraph(run('b'))}{paragraph(run('c'))}</w:tc></w:tr>"
    note = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{paragraph(run("Noted."))}</w:footnote></w:footnotes>'
    body = paragraph(run("One.")) + paragraph() + paragraph(run("Two.")) + f"<w:tbl>{row}</w:tbl>"
    found = read_docx(docx(body, word__footnotes=note))
    assert [(p.span.of(found.text), p.part, p.paragraphs) for p in found.places] == [
        ("One.", "word/document.xml", (1, 1)),
        ("Two.", "word/document.xml", (3, 3)),
        ("a | b c", "word/document.xml", (4, 6)),
        ("[2] Noted.", "word/footnotes.xml", (1, 1)),
    ]
