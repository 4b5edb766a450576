"""OpenDocument texts: what the reader of the finished document sees."""

from __future__ import annotations

import pytest
from tests.read.packages import ODT, odt, package

from xref.read.extracted import UnreadableFile
from xref.read.odt import read_odt


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:h>Title</text:h><text:p>One  two.\n three</text:p>", "Title\n\nOne two. three\n"),
        ("<text:p>A<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>", "A   b\tc\nd\n"),
        ("<text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>", "- item\n"),
        (
            "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
            "<table:table-cell><text:p>b</text:p><text:p>c</text:p></table:table-cell></table:table-row></table:table>",
            "a | b c\n",
        ),
        (
            "<text:p>Sold<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>By whom?</text:p>"
            "</text:note-body></text:note>.</text:p><text:p>Next.</text:p>",
            "Sold[1].\n\nNext.\n\n[1] By whom?\n",
        ),
        (
            "<text:p>Seen<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>.</text:p>",
            "Seen.\n\nboxed\n",
        ),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:p>kept<text:change/> <text:change-start/>new"
            "<text:change-end/></text:p>",
            "kept new\n",
        ),
        ("<text:p>said<office:annotation><text:p>a remark</text:p></office:annotation> so</text:p>", "said so\n"),
        ("<text:p><text:span>in <text:a>links</text:a></text:span> too</text:p>", "in links too\n"),
        (
            "<text:list><text:list-item><text:p>a</text:p><text:p>still a</text:p><text:list><text:list-item>"
            "<text:p>b</text:p></text:list-item></text:list></text:list-item></text:list>",
            "- a\n\nstill a\n\n- b\n",
        ),
        (
            "<text:p>Seen<draw:frame><draw:image/><svg:title>ferry.jpg</svg:title><svg:desc>a boat</svg:desc>"
            "</draw:frame>.<draw:custom-shape><text:p>in a shape</text:p></draw:custom-shape></text:p>",
            "Seen.\n\nin a shape\n",
        ),
        (
            "<text:section text:display='none'><text:p>secret</text:p></text:section><text:p>open</text:p>",
            "open\n",
        ),
        ("<text:p>a <text:hidden-text text:is-hidden='true'>secret</text:hidden-text>b</text:p>", "a b\n"),
        ("<text:p>secret<text:hidden-paragraph text:is-hidden='true'/></text:p><text:p>open</text:p>", "open\n"),
        (
            "<text:p><text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>above</text:ruby-text></text:ruby>"
            "</text:p>",
            "base\n",
        ),
    ],
)
def test_text(body: str, text: str) -> None:
    """Each body reads as this text, and every place is a paragraph of content.xml."""
    found = read_odt(odt(body))
    assert found.text == text
    assert all(place.part == "content.xml" for place in found.places)


def test_what_is_left_out_is_told() -> None:
    """Tracked changes, hidden text and comments are told, with how much it was."""
    found = read_odt(
        odt(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:section text:display='none'><text:p>secret</text:p>"
            "</text:section><text:p>kept<office:annotation><text:p>Really?</text:p></office:annotation></text:p>"
        )
    )
    assert found.text == "kept\n"
    assert [doubt.partition(",")[0] for doubt in found.doubts] == [
        "it has tracked changes that nobody accepted: insertions are read as text",
        "hidden text was left out (6 characters)",
    ]
    assert found.notes == ("comments in the margin were left out (1)",)


def test_hidden_styles() -> None:
    """Text in a style that is not displayed is hidden; word processors bring Word's hidden text in this way."""
    content = (
        f"<office:document-content {ODT} xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'>"
        "<office:automatic-styles><style:style style:name='T1'><style:text-properties text:display='none'/>"
        "</style:style></office:automatic-styles><office:body><office:text><text:p>a "
        "<text:span text:style-name='T1'>b </text:span>c</text:p></office:text></office:body></office:document-content>"
    )
    assert read_odt(package({"content.xml": content})).text == "a c\n"


def test_facts() -> None:
    """Title and first writer come from the properties; the days there are told and not taken."""
    meta = (
        f"<office:document-meta {ODT}><office:meta><dc:title>How the ferry was sold twice</dc:title>"
        "<meta:initial-creator>Ann Reed</meta:initial-creator>"
        "<meta:creation-date>2015-03-04T10:00:00</meta:creation-date></office:meta></office:document-meta>"
    )
    found = read_odt(odt(meta=meta))
    assert [(h.field, h.value) for h in found.hints] == [
        ("title", "How the ferry was sold twice"),
        ("author", "Ann Reed"),
    ]
    assert [(d.value.iso, d.confidence, d.how) for d in found.dates] == [
        ("2015-03-04", 0, "creation date among the document's properties")
    ]


def test_encrypted() -> None:
    """A file with a password says so."""
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(UnreadableFile, match="password"):
        read_odt(package({"content.xml": "x", "META-INF/manifest.xml": manifest}))


def test_a_table_document_is_none() -> None:
    """Another document of the family is told apart from a text."""
    with pytest.raises(UnreadableFile, match="no OpenDocument text"):
        read_odt(package({"content.xml": f"<office:document-content {ODT}/>"}))
