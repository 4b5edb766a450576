"""Why a theme is not found: each obstacle of docs/matching.md is told with its words and places."""

from __future__ import annotations

import datetime as dt

import pytest

from xref.calendars import load_shipped
from xref.model import (
    Claim,
    Codebook,
    Condition,
    DateCandidate,
    DateRange,
    Document,
    Facet,
    Span,
    Theme,
)
from xref.themes import make_context
from xref.themes.find import make_finder
from xref.themes.nearest import Nearest, find_nearest
from xref.themes.whynot import Answer, explain_theme

SAID = (
    "The mayor sold the old steam ferry of the harbour to a bank.",
    "A ferry tale was read at school.",
    "The mayor sold the old steam ferry of the harbour to a bank.",
    "The bank closed the harbour.",
    "Nothing was said about May Ferry that day.",
    "It was not sold.",
)
FACETS = (Facet("ferry", ("ferry", "harbour boat")), Facet("sale", ("sold", "changed hands")))


def ask(theme: Theme, number: int, claims: tuple[Claim, ...] | None = None) -> Answer:
    claims = claims or told()
    day = dt.date(2012, 10, 1)
    published = DateCandidate(DateRange(day, day), "test", "the test says so", 100)
    document = Document("d", "d.txt", " ".join(SAID), "0" * 64, "utf-8", "txt", published=published)
    finder = make_finder(claims, Codebook((theme,)), None, make_context([document], [], load_shipped()))
    answer = explain_theme(finder, theme, claims[number].id)
    assert bool(answer.hit) == (number in dict(finder.theme(theme)))
    return answer


def told(said: tuple[str, ...] = SAID) -> tuple[Claim, ...]:
    found, start = [], 0
    for number, text in enumerate(said):
        found.append(Claim(f"c-{number}", "d", Span(start, start + len(text)), text, 0))
        start += len(text) + 1
    return tuple(found)


def near(phrase: str, text: str) -> Nearest:
    """The phrase against one claim among others that make no word common."""
    claims = (Claim("c", "d", Span(100, 100 + len(text)), text, 0), *told())
    finder = make_finder(claims, Codebook())
    return find_nearest(finder.searcher, phrase, 0, 80, wording=True)


def test_a_hit_and_a_missing_facet() -> None:
    """What is found is told with its evidence; of what is not, the nearest phrase and what it lacks."""
    answer = ask(Theme("t", "T", facets=FACETS), 0)
    assert answer.hit
    assert [side.evidence[0].phrase for side in answer.sides] == ["ferry", "sold"]
    answer = ask(Theme("t", "T", facets=FACETS), 3)
    assert not answer.hit
    ferry, sale = answer.sides
    assert [(n.phrase, [w.asked for w in n.words], [x.asked for x in n.lacks]) for n in ferry.nearest] == [
        ("harbour boat", ["harbour"], ["boat"])
    ]
    assert sale.nearest == ()


def test_vetoes() -> None:
    """An excluded phrase is shown with its words, a repeated sentence with the claim that counts."""
    theme = Theme("t", "T", facets=(Facet("f", ("ferry",)),), exclude=("ferry tale",))
    (veto,) = ask(theme, 1).vetoes
    assert (veto.why, veto.evidence[0].span.of(" ".join(SAID))) == ("an excluded phrase", "ferry tale")
    (veto,) = ask(theme, 2).vetoes
    assert "repeated" in veto.why
    assert veto.claim == "c-0"


def test_a_scope_lends() -> None:
    """What another claim of the scope holds is said to be lent; one hit a document is told by its claim."""
    assert ask(Theme("t", "T", facets=FACETS, scope="neighbours", exclude=("tale",)), 4).sides[1].lent
    answer = ask(Theme("t", "T", facets=FACETS, scope="document"), 5)
    assert answer.sides[0].lent[0].claim == "c-4"
    assert answer.vetoes[0].claim == "c-0"
    assert ask(Theme("t", "T", facets=FACETS, scope="document"), 3).vetoes[0].why.startswith("no words")


def test_a_condition() -> None:
    """A computed facet that does not hold is told by its condition; one that does by its facts."""
    for days, held in ((60, True), (20, False)):
        when = Facet("vote", when=(Condition("days_before_vote", days, "us"),))
        answer = ask(Theme("t", "T", facets=(Facet("f", ("bank",)), when)), 3)
        assert bool(answer.hit) == held
        assert answer.sides[1].asked == ("" if held else f"days_before_vote = {days}")


def test_denied() -> None:
    """A denied hit is a hit, and its evidence says by which word."""
    answer = ask(Theme("t", "T", facets=(Facet("sale", ("sold",)),)), 5)
    assert answer.hit
    assert answer.sides[0].evidence[0].denied


@pytest.mark.parametrize(
    ("phrase", "text", "why"),
    [
        ("harbour quay", "The harbour froze.", "missing"),
        ("harbour quay", "The harbour, cold and grey and windy and dark and empty and quiet, lost a quay.", "too far"),
        ("Quay", "The quay froze.", "without the capitals"),
        ("letter", "They met Note and Missive.", "inside a name"),
    ],
)
def test_what_a_word_lacks(phrase: str, text: str, why: str) -> None:
    """Missing, too far away, or written otherwise."""
    found = near(phrase, text)
    assert any(why in lack.why for lack in found.lacks), found


def test_a_phrase_with_enough_points_says_why_not() -> None:
    """A required word, or a meeting through groups alone, is named as the cause."""
    assert "not found without" in near("*harbour frozen quay pier wharf", "A frozen quay, a pier, a wharf.").why
    assert "groups of words alone" in near("missive", "A letter came.").why


def test_places_are_those_of_the_document() -> None:
    """Every span of the answer re-reads its words."""
    text = " ".join(SAID)
    for number in range(len(SAID)):
        for side in ask(Theme("t", "T", facets=FACETS), number).sides:
            for each in side.nearest:
                for word in each.words:
                    assert all(span.of(text).strip().isalnum() for span in word.spans)
