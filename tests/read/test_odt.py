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
    ],
)
def test_text(body: str, text: str) -> None:
    """Each body reads as this text, and every place is a paragraph of content.xml."""
    found = read_odt(odt(body))
    assert found.text == text
    assert all(place.part == "content.xml" for place in found.places)


def test_facts() -> None:
    """Title and first writer come from the properties."""
    meta = (
        f"<office:document-meta {ODT}><office:meta><dc:title>How the ferry was sold twice</dc:title>"
        "<meta:initial-creator>Ann Reed</meta:initial-creator></office:meta></office:document-meta>"
    )
    hints = read_odt(odt(meta=meta)).hints
    assert [(h.field, h.value) for h in hints] == [("title", "How the ferry was sold twice"), ("author", "Ann Reed")]


def test_encrypted() -> None:
    """A file with a password says so."""
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(UnreadableFile, match="password"):
        read_odt(package({"content.xml": "x", "META-INF/manifest.xml": manifest}))


def test_a_table_document_is_none() -> None:
    """Another document of the family is told apart from a text."""
    with pytest.raises(UnreadableFile, match="no OpenDocument text"):
        read_odt(package({"content.xml": f"<office:document-content {ODT}/>"}))
