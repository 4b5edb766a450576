"""Spellings that may be one person's: proposed with a score and a reason, never joined without a person's word.

Record linkage keeps a middle group for clerical review (Fellegi and Sunter 1969); names are that group. Likeness of the
surnames is asked first, since it is the part that newspapers print alone, then whether the given names allow it.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence

import attrs
from rapidfuzz.distance import OSA

from xref import fold
from xref.gazetteer import Gazetteer, given_of, surname_of
from xref.match.given import compare_given
from xref.match.likeness import name_score
from xref.model import Actor, Merge

LIKE = 82.0  # one slip in six letters is 83; below, pairs are nearly all different surnames
SLIPS = 2  # letters changed, dropped, added or swapped: more is another surname
SHORTEST = 6  # letters: Ivanov/Ivanova is a pair of people, and shorter surnames have too many neighbours
REASONS = {
    "same": "surnames differ by a slip of spelling, given names agree",
    "initial": "surnames differ by a slip of spelling, an initial agrees",
    "short": "surnames differ by a slip of spelling, one given name is a short form of the other",
    "lacking": "surnames differ by a slip of spelling, one is printed without a given name",
}
SAME_SURNAME = {
    "same": "same surname and given name, but more than one person fits",
    "initial": "same surname, an initial agrees with a given name",
    "short": "same surname, one given name is a short form of the other",
    "lacking": "same surname, printed without a given name",
}


@attrs.frozen
class _Side:
    """One name as it is compared."""

    name: str
    surname: str
    given: tuple[str, ...]
    known: bool
    claims: tuple[str, ...]
    forms: frozenset[str]
    """spellings that mean this person and are enough to tell him, folded"""


def propose_merges(
    actors: Sequence[Actor], gazetteer: Gazetteer, distinct: Sequence[Sequence[str]] = ()
) -> tuple[Merge, ...]:
    """Pairs of people among `actors`, or of one of them and the gazetteer, that a person should look at.

    `distinct` are groups of names that a person declared to be different people's. Sorted by score, best first, then by
    names. Two known people are never proposed.
    """
    sides = [_side(actor) for actor in actors if actor.kind == "person"]
    printed = {side.name for side in sides}
    listed = (
        _Side(
            entry.name,
            surname_of(entry.name),
            _given(entry.name),
            True,
            (),
            frozenset(map(fold.key, entry.surface_forms)),
        )
        for entry in gazetteer.entries
        if entry.kind == "person" and entry.name not in printed
    )  # fmt: skip
    merges = {}
    apart = [frozenset(map(fold.key, names)) for names in distinct]
    for left, right in _neighbours([*sides, *listed]):
        if any(group & left.forms and group & right.forms for group in apart):
            continue
        merge = _compare(left, right)
        if merge:
            merges[(merge.left, merge.right, merge.claims)] = merge
    return tuple(sorted(merges.values(), key=lambda merge: (-merge.score, merge.left, merge.right, merge.claims)))


def _neighbours(sides: Iterable[_Side]) -> Iterable[tuple[_Side, _Side]]:
    """Pairs of one surname, or of two that begin alike and are a slip or two apart; at least one of them not known."""
    bearers: dict[str, list[_Side]] = defaultdict(list)
    for side in sides:
        bearers[side.surname].append(side)
    blocks: dict[str, list[str]] = defaultdict(list)
    for surname in bearers:
        blocks[surname[:1]].append(surname)
    for block in blocks.values():
        for n, surname in enumerate(block):
            close = (other for other in block[n + 1 :] if OSA.distance(surname, other, score_cutoff=SLIPS) <= SLIPS)
            pairs = [*itertools.combinations(bearers[surname], 2)]
            pairs += itertools.product(bearers[surname], (side for other in close for side in bearers[other]))
            for left, right in pairs:
                if not (left.known and right.known):
                    yield (right, left) if left.known else (left, right)


def _compare(left: _Side, right: _Side) -> Merge | None:
    agreement = compare_given(left.given, right.given)
    if not agreement:
        return None
    claims = tuple(sorted({*left.claims, *right.claims}))
    if left.surname == right.surname:
        # a surname alone, beside somebody who is nowhere in these documents, is no proposal
        alone = agreement == "lacking" and not (left.claims and right.claims)
        return None if alone else Merge(left.name, right.name, 100.0, SAME_SURNAME[agreement], claims)
    if min(len(left.surname), len(right.surname)) < SHORTEST:
        return None
    score = round(name_score(left.surname, right.surname), 1)
    return Merge(left.name, right.name, score, REASONS[agreement], claims) if score >= LIKE else None


def _side(actor: Actor) -> _Side:
    claims = tuple(sorted({mention.claim for mention in actor.mentions}))
    # a surname that stands for a full name in its document tells nobody apart
    forms = frozenset(fold.key(form) for form in (actor.name, *actor.variants) if " " in form or form == actor.name)
    return _Side(actor.name, surname_of(actor.name), _given(actor.name), actor.known != "found", claims, forms)


def _given(name: str) -> tuple[str, ...]:
    return tuple(given_of(name))
