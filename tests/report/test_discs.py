"""Discs that would lie on each other on a narrow screen become one with a count; decisions stand beside hits."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from tests.rulings.decide import decide

from xref.model import CrossReference
from xref.pipeline import cross_reference
from xref.report import build_page, render_html
from xref.report.discs import build_discs
from xref.report.index import Index
from xref.report.timeline import find_scale
from xref.rulings import stand


@pytest.fixture
def result(tmp_path: Path) -> CrossReference:
    """Three letters, two of one month, and one ten years later."""
    for day in ("4 March 1990", "9 March 1990", "2 May 2000"):
        text = f"{day}\n\nDear Sir,\n\nThe ferry was sold to the company.\n\nYours,\nAnna Brandt\n"
        (tmp_path / f"{day.replace(' ', '-')}.txt").write_text(text, encoding="utf-8")
    themes = "".join(f'[[theme]]\nid = "t{n}"\nlabel = "Theme {n}"\nphrases = ["ferry"]\n' for n in range(23))
    (tmp_path / "codebook.toml").write_text(themes, encoding="utf-8")
    return cross_reference([tmp_path])


def test_near_discs_are_one_with_a_count(result: CrossReference) -> None:
    """Wide screens have a disc a document; narrow ones a disc for two of one month that says so."""
    index = Index(result)
    scale = find_scale(index)
    assert scale
    discs, narrow = build_discs(index, scale, {document.id: 1 for document in result.documents})
    assert [disc.count for disc in discs] == ["", "", ""]
    assert [disc.count for disc in narrow] == ["2", ""]
    assert narrow[0].title == "A, B, printed 4 Mar 1990 to 9 Mar 1990: 2 hits"


def test_no_discs_for_narrow_screens_where_none_are_near(result: CrossReference) -> None:
    """What does not touch is drawn once."""
    index = Index(result)
    scale = find_scale(index)
    assert scale
    apart = {result.documents[0].id: 1, result.documents[2].id: 1}
    assert build_discs(index, scale, apart)[1] == ()


def test_decisions_stand_beside_hits(result: CrossReference) -> None:
    """The theme's table says who ruled what on a sentence, for readers without the script and on paper."""
    hit = result.hits[0]
    said = attrs.evolve(decide(result, hit, "dismissed"), note="another boat")
    html = render_html(build_page(result, standings=stand([said], result)))
    row = html[html.index(f'<tr id="{hit.id}"') :].split("</tr>")[0]
    assert "✕ dismissed. this sentence: dismissed by ann: another boat" in row


def test_of_many_themes_the_first_stand_open(result: CrossReference) -> None:
    """The twenty-first theme of a group and those after it are folded; a button says how many."""
    html = render_html(build_page(result))
    assert html.count('<tr class="beyond">') == 3
    assert "Show 3 more themes" in html


def test_columns_of_which_nothing_is_known_are_left_out(result: CrossReference) -> None:
    """No calendar speaks of these letters: the table of sources says so once, not in every row."""
    html = render_html(build_page(result))
    assert "No calendar of offices or votes covers these documents" in html
    assert "To the next vote" not in html
