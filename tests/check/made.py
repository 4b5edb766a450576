"""Snapshots made by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from xref.check.snapshot import Card, Found, Snapshot, Source


def hit(document: str, quote: str, theme: str = "ferry", band: str = "fair", score: float = 60.0) -> Found:
    """A hit of `theme` in `document`, known by its words."""
    return Found(theme, document, quote.lower(), 1, band, "rule", quote, score, 3)


def snapshot(
    documents: Mapping[str, str],
    *hits: Found,
    cards: tuple[Card, ...] = (),
    codebook: str = "book",
    engine: tuple[tuple[str, str], ...] = (("xref", "1"), ("rapidfuzz", "3")),
) -> Snapshot:
    """Of documents (id → text, dated by the first ten characters where they are a day), hits and cards."""
    sources = tuple(
        Source(name, f"{name}.txt", hashlib.sha256(text.encode()).hexdigest(), text[:10] if text[:1].isdigit() else "")
        for name, text in sorted(documents.items())
    )
    themes = dict.fromkeys([*(h.theme for h in hits), *(c.theme for c in cards if c.theme), "ferry", "sale"])
    return Snapshot(
        sources, tuple(sorted(hits, key=lambda h: h.key)), tuple(sorted(cards, key=lambda c: c.key)), codebook, engine,
        themes=tuple(themes),
    )  # fmt: skip


def card(theme: str, one: str, other: str, band: str = "fair", score: float = 60.0) -> Card:
    """The card of `theme` between two documents."""
    return Card("theme", theme, (one, other), band, ("", ""), score)
