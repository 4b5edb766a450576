"""The first link of a relay: what the reader holds in hand, with or without a name."""

from __future__ import annotations

from xref.model import Claim, Document


def outermost(document: Document) -> str:
    """What the reader holds in hand: the outlet, or the kind of document when no outlet is printed."""
    if document.kind and document.kind.value == "letter":
        return "letter"
    if document.outlet:
        return (
            f"forum post of {document.outlet.value}"
            if document.kind and document.kind.value == "forum"
            else document.outlet.value
        )
    return _unnamed(document)


def known_relay(document: Document, claim: Claim) -> tuple[str, ...]:
    """Through whom a claim comes, outermost first; without the words for an outlet that is unknown.

    For what is quoted elsewhere, where they would read like a name. Unnamed officials whom the text cites stay.
    """
    return claim.relay[1:] if not document.outlet and claim.relay[:1] == (_unnamed(document),) else claim.relay


def _unnamed(document: Document) -> str:
    return f"unnamed {document.kind.value if document.kind else 'outlet'}"
