"""Lookups over known names, and who held an office when."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.gazetteer_sample import sample

from xref.gazetteer import load_gazetteer, resolve_office, surname_of


def _ids(surface: str) -> list[str]:
    return [entry.id for entry in sample().match(surface)]


def test_capitals_are_minded() -> None:
    """An abbreviation is only itself in capitals, a name only with its capitals, shouting is a name too."""
    assert _ids("WHO") == ["who"]
    assert _ids("who") == []
    assert _ids("white house") == []
    assert _ids("WHITE HOUSE") == ["white-house"]
    assert _ids("the Kremlin") == ["kremlin"]


def test_folding() -> None:
    """Quotes, accents and spaces do not matter."""
    assert _ids("Ronald\u00a0 Réagan") == ["reagan"]


def test_outlet_by_domain() -> None:
    """A site below a listed one belongs to the same outlet; a look-alike does not."""
    found = sample().outlet("www.iz.ru")
    assert found is not None
    assert found.id == "izvestia"
    assert sample().outlet("notiz.ru") is None
    assert sample().outlet("ru") is None
    assert sample().outlet("") is None


@pytest.mark.parametrize(
    ("surname", "day", "expected"),
    [
        ("Reagan", None, "reagan"),
        ("Reagan", dt.date(1985, 1, 1), "reagan"),
        ("Reagan", dt.date(1950, 1, 1), None),
        ("Bush", None, None),
        ("Bush", dt.date(1990, 1, 1), "bush-41"),
        ("Bush", dt.date(2005, 1, 1), "bush-43"),
        ("Bush", dt.date(2012, 1, 1), None),
        ("Nobody", None, None),
    ],
)
def test_bearer(surname: str, day: dt.date | None, expected: str | None) -> None:
    """A bare surname means a person only when the day allows one person alone."""
    bearer = sample().bearer(surname, day)
    assert (bearer.id if bearer else None) == expected


def test_last_president() -> None:
    """The Bush administration of a text of March 2009 is the one that had just ended; of 1992, the one in office."""
    gazetteer = sample()
    for day, expected in ((dt.date(2009, 3, 1), "bush-43"), (dt.date(1992, 3, 1), "bush-41")):
        entry = gazetteer.last_president("Bush", day)
        assert entry is not None
        assert entry.id == expected
    assert gazetteer.last_president("Bush", dt.date(1970, 1, 1)) is None


@pytest.mark.parametrize(
    ("words", "day", "expected"),
    [
        ("the US president", dt.date(1982, 6, 1), "reagan"),
        ("President of the United States", dt.date(1982, 6, 1), "reagan"),
        ("the American president", dt.date(2001, 1, 20), "bush-43"),
        ("America’s president", dt.date(2001, 1, 19), None),
        ("the Soviet Union's president", dt.date(1991, 1, 1), "gorbachev"),
        ("the U.S. national security advisor", dt.date(2003, 1, 1), "rice"),
        ("the US national-security adviser", dt.date(2006, 1, 1), "hadley"),
        ("the US secretary of state", dt.date(2006, 1, 1), "rice"),
        ("the US deputy secretary of state", dt.date(2006, 1, 1), None),
        ("the former US president", dt.date(2006, 1, 1), None),
        ("the president", dt.date(1982, 6, 1), None),
        ("the French president", dt.date(1982, 6, 1), None),
        ("", dt.date(1982, 6, 1), None),
    ],
)
def test_resolve_office(words: str, day: dt.date, expected: str | None) -> None:
    """An office and a day give its holder, or nothing when the words or the data do not agree exactly."""
    found = resolve_office(words, day, sample())
    assert (found.entry.id if found else None) == expected


@given(st.text(max_size=60), st.dates())
def test_resolve_office_never_raises(words: str, day: dt.date) -> None:
    """Any words are an office or none."""
    resolve_office(words, day, sample())


def test_surname_with_particles() -> None:
    """Particles belong to the surname, suffixes do not."""
    particles = frozenset({"van", "der"})
    assert surname_of("Hans van der Meer", particles) == "van der meer"
    assert surname_of("James Baker III") == "baker"
    assert surname_of("Plato") == "plato"
    assert surname_of("") == ""


def test_shipped_data() -> None:
    """What ships can be read, kinds are known, ids are unique, and offices do not end before they begin."""
    gazetteer = load_gazetteer()
    assert {entry.kind for entry in gazetteer.entries} <= {"person", "org", "media", "place"}
    assert len({entry.id for entry in gazetteer.entries}) == len(gazetteer.entries)
    for entry in gazetteer.entries:
        for office in entry.offices:
            assert office.source, entry.id
            assert not (office.first and office.last) or office.first <= office.last, entry.id
