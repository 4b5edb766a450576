"""What a theme may have forgotten: near misses, phrases that would find more, exclusions that would remove look-alikes.

A suggestion is a recurring term that keeps company with the theme (it is commoner in the claims of its hits, those
beside them and near misses than elsewhere, by log-likelihood), with a preview: the theme is run again with it, and
every claim that is added is told, with what makes it look wrong. Nothing is applied here; accept.py writes what a
person accepts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import attrs

from xref.model import Claim, Hit, Span, Theme
from xref.themes.finder import Finder
from xref.themes.missed import NEAR, misses_of
from xref.themes.suggestion import Change, Suggestion
from xref.themes.terms import Key, Place, find_terms, log_likelihood, said_as, stem
from xref.words import find_words

TRIED = 30
"""terms whose preview is made, for each facet: those that keep company best"""
COMMON = 0.1
"""share of all claims above which a term names no theme"""
COMPANY = 6.63
"""log-likelihood below which a term keeps company with a theme by chance: one of a hundred terms without a tie passes
(Rayson and Garside 2000, Comparing Corpora Using Frequency Profiling; chi-squared of one degree of freedom)"""
SLIGHT = 1.0
"""the same in a corpus of fewer than `SMALL` claims, where no term can reach it: the mean where there is no tie"""
SMALL = 30
"""claims; below it a term stands too seldom for its log-likelihood to pass, however well it keeps to the theme"""
TOLD = 2
"""dismissed hits that a term must have in common; in one it may stand by chance"""
NAME = 0.5
"""worth of a name as a phrase: it is of a person, not of a subject"""
FAR = 200
"""characters between the words of two facets beyond which they may speak of two things: a long sentence"""


def find_suggestions(
    finder: Finder, theme: Theme, limit: int = 10, dismissed: Collection[str] = ()
) -> list[Suggestion]:
    """Phrases and exclusions for `theme`, at most `limit` of each kind, numbered from 1.

    `dismissed` are ids of hits that reviewers dismissed: what they have in common, and no other hit has, is no theme.
    """
    work = _Work.of(finder, theme, frozenset(dismissed))
    phrases = _best(work.phrases())[:limit]
    chosen = phrases + work.exclusions()[:limit]
    return [attrs.evolve(each, number=number) for number, each in enumerate(chosen, 1)]


def _best(found: Sequence[Suggestion]) -> list[Suggestion]:
    """The best company first; of those that add the same claims only one, of one phrase only its best facet.

    Not the most claims first: a phrase that adds many is as a rule a common word, and most of them are wrong.
    """
    kept: list[Suggestion] = []
    seen: set[object] = set()
    for each in sorted(
        found, key=lambda s: (-s.company, s.doubtful - len(s.changes), len(s.phrase), s.phrase, s.facet)
    ):
        marks: set[object] = {each.phrase, frozenset(change.claim for change in each.changes)}
        if not marks & seen:
            kept.append(each)
            seen |= marks
    return kept


@attrs.frozen(eq=False)
class _Work:
    """What is known of a theme in a corpus before anything is suggested."""

    finder: Finder
    theme: Theme
    hits: Mapping[int, Hit]
    home: frozenset[int]
    """the claims of the hits, and those beside them"""
    terms: Mapping[Key, tuple[Place, ...]]
    own: frozenset[str]
    """stems of the theme's own words"""
    refused: frozenset[int]
    """the claims whose hits reviewers dismissed"""

    @classmethod
    def of(cls, finder: Finder, theme: Theme, dismissed: frozenset[str] = frozenset()) -> _Work:
        claims = finder.searcher.index.claims
        hits = dict(finder.theme(theme))
        home = set(hits) | {n for number in hits for n in finder.around(number, "neighbours")}
        fresh = [n for n in range(len(claims)) if n not in finder.repeats]
        texts = [t for facet in theme.facets for t in facet.phrases]
        own = frozenset(stem(word) for text in (*texts, *theme.exclude) for word in find_words(text))
        terms = find_terms(claims, fresh, shortest=1, longest=3, apart=False).places
        refused = frozenset(number for number, hit in hits.items() if hit.id in dismissed)
        return cls(finder, theme, hits, frozenset(home), terms, own, refused)

    @property
    def claims(self) -> Sequence[Claim]:
        return self.finder.searcher.index.claims

    def company(self, holders: set[int], near: set[int]) -> float:
        """How much commoner a term is at home and in the near misses `near` than elsewhere; 0 when not at home."""
        theirs = self.home | near
        both = len(holders & theirs)
        rest = len(self.claims) - len(holders | theirs)
        value = log_likelihood(both, len(holders) - both, len(theirs) - both, rest)
        return value if holders & self.home else 0.0

    def phrases(self) -> list[Suggestion]:
        """Phrases that add claims of which at least one does not look wrong."""
        misses: dict[str, set[int]] = {}
        for number, miss in misses_of(self.finder, self.theme):
            misses.setdefault(miss.facet, set()).add(number)
        worded = [facet for facet in self.theme.facets if not facet.when]
        found = []
        for facet in worded:
            # of a theme with one side every claim may be missed, if its words keep the theme's company
            near = misses.get(facet.name, set())
            pool = near if len(self.theme.facets) > 1 else set(range(len(self.claims))) - set(self.hits)
            for company, key in self._tried(pool, near):
                phrase = said_as(self.claims, self.terms[key])
                changes = self._added(facet.name, phrase)
                if any(not change.doubt for change in changes):
                    found.append(Suggestion(0, "phrase", facet.name, phrase, company, changes))
        return found

    def _tried(self, pool: set[int], near: set[int]) -> list[tuple[float, Key]]:
        most = max(3.0, COMMON * len(self.claims))
        least = COMPANY if len(self.claims) >= SMALL else SLIGHT
        ranked = []
        for key, places in self.terms.items():
            holders = {place.claim for place in places}
            if holders & pool and len(holders) <= most and not self.own.intersection(key):
                company = self.company(holders, near)
                if all(word[:1].isupper() for word in said_as(self.claims, places).split()):
                    company *= NAME
                if company >= least:
                    ranked.append((company, key))
        return sorted(ranked, key=lambda item: (-item[0], item[1]))[:TRIED]

    def _added(self, facet: str, phrase: str) -> tuple[Change, ...]:
        """The claims that would become hits."""
        facets = tuple(
            attrs.evolve(each, phrases=(*each.phrases, phrase)) if each.name == facet else each
            for each in self.theme.facets
        )
        new = self.finder.theme(attrs.evolve(self.theme, facets=facets))
        changes = [self._change(number, hit, phrase) for number, hit in new if number not in self.hits]
        return tuple(sorted(changes, key=lambda change: bool(change.doubt)))

    def _change(self, number: int, hit: Hit, phrase: str) -> Change:
        claim = self.claims[number]
        here = [e for e in hit.evidence if e.phrase == phrase]
        span = next((e.span for e in here if e.claim == claim.id), claim.span)
        return Change(claim.id, span, self._doubt(number, hit, phrase))

    def _doubt(self, number: int, hit: Hit, phrase: str = "") -> str:
        """What makes a hit, by `phrase` or else by its best words, look wrong; empty when nothing does."""
        if hit.denied:
            return "denied"
        least = max(1.0, self.finder.least(self.theme) - NEAR)
        for text in self.theme.exclude:
            if number in self.finder.searcher.phrase(text, least):
                return f"near the exclusion {text}"
        spans = [e.span for e in hit.evidence if e.claim == hit.claim]
        if len(self.theme.facets) > 1:
            gap = max(span.start for span in spans) - min(span.end for span in spans)
            return "its words stand far apart" if gap > FAR else ""
        best = min(hit.evidence, key=lambda e: (e.phrase != phrase, -e.score))
        return "" if self._shares(number, best.span) else "no other word of the theme in it or beside it"

    def _shares(self, number: int, span: Span) -> bool:
        """Whether the claim, outside `span`, or one beside it holds a word of the theme."""
        for at in (number, *self.finder.around(number, "neighbours")):
            shift = self.claims[at].span.start
            for word in self.finder.searcher.words(at):
                inside = at == number and span.holds(word.span.shift(shift))
                if not inside and stem(word) in self.own:
                    return True
        return False

    def exclusions(self) -> list[Suggestion]:
        """Terms that stand in weak or dismissed hits and in no other: around their words, or in two dismissed ones."""
        weak = {number for number, hit in self.hits.items() if self._weakness(number, hit)}
        found = []
        for key, places in sorted(self.terms.items()):
            holders = {place.claim for place in places} & set(self.hits)
            if not holders or not holders <= weak or set(key) <= self.own:
                continue
            told = len(holders & self.refused) >= TOLD
            if told or (len(key) > 1 and all(self._touches(place) for place in places if place.claim in holders)):
                phrase = said_as(self.claims, places)
                changes = self._removed(phrase)
                if changes and {change.claim for change in changes} <= {self.claims[n].id for n in weak}:
                    company = self._against(holders) if told else self.company({p.claim for p in places}, set())
                    found.append(Suggestion(0, "exclude", "", phrase, company, changes))
        return _best(found)

    def _against(self, holders: set[int]) -> float:
        """How much commoner a term is in dismissed hits than in the others."""
        both = len(holders & self.refused)
        others = len(self.hits) - len(self.refused)
        return log_likelihood(both, len(holders) - both, len(self.refused) - both, others - len(holders) + both)

    def _weakness(self, number: int, hit: Hit) -> str:
        if number in self.refused:
            return "dismissed by a reviewer"
        if all(word.group for e in hit.evidence for word in e.words):
            return "met through groups of words alone"
        return self._doubt(number, hit)

    def _touches(self, place: Place) -> bool:
        """Whether a term stands over words that carry the hit of its claim."""
        span = place.span.shift(self.claims[place.claim].span.start)
        hit = self.hits[place.claim]
        return any(e.span.start < span.end and span.start < e.span.end for e in hit.evidence)

    def _removed(self, phrase: str) -> tuple[Change, ...]:
        new = dict(self.finder.theme(attrs.evolve(self.theme, exclude=(*self.theme.exclude, phrase))))
        gone: Iterable[int] = (number for number in self.hits if number not in new)
        return tuple(Change(self.claims[n].id, self.claims[n].span, self._weakness(n, self.hits[n])) for n in gone)
