"""Links to the words themselves on the page they come from."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from tests.report.pages import write

from xref.fragment import link_to_words
from xref.model import Fact
from xref.pipeline import cross_reference


@pytest.mark.parametrize(
    ("url", "text", "link"),
    [
        (
            "https://a.example/b",
            "The re-sold ferry, 5% off.",
            "https://a.example/b#:~:text=The%20re%2Dsold%20ferry%2C%205%25%20off.",
        ),
        (
            "https://a.example/b#top",
            "The old ferry was sold to the town in the month of May.",
            "https://a.example/b#top:~:text=The%20old%20ferry%20was,the%20month%20of%20May.",
        ),
        ("javascript:alert(1)", "The ferry was sold.", ""),
        ("", "The ferry was sold.", ""),
    ],
)
def test_words_in_the_address(tmp_path: Path, url: str, text: str, link: str) -> None:
    """First and last four words, hyphens escaped too; nothing for what is no address of the web."""
    result = cross_reference([write(tmp_path, one=f"A Ferry\n\nMay 3, 2001\n\n{text}\n")])
    fact = Fact(url, "catalog", "written by a person") if url else None
    assert link_to_words(attrs.evolve(result.documents[0], url=fact), result.claims[0]) == link
