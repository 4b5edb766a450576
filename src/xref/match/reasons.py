"""Why two claims of one theme belong side by side: named reasons whose points add up to the pair's score.

What each is worth, and why, stands in weights.py. A reason says its words on both sides, with their places.
"""

from __future__ import annotations

from collections.abc import Sequence

from xref.match.occasion import find_occasion
from xref.match.origin import find_origins
from xref.match.rarity import Rarity, shared_stems, spans_of
from xref.match.side import Side
from xref.match.stance import are_opposed
from xref.match.traits import shared_names
from xref.match.weights import COPIED_SHARE, COPIED_STEMS, FULL_WORDS, LEAD_CLAIMS, MATTER_NEAR, WEIGHTS, Weights
from xref.model import Document, Evidence, Reason
from xref.words import find_words


def find_reasons(
    left: Side, right: Side, rarity: Rarity, near: float = 0.0, weights: Weights = WEIGHTS
) -> tuple[Reason, ...]:
    """The reasons for one pair, theme first; their points add up to its score.

    `near` is how like their documents are (events.py).
    """
    found = [
        _theme(left, right, weights),
        _rich(left, right, weights),
        _telling(left, right, weights),
        *_words(left, right, rarity, weights),
        _names(left, right, weights),
        _ranks(left, right, weights),
        _stance(left, right, weights),
        _matter(near, weights),
        _details(left, right, weights),
        _full(left, right, weights),
        _early(left, right, weights),
        _lead(left, right, weights),
        _first(left, right, weights),
        _administration(left, right, weights),
        find_occasion(left, right),
    ]
    # a reason of no points would only be a line to read, but for the flag that says whether it is one event
    return tuple(reason for reason in found if reason and (reason.points or reason.name in _WITHOUT_POINTS))


_WITHOUT_POINTS = ("theme", "same-event", "other-event")


def _quoted(evidence: Sequence[Evidence], document: Document) -> str:
    said = (" ".join(e.span.of(document.text).split()) for e in evidence)
    return "; ".join(dict.fromkeys(said))


def _theme(left: Side, right: Side, weights: Weights) -> Reason:
    weaker = min(left.hit.score, right.hit.score)
    return Reason(
        "theme", "both claims carry the theme", round(weights.theme * weaker / 100, 1),
        _quoted(left.hit.evidence, left.document), _quoted(right.hit.evidence, right.document),
        tuple(e.span for e in left.hit.evidence), tuple(e.span for e in right.hit.evidence),
    )  # fmt: skip


def _rich(left: Side, right: Side, weights: Weights) -> Reason | None:
    extra = min(left.extra, right.extra, 2)
    if extra <= 0:
        return None
    label = "both say it in more than one way"
    return Reason("rich", label, weights.rich * extra, f"{left.extra} more", f"{right.extra} more")


def _telling(left: Side, right: Side, weights: Weights) -> Reason | None:
    both = sorted(left.telling & right.telling)
    if not both:
        return None
    said = [", ".join(_as_written(side, both)) for side in (left, right)]
    return Reason("same-telling", "telling words of the theme both use", weights.telling, said[0], said[1])


def _as_written(side: Side, stems: Sequence[str]) -> list[str]:
    """The first word of each stem among the words that carry the theme, as the text has it."""
    words: dict[str, str] = {}
    for evidence in side.hit.evidence:
        for word in find_words(side.document.text, evidence.span):
            words.setdefault(word.stem, word.text)
    return [words.get(stem, stem) for stem in stems]


def _words(left: Side, right: Side, rarity: Rarity, weights: Weights) -> list[Reason]:
    """Rare words both use beyond the theme's own; and whether one is a copy of the other."""
    a, b = rarity.bags[left.claim.id], rarity.bags[right.claim.id]
    found = []
    stems = shared_stems(rarity, left.claim.id, right.claim.id, left.stems & right.stems)
    shorter = min(a.total, b.total)
    if stems and shorter:
        share = min(1.0, sum(rarity.weights[s] for s in stems) / shorter)
        found.append(
            Reason(
                "shared-words", "rare words both use", round(weights.words * share, 1),
                ", ".join(a.stems[s][0].text for s in stems[:6]), ", ".join(b.stems[s][0].text for s in stems[:6]),
                spans_of(a, stems), spans_of(b, stems),
            )
        )  # fmt: skip
    if len(stems) >= COPIED_STEMS // 2:
        same = len(a.stems.keys() & b.stems.keys())
        if same >= COPIED_STEMS and same >= COPIED_SHARE * min(len(a.stems), len(b.stems)):
            label = "nearly the same words: one text told twice, see the shared passages"
            found.append(Reason("copied", label, weights.copied, f"{same} words", f"{same} words"))
    return found


