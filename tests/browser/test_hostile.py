"""A hostile corpus in a real browser, in every layout: nothing runs, nothing is asked for, nothing breaks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.opened import needs_chromium, visit
from tests.report.pages import BOOK, HOSTILE, NEW, OLD, write

from xref.cli.main import main

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = needs_chromium
NAMES = (
    "a#b%41 c",
    "new\nline",
    "q\"uote'",
    "\u202etxt",
    "{{7*7}}",
    "__proto__",
    "constructor",
    "u\u2028v",
    "-rf",
    "register",
)
ANCHORS = "[...document.querySelectorAll('.side a.mono, [id]')].map((at) => at.hash || '#' + at.id)"
EVIL = "<svg onload=alert(1)>\"'></title></script><script>alert(2)</script><!--<script>"


@pytest.fixture(scope="module", params=["inline", "packed", "dir"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a report on hostile documents, names, titles, addresses and themes."""
    root = tmp_path_factory.mktemp("hostile")
    corpus = write(root / "corpus", old=OLD, new=NEW, **{f"{n}{name}": HOSTILE for n, name in enumerate(NAMES)})
    front = f"---\ntitle: {EVIL}\nauthor: {EVIL}\noutlet: {EVIL}\nurl: javascript:alert(5)\n---\n"
    (corpus / "front.md").write_text(front + HOSTILE, encoding="utf-8")
    label = json.dumps(EVIL)
    (corpus / "codebook.toml").write_text(BOOK.replace('"A storm"', label), encoding="utf-8")
    assert main(["report", str(corpus), "-q", "-o", str(root / "made"), "--layout", request.param]) in (0, 3)
    return root / "made"


def test_nothing_runs(browser: Browser, made: Path) -> None:
    """Every page, with every card and document of it opened, is quiet and asks for its own files only."""
    for path in sorted(made.glob("*.html")):
        page, asked, said = visit(browser, path)
        page.wait_for_timeout(100)
        for anchor in page.evaluate(
            "[...document.querySelectorAll('.side a.mono, [id]')].map((at) => at.hash || '#' + at.id)"
        ):
            page.evaluate("(hash) => { location.hash = hash; }", anchor)
        page.wait_for_timeout(200)
        assert said == [], path.name
        assert all(url.startswith(made.as_uri()) for url in asked), asked
        assert page.evaluate("document.querySelectorAll('main script, main svg[onload], img, iframe').length") == 0
        assert page.evaluate("[...document.links].filter((at) => !/^(file|https?):$/.test(at.protocol)).length") == 0
        page.context.close()


@pytest.mark.parametrize("hash_", ["#%", "#?q=100%", "#?page=NaN&sort=constructor", "#?theme=__proto__&page=1e9"])
def test_odd_addresses(browser: Browser, made: Path, hash_: str) -> None:
    """An address from elsewhere cannot break the page."""
    page, _, said = visit(browser, made / "index.html")
    page.goto((made / "index.html").as_uri() + hash_)
    page.reload()
    page.wait_for_timeout(200)
    assert said == []
    page.context.close()


@pytest.mark.parametrize("held", ['{"a":1}', "[null, 3, {}]", '[{"v":1,"id":"__proto__","ruling":{}}]', "["])
def test_a_foreign_buffer(browser: Browser, made: Path, held: str) -> None:
    """Another page of this machine can write into the browser's store: what is no line is passed over."""
    page, _, said = visit(browser, made / "index.html")
    page.evaluate(
        "(held) => { const corpus = JSON.parse(document.getElementById('register').textContent).corpus;"
        "for (const at of [location.pathname, location.pathname.replace(/[^/]*$/, '')])"
        "localStorage.setItem(`xref:${corpus}:${at}:unsent`, held); }",
        held,
    )
    page.reload()
    page.wait_for_timeout(200)
    assert said == []
    page.context.close()
