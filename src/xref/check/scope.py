"""Parts of a snapshot: what a run looks at, and what it must therefore leave alone."""

from __future__ import annotations

from collections.abc import Collection

import attrs

from xref.check.snapshot import Card, Found, Snapshot, Source
from xref.check.sources import find_renamed


@attrs.frozen
class Scope:
    """A subset of the findings; everything by default."""

    themes: frozenset[str] = frozenset()
    """ids of themes; empty for all"""
    since: str = ""
    """first day of publication, ISO 8601; empty for all"""
    until: str = ""
    """last day of publication"""

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self == Scope()

    def of(self, snapshot: Snapshot) -> Snapshot:
        """What of `snapshot` lies in the scope; an undated document lies in no range of days."""
        sources = tuple(source for source in snapshot.sources if self._dated(source))
        ids = {source.id for source in sources}
        return attrs.evolve(
            snapshot,
            sources=sources,
            hits=tuple(h for h in snapshot.hits if h.document in ids and self._themed(h.theme)),
            cards=tuple(c for c in snapshot.cards if ids.issuperset(c.documents) and self._themed(c.theme)),
        )

    def rest(self, snapshot: Snapshot) -> Snapshot:
        """What of `snapshot` lies outside."""
        inside = self.of(snapshot)
        sources, hits, cards = set(inside.sources), set(inside.hits), set(inside.cards)
        return attrs.evolve(
            snapshot,
            sources=tuple(s for s in snapshot.sources if s not in sources),
            hits=tuple(h for h in snapshot.hits if h not in hits),
            cards=tuple(c for c in snapshot.cards if c not in cards),
        )

    def _themed(self, theme: str) -> bool:
        return not self.themes or theme in self.themes

    def _dated(self, source: Source) -> bool:
        if not (self.since or self.until):
            return True
        # "2013" and "2013-05" are compared as far as they go
        since, until = self.since[: len(source.date)], self.until[: len(source.date)]
        return bool(source.date and since <= source.date and (not until or source.date <= until))


def join(one: Snapshot, other: Snapshot) -> Snapshot:
    """Both together; of a source that stands in both the one of `one`."""
    sources = {s.id: s for s in (*other.sources, *one.sources)}
    hits: dict[object, Found] = {h.key: h for h in (*other.hits, *one.hits)}
    cards: dict[object, Card] = {c.key: c for c in (*other.cards, *one.cards)}
    return attrs.evolve(
        one,
        sources=tuple(sorted(sources.values(), key=lambda s: s.id)),
        hits=tuple(sorted(hits.values(), key=lambda h: h.key)),
        cards=tuple(sorted(cards.values(), key=lambda c: c.key)),
    )


def accept(before: Snapshot, now: Snapshot, refused: Collection[str]) -> Snapshot:
    """`before` with the lines of `now`, except for the documents whose paths are `refused`; cards need both of theirs.

    A renamed document is one, under both of its names. Where something is refused the codebook and the programs stay
    those of `before`, since what is told again was not found by them.
    """
    left = {s.id for s in (*before.sources, *now.sources) if s.path in refused}
    left |= {old for old, new in find_renamed(before, now).items() if new in left}
    taken = {s.id for s in (*before.sources, *now.sources)} - left

    def part(snapshot: Snapshot, new: bool) -> Snapshot:
        return attrs.evolve(
            snapshot,
            sources=tuple(s for s in snapshot.sources if (s.id in taken) == new),
            hits=tuple(h for h in snapshot.hits if (h.document in taken) == new),
            cards=tuple(c for c in snapshot.cards if taken.issuperset(c.documents) == new),
        )

    both = join(part(now, True), part(before, False))
    return attrs.evolve(both, codebook=before.codebook, engine=before.engine) if left else both
