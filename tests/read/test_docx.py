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
        (paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret </w:t></w:r>", run("open")), "open\n"),
        (paragraph('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>'), "shown\n"),
        (
            paragraph(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                run("linked"),
                '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="DATE">',
                run(" today"),
                "</w:fldSimple>",
            ),
            "linked today\n",
        ),
        (
            paragraph(run("The ferry "), properties="<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>")
            + paragraph(run("was sold.")),
            "The ferry was sold.\n",
        ),
        (
            f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph(run('old'))}</w:tc></w:tr><w:sdt><w:sdtContent><w:tr>"
            f"<w:tc>{paragraph(run('a'))}</w:tc><w:tc><w:tbl><w:tr><w:tc>{paragraph(run('b'))}</w:tc>"
            f"<w:tc>{paragraph(run('c'))}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
            "a | b | c\n",
        ),
        (
            f"<w:tbl><w:tr><w:tc>{paragraph(run('One.'))}{paragraph(run('Two.'))}</w:tc></w:tr></w:tbl>",
            "One.\n\nTwo.\n",
        ),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + paragraph(run("Click here to enter text."))
            + "</w:sdtContent></w:sdt>"
            + paragraph(run("x")),
            "x\n",
        ),
        (paragraph(run("said"), '<w:r><w:commentReference w:id="0"/></w:r>', run(" so")), "said so\n"),
        (
            paragraph("<w:ruby><w:rt>" + run("above") + "</w:rt><w:rubyBase>" + run("base") + "</w:rubyBase></w:ruby>"),
            "base\n",
        ),
        (
            paragraph('<w:r><w:sym w:font="Times" w:char="2014"/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'),
            "—\ufffd\n",
        ),
        (paragraph(run("plain"), properties='<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'), "plain\n"),
    ],
)
def test_text(body: str, text: str) -> None:
    """Insertions in, deletions and hidden text out, boxes once, tables by row, controls and links read through."""
    assert read_docx(docx(body)).text == text


def told(body: str, **parts: str) -> tuple[str, ...]:
    found = read_docx(docx(paragraph(run("kept")) + body, **parts))
    return (*found.doubts, *found.notes)


def test_what_is_left_out_is_told() -> None:
    """Tracked changes, hidden text, picture fonts, inserted files and comments are told, with how much it was."""
    changed = paragraph(f"<w:ins>{run('new')}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>")
    assert told(changed) == (
        "it has tracked changes that nobody accepted: insertions are read as text (3 characters), deletions were left "
        "out (4 characters)",
    )
    assert told(paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>")) == (
        "hidden text was left out (6 characters)",
    )
    assert "picture font" in told(paragraph('<w:r><w:sym w:char="F0E0"/></w:r>'))[0]
    assert "files inserted" in told("<w:altChunk/>")[0]
    comments = f'<w:comments xmlns:w="{W}"><w:comment>{paragraph(run("Really?"))}</w:comment></w:comments>'
    assert told("", word__comments=comments) == ("comments in the margin were left out (1)",)
    assert told("") == ()


def test_hidden_styles() -> None:
    """Text whose style hides it, or whose style is based on such a one, is hidden; its own mark wins."""
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    body = paragraph(run("one"), properties='<w:pPr><w:pStyle w:val="b"/></w:pPr>') + paragraph(
        '<w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:t>two</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="a"/><w:vanish w:val="false"/></w:rPr><w:t>three</w:t></w:r>'
    )
    assert read_docx(docx(body, word__styles=styles)).text == "three\n"


def test_main_part_by_name() -> None:
    """The package names its main part, which some programs call otherwise; the strict form has other names."""
    stream = io.BytesIO()
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
            'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" '
            'Target="/word/document2.xml"/></Relationships>',
        )
        archive.writestr("word/document2.xml", (HEAD + paragraph(run("x")) + TAIL).replace(W, strict))
    assert read_docx(stream.getvalue()).text == "x\n"


def test_notes() -> None:
    """Footnotes stand at the end under their numbers; Word's separators are none."""
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator" w:id="0">' + paragraph(run("---")) + "</w:footnote>"
        '<w:footnote w:id="1">' + paragraph(run("Minutes, box 4.")) + "</w:footnote></w:footnotes>"
    )
    body = paragraph(run("It was sold."), '<w:r><w:footnoteReference w:id="1"/></w:r>')
    assert read_docx(docx(body, word__footnotes=notes)).text == "It was sold.[1]\n\n[1] Minutes, box 4.\n"


def test_notes_are_numbered_as_shown() -> None:
    """Footnotes by figures, endnotes by Roman ones, in the order of the text, whatever their ids; unused are out."""

    def notes(kind: str, *numbers: int) -> str:
        each = "".join(f'<w:{kind} w:id="{n}">{paragraph(run(f"{kind} {n}"))}</w:{kind}>' for n in numbers)
        return f'<w:{kind}s xmlns:w="{W}">{each}</w:{kind}s>'

    body = paragraph(
        run("a"), '<w:r><w:footnoteReference w:id="7"/></w:r>', run(" b"), '<w:r><w:endnoteReference w:id="3"/></w:r>',
        run(" c"), '<w:r><w:footnoteReference w:id="2"/></w:r>',
    )  # fmt: skip
    found = read_docx(docx(body, word__footnotes=notes("footnote", 2, 5, 7), word__endnotes=notes("endnote", 3)))
    assert found.text == "a[1] b[i] c[2]\n\n[1] footnote 7\n\n[2] footnote 2\n\n[i] endnote 3\n"


def test_properties() -> None:
    """Title and author come as hints with where they stand; the day of saving is no date of publication."""
    core = (
        '<c xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"><dc:title>The Sale of the '
        "Ferry</dc:title><dc:creator>Ann Poe</dc:creator><t:created>2015-03-04T10:00:00Z</t:created></c>"
    )
    found = read_docx(docx(paragraph(run("x")), docProps__core=core))
    assert [(h.field, h.value) for h in found.hints] == [("title", "The Sale of the Ferry"), ("author", "Ann Poe")]
    assert [(d.value.iso, d.confidence) for d in found.dates] == [("2015-03-04", 0)]
    assert "when the file was made" in found.dates[0].refused


def test_only_pictures() -> None:
    """A document that holds scans says what to do."""
    with pytest.raises(UnreadableFile, match="only pictures") as caught:
        read_docx(docx("", word__media__scan="x"))
    assert "character recognition" in caught.value.mend


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
        (docx("</w:body>"), "not well-formed XML"),
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
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph(run("One."), mark) + paragraph() + paragraph(run("Two.")) + f"<w:tbl>{row}</w:tbl>"
    found = read_docx(docx(body, word__footnotes=note))
    assert [(p.span.of(found.text), p.part, p.paragraphs) for p in found.places] == [
        ("One.[1]", "word/document.xml", (1, 1)),
        ("Two.", "word/document.xml", (3, 3)),
        ("a | b c", "word/document.xml", (4, 6)),
        ("[1] Noted.", "word/footnotes.xml", (1, 1)),
    ]
