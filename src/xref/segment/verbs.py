"""Verb forms: which base a word belongs to, and which form of it the word is.

Regular forms are made by the spelling rules of English (Quirk et al. 1985, 3.5-3.10: -s, -ed, -ing, doubled and dropped
letters); irregular ones are listed in verbs.toml, which also says which words are verbs at all.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

import attrs

BASE, THIRD, PAST, PARTICIPLE, ING = "base", "third", "past", "participle", "ing"


@attrs.frozen
class Form:
    """One form of one verb."""

    base: str
    """the infinitive"""
    shape: str
    """"base", "third" (says), "past", "participle" or "ing" """


@functools.cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("xref.data").joinpath("verbs.toml").read_text(encoding="utf-8"))


@functools.cache
def also_nouns() -> frozenset[str]:
    """Bases that are as often nouns ("plan", "control")."""
    return frozenset(_data()["also_nouns"].split())


@functools.cache
def never_nouns() -> frozenset[str]:
    """Bases that are never nouns ("say")."""
    return frozenset(_data()["never_nouns"].split())


@functools.cache
def verb_forms() -> Mapping[str, tuple[Form, ...]]:
    """Lower-case word → the verb forms that it can be, from the shipped list."""
    data = _data()
    doubled = frozenset(data["doubled"].split())
    found: dict[str, dict[Form, None]] = {}

    def note(word: str, base: str, shape: str) -> None:
        found.setdefault(word, {})[Form(base, shape)] = None

    for base in data["regular"].split():
        for word, shape in inflect(base, base in doubled):
            note(word, base, shape)
    for row in data["irregular"]:
        base, past, participle = row.split()
        for word, shape in inflect(base, base in _DOUBLES):
            if shape not in (PAST, PARTICIPLE):
                note(word, base, shape)
        for shape, words in ((PAST, past), (PARTICIPLE, participle)):
            for word in words.split("/"):
                note(word, base, shape)
    for word, base, shape in (
        ("has", "have", THIRD),
        ("does", "do", THIRD),
        ("is", "be", THIRD),
        ("lying", "lie", ING),
    ):
        note(word, base, shape)
    return {word: tuple(forms) for word, forms in found.items()}


_DOUBLES = frozenset(
    "get let set run sit cut win hit begin forget put bet bid dig shut quit spin split swim upset rid wed".split()
)


def inflect(base: str, doubles: bool) -> list[tuple[str, str]]:
    """The regular forms of `base` with their shapes; `doubles` whether its last letter is doubled ("admitted")."""
    consonant_y = base.endswith("y") and base[-2:-1] not in "aeiou"
    stem = base + base[-1] if doubles else base
    if consonant_y:
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    elif base.endswith(("s", "sh", "ch", "x", "z", "o")):
        third, past = base + "es", stem + "ed"
    else:
        third, past = base + "s", base + "d" if base.endswith("e") else stem + "ed"
    if base.endswith("ie"):
        ing = base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and len(base) > 2:
        ing = base[:-1] + "ing"
    else:
        ing = stem + "ing"
    return [(base, BASE), (third, THIRD), (past, PAST), (past, PARTICIPLE), (ing, ING)]
