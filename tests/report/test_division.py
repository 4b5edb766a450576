"""Columns, bands and distances follow the calendars of the corpus: the user's, the shipped ones, or years."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.report.pages import BOOK

from xref.model import CrossReference
from xref.pipeline import cross_reference
from xref.report import build_page, render_html
from xref.report.page import Page

LETTERS = {
    "a": "The Ferry\n\n12 March 1852\n\nThe old ferry was sold to a company of London merchants, Mr. Hobbs wrote.\n",
    "b": "The Ferry Again\n\n4 January 1853\n\nThe ferry will be sold a second time, Lord Malmesbury told the board.\n",
    "c": "A Note\n\n3 March 1868\n\nThe sale of the ferry was void, the board said.\n",
}
UK = """
show = ["uk"]
[[series]]
id = "uk"
name = "British government"
short = "UK"
source = "GOV.UK"
chosen_by = "general election"
complete = 1852
[[series.period]]
name = "Earl of Derby"
label = "Derby I"
from = 1852-02-23
to = 1852-12-19
[[series.period]]
name = "Earl of <b>Aberdeen</b>"
from = 1852-12-19
to = 1855-01-30
[[series.vote]]
label = "1852 general election"
kind = "general election"
date = 1852-07-07
last = 1852-07-31
[[series.vote]]
label = "1857 general election"
date = 1857-03-27
[[event]]
label = "War begins"
date = 1853-10-16
source = "The Gazette"
"""


def corpus(folder: Path, settings: str = "", **texts: str) -> CrossReference:
    for name, text in (texts or LETTERS).items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "codebook.toml").write_text(BOOK, encoding="utf-8")
    if settings:
        (folder / "xref.toml").write_text(settings, encoding="utf-8")
    return cross_reference([folder])


def columns(page: Page) -> list[str]:
    return [column.label for column in page.columns]


def test_own_calendar(tmp_path: Path) -> None:
    """The user's terms are the columns and bands, the user's votes and events the lines; nothing American is there."""
    result = corpus(tmp_path, UK)
    page = build_page(result)
    assert columns(page) == ["Derby I", "Earl of <b>Aberdeen</b>", "No term"]
    assert page.division == "British government"
    assert page.axis is not None
    assert [row.name for row in page.axis.rows] == ["British government"]
    assert page.axis.votes_of == "UK"
    assert page.axis.events_are == "dated event"
    assert [source.offices for source in page.sources] == ["Derby I", "Earl of <b>Aberdeen</b>", "unknown"]
    first, second = (source.votes[0] for source in page.sources[:2])
    assert (first.days, first.said) == ("141 days", ("1852 general election, 31 Jul 1852", "election year"))
    assert (second.days, second.said) == (
        "1543 days", ("1857 general election, 27 Mar 1857", "157 days after 1852 general election")
    )  # fmt: skip
    assert page.sources[2].votes == ()
    html = render_html(page)
    assert not re.search(r"\bUS\b|American|Fillmore|Pierce|treaty date", html)
    assert "<b>Aberdeen" not in html


def test_no_calendar_fits(tmp_path: Path) -> None:
    """Letters that speak of no country whose calendar ships are laid out by years or decades."""
    page = build_page(corpus(tmp_path))
    assert page.division == "year"
    assert columns(page) == ["1852", "1853", "1868"]
    assert page.axis is not None
    assert page.axis.rows == ()
    assert not page.axis.votes
    assert {source.offices for source in page.sources} == {"unknown"}
    assert not re.search(r"\bUS\b|Fillmore|Pierce", render_html(page))


def test_decades(tmp_path: Path) -> None:
    """Many years make decades."""
    letter = "The Ferry\n\n12 March {}\n\nThe ferry was sold to a company of merchants, Mr. Hobbs wrote.\n"
    page = build_page(corpus(tmp_path, **{f"y{year}": letter.format(year) for year in range(1851, 1869, 2)}))
    assert page.division == "decade"
    assert columns(page) == ["1850–1859", "1860–1869"]


def test_years_and_unknown(tmp_path: Path) -> None:
    """Few years are columns of their own; an undated document says so."""
    page = build_page(corpus(tmp_path, a=LETTERS["a"], b=LETTERS["b"], u="A Note\n\nThe ferry was sold, he said.\n"))
    assert columns(page) == ["1852", "1853", "Date unknown"]


def test_further_calendars(tmp_path: Path) -> None:
    """Each further calendar has bands and a table of its own, in the order that `show` gives."""
    text = "The Ferry\n\n{day}\n\nThe ferry was sold to the Americans, the Russian board said.\n"
    both = {"a": text.format(day="12 March 2010"), "b": text.format(day="12 March 2013")}
    page = build_page(corpus(tmp_path, 'show = ["ru", "us"]', **both))
    assert columns(page) == ["Medvedev", "Putin III"]
    assert [matrix.name for matrix in page.matrices] == ["US administration"]
    assert [[cell.count for cell in row.cells] for row in page.matrices[0].rows] == [[1, 1]]
    assert page.axis is not None
    assert [row.name for row in page.axis.rows] == ["Russian presidency", "US administration"]
    assert "The same by US administration" in render_html(page)


@pytest.mark.parametrize("count", range(7))
def test_many_calendars(tmp_path: Path, count: int) -> None:
    """However many calendars are shown, the bands keep their room and the page is whole."""
    rows = "".join(
        f'[[series]]\nid = "s{n}"\nname = "Series {n}"\nsource = "s"\n'
        f'[[series.period]]\nname = "Holder {n}"\nfrom = 1850-01-01\nto = 1870-01-01\n'
        for n in range(count)
    )
    page = build_page(corpus(tmp_path, rows or "# nothing"))
    assert page.axis is not None
    assert len(page.axis.rows) == min(count, 4)
    assert page.axis.look == f"bands-{min(count, 4)}"
    assert len(page.matrices) == max(0, count - 1)
    assert render_html(page).endswith("</html>\n")
