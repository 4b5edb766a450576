"""The page in a real browser: no request leaves it, nothing hostile runs, it reads anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.opened import needs_chromium, visit
from tests.report.pages import BOOK, NEW, OLD, hostile, ordinary, write

from xref.report import build_page, render_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("reports")
    found = {}
    for name, make in (("plain", ordinary), ("evil", hostile)):
        found[name] = root / f"{name}.html"
        found[name].write_text(render_html(build_page(make(root / name))), encoding="utf-8")
    return found


@pytest.mark.parametrize("name", ["plain", "evil"])
def test_quiet(browser: Browser, reports: dict[str, Path], name: str) -> None:
    """Opening the page asks for nothing but the file itself, and nothing is complained of or run."""
    page, asked, said = visit(browser, reports[name])
    assert asked == [reports[name].as_uri()]
    assert said == []
    assert "owned" not in page.title()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_sideways_scroll(browser: Browser, reports: dict[str, Path], width: int) -> None:
    """The page fits the window at any width."""
    page, _, _ = visit(browser, reports["plain"], viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_phrases_without_a_gap(browser: Browser, tmp_path: Path) -> None:
    """A phrase, a label and a facet's name that no space breaks are broken: nothing is wider than the phone."""
    from xref.pipeline import cross_reference

    corpus = write(tmp_path / "corpus", old=OLD, new=NEW)
    long = ",".join(f"ferry{number}" for number in range(12))
    book = BOOK.replace('["gale", "storm"]', f"['{{{long}}}', '\"sold {{{long}}}\"']")
    assert book != BOOK
    book = book.replace('"A storm"', f'"{"storm" * 20}"')
    (corpus / "codebook.toml").write_text(book.replace('name = "sale"', f'name = "{"sale" * 20}"'), encoding="utf-8")
    report = tmp_path / "long.html"
    report.write_text(render_html(build_page(cross_reference([corpus]))), encoding="utf-8")
    page, _, _ = visit(browser, report, viewport={"width": 390, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_readable_without_script(browser: Browser, reports: dict[str, Path]) -> None:
    """Without JavaScript the first card shows both claims in full."""
    page, _, _ = visit(browser, reports["plain"], java_script_enabled=False)
    card = page.locator("article.card").first
    assert card.locator("blockquote").count() == 2
    assert card.locator("blockquote .t").first.is_visible()


def test_dark(browser: Browser, reports: dict[str, Path]) -> None:
    """The page follows the system to dark, and the switch forces light and dark."""
    page, _, _ = visit(browser, reports["plain"], color_scheme="dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#mode")
    assert page.inner_text("#scheme") == "light"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != dark
    page.click("#mode")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_link_to_a_claim(browser: Browser, reports: dict[str, Path]) -> None:
    """The link under a quotation leads to its claim in the document."""
    page, _, _ = visit(browser, reports["plain"])
    link = page.locator("article.card .who a").first
    target = link.get_attribute("href")
    assert target is not None
    link.click()
    assert page.locator(f"[id='{target[1:]}']").is_visible()


def test_print_opens_everything(browser: Browser, reports: dict[str, Path]) -> None:
    """Paper cannot be clicked: printing opens every fold, and closes it afterwards."""
    page, _, _ = visit(browser, reports["plain"])
    closed = page.locator("details:not([open])").count()
    assert closed
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() == closed
