"""The nouns of a result by id, and their facts in words: what accounts of them are made of."""

from __future__ import annotations

from xref.cli.columns import date_of, flow
from xref.layout import locate, place_of, words_of_place
from xref.model import CrossReference, DateCandidate, Document, Fact, Hit, Pair, Span


class Library:
    """The nouns of a result by id, for accounts that follow references."""

    def __init__(self, result: CrossReference) -> None:
        self.result = result
        self.documents = {d.id: d for d in result.documents}
        self.claims = {c.id: c for c in result.claims}

    def place(self, document: Document, span: Span) -> str:
        """Where `span` stands, for people and for programs."""
        line, column = place_of(document.text, span.start)
        inside = f"{document.path} line {line} column {column}, characters {span.start}-{span.end}"
        return inside + self.in_file(document, span)

    def in_file(self, document: Document, span: Span) -> str:
        """Where an extracted text has the words in its file, if that is known: "; in the file: page 3, box ..."."""
        place = locate(document, span)
        if place is None:
            return ""
        box = f", box {' '.join(map(str, place.box))} points" if place.box else ""
        return f"; in the file: {words_of_place(place)}{box}"

    def dated(self, document: Document) -> str:
        """The date of publication and how it was found; what is undated is said to be so."""
        if document.published is None:
            return f"{date_of(document)}; no date was certain"
        return self.candidate(document, document.published)

    def candidate(self, document: Document, candidate: DateCandidate) -> str:
        """A date as written, with its place, rule, confidence and what agrees."""
        words = f", written “{flow(candidate.words)}”" if candidate.words else ""
        agrees = "".join(f"; agrees: {other}" for other in candidate.agrees)
        how = f"{candidate.how}{self._where(document, candidate.span)}, confidence {candidate.confidence}"
        return f"{candidate.value.iso}{words} ({how}){agrees}"

    def fact(self, document: Document, fact: Fact | None) -> str:
        """A fact with its rule and place."""
        return f"{fact.value} ({fact.how}{self._where(document, fact.span)})" if fact else "not known"

    def _where(self, document: Document, span: Span | None) -> str:
        return f", characters {span.start}-{span.end}{self.in_file(document, span)}" if span else ""

    def both_dated(self, pair: Pair) -> bool:
        """Whether one of the two documents can be called the earlier one."""
        return all(self.documents[self.claims[name].document].published for name in (pair.left, pair.right))

    def dating(self, claim: str) -> str:
        """The date of publication of a claim's document, or "undated"."""
        return date_of(self.documents[self.claims[claim].document])

    def hits(self, claim: str) -> list[Hit]:
        """The hits of a claim."""
        return [hit for hit in self.result.hits if hit.claim == claim]
