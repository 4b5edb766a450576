"""REFI-QDA: a reader made from the standard's schema alone reads what is written, and finds the same words."""

from __future__ import annotations

import io
import pathlib
import re
import uuid
import zipfile
from xml.etree import ElementTree

import attrs
import pytest
from tests.sample import sample

from xref.errors import CodebookError
from xref.export.codes import guid, read_codes, write_qdc
from xref.export.index import Index
from xref.export.project import write_project
from xref.model import Claim, Codebook, CrossReference, Document, Hit, Span
from xref.themes import load_codebook
from xref.themes.brought import write_brought

ROOT = pathlib.Path(__file__).parents[2]
GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# element -> (children in their order, attributes that must be there, attributes that may be)
SCHEMA: dict[str, tuple[tuple[str, ...], set[str], set[str]]] = {
    "Project": (("Users", "CodeBook", "Sources"), {"name"}, {"origin"}),
    "Users": (("User",), set(), set()),
    "User": ((), {"guid"}, {"name", "id"}),
    "CodeBook": (("Codes",), set(), {"origin"}),
    "Codes": (("Code",), set(), set()),
    "Code": (("Description", "Code"), {"guid", "name", "isCodable"}, {"color"}),
    "Sources": (("TextSource",), set(), set()),
    "TextSource": (("Description", "PlainTextSelection"), {"guid"}, {"name", "plainTextPath"}),
    "PlainTextSelection": (
        ("Description", "Coding"), {"guid", "startPosition", "endPosition"}, {"name", "creatingUser"},
    ),
    "Coding": (("CodeRef",), {"guid"}, {"creatingUser"}),
    "CodeRef": ((), {"targetGUID"}, set()),
    "Description": ((), set(), set()),
}  # fmt: skip
MANY = {"User", "Code", "TextSource", "PlainTextSelection", "Coding"}
FULL = {"Users", "Codes", "Sources", "Coding"}
"""elements that must have a child"""


def _check(element: ElementTree.Element, space: str) -> None:
    name = element.tag.removeprefix(f"{{{space}}}")
    children, needed, allowed = SCHEMA[name]
    assert needed <= set(element.attrib) <= needed | allowed, name
    for key, said in element.attrib.items():
        if key in ("guid", "targetGUID", "creatingUser"):
            assert GUID.fullmatch(said), said
    found = [child.tag.removeprefix(f"{{{space}}}") for child in element]
    assert found == sorted(found, key=children.index)
    assert all(found.count(each) == 1 for each in set(found) - MANY)
    assert found or name not in FULL
    for child in element:
        _check(child, space)


def _read(project: bytes) -> list[tuple[str, str, str]]:
    """Name of the source, name of the code, and the words, of every selection of a project."""
    space = "urn:QDA-XML:project:1.0"
    with zipfile.ZipFile(io.BytesIO(project)) as archive:
        root = ElementTree.fromstring(archive.read("project.qde"))
        assert root.tag == f"{{{space}}}Project"
        _check(root, space)
        names = {each.get("guid"): each.get("name") for each in root.iter(f"{{{space}}}Code")}
        guids = [each.get("guid") for each in root.iter() if each.get("guid")]
        assert len(guids) == len(set(guids))
        found = []
        for source in root.iter(f"{{{space}}}TextSource"):
            path = str(source.get("plainTextPath"))
            text = archive.read(path.replace("internal://", "Sources/")).decode("utf-8")
            assert "\r" not in text
            for part in source.iter(f"{{{space}}}PlainTextSelection"):
                words = text[int(str(part.get("startPosition"))) : int(str(part.get("endPosition")))]
                for code in part.iter(f"{{{space}}}CodeRef"):
                    found.append((str(source.get("name")), str(names[code.get("targetGUID")]), words))
    return found


def test_a_project_leads_back_to_the_words() -> None:
    """Each hit's claim, word for word, under the label of its theme."""
    result = sample()
    assert _read(write_project(Index(result))) == [
        ("old", "Sale of the ferry", result.claims[0].text),
        ("new", "Sale of the ferry", result.claims[2].text),
    ]


def test_a_name_that_is_no_text_has_a_guid_of_its_own() -> None:
    """A byte that is no UTF-8 is not the four letters that name it; any other name has the UUID of version 5."""
    names = ("bad\udcff.txt", "bad\\udcff.txt")
    documents = tuple(Document(name, name, "Calm.\n", "0" * 64, "utf-8") for name in names)
    result = attrs.evolve(sample(), documents=documents, claims=(), hits=(), matches=())
    with zipfile.ZipFile(io.BytesIO(write_project(Index(result)))) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist()) == 3
    for name in ("old", "été \U0001f6a2", names[1]):
        own = uuid.uuid5(uuid.NAMESPACE_URL, "urn:xref")
        assert guid("document", name) == str(uuid.uuid5(own, f"document\0{name}"))


