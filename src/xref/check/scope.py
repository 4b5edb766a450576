"""Parts of a snapshot: what a run looks at, and what it must therefore leave alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

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
    only: frozenset[str] | None = None
    """ids of the documents that were looked at at all; None for all of the corpus"""
    apart: frozenset[str] = frozenset()
    """ids of documents that could not be read: nothing is known of them"""

    @property
    def whole(self) -> bool:
        """Whether nothing is left out but what could not be read."""
        return attrs.evolve(self, apart=frozenset()) == Scope()

    def both(self, before: Snapshot, now: Snapshot) -> tuple[Snapshot, Snapshot]:
        """What of both lies in the scope: a document that one of them dates within it is there in both."""
        ids = {source.id for source in (*before.sources, *now.sources) if self._looked_at(source)}
        ids |= {name for pair in find_renamed(before, now).items() if ids.intersection(pair) for name in pair}
        return self._of(before, ids), self._of(now, ids)

    def of(self, snapshot: Snapshot) -> Snapshot:
        """What of `snapshot` lies in the scope; an undated document lies in no range of days."""
        return self._of(snapshot, {source.id for source in snapshot.sources if self._looked_at(source)})

    def _of(self, snapshot: Snapshot, ids: set[str]) -> Snapshot:
        return attrs.evolve(
            snapshot,
            sources=tuple(source for source in snapshot.sources if source.id in ids),
            themes=tuple(theme for theme in snapshot.themes if self._themed(theme)),
            hits=tuple(h for h in snapshot.hits if h.document in ids and self._themed(h.theme)),
            cards=tuple(c for c in snapshot.cards if ids.issuperset(c.documents) and self._themed(c.theme)),
        )

    def rest(self, snapshot: Snapshot, inside: Snapshot) -> Snapshot:
        """What of `snapshot` lies outside of the part `inside`."""
        sources, hits, cards = set(inside.sources), set(inside.hits), set(inside.cards)
        return attrs.evolve(
            snapshot,
            sources=tuple(s for s in snapshot.sources if s not in sources),
            hits=tuple(h for h in snapshot.hits if h not in hits),
            cards=tuple(c for c in snapshot.cards if c not in cards),
        )

    def _themed(self, theme: str) -> bool:
        return not self.themes or theme in self.themes

    def _looked_at(self, source: Source) -> bool:
        if source.id in self.apart or (self.only is not None and source.id not in self.only):
            return False
        if not (self.since or self.until):
            return True
        # "2013" and "2013-05" are compared as far as they go
        since, until = self.since[: len(source.date)], self.until[: len(source.date)]
        return bool(source.date and since <= source.date and (not until or source.date <= until))


def merge(before: Snapshot, now: Snapshot, scope: Scope) -> Snapshot:
    """`before` with what of `now` lies in `scope`, as a run that looks at a part accepts it.

    What was looked at for some themes alone is not accepted as a text: it counts as edited until all of it is. Of a
    part, codebook and programs stay those by which the rest was found.
    """
    inside, new = scope.both(before, now)
    rest = scope.rest(before, inside)
    if scope.themes:
        known = {source.id: source for source in before.sources}
        new = attrs.evolve(new, sources=tuple(known.get(s.id, attrs.evolve(s, text="")) for s in new.sources))
        left = {hit.document for hit in rest.hits}
        rest = attrs.evolve(rest, sources=tuple(source for source in before.sources if source.id in left))
    both = join(new, rest)
    if scope.whole:
        return attrs.evolve(both, themes=now.themes)
    themes = dict.fromkeys((*before.themes, *new.themes))
    return attrs.evolve(both, codebook=before.codebook, engine=before.engine, themes=tuple(themes))


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


def accept(before: Snapshot, now: Snapshot, refused: Collection[str], head: bool = True) -> Snapshot:
    """`before` with the lines of `now`, except for the documents whose paths are `refused`; cards need both of theirs.

    A renamed document is one, under both of its names. Where something is refused, or without `head`, codebook, themes
    and programs stay those of `before`, since what is told again was not found by them.
    """
    if not head:
        now = attrs.evolve(
            now,
            hits=(*_of(now.hits, before.themes), *_but(before.hits, now.themes)),
            cards=(*_of(now.cards, (*before.themes, "")), *_but(before.cards, (*now.themes, ""))),
        )
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
    if head and not left:
        return both
    return attrs.evolve(both, codebook=before.codebook, engine=before.engine, themes=before.themes)


_Line = TypeVar("_Line", Found, Card)


def _of(lines: Iterable[_Line], themes: Collection[str]) -> Iterator[_Line]:
    return (line for line in lines if line.theme in themes)


def _but(lines: Iterable[_Line], themes: Collection[str]) -> Iterator[_Line]:
    return (line for line in lines if line.theme not in themes)
