"""`xref explain`: all that is known about one id, adding up."""

from __future__ import annotations

import json
import pathlib
import re
import zipfile

import pytest
from tests.cli.ran import Command

from xref.model import CrossReference


def test_a_match_adds_up(xref: Command, sampled: CrossReference) -> None:
    """Both claims in full, the reasons' points summing to the score, evidence with places, notes."""
    out = xref("explain", "m-1").out
    points = [float(n) for n in re.findall(r"^ *([+-][0-9.]+)  ", out, re.MULTILINE)]
    assert sum(points) == pytest.approx(70.5)
    for words in (
        "match m-1: theme ferry-sale, score 70.5",
        "note: both go back to one clerk",
        "A harbour clerk said last month that the ferry contract was sold.",
        "The ferry contract \U0001f6a2 was sold twice, Mayor Okafor wrote.",
        "rare words in both: ferry contract | ferry contract",
        "old.txt line 3 column 1, characters 13-78",
        "undated:",
        "1999-05-04:",
        "published: undated; no date was certain",
    ):
        assert words in out


def test_a_contradiction_shows_what_decides(xref: Command, sampled: CrossReference) -> None:
    """Both answers with the words, the place and the rule, and what says that it is one matter."""
    out = xref("explain", "x-1").out
    for words in (
        "contradiction x-1: polarity, theme ferry-sale; which of the two holds is not said",
        "both speak of: ferry",
        "12 days lie between them",
        "1999-05-04 says sold: said",
        "undated says not sold: said",
        "decided by was sold, old.txt line 3 column",
        "The ferry contract \U0001f6a2 was sold twice, Mayor Okafor wrote.",
    ):
        assert words in out


def test_a_claim_tells_place_speaker_dates_and_rules(xref: Command, sampled: CrossReference) -> None:
    """Span, attribution parts, resolved dates with their rule, flags, hits."""
    out = xref("explain", "c-1").out
    for words in (
        "speaker: A harbour clerk (anonymous), subject of said",
        "through: The Port Gazette",
        "attribution (indirect): A harbour clerk | said | the ferry contract was sold",
        "date: last month is about 1999-04 (month before the publication month)",
        "flag: joined over a blank line",
        "theme ferry-sale, score 93.8, hit h-1",
        "published: 1999-05-04 (catalog.toml says so, confidence 100); agrees: file name",
    ):
        assert words in out
    assert "not certain (no reference date)" in xref("explain", "c-3").out
    assert "outlet's own voice" in xref("explain", "c-2").out


def test_hit_document_and_actor(xref: Command, sampled: CrossReference) -> None:
    """Each other kind of id has its account."""
    assert "sale: ferry contract for the phrase ferry contract sold (stem, 93.8)" in xref("explain", "h-1").out
    document = xref("explain", "old").out
    for words in ("date not taken: 1999-05-04", "too weak", "outlet: not known", "kept apart, byline (by-line)"):
        assert words in document
    assert "in office (us): Clinton II, Bill Clinton; a note" in document
    actor = xref("explain", "a-1").out
    assert "office: mayor, Port Vell, 1999-05-04 until unknown (town record, checked)" in actor


def test_a_place_in_a_document(xref: Command, sampled: CrossReference) -> None:
    """DOCUMENT:CHARACTER is the claim there, or the reason why there is none."""
    assert xref("explain", "old:20").out == xref("explain", "c-1").out
    furniture = xref("explain", "old:4")
    assert furniture.code == 2
    assert "byline, kept apart by the rule by-line" in furniture.err
    assert "has 97 characters" in xref("explain", "old:5000").err


def test_an_extracted_text_leads_back_to_its_file(xref: Command, corpus: pathlib.Path) -> None:
    """Claim and evidence of a Word document tell the paragraph, in words and in records."""
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in (
        "The ferry for the third time", "", "In the end the town sold the ferry to a northern bank, a clerk said.",
    ))  # fmt: skip
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(corpus / "letter.docx", "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    out = xref("explain", "letter:40", corpus).out
    assert out.count("; in the file: paragraph 3 of word/document.xml") >= 2
    record = json.loads(xref("explain", "letter:40", corpus, "--format", "jsonl").out.splitlines()[0])
    assert record["place"]["paragraphs"] == [3, 3]
    assert record["place"]["span"] == record["span"]


@pytest.mark.parametrize(("name", "said"), [("c-11", "did you mean c-1?"), ("zzzzz", "xref show"), ("odl:3", "old")])
def test_an_unknown_id_suggests_the_nearest(xref: Command, sampled: CrossReference, name: str, said: str) -> None:
    """Exit 2, with a suggestion."""
    ran = xref("explain", name)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_records(xref: Command, sampled: CrossReference) -> None:
    """As JSON Lines: the noun first, then the claims and hits it speaks of."""
    records = [json.loads(line) for line in xref("explain", "m-1", "--format", "jsonl").out.splitlines()]
    assert [(r["record"], r["id"]) for r in records] == [
        ("match", "m-1"), ("claim", "c-1"), ("claim", "c-3"), ("hit", "h-1"), ("hit", "h-3"),
    ]  # fmt: skip


def test_what_a_person_wrote_and_what_the_text_says(xref: Command, corpus: pathlib.Path) -> None:
    """Both stand in the account of a document, with the reason."""
    (corpus / "gazette.meta.toml").write_text('author = "Bo Hale"\ndate = 1999-05-05\n', encoding="utf-8")
    out = xref("explain", "gazette", corpus).out
    for words in (
        "published: 1999-05-05 (given in gazette.meta.toml, confidence 100)",
        "date not taken: 1999-05-04, written “May 4, 1999” (date line above the text, characters 23-34, confidence 90)",
        ": gazette.meta.toml gives the date",
        "author: Bo Hale (given in gazette.meta.toml)",
        "author not taken: Ann Reed (named in the byline, characters 14-22): “Bo Hale” goes first: given in gazette",
    ):
        assert words in out


def test_why_not(xref: Command, corpus: pathlib.Path) -> None:
    """With --theme the claim at a place answers for each facet; other nouns and unknown themes are refused."""
    text = (corpus / "gazette.txt").read_text("utf-8")
    place = f"gazette:{text.index('Nobody')}"
    out = xref("explain", place, corpus, "--theme", "ferry").out
    assert "theme ferry (Sale of the ferry): no hit; 0 of 1 facets found" in out
    assert "no word of its phrases" in out
    found = xref("explain", f"gazette:{text.index('The town')}", corpus, "--theme", "ferry").out
    assert "1 of 1 facets found" in found
    record = json.loads(xref("explain", place, corpus, "--theme", "ferry", "--format", "jsonl").out)
    assert (record["record"], record["theme"], record["hit"]) == ("answer", "ferry", "")
    assert xref("explain", "gazette", corpus, "--theme", "ferry").code == 2
    assert "did you mean ferry" in xref("explain", place, corpus, "--theme", "fery").err
    assert "no theme is looked for there" in xref("explain", "gazette:2", corpus, "--theme", "ferry").err


def test_a_place_is_a_number(xref: Command, corpus: pathlib.Path) -> None:
    """After a document's id and a colon something else is told as such, not as an unknown id."""
    ran = xref("explain", "gazette:a5", corpus)
    assert ran.code == 2
    assert "after the colon goes a number of characters, such as gazette:150" in ran.err
