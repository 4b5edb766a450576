"""Hits into matches: one card for a theme and two documents, the best pair of claims first.

Bounded: while a theme has few documents every two of them get a card; beyond that the chain in order of time and the
best cards; in a large theme the best are looked for in each two periods only (never all pairs of hits).
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from xref.match.events import Documents
from xref.match.origin import find_origins
from xref.match.rarity import Rarity, weigh_words
from xref.match.reasons import find_origin, find_reasons
from xref.match.side import Side, count_extra, own_evidence, theme_stems
from xref.match.stance import read_stance
from xref.match.traits import read_traits
from xref.match.variety import Scored, vary
from xref.match.weights import WEIGHTS, Weights
from xref.model import Actor, Claim, Document, Hit, Match, Pair, Reason, Settings, Span
from xref.tally import Counted
from xref.words import STOP

SIDES = 12
"""claims of one theme and document that are paired, the best hits: more in one document repeat each other"""
LEAST = 30.0
"""points below which a further pair of a card is not listed in a theme of many documents: repetition has eaten up what
the theme alone gives"""
TRIED = 3
"""claims of a document, the best hits, by which it is told whether it gets a card with another one"""
WIDE = 40
"""documents of a theme up to which every two are compared before the best cards are kept: 780 comparisons"""


@attrs.frozen
class _Known:
    """What all themes look up: made once for a corpus."""

    claims: Mapping[str, Claim]
    place: Mapping[str, int]
    documents: Mapping[str, Document]
    count: Mapping[str, int]
    named: Mapping[str, Mapping[str, Span]]
    near: Documents


def find_matches(
    corpus: Counted,
    hits: Sequence[Hit],
    actors: Sequence[Actor] = (),
    settings: Settings | None = None,
    weights: Weights = WEIGHTS,
) -> list[Match]:
    """The cards of all themes, best first."""
    settings = settings or Settings()
    rarity = weigh_words(corpus)
    by_theme: dict[str, list[Hit]] = {}
    for hit in hits:
        by_theme.setdefault(hit.theme, []).append(hit)
    cards: list[Match] = []
    known = _look_up(corpus, actors)
    for theme, found in by_theme.items():
        cards += _cards(theme, _sides(found, known), _Scorer(rarity, known.near, weights), settings)
    return sorted(cards, key=lambda m: (-m.score, m.theme, m.documents, m.id))


@attrs.frozen
class _Scorer:
    """What the points of a pair rest on besides its two sides."""

    rarity: Rarity
    near: Documents
    weights: Weights

    def score(self, left: Side, right: Side) -> Scored:
        near = self.near.likeness(left.document.id, right.document.id)
        return Scored(left, right, find_reasons(left, right, self.rarity, near, self.weights))

    def trace(self, pair: Scored) -> Scored:
        """The pair with what it loses when both sides rest on one origin."""
        reason = find_origin(pair.left, pair.right, self.weights)
        return attrs.evolve(pair, reasons=(*pair.reasons, reason)) if reason else pair


def _look_up(corpus: Counted, actors: Sequence[Actor]) -> _Known:
    place: dict[str, int] = {}
    count: Counter[str] = Counter()
    for claim in corpus.claims:
        place[claim.id] = count[claim.document]
        count[claim.document] += 1
    named: dict[str, dict[str, Span]] = {}
    for actor in actors:
        for mention in actor.mentions:
            # places ("Moscow") are in every claim of such a corpus and say little
            if actor.kind != "place":
                named.setdefault(mention.claim, {}).setdefault(actor.id, mention.span)
    near = Documents({name: tally.said for name, tally in corpus.tallies.items()})
    return _Known(
        {claim.id: claim for claim in corpus.claims}, place, {d.id: d for d in corpus.documents}, count, named, near,
    )  # fmt: skip


def _sides(hits: Sequence[Hit], known: _Known) -> dict[str, list[Side]]:
    """The hits of one theme by document, documents in order of time."""
    held = {known.claims[hit.claim].document for hit in hits}
    sides: dict[str, list[Side]] = {d: [] for d in known.documents if d in held}
    stems = {hit.id: theme_stems(own_evidence(hit), known.documents[known.claims[hit.claim].document]) for hit in hits}
    count_of = Counter(stem for each in stems.values() for stem in each if stem not in STOP)
    telling = frozenset(stem for stem, n in count_of.items() if 1 < n < len(hits) / 2)
    first: dict[str, int] = {}
    for hit in hits:
        claim = known.claims[hit.claim]
        first[claim.document] = min(first.get(claim.document, known.place[claim.id]), known.place[claim.id])
    for hit in hits:
        claim = known.claims[hit.claim]
        sides[claim.document].append(
            Side(
                claim,
                hit,
                known.documents[claim.document],
                known.place[claim.id],
                known.count[claim.document],
                known.place[claim.id] == first[claim.document],
                read_traits(claim, known.named.get(claim.id, {})),
                stems[hit.id],
                stems[hit.id] & telling,
                count_extra(own_evidence(hit)),
                read_stance(claim, hit.evidence),
            )
        )
    return {document: sorted(each, key=_worth)[:SIDES] for document, each in sides.items()}


def _worth(side: Side) -> tuple[float, int]:
    """Best hits first, the earlier of two equal ones."""
    return (-side.hit.score - side.extra, side.place)


def _cards(theme: str, sides: Mapping[str, list[Side]], scorer: _Scorer, settings: Settings) -> list[Match]:
    """The cards of one theme, with the points that further pairs lose."""
    scored: dict[tuple[str, str], list[Scored]] = {}
    for a, b in _kept_pairs(sides, scorer, settings):
        pairs = sorted((scorer.score(x, y) for x in sides[a] for y in sides[b]), key=lambda p: p.order)
        # only what may be listed is searched for shared origins, which costs as much as all other reasons
        seen = [scorer.trace(pair) for pair in pairs[: 3 * settings.card_pairs]]
        # varied once within the card, so that its few pairs do not all show one claim
        kept = {(p.left.claim.id, p.right.claim.id) for p in vary(seen, settings.card_pairs)}
        scored[a, b] = [p for p in seen if (p.left.claim.id, p.right.claim.id) in kept]
    found = [pair for pairs in scored.values() for pair in pairs]
    of: dict[tuple[str, str], list[Scored]] = {}
    for pair in vary(found, len(found)):
        of.setdefault((pair.left.document.id, pair.right.document.id), []).append(pair)
    least = LEAST if len(sides) > settings.chain_documents else -math.inf
    return [_card(theme, [of[one][0], *(p for p in of[one][1:] if p.score >= least)]) for one in scored if one in of]


def _kept_pairs(sides: Mapping[str, list[Side]], scorer: _Scorer, settings: Settings) -> list[tuple[str, str]]:
    """The pairs of documents that get a card; where every two are compared, the chain and those of the best claims."""
    pairs = _document_pairs(sides, settings)
    if not settings.chain_documents < len(sides) <= WIDE:
        return pairs
    best = {(a, b): min(scorer.score(x, y).order for x in sides[a][:TRIED] for y in sides[b][:TRIED]) for a, b in pairs}
    kept = {*pairwise(sides), *sorted(best, key=best.__getitem__)[: settings.theme_cards]}
    return [pair for pair in pairs if pair in kept]


def _document_pairs(sides: Mapping[str, list[Side]], settings: Settings) -> list[tuple[str, str]]:
    """Which documents of a theme are laid side by side, the earlier one first."""
    order = list(sides)
    if len(order) <= max(settings.chain_documents, WIDE):
        return [(a, b) for n, a in enumerate(order) for b in order[n + 1 :]]
    chain = list(pairwise(order))
    strength = {d: max(side.hit.score + len(side.hit.evidence) for side in sides[d]) for d in order}
    period = {d: _period(sides[d][0].document) for d in order}
    best: dict[str, list[str]] = {}
    for d in sorted(order, key=lambda d: (-strength[d], order.index(d))):
        group = best.setdefault(period[d], [])
        if len(group) < settings.period_pairs:
            group.append(d)
    groups = sorted(best)
    place = {d: n for n, d in enumerate(order)}
    across = [
        tuple(sorted((a, b), key=place.__getitem__))
        for n, one in enumerate(groups)
        for other in groups[n + 1 :]
        for a, b in zip(best[one], best[other], strict=False)
    ]
    strongest = sorted(
        ((a, b) for a, b in across), key=lambda p: (-strength[p[0]] - strength[p[1]], place[p[0]], place[p[1]])
    )
    kept = dict.fromkeys([*chain, *strongest[: settings.theme_cards]])
    return sorted(kept, key=lambda p: (place[p[0]], place[p[1]]))


def _period(document: Document) -> str:
    """The term in the first calendar that holds it."""
    holding = document.holdings[0] if document.holdings else None
    return f"{holding.series} {holding.period}" if holding else "unknown"


def _card(theme: str, pairs: Sequence[Scored]) -> Match:
    ordered = sorted(pairs, key=lambda p: p.order)
    first = ordered[0]
    documents = (first.left.document.id, first.right.document.id)
    digest = hashlib.sha256("\x1f".join(("theme", theme, *documents)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    made = tuple(Pair(p.left.claim.id, p.right.claim.id, min(100.0, max(0.0, p.score)), _bounded(p)) for p in ordered)
    origins = (find_origins((p.left.claim, p.left.document), (p.right.claim, p.right.document)) for p in ordered)
    notes = tuple(dict.fromkeys(origin.note for found in origins for origin in found))
    return Match("m-" + digest, "theme", theme, documents, made, notes)


def _bounded(pair: Scored) -> tuple[Reason, ...]:
    """The reasons, with what keeps the sum between 0 and 100 said as one of them."""
    if pair.score > 100:
        return (*pair.reasons, Reason("ceiling", "a score is never above 100", round(100 - pair.score, 1)))
    if pair.score >= 0:
        return pair.reasons
    return (*pair.reasons, Reason("floor", "a score is never below 0", -pair.score))
