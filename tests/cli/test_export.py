"""`xref export` and `xref cite` on the hand-made result."""

from __future__ import annotations

import json
import os
import pathlib

import attrs
import pytest
from tests.cli.ran import Command
from tests.sample import OLD, sample

from xref.cli.export import NAMES
from xref.export import FORMATS, cite
from xref.export.index import Index
from xref.fragment import text_link
from xref.model import CrossReference, Fact


def test_every_format_is_offered() -> None:
    """The command's list is the room's."""
    assert set(NAMES) == set(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written(xref: Command, sampled: CrossReference, form: str, tmp_path: pathlib.Path) -> None:
    """To a file; to standard output unless it is no text. 3: the sample has a refused input."""
    ran = xref("export", form, "-o", "made")
    assert ran.code == 3
    made = (tmp_path / "made").read_bytes()
    assert made
    out = xref("export", form)
    if FORMATS[form].binary:
        assert out.code == 2
        assert "-o" in out.err
    else:
        assert out.out.encode() == made


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("csv", "--table", "actors"), "csv has documents, claims, hits, matches"),
        (("csl", "--table", "hits"), "csl always holds everything"),
        (("jsonl", "--bom"), "--bom is for csv"),
        (("csv", "-o", "."), "is a folder"),
    ],
)
def test_what_does_not_fit_is_told(xref: Command, sampled: CrossReference, args: tuple[str, ...], said: str) -> None:
    """Exit 2, with what there is instead."""
    ran = xref("export", *args)
    assert ran.code == 2
    assert said in ran.err


def test_a_quotation_says_who_where_and_when(xref: Command, sampled: CrossReference) -> None:
    """The words, the speaker through the relay, title, date, place and hash, in one line."""
    ran = xref("cite", "c-1")
    assert ran.out.splitlines() == [
        "“A harbour clerk said last month that the ferry contract was sold.” — A harbour clerk "
        f"(through The Port Gazette), Ferry, 1999-05-04, old.txt characters 13-78, SHA-256 {'0' * 64}"
    ]
    assert OLD[13:78] == sampled.claims[0].text


def test_a_match_is_cited_side_by_side(xref: Command, sampled: CrossReference) -> None:
    """The earlier first; a beginning that only one id has is enough; one that many have is not."""
    assert len(xref("cite", "m-").out.splitlines()) == 2
    ran = xref("cite", "h-")
    assert ran.code == 2
    assert "2 ids begin with h-, such as h-1 and h-3" in ran.err
    assert "no match, hit or claim has the id nothing" in xref("cite", "nothing").err


def test_markdown_is_a_quotation_whose_text_stays_text() -> None:
    """Signs of Markdown in a document are escaped, and the title leads to the words."""
    result = sample()
    first, *rest = result.documents
    first = attrs.evolve(
        first, title=Fact("A [trap](x) *here*", "", ""), url=Fact("https://example.org/a_b?c=1#top", "", "")
    )
    index = Index(attrs.evolve(result, documents=(first, *rest)))
    (text,) = cite(index, result.claims[1], markdown=True)
    assert text.startswith("> Nobody signed it.\n>\n> — ")
    assert "[A \\[trap\\](x) \\*here\\*](<https://example.org/a_b?c=1#top:~:text=Nobody%20signed%20it.>)" in text


def test_a_link_leads_to_the_first_and_last_words() -> None:
    """Four of each, hyphens and commas in percent, as the directive's syntax demands."""
    words = "Semi-official talks, said two, went on for weeks & days until the well-known end"
    link = text_link("https://example.org/a", words)
    assert (
        link
        == "https://example.org/a#:~:text=Semi%2Dofficial%20talks%2C%20said%20two%2C,until%20the%20well%2Dknown%20end"
    )
    assert text_link("", words) == ""


def test_output_is_json_line_by_line(xref: Command, sampled: CrossReference) -> None:
    """--table narrows jsonl to one kind of record."""
    ran = xref("export", "jsonl", "--table", "claims")
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["c-1", "c-2", "c-3"]


@pytest.mark.parametrize("form", ["jsonl", "csv", "annotations", "csl", "qdc", "qdpx"])
def test_a_file_name_that_is_no_text_costs_nothing(xref: Command, corpus: pathlib.Path, form: str) -> None:
    """Old disks hold names in other encodings: their bytes are escaped, and the file is written."""
    os.rename(corpus / "gazette.txt", os.fsencode(corpus) + b"/gazette-\xff.txt")
    ran = xref("export", form, corpus, "-o", "made")
    assert ran.code == 0, ran.err
