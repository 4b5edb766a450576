"""Web Annotations and CSL-JSON keep what their descriptions demand, and lead back to the words."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import attrs
import pytest
from tests.sample import sample

from xref.export.annotations import write_annotations
from xref.export.index import Index
from xref.export.references import reference, write_references
from xref.model import DateCandidate, DateRange, Decision, Document, Fact, Standing

# Web Annotation Vocabulary, 3.3: the motivations there are
MOTIVATIONS = set(
    "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating "
    "questioning replying tagging".split()
)
# csl-data.json 1.0.2: the types and fields of an item that xref may use
TYPES = set(
    "article article-newspaper broadcast document interview pamphlet personal_communication post post-weblog report "
    "speech webpage".split()
)
TEXTS = {"title", "container-title", "URL", "note"}


def _page(*standings: Standing) -> dict[str, Any]:
    page: dict[str, Any] = json.loads(write_annotations(Index(sample(), standings)))
    return page


def test_the_page_is_one_by_the_data_model() -> None:
    """Annotation page: context, id, type, items (5.2); each annotation: id, type, at least one target (3.1)."""
    page = _page()
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert page["id"].startswith("urn:uuid:")
    assert len({item["id"] for item in page["items"]}) == len(page["items"]) == 2
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        for body in item["body"]:
            assert body["type"] == "TextualBody"
            assert body["purpose"] in MOTIVATIONS
            assert isinstance(body["value"], str)
        target = item["target"]
        assert isinstance(target["source"], str)
        assert {selector["type"] for selector in target["selector"]} == {"TextQuoteSelector", "TextPositionSelector"}


def test_both_selectors_find_the_same_words() -> None:
    """As a client of the standard does: by position in code points, and by the words between prefix and suffix."""
    result = sample()
    texts = {document.path: document.text for document in result.documents}
    for item in _page()["items"]:
        text = texts[item["target"]["source"]]
        words, place = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text.count(words["prefix"] + words["exact"] + words["suffix"]) == 1


def test_a_decision_is_a_body_of_its_own() -> None:
    """Who said it and when; a doubt whether it still holds is told."""
    by = Decision("h-1", "hit", "ferry-sale", "accepted", "by hand", "ann", "2025-01-02T10:00:00Z", ())
    page = _page(Standing("h-1", "hit", "ferry-sale", "stale text", "", (by,)))
    (body,) = [b for item in page["items"] for b in item["body"] if b["purpose"] == "assessing"]
    assert body["value"] == "accepted: by hand (stale text)"
    assert (body["creator"]["name"], body["created"]) == ("ann", "2025-01-02T10:00:00Z")


def test_references_have_the_fields_of_the_schema() -> None:
    """Type and id in each; text where text is due, names as lists, dates in parts; an unknown date is left out."""
    items = json.loads(write_references(Index(sample())))
    assert [item["id"] for item in items] == ["old", "new"]
    for item in items:
        assert item["type"] in TYPES
        assert set(item) <= TEXTS | {"id", "type", "author", "issued"}
        assert all(isinstance(item[key], str) for key in TEXTS & set(item))
    assert items[0]["author"] == [{"literal": "Ann Reed"}]
    assert items[0]["issued"] == {"date-parts": [[1999, 5, 4]]}
    assert "issued" not in items[1]


@pytest.mark.parametrize(
    ("first", "last", "parts"),
    [
        (dt.date(2013, 5, 1), dt.date(2013, 5, 31), [[2013, 5]]),
        (dt.date(2013, 1, 1), dt.date(2013, 12, 31), [[2013]]),
        (dt.date(2013, 5, 3), dt.date(2013, 5, 6), [[2013, 5, 3], [2013, 5, 6]]),
    ],
)
def test_a_date_of_many_days_is_not_made_one(first: dt.date, last: dt.date, parts: list[list[int]]) -> None:
    """A month stays a month, a range a range."""
    published = DateCandidate(DateRange(first, last), "catalog", "", 100)
    document = Document("a", "a.txt", "", "0" * 64, "utf-8", published=published)
    assert reference(document)["issued"] == {"date-parts": parts}


def test_a_kind_of_document_is_a_type_of_the_schema() -> None:
    """A letter is a personal communication; what has only an address is a page of the web."""
    document = Document("a", "a.txt", "", "0" * 64, "utf-8", kind=Fact("letter", "", ""))
    assert reference(document)["type"] == "personal_communication"
    page = attrs.evolve(document, kind=None, url=Fact("https://example.org/a", "", ""))
    assert reference(page)["type"] == "webpage"
    assert "URL" not in reference(attrs.evolve(page, url=Fact("javascript:alert(1)", "", "")))
