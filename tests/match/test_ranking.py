"""What a reader of the labelled documents would lay side by side stands in front, as benchmarks/study.py judges it."""

from __future__ import annotations

from pathlib import Path

import attrs
from benchmarks.study import judge, read_labelled

from xref.match import find_matches
from xref.match.weights import WEIGHTS
from xref.tally import count_corpus

CORPORA = Path(__file__).parents[1] / "corpora"


def test_the_labelled_pairs_come_first() -> None:
    """Half of the first ten pairs are listed ones; without details and places in the text they would not be."""
    labelled = read_labelled(CORPORA / "documents", CORPORA / "gold.json")
    result = labelled.result
    gain, listed, must_see = judge(labelled, result.matches)
    assert gain >= 0.55
    assert listed >= 0.4
    assert must_see >= 0.3
    bare = attrs.evolve(WEIGHTS, details=0, early=0, first=0, lead=0, full=0)
    corpus = count_corpus(result.documents, result.claims)
    assert gain > judge(labelled, find_matches(corpus, result.hits, result.actors, None, bare))[0]
