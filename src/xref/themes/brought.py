"""Themes brought from another program's codebook, as a codebook of ours.

Other programs name codes and describe them in prose; they have no phrases. A description written by `xref export qdc`
holds them in lines of its own ("Facet the ferry: ferry | harbour boat"), which are read again; any other code begins
with its own name as its phrase, to be edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from xref.model import Theme
from xref.themes.starter import HEAD, make_id, phrase_of
from xref.toml import quoted

_LINE = re.compile(r"(Id|Facet (?P<facet>[^\n]*?)|Phrases|Not|Computed): (?P<said>[^\n]*)")
_BAR = " | "


@attrs.frozen
class Brought:
    """A code of another program."""

    name: str
    """what it is called there"""
    description: str = ""
    """what is said of it"""
    path: tuple[str, ...] = ()
    """names of the codes above it, outermost first"""


def describe(theme: Theme) -> str:
    """What a theme looks for, in prose and lines that `write_brought` reads again."""
    lines = [f"Id: {theme.id}"]
    for facet in theme.facets:
        if facet.when:
            asked = ", ".join(f"{condition.key} {condition.value}" for condition in facet.when)
            lines.append(f"Computed: {facet.name}: {asked}")
        elif len(theme.facets) == 1:
            lines.append(f"Phrases: {_BAR.join(facet.phrases)}")
        else:
            lines.append(f"Facet {facet.name}: {_BAR.join(facet.phrases)}")
    if theme.exclude:
        lines.append(f"Not: {_BAR.join(theme.exclude)}")
    return "\n".join((theme.description, "", *lines) if theme.description else lines)


def write_brought(codes: Sequence[Brought]) -> str:
    """A codebook with a theme for each code; raises ValueError for a name without words, or two codes of one id."""
    taken: set[str] = set()
    return "".join((HEAD, *("\n" + "\n".join(_theme(code, taken)) + "\n" for code in codes)))


def _theme(code: Brought, taken: set[str]) -> Iterator[str]:
    prose, known = [], []
    for line in code.description.splitlines():
        found = _LINE.fullmatch(line.strip())
        if found:
            known.append(found)
        else:
            prose.append(line)
    name = next((found["said"].strip() for found in known if found[1] == "Id"), "")
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,100}", name) or name in taken:
        name = make_id(code.name, taken)
    taken.add(name)
    facets = [(found["facet"] or "", _split(found["said"])) for found in known if found[1][:5] in ("Facet", "Phras")]
    yield "[[theme]]"
    yield f"id = {quoted(name)}"
    yield f"label = {quoted(' '.join(code.name.split()))}"
    above = " > ".join(" ".join(part.split()) for part in code.path)
    said = " ".join(" ".join(prose).split())
    yield f"description = {quoted(f'{above}: {said}' if above and said else said or above)}"
    if len(facets) < 2:
        phrases = facets[0][1] if facets and facets[0][1] else [phrase_of(code.name)]
        yield f"phrases = {_list(phrases)}"
    if out := [phrase for found in known if found[1] == "Not" for phrase in _split(found["said"])]:
        yield f"exclude = {_list(out)}"
    for facet, phrases in facets if len(facets) > 1 else ():
        yield "[[theme.facet]]"
        yield f"name = {quoted(facet)}"
        yield f"phrases = {_list(phrases)}"


def _split(said: str) -> list[str]:
    return [part.strip() for part in said.split(_BAR) if part.strip()]


def _list(phrases: Sequence[str]) -> str:
    return "[" + ", ".join(quoted(phrase) for phrase in phrases) + "]"
