"""What reviewers had decided when the page was made, in words: for readers without the script, and on paper."""

from __future__ import annotations

import difflib

from xref.model import Standing
from xref.report.records import Note, Piece
from xref.show import show

_GLYPHS = {"accepted": "✓", "dismissed": "✕", "unsure": "?"}


def note_of(standing: Standing, what: str) -> Note:
    """The margin note of a standing on `what`: "this pair", "the sentence in A"."""
    said = [
        f"{d.ruling or 'noted'} by {d.by}" + (f": {d.note}" if d.note else "")
        for d in standing.decisions
        if d.ruling != "cleared"
    ]
    stale = standing.state.startswith("stale")
    head = f"{_GLYPHS.get(standing.ruling, '')} {standing.ruling or 'noted'}".strip()
    if stale or standing.state == "conflict":
        head = "↻ Changed since it was decided" if stale else "≠ Reviewers disagree"
    words = f"{what}: {'; '.join(said)}" + (f". {standing.why}" if standing.why else "")
    change = tuple(p for was, now in zip(standing.was, standing.now, strict=False) for p in difference(was, now))
    return Note(show(head), show(words), warning=stale or standing.state == "conflict", change=change)


def difference(was: str, now: str) -> tuple[Piece, ...]:
    """Word by word: what is gone and what has come, nothing where the words are the same."""
    old, new = was.split(), now.split()
    if old == new:
        return ()
    found: list[Piece] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece(show(" ".join(old[a:b])) + " "))
            continue
        if b > a:
            found += [Piece(show(" ".join(old[a:b])), "gone", "gone: "), Piece(" ")]
        if d > c:
            found += [Piece(show(" ".join(new[c:d])), "come", "new: "), Piece(" ")]
    return tuple(found)
