"""Finding and deciding in a real browser, with the keyboard alone, from a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from tests.browser.opened import needs_chromium, visit
from tests.rulings.decide import decide

from xref.export.index import Index
from xref.export.quotation import cite
from xref.model import CrossReference
from xref.pipeline import cross_reference
from xref.report import build_page, render_html
from xref.rulings import stand

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = needs_chromium
CORPUS = Path(__file__).parents[1] / "corpora" / "documents"
CYRILLIC = {"KeyJ": "о", "KeyY": "н", "KeyN": "т", "KeyH": "р", "KeyZ": "я"}
"""what these keys print on a Russian layout"""


@pytest.fixture(scope="module")
def result() -> CrossReference:
    return cross_reference([CORPUS])


@pytest.fixture(scope="module", params=["inline", "packed"])
def report(request: pytest.FixtureRequest, result: CrossReference, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same cards as elements and packed."""
    path = tmp_path_factory.mktemp("review") / f"{request.param}.html"
    path.write_text(render_html(build_page(result, request.param)), encoding="utf-8")
    return path


def start(browser: Browser, report: Path) -> tuple[Page, list[str]]:
    """The page with a reviewer's name given, and what it complains of."""
    page, _, said = visit(browser, report)
    page.fill("#reviewer", "ann")
    page.locator("#reviewer").blur()
    return page, said


def decided(page: Page) -> int:
    return int(page.inner_text("#decided").split()[0])


def in_hand(page: Page) -> str | None:
    return page.get_attribute(".card.hand", "id")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        before = page.evaluate("location.hash")
        page.keyboard.press(key)
        if key in ("j", "k"):
            page.wait_for_function("before => location.hash !== before", arg=before)
    page.wait_for_timeout(50)


def test_whole_queue_by_keyboard(browser: Browser, report: Path, result: CrossReference) -> None:
    """Every card is decided by keys alone, and each decision goes on to the next one."""
    page, said = start(browser, report)
    press(page, "j")
    seen = set()
    for n in range(len(result.matches)):
        seen.add(in_hand(page))
        page.keyboard.press("ynh"[n % 3])
        page.wait_for_function("n => document.getElementById('decided').textContent.startsWith(`${n} `)", arg=n + 1)
        page.wait_for_timeout(30)
    assert seen == {match.id for match in result.matches}
    assert decided(page) == len(result.matches)
    assert said == []


def test_undo_and_the_same_key_again(browser: Browser, report: Path) -> None:
    """z takes the last step back, however often; the same verdict again clears it."""
    page, _ = start(browser, report)
    press(page, "j", "y", "n")
    assert decided(page) == 2
    press(page, "z", "z")
    assert decided(page) == 0
    press(page, "z")
    assert decided(page) == 0
    press(page, "j")
    first = in_hand(page)
    press(page, "h")
    page.evaluate("id => { location.hash = id; }", first)
    page.wait_for_function("id => document.querySelector('.card.hand')?.id === id", arg=first)
    press(page, "h")
    assert decided(page) == 0


def test_cyrillic_layout(browser: Browser, report: Path) -> None:
    """Keys are taken by where they lie when they print no Latin letter."""
    page, _ = start(browser, report)
    for code in ("KeyJ", "KeyY", "KeyN"):
        page.evaluate(
            "([code, key]) => document.body.dispatchEvent(new KeyboardEvent('keydown', {code, key, bubbles: true}))",
            [code, CYRILLIC[code]],
        )
        page.wait_for_timeout(150)
    assert decided(page) == 2


def test_letters_in_a_field_are_letters(browser: Browser, report: Path) -> None:
    """Nothing is decided while somebody writes."""
    page, _ = start(browser, report)
    press(page, "j", "/")
    page.keyboard.type("ynh")
    assert page.input_value("[name=q]") == "ynh"
    assert decided(page) == 0


