"""The fast kernel finds what the plain reference finds: the same claims, words and scores, on any input."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.themes import plain

from xref.model import Claim, Settings, Span, WordGroup
from xref.themes import search
from xref.themes.index import index_claims
from xref.themes.search import Searcher
from xref.themes.thesaurus import Thesaurus, build_thesaurus

GROUPS = (
    WordGroup("letter", "a written message", "noun", ("letter", "note", "written message"), "test"),
    WordGroup("secret", "kept from the public", "adjective", ("secret", "behind closed doors", "covert"), "test"),
    WordGroup("open", "said openly", "noun", ("open letter", "public note"), "test"),
    WordGroup("sell", "sell", "verb", ("sell", "hand over"), "test"),
    WordGroup("early", "earlier", "other", ("before", "ahead of"), "test"),
)
THESAURUS = build_thesaurus(GROUPS)
WORDS = (
    "letter letters Letter note noted secret secretly covert behind closed doors open public written message sold"
    " sell hands handed over before ahead of the a was not wasn't never harbour harbor harbours Harbour re election"
    " reelection re-election ferry Ferry FERRY ferries ferrry, deal. minister; treaty U.S. Ann's"
).split()
PHRASES = (
    "secret letter", "the secret letter of the minister", '"closed doors"', "not sold", "not a secret", "re-election",
    "reelection letter", "{secret, covert} note", "*harbour ferry deal", "Ferry deal", "FERRY", "New Harbour treaty",
    "before the election", "letter", "behind closed doors", "sell the ferry", "harbour ferry deal treaty minister",
    "secret secret", "of the", "note before letter", "open letter", "ferries sold ahead of the deal",
)  # fmt: skip

texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), min_size=1, max_size=5)
phrases = st.one_of(
    st.sampled_from(PHRASES), st.lists(st.sampled_from(WORDS[:40]), min_size=1, max_size=4).map(" ".join)
)


def fast(phrase: str, said: list[str], least: int, thesaurus: Thesaurus | None) -> dict[int, object]:
    """What the program finds, in the shape of the reference."""
    claims = [Claim(f"c{n}", "d", Span(0, len(text)), text, n) for n, text in enumerate(said)]
    searcher = Searcher(index_claims(claims), Settings(), thesaurus, {})
    found = searcher.phrase(phrase, least / 10)
    return {
        number: (f.placed.score, tuple(laid.places if laid else () for laid in f.placed.units), f.placed.own)
        for number, f in sorted(found.items())
    }


@settings(max_examples=400, deadline=None)
@given(phrases, texts, st.sampled_from([800, 600, 950]), st.booleans())
@example("secret letter", ["a note was sent secretly", "an open letter, secret"], 800, True)
@example("harbour ferry deal treaty minister", ["harbor ferry treaty minister", "ferry"], 600, False)
def test_same_as_the_reference(phrase: str, said: list[str], least: int, wording: bool) -> None:
    """Claims, words of each unit, scores and own shares are equal."""
    thesaurus = THESAURUS if wording else None
    asked = plain.search(phrase, said, least, thesaurus, Settings())
    assert fast(phrase, said, least, thesaurus) == asked
    # a phrase of many words is looked up by its rarest ones: any phrase may be
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "MOST_SUBSETS", 0)
        assert fast(phrase, said, least, thesaurus) == asked


def test_a_phrase_of_many_words() -> None:
    """Seven words that weigh, of which one may be missing and none be others."""
    phrase = "harbour ferry deal treaty minister letter election"
    said = [phrase, "harbour ferry deal treaty minister election", "harbour ferry deal", phrase[::-1]]
    found = fast(phrase, said, 800, None)
    assert list(found) == [0, 1]
    assert found == plain.search(phrase, said, 800, None, Settings())
