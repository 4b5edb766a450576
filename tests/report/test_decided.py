"""Decisions on the page as it was made: readable without the script and on paper."""

from __future__ import annotations

from pathlib import Path

from tests.report.pages import ordinary

from xref.model import Decision, Standing
from xref.report import build_page, render_html
from xref.report.decided import difference


def test_words_that_changed() -> None:
    """What is gone and what has come stands apart; equal words stand once."""
    pieces = difference("the ferry was sold", "the ferry was not sold")
    assert [(p.text, p.look) for p in pieces if p.look] == [("not", "come")]
    assert "".join(p.text for p in pieces).split() == ["the", "ferry", "was", "not", "sold"]
    assert difference("the same", "the  same") == ()


def test_decisions_are_in_the_margin(tmp_path: Path) -> None:
    """Who decided what, the note, and the changed words of a decision that no longer holds."""
    result = ordinary(tmp_path / "c")
    match = result.matches[0]
    line = Decision(match.id, "pair", match.theme, "accepted", "seen <b>twice</b>", "ann", "2025-01-02T10:00:00Z", ())
    standing = Standing(match.id, "pair", match.theme, "carried", "accepted", (line,))
    page = render_html(build_page(result, standings=(standing,)))
    assert "this pair: accepted by ann: seen &lt;b&gt;twice&lt;/b&gt;" in page
    stale = Standing(
        match.id, "pair", match.theme, "stale text", "", (line,), "the words changed", ("sold",), ("kept",)
    )
    page = render_html(build_page(result, standings=(stale,)))
    assert "Changed since it was decided" in page
    assert '<mark class="gone"><span class="vh">gone: </span>sold</mark>' in page
