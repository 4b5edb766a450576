"""The page as `xref review` serves it, decided on with the keyboard: what is saved is what the page shows again."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.opened import needs_chromium
from tests.review.test_killed import Reviewer

from xref.rulings import read_decisions

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = needs_chromium
ROOT = Path(__file__).parents[2]
# 10 s: a loaded machine takes two for a line
PATIENCE = 10_000
RULED = (
    "want => [...document.querySelectorAll('[data-ruling]')].map((card) => card.dataset.ruling)"
    ".slice(0, want.length).join() === want.join()"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds", ignore=shutil.ignore_patterns("decisions"))
    return tmp_path / "seeds"


def enter(browser: Browser, reviewer: Reviewer) -> tuple[Page, list[str]]:
    page = browser.new_context().new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: said.append(str(e)))
    page.goto(reviewer.address)
    return page, said


def press(page: Page, keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(200)
    # "saved" and the time of day; nothing is on its way any more
    page.wait_for_function("() => /^saved \\d/.test(document.getElementById('kept').textContent)", timeout=PATIENCE)
    page.wait_for_timeout(500)


def test_two_reviewers_in_the_browser(browser: Browser, corpus: Path) -> None:
    """Keys decide, the files hold it, a reload shows it, and a second reviewer sees where both disagree."""
    ann, bob = Reviewer(corpus, "ann"), Reviewer(corpus, "bob")
    try:
        page, said = enter(browser, ann)
        press(page, "jyn")
        assert [d.ruling for d in read_decisions(corpus)[0]] == ["accepted", "dismissed"]
        page.reload()
        page.wait_for_function(RULED, arg=["accepted", "dismissed", ""], timeout=PATIENCE)
        assert "token" not in page.url
        other, also = enter(browser, bob)
        press(other, "jn")
        other.reload()
        other.wait_for_function(RULED, arg=["conflict", "dismissed"], timeout=PATIENCE)
        assert (said, also) == ([], [])
    finally:
        assert (ann.end(), bob.end()) == (0, 0)
