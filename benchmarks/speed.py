"""Time of each step and peak memory of a run: `python benchmarks/speed.py [CORPUS] [--runs N]`.

Each step's best of N runs in one process; the start is that of a cold process. Compare only on one machine.
"""

from __future__ import annotations

import argparse
import pathlib
import subprocess
import sys
import time
from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")


def main() -> None:
    """Prints one line a step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?", default="seeds", type=pathlib.Path)
    parser.add_argument("--runs", default=5, type=int)
    given = parser.parse_args()

    def clock(step: str, work: Callable[[], Made]) -> Made:
        best = float("inf")
        for _ in range(given.runs):
            start = time.perf_counter()
            made = work()
            best = min(best, time.perf_counter() - start)
        print(f"{step:24} {best * 1000:10.1f} ms")
        return made

    clock("start (xref --version)", lambda: subprocess.run(
        [sys.executable, "-m", "xref", "--version"], check=True, capture_output=True))  # fmt: skip

    from xref.jsonl import KINDS, lines
    from xref.pipeline import cross_reference
    from xref.report import build_page, render_html

    result = clock("cross_reference", lambda: cross_reference([given.corpus]))
    page = clock("build_page", lambda: build_page(result))
    html = clock("render_html", lambda: render_html(page))
    clock("JSON Lines", lambda: [list(lines(kind, result)) for kind in KINDS])
    letters = sum(len(document.text) for document in result.documents)
    print(f"{len(result.documents)} documents, {letters} characters, {len(result.claims)} claims, "
          f"{len(result.matches)} cards, page of {len(html.encode()) / 1000:.0f} kB")  # fmt: skip
    print(f"peak memory {_peak():.0f} MB")


def _peak() -> float:
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1_000_000 if sys.platform == "darwin" else 1_000)  # bytes there, kilobytes on Linux


if __name__ == "__main__":
    main()
