"""Quotations in a line: short, and where two differ with the words that do."""

from __future__ import annotations

SHORT = 80
"""characters of a quotation in a line"""
LONG = 200
"""characters of what is new, where the old words are not known"""
LEAD = 4
"""words before the first that differs"""


def quoted(text: str, most: int = SHORT) -> str:
    """`text` on one line in quotation marks, cut with an ellipsis."""
    flat = " ".join(text.split())
    return f"“{flat if len(flat) <= most else flat[: most - 1].rstrip() + '…'}”"


def tell_apart(was: str, now: str) -> str:
    """Two quotations with the first words that differ: “…could sign before…” is “…could not sign before…”.

    A baseline has the beginning of a sentence alone, with an ellipsis behind it: what differs further on is told by the
    words of today.
    """
    known = was.removesuffix("…")
    if known != was and now.startswith(known):
        rest = now[len(known) - len(known.split(" ")[-1]) :]
        return f"{quoted(was)} goes on in other words: {quoted(f'…{rest}', LONG)}"
    old, new = was.split(), now.split()
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    first = max(0, same - LEAD)
    lead = "…" if first else ""
    return f"{quoted(lead + ' '.join(old[first:]))} is {quoted(lead + ' '.join(new[first:]))}"
