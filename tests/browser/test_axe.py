"""The page by ear and by keyboard: axe-core finds no violation, in light and dark, on a desk and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.opened import needs_chromium, visit
from tests.report.pages import hostile

from xref.pipeline import cross_reference
from xref.report import build_page, render_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = needs_chromium
SEEDS = Path(__file__).parents[2] / "seeds"
LOOKS = [("light", 1280), ("dark", 1280), ("light", 390)]
"""colour scheme and width of the window"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("axe")
    found = {}
    for name, result in (("seeds", cross_reference([SEEDS])), ("evil", hostile(root / "evil"))):
        found[name] = root / f"{name}.html"
        found[name].write_text(render_html(build_page(result)), encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def axe() -> str:
    """The program axe-core."""
    package = pytest.importorskip("axe_core_python", reason="axe-core-python is not installed: make test installs it")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["seeds", "evil"])
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_axe(browser: Browser, reports: dict[str, Path], axe: str, name: str, scheme: str, width: int) -> None:
    """All rules of axe-core (WCAG 2.2 A and AA, best practice) hold with everything unfolded."""
    page, _, _ = visit(browser, reports[name], color_scheme=scheme, viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    # cards out of sight are not laid out, so that their colours would not be looked at
    page.evaluate("document.querySelectorAll('.card').forEach((card) => { card.style.contentVisibility = 'visible'; })")
    page.evaluate(axe)
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_sideways_scroll(browser: Browser, reports: dict[str, Path], width: int) -> None:
    """The report fits the window with everything unfolded; wide tables scroll inside boxes of their own."""
    page, _, _ = visit(browser, reports["seeds"], viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
