"""Finds planted passages: `python benchmarks/planted.py [TEXTS]`. Prints precision, recall and F1 in characters.

A seeded script takes passages of 12 to 60 words from one half of the texts, changes a share of their words (dropped,
swapped for a word of the corpus, a word added, in equal parts) and plants them in the middle of texts of the other
half. Without TEXTS (a folder of .txt files) the shipped documents are used.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from xref.match.passages import find_reuse

ROOT = Path(__file__).parents[1]


def main() -> None:
    """One line for each share of changed words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="?")
    parser.add_argument("--plants", type=int, default=120)
    given = parser.parse_args()
    folders = [given.texts] if given.texts else [ROOT / "seeds", ROOT / "tests" / "corpora" / "documents"]
    texts = [p.read_text(encoding="utf-8")[:20_000] for f in folders for p in sorted(f.glob("*.txt"))][:60]
    sources, targets = texts[::2], texts[1::2]
    vocabulary = sorted({word for text in texts for word in text.split()})
    print(f"{len(texts)} texts, {given.plants} plants a line")
    for noise in (0.0, 0.1, 0.25):
        rng = random.Random(7)
        start = time.process_time()
        counts = [0, 0, 0]
        for _ in range(given.plants):
            found = _plant(rng, sources, targets, vocabulary, noise)
            counts = [a + b for a, b in zip(counts, found, strict=True)]
        hit, said, true = counts
        precision, recall = hit / max(said, 1), hit / max(true, 1)
        score = 2 * precision * recall / max(precision + recall, 1e-9)
        seconds = time.process_time() - start
        print(f"{noise:4.0%} changed: precision {precision:.3f} recall {recall:.3f} F1 {score:.3f} ({seconds:.1f} s)")


def _plant(
    rng: random.Random, sources: list[str], targets: list[str], vocabulary: list[str], noise: float
) -> tuple[int, int, int]:
    """Characters (found and true, found, true) of one planted passage, in source and target together."""
    source, target = rng.choice(sources), rng.choice(targets)
    words = _words(source)
    length = rng.randint(12, 60)
    first = rng.randrange(max(1, len(words) - length))
    taken = words[first : first + length]
    changed = _change(rng, [source[a:b] for a, b in taken], vocabulary, noise)
    at = rng.choice([b for _, b in _words(target)])
    planted = target[:at] + " " + " ".join(changed) + target[at:]
    mine = (taken[0][0], taken[-1][1]), (at + 1, at + 1 + len(" ".join(changed)))
    hit = said = 0
    for left, right in find_reuse(source, planted):
        for span, true in ((left, mine[0]), (right, mine[1])):
            said += span.end - span.start
            hit += max(0, min(span.end, true[1]) - max(span.start, true[0]))
    return hit, said, sum(b - a for a, b in mine)


def _words(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        found.append((start, at))
    return found


def _change(rng: random.Random, words: list[str], vocabulary: list[str], noise: float) -> list[str]:
    found = []
    for word in words:
        if rng.random() >= noise:
            found.append(word)
            continue
        kind = rng.choice(("drop", "swap", "add"))
        found += {"drop": [], "swap": [rng.choice(vocabulary)], "add": [word, rng.choice(vocabulary)]}[kind]
    return found or words


if __name__ == "__main__":
    main()
