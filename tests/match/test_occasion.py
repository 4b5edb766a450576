"""One event told twice, another event of the theme, or unknown: by the days that both claims speak of."""

from __future__ import annotations

from pathlib import Path

import pytest

from xref.pipeline import cross_reference

BOOK = '[[theme]]\nid = "ferry"\nphrases = ["ferry sold", "sold the ferry", "ferry was sold"]\n'


def reasons(folder: Path, left: str, right: str) -> dict[str, tuple[str, str, float]]:
    (folder / "codebook.toml").write_text(BOOK, encoding="utf-8")
    (folder / "a.txt").write_text(f"The Ferry\n\nMay 6, 2001\n\n{left}\n", encoding="utf-8")
    (folder / "b.txt").write_text(f"Harbour News\n\nMay 9, 2001\n\n{right}\n", encoding="utf-8")
    (match,) = [m for m in cross_reference([folder]).matches if m.kind == "theme"]
    return {r.name: (r.left, r.right, r.points) for r in match.best.reasons}


@pytest.mark.parametrize(
    ("left", "right", "flag"),
    [
        ("The ferry was sold on May 4, 2001, the clerk said.", "On Friday, May 4, the ferry was sold.", "same-event"),
        ("The ferry was sold on May 4, 2001, the clerk said.", "The ferry was sold on June 1, 1999.", "other-event"),
        ("The ferry was sold on May 4, 2001, the clerk said.", "The ferry was sold in May 2001.", ""),
        ("The ferry was sold on May 4, 2001, the clerk said.", "The ferry was sold, the board said.", ""),
        ("The ferry was sold in 2001, the clerk said.", "The ferry was sold in 1999, the board said.", ""),
    ],
)
def test_flag(tmp_path: Path, left: str, right: str, flag: str) -> None:
    """A day both name is one event; days apart are another; a month, a year or nothing tells neither."""
    found = reasons(tmp_path, left, right)
    assert [name for name in ("same-event", "other-event") if name in found] == ([flag] if flag else [])


def test_the_flag_says_its_words(tmp_path: Path) -> None:
    """The words that mean the day stand in the reason, with the day; it has no points."""
    found = reasons(tmp_path, "The ferry was sold on May 4, 2001.", "On Friday, May 4, the ferry was sold.")
    assert found["same-event"] == ("May 4, 2001 = 2001-05-04", "Friday, May 4 = 2001-05-04", 0.0)
