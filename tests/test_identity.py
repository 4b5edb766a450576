"""What outlives a restyled text, and what does not."""

from __future__ import annotations

import attrs
import pytest

from xref.identity import rule_hash, same_words
from xref.model import Evidence, Hit, Span


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry—sold twice—came back.", "The ferry -- sold twice -- came back."),
        ("The ferry – sold twice – came back.", "the ferry - sold  twice - came back."),
        ("--to the poor of the harbour", "– to the poor of the harbour"),
        ("--to the poor of the harbour", "to the poor of the harbour"),
        ("“It’s sold,” he said.", '"It\'s sold," he\nsaid.'),
        ("caf\u00e9", "cafe\u0301"),
        ("re\u2010elected", "re-elected"),
    ],
)
def test_marks_spaces_and_case_may_be_restyled(one: str, other: str) -> None:
    """Dashes however they are set, quotation marks, line ends, composed letters."""
    assert same_words(one) == same_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It was sold.", "It was not sold."),
        ("It cost 15 million.", "It cost 16 million."),
        ("-5 degrees", "5 degrees"),
        ("re-elected", "reelected"),
        ("caf\u00e9", "cafe"),
        ("the ferry, sold", "the ferry sold"),
    ],
)
def test_words_numbers_and_accents_may_not(one: str, other: str) -> None:
    """Nor may the sign of a number or a hyphen inside of a word."""
    assert same_words(one) != same_words(other)


def _hit(*evidence: tuple[str, str]) -> Hit:
    found = tuple(Evidence(facet, phrase, Span(0, 1), 100.0, "exact", "c") for facet, phrase in evidence)
    return Hit("h", "t", "c", 90.0, found)


def test_a_rule_is_its_phrases() -> None:
    """By facet, whatever these are called, how often a phrase was met and in which order."""
    hit = _hit(("boat", "ferry"), ("sale", "sold"))
    assert rule_hash(hit) == rule_hash(_hit(("sold", "sold"), ("vessel", "ferry"), ("vessel", "ferry")))
    assert rule_hash(hit) != rule_hash(_hit(("boat", "ferry")))
    assert rule_hash(hit) != rule_hash(_hit(("boat", "ferry"), ("boat", "sold")))
    assert rule_hash(hit, None) != rule_hash(hit, hit)
    assert rule_hash(attrs.evolve(hit, score=10.0)) == rule_hash(hit)
