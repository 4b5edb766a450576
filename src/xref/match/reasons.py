"""Why two claims of one theme belong side by side: named reasons whose points add up to the pair's score.

The weights below are constants with a reason each. They were set from what a reader of two sources looks for (the same
subject, said in telling words, about the same people, by other hands, with another answer), not fitted to labels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from xref.match.origin import find_origins
from xref.match.rarity import Rarity, shared_stems, spans_of
from xref.match.stance import Stance, are_opposed
from xref.model import Claim, Document, Evidence, Hit, Reason, Span
from xref.words import find_words, stem_of

THEME = 40.0
"""both claims carry the theme: the bulk of the score, in proportion to the weaker hit"""
RICH = 6.0
"""each further phrase of the theme that both sides hold beyond one a facet, at most two: the claim is about it"""
WORDS = 40.0
"""rare words shared beyond the theme's own, as a share of the shorter claim's weight; a third of them is much"""
CLOSE = 6.0
"""the facets stand close together in both claims: one statement, not two that share a sentence"""
CLOSE_WORDS = 12
"""words between the facets from which they no longer count as close: about a clause"""
SAME_TELLING = 4.0
"""both use a word of the theme that fewer than half of its hits use ("hand-delivered")"""
ACTOR = 4.0
"""each person or body that both claims name, at most two"""
OPPOSED_POINTS = 10.0
"""the two answer the same question differently: what a reader most wants to see"""
SAME_STANCE = 4.0
"""both do the same with the subject, e.g. both set a condition"""
LEAD = 8.0
"""both claims open their reports: news puts first what it is about"""
OTHER_ADMINISTRATION = 3.0
"""small on purpose: a large bonus ranked distant look-alikes above close pairs when it was tried"""
FULL = 4.0
"""both claims say much: a pair of half-sentences shows a reader nothing"""
FULL_WORDS = 24
"""words from which a claim says as much as a sentence of news does"""
MATTER = 8.0
"""the two documents speak of one matter: their rare words, and the documents both are near to"""
MATTER_NEAR = 0.35
"""likeness of two documents from which all points are given"""
BETWEEN = 1.0
"""off for each document of the theme that lies between the two in time: neighbours in a theme's story come first"""
SAME_ORIGIN = 8.0
"""off when both rest on one outlet's report: one report told twice is not two sources"""
LEAD_CLAIMS = 2
"""claims at the start of a document that count as its opening"""


@attrs.frozen
class Side:
    """One claim of a pair with what is known about it."""

    claim: Claim
    """the claim"""
    hit: Hit
    """the theme in it"""
    document: Document
    """its document"""
    place: int
    """number of the claim in its document, from 0"""
    order: int
    """number of its document among those of the theme, in order of time"""
    actors: Mapping[str, Span]
    """actor id → where the claim names it first"""
    names: Mapping[str, str]
    """actor id → canonical name"""
    stems: frozenset[str] = frozenset()
    """stems of the words that carry the theme here"""
    telling: frozenset[str] = frozenset()
    """stems that fewer than half of the theme's hits use"""
    stance: Stance | None = None
    """what the claim does with the theme's subject"""


def find_reasons(left: Side, right: Side, rarity: Rarity, near: float = 0.0) -> tuple[Reason, ...]:
    """The reasons for one pair, theme first; their points add up to its score.

    `near` is how like their documents are (events.py).
    """
    found = [
        _theme(left, right),
        _rich(left, right),
        _close(left, right),
        _telling(left, right),
        _words(left, right, rarity),
        _full(left, right),
        _matter(near),
        _actors(left, right),
        _stance(left, right),
        _lead(left, right),
        _administration(left, right),
        _between(left, right),
        _origin(left, right),
    ]
    return tuple(reason for reason in found if reason)


def _quoted(evidence: Sequence[Evidence], document: Document) -> str:
    said = (" ".join(e.span.of(document.text).split()) for e in evidence)
    return "; ".join(dict.fromkeys(said))


def _theme(left: Side, right: Side) -> Reason:
    weaker = min(left.hit.score, right.hit.score)
    return Reason(
        "theme", "both claims carry the theme", round(THEME * weaker / 100, 1),
        _quoted(left.hit.evidence, left.document), _quoted(right.hit.evidence, right.document),
        tuple(e.span for e in left.hit.evidence), tuple(e.span for e in right.hit.evidence),
    )  # fmt: skip


def own_evidence(hit: Hit) -> list[Evidence]:
    """The evidence met by the codebook's own words, and any of a facet that has none: the thesaurus finds too much."""
    own = [e for e in hit.evidence if e.how not in ("group", "calendar", "computed")]
    facets = {e.facet for e in own}
    return own + [e for e in hit.evidence if e.facet not in facets]


def _extra(hit: Hit) -> int:
    """Phrases beyond one a facet."""
    own = own_evidence(hit)
    return len({e.span for e in own}) - len({e.facet for e in own})


def _rich(left: Side, right: Side) -> Reason | None:
    extra = min(_extra(left.hit), _extra(right.hit), 2)
    if extra <= 0:
        return None
    label = "both say it in more than one way"
    return Reason("rich", label, RICH * extra, f"{_extra(left.hit)} more", f"{_extra(right.hit)} more")


