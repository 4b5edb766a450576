"""Whom a role means where it is the source: on the day of the saying, and only when the document names that person."""

from __future__ import annotations

import datetime as dt

import pytest

from xref.model import DateCandidate, DateRange, Document
from xref.segment import find_claims

FILLER = " Dmitry Medvedev, Vladimir Putin and Boris Yeltsin are named in this note."


def _speaker(sentence: str, day: str | None, filler: str = FILLER) -> str:
    published = None
    if day:
        when = dt.date.fromisoformat(day)
        published = DateCandidate(DateRange(when, when), "test", "given", 100)
    text = f"{sentence}{filler}\n"
    claims = find_claims(Document("d", "d.txt", text, "", "utf-8", published=published)).claims
    speaker = claims[0].speaker
    return speaker.name if speaker else ""


@pytest.mark.parametrize(
    ("sentence", "day", "expected"),
    [
        ("Russia's president said the harbour would be closed.", "2010-03-02", "Dmitry Medvedev"),
        ("Russia's president said the harbour would be closed.", "2013-03-02", "Vladimir Putin"),
        # what is reported may speak of any time
        ("Russia's president said the harbour was closed in 1996.", "2010-03-02", "Dmitry Medvedev"),
        # the saying is dated by the sentence
        ("The Russian president said in March 2005 that the harbour was safe.", "2010-03-02", "Vladimir Putin"),
        ("In 1998 the Russian president said that the harbour was safe.", "2010-03-02", "Boris Yeltsin"),
        # the office changed within the year
        ("In 2008 the Russian president said that the harbour was safe.", "2010-03-02", "the Russian president"),
        ("The then-Russian president said that the harbour was safe.", "2010-03-02", "The then-Russian president"),
        ("The former Russian president said that the harbour was safe.", "2010-03-02", "The former Russian president"),
        ("The Russian president-elect said the harbour was safe.", "2008-04-02", "The Russian president-elect"),
        ("Russia's president said the harbour would be closed.", None, "Russia's president"),
    ],
)
def test_day_of_the_saying(sentence: str, day: str | None, expected: str) -> None:
    """The office is asked at the day of the saying; a change within it, or no day, leaves the words as printed."""
    assert _speaker(sentence, day).endswith(expected)


def test_only_who_is_named() -> None:
    """A role is not given to somebody whom the document never names."""
    assert _speaker("Russia's president said the harbour would be closed.", "2010-03-02", " It rained.") == (
        "Russia's president"
    )
