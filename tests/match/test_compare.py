"""Pairs: reasons that add up, order by variety, bounds, nothing inside one document; stances only by their words."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from xref.calendars import find_holdings, load_shipped
from xref.match import find_matches
from xref.match.rarity import shared_stems, weigh_words
from xref.match.stance import Stance, are_opposed, read_stance
from xref.model import Claim, Codebook, DateCandidate, DateRange, Document, Evidence, Facet, Match, Span, Theme
from xref.themes import find_hits

BOOK = Codebook((Theme("ferry", "Ferry", facets=(Facet("ferry", ("ferry",)), Facet("sale", ("sold", "sale")))),))


def corpus(*texts: tuple[str, str]) -> tuple[list[Document], list[Claim]]:
    """Documents d0, d1, ... with the day and the sentences of each."""
    documents, claims = [], []
    for number, (day, text) in enumerate(texts):
        when = dt.date.fromisoformat(day)
        published = DateCandidate(DateRange(when, when), "date-line", "", 90)
        documents.append(
            Document(
                f"d{number}",
                f"d{number}.txt",
                text,
                "",
                "utf-8",
                published=published,
                holdings=find_holdings(when, load_shipped()),
            )
        )
        start = 0
        for sentence in text.split(". "):
            said = sentence if sentence.endswith(".") else sentence + "."
            claims.append(Claim(f"c-{number}-{start}", f"d{number}", Span(start, start + len(said)), said, 0))
            start += len(said) + 1
    return documents, claims


TWO = corpus(
    (
        "2001-05-01",
        "The ferry was sold to a northern buyer. The board said nothing. Nobody had asked for the sale of the ferry.",
    ),
    ("2015-05-01", "The old ferry was sold at last to a northern buyer. Rain fell."),
)


def matches(documents: list[Document], claims: list[Claim]) -> list[Match]:
    return find_matches(documents, claims, find_hits(claims, BOOK))


def test_points_add_up() -> None:
    """The score of each pair is the sum of its reasons' points."""
    for match in matches(*TWO):
        for pair in match.pairs:
            assert pair.score == pytest.approx(sum(r.points for r in pair.reasons))


def test_one_card_for_two_documents() -> None:
    """A theme and two documents make one card, the earlier document on the left, the best pair first."""
    (match,) = matches(*TWO)
    assert match.documents == ("d0", "d1")
    assert [p.left for p in match.pairs] == ["c-0-0", "c-0-64"]
    assert match.pairs[0].score > match.pairs[1].score


def test_reasons_say_their_words() -> None:
    """Rare words beyond the theme's own are named with their places."""
    documents, claims = TWO
    (match,) = matches(documents, claims)
    shared = next(r for r in match.best.reasons if r.name == "shared-words")
    assert {span.of(documents[0].text) for span in shared.left_spans} == {"northern", "buyer"}
    assert any(
        r.name == "other-administration" and (r.left, r.right) == ("G. W. Bush I", "Obama II")
        for r in match.best.reasons
    )


def test_nothing_inside_one_document() -> None:
    """Two hits of one document are no pair."""
    assert matches(*corpus(("2001-05-01", "The ferry was sold. The sale of the ferry was quick."))) == []


def test_further_pairs_lose_points() -> None:
    """A reader meets every theme before the second pair of any: repetition is a reason with negative points."""
    (match,) = matches(*TWO)
    assert "repetition" not in {r.name for r in match.pairs[0].reasons}
    assert next(r.points for r in match.pairs[1].reasons if r.name == "repetition") < 0


def test_bounded() -> None:
    """A theme of many documents makes the chain in time and the best of each two periods, not all pairs."""
    documents, claims = corpus(*((f"{1990 + n}-05-01", "The ferry was sold.") for n in range(30)))
    found = matches(documents, claims)
    assert 29 <= len(found) < 30 * 29 / 4
    assert {("d0", "d1"), ("d28", "d29")} <= {m.documents for m in found}


def test_any_order_of_claims_and_hits() -> None:
    """The cards do not depend on the order in which hits come."""
    documents, claims = TWO
    hits = find_hits(claims, BOOK)
    assert find_matches(documents, claims, hits) == find_matches(documents, claims, hits[::-1])


def test_rarity() -> None:
    """A word of every claim weighs less than a rare one; grammar words weigh nothing."""
    _, claims = TWO
    rarity = weigh_words(claims)
    assert rarity.weights["ferri"] < rarity.weights["rain"]
    assert shared_stems(rarity, "c-0-0", "c-1-0", frozenset({"ferri", "sold"})) == ["buyer", "northern"]


@pytest.mark.parametrize(
    ("text", "phrase", "name", "words"),
    [
        ("The board does not need the consent of the town.", "consent", "does without", "does not need"),
        ("The board cannot sell it without the consent of the town.", "consent", "needs", "cannot sell it without"),
        ("They deny the sale.", "sale", "denies", "deny"),
        ("The sale was kept separate from the lease.", "lease", "keeps apart", "separate from"),
        ("They offered a sale.", "sale", "proposes", "offered"),
    ],
)
def test_stance(text: str, phrase: str, name: str, words: str) -> None:
    """A stance is read from words beside the theme's own, and shows them."""
    claim = Claim("c", "d", Span(0, len(text)), text, 0)
    at = text.index(phrase)
    evidence = (Evidence("f", phrase, Span(at, at + len(phrase)), 100.0, "exact", "c"),)
    stance = read_stance(claim, evidence)
    assert stance is not None
    assert (stance.name, stance.span.of(text)) == (name, words)


def test_stance_elsewhere_is_none() -> None:
    """A "not" about something else decides nothing."""
    text = "The sale was made in May, and it did not rain."
    claim = Claim("c", "d", Span(0, len(text)), text, 0)
    assert read_stance(claim, (Evidence("f", "sale", Span(4, 8), 100.0, "exact", "c"),)) is None


def test_opposed() -> None:
    """Needing and doing without contradict each other, in either order."""
    a, b = Stance("needs", Span(0, 1)), Stance("does without", Span(0, 1))
    assert are_opposed(a, b)
    assert are_opposed(b, a)
    assert not are_opposed(a, a)


def test_nothing_lies_between_an_undated_document_and_another() -> None:
    """It is matched, but no distance in time is told or costs points."""
    documents, claims = corpus(
        ("2001-05-01", "The ferry was sold."), ("2005-05-01", "The sale of the ferry."), ("2009-05-01", "Ferry sold.")
    )
    told = {m.documents for m in matches(documents, claims) if any(r.name == "distance" for r in m.best.reasons)}
    assert told == {("d0", "d2")}
    documents[2] = attrs.evolve(documents[2], published=None, holdings=())
    undated = matches(documents, claims)
    assert {m.documents for m in undated} == {("d0", "d1"), ("d0", "d2"), ("d1", "d2")}
    assert not any(r.name == "distance" for m in undated for p in m.pairs for r in p.reasons)