def _names(left: Side, right: Side, weights: Weights) -> Reason | None:
    both = shared_names(left.traits, right.traits)
    if not both:
        return None
    lefts, rights = tuple(a for a, _ in both), tuple(b for _, b in both)
    said = [
        ", ".join(" ".join(span.of(side.document.text).split()) for span in spans[:6])
        for side, spans in ((left, lefts), (right, rights))
    ]
    points = weights.names * min(len(both), 2)
    return Reason(
        "shared-names", "names both say", points, said[0], said[1], tuple(sorted(lefts)), tuple(sorted(rights))
    )


def _ranks(left: Side, right: Side, weights: Weights) -> Reason | None:
    both = sorted(left.traits.ranks.keys() & right.traits.ranks.keys())
    if not both:
        return None
    said = ", ".join(both)
    return Reason(
        "same-rank", "people of the same rank", weights.roles * min(len(both), 2), said, said,
        tuple(sorted(left.traits.ranks[r] for r in both)), tuple(sorted(right.traits.ranks[r] for r in both)),
    )  # fmt: skip


def _stance(left: Side, right: Side, weights: Weights) -> Reason | None:
    a, b = left.stance, right.stance
    if a is None or b is None:
        return None
    said = (f"{a.name}: {a.span.of(left.document.text)}", f"{b.name}: {b.span.of(right.document.text)}")
    if are_opposed(a, b):
        return Reason("opposed", "they answer differently", weights.opposed, *said, (a.span,), (b.span,))
    if a.name == b.name:
        return Reason("same-stance", "they take the same stance", weights.same_stance, *said, (a.span,), (b.span,))
    return None


def _matter(near: float, weights: Weights) -> Reason | None:
    points = round(weights.matter * min(1.0, near / MATTER_NEAR), 1)
    return Reason("matter", "their documents speak of one matter", points) if points > 0 else None


def _details(left: Side, right: Side, weights: Weights) -> Reason | None:
    a, b = left.traits.details, right.traits.details
    if not a and not b:
        return None
    points = weights.details * (len(a) + len(b))
    return Reason("details", "details that can be checked", points, ", ".join(a) or "none", ", ".join(b) or "none")


def _full(left: Side, right: Side, weights: Weights) -> Reason | None:
    lengths = [len(side.claim.text.split()) for side in (left, right)]
    points = round(weights.full * min(1.0, min(lengths) / FULL_WORDS), 1)
    return Reason("full", "both claims say much", points, f"{lengths[0]} words", f"{lengths[1]} words")


def _early(left: Side, right: Side, weights: Weights) -> Reason | None:
    share = sum(1 - side.place / max(1, side.count) for side in (left, right)) / 2
    said = [f"claim {side.place + 1} of {side.count}" for side in (left, right)]
    return Reason("early", "how early they stand in their documents", round(weights.early * share, 1), said[0], said[1])


def _lead(left: Side, right: Side, weights: Weights) -> Reason | None:
    if left.place >= LEAD_CLAIMS or right.place >= LEAD_CLAIMS:
        return None
    return Reason(
        "lead", "both open their documents", weights.lead, f"claim {left.place + 1}", f"claim {right.place + 1}"
    )


def _first(left: Side, right: Side, weights: Weights) -> Reason | None:
    if not left.first and not right.first:
        return None
    said = ["first" if side.first else "later" for side in (left, right)]
    points = weights.first * (left.first + right.first)
    return Reason("first", "a document's first word on the theme", points, said[0], said[1])


def _administration(left: Side, right: Side, weights: Weights) -> Reason | None:
    terms = left.document.terms_with(right.document)
    if terms is None or terms[0].period == terms[1].period:
        return None
    a, b = terms
    label = "under another term" if a.holder == b.holder else "under another administration"
    return Reason("other-administration", label, weights.administration, a.label, b.label)


def find_origin(left: Side, right: Side, weights: Weights = WEIGHTS) -> Reason | None:
    """The reason against a pair that rests on one origin; kept apart as it costs as much as all others."""
    for origin in find_origins((left.claim, left.document), (right.claim, right.document)):
        if origin.dependent:
            return Reason(
                "same-origin", origin.label, weights.origin,
                origin.left, origin.right, origin.left_spans, origin.right_spans,
            )  # fmt: skip
    return None
