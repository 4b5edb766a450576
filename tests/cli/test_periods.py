"""Terms and votes at the command line: narrowing by a term, and what `explain` says of a day among the votes."""

from __future__ import annotations

from pathlib import Path

import pytest

from xref.cli.main import main

SETTINGS = """
show = ["us", "club"]
[[series]]
id = "club"
name = "Chairs of the club"
source = "Minutes"
[[series.period]]
id = "obama-1"
name = "Anna Poe"
from = 2009-01-01
to = 2011-01-01
[[series.period]]
name = "Olga Lund"
from = 2012-01-01
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for year in (2010, 2011, 2013):
        text = f"The Ferry\n\n18 October {year}\n\nThe American ferry was sold in {year}, the board said.\n"
        (tmp_path / f"y{year}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "codebook.toml").write_text('[[theme]]\nid = "ferry"\nphrases = ["ferry"]\n', encoding="utf-8")
    (tmp_path / "xref.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def ran(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("kind", "period", "lines"),
    [
        ("documents", "us:obama-1", 2),
        ("documents", "obama-2", 1),
        ("documents", "club:obama-1", 1),
        ("documents", "olga-lund", 1),
        ("claims", "us:obama-1", 2),
        ("hits", "obama-2", 1),
        ("matches", "obama-2", 2),
        ("documents", "lincoln-1", 0),
    ],
)
def test_narrowing(capsys: pytest.CaptureFixture[str], corpus: Path, kind: str, period: str, lines: int) -> None:
    """Only what touches documents of the term is listed."""
    code, out, _ = ran(capsys, "show", kind, str(corpus), "--period", period)
    assert code == 0
    assert len(out.splitlines()) == 1 + lines


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("obama-1", "write us:obama-1 or club:obama-1"),
        ("obma-2", "did you mean obama-2?"),
        ("zzz", "documents fall under these: obama-1, obama-2, olga-lund"),
    ],
)
def test_unknown_terms(capsys: pytest.CaptureFixture[str], corpus: Path, period: str, said: str) -> None:
    """A term that nothing carries, or that two calendars have, is told with what to write."""
    code, out, err = ran(capsys, "show", "documents", str(corpus), "--period", period)
    assert (code, out) == (2, "")
    assert said in err


def test_period_does_not_narrow_merges(capsys: pytest.CaptureFixture[str], corpus: Path) -> None:
    """Where a term means nothing it is refused."""
    assert ran(capsys, "show", "merges", str(corpus), "--period", "obama-2")[0] == 2


def test_explain(capsys: pytest.CaptureFixture[str], corpus: Path) -> None:
    """A document's place among terms and votes, unknown where the calendars do not reach."""
    _, out, _ = ran(capsys, "explain", "y2010", str(corpus))
    assert "in office (us): Obama I, Barack Obama" in out
    assert "in office (club): Anna Poe, Anna Poe" in out
    assert (
        "votes (us): 2010 midterms in 15 days, 2010-11-02; 713 days after 2008 president, 2008-11-04; an election year"
        in out
    )
    _, out, _ = ran(capsys, "explain", "y2011", str(corpus))
    assert "in office (club)" not in out
    assert "no election year" in out


def test_broken_settings(capsys: pytest.CaptureFixture[str], corpus: Path, tmp_path: Path) -> None:
    """A broken xref.toml stops every command with exit 2, and nothing is written."""
    (corpus / "xref.toml").write_text("shw = []\n", encoding="utf-8")
    code, out, err = ran(capsys, "report", str(corpus), "-o", str(tmp_path.parent / "never"))
    assert (code, out) == (2, "")
    assert "xref.toml:1:1: unknown key shw; did you mean show?" in err
    assert not (tmp_path.parent / "never").exists()
