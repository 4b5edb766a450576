"""Family names that stand first."""

from __future__ import annotations

import pytest

from xref.gazetteer import given_of, surname_of


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Xi Jinping", "xi"),
        ("Li Keqiang", "li"),
        ("Hua Chunying", "hua"),
        ("Wang Yi", "wang"),
        ("Mao Tse-tung", "mao"),
        ("Chiang Kai-shek", "chiang"),
        ("Sun Yat-sen", "sun"),
        ("Kim Jong Un", "kim"),
        ("Kim Kwan-jin", "kim"),
        ("Park Geun-hye", "park"),
        ("Lee Teng-hui", "lee"),
        ("Ban Ki-moon", "ban"),
        ("Ho Chi Minh", "ho"),
        # Western order
        ("Kim Clark", "clark"),
        ("Kim Philby", "philby"),
        ("Kim Beazley", "beazley"),
        ("Lee Hamilton", "hamilton"),
        ("Lee Marvin", "marvin"),
        ("Lee Harvey Oswald", "oswald"),
        ("Wen Ho Lee", "lee"),
        ("Steven Chu", "chu"),
        ("Elaine Chao", "chao"),
        ("Shinzo Abe", "abe"),
        ("Long John Silver", "silver"),
        ("Park Smith-Jones", "smith-jones"),
        ("Nguyen Phu Trong", "trong"),
    ],
)
def test_surname(name: str, surname: str) -> None:
    """Chinese and Korean names keep their order in English print; look-alikes of other languages do not."""
    assert surname_of(name) == surname


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Xi Jinping", ["jinping"]),
        ("V.V. Putin", ["v.", "v."]),
        ("J. R. Pym", ["j.", "r."]),
        ("Martin Luther King, Jr.", ["martin", "luther"]),
        ("Plato", []),
        ("", []),
    ],
)
def test_given(name: str, given: list[str]) -> None:
    """Given names and initials, each by itself."""
    assert given_of(name) == given
