"""Whether the words that carry a phrase are denied: "the letter was not secret" speaks of a secret letter all the same.

Such a hit is kept, since a denial is what a reader of two sources looks for, and marked with the words that deny. A
negation denies what follows within four words of its own clause (the scope of not, no and never in Morante and
Daelemans, ConanDoyle-neg, 2012, ends at the clause); "not only" and "no doubt" deny nothing; a phrase with a negation
of its own is never denied. What is named as known ("has not answered *the* letter") is taken for given by the denial of
something else about it (Strawson, On Referring, 1950; Karttunen, Presuppositions of Compound Sentences, 1973);
"was not the letter" denies that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xref.model import Span
from xref.themes.language import is_negation
from xref.words import Word

REACH = 4
"""words between a negation and what it denies, at the most"""
_ENDS = re.compile(r"[,;:.!?—–()]|\b(?:but|although|though|because|and|or|which|who|that)\b", re.I)
_NOT_DENYING = re.compile(
    r"not\s+(?:only|just|merely|simply|least)|no\s+(?:doubt|longer|less|more|matter|one)|nothing\s+(?:but|less)", re.I
)


_KNOWN = frozenset("the this that these those my your his her its our their".split())
"""words that name a thing as known"""
_IS = frozenset("is are was were be been being isn't aren't wasn't weren't".split())


def find_denial(text: str, words: Sequence[Word], first: int) -> Span | None:
    """The negation in `text` (whose words are `words`) that denies what begins at word `first`, or None."""
    for at in range(first - 1, max(-1, first - 2 - REACH), -1):
        word = words[at]
        if _ENDS.search(text, word.span.end, words[first].span.start):
            return None
        if is_negation(word.key) and word.key not in ("without", "none"):
            known = words[first - 1].key in _KNOWN and not _IS & {
                each.key for each in words[max(0, at - 1) : first - 1]
            }
            return None if known or _NOT_DENYING.match(text, word.span.start) else word.span
    return None
