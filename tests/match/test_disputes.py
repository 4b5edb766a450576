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


def disputes(*lines: str) -> tuple[list[Document], list[Claim], list[Contradiction]]:
    """What is found in documents given as a line each, with the day of publication before it or without one."""
    documents = []
    for number, line in enumerate(lines):
        dated = re.match(r"\d{4}-\d\d-\d\d ", line)
        day, text = (line[:10], line[11:]) if dated else ("", line)
        when = dt.date.fromisoformat(day) if day else None
        published = DateCandidate(DateRange(when, when), "catalog", "", 100) if when else None
        documents.append(Document(f"d{number}", f"d{number}.txt", text, str(number), "utf-8", published=published))
    claims = [claim for document in documents for claim in find_claims(document).claims]
    return documents, claims, find_disputes(documents, claims, find_hits(claims, BOOK))


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
