"""The 245 annual messages of the presidents, with ten themes: a page of two centuries opens, finds, is decided on.

The texts are not part of the project; where they lie beside it, the page is made and opened.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.opened import needs_chromium, visit

from xref.model import CrossReference
from xref.pipeline import cross_reference
from xref.report import build_page, stream_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ADDRESSES = Path(__file__).parents[3] / "shared" / "data" / "sotu"
pytestmark = [
    *needs_chromium,
    pytest.mark.skipif(not ADDRESSES.is_dir(), reason=f"no addresses in {ADDRESSES}: they are not part of the project"),
]


@pytest.fixture(scope="module")
def result() -> CrossReference:
    return cross_reference([ADDRESSES], Path(__file__).with_name("addresses.toml"))


@pytest.fixture(scope="module")
def report(result: CrossReference, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("addresses") / "index.html"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(stream_html(build_page(result)))
    return path


def test_two_centuries(browser: Browser, report: Path, result: CrossReference) -> None:
    """The page opens quietly, asks for nothing, and fits a desk and a phone."""
    for width in (1280, 390):
        page, asked, said = visit(browser, report, viewport={"width": width, "height": 900})
        page.wait_for_selector("#cards > .card .rulings")
        assert asked == [report.as_uri()]
        assert said == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.inner_text("#found") == f"All {len(result.matches)} cards"


def test_every_theme_can_be_filtered(browser: Browser, report: Path, result: CrossReference) -> None:
    """Each theme's cards are found by the filter, as many as there are."""
    page, _, _ = visit(browser, report)
    for theme in result.codebook.themes:
        count = sum(match.theme == theme.id for match in result.matches)
        if count:
            page.evaluate("id => { location.hash = `?theme=${id}`; }", theme.id)
            said = f"{count} of {len(result.matches)} cards"
            page.wait_for_function("said => document.getElementById('found').textContent === said", arg=said)


def test_last_card_and_its_documents(browser: Browser, report: Path, result: CrossReference) -> None:
    """A link reaches the last card, o its left document, Backspace leads back."""
    last = result.matches[-1]
    page, _, said = visit(browser, report)
    page.evaluate("id => { location.hash = id; }", last.id)
    page.wait_for_selector(f"[id='{last.id}'].hand")
    page.keyboard.press("o")
    page.wait_for_function("id => location.hash === `#${id}`", arg=last.best.left)
    assert page.locator(f"[id='{last.best.left}']").is_visible()
    page.keyboard.press("Backspace")
    page.wait_for_function("id => location.hash === `#${id}`", arg=last.id)
    assert said == []


def test_fifty_decisions_by_keyboard(browser: Browser, report: Path) -> None:
    """Fifty cards in a row are decided without a pointer, and a reload keeps them."""
    page, _, _ = visit(browser, report)
    page.fill("#reviewer", "ann")
    page.locator("#reviewer").blur()
    page.keyboard.press("j")
    page.wait_for_selector(".card.hand")
    for n in range(50):
        page.keyboard.press("ynh"[n % 3])
        page.wait_for_function("n => document.getElementById('decided').textContent.startsWith(`${n} `)", arg=n + 1)
        page.wait_for_timeout(40)
    page.reload()
    page.wait_for_selector("#cards > .card .rulings")
    assert page.inner_text("#decided").startswith("50 ")
