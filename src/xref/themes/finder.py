"""Claims and a codebook into hits: every facet of a theme, each with the words that carry it.

Furniture never reaches this room, since it never becomes a claim. A sentence that a document prints twice (a caption
and the text below it) counts once, where it stands first. How a phrase is found: search.py and phrases.py.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import attrs

from xref import fold
from xref.model import Evidence, Facet, Hit, Theme
from xref.themes.computed import Context, find_computed
from xref.themes.language import read_phrase
from xref.themes.meant import Asked, find_ordinary, find_other, may_differ, tell_senses
from xref.themes.phrases import Placed
from xref.themes.search import Searcher
from xref.themes.stretch import Found
from xref.themes.tidy import one_each, tidy

BORROWED = 5.0
"""points off a hit for each facet that only another claim of its scope holds"""
OWN_SHARE = 200
"""share of a phrase's weight, in tenths of a percent, that its own words must meet. A fifth: below it the thesaurus
alone speaks, and then another word of the theme must stand in the claim"""

KEPT = 16
"""themes whose facets are kept: a preview asks for the theme as it is again and again, for each other one once"""


@attrs.define(eq=False)
class Finder:
    """Finds themes in one corpus."""

    searcher: Searcher
    """finds phrases"""
    context: Context
    """what computed facets look at"""
    repeats: frozenset[int] = attrs.field(init=False)
    """numbers of claims that say again what an earlier claim of their document says"""

    vocabularies: dict[str, list[frozenset[int]]] = attrs.field(factory=dict)
    """id of a theme → for each content word of its phrases the words of the corpus that are it"""

    asked: dict[tuple[Theme, Facet], Asked] = attrs.field(factory=dict)
    """what a facet asks for, which tells the senses of its words"""
    held: dict[Theme, list[dict[int, list[Evidence]]]] = attrs.field(factory=dict)
    """theme → the evidence of its facets"""
    made: dict[tuple[str, str, int, Placed], Evidence] = attrs.field(factory=dict)
    """facet, phrase, number of a claim, where it lies → the evidence"""
    senseful: dict[str, bool] = attrs.field(factory=dict)
    """phrase → whether its words have several senses"""

    def __attrs_post_init__(self) -> None:
        seen: set[tuple[str, str]] = set()
        again = set()
        for number, claim in enumerate(self.searcher.index.claims):
            mark = (claim.document, fold.key(claim.text))
            if mark in seen:
                again.add(number)
            seen.add(mark)
        self.repeats = frozenset(again)

    def theme(self, theme: Theme) -> list[tuple[int, Hit]]:
        """The hits of one theme with the numbers of their claims."""
        facets = self.facets(theme)
        vetoed = self.vetoed(theme)
        # a computed facet alone makes no hit: the theme's words must stand in the claim
        numbers = (
            set().union(*(set(f) for f, asked in zip(facets, theme.facets, strict=True) if not asked.when)) - vetoed
        )
        hits = []
        for number in sorted(numbers):
            gathered = self._gather(number, facets, theme.scope, vetoed)
            if gathered:
                hits.append((number, self._hit(number, theme, gathered)))
        return one_each(hits, theme.scope, self.searcher.index.claims)

    def vetoed(self, theme: Theme) -> set[int]:
        """The claims that an excluded phrase refuses, and those that only say again what an earlier one says."""
        least = self.least(theme)
        return {n for text in theme.exclude for n in self.searcher.phrase(text, least, wording=False)} | self.repeats

    def facets(self, theme: Theme) -> list[dict[int, list[Evidence]]]:
        """The evidence of each facet, claim by claim; of computed ones only where a phrase of the theme stands."""
        if theme in self.held:
            return self.held[theme]
        found = {n: self.facet(facet, theme) for n, facet in enumerate(theme.facets) if not facet.when}
        near = sorted(set().union(*found.values())) if found else []
        claims = self.searcher.index.claims
        for n, facet in enumerate(theme.facets):
            if facet.when:
                found[n] = find_computed(facet, claims, near, self.context)
        if len(self.held) == KEPT:
            self.held.clear()
        self.held[theme] = [found[n] for n in range(len(theme.facets))]
        return self.held[theme]

    def least(self, theme: Theme, facet: Facet | None = None) -> float:
        """The score that a phrase must reach."""
        if facet is not None and facet.threshold is not None:
            return facet.threshold
        return theme.threshold if theme.threshold is not None else self.searcher.settings.threshold

    def facet(self, facet: Facet, theme: Theme) -> dict[int, list[Evidence]]:
        """The evidence of one facet, claim by claim: every phrase that reaches its threshold, best first."""
        least = self.least(theme, facet)
        found: dict[int, list[Evidence]] = {}
        for text in facet.phrases:
            for number, place in self.phrase(text, facet, theme, least).items():
                if place.placed.own >= OWN_SHARE or self.company(number, place, theme):
                    found.setdefault(number, []).append(self._evidence(facet.name, text, number, place))
        return {number: tidy(evidence) for number, evidence in found.items()}

    def _evidence(self, facet: str, text: str, number: int, found: Found) -> Evidence:
        """The evidence of a phrase, made once: a preview runs the theme again with one phrase more."""
        mark = (facet, text, number, found.placed)
        if mark not in self.made:
            self.made[mark] = self.searcher.evidence(facet, text, number, found)
        return self.made[mark]

    def phrase(self, text: str, facet: Facet, theme: Theme, least: float) -> Mapping[int, Found]:
        """Where a phrase of a facet stands, its words in no sense that the theme does not ask for."""
        found = self.searcher.phrase(text, least, wording=facet.wording)
        asked = self._asked(text, facet, theme)
        if asked is None:
            return found
        kept = {n: find_ordinary(self.searcher, n, place, asked, least) for n, place in found.items()}
        return {n: place for n, place in kept.items() if place}

    def other_sense(self, text: str, facet: Facet, theme: Theme, number: int) -> str:
        """Why a phrase that stands in a claim does not count there: the sense of its words; empty when it counts."""
        least = self.least(theme, facet)
        place = self.searcher.phrase(text, least, wording=facet.wording).get(number)
        asked = self._asked(text, facet, theme)
        if place is None or asked is None or find_ordinary(self.searcher, number, place, asked, least):
            return ""
        return "; ".join(tell_senses(self.searcher, number, find_other(self.searcher, number, place, asked, least)))

    def _asked(self, text: str, facet: Facet, theme: Theme) -> Asked | None:
        """What a facet asks for; None where a phrase is met whatever its sense."""
        if self.searcher.thesaurus is None or not facet.wording or text.lstrip().startswith("="):
            return None
        if text not in self.senseful:
            self.senseful[text] = may_differ(self.searcher, text)
        if not self.senseful[text]:
            return None
        if (theme, facet) not in self.asked:
            self.asked[theme, facet] = Asked.of(theme, facet)
        return self.asked[theme, facet]

    def company(self, number: int, found: Found, theme: Theme) -> bool:
        """Whether the claim holds another word of the theme, as the codebook writes it."""
        taken = set(found.placed.places)
        words = {token >> 2 for place, token in enumerate(self.searcher.index.tokens[number]) if place not in taken}
        return any(not words.isdisjoint(table) for table in self.vocabulary(theme))

    def vocabulary(self, theme: Theme) -> list[frozenset[int]]:
        """For each content word of the theme's phrases the words of the corpus that are it."""
        if theme.id in self.vocabularies:
            return self.vocabularies[theme.id]
        found: dict[str, frozenset[int]] = {}
        for facet in theme.facets:
            for text in facet.phrases:
                for phrase in read_phrase(text.lstrip().removeprefix("=")):
                    for unit in self.searcher.units(phrase, wording=False):
                        if unit.weight > 1:
                            found[unit.text] = frozenset(n for table in unit.options[0].tables for n in table)
        self.vocabularies[theme.id] = list(found.values())
        return self.vocabularies[theme.id]

    def _gather(
        self, number: int, facets: Sequence[Mapping[int, list[Evidence]]], scope: str, vetoed: set[int]
    ) -> list[list[Evidence]] | None:
        """The evidence for every facet at claim `number`, or None when one is missing."""
        gathered = []
        for facet in facets:
            evidence = facet.get(number)
            if evidence is None and scope != "claim":
                near = next((n for n in self.around(number, scope) if n in facet and n not in vetoed), None)
                evidence = facet[near] if near is not None else None
            if evidence is None:
                return None
            gathered.append(evidence)
        return gathered

    def around(self, number: int, scope: str) -> list[int]:
        """The other claims in the scope of a claim, the nearest first, the one before ahead of the one after."""
        claims = self.searcher.index.claims
        here = claims[number]
        reach = 1 if scope == "neighbours" else len(claims)
        found = []
        for step in (-1, 1):
            at = number + step
            while 0 <= at < len(claims) and abs(at - number) <= reach and claims[at].document == here.document:
                if scope != "document" and claims[at].block != here.block:
                    break
                found.append(at)
                at += step
        return sorted(found, key=lambda n: (abs(n - number), n))

    def _hit(self, number: int, theme: Theme, gathered: Sequence[Sequence[Evidence]]) -> Hit:
        claim = self.searcher.index.claims[number]
        score = min(max(e.score for e in evidence) for evidence in gathered)
        score -= BORROWED * sum(evidence[0].claim != claim.id for evidence in gathered)
        evidence = sorted(
            (e for group in gathered for e in group), key=lambda e: (e.span.start, e.span.end, e.facet, e.phrase)
        )
        digest = hashlib.sha256(f"{theme.id}\x1f{claim.id}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
        return Hit("h-" + digest, claim.id, theme.id, round(max(score, 0.0), 1), tuple(evidence))
