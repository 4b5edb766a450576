"""Dates that the calendar or the data contradict are told; near misses of every kind are left alone."""

from __future__ import annotations

import datetime as dt

import pytest

from xref.calendars import load_shipped
from xref.model import DateCandidate, DateRange, Document, Span
from xref.segment import find_claims, find_contradictions
from xref.segment.contradictions import _gap, _touched
from xref.words import find_words


def told(text: str, day: str = "2013-06-03") -> list[str]:
    """The messages about a text published on `day`."""
    when = dt.date.fromisoformat(day)
    published = DateCandidate(DateRange(when, when), "date-line", "date line", 90)
    document = Document("d", "d.txt", text + "\n", "0" * 64, "utf-8", published=published)
    claims = find_claims(document).claims
    return [problem.message for problem in find_contradictions(document, claims, load_shipped())]


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        (
            "The council met on Tuesday, May 15, 2013, and heard the mayor speak.",
            "2013-06-03",
            "2013-05-15 was a Wednesday",
        ),
        (
            "The contract was signed on February 30, 2012, or so the clerk wrote.",
            "2013-06-03",
            "no day February 30, 2012",
        ),
        ("The contract was signed on 03/04/2009, the clerk wrote to the mayor.", "2013-06-03", "can be two days"),
        ("Leaders said that the G20 summit in St. Petersburg opens on Sept. 2 this year.", "2013-06-03", "2013-09-05"),
        ("The Senate approves New START on Dec. 20, the paper said in its late edition.", "2010-12-18", "2010-12-22"),
        ("Both parties look to the midterms on Nov. 4 with some fear, aides said.", "2010-09-01", "2010-11-02"),
    ],
)
def test_told(text: str, day: str, words: str) -> None:
    """Each of these dates contradicts the calendar or the data."""
    (message,) = told(text, day)
    assert words in message


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The council met on Wednesday, May 15, 2013, and heard the mayor speak.", "2013-06-03"),
        ("Leaders said that the G20 summit in St. Petersburg opens on Sept. 5 this year.", "2013-06-03"),
        (
            "The G20 met in St. Petersburg; the mayor, who had been ill for most of the year, came home on Sept. 2.",
            "2013-10-01",
        ),
        ("The G20 summit opens on Sept. 2 in another city, they said in their letter.", "2013-06-03"),
        ("The midterms on Nov. 2 are lost, aides said, and the party knows it well.", "2010-09-01"),
        ("The French vote on Nov. 4 decides it, aides said, and the party knows it well.", "2010-09-01"),
        ("The Senate approves New START in December, the paper said in its late edition.", "2010-12-18"),
    ],
)
def test_left_alone(text: str, day: str) -> None:
    """None of these is certain enough to be told."""
    assert told(text, day) == []


def test_the_gap_is_that_of_all_pairs() -> None:
    """Looked up, not counted pair by pair, since one sentence may hold thousands of dates."""
    words = find_words("On 5 and 7 of May, they met; later (on 9 June) they voted - and left.")
    for start in range(60):
        for length in (0, 1, 5, 12):
            place = Span(start, start + length)
            touched = [n for n, word in enumerate(words) if place.meets(word.span)]
            if length:
                assert list(_touched(words, place)) == touched
            for named in ([], [0], [3, 9], list(range(4, 8))):
                wanted = min((abs(a - b) for a in touched for b in named), default=99)
                assert not touched or _gap(_touched(words, place), named, 99) == wanted
