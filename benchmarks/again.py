"""What a run costs after one edited document: `python benchmarks/again.py FOLDER [--codebook FILE]`.

The folder is copied; a cold run fills an empty cache, a sentence is added to one document, and two runs follow: one
with the cache and one without. Their results must be the same, line by line. Times are of the processor.
"""

from __future__ import annotations

import argparse
import pathlib
import shutil
import tempfile
import time

from xref.jsonl import KINDS, lines
from xref.kept import Kept
from xref.pipeline import cross_reference


def main() -> None:
    """Prints the three times, and what part of a cold run the warm one takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--codebook", type=pathlib.Path)
    given = parser.parse_args()

    def run(kept: Kept | None) -> tuple[float, list[str]]:
        start = time.process_time()
        result = cross_reference([corpus], codebook=given.codebook, kept=kept)
        return time.process_time() - start, [line for kind in KINDS for line in lines(kind, result)]

    with tempfile.TemporaryDirectory() as scratch:
        corpus = shutil.copytree(given.folder, pathlib.Path(scratch) / "corpus")
        folder = pathlib.Path(scratch) / "kept"
        first, _ = run(Kept(folder))
        edited = sorted(corpus.rglob("*.txt"))[0]
        edited.write_bytes(edited.read_bytes() + b"\n\nThe clerk said that the harbour ferry was sold.\n")
        warm, kept = run(Kept(folder))
        cold, plain = run(None)
    for what, took in (("cold, filling the cache", first), ("cold, without", cold), ("after one edit", warm)):
        print(f"{what:24}{took:8.1f} s")
    print(f"{warm / cold:.0%} of a cold run; {'the same bytes' if kept == plain else 'OTHER BYTES'}")


if __name__ == "__main__":
    main()
