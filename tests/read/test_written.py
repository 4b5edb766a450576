"""Days as pages write them, in many languages; what stays open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.read.written import find_written


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Mittwoch, den 15. Mai 2013", "2013-05-15"),
        ("9. Jänner 2008", "2008-01-09"),
        ("le 1er juin 2009 à 10h30", "2009-06-01"),
        ("15 de mayo del 2013", "2013-05-15"),
        ("5 d’abril de 2013", "2013-04-05"),
        ("lunedì 3 marzo 2014", "2014-03-03"),
        ("terça-feira, 2 de março de 2010", "2010-03-02"),
        ("7 okt. 2014 om 14:05", "2014-10-07"),
        ("den 15 maj 2013", "2013-05-15"),
        ("3. kesäkuuta 2012 klo 18.20", "2012-06-03"),
        ("14 lipca 2011", "2011-07-14"),
        ("6. 11. 2017 7:45", "2017-11-06"),
        ("2. února 2012", "2012-02-02"),
        ("2014. szeptember 9., kedd", "2014-09-09"),
        ("21 ian. 2016, 09:00", "2016-01-21"),
        ("24 апреля 2012, 15:30", "2012-04-24"),
        ("8 Οκτωβρίου 2013", "2013-10-08"),
        ("Ağustos 19, 2015 10:05", "2015-08-19"),
        ("Senin, 17 Agu 2015", "2015-08-17"),
        ("2013 m. gegužės 15 d.", "2013-05-15"),
        ("2013. gada 15. maijs", "2013-05-15"),
        ("ngày 15 tháng 5 năm 2013", "2013-05-15"),
        ("15 במאי 2013", "2013-05-15"),
        ("8 تشرين الثاني 2013", "2013-11-08"),
        ("2015年06月08日14:20", "2015-06-08"),
        ("2013년 5월 15일", "2013-05-15"),
        ("15.5.13", "2013-05-15"),
        ("7.9.05 21:40", "2005-09-07"),
        ("25/12/98", "1998-12-25"),
        ("2005 - 06 - 30 23:11", "2005-06-30"),
        ("Thu, 06/05/2014 - 11:20", "2014-06-05"),
    ],
)
def test_one_day(text: str, iso: str) -> None:
    """Each form means this day, and its words stand where it says."""
    (found,) = find_written(text)
    assert [day.isoformat() for day in found.days] == [iso]
    assert text[found.start : found.end] == found.words


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("05/06/2013", "", ["2013-05-06", "2013-06-05"]),
        ("5 listopada 2012", "pl", ["2012-11-05"]),
        ("5 listopada 2012", "hr", ["2012-10-05"]),
        ("5 listopada 2012", "", None),
        ("31.02.2013", "", None),
        ("version 2.0.13", "", None),
        ("3 out of 5 at 10", "en", None),
        ("12 people 2013", "", None),
        ("192.168.10.12", "", None),
    ],
)
def test_open_or_none(text: str, language: str, days: list[str] | None) -> None:
    """Two readings stay two; a name of two months needs the language; what is no day gives none."""
    found = find_written(text, language)
    assert ([day.isoformat() for day in found[0].days] if found else None) == days


def test_without_year() -> None:
    """A day without a year keeps its month and day."""
    (found,) = find_written("Dez 16", "de")
    assert (found.days, found.month, found.day) == ((), 12, 16)


@given(st.text(alphabet=st.sampled_from(list("0123456789/.-, 年月日MayOctmärz'’\n\u0661")), max_size=120))
def test_any_text(text: str) -> None:
    """No text raises, and every span re-reads its words."""
    for found in find_written(text):
        assert text[found.start : found.end] == found.words
