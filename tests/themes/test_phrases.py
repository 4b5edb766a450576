"""What it means that a phrase stands in a claim: cases of our own, and the span always re-reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reader import read_cases

from xref.model import Claim, Evidence, Settings, Span
from xref.themes.index import index_claims
from xref.themes.language import read_phrase
from xref.themes.search import Searcher
from xref.themes.thesaurus import Thesaurus, build_thesaurus, load_groups

CASES = read_cases("phrases")
WORDINGS = read_cases("wordings")


def look(phrase: str, text: str, thesaurus: Thesaurus | None = None) -> Evidence | None:
    """The evidence of a phrase in a claim with this text."""
    claims = [Claim("c", "d", Span(0, len(text)), text, 0)]
    searcher = Searcher(index_claims(claims), Settings(), thesaurus, {})
    found = searcher.phrase(phrase, Settings().threshold)
    return searcher.evidence("f", phrase, 0, found[0]) if found else None


def told(evidence: Evidence | None, text: str) -> str:
    """Evidence as the cases write it."""
    if evidence is None:
        return ""
    denied = f" | denied: {evidence.denied.of(text)}" if evidence.denied else ""
    groups = "".join(f" | {w.group}" for w in evidence.words if w.group)
    return f"{evidence.span.of(text)} | {evidence.score} | {evidence.how}{groups}{denied}"


@pytest.mark.parametrize(("title", "given_text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_cases(title: str, given_text: str, expected: str) -> None:
    """Each phrase is found where its case says, with that score and kind of likeness, or not at all."""
    phrase, text = given_text.split("\n", 1)
    assert told(look(phrase, text), text) == expected, title


@pytest.mark.parametrize(("title", "given_text", "expected"), WORDINGS, ids=[c[0] for c in WORDINGS])
def test_wordings(title: str, given_text: str, expected: str) -> None:
    """With the shipped groups of words."""
    phrase, text = given_text.split("\n", 1)
    assert told(look(phrase, text, build_thesaurus(load_groups())), text) == expected, title


@given(st.lists(st.sampled_from("the grain deal deals new New treaty of Iran signed".split()), max_size=12))
def test_span_is_tight(said: list[str]) -> None:
    """A place begins and ends with a word of the phrase and holds no more words than the gap allows."""
    text = " ".join(said)
    found = look("new treaty", text)
    if found:
        inside = found.span.of(text).split()
        assert {inside[0].lower(), inside[-1].lower()} == {"new", "treaty"}
        assert len(inside) <= 2 + 2 * Settings().gap + 2
        assert [s.of(text).lower() for w in found.words for s in w.spans] in (["new", "treaty"], ["new treaty"])


@pytest.mark.parametrize(
    ("phrase", "fault"),
    [
        ("...", "no word"),
        ('say "no', "without its"),
        ("{a, b", "without its"),
        ("{a, }", "empty alternative"),
        ("{a,b,c}{a,b,c}{a,b,c}{a,b,c}", "combinations"),
        ("one two three four five six seven eight nine ten eleven twelve thirteen", "more than 12 words"),
    ],
)
def test_phrases_that_are_none(phrase: str, fault: str) -> None:
    """What is wrong with a phrase is said."""
    with pytest.raises(ValueError, match=fault):
        read_phrase(phrase)


def test_alternatives() -> None:
    """Each choice of alternatives is a phrase of its own."""
    read = read_phrase("{open, public} letter")
    assert [[w.key for w in phrase.words] for phrase in read] == [["open", "letter"], ["public", "letter"]]


def test_evidence_words_re_read() -> None:
    """Each unit says which words met it."""
    text = "The ferry, it was agreed, is sold."
    evidence = look("ferry sold", text)
    assert evidence is not None
    assert [(w.asked, [s.of(text) for s in w.spans]) for w in evidence.words] == [
        ("ferry", ["ferry"]),
        ("sold", ["sold"]),
    ]