def test_one_sentence_retires_its_cards(browser: Browser, report: Path, result: CrossReference) -> None:
    """A sentence that is not about the theme takes every card with it that uses it, and gives them back."""
    page, _ = start(browser, report)
    by_hit: dict[tuple[str, str], int] = {}
    for match in result.matches:
        for claim in (match.best.left, match.best.right):
            if match.theme:
                by_hit[match.theme, claim] = by_hit.get((match.theme, claim), 0) + 1
    card = next(m for m in result.matches if m.theme and by_hit[m.theme, m.best.left] > 1)
    page.evaluate("id => { location.hash = id; }", card.id)
    page.wait_for_function("id => document.querySelector('.card.hand')?.id === id", arg=card.id)
    press(page, "1")
    assert decided(page) == by_hit[card.theme, card.best.left]
    assert page.get_attribute(f"[id='{card.id}']", "data-ruling") == "retired"
    press(page, "1")
    assert decided(page) == 0


def test_several_at_once(browser: Browser, report: Path) -> None:
    """x marks, one verdict for all marked, one undo for all."""
    page, _ = start(browser, report)
    press(page, "j", "x", "j", "x", "j", "x")
    assert page.inner_text("#marked") == "3 marked"
    press(page, "n")
    assert decided(page) == 3
    assert page.locator("#marks").is_hidden()
    press(page, "z")
    assert decided(page) == 0


def test_note(browser: Browser, report: Path) -> None:
    """m opens a note, Esc keeps it and gives the keys back."""
    page, _ = start(browser, report)
    press(page, "j", "m")
    page.keyboard.type("compare y and n")
    press(page, "Escape")
    assert "note by ann: compare y and n" in page.inner_text(".card.hand .status")
    press(page, "y")
    assert decided(page) == 1


def test_reload_keeps_and_export_tells(browser: Browser, report: Path, tmp_path: Path) -> None:
    """Decisions outlive a reload; the export is one line of JSON for each, anchored by the exact words."""
    page, _ = start(browser, report)
    press(page, "j", "y", "n")
    page.reload()
    assert decided(page) == 2
    assert page.input_value("#reviewer") == "ann"
    with page.expect_download() as download:
        page.click("#export")
    assert download.value.suggested_filename == "ann.jsonl"
    download.value.save_as(tmp_path / "ann.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "ann.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["v"], line["kind"], line["ruling"], line["by"]) for line in lines] == [
        (1, "pair", "accepted", "ann"), (1, "pair", "dismissed", "ann"),
    ]  # fmt: skip
    for line in lines:
        assert len(line["sides"]) == 2
        assert all(side["exact"] and len(side["text"]) == 16 for side in line["sides"])


def test_filters_are_in_the_address(browser: Browser, report: Path, result: CrossReference) -> None:
    """A filter leaves what it names, and its address gives the same to somebody else."""
    page, _ = start(browser, report)
    theme = next(m.theme for m in result.matches if m.theme)
    of_theme = sum(m.theme == theme for m in result.matches)
    page.evaluate("document.getElementById('more-filters').open = true")
    page.select_option("[name=theme]", theme)
    page.wait_for_function("n => document.querySelectorAll('#cards > .card').length === n", arg=of_theme)
    assert page.inner_text("#found") == f"{of_theme} of {len(result.matches)} cards"
    other, _, _ = visit(browser, report)
    other.evaluate("hash => { location.hash = hash; }", page.url.partition("#")[2])
    other.wait_for_function("n => document.querySelectorAll('#cards > .card').length === n", arg=of_theme)
    page.click("#clear")
    page.wait_for_function("n => document.querySelectorAll('#cards > .card').length === n", arg=len(result.matches))


def test_search(browser: Browser, report: Path, result: CrossReference) -> None:
    """Words are sought in both quotations, whatever their case; a word of none leaves none, and says so."""
    page, _ = start(browser, report)
    claims = {claim.id: claim.text for claim in result.claims}
    word = max(claims[result.matches[0].best.left].split(), key=len).strip(".,;:“”’").upper()
    page.fill("[name=q]", word)
    page.wait_for_function("() => document.getElementById('found').textContent.includes(' of ')")
    assert page.locator(f"[id='{result.matches[0].id}']").is_visible()
    page.fill("[name=q]", "zzzqqq")
    page.wait_for_function("() => document.getElementById('found').textContent.startsWith('0 of ')")
    assert page.locator("#none").is_visible()


def test_last_card_by_its_link(browser: Browser, report: Path, result: CrossReference) -> None:
    """A deep link reaches the last card wherever it is packed."""
    page, _, said = visit(browser, report)
    page.goto(f"{report.as_uri()}#{result.matches[-1].id}")
    page.wait_for_selector(f"[id='{result.matches[-1].id}'].hand")
    assert said == []


