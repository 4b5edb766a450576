"""Themes that came, went or got another id: one line each, however many hits they have."""

from __future__ import annotations

from collections.abc import Set

import attrs

from xref.check.change import Change
from xref.check.snapshot import Snapshot
from xref.check.sources import count


def follow_themes(before: Snapshot, now: Snapshot) -> Snapshot:
    """`before` with the ids that its themes have today, as the codebook of `now` says by its aliases."""
    names = {old: new for old, new in now.aliases if old not in now.themes and new not in before.themes}

    def name(theme: str) -> str:
        return names.get(theme, theme)

    return attrs.evolve(
        before,
        hits=tuple(attrs.evolve(h, theme=name(h.theme)) for h in before.hits),
        cards=tuple(attrs.evolve(c, theme=name(c.theme)) for c in before.cards),
        themes=tuple(map(name, before.themes)),
    )


def compare_themes(before: Snapshot, followed: Snapshot, now: Snapshot) -> tuple[Change, ...]:
    """What happened to the themes; `followed` is `before` with the ids of today."""
    found = [
        Change("codebook", f"theme {old} is called {new} now", theme=new)
        for old, new in zip(before.themes, followed.themes, strict=True)
        if old != new
    ]
    for theme in followed.themes:
        if theme not in now.themes:
            lost = sum(hit.theme == theme for hit in followed.hits)
            said = f"theme {theme} is gone, and with it {count(lost, 'hit')}"
            found.append(Change("removed" if lost else "codebook", said, theme=theme))
    for theme in now.themes:
        if theme not in followed.themes:
            gained = [hit.document for hit in now.hits if hit.theme == theme]
            said = f"theme {theme} is new, with {count(len(gained), 'hit')}"
            said += f" in {count(len(set(gained)), 'document')}" if gained else ""
            found.append(Change("new" if gained else "codebook", said, theme=theme))
    return tuple(found)


def only(snapshot: Snapshot, themes: Set[str]) -> Snapshot:
    """The hits of `themes`, their cards, and those of passages, which are of no theme."""
    return attrs.evolve(
        snapshot,
        hits=tuple(hit for hit in snapshot.hits if hit.theme in themes),
        cards=tuple(card for card in snapshot.cards if not card.theme or card.theme in themes),
    )
