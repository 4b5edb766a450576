"""Hits as W3C Web Annotations (Web Annotation Data Model, 2017), one AnnotationPage in JSON-LD.

The theme is a body of purpose tagging; why it was found, a body of purpose describing; what people decided, bodies of
purpose assessing. The place is said twice, by words with what stands around them and by code points (4.2.4, 4.2.5).
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from xref.export.index import Index
from xref.fragment import address_of
from xref.model import Hit

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""characters before and after, as many as an Anchor keeps"""


def write_annotations(index: Index) -> str:
    """The page of annotations, as JSON in ASCII with a line end."""
    items = [_annotation(index, hit) for hit in index.result.hits]
    name = uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(item["id"] for item in items))
    page = {"@context": CONTEXT, "id": f"urn:uuid:{name}", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return json.dumps(page, ensure_ascii=True, indent=1) + "\n"


def _annotation(index: Index, hit: Hit) -> dict[str, Any]:
    claim = index.claims[hit.claim]
    document = index.documents[claim.document]
    text, span = document.text, claim.span
    return {
        "id": f"urn:xref:{quote(hit.id, safe='', errors='backslashreplace')}",
        "type": "Annotation",
        "motivation": "tagging",
        "generator": {"type": "Software", "name": "xref", "homepage": "urn:xref"},
        "body": [
            _said("tagging", index.themes.get(hit.theme, hit.theme)),
            _said("describing", "; ".join(_why(index, hit))),
            *_rulings(index, hit),
        ],
        "target": {
            "type": "SpecificResource",
            "source": address_of(document) or quote(os.fsencode(document.path)),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": claim.text,
                    "prefix": text[max(0, span.start - AROUND) : span.start],
                    "suffix": text[span.end : span.end + AROUND],
                },
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        },
    }


def _said(purpose: str, words: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": words, "format": "text/plain"}


def _why(index: Index, hit: Hit) -> Iterator[str]:
    yield f"theme {hit.theme}, score {hit.score:.1f}"
    for evidence in hit.evidence:
        words = evidence.span.of(index.documents[index.claims[evidence.claim].document].text)
        yield f"{evidence.facet}: “{words}” for “{evidence.phrase}” ({evidence.how})"
    yield f"SHA-256 of the file {index.documents[index.claims[hit.claim].document].digest}"


def _rulings(index: Index, hit: Hit) -> Iterator[dict[str, Any]]:
    standing = index.rulings.get(hit.id)
    for decision in standing.decisions if standing else ():
        words = ": ".join(part for part in (decision.ruling, decision.note) if part)
        if standing and standing.state != "carried":
            words += f" ({standing.state})"
        yield {
            **_said("assessing", words),
            "creator": {"type": "Person", "name": decision.by},
            "created": decision.at,
        }
