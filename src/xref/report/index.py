"""Lookups over a result that all parts of the page share: sigla, claims by id, hits by theme, words for dates."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

import attrs

from xref.model import Claim, Contradiction, CrossReference, DateRange, Document, Hit, Match, Series, Standing, Theme
from xref.report.records import Origin
from xref.show import show

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


KIND_LABELS = {"reuse": "Shared passage", "quotation": "Shared quotation"}
"""what joins documents that no theme joins"""
DISPUTES = 40
"""contradictions on the page; all of them stand in contradictions.jsonl"""


@attrs.define(slots=False)
class Index:
    """A result with its lookups."""

    result: CrossReference
    """what was found"""
    standings: tuple[Standing, ...] = ()
    """what reviewers decided"""

    @cached_property
    def standing_of(self) -> dict[str, Standing]:
        """id of a hit or match → what was decided on it"""
        return {s.id: s for s in self.standings}

    @cached_property
    def documents(self) -> dict[str, Document]:
        """id → document"""
        return {d.id: d for d in self.result.documents}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """id → claim"""
        return {c.id: c for c in self.result.claims}

    @cached_property
    def themes(self) -> dict[str, Theme]:
        """id → theme"""
        return {t.id: t for t in self.result.codebook.themes}

    @cached_property
    def sigla(self) -> dict[str, str]:
        """document id → its letter, or number beyond Z"""
        many = len(self.result.documents) > 26
        return {d.id: str(n + 1) if many else chr(65 + n) for n, d in enumerate(self.result.documents)}

    @cached_property
    def hits_of_theme(self) -> dict[str, list[Hit]]:
        """theme id → its hits in order"""
        found: dict[str, list[Hit]] = {t.id: [] for t in self.result.codebook.themes}
        for hit in self.result.hits:
            found.setdefault(hit.theme, []).append(hit)
        return found

    @cached_property
    def matches_of_theme(self) -> dict[str, list[Match]]:
        """theme id → its matches, best first; "" → shared passages"""
        found: dict[str, list[Match]] = {}
        for match in self.result.matches:
            found.setdefault(match.theme, []).append(match)
        return found

    @cached_property
    def matches_of_claim(self) -> dict[str, list[Match]]:
        """claim id → the matches whose pairs use it, best first"""
        found: dict[str, list[Match]] = {}
        for match in self.result.matches:
            for name in dict.fromkeys(name for pair in match.pairs for name in (pair.left, pair.right)):
                found.setdefault(name, []).append(match)
        return found

    @cached_property
    def disputes_of(self) -> dict[frozenset[str], list[Contradiction]]:
        """ids of two claims → the contradictions between them that the page shows"""
        found: dict[frozenset[str], list[Contradiction]] = {}
        for dispute in self.result.contradictions[:DISPUTES]:
            found.setdefault(frozenset((dispute.left.claim, dispute.right.claim)), []).append(dispute)
        return found

    @cached_property
    def hits_of_claim(self) -> dict[str, list[Hit]]:
        """claim id → its hits"""
        found: dict[str, list[Hit]] = {}
        for hit in self.result.hits:
            found.setdefault(hit.claim, []).append(hit)
        return found

    @cached_property
    def claims_of(self) -> dict[str, list[Claim]]:
        """document id → its claims in order"""
        found: dict[str, list[Claim]] = {d.id: [] for d in self.result.documents}
        for claim in self.result.claims:
            found[claim.document].append(claim)
        return found

    @cached_property
    def place(self) -> dict[str, int]:
        """claim id → its number in its document, from 0"""
        return {c.id: n for claims in self.claims_of.values() for n, c in enumerate(claims)}

    @cached_property
    def lead(self) -> Series | None:
        """The first calendar shown that holds a document: the one by which the page compares terms"""
        shown = self.result.calendars.shown
        return next((s for s in shown if any(d.holding(s.id) for d in self.result.documents)), None)

    @cached_property
    def series(self) -> dict[str, Series]:
        """id → calendar"""
        return {s.id: s for s in self.result.calendars.series}

    def document_of(self, claim: str) -> Document:
        """The document of a claim."""
        return self.documents[self.claims[claim].document]

    def label_of(self, match: Match) -> str:
        """What joins the two documents of a match: the theme's label, or what they share."""
        return self.themes[match.theme].label if match.theme else KIND_LABELS[match.kind]

    def hit(self, claim: str, theme: str) -> Hit | None:
        """The hit of `theme` in a claim."""
        return next((h for h in self.hits_of_claim.get(claim, ()) if h.theme == theme), None)

    def siglum(self, claim: str) -> str:
        """The letter of a claim's document."""
        return self.sigla[self.claims[claim].document]


def theme_anchor(theme: str) -> str:
    """The id of a theme's section."""
    return f"t-{theme}"


def cell_anchor(theme: str, column: str) -> str:
    """The id of a theme's hits in one column of the matrix."""
    return f"k-{theme}.{column}"


def reader_anchor(siglum: str) -> str:
    """The id of a document's reader."""
    return f"d-{siglum}"


def origin_of(index: Index, claim: Claim) -> Origin:
    """Where a claim stands, and in which file."""
    document = index.documents[claim.document]
    return Origin(show(document.id), claim.span.start, claim.span.end, document.digest[:16])


def title_of(document: Document) -> str:
    """Title, or the path when none was found."""
    return show(document.title.value) if document.title else show(document.path)


def outlet_of(document: Document) -> str:
    """Outlet, or the kind of document."""
    if document.kind and document.kind.value == "letter":
        return title_of(document)
    if document.outlet:
        return show(document.outlet.value)
    return f"Unnamed {document.kind.value}" if document.kind else "Unnamed outlet"


def words_of_day(day: dt.date) -> str:
    """15 May 2013"""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def words_of_range(value: DateRange) -> str:
    """A day, month, year or range in words."""
    if value.day:
        return words_of_day(value.day)
    iso = value.iso
    if len(iso) == 7:
        return f"{_MONTHS[value.earliest.month - 1]} {value.earliest.year}"
    if len(iso) == 4:
        return iso
    return f"{words_of_day(value.earliest)} – {words_of_day(value.latest)}"


def words_of_gap(days: int) -> str:
    """2 y 209 d"""
    years, rest = divmod(abs(days), 365)
    if years and rest:
        return f"{years} y {rest} d"
    return f"{years} y" if years else f"{rest} day{'' if rest == 1 else 's'}"


def number(value: float) -> str:
    """A score without needless decimals."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
