"""Likeness of names, the measure behind proposed merges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.match.likeness import name_score

NAMES = st.lists(
    st.sampled_from(["Ivan", "I.", "Ivanov", "Iwanow", "Dr.", "Acme", "Ltd", "44", "de", "О", "ß"]), max_size=8
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Karpov, Anatoly", "Anatoly Karpov"),
        ("Anatoli Karpov", "Anatoly Karpov"),
        ("A. Karpov", "Anatoly Karpov"),
        ("Mr. Anatoly Karpov", "Anatoly Karpov"),
        ("Anatoly Yevgenyevich Karpov", "Anatoly Karpov"),
        ("Karpvo", "Karpov"),
        ("Acme Rockets Ltd", "Acme Rockets Limited"),
        ("AcmeRockets", "Acme Rockets Inc."),
        ("Third Acme Bank", "3rd Acme Bank"),
        ("Kruschev", "Khrushchev"),
    ],
)
def test_alike(left: str, right: str) -> None:
    """Order, initials, titles, legal forms, transliteration and one slip leave names alike."""
    assert name_score(left, right) >= 80


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Anatoly Karpov", "Garry Kasparov"),
        ("Anatoly Karpov", "Anatoly Sobchak"),
        ("Acme Rockets 2", "Acme Rockets 3"),
        ("Acme Rockets", "Borealis Rockets"),
        ("", "Anatoly Karpov"),
    ],
)
def test_unlike(left: str, right: str) -> None:
    """One part that differs makes another name, whatever the rest says."""
    assert name_score(left, right) < 75


@given(NAMES.map(" ".join), NAMES.map(" ".join))
def test_symmetric_and_bounded(left: str, right: str) -> None:
    """The order of asking does not matter, and the score is one."""
    assert name_score(left, right) == name_score(right, left)
    assert 0 <= name_score(left, right) <= 100


@given(st.text(max_size=80), st.text(max_size=80))
def test_never_raises(left: str, right: str) -> None:
    """Any two texts have a likeness."""
    assert 0 <= name_score(left, right) <= 100


@given(st.text(alphabet=st.characters(categories=["L"]), min_size=1, max_size=20))
def test_itself(name: str) -> None:
    """A name is wholly like itself, unless nothing of it is a letter."""
    assert name_score(name, name) in (0.0, 100.0)
