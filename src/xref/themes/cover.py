"""Expressions of several words of the thesaurus that stand in a claim."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from itertools import pairwise

from xref.themes.thesaurus import Thesaurus
from xref.themes.vocabulary import Vocabulary

Cover = Sequence[tuple[int, int, frozenset[str]]]
"""expressions of the thesaurus in a claim: first word, word after the last, groups they belong to"""

Expressions = Mapping[int, Mapping[int, Sequence[tuple[tuple[frozenset[int], ...], str]]]]
"""numbers of the first two words → expressions that begin so: the forms of each word, and the group"""


def find_expressions(index: Vocabulary, thesaurus: Thesaurus) -> Expressions:
    """The expressions of several words, each of which stands in the corpus, by their first two."""
    found: dict[int, dict[int, list[tuple[tuple[frozenset[int], ...], str]]]] = {}
    for entry in (entry for entries in thesaurus.entries.values() for entry in entries if len(entry.words) > 1):
        forms = tuple(frozenset(index.numbers[f] for f in word if f in index.numbers) for word in entry.words)
        if all(forms):
            for first, second in itertools.product(*forms[:2]):
                found.setdefault(first, {}).setdefault(second, []).append((forms, entry.group))
    return found


def find_cover(tokens: Sequence[int], expressions: Expressions) -> Cover:
    """The expressions of several words that stand in a claim."""
    found: dict[tuple[int, int], set[str]] = {}
    for at, (first, second) in enumerate(pairwise(tokens)):
        follow = expressions.get(first >> 2)
        for words, group in follow.get(second >> 2, ()) if follow else ():
            if at + len(words) <= len(tokens) and all(
                tokens[at + n] >> 2 in forms for n, forms in enumerate(words) if n > 1
            ):
                found.setdefault((at, at + len(words)), set()).add(group)
    return [(a, b, frozenset(groups)) for (a, b), groups in sorted(found.items())]
