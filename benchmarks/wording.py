"""What the thesaurus is worth: precision and recall of themes over labelled documents, with it on and off.

    python benchmarks/wording.py --docs FOLDER --gold GOLD.json [--codebook FILE] [--refs FOLDER] [--misses]

The labels are in the format of the project's scorer (`xref-gold/1`), and hits are counted as that scorer does: a hit is
right when a labelled claim that shares half of the shorter one carries the theme, and one of a look-alike is a near
miss. A label is laid onto the text by its letters and figures, since files hold marks that a text does not; labels of
extracted text (PDF, docx) want that text in --refs, FILE.txt. Both lines come from the same claims; only the codebook's
`wording` differs.
"""

from __future__ import annotations

import argparse
import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from xref.model import Claim, CrossReference, Hit
from xref.pipeline import cross_reference
from xref.themes import find_hits, make_context

TOUCH = 0.5
"""share of the shorter of two spans that makes them one claim, as in the scorer"""

Label = Mapping[str, Any]


def main() -> int:
    """Reads the command line, prints a line with the thesaurus and one without."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=Path, default=Path("tests/corpora/documents"))
    parser.add_argument("--gold", type=Path, default=Path("tests/corpora/gold.json"))
    parser.add_argument("--codebook", type=Path)
    parser.add_argument("--refs", type=Path)
    parser.add_argument("--misses", action="store_true", help="also list what the thesaurus adds that is wrong")
    args = parser.parse_args()
    result = cross_reference([args.docs], args.codebook)
    gold = json.loads(args.gold.read_text(encoding="utf-8"))
    skipped = lay(gold, {d.path: d.text for d in result.documents}, args.docs, args.refs)
    tallies = {
        name: count(result, hits, gold)
        for name, hits in (("on", result.hits if result.codebook.wording else find(result, True)),
                           ("off", find(result, False)))
    }  # fmt: skip
    print("thesaurus  precision  recall  F1     near misses")
    for name, tally in tallies.items():
        print(f"{name:<9}  {tally.precision:9.3f}  {tally.recall:6.3f}  {tally.f1:.3f}  "
              f"{len(tally.near)} of {tally.lookalikes}")  # fmt: skip
    if skipped:
        print(f"not counted, their words were not found: {len(skipped)} labels, of {', '.join(sorted(set(skipped)))}")
    if args.misses:
        for line in sorted({*tallies["on"].false, *tallies["on"].near} - {*tallies["off"].false, *tallies["off"].near}):
            print(f"  added by the thesaurus: {line}")
    return 0


def lay(gold: Label, texts: Mapping[str, str], docs: Path, refs: Path | None) -> list[str]:
    """Turns the labels' `start` and `end` into characters of `texts`; gives the path of each that was not found.

    What is not found leaves the claims of its document, and starts at -1 among the look-alikes.
    """
    skipped = []
    for document in gold["documents"]:
        path, raw = document["path"], document["offset_basis"] == "raw"
        source = docs / path if raw else (refs / f"{path}.txt" if refs else None)
        said = source.read_bytes().decode("utf-8-sig", "replace") if source and source.is_file() else ""
        squeezed, places = _squeeze(texts.get(path, ""))
        nears = [n for theme in gold["themes"] for n in theme["near_misses"] if n["path"] == path]
        for label in (*document["claims"], *nears):
            words = said[label["start"] : label["end"]]
            share = label["start"] / max(1, len(said))
            bare = html.unescape(re.sub("<[^>]*>", " ", words))
            at = _nearest(squeezed, _squeeze(words)[0], share) or _nearest(squeezed, _squeeze(bare)[0], share)
            if at is None:
                skipped.append(path)
            label["start"], label["end"] = (places[at[0]], places[at[1] - 1] + 1) if at else (-1, -1)
        document["claims"] = [label for label in document["claims"] if label["start"] >= 0]
    return skipped


def _squeeze(text: str) -> tuple[str, list[int]]:
    """The letters and figures of `text`, each one lower-case character, and where each stands."""
    places = [n for n, char in enumerate(text) if char.isalnum()]
    return "".join(text[n].lower()[0] for n in places), places


def _nearest(text: str, words: str, share: float) -> tuple[int, int] | None:
    """The occurrence of `words` in `text` that is nearest to that share of it; None when there is none."""
    starts = [match.start() for match in re.finditer(f"(?={re.escape(words)})", text)] if words else []
    best = min(starts, key=lambda start: abs(start - share * len(text)), default=None)
    return None if best is None else (best, best + len(words))


def find(result: CrossReference, wording: bool) -> Sequence[Hit]:
    """The hits in the claims of `result` with the thesaurus on or off for the whole codebook."""
    context = make_context(result.documents, result.actors, result.calendars)
    return find_hits(result.claims, attrs.evolve(result.codebook, wording=wording), result.settings, context)


@attrs.define
class Tally:
    """Counts over all themes."""

    right: int = 0
    """hits on a claim that carries the theme"""
    false: list[str] = attrs.field(factory=list)
    """hits on a claim that does not, as lines to read"""
    met: int = 0
    """labelled claims that were found"""
    labelled: int = 0
    near: list[str] = attrs.field(factory=list)
    """look-alikes that were hit, as lines to read"""
    lookalikes: int = 0

    @property
    def precision(self) -> float:
        given = self.right + len(self.false)
        return self.right / given if given else 0.0

    @property
    def recall(self) -> float:
        return self.met / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def count(result: CrossReference, hits: Iterable[Hit], gold: Label) -> Tally:
    """`hits` against the labels, which `lay` has laid onto the texts."""
    paths = {document.id: document.path for document in result.documents}
    claims = {claim.id: claim for claim in result.claims}
    found: dict[tuple[str, str], list[Claim]] = {}
    for hit in hits:
        claim = claims[hit.claim]
        found.setdefault((hit.theme, paths[claim.document]), []).append(claim)
    documents = {d["path"]: d["claims"] for d in gold["documents"]}
    tally = Tally()
    for theme in gold["themes"]:
        for path, labels in documents.items():
            _tally(tally, f"{theme['id']} {path}", found.get((theme["id"], path), []), labels)
        for near in theme["near_misses"]:
            if near["start"] >= 0:
                _look_alike(tally, theme["id"], near, found, documents[near["path"]])
    return tally


def _tally(tally: Tally, name: str, found: Sequence[Claim], labels: Sequence[Label]) -> None:
    theme = name.split(maxsplit=1)[0]
    wanted = [label for label in labels if theme in label["themes"] and not label["optional"]]
    tally.labelled += len(wanted)
    tally.met += sum(any(touch(claim, label) for claim in found) for label in wanted)
    for claim in found:
        here = [label for label in labels if touch(claim, label)]
        if any(theme in label["themes"] for label in here):
            tally.right += 1
        elif not any(theme in label["themes_optional"] or label["optional"] for label in here):
            tally.false.append(f"{name}:{claim.span.start}: {' '.join(claim.text.split())}")


def _look_alike(
    tally: Tally, theme: str, near: Label, found: Mapping[tuple[str, str], Sequence[Claim]], labels: Sequence[Label]
) -> None:
    tally.lookalikes += 1
    right = [label for label in labels if theme in label["themes"]]
    touching = [c for c in found.get((theme, near["path"]), ()) if touch(c, near)]
    hit = [c for c in touching if not any(touch(c, label) for label in right)]
    if hit:
        tally.near.append(f"{theme} {near['path']}:{hit[0].span.start}: {' '.join(hit[0].text.split())}")


def touch(claim: Claim, label: Label) -> bool:
    """Whether a claim and a label are one: they share half of the shorter."""
    start, end = int(label["start"]), int(label["end"])
    shared = min(claim.span.end, end) - max(claim.span.start, start)
    return shared > 0 and shared >= TOUCH * min(claim.span.end - claim.span.start, end - start)


if __name__ == "__main__":
    raise SystemExit(main())
