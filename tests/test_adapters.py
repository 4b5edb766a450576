"""The adapters for open data: the program's own functions in other signatures."""

from __future__ import annotations

import pytest
from benchmarks.adapters import themes

BOOK = {
    "harbour": ["ferry service", "harbour dues"],
    "schools": ["teachers' pay", "new schools"],
    "none": [],
}


@pytest.mark.parametrize(
    ("sentence", "topics"),
    [
        ("The Harbor dues will not rise before the spring.", ["harbour"]),
        ("More pay for teachers comes before new schools.", ["schools"]),
        ("New schools need ferry services on both shores.", ["harbour", "schools"]),
        ("The school ferry was late.", []),
        ("", []),
    ],
)
def test_themes(sentence: str, topics: list[str]) -> None:
    """Each topic whose phrases stand in the sentence, inflected or spelt otherwise, in the codebook's order."""
    assert themes(sentence, BOOK) == topics


def test_themes_reads_the_codebook_it_is_given() -> None:
    """What is kept from call to call belongs to the phrases, not to the mapping that held them."""
    book = {"harbour": ["ferry"]}
    assert themes("The ferry sank.", book) == ["harbour"]
    book["harbour"] = ["lighthouse"]
    assert themes("The ferry sank.", book) == []
