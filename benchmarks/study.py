"""Tells what each weight of a pair is worth, and each part of the likeness of events: `python benchmarks/study.py`.

    python benchmarks/study.py                               # the labelled documents in tests/corpora
    python benchmarks/study.py --corpus FOLDER GOLD.json     # and other ones
    python benchmarks/study.py --events DATA.jsonl SCORER    # and events, with the folder of crossdoc.py

Pairs: for each weight what is lost when it is set to nothing. Three figures for each corpus: nDCG of the listed pairs
by their grades, the share of the ten first pairs that are listed, the share of the must-see pairs among the first
twenty. All weights are shaken (each by up to a half, in seeded draws, the same with and without the weight) and the
figures averaged, so that a difference does not rest on the one place where a pair happens to stand. Labels count
characters of text files (.txt, .md); pairs of other formats are not found again.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs

from xref.match import events, find_matches
from xref.match.weights import WEIGHTS, Weights
from xref.model import CrossReference, Match
from xref.pipeline import cross_reference
from xref.tally import count_corpus

ROOT = Path(__file__).parents[1]
DRAWS = 12
"""draws of shaken weights: a minute or two for two small folders"""
NEXT_BEST = 20
"""pairs that a reader goes through"""


@attrs.frozen
class Labelled:
    """A corpus that was read, and what a reader of it would lay side by side."""

    name: str
    result: CrossReference
    gold: Sequence[dict[str, Any]]


def main() -> int:
    """Reads the command line, prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", nargs=2, action="append", type=Path, default=[], metavar=("FOLDER", "GOLD"))
    parser.add_argument("--events", nargs=2, type=Path, metavar=("DATA", "SCORER"))
    parser.add_argument("--draws", type=int, default=DRAWS)
    given = parser.parse_args()
    own = (ROOT / "tests" / "corpora" / "documents", ROOT / "tests" / "corpora" / "gold.json")
    corpora = [read_labelled(folder, gold) for folder, gold in [own, *given.corpus]]
    study_weights(corpora, given.draws)
    if given.events:
        study_events(*given.events)
    return 0


def read_labelled(folder: Path, gold: Path) -> Labelled:
    """The corpus in `folder` and the pairs of its own themes that `gold` lists."""
    listed = json.loads(gold.read_text(encoding="utf-8"))
    themes = {theme["id"] for theme in listed["themes"]}
    pairs = [p for p in listed["pairs"] if p["theme"] in themes and not p.get("optional")]
    return Labelled(folder.parent.name if folder.name == "documents" else folder.name, cross_reference([folder]), pairs)


def study_weights(corpora: Sequence[Labelled], draws: int) -> None:
    """One line for each weight: the figures of each corpus without it, less those with it."""
    shaken = [_shake(random.Random(number)) for number in range(draws)]
    print(f"{'':16}" + "".join(f"{corpus.name:>25}" for corpus in corpora))
    print(f"{'':16}" + f"{'nDCG':>11}{'@10':>7}{'@20':>7}" * len(corpora))
    whole = [_mean(corpus, shaken) for corpus in corpora]
    print(f"{'all weights':16}" + "".join(_line(figures, "{:.3f}") for figures in whole), flush=True)
    for field in attrs.fields(Weights):
        without = [attrs.evolve(weights, **{field.name: 0.0}) for weights in shaken]
        lost = [
            [b - a for a, b in zip(figures, _mean(corpus, without), strict=True)]
            for corpus, figures in zip(corpora, whole, strict=True)
        ]
        print(f"{'- ' + field.name:16}" + "".join(_line(figures, "{:+.3f}") for figures in lost), flush=True)


def _line(figures: Sequence[float], form: str) -> str:
    first, *others = (form.format(figure) for figure in figures)
    return f"{first:>11}" + "".join(f"{figure:>7}" for figure in others)


def _shake(rng: random.Random) -> Weights:
    return Weights(**{name: value * rng.uniform(0.5, 1.5) for name, value in attrs.asdict(WEIGHTS).items()})


def _mean(corpus: Labelled, draws: Sequence[Weights]) -> list[float]:
    result = corpus.result
    all_figures = []
    for weights in draws:
        found = find_matches(count_corpus(result.documents, result.claims), result.hits, result.actors, weights=weights)
        all_figures.append(judge(corpus, found))
    return [sum(figures) / len(draws) for figures in zip(*all_figures, strict=True)]


def judge(corpus: Labelled, found: Sequence[Match]) -> tuple[float, float, float]:
    """nDCG, share of listed pairs among the first ten, share of the must-see ones among the first twenty."""
    claims = {claim.id: claim for claim in corpus.result.claims}
    paths = {document.id: document.path for document in corpus.result.documents}
    flat = sorted(
        ((pair.score, match.theme, pair.left, pair.right) for match in found for pair in match.pairs),
        key=lambda item: (-item[0], *item[1:]),
    )

    def shows(side: dict[str, Any], name: str) -> bool:
        claim = claims[name]
        reach = min(claim.span.end, side["end"]) - max(claim.span.start, side["start"])
        shorter = min(claim.span.end - claim.span.start, side["end"] - side["start"])
        return bool(paths[claim.document] == side["path"] and 2 * reach >= shorter)

    places: dict[int, int] = {}
    for place, (_, theme, left, right) in enumerate(flat):
        for number, gold in enumerate(corpus.gold):
            a, b = gold["a"], gold["b"]
            if gold["theme"] == theme and (
                (shows(a, left) and shows(b, right)) or (shows(a, right) and shows(b, left))
            ):
                places.setdefault(number, place)
    grades = [gold["grade"] for gold in corpus.gold]
    ideal = sum(grade / math.log2(n + 2) for n, grade in enumerate(sorted(grades, reverse=True)))
    gain = sum(grades[number] / math.log2(place + 2) for number, place in places.items())
    must = [number for number, grade in enumerate(grades) if grade == 3]
    seen = sum(places.get(number, NEXT_BEST) < NEXT_BEST for number in must)
    return gain / ideal, len({p for p in places.values() if p < 10}) / 10, seen / max(1, len(must))


def study_events(data: Path, scorer: Path) -> None:
    """Average precision and recall at 90 % precision on events that articles share, by parts of the likeness."""
    sys.path.insert(0, str(scorer))
    # by name: both are at hand only where events can be scored
    crossdoc, numpy = importlib.import_module("crossdoc"), importlib.import_module("numpy")
    rows, candidates, gold = crossdoc.load(data.parent, data.stem)
    texts = [events.Text(row["doc"], row["text"]) for row in rows]
    bags = [events.count_stems(text.text) for text in texts]
    words, letters = events.find_bm25(bags), events.find_letter_cosines([text.text for text in texts])
    near = events.Documents(events.add_up([text.document for text in texts], bags))
    parts = {
        "words": (words, False), "letters": (letters, False), "both": (events.add(words, letters), False),
        "words, documents": (words, True), "letters, documents": (letters, True),
        "both, documents": (events.add(words, letters), True),
    }  # fmt: skip
    print(f"\n{data.stem}: {len(rows)} sentences\n{'likeness of':20}{'AP':>7}{'R@P90':>7}")
    for name, (likeness, documents) in parts.items():
        table = numpy.full(candidates.shape, -1e9)
        for (i, j), value in likeness.items():
            table[i, j] = value * (near.likeness(texts[i].document, texts[j].document) if documents else 1.0)
        figures = crossdoc.score(table, candidates, gold)
        print(f"{name:20}{figures[0]:7.3f}{figures[6]:7.3f}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
