"""Claims and a codebook into hits: every facet of a theme, each with the words that carry it.

Each distinct word of the corpus is compared once with each distinct phrase word; a phrase is then only looked for in
claims that hold a variant of each of its words. Furniture never reaches this room, since it never becomes a claim.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import attrs

from xref.model import Claim, Codebook, Evidence, Facet, Hit, Settings, Span, Theme
from xref.themes.phrases import Found, Phrase, find_phrase, read_phrase, variants
from xref.words import Word, find_words

BORROWED = 5.0
"""points off a hit for each facet that only a neighbouring claim holds"""


@attrs.frozen
class Index:
    """The words of all claims, and where each distinct word occurs."""

    claims: tuple[Claim, ...]
    """in order"""
    words: tuple[list[Word], ...]
    """words of each claim, spans counted in the document"""
    postings: Mapping[str, frozenset[int]]
    """folded word → numbers of the claims that hold it"""


def index_claims(claims: Sequence[Claim]) -> Index:
    """The index of `claims`."""
    words = tuple(_placed(claim) for claim in claims)
    postings: dict[str, set[int]] = {}
    for number, found in enumerate(words):
        for word in found:
            postings.setdefault(word.key, set()).add(number)
    return Index(tuple(claims), words, {key: frozenset(where) for key, where in sorted(postings.items())})


def _placed(claim: Claim) -> list[Word]:
    return [attrs.evolve(w, span=w.span.shift(claim.span.start)) for w in find_words(claim.text)]


def find_hits(claims: Sequence[Claim], codebook: Codebook, settings: Settings | None = None) -> list[Hit]:
    """The hits of all themes in `claims`, ordered by claim and theme."""
    settings = settings or Settings()
    index = index_claims(claims)
    finder = Finder(index, settings)
    hits: list[tuple[int, int, Hit]] = []
    for order, theme in enumerate(codebook.themes):
        hits += [(number, order, hit) for number, hit in finder.theme(theme)]
    return [hit for _, _, hit in sorted(hits, key=lambda h: h[:2])]


@attrs.define
class Finder:
    """Looks phrases up in an index, each only once."""

    index: Index
    """the corpus"""
    settings: Settings
    """limits"""
    cache: dict[str, dict[int, Found]] = attrs.field(factory=dict)
    """phrase as written → claim number → best place"""
    tables: dict[tuple[str, bool], dict[str, tuple[float, str]]] = attrs.field(factory=dict)
    """phrase word → its variants in the vocabulary"""

    def phrase(self, text: str) -> dict[int, Found]:
        """Where the phrase stands, claim by claim."""
        if text not in self.cache:
            self.cache[text] = self._search(read_phrase(text))
        return self.cache[text]

    def _search(self, phrase: Phrase) -> dict[int, Found]:
        tables = []
        for word in phrase.words:
            mark = (word.key, word.exact)
            if mark not in self.tables:
                self.tables[mark] = variants(word, tuple(self.index.postings), self.settings)
            tables.append(self.tables[mark])
        holders = [frozenset().union(*(self.index.postings.get(key, frozenset()) for key in table)) for table in tables]
        rarest = sorted(holders, key=len)
        numbers = rarest[0].intersection(*rarest[1:]) if rarest else frozenset()
        found = {}
        for number in sorted(numbers):
            place = find_phrase(phrase, tables, self.index.words[number], self.settings)
            if place:
                found[number] = place
        return found

    def facet(self, facet: Facet, least: float) -> dict[int, list[Evidence]]:
        """The evidence of one facet, claim by claim: every phrase that reaches its threshold, best first."""
        floor = facet.threshold if facet.threshold is not None else least
        found: dict[int, list[Evidence]] = {}
        for text in facet.phrases:
            for number, place in self.phrase(text).items():
                if place.score >= floor:
                    claim = self.index.claims[number]
                    found.setdefault(number, []).append(
                        Evidence(facet.name, text, place.span, place.score, place.how, claim.id)
                    )
        return {number: _tidy(evidence) for number, evidence in found.items()}

    def theme(self, theme: Theme) -> list[tuple[int, Hit]]:
        """The hits of one theme with the numbers of their claims."""
        least = theme.threshold if theme.threshold is not None else self.settings.threshold
        facets = [self.facet(facet, least) for facet in theme.facets]
        vetoed = {n for text in theme.exclude for n, place in self.phrase(text).items() if place.score >= least}
        numbers = set().union(*(set(f) for f in facets)) if facets else set()
        hits = []
        for number in sorted(numbers - vetoed):
            gathered = self._gather(number, facets, theme.scope, vetoed)
            if gathered:
                hits.append((number, self._hit(number, theme, gathered)))
        return hits

    def _gather(
        self, number: int, facets: Sequence[dict[int, list[Evidence]]], scope: str, vetoed: set[int]
    ) -> list[list[Evidence]] | None:
        """The evidence for every facet at claim `number`, or None when one is missing."""
        gathered = []
        for facet in facets:
            evidence = facet.get(number)
            if evidence is None and scope == "neighbours":
                near = [n for n in self._neighbours(number) if n in facet and n not in vetoed]
                evidence = facet[near[0]] if near else None
            if evidence is None:
                return None
            gathered.append(evidence)
        return gathered

    def _neighbours(self, number: int) -> list[int]:
        """The claims before and after in the same paragraph."""
        here = self.index.claims[number]
        near = [n for n in (number - 1, number + 1) if 0 <= n < len(self.index.claims)]
        return [
            n
            for n in near
            if self.index.claims[n].document == here.document and self.index.claims[n].block == here.block
        ]

    def _hit(self, number: int, theme: Theme, gathered: Sequence[Sequence[Evidence]]) -> Hit:
        claim = self.index.claims[number]
        score = min(max(e.score for e in evidence) for evidence in gathered)
        score -= BORROWED * sum(evidence[0].claim != claim.id for evidence in gathered)
        evidence = sorted(
            (e for group in gathered for e in group), key=lambda e: (e.span.start, e.span.end, e.facet, e.phrase)
        )
        digest = hashlib.sha256(f"{theme.id}\x1f{claim.id}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
        return Hit("h-" + digest, claim.id, theme.id, round(max(score, 0.0), 1), tuple(evidence))


def _tidy(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The best evidence first, without phrases whose words lie inside a longer one that scores as well."""
    ranked = sorted(evidence, key=lambda e: (-e.score, e.span.start, -(e.span.end - e.span.start), e.phrase))
    kept: list[Evidence] = []
    for one in sorted(ranked, key=lambda e: -(e.span.end - e.span.start)):
        if not any(_covers(other.span, one.span) and other.score >= one.score for other in kept):
            kept.append(one)
    return sorted(kept, key=ranked.index)


def _covers(outer: Span, inner: Span) -> bool:
    return outer.holds(inner)
