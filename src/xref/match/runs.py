"""Words in a row that two short texts share, by stems: what a quotation repeated elsewhere is told by."""

from __future__ import annotations

import functools

from xref.model import Span
from xref.words import STOP, find_words


def find_run(left: str, right: str, length: int, content: int = 1) -> tuple[Span, Span] | None:
    """The first words in a row that both texts hold, or None: `length` at least, `content` of them no grammar words.

    Compared by stems; the spans count characters of each text.
    """
    (a, (stems, telling)), (b, (others, _)) = _stems(left), _stems(right)
    places = {tuple(others[at : at + length]): at for at in reversed(range(len(others) - length + 1))}
    for at in range(len(stems) - length + 1):
        gram = tuple(stems[at : at + length])
        if gram in places and len(telling.intersection(gram)) >= content:
            to, end = places[gram], length
            while at + end < len(stems) and to + end < len(others) and stems[at + end] == others[to + end]:
                end += 1
            return Span(a[at].start, a[at + end - 1].end), Span(b[to].start, b[to + end - 1].end)
    return None


@functools.lru_cache(maxsize=20_000)
def _stems(text: str) -> tuple[tuple[Span, ...], tuple[list[str], frozenset[str]]]:
    words = find_words(text)
    telling = frozenset(word.stem for word in words if word.key not in STOP)
    return tuple(word.span for word in words), ([word.stem for word in words], telling)
