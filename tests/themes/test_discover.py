"""Recurring terms: edges, joints, names, reprints, what a theme has already; nothing hangs on an order."""

from __future__ import annotations

import datetime as dt

import pytest

from xref.model import Claim, Codebook, DateCandidate, DateRange, Document, Facet, Fact, Hit, Span, Theme
from xref.themes import find_hits
from xref.themes.discover import Term, discover_terms
from xref.themes.terms import find_terms, log_likelihood, runs, said_as

OLD = (
    "The harbour board asked for a toll on grain barges.",
    "Captain Ilse Brandt of the Vell Gazette was there.",
    "A flood closed the locks, and the grain waited.",
)
NEW = (
    "Again the town wants a toll on grain barges and on tugs.",
    "Ilse Brandt spoke of the toll on grain barges.",
    "In the town hall nobody was surprised.",
)
LATE = ("The toll on grain barges was lifted.", "In the town hall they danced.", "Ilse Brandt had died.")


def corpus(**texts: tuple[str, ...]) -> tuple[list[Document], list[Claim]]:
    documents, claims = [], []
    for number, (name, said) in enumerate(texts.items()):
        day = dt.date(1900 + number, 1, 1)
        published = DateCandidate(DateRange(day, day), "test", "the test says so", 100)
        outlet = Fact("Vell Gazette", "test", "the test says so")
        text = " ".join(said)
        documents.append(
            Document(name, f"{name}.txt", text, "0" * 64, "utf-8", "txt", published=published, outlet=outlet)
        )
        start = 0
        for n, words in enumerate(said):
            claims.append(Claim(f"c-{name}-{n}", name, Span(start, start + len(words)), words, 0))
            start += len(words) + 1
    return documents, claims


def found(codebook: Codebook | None = None, **texts: tuple[str, ...]) -> list[Term]:
    documents, claims = corpus(**(texts or {"old": OLD, "new": NEW, "late": LATE}))
    book = codebook or Codebook()
    hits: list[Hit] = find_hits(claims, book)
    for term in (terms := discover_terms(documents, claims, hits, book)):
        for standing in term.documents:
            text = next(d.text for d in documents if d.id == standing.document)
            assert standing.span.of(text).lower() == term.text.lower()
    backwards = discover_terms(documents[::-1], claims, hits, book)
    assert [t.text for t in backwards] == [t.text for t in terms]
    return terms


def test_the_longest_term_first_by_what_it_joins() -> None:
    """ "toll on grain barges" is one term, without its parts; the name counts half."""
    terms = found()
    assert [(t.text, t.joined, t.count, t.name) for t in terms] == [
        ("toll on grain barges", 3, 4, False),
        ("town hall", 2, 2, False),
        ("Ilse Brandt", 3, 3, True),
    ]
    assert [s.date for s in terms[0].documents] == ["1900-01-01", "1901-01-01", "1902-01-01"]


def test_what_a_theme_has_is_not_told() -> None:
    """A term whose phrase is in the codebook, or whose every claim is a hit of one theme, is known."""
    for phrases in (("grain toll",), ("barges",)):
        book = Codebook((Theme("t", "T", facets=(Facet("f", phrases),)),))
        assert "toll on grain barges" not in [t.text for t in found(book)]


def test_a_reprint_joins_nothing() -> None:
    """The same sentence in two documents is one."""
    said = ("The grain barges paid a toll.",)
    assert found(a=said, b=said, c=("It rained.",)) == []


def test_terms_begin_and_end_with_content_and_cross_no_mark() -> None:
    """No article, number or time word at an edge, nothing over a comma; hyphens and possessives join."""
    assert [[w.text for w in run] for run in runs("The town's toll-house, 12 of them (old).")] == [
        ["The", "town", "toll", "house"],
        ["12", "of", "them"],
        ["old"],
    ]
    _, claims = corpus(a=("Last week the iron bridge fell.",), b=("Last week the iron bridges, said he, held.",))
    terms = find_terms(claims, range(2))
    assert list(terms.places) == [("iron", "bridg")]
    assert said_as(claims, terms.places["iron", "bridg"]) == "iron bridge"


@pytest.mark.parametrize(("cells", "value"), [((0, 0, 0, 0), 0.0), ((10, 10, 10, 10), 0.0), ((10, 0, 0, 10), 27.726)])
def test_log_likelihood(cells: tuple[int, int, int, int], value: float) -> None:
    """Dunning's figure: 2 * 20 * ln 2 for two that always meet; the sign tells more from less."""
    assert log_likelihood(*cells) == value
    assert log_likelihood(cells[1], cells[0], cells[3], cells[2]) == -value