def test_into_a_document_and_back(browser: Browser, report: Path) -> None:
    """o opens the left document at the claim, Backspace comes back to the card."""
    page, _ = start(browser, report)
    press(page, "j")
    card = in_hand(page)
    press(page, "o")
    assert page.evaluate("location.hash").startswith("#c-")
    press(page, "Backspace")
    assert in_hand(page) == card
    assert page.evaluate("location.hash") == f"#{card}"


def test_keys_can_be_switched_off(browser: Browser, report: Path) -> None:
    """? shows the keys and has a switch (WCAG 2.1.4); without them only ? is heard."""
    page, _ = start(browser, report)
    press(page, "?")
    assert page.locator("#keys").is_visible()
    page.uncheck("#single")
    page.keyboard.press("Escape")
    press(page, "Escape")
    page.keyboard.press("j")
    page.wait_for_timeout(100)
    assert page.locator(".card.hand").count() == 0


def test_nobody_decides_without_a_name(browser: Browser, report: Path) -> None:
    """A decision has somebody who made it."""
    page, _, _ = visit(browser, report)
    press(page, "j", "y")
    assert decided(page) == 0
    assert page.evaluate("document.activeElement.id") == "reviewer"


def test_two_windows_lose_nothing(browser: Browser, report: Path) -> None:
    """The same page in two windows: what either decides is in the buffer of both."""
    page, _ = start(browser, report)
    other = page.context.new_page()
    other.goto(report.as_uri())
    press(page, "j", "y")
    press(other, "j", "j", "n")
    page.reload()
    assert decided(page) == 2


def test_a_note_can_be_undone(browser: Browser, report: Path) -> None:
    """z takes a note back as it takes back a verdict."""
    page, _ = start(browser, report)
    press(page, "j", "m")
    page.keyboard.type("a slip")
    press(page, "Escape", "z")
    assert "slip" not in page.inner_text(".card.hand .status")


def test_copy_names_both_sources(browser: Browser, report: Path, result: CrossReference) -> None:
    """c copies what `xref cite` prints: words, speaker and relay, outlet, title, day, path, place, hash, of both."""
    page, _ = start(browser, report)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page, "j", "c")
    page.wait_for_function("() => document.getElementById('said').textContent === 'Copied.'")
    head, *lines = page.evaluate("navigator.clipboard.readText()").split("\n\n")
    match = next(m for m in result.matches if m.id == in_hand(page))
    assert head.endswith(f" of 100, card {match.id}")
    assert lines == list(cite(Index(result), match))


@pytest.fixture
def stale(result: CrossReference, tmp_path: Path) -> Path:
    """A page on which what ann said of the first card was said of other phrases."""
    said = decide(result, result.matches[0])
    said = attrs.evolve(said, seen=attrs.evolve(said.seen, rule="other"))
    path = tmp_path / "stale.html"
    path.write_text(render_html(build_page(result, standings=stand([said], result))), encoding="utf-8")
    return path


def test_a_note_confirms_nothing(browser: Browser, stale: Path, result: CrossReference) -> None:
    """A note on a stale decision, written or taken back, leaves it stale; so does a confirmation taken back."""
    page, _ = start(browser, stale)

    def state() -> str | None:
        return page.get_attribute(f"[id='{result.matches[0].id}']", "data-ruling")

    def lines() -> list[dict[str, Any]]:
        held = "Object.keys(localStorage).filter((key) => key.endsWith(':unsent')).map((key) => localStorage[key])[0]"
        return list(json.loads(page.evaluate(held)))

    press(page, "j", "m")
    page.keyboard.type("ask the archive")
    press(page, "Escape")
    assert state() == "stale"
    assert "ask the archive" in page.inner_text(".card.hand .status")
    press(page, "z")
    assert state() == "stale"
    press(page, "y")
    assert state() == "accepted"
    press(page, "z")
    assert state() == "stale"
    assert [line["ruling"] for line in lines()] == ["", "", "accepted", "accepted"]
    assert lines()[-1]["seen"]["rule"] == "other"
    page.reload()
    page.wait_for_timeout(100)
    assert state() == "stale"
