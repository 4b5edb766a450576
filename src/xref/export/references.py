"""Documents as references for bibliography programs: CSL-JSON 1.0.2 (citation-style-language/schema, csl-data.json).

An unknown date is left out, never filled in; one that means several days is a range. A name stays as it is printed
(`literal`), since nothing says which part is the family's. `note` holds the SHA-256 of the file.
"""

from __future__ import annotations

import json
from typing import Any

from xref.export.index import Index, value
from xref.fragment import address_of
from xref.model import Document

_TYPES = {
    "letter": "personal_communication", "news": "article-newspaper", "blog": "post-weblog", "forum": "post",
    "transcript": "interview", "interview": "interview", "speech": "speech", "mail": "personal_communication",
}  # fmt: skip
"""kind of a document -> type of the schema; of any other kind, a page of the web or a document"""


def write_references(index: Index) -> str:
    """All documents as one list, in the order of the result; JSON in ASCII with a line end."""
    return json.dumps([reference(document) for document in index.result.documents], ensure_ascii=True, indent=1) + "\n"


def reference(document: Document) -> dict[str, Any]:
    """One document as an item of CSL-JSON."""
    link = address_of(document)
    found: dict[str, Any] = {
        "id": document.id,
        "type": _TYPES.get(value(document.kind), "webpage" if link else "document"),
        "title": value(document.title),
        "container-title": value(document.outlet),
        "author": [{"literal": document.author.value}] if document.author else [],
        "issued": _issued(document),
        "URL": link,
        "note": f"SHA-256 {document.digest}",
    }
    return {key: held for key, held in found.items() if held}


def _issued(document: Document) -> dict[str, Any]:
    if not document.published:
        return {}
    days = document.published.value
    iso = days.iso
    if "/" in iso:
        return {"date-parts": [[d.year, d.month, d.day] for d in (days.earliest, days.latest)]}
    return {"date-parts": [[int(part) for part in iso.split("-")]]}
