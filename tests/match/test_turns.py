"""Shared passages stand among the themes, never before all of them."""

from __future__ import annotations

from xref.match import take_turns
from xref.model import Match, Pair


def made(kind: str, theme: str, score: float, number: int = 0) -> Match:
    return Match(f"{kind}{theme}{number}", kind, theme, ("a", f"b{number}"), (Pair("l", "r", score, ()),))


def test_turns() -> None:
    """One card of each shared kind follows each round of themes; each group keeps its own order."""
    themes = [made("theme", name, score, n) for n, (name, score) in enumerate([("x", 80), ("y", 70), ("x", 60)])]
    shared = [made("reuse", "", 100, n) for n in range(3)] + [made("quotation", "", 90)]
    order = [(m.kind, m.theme) for m in take_turns(themes, shared)]
    assert order == [
        ("theme", "x"), ("theme", "y"), ("quotation", ""), ("reuse", ""), ("theme", "x"), ("reuse", ""), ("reuse", ""),
    ]  # fmt: skip


def test_without_themes() -> None:
    """A corpus without a codebook shows its shared passages, the surest first."""
    shared = [made("reuse", "", 70, 1), made("reuse", "", 90, 2)]
    assert [m.score for m in take_turns([], shared)] == [90, 70]