def _distance(side: Side) -> int | None:
    """Words between the nearest evidence of different facets; None for a theme of one facet or a borrowed one."""
    own = [e for e in own_evidence(side.hit) if e.claim == side.claim.id]
    facets = {e.facet for e in side.hit.evidence}
    if len(facets) < 2 or {e.facet for e in own} != facets:
        return None
    text = side.document.text
    gaps = []
    for a in own:
        reach = 0
        for facet in facets - {a.facet}:
            others = [b.span for b in own if b.facet == facet]
            reach = max(reach, min(_between_spans(a.span, b, text) for b in others))
        gaps.append(reach)
    return min(gaps)


def _between_spans(a: Span, b: Span, text: str) -> int:
    first, second = sorted((a, b))
    return len(text[first.end : second.start].split()) if second.start > first.end else 0


def _close(left: Side, right: Side) -> Reason | None:
    a, b = _distance(left), _distance(right)
    if a is None or b is None:
        return None
    points = round(CLOSE * max(0.0, 1 - max(a, b) / CLOSE_WORDS), 1)
    if points <= 0:
        return None
    said = [f"{n} word{'' if n == 1 else 's'} between" for n in (a, b)]
    return Reason("close", "in both the facets stand close together", points, said[0], said[1])


def _telling(left: Side, right: Side) -> Reason | None:
    both = sorted(left.stems & right.stems & left.telling)
    if not both:
        return None
    return Reason("same-telling", "telling words of the theme both use", SAME_TELLING, ", ".join(both), ", ".join(both))


def _own_stems(side: Side) -> frozenset[str]:
    text = side.document.text
    return frozenset(w.stem for e in own_evidence(side.hit) for w in find_words(text, e.span)) | frozenset(
        stem_of(w.key) for e in own_evidence(side.hit) for w in find_words(e.phrase)
    )


def _words(left: Side, right: Side, rarity: Rarity) -> Reason | None:
    without = _own_stems(left) & _own_stems(right)
    stems = shared_stems(rarity, left.claim.id, right.claim.id, without)
    a, b = rarity.bags[left.claim.id], rarity.bags[right.claim.id]
    shorter = min(a.total, b.total)
    if not stems or not shorter:
        return None
    share = min(1.0, sum(rarity.weights[s] for s in stems) / shorter)
    points = round(WORDS * share, 1)
    if points <= 0:
        return None
    return Reason(
        "shared-words", "rare words both use", points,
        ", ".join(a.stems[s][0].text for s in stems[:6]), ", ".join(b.stems[s][0].text for s in stems[:6]),
        spans_of(a, stems), spans_of(b, stems),
    )  # fmt: skip


def _full(left: Side, right: Side) -> Reason | None:
    lengths = [len(side.claim.text.split()) for side in (left, right)]
    points = round(FULL * min(1.0, min(lengths) / FULL_WORDS), 1)
    if points <= 0:
        return None
    return Reason("full", "both claims say much", points, f"{lengths[0]} words", f"{lengths[1]} words")


def _matter(near: float) -> Reason | None:
    points = round(MATTER * min(1.0, near / MATTER_NEAR), 1)
    return Reason("matter", "their documents speak of one matter", points) if points > 0 else None


def _actors(left: Side, right: Side) -> Reason | None:
    both = sorted(set(left.actors) & set(right.actors))
    if not both:
        return None
    return Reason(
        "shared-actors", "people or bodies both name", ACTOR * min(len(both), 2),
        ", ".join(left.names[a] for a in both), ", ".join(right.names[a] for a in both),
        tuple(sorted(left.actors[a] for a in both)), tuple(sorted(right.actors[a] for a in both)),
    )  # fmt: skip


def _stance(left: Side, right: Side) -> Reason | None:
    a, b = left.stance, right.stance
    if a is None or b is None:
        return None
    said = (f"{a.name}: {a.span.of(left.document.text)}", f"{b.name}: {b.span.of(right.document.text)}")
    if are_opposed(a, b):
        return Reason("opposed", "they answer differently", OPPOSED_POINTS, *said, (a.span,), (b.span,))
    if a.name == b.name:
        return Reason("same-stance", "they take the same stance", SAME_STANCE, *said, (a.span,), (b.span,))
    return None


def _lead(left: Side, right: Side) -> Reason | None:
    if left.place >= LEAD_CLAIMS or right.place >= LEAD_CLAIMS:
        return None
    return Reason("lead", "both open their documents", LEAD, f"claim {left.place + 1}", f"claim {right.place + 1}")


def _administration(left: Side, right: Side) -> Reason | None:
    terms = left.document.terms_with(right.document)
    if terms is None or terms[0].period == terms[1].period:
        return None
    a, b = terms
    label = "under another term" if a.holder == b.holder else "under another administration"
    return Reason("other-administration", label, OTHER_ADMINISTRATION, a.label, b.label)


def _between(left: Side, right: Side) -> Reason | None:
    # an undated document has no place in time, so nothing lies between it and another one
    dated = left.document.published and right.document.published
    steps = abs(left.order - right.order) - 1
    if steps <= 0 or not dated:
        return None
    label = f"{steps} document{'s' if steps > 1 else ''} of the theme between them in time"
    return Reason("distance", label, -BETWEEN * min(steps, 5))


def _origin(left: Side, right: Side) -> Reason | None:
    for origin in find_origins((left.claim, left.document), (right.claim, right.document)):
        if origin.dependent:
            return Reason(
                "same-origin", origin.label, -SAME_ORIGIN,
                origin.left, origin.right, origin.left_spans, origin.right_spans,
            )  # fmt: skip
    return None
