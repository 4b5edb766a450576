"""Everyday words in another sense than the one a codebook asks for: "it is our job to", "300 jobs were lost".

Dictionaries list the senses of a word; a few of them are told by the words beside it (data/senses.toml, each with its
source). A phrase is not met by a word that stands in such an expression, unless the codebook asks for that very sense:
a phrase of the theme has the expression, another word of the phrase lies in it, or the phrase is quoted. Yarowsky
1993, One Sense per Collocation: the words beside a noun tell its sense with more than nine in ten certainty.
"""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources

import attrs

from xref.model import WordGroup
from xref.themes.language import GRAMMAR, PARTICLES
from xref.themes.thesaurus import Entry, build_thesaurus
from xref.words import find_words, stem_of

WINDOW = 8
"""words on either side in which a neighbour tells a sense; Lesk 1986 read ten around the word"""
_BRACES = re.compile(r"\{([^}]*)\}")


@attrs.frozen(eq=False)
class Sense:
    """One sense of one word."""

    forms: frozenset[str]
    """the folded forms of the word"""
    label: str
    """the sense in words"""
    source: str
    """the dictionary's entry"""
    entries: tuple[Entry, ...]
    """expressions in which the word has it"""
    near: frozenset[str]
    """stems of neighbours that tell it"""
    asks: frozenset[str]
    """stems of which a facet must have one, or the sense is not told from the ordinary one; empty for any facet"""


@attrs.frozen(eq=False)
class Met:
    """A word of a claim in one of these senses."""

    place: int
    """number of the word"""
    sense: Sense
    """which"""
    first: int
    """first word of the expression, or the word itself"""
    after: int
    """word after the last"""
    cue: int = -1
    """number of the neighbour that tells it; -1 when an expression does"""


@functools.cache
def load_senses() -> Mapping[str, tuple[Sense, ...]]:
    """The shipped senses by each folded form of their word."""
    text = resources.files("xref.data").joinpath("senses.toml").read_text(encoding="utf-8")
    found: dict[str, list[Sense]] = {}
    for row in tomllib.loads(text)["sense"]:
        words = tuple(plain for said in row["words"] for plain in _plain(said))
        groups = [WordGroup("word", "", row["kind"], (row["word"],)), WordGroup("sense", "", row["kind"], words)]
        entries = build_thesaurus(groups).entries
        (forms,) = entries["word"][0].words
        near, asks = (frozenset(map(stem_of, row.get(key, ()))) for key in ("near", "asks"))
        sense = Sense(forms, row["label"], row["source"], entries["sense"], near, asks)
        for form in sorted(forms):
            found.setdefault(form, []).append(sense)
    return {form: tuple(senses) for form, senses in found.items()}


def _plain(said: str) -> Iterable[str]:
    """An expression once for each choice of its braces."""
    pieces = _BRACES.split(said)
    choices = [[c.strip() for c in piece.split(",")] if n % 2 else [piece] for n, piece in enumerate(pieces)]
    return ("".join(choice) for choice in itertools.product(*choices))


def find_senses(keys: Sequence[str], at: int) -> list[Met]:
    """The other senses that the word at `at` of a text, whose folded words are `keys`, may have here."""
    senses = load_senses().get(keys[at], ())
    if not senses:
        return []
    left, right = keys[at - 1] if at else "", keys[at + 1] if at + 1 < len(keys) else ""
    table = _beside()
    found = []
    marks = ((keys[at], -1, left), (keys[at], 1, right), (keys[at], 0, ""))
    for sense, entry, offset in (each for mark in marks for each in table.get(mark, ())):
        start = at - offset
        inside = start >= 0 and start + len(entry.words) <= len(keys)
        if inside and all(_meets(keys[start + n], said) for n, said in enumerate(entry.words)):
            found.append(Met(at, sense, start, start + len(entry.words)))
    low, high = max(0, at - WINDOW), min(len(keys), at + WINDOW + 1)
    for sense in senses:
        if sense.near:
            found += [Met(at, sense, at, at + 1, n) for n in range(low, high) if stem_of(keys[n]) in sense.near]
    return found


@functools.cache
def _beside() -> Mapping[tuple[str, int, str], list[tuple[Sense, Entry, int]]]:
    """Word, side and the word on that side → the expressions that may hold them, and which word of them it is.

    The word before tells most expressions, the word after those that the word opens: few are then compared in full.
    """
    table: dict[tuple[str, int, str], list[tuple[Sense, Entry, int]]] = {}
    for form, senses in load_senses().items():
        for sense in senses:
            for entry in sense.entries:
                for offset, said in enumerate(entry.words):
                    if form in said:
                        for mark in _marks(entry, offset):
                            table.setdefault((form, *mark), []).append((sense, entry, offset))
    return table


def _marks(entry: Entry, offset: int) -> list[tuple[int, str]]:
    if offset:
        return [(-1, key) for key in sorted(entry.words[offset - 1])]
    return [(1, key) for key in sorted(entry.words[1])] if len(entry.words) > 1 else [(0, "")]


def _meets(key: str, said: frozenset[str]) -> bool:
    return key in said or (said == {"ing"} and key.endswith("ing"))


def senses_asked(texts: Iterable[str]) -> frozenset[str]:
    """The labels of the senses that phrases themselves speak of."""
    found = set()
    for text in texts:
        keys = [word.key for word in find_words(text)]
        found |= {met.sense.label for at in range(len(keys)) for met in find_senses(keys, at)}
    return frozenset(found)


def is_grammar(key: str) -> bool:
    """Whether a folded word says nothing of a sense by itself."""
    return key in GRAMMAR or key in PARTICLES
