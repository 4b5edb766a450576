"""The shipped words of other languages: complete, and read without case and accents."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from xref.read.tongues import months, says, tell_language, weekdays

LANGUAGES = tomllib.loads(resources.files("xref.data").joinpath("months.toml").read_text("utf-8"))["language"]


@pytest.mark.parametrize("language", LANGUAGES, ids=[row["code"] for row in LANGUAGES])
def test_twelve_months_and_seven_days(language: dict[str, list[str]]) -> None:
    """Each language names every month and weekday, and no name stands for two of them."""
    for kind, count in (("months", 12), ("days", 7)):
        names = [name.strip() for row in language[kind] for name in row.split(",")]
        assert len(language[kind]) == count
        assert all(names)
        assert len(names) == len(set(names))


def test_names() -> None:
    """Names are folded; one that means two months is read only in its language."""
    assert months().number("FEVRIER", "") == 2
    assert months().number("Jän.", "") == 1
    assert months().number("listopad", "cs") == 11
    assert months().number("listopad", "") is None
    assert weekdays().number("Mittwoch", "") == 2


def test_labels() -> None:
    """A phrase counts as whole words."""
    assert says("published", "Veröffentlicht am 15. Mai")
    assert says("updated", "Mis à jour le 15 mai")
    assert not says("published", "unpublishedly")


def test_language() -> None:
    """A page's commonest words tell its language; a few words do not."""
    assert (
        tell_language(["Der Hafen ist alt, und die Stadt ist es auch.", "Das Boot ist nicht mit der Flut gefahren."])
        == "de"
    )
    assert tell_language(["Home", "News"]) == ""
