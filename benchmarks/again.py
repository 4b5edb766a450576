"""What a run costs after one edited document: `python benchmarks/again.py FOLDER [--codebook FILE]`.

The folder is copied; a cold run fills an empty cache; a sentence is added to the first document, to the middle one and
to the last one, with a run after each, since a late document has more earlier ones to share passages with. Then a run
without the cache: the results must be the same, line by line. Then the last theme of the codebook gets another phrase,
and both run again. Each run is a process of its own, as for whoever types the command. Times are of the
processor, from the start of the process until the result is there.
"""

from __future__ import annotations

import argparse
import hashlib
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from xref.jsonl import KINDS, lines
from xref.kept import Kept
from xref.pipeline import cross_reference


def main() -> None:
    """Prints the times, and what part of a cold run the others take."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--codebook", type=pathlib.Path)
    parser.add_argument("--kept", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once:
        once(given.folder, given.codebook, given.kept)
        return
    with tempfile.TemporaryDirectory() as scratch:
        corpus = shutil.copytree(given.folder, pathlib.Path(scratch) / "corpus")
        book = pathlib.Path(scratch) / "codebook.toml"
        shutil.copy(given.codebook or given.folder / "codebook.toml", book)
        kept = pathlib.Path(scratch) / "kept"
        first, _ = run(corpus, book, kept)
        papers = sorted(corpus.rglob("*.txt"))
        warm = {}
        for where, edited in (("first", papers[0]), ("middle", papers[len(papers) // 2]), ("last", papers[-1])):
            edited.write_bytes(edited.read_bytes() + b"\n\nThe clerk said that the harbour ferry was sold.\n")
            warm[where], same = run(corpus, book, kept)
        cold, plain = run(corpus, book)
        text = book.read_text("utf-8")
        at = text.rindex("phrases = [") + len("phrases = [")
        book.write_text(f'{text[:at]}"harbour ferry", {text[at:]}', "utf-8")
        theme, again = run(corpus, book, kept)
        _, anew = run(corpus, book)
    for what, took in (
        ("cold, filling the cache", first), ("cold, without", cold),
        *((f"the {where} document edited", each) for where, each in warm.items()), ("a theme edited", theme),
    ):  # fmt: skip
        print(f"{what:24}{took:8.1f} s {took / cold:7.1%}")
    print("the same bytes" if (same, again) == (plain, anew) else "OTHER BYTES")


def run(corpus: pathlib.Path, book: pathlib.Path, kept: pathlib.Path | None = None) -> tuple[float, str]:
    """Seconds of the processor, and a hash of the result."""
    command = [sys.executable, __file__, str(corpus), "--codebook", str(book), "--once"]
    done = subprocess.run(
        [*command, *(["--kept", str(kept)] if kept else [])], check=True, capture_output=True, text=True
    )
    took, digest = done.stdout.split()
    return float(took), digest


def once(corpus: pathlib.Path, book: pathlib.Path, kept: pathlib.Path | None) -> None:
    """One run, in a process of its own."""
    result = cross_reference([corpus], codebook=book, kept=Kept(kept) if kept else None)
    took = time.process_time()
    digest = hashlib.sha256("".join(line for kind in KINDS for line in lines(kind, result)).encode())
    print(took, digest.hexdigest())


if __name__ == "__main__":
    main()
