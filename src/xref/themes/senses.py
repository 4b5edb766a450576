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
    found = []
    for sense in load_senses().get(keys[at], ()):
        found += [Met(at, sense, a, b) for entry in sense.entries for a, b in _stands(entry, keys, at, sense.forms)]
        if sense.near:
            low = max(0, at - WINDOW)
            cues = [n for n in range(low, min(len(keys), at + WINDOW + 1)) if stem_of(keys[n]) in sense.near]
            found += [Met(at, sense, at, at + 1, cue) for cue in cues]
    return found


def _stands(entry: Entry, keys: Sequence[str], at: int, forms: frozenset[str]) -> Iterable[tuple[int, int]]:
    """Where the words of `entry` stand side by side around the word at `at`, which is their bearer."""
    length = len(entry.words)
    for offset, word in enumerate(entry.words):
        start = at - offset
        inside = bool(word & forms) and start >= 0 and start + length <= len(keys)
        if inside and all(_meets(keys[start + n], said) for n, said in enumerate(entry.words)):
            yield start, start + length


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
