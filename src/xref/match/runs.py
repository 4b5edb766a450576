"""Words in a row that two short texts share, by stems: what a quotation repeated elsewhere is told by."""

from __future__ import annotations

from xref.match.passages import read
from xref.model import Span


def find_run(left: str, right: str, length: int, content: int = 1) -> tuple[Span, Span] | None:
    """The first words in a row that both texts hold, or None: `length` at least, `content` of them no grammar words.

    Compared by stems; the spans count characters of each text.
    """
    a, b = read(left), read(right)
    stems, others = a.stems, b.stems
    places = {others[at : at + length]: at for at in reversed(range(len(others) - length + 1))}
    for at in range(len(stems) - length + 1):
        gram = stems[at : at + length]
        if gram in places and len(a.telling.intersection(gram)) >= content:
            to, end = places[gram], length
            while at + end < len(stems) and to + end < len(others) and stems[at + end] == others[to + end]:
                end += 1
            return a.span((at, at + end)), b.span((to, to + end))
    return None
