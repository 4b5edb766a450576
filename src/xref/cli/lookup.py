"""From an id to what carries it; an id that nothing carries is told with the nearest one that something does."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from xref.errors import LookupFault
from xref.model import Actor, Claim, Contradiction, CrossReference, Document, Hit, Match, Theme

Found = Match | Contradiction | Hit | Claim | Document | Actor


def find_noun(result: CrossReference, name: str) -> Found:
    """The noun of the result with id `name`, or the claim at DOCUMENT:OFFSET; else LookupFault."""
    everything: tuple[tuple[Found, ...], ...] = (
        result.matches, result.contradictions, result.hits, result.claims, result.documents, result.actors,
    )  # fmt: skip
    by_id: dict[str, Found] = {}
    for nouns in everything:
        for noun in nouns:
            by_id.setdefault(noun.id, noun)
    if name in by_id:
        return by_id[name]
    head, colon, offset = name.rpartition(":")
    if colon and offset.isdecimal() and offset.isascii():
        return _claim_at(result, find_document(result, head), int(offset))
    if colon and head in {known for d in result.documents for known in (d.id, d.path)}:
        raise LookupFault(f"{name}: after the colon goes a number of characters, such as {head}:150")
    raise _unknown(
        "nothing in this corpus has the id", name, by_id, "see xref show matches|hits|claims|documents|actors"
    )


def find_quotation(result: CrossReference, name: str) -> Match | Hit | Claim:
    """The match, hit or claim whose id is or alone begins with `name`; raises LookupFault."""
    everything: tuple[tuple[Match | Hit | Claim, ...], ...] = (result.matches, result.hits, result.claims)
    begun = {noun.id: noun for nouns in everything for noun in nouns if noun.id.startswith(name)} if name else {}
    if name in begun or len(begun) == 1:
        return begun[name] if name in begun else next(iter(begun.values()))
    if len(begun) > 1:
        raise LookupFault(f"{len(begun)} ids begin with {name}, such as {' and '.join(sorted(begun)[:2])}: write more")
    known = [noun.id for nouns in everything for noun in nouns]
    raise _unknown("no match, hit or claim has the id", name, known, "see xref show matches|hits|claims")


def find_document(result: CrossReference, name: str) -> Document:
    """The document with id or path `name`; raises LookupFault."""
    return pick_document(result.documents, name)


def pick_document(documents: Iterable[Document], name: str) -> Document:
    """The one of `documents` with id or path `name`; raises LookupFault."""
    known = list(documents)
    for document in known:
        if name in (document.id, document.path):
            return document
    raise _unknown("no document", name, [d.id for d in known], "see xref show documents")


def find_theme(result: CrossReference, name: str) -> Theme:
    """The theme with id or alias `name`; raises LookupFault."""
    try:
        return result.codebook.theme(name)
    except KeyError:
        ids = [theme.id for theme in result.codebook.themes]
        raise _unknown("no theme", name, ids, f"the codebook has {', '.join(ids) or 'none'}") from None


def find_period(result: CrossReference, name: str) -> tuple[str, str]:
    """Series and id of the term called `name`, "obama-2" or "us:obama-2"; raises LookupFault."""
    head, _, tail = name.rpartition(":")
    known = [(series.id, period.id) for series in result.calendars.shown for period in series.periods]
    found = [(series, period) for series, period in known if period == tail and head in ("", series)]
    if len(found) > 1:
        said = " or ".join(f"{series}:{period}" for series, period in found)
        raise LookupFault(f"several calendars have a term {name}: write {said}")
    if not found:
        held = sorted({h.period for document in result.documents for h in document.holdings})
        near = [period for _, period in known]
        raise _unknown("no term", name, near, f"documents fall under these: {', '.join(held) or 'none'}")
    return found[0]


def _claim_at(result: CrossReference, document: Document, offset: int) -> Claim:
    for claim in result.claims:
        if claim.document == document.id and claim.span.start <= offset < claim.span.end:
            return claim
    for block in result.blocks:
        if block.document == document.id and block.span.start <= offset < block.span.end and block.furniture:
            raise LookupFault(
                f"character {offset} of {document.id} is in no claim: characters {block.span.start}-{block.span.end} "
                f"are {block.kind}, kept apart by the rule {block.rule}; no theme is looked for there"
            )
    raise LookupFault(f"character {offset} of {document.id} is in no claim; it has {len(document.text)} characters")


def _unknown(what: str, name: str, known: Iterable[str], otherwise: str) -> LookupFault:
    # sorted, so that ties are decided the same way everywhere
    ordered = sorted(known)
    # three characters: people type the beginning of a long id, but a shorter piece is in too many
    parts = [each for each in ordered if len(name) >= 3 and name.casefold() in each.casefold()]
    # 60: a slip in a short id leaves it, two unlike ids do not reach it
    near = process.extractOne(name, ordered, scorer=fuzz.ratio, score_cutoff=60)
    guesses = parts[:3] or ([near[0]] if near else [])
    hint = f"did you mean {' or '.join(guesses)}?" if guesses else otherwise
    return LookupFault(f"{what} {name}: {hint}")