def test_line_ends_and_wide_characters_move_no_place() -> None:
    """Texts with CR LF and a lone CR: positions are those of the text with LF."""
    text = "One\r\n\U0001f6a2 two\r\rThe ferry\r\nwas sold.\r\n"
    span = Span(text.index("The"), text.index("\r\n", text.index("was")))
    claim = Claim("c-9", "odd", span, span.of(text), 0)
    hit = Hit("h-9", "c-9", "ferry-sale", 90.0, ())
    result: CrossReference = attrs.evolve(
        sample(),
        documents=(Document("odd", "odd.txt", text, "0" * 64, "utf-8"),),
        claims=(claim,),
        hits=(hit,),
        matches=(),
    )
    assert _read(write_project(Index(result))) == [("odd", "Sale of the ferry", "The ferry\nwas sold.")]


def test_a_codebook_comes_back() -> None:
    """All themes of the seeds' codebook, but for line ends in what is said of them: out as .qdc, in as .toml."""
    book = load_codebook(ROOT / "seeds" / "codebook.toml")
    raw = write_qdc(book)
    _check(ElementTree.fromstring(raw), "urn:QDA-XML:codebook:1.0")
    again = _loaded(write_brought(read_codes(raw, "codes.qdc"), "codes.qdc"))
    assert again.themes == tuple(attrs.evolve(t, description=" ".join(t.description.split())) for t in book.themes)


def _loaded(text: str) -> Codebook:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "codebook.toml"
        path.write_text(text, encoding="utf-8")
        return load_codebook(path)


def test_codes_of_another_program_become_themes() -> None:
    """Nested codes with their path, names as phrases; a code that only holds others is none."""
    raw = (
        b'<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>'
        b'<Code guid="1" name="Harbour" isCodable="false"><Description/><Code guid="2" name="Sale of the ferry" '
        b'isCodable="true"><Description>who "sold" it\nand when</Description></Code></Code>'
        b'<Code guid="3" name="Storms" isCodable="true"/></Codes></CodeBook>'
    )
    book = _loaded(write_brought(read_codes(raw, "x.qdc"), "x.qdc"))
    assert [(t.id, t.label, t.description) for t in book.themes] == [
        ("sale_of_the_ferry", "Sale of the ferry", 'Harbour: who "sold" it and when'),
        ("storms", "Storms", ""),
    ]
    assert book.themes[0].facets[0].phrases == ("sale of the ferry",)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("tag,description\nferry.sale,x\nstorm,\n", ["ferry.sale", "storm"]),
        ("\ufeffname\r\nHarbour > Ferry\r\nAC/DC\r\n", ["Harbour > Ferry", "AC/DC"]),
        ("tag\nAC/DC\n", ["AC/DC"]),
        ('path,description\nHarbour/Ferry,"a\nb"\nHarbour > Storms,\n', ["Ferry", "Storms"]),
    ],
)
def test_a_table_of_codes_is_read(text: str, labels: list[str]) -> None:
    """By tag, name or path, with or without descriptions, as other programs write them; only a path has parts."""
    book = _loaded(write_brought(read_codes(text.encode(), "codes.csv"), "codes.csv"))
    assert [theme.label for theme in book.themes] == labels


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.qdc", b"<CodeBook", "is no XML"),
        ("a.qdc", b'<!DOCTYPE x [<!ENTITY a "b">]><CodeBook>&a;</CodeBook>', "document type"),
        ("a.qdc", b"<Project/>", "root is not CodeBook"),
        ("a.qdc", b"<CodeBook><Codes/></CodeBook>", "holds no code"),
        ("a.qdc", b"<CodeBook><Codes>" + b'<Code name="a">' * 80 + b"</Code>" * 80 + b"</Codes></CodeBook>", "deep"),
        ("a.csv", b"\xff\xfe", "no CSV in UTF-8"),
        ("a.csv", b"colour\nred\n", "has no column tag, name or path"),
        ("a.csv", b"", "holds no code"),
    ],
)
def test_what_is_no_codebook_is_told(name: str, raw: bytes, said: str) -> None:
    """One message that names the file."""
    with pytest.raises(CodebookError, match=said) as caught:
        read_codes(raw, name)
    assert name in caught.value.message
