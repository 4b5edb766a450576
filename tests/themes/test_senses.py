"""Words in another sense than the one asked for: told by expressions and neighbours, never where the codebook asks."""

from __future__ import annotations

import pytest
from tests.reader import read_cases

from xref.model import Claim, Codebook, Facet, Span, Theme
from xref.themes.codebook import GROUP_KINDS
from xref.themes.find import make_finder
from xref.themes.senses import load_senses
from xref.themes.whynot import explain_theme

CASES = read_cases("senses")


def theme_of(phrases: str) -> Theme:
    return Theme("t", "T", facets=(Facet("f", tuple(phrases.split(", "))),))


@pytest.mark.parametrize(("title", "given_text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_cases(title: str, given_text: str, expected: str) -> None:
    """A theme of these phrases is found by these words of the sentence, or not at all."""
    phrases, text = given_text.split("\n", 1)
    theme = theme_of(phrases)
    claim = Claim("c", "d", Span(0, len(text)), text, 0)
    hits = dict(make_finder([claim], Codebook((theme,))).theme(theme))
    said = [e.span.of(text) for hit in hits.values() for e in hit.evidence]
    assert "; ".join(said) == expected, title


def test_the_explanation_names_words_sense_and_source() -> None:
    """Who asks why a phrase does not count is told what its words mean there."""
    text = "It is our job to keep the lighthouse lit."
    theme = theme_of("jobs")
    finder = make_finder([Claim("c", "d", Span(0, len(text)), text, 0)], Codebook((theme,)))
    (near,) = explain_theme(finder, theme, "c").sides[0].nearest
    assert near.why.startswith("“is our job to” means a duty (WordNet 3.1, job.n.05")


def test_a_codebook_without_wording_meets_every_sense() -> None:
    """`wording = false` switches senses off too: each phrase is met by its own words, whatever they mean."""
    text = "It is our job to keep the lighthouse lit."
    theme = Theme("t", "T", facets=(Facet("f", ("job",), wording=False),))
    assert make_finder([Claim("c", "d", Span(0, len(text)), text, 0)], Codebook((theme,))).theme(theme)


def test_every_sense_is_reviewed_data() -> None:
    """Each has a label, a source and expressions that hold its word."""
    assert {"noun", "verb"} <= set(GROUP_KINDS)
    for form, senses in load_senses().items():
        for sense in senses:
            assert sense.label, form
            assert sense.source, form
            assert sense.entries, form
            for entry in sense.entries:
                assert any(sense.forms & word for word in entry.words), (form, entry.text)
