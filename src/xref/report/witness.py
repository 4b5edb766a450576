"""Whether a document says what a page quotes: file, place and words."""

from __future__ import annotations

from collections.abc import Iterable

from xref.model import Document
from xref.report.highlight import NOTE, TAG
from xref.report.replay import CONTEXTS, Quotation
from xref.show import show

DIGITS = 16
"""hexadecimal digits of a file's hash that a page must give: fewer can be forged"""
SHOWN = 60
"""characters told of a difference"""


def fault_of(quotation: Quotation, document: Document | None) -> str:
    """What does not hold, in words; empty when everything does. `document` is the one with the quotation's id."""
    if quotation.fault:
        return quotation.fault
    if not quotation.document:
        return "the page shows a quotation without saying where it stands"
    if document is None:
        return f"the corpus has no document {quotation.document}"
    if len(quotation.digest) < DIGITS or not document.digest.startswith(quotation.digest):
        return (
            f"{document.path} is another file than the one quoted: its SHA-256 begins {document.digest[:DIGITS]}, "
            f"the page says {quotation.digest or 'nothing'}"
        )
    if not 0 <= quotation.start < quotation.end <= len(document.text):
        return f"{document.path} has {len(document.text)} characters, no {quotation.start}-{quotation.end}"
    if quotation.context:
        return _beside(quotation, document)
    said = _shown(document.text[quotation.start : quotation.end])
    if said == quotation.words:
        return ""
    least = min(len(said), len(quotation.words))
    at = max(0, next((n for n in range(least) if said[n] != quotation.words[n]), least) - 10)
    return (
        f"{document.path} says “{said[at : at + SHOWN]}” at characters {quotation.start}-{quotation.end}, "
        f"the page “{quotation.words[at : at + SHOWN]}”"
    )


def find_same(quotation: Quotation, documents: Iterable[Document]) -> Document | None:
    """The document with the quotation's hash, whatever it is called here; None when there is none."""
    if len(quotation.digest) < DIGITS:
        return None
    return next((document for document in documents if document.digest.startswith(quotation.digest)), None)


def _beside(quotation: Quotation, document: Document) -> str:
    """A neighbouring sentence is shortened: what is left of it must stand in the document."""
    words = quotation.words.removeprefix("… ").removesuffix(" …")
    if quotation.words in CONTEXTS or words in " ".join(show(TAG.sub("", NOTE.sub("", document.text))).split()):
        return ""
    return f"{document.path} nowhere says “{words[:SHOWN]}”, which the page shows beside a quotation"


def _shown(text: str) -> str:
    """`text` as a page shows it: inline tags off, what is invisible named, runs of space made one."""
    return " ".join(show(TAG.sub("", text)).split())
