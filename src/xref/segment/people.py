"""Nouns for those who can speak, want or show something: people, offices, bodies, documents (people.toml)."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib import resources

_PERSON_ENDING = re.compile(r"\w{2,}(?:ers?|ors?|ists?|ians?|ees?|m[ae]n|crats?)")


@functools.cache
def _lists() -> Mapping[str, frozenset[str]]:
    # of an office only one holder is meant by its singular; several are people left unnamed
    data = tomllib.loads(resources.files("xref.data").joinpath("people.toml").read_text(encoding="utf-8"))
    lists = {kind: frozenset(form for word in words.split() for form in _forms(word)) for kind, words in data.items()}
    offices = frozenset(data["roles"].split())
    return {**lists, "roles": offices, "unnamed": (lists["unnamed"] | lists["roles"]) - offices}


def _forms(word: str) -> tuple[str, str]:
    """A noun and its plural."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return word, word[:-1] + "ies"
    return word, word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")


def sort_of(low: str) -> str:
    """What a lower-case noun names: an "organisation" (office or body), "anonymous" people, a "document", or ""."""
    lists = _lists()
    if low in lists["roles"]:
        return "organisation"
    if low in lists["unnamed"]:
        return "anonymous"
    if low in lists["documents"]:
        return "document"
    if low in lists["bodies"]:
        return "organisation"
    return "anonymous" if _PERSON_ENDING.fullmatch(low) and low not in lists["no_people"] else ""


def is_unnamed(low: str) -> bool:
    """Whether the noun is one for people whom a text leaves unnamed ("officials")."""
    return low in _lists()["unnamed"]
