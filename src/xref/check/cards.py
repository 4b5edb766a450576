"""Cards that came, went or are in another band."""

from __future__ import annotations

from xref.check.bands import settled
from xref.check.change import Cause, Change
from xref.check.snapshot import Snapshot


def compare_cards(before: Snapshot, now: Snapshot, cause: Cause, told: frozenset[str]) -> list[Change]:
    """Cards between documents that both were there; which of many cards are kept moves with every document."""
    paths = cause.paths
    both = {s.id for s in before.sources} & paths.keys()
    old = {card.key: card for card in before.cards if both.issuperset(card.documents)}
    new = {card.key: card for card in now.cards if both.issuperset(card.documents)}
    found = []
    for key in sorted(old.keys() | new.keys()):
        card = new.get(key) or old[key]
        where = [paths[d] for d in card.documents]
        what = f"{card.theme or card.kind}: {where[0]} and {where[1]}"
        kind = ""
        if key not in old or key not in new:
            # a card comes or goes with its sentences; where none of both documents changed, only its rank did
            if told.isdisjoint(where) and not cause.book and not cause.versions:
                continue
            kind = "card-removed" if key in old else "card-new"
            said = f"{what} are side by side {'no longer' if key in old else 'now'}"
        elif settled(old[key].band, card.band, card.score) != old[key].band:
            kind, said = "card-band", f"{what}: their card was {old[key].band} and is {card.band}"
        if kind:
            found.append(Change(*cause.of(kind, said, where), where[1], 0, card.theme))
    return found
