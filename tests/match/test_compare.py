"""Pairs: reasons that add up, order by variety, bounds, nothing inside one document; stances only by their words."""

from __future__ import annotations

import datetime as dt
import itertools
import math

import pytest

from xref.calendars import find_holdings, load_shipped
from xref.match import find_matches
from xref.match.compare import WIDE
from xref.match.rarity import shared_stems, weigh_words
from xref.match.stance import Stance, are_opposed, read_stance
from xref.match.traits import read_traits, shared_names
from xref.model import Claim, Codebook, DateCandidate, DateRange, Document, Evidence, Facet, Match, Span, Theme
from xref.tally import count_corpus
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
    return find_matches(count_corpus(documents, claims), find_hits(claims, BOOK))


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
    assert find_matches(count_corpus(documents, claims), hits) == find_matches(
        count_corpus(documents, claims), hits[::-1]
    )


def test_rarity() -> None:
    """A word of every claim weighs less than a rare one; grammar words weigh nothing."""
    _, claims = TWO
    rarity = weigh_words(count_corpus((), claims))
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


def test_names_and_ranks() -> None:
    """Names that have a word in common are one; ranks are told in the singular; the first word is no name by itself."""
    documents, claims = corpus(
        ("2001-05-01", "Ministers saw that Harbour Master Ada Lund sold the ferry."),
        ("2015-05-01", "The sale of the ferry by Lund surprised one minister."),
    )
    traits = [read_traits(claim, {}) for claim in claims]
    shared = [(a.of(documents[0].text), b.of(documents[1].text)) for a, b in shared_names(*traits)]
    assert shared == [("Harbour Master Ada Lund", "Lund")]
    assert [sorted(each.ranks) for each in traits] == [["minister"], ["minister"]]
    reasons = {r.name: r for match in matches(documents, claims) for r in match.best.reasons}
    assert (reasons["same-rank"].left, reasons["shared-names"].right) == ("minister", "Lund")


def test_copies_come_last() -> None:
    """One text told twice is no comparison: it loses to any other pair."""
    told = "The ferry was sold in May to a northern buyer for three barrels of salted herring and a brass lamp."
    found = matches(*corpus(("2001-05-01", told), ("2002-05-01", told), ("2003-05-01", "A sale of the ferry.")))
    assert found[-1].documents == ("d0", "d1")
    assert next(r.points for r in found[-1].best.reasons if r.name == "copied") < 0


def test_early_and_first() -> None:
    """Where the claims stand is told: the later of two claims is nothing's first word."""
    early = next(m for m in matches(*TWO)).pairs
    said = [{r.name: (r.left, r.right) for r in pair.reasons} for pair in early]
    assert said[0]["early"] == ("claim 1 of 3", "claim 1 of 2")
    assert said[1]["first"] == ("later", "first")


def test_a_large_theme_lists_the_best() -> None:
    """Between twelve and forty documents every two are compared, and the chain and the best cards are kept."""
    texts = [(f"{1980 + n}-05-01", "The ferry was sold.") for n in range(20)]
    texts[3] = ("1983-05-01", "Ada Lund sold the ferry for 300 crowns in the harbour of Vik.")
    texts[17] = ("1997-05-01", "For 800 crowns the ferry of Vik was sold by Ada Lund.")
    found = matches(*corpus(*texts))
    assert found[0].documents == ("d3", "d17")
    assert 19 <= len(found) < 90


def test_a_theme_of_very_many_documents_is_a_chain_and_its_strongest_across_terms() -> None:
    """Each document beside the next one, so that none is lost, and the best of each term beside those of the others."""
    days = [f"{year}-{month:02}-15" for year in (2006, 2010, 2014, 2018) for month in range(1, 13)]
    documents, claims = corpus(*((day, f"The ferry number {n} was sold to buyer {n}.") for n, day in enumerate(days)))
    found = matches(documents, claims)
    pairs = {match.documents for match in found}
    names = [document.id for document in documents]
    assert len(names) > WIDE
    assert pairs <= {(a, b) for n, a in enumerate(names) for b in names[n + 1 :]}
    chain = set(itertools.pairwise(names))
    assert chain <= pairs
    # five of each of four terms, one beside one: 6 couples of terms
    periods = {document.id: document.holdings[0].period for document in documents}
    across = pairs - chain
    assert len(across) <= 5 * math.comb(len(set(periods.values())), 2)
    assert across
    assert all(periods[a] != periods[b] for a, b in across)
