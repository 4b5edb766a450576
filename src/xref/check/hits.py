"""Hits that came, went or changed: by theme, document and words, wherever they stand.

What is gone and what is new in one document and theme is one edited sentence when the words are alike.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from rapidfuzz import fuzz

from xref.check.bands import settled
from xref.check.change import Cause, Change
from xref.check.snapshot import Found, Snapshot
from xref.check.words import quoted, tell_apart
from xref.rulings import LIKE


def compare_hits(before: Snapshot, now: Snapshot, cause: Cause) -> list[Change]:
    """What happened to the hits of documents that both have, by document, theme and line."""
    old, new = {hit.key: hit for hit in before.hits}, {hit.key: hit for hit in now.hits}
    # documents that came or went are told as such, with how many hits they took along
    both = {s.id for s in before.sources} & cause.paths.keys()
    gone = [hit for key, hit in old.items() if key not in new and hit.document in both]
    come = [hit for key, hit in new.items() if key not in old and hit.document in both]
    found = []
    for left, right in _edited(gone, come):
        gone.remove(left)
        come.remove(right)
        said = f"a sentence has other words: {tell_apart(left.quote, right.quote)}"
        found.append(_of("edited", said, right, cause, left.quote))
    for hit in come:
        found.append(_of("new", f"new hit {quoted(hit.quote)}", hit, cause))
    for hit in gone:
        found.append(_of("removed", f"a hit is gone: {quoted(hit.quote)}", hit, cause))
    for key in old.keys() & new.keys():
        found += _same(old[key], new[key], cause)
    return sorted(_together(found), key=lambda c: (c.document, c.theme, c.at, c.line))


def _together(changes: Sequence[Change]) -> list[Change]:
    """What happened to one sentence is told once, with all themes that it happened to."""
    groups: dict[Change, list[str]] = {}
    for change in changes:
        groups.setdefault(attrs.evolve(change, theme=""), []).append(change.theme)
    return [
        attrs.evolve(change, theme=min(themes), line=f"{', '.join(sorted(themes))}: {change.line}")
        for change, themes in groups.items()
    ]


def _same(before: Found, now: Found, cause: Cause) -> list[Change]:
    """What else differs of one sentence."""
    if settled(before.band, now.band, now.score) != before.band:
        said = f"{quoted(now.quote)} was {before.band} and is {now.band}"
        return [_of("band", said, now, cause)]
    if before.rule != now.rule:
        said = f"{quoted(now.quote)} is carried by other phrases of the codebook"
        return [_of("rule", said, now, cause)]
    return []


def _of(kind: str, said: str, hit: Found, cause: Cause, was: str = "") -> Change:
    now = "" if kind == "removed" else hit.quote
    was = hit.quote if kind == "removed" else was
    path = cause.paths[hit.document]
    kind, said = cause.of(kind, said, [path])
    return Change(kind, said, path, hit.line, hit.theme, was, now)


def _edited(gone: Sequence[Found], come: Sequence[Found]) -> list[tuple[Found, Found]]:
    """Lost and new sentences of one document and theme that are one sentence edited, the most alike first."""
    pairs = []
    for left in gone:
        for right in come:
            if (left.theme, left.document) == (right.theme, right.document):
                # a baseline has the first words only
                first = left.quote.removesuffix("…")
                likeness = fuzz.ratio(first, right.quote if first == left.quote else right.quote[: len(first)])
                if likeness >= LIKE:
                    pairs.append((-likeness, left.key, right.key, left, right))
    found: list[tuple[Found, Found]] = []
    for _, _, _, left, right in sorted(pairs, key=lambda p: p[:3]):
        if all(left is not a and right is not b for a, b in found):
            found.append((left, right))
    return found
