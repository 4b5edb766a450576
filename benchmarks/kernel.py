"""Speed of the theme kernel, as ratios within one run: `python benchmarks/kernel.py [--claims N] [--phrases N]`.

The corpus is made by a seeded script: sentences of the seeds and of tests/corpora, and order-1 chains of their words,
with slips of the pen, so that the vocabulary keeps growing as in scanned text. Times are processor seconds of this
process. The naive loop (`fuzz.partial_ratio` of every phrase with every claim) is run on a sample and scaled. The
kernel's output is compared with the plain reference (tests/themes/plain.py) on a sample of claims and phrases.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from itertools import pairwise
from pathlib import Path

from rapidfuzz import fuzz

from xref.memory import seldom_collected
from xref.model import Claim, Settings, Span
from xref.read import read_corpus
from xref.segment import find_claims
from xref.themes.index import index_claims
from xref.themes.search import Searcher
from xref.themes.thesaurus import build_thesaurus, load_groups

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Prints counted work and ratios; exit 1 when the kernel and the reference differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--phrases", type=int, default=100)
    parser.add_argument("--wording", action="store_true", help="with the thesaurus")
    given = parser.parse_args()
    said = make_claims(given.claims)
    phrases = make_phrases(said, given.phrases)
    claims = [Claim(f"c{n}", f"d{n // 30}", Span(0, len(text)), text, n) for n, text in enumerate(said)]
    thesaurus = build_thesaurus(load_groups()) if given.wording else None

    with seldom_collected():  # as in every run (pipeline.py)
        start = time.process_time()
        searcher = Searcher(index_claims(claims), Settings(), thesaurus, {})
        indexed = time.process_time() - start
        found = sum(len(searcher.phrase(phrase, 80)) for phrase in phrases)
        cold = time.process_time() - start
    warm = cold - indexed
    naive = naive_seconds(said, phrases)
    tokens = sum(map(len, searcher.index.tokens))
    print(f"{given.claims} claims, {tokens} words, {len(searcher.index.words)} distinct, {given.phrases} phrases")
    print(f"work: {given.claims * given.phrases} pairs, {searcher.looked} looked at, {found} found")
    print(f"index {indexed:.2f} s, search {warm:.2f} s, naive loop {naive:.1f} s (scaled from a sample)")
    print(f"times the naive loop: cold {naive / cold:.1f}, warm {naive / warm:.1f}")
    differ = differences(said, phrases, searcher)
    print(f"against the reference on a sample: {differ} differences")
    return 1 if differ else 0


def make_claims(count: int) -> list[str]:
    """`count` sentences, the same every time."""
    corpus = read_corpus([ROOT / "seeds", ROOT / "tests" / "corpora" / "documents"])
    real = [claim.text for document in corpus.documents for claim in find_claims(document).claims]
    after: dict[str, list[str]] = {}
    for text in real:
        words = text.split()
        for a, b in pairwise(words):
            after.setdefault(a, []).append(b)
    rng = random.Random(1)
    starts = sorted(after)
    found = []
    for number in range(count):
        if number % 10 == 0:
            found.append(rng.choice(real))
            continue
        words = [rng.choice(starts)]
        for _ in range(rng.randint(12, 40)):
            words.append(rng.choice(after.get(words[-1], starts)))
        found.append(" ".join(_slip(word, rng) for word in words))
    return found


def _slip(word: str, rng: random.Random) -> str:
    """Now and then a letter changed, as scanning does."""
    if len(word) < 5 or rng.random() > 0.012:
        return word
    at = rng.randrange(1, len(word))
    return word[:at] + rng.choice("abcdefghijklmnopqrstuvwxyz") + word[at + rng.randint(0, 1) :]


def make_phrases(said: list[str], count: int) -> list[str]:
    """Phrases of one to four words that stand side by side in the claims."""
    rng = random.Random(2)
    found: dict[str, None] = {}
    while len(found) < count:
        words = ["".join(c for c in w if c.isalnum()) for w in rng.choice(said).split()]
        length, at = rng.choice((1, 2, 2, 3, 3, 4)), rng.randrange(max(1, len(words) - 4))
        phrase = " ".join(w for w in words[at : at + length] if w)
        if len(phrase) > 5:
            found[phrase] = None
    return list(found)


def naive_seconds(said: list[str], phrases: list[str]) -> float:
    """Processor seconds of comparing every phrase with every claim, scaled from at most 60,000 pairs."""
    rng = random.Random(3)
    sample = rng.sample(said, min(len(said), max(1, 60_000 // len(phrases))))
    folded = [text.casefold() for text in sample]
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for phrase in phrases:
            lower = phrase.casefold()
            for text in folded:
                fuzz.partial_ratio(lower, text, score_cutoff=80)
        best = min(best, time.process_time() - start)
    return best * len(said) / len(sample)


def differences(said: list[str], phrases: list[str], searcher: Searcher) -> int:
    """How many of some phrases are found otherwise by the reference, in the first claims."""
    sys.path.insert(0, str(ROOT))
    from tests.themes import plain

    few = said[:300]
    claims = [Claim(f"c{n}", "d", Span(0, len(text)), text, n) for n, text in enumerate(few)]
    fast = Searcher(index_claims(claims), Settings(), searcher.thesaurus, {})
    count = 0
    for phrase in phrases[:25]:
        found = {
            n: (f.placed.score, tuple(laid.places if laid else () for laid in f.placed.units), f.placed.own)
            for n, f in sorted(fast.phrase(phrase, 80).items())
        }
        count += found != plain.search(phrase, few, 800, searcher.thesaurus, Settings())
    return count


if __name__ == "__main__":
    raise SystemExit(main())
