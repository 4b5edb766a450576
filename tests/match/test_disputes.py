"""Contradictions between documents: only where words decide both answers and both speak of one matter."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from tests.reader import read_cases

from xref.match import find_disputes
from xref.model import Claim, Codebook, Contradiction, DateCandidate, DateRange, Document, Facet, Theme
from xref.segment import find_claims
from xref.themes import find_hits

BOOK = Codebook((Theme("port", "The port", facets=(Facet("port", ("ferry", "consent of the council")),)),))


SEVERAL = Codebook(
    (
        Theme("consent", "Consent", facets=(Facet("consent", ("consent of the council", "lease")),)),
        Theme("toll", "The toll", facets=(Facet("toll", ("toll",)),)),
        Theme("pilots", "The pilots", facets=(Facet("pilots", ("pilots",)),)),
    )
)


def disputes(*lines: str, book: Codebook = BOOK) -> tuple[list[Document], list[Claim], list[Contradiction]]:
    """What is found in documents given as a line each, with the day of publication before it or without one."""
    documents = []
    for number, line in enumerate(lines):
        dated = re.match(r"\d{4}-\d\d-\d\d ", line)
        day, text = (line[:10], line[11:]) if dated else ("", line)
        when = dt.date.fromisoformat(day) if day else None
        published = DateCandidate(DateRange(when, when), "catalog", "", 100) if when else None
        documents.append(Document(f"d{number}", f"d{number}.txt", text, str(number), "utf-8", published=published))
    claims = [claim for document in documents for claim in find_claims(document).claims]
    return documents, claims, find_disputes(documents, claims, find_hits(claims, book))


@pytest.mark.parametrize(("title", "given", "expected"), read_cases("contradictions"))
def test_case(title: str, given: str, expected: str) -> None:
    """Each case lists what is found: kind, both answers with their words, the words shared; a dash for nothing."""
    _, _, found = disputes(*given.splitlines())
    said = [
        " | ".join((x.kind, *(f"{s.stance}: {s.words}" for s in (x.left, x.right)), ", ".join(x.shared))) for x in found
    ]
    assert said == ([] if expected == "-" else expected.splitlines()), title


def test_words_stand_where_the_spans_say() -> None:
    """Every span of a position lies in its claim's document, and the words are what stands there."""
    documents, claims, (found,) = disputes(
        "2004-05-01 Rain fell. The ferry will carry lorries.", "2004-05-20 The ferry will not carry lorries."
    )
    for side, name in ((found.left, found.documents[0]), (found.right, found.documents[1])):
        text = next(d.text for d in documents if d.id == name)
        claim = next(c for c in claims if c.id == side.claim)
        assert " … ".join(span.of(text) for span in side.spans) == side.words
        assert all(claim.span.holds(span) for span in (*side.spans, *side.matter))
        assert [span.of(text) for span in side.matter] == ["ferry", "lorries"]
    assert found.days == 19


def test_nothing_within_one_document_or_between_copies() -> None:
    """A text that says both is no contradiction between sources, nor is a copy of it."""
    both = "2004-05-01 The ferry will carry lorries. The ferry will not carry lorries."
    assert disputes(both)[2] == []


NEEDED = "2004-05-01 {}The port cannot sign any lease of land without the consent of the council."
NOT_NEEDED = "2006-05-20 {}The mayor does not need the consent of the council to settle this lease with the bank."
BOTH, ONE = "The toll was raised. The pilots struck. ", "The toll was raised. "


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        (NEEDED.format(BOTH), NOT_NEEDED.format(BOTH), 1),
        (NEEDED.format(BOTH), NOT_NEEDED.format(ONE), 0),
        (NEEDED.format(""), NOT_NEEDED.format(""), 0),
        # two further themes, and the act has no word in common
        (NEEDED.format(BOTH), NOT_NEEDED.format(BOTH).replace("settle this lease with the bank", "sell the pier"), 0),
    ],
)
def test_one_matter_by_its_further_themes(left: str, right: str, count: int) -> None:
    """What is needed for an act named by one word of the theme: one matter if both documents share two more themes."""
    found = disputes(left, right, book=SEVERAL)[2]
    assert [x.kind for x in found] == ["need"] * count
