"""The words of all claims as numbers, made once for a corpus: what every phrase is looked up in.

Each distinct piece between spaces is cut into words once (Zipf: a corpus of a million words has a few ten thousand
pieces), each distinct word is compared with each distinct phrase word once, and places are counted in words. Where a
word stands in characters is only worked out for the claims that are shown.
"""

from __future__ import annotations

import functools
import re
from array import array
from collections import deque
from collections.abc import Sequence
from itertools import repeat
from typing import overload

import attrs

from xref.model import Claim
from xref.themes.language import GRAMMAR, PARTICLES
from xref.themes.vocabulary import Vocabulary
from xref.words import cut_piece

LOWER, CAPITAL, CAPITALS = 0, 1, 2
"""how a word is written: 0 in lower case, 1 with a capital, 2 in capitals"""


@attrs.frozen(eq=False, kw_only=True)
class Index(Vocabulary):
    """The words of all claims, and where each distinct word occurs."""

    claims: tuple[Claim, ...]
    """in order"""
    lines: tuple[str, ...]
    """for each claim its words in order, as one sign for each: what is scanned"""
    marks: Sequence[int]
    """code point of a sign → its token: number of the word times four, plus how it is written"""
    signs: Sequence[str]
    """number of a word → its signs, one for each way it is written"""
    postings: tuple[array[int], ...]
    """number of a word → numbers of the claims that hold it, ascending"""
    light: frozenset[int]
    """numbers of grammar words and prepositions, which may stand between the words of a phrase at no cost"""

    @functools.cached_property
    def between(self) -> str:
        """The light words as a set of a regular expression."""
        signs = "".join(re.escape(self.signs[number]) for number in sorted(self.light))
        return f"[{signs}]" if signs else "(?!)"

    @property
    def tokens(self) -> Sequence[list[int]]:
        """For each claim its words in order, as tokens."""
        return _Tokens(self)

    def read(self, signs: str) -> list[int]:
        """The tokens of some signs."""
        return list(map(self.marks.__getitem__, map(ord, signs)))


@attrs.frozen(eq=False)
class _Tokens(Sequence[list[int]]):
    """The words of the claims as tokens, made when they are asked for."""

    whole: Index

    @overload
    def __getitem__(self, at: int) -> list[int]: ...
    @overload
    def __getitem__(self, at: slice) -> list[list[int]]: ...
    def __getitem__(self, at: int | slice) -> list[int] | list[list[int]]:
        if isinstance(at, slice):
            return [self.whole.read(line) for line in self.whole.lines[at]]
        return self.whole.read(self.whole.lines[at])

    def __len__(self) -> int:
        return len(self.whole.lines)


@attrs.define(eq=False)
class _Signs(dict[str, str]):
    """A piece between spaces → the signs of its words; each distinct piece is cut once."""

    numbers: dict[str, int] = attrs.field(factory=dict)
    marks: list[int] = attrs.field(factory=list)
    known: dict[int, str] = attrs.field(factory=dict)
    """token → sign"""
    held: dict[str, list[int]] = attrs.field(factory=dict)
    """sign → numbers of the claims that hold it, ascending"""

    def __missing__(self, piece: str) -> str:
        found = ""
        for said, key, _ in cut_piece(piece):
            token = self.numbers.setdefault(key, len(self.numbers)) << 2 | written(said)
            if token not in self.known:
                # a million code points: enough for the words of some ten million claims
                self.known[token] = sign = chr(len(self.marks))
                self.held[sign] = []
                self.marks.append(token)
            found += self.known[token]
        self[piece] = found
        return found


def index_claims(claims: Sequence[Claim]) -> Index:
    """The index of `claims`."""
    pieces = _Signs()
    lines: list[str] = []
    for at, claim in enumerate(claims):
        line = "".join(map(pieces.__getitem__, claim.text.split()))
        lines.append(line)
        # for each sign of the line, without a loop of our own: there are millions
        deque(map(list.append, map(pieces.held.__getitem__, set(line)), repeat(at)), maxlen=0)
    numbers = pieces.numbers
    signs = [""] * len(numbers)
    for code, token in enumerate(pieces.marks):
        signs[token >> 2] += chr(code)
    postings = [_merge([pieces.held[sign] for sign in same]) for same in signs]
    words = tuple(numbers)
    light = frozenset(n for n, word in enumerate(words) if word in GRAMMAR or word in PARTICLES)
    return Index(
        words=words, numbers=numbers, held=tuple(map(len, postings)), count=len(claims), claims=tuple(claims),
        lines=tuple(lines), marks=pieces.marks, signs=signs, postings=tuple(postings), light=light,
    )  # fmt: skip


def _merge(lists: Sequence[list[int]]) -> array[int]:
    """Numbers in ascending order, each once."""
    return array("I", lists[0] if len(lists) == 1 else sorted(set().union(*lists)))


def written(text: str) -> int:
    """How a word is written: `LOWER`, `CAPITAL` or `CAPITALS`."""
    if not text[:1].isupper():
        return LOWER
    return CAPITALS if len(text) > 1 and text.isupper() else CAPITAL
