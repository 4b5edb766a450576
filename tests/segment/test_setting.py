"""Whose words a document's parts are: posters, interviews, reprinted articles, speeches in the Record."""

from __future__ import annotations

from xref.model import Document
from xref.segment import find_claims


def speakers(text: str) -> list[str]:
    """The speaker of each claim of a text."""
    claims = find_claims(Document("d", "d.txt", text, "0" * 64, "utf-8")).claims
    return [claim.speaker.name if claim.speaker else "-" for claim in claims]


THREAD = """Who sold the ferry?

05-03-2011, 08:15 AM
rowboat
Join Date: Jan 2009
Posts: 12

The company sold it twice last year, and nobody in the town was told of it.

05-03-2011, 09:40 AM
anchor_man
Join Date: Feb 2010
Posts: 3

There was only one buyer for that boat, and his money never came.
"""


def test_posts_speak_for_their_posters() -> None:
    """Each post is its writer's."""
    assert speakers(THREAD) == ["rowboat", "anchor_man"]


def test_one_poster_may_copy_an_article() -> None:
    """A single post says nothing about who wrote its text."""
    assert speakers(THREAD.partition("05-03-2011, 09:40 AM")[0]) == ["-"]


def test_an_interview_has_its_guest() -> None:
    """Questions are the interviewer's, answers those of the person presented above."""
    text = """Interview

Anna Okafor has steered the harbour ferry for thirty years.

When did you hear that it was sold?

On a Monday, from the cook, who had read it in the paper.

Did the company tell you nothing?

The company has never told me anything in thirty years.

What will you do now?

The sea is still there, and other people own boats.

This interview has been edited for length.
"""
    assert speakers(text)[1:] == ["questioner", "Anna Okafor"] * 3


def test_a_reprinted_article_speaks_for_its_paper() -> None:
    """Between the turns of a debate an article speaks for the paper that it is taken from, until the next turn."""
    text = """Mr. WHITLOCK. Mr. President, the ferry has waited long enough for its bill.

Mr. STONE. The ferry can wait until the winter, as it always has.

[From the Toledo Argus, May 4, 1998]

The ferry company lost two boats in the ice on Monday night.

Mr. WHITLOCK. That article says it all, and it says it in one line.
"""
    assert speakers(text) == ["Mr. WHITLOCK", "Mr. STONE", "Toledo Argus", "Mr. WHITLOCK"]
