"""Twenty edits in a row that touch no finding: `xref check` must pass each of them and tell nothing but the edit.

    python benchmarks/edits.py FOLDER --codebook FILE [--documents 12] [--edits 20] [--seed 11]

Copies the last documents of FOLDER (*.txt), accepts their findings, then inserts paragraphs, restyles quotation marks,
misspells a word outside of hits and renames files, one after the other. Exit 1 when a check fails or tells more.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import shutil
import tempfile
import time
from pathlib import Path

from xref.cli.main import main as xref

WORDS = "gull mast rope cabin whistle oar lamp anchor wave sand crab rudder deck breeze".split()


def insert(path: Path, dice: random.Random) -> None:
    """A paragraph of words of no theme, somewhere in the body."""
    blocks = path.read_text("utf-8").split("\n\n")
    said = " ".join(dice.sample(WORDS, 8)).capitalize()
    blocks.insert(dice.randrange(min(2, len(blocks)), len(blocks) + 1), f"{said} {dice.randrange(100, 999)}.")
    path.write_text("\n\n".join(blocks), encoding="utf-8")


def restyle(path: Path, _: random.Random) -> None:
    """Straight marks for curly ones, or the other way round."""
    text = path.read_text("utf-8")
    marks = str.maketrans("’", "'") if "’" in text else str.maketrans("'", "’")
    path.write_text(text.translate(marks), encoding="utf-8")


def misspell(path: Path, dice: random.Random) -> None:
    """Two letters change places in a word of a sentence that no hit quotes."""
    quoted = [
        json.loads(line)["quote"][:40]
        for line in Path("reports/baseline.jsonl").read_text("utf-8").splitlines()
        if line.startswith('{"hit"')
    ]
    text = path.read_text("utf-8")
    blocks = text.split("\n\n")
    plain = [" ".join(block.split()) for block in blocks]
    free = [n for n, block in enumerate(plain) if n > 1 and not any(quote in block for quote in quoted)]
    if not free:
        return
    at = dice.choice(free)
    words = blocks[at].split(" ")
    long = [n for n, word in enumerate(words) if len(word) > 6 and word.isalpha() and word.islower()]
    if long:
        n = dice.choice(long)
        word = words[n]
        words[n] = word[:2] + word[3] + word[2] + word[4:]
        blocks[at] = " ".join(words)
        path.write_text("\n\n".join(blocks), encoding="utf-8")


def rename(path: Path, dice: random.Random) -> None:
    """Another name for the file."""
    path.rename(path.with_name(f"{path.stem}-{dice.randrange(1000)}.txt"))


def check() -> tuple[int, list[str]]:
    """Exit code of the check, and what it tells besides the edited document and what is odd about the corpus."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = xref(["check", "corpus", "-q", "--format", "json"])
    changes = json.loads(out.getvalue())["changes"]
    return code, [f"{c['level']} {c['kind']} {c['line']}" for c in changes if c["kind"] not in ("lint", "documents")]


def main() -> int:
    """Reads the command line, copies, edits, checks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--codebook", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=12)
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--seed", type=int, default=11)
    given = parser.parse_args()
    dice, bad = random.Random(given.seed), 0
    files, book = sorted(given.folder.resolve().glob("*.txt"))[-given.documents :], given.codebook.resolve()
    with tempfile.TemporaryDirectory() as place:
        os.chdir(place)
        Path("corpus").mkdir()
        for file in files:
            shutil.copy(file, "corpus")
        shutil.copy(book, "corpus/codebook.toml")
        with contextlib.redirect_stderr(io.StringIO()):
            assert xref(["check", "corpus", "-q", "--update"]) == 0
        for number in range(given.edits):
            edit = dice.choice((insert, restyle, misspell, rename))
            path = dice.choice(sorted(Path("corpus").glob("*.txt")))
            begun = time.perf_counter()
            edit(path, dice)
            code, told = check()
            bad += bool(code or told)
            took = f"{time.perf_counter() - begun:.1f} s"
            print(f"{number + 1:2} {edit.__name__} {path.name}: exit {code}, {took}", *told, sep="\n   ")
        os.chdir("/")
    print(f"{bad} of {given.edits} edits gave an alarm")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
