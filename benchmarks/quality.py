"""Writes what xref finds in a corpus in the format of the project's scorer (`score_gold.py`).

    python benchmarks/quality.py CORPUS --codebook FILE --out OUT.json

`pairs` lists every claim pair that a card shows, the further ones too, flat and by their own score, best first.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from xref.model import Claim, CrossReference, Document
from xref.pipeline import cross_reference


def main() -> int:
    """Reads the command line, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--codebook", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    result = cross_reference(args.corpus, args.codebook)
    args.out.write_text(json.dumps(describe(result), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def describe(result: CrossReference) -> dict[str, Any]:
    """`result` as the scorer wants it."""
    themes: dict[str, list[str]] = {}
    for hit in result.hits:
        themes.setdefault(hit.claim, []).append(hit.theme)
    actors: dict[str, list[dict[str, str]]] = {}
    for actor in result.actors:
        for name in dict.fromkeys(mention.claim for mention in actor.mentions):
            actors.setdefault(name, []).append({"id": actor.id, "name": actor.name})
    of: dict[str, list[Claim]] = {document.id: [] for document in result.documents}
    for claim in result.claims:
        of[claim.document].append(claim)
    documents = [
        _document(document, [_claim(c, themes.get(c.id, []), actors.get(c.id, [])) for c in of[document.id]])
        for document in result.documents
    ]
    return {"documents": documents, "pairs": _pairs(result)}


def _document(document: Document, claims: list[dict[str, Any]]) -> dict[str, Any]:
    us, ru = document.holding("us"), document.holding("ru")
    return {
        "path": document.path,
        "title": document.title.value if document.title else None,
        "date": document.published.value.iso if document.published else None,
        "administration": us.period if us else None,
        "ru_presidency": ru.period if ru else None,
        "offset_basis": "raw" if document.path.endswith((".txt", ".md")) else "text",
        "chars": len(document.text),
        "claims": claims,
    }


def _claim(claim: Claim, themes: list[str], actors: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "speaker": claim.speaker.name if claim.speaker else None,
        "themes": themes,
        "dates": [mention.value.iso for mention in claim.dates if mention.value],
        "actors": actors,
    }


def _pairs(result: CrossReference) -> list[dict[str, Any]]:
    claims = {claim.id: claim for claim in result.claims}
    paths = {document.id: document.path for document in result.documents}

    def side(claim: Claim) -> dict[str, Any]:
        return {
            "path": paths[claim.document],
            "start": claim.span.start,
            "end": claim.span.end,
            "text": claim.text,
        }

    flat = [(pair, match) for match in result.matches for pair in match.pairs]
    flat.sort(key=lambda item: (-item[0].score, item[1].theme, item[0].left, item[0].right))
    return [
        {"theme": match.theme or "reuse", "a": side(claims[pair.left]), "b": side(claims[pair.right])}
        for pair, match in flat
    ]


if __name__ == "__main__":
    raise SystemExit(main())
