"""What a report of many cards costs: time and memory to write it, and to open it in Chromium, 100,000 against 10,000.

    python benchmarks/page.py [--cards 10000 --cards 100000] [--corpus seeds]

The cards of the corpus are repeated under other ids, so that each is as large as real ones are. "first" runs from the
navigation to the first card whose buttons work; "whole" from the navigation until the load event is over and every card
that is shown at first works; "last" from there to the last card of all, reached by its link. Figures are the medians of
five runs, the pages in turn. The first card of a large page can come sooner than that of a small one: the browser draws
while the file still comes, and has a few cards to draw by then instead of a hundred.
"""

from __future__ import annotations

import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import attrs

READY = "#cards > .card .rulings"
"""the buttons of a card: they stand there when the program has taken it over"""
SHOWN = 100
"""cards that stand in the page before anyone asks for more"""
RUNS = 5


@attrs.frozen
class Page:
    """A report, and what it took."""

    path: pathlib.Path
    size: float
    """MB"""
    wrote: float
    """s"""
    peak: float
    """MB"""


def write(corpus: str, cards: int, path: pathlib.Path) -> None:
    """Writes a report with `cards` cards, as a stream."""
    from xref.pipeline import cross_reference
    from xref.report import build_page, stream_html

    result = cross_reference((pathlib.Path(corpus),))
    assert result.matches, "the corpus has no cards"
    many = tuple(attrs.evolve(result.matches[n % len(result.matches)], id=f"m-{n:012x}") for n in range(cards))
    with path.open("w", encoding="utf-8") as file:
        file.writelines(stream_html(build_page(attrs.evolve(result, matches=many))))


def visit(path: pathlib.Path, cards: int) -> tuple[float, float, float]:
    """Seconds until the first card works, until the whole page does, and from there until the last card is shown."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        begin = time.perf_counter()
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_selector(READY)
        first = time.perf_counter()
        page.wait_for_load_state("load")
        page.wait_for_selector(f":nth-match({READY}, {min(cards, SHOWN)})")
        whole = time.perf_counter()
        last = f"m-{cards - 1:012x}"
        page.evaluate(f"location.hash = '{last}'")
        page.wait_for_selector(f"[id='{last}']")
        reached = time.perf_counter()
        browser.close()
    return first - begin, whole - begin, reached - whole


def main() -> None:
    """The table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cards", type=int, action="append")
    parser.add_argument("--corpus", default="seeds")
    parser.add_argument("--write", type=pathlib.Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        write(options.corpus, options.cards[0], options.write)
        return
    print(f"{'cards':>8} {'file MB':>8} {'write s':>8} {'peak MB':>8} {'first s':>8} {'whole s':>8} {'last s':>7}")
    with tempfile.TemporaryDirectory() as folder:
        made = {
            cards: make(options.corpus, cards, pathlib.Path(folder)) for cards in options.cards or [10_000, 100_000]
        }
        runs = [{cards: visit(page.path, cards) for cards, page in made.items()} for _ in range(RUNS)]
    for cards, page in made.items():
        first, whole, last = (statistics.median(run[cards][n] for run in runs) for n in range(3))
        print(
            f"{cards:>8,} {page.size:>8.1f} {page.wrote:>8.1f} {page.peak:>8.0f}"
            f" {first:>8.2f} {whole:>8.2f} {last:>7.2f}"
        )


def make(corpus: str, cards: int, folder: pathlib.Path) -> Page:
    """A report of `cards` cards, written by a process of its own, so that its peak is its own."""
    path = folder / f"{cards}.html"
    begin = time.perf_counter()
    command = [sys.executable, __file__, "--corpus", corpus, "--cards", str(cards), "--write", str(path)]
    run = subprocess.run([sys.executable, "-c", PEAK, *command], check=True, capture_output=True, text=True)
    return Page(path, path.stat().st_size / 1e6, time.perf_counter() - begin, int(run.stdout) / 1e3)


PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""

if __name__ == "__main__":
    main()
