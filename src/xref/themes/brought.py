"""Themes brought from another program's codebook, as a codebook of ours.

Other programs name codes and describe them in prose; they have no phrases. A description written by `xref export qdc`
holds them in lines of its own (export/described.py); any other code begins with its own name as its phrase, to be
edited. What is written has been read by the reader of codebooks.
"""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
import re
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from xref.errors import CodebookError
from xref.themes.codebook import Limits, load_codebook
from xref.themes.starter import HEAD, make_id, phrase_of
from xref.toml import quoted

LOOKED = ("Phrases", "Facet")
"""keys of lines that say phrases to look for"""
HEADS = ("Id", *LOOKED)
"""keys without one of which lines say nothing of ours"""
_FAULT = re.compile(r":([0-9]+):[0-9]+: (.*)", re.S)


@attrs.frozen
class Line:
    """A line of a description that says something of a theme."""

    key: str
    """"Id", "Scope", "Threshold", "Wording", "Aliases", "Expect", "Phrases", "Facet", "Computed" or "Not" """
    parts: tuple[str, ...]
    """what it says; of a computed facet an inline table of TOML"""
    facet: str = ""
    """the facet that it is about; empty for the theme"""


@attrs.frozen
class Brought:
    """A code of another program."""

    name: str
    """what it is called there"""
    description: str = ""
    """what is said of it"""
    path: tuple[str, ...] = ()
    """names of the codes above it, outermost first"""
    lines: tuple[Line, ...] = ()
    """what a theme that was sent out says of itself"""

    def said(self, key: str, facet: str = "") -> list[str]:
        """The parts of all lines `key` (of `facet`), each once."""
        found = (line.parts for line in self.lines if (line.key, line.facet) == (key, facet))
        return list(dict.fromkeys(itertools.chain.from_iterable(found)))


def write_brought(codes: Sequence[Brought], shown: str, limits: Limits | None = None) -> str:
    """A codebook with a theme for each of the codes of the file called `shown`; it loads as it stands.

    Raises CodebookError that lists every fault with its code: a name without words, a phrase that is none.
    """
    parts, faults = [HEAD], []
    for number, (code, name) in enumerate(zip(codes, _ids(codes), strict=True)):
        try:
            parts.append("\n" + "\n".join(_theme(code, name)) + "\n")
        except ValueError as fault:
            faults.append((number, str(fault)))
    if faults := faults or _faults(parts, shown, limits):
        said = tuple(f"the code {quoted(_flat(codes[number].name))}: {fault}" for number, fault in faults)
        raise CodebookError(f"{shown}: {len(said)} fault{'s' if len(said) > 1 else ''}, nothing was written", said)
    return "".join(parts)


def _ids(codes: Sequence[Brought]) -> Iterator[str]:
    """The id that the lines of a code say, unless a code before has it; else one made of its name."""
    taken = {name for code in codes for key in ("Id", "Aliases") for name in code.said(key)}
    used: set[str] = set()
    for code in codes:
        name = next(iter(code.said("Id")), "")
        if not name or name in used:
            name = make_id(code.name, taken)
        used.add(name)
        taken.add(name)
        yield name


def _theme(code: Brought, name: str) -> Iterator[str]:
    above, said = " > ".join(_flat(part) for part in code.path), _flat(code.description)
    yield "[[theme]]"
    yield f"id = {quoted(name)}"
    yield f"label = {quoted(_flat(code.name))}"
    yield f"description = {quoted(f'{above}: {said}' if above and said else said or above)}"
    if scope := code.said("Scope"):
        yield f"scope = {quoted(scope[0])}"
    yield from _limits(code, "")
    for key, ours in (("Aliases", "aliases"), ("Not", "exclude")):
        if parts := code.said(key):
            yield f"{ours} = {_list(parts)}"
    if pairs := [_list(line.parts) for line in code.lines if line.key == "Expect"]:
        yield f"expect = [{', '.join(pairs)}]"
    yield from _facets(code)


def _limits(code: Brought, facet: str) -> Iterator[str]:
    if threshold := code.said("Threshold", facet):
        yield f"threshold = {float(threshold[0])}"
    if code.said("Wording", facet):
        yield "wording = false"


def _facets(code: Brought) -> Iterator[str]:
    """Phrases of one facet, or facets in their order; two lines of one name are one facet."""
    label = _flat(code.name)
    lines = code.lines
    if not any(line.key in LOOKED for line in lines):
        lines = (Line("Phrases", (phrase_of(code.name),)), *lines)
    found: dict[tuple[str, bool], list[str]] = {}
    for line in lines:
        if line.key in LOOKED:
            found.setdefault((line.facet or label, False), []).extend(line.parts)
        elif line.key == "Computed":
            found.setdefault((line.facet, True), []).extend(line.parts)
        elif line.facet and not code.said("Facet", line.facet):
            raise ValueError(f"a line {line.key} {line.facet}, and no line Facet {line.facet}")
    if list(found) == [(label, False)] and not code.said("Facet", label):
        yield f"phrases = {_list(dict.fromkeys(found[label, False]))}"
        return
    for (name, computed), said in found.items():
        yield "[[theme.facet]]"
        yield f"name = {quoted(name)}"
        if computed:
            yield f"when = {_table(name, said)}"
        else:
            yield f"phrases = {_list(dict.fromkeys(said))}"
            yield from _limits(code, name)


def _table(name: str, said: Sequence[str]) -> str:
    """The conditions of a computed facet, written anew from what a reader of TOML finds in them."""
    if len(said) > 1:
        raise ValueError(f"two lines Computed {name}")
    try:
        found = tomllib.loads(f"when = {said[0]}")["when"]
    except (ValueError, RecursionError) as fault:
        raise ValueError(f"Computed {name}: expected a table such as {{ days_before_vote = 60 }}") from fault
    pairs = []
    for each, held in found.items():
        key = each if re.fullmatch(r"[A-Za-z0-9_-]+", each) else quoted(each)
        if isinstance(held, bool | int):
            pairs.append(f"{key} = {str(held).lower()}")
        elif isinstance(held, str | dt.date):
            pairs.append(f"{key} = {quoted(str(held))}")
        else:
            raise ValueError(f"Computed {name}: {key}: expected a text, a whole number, true or false")
    return f"{{ {', '.join(pairs)} }}"


def _faults(parts: Sequence[str], shown: str, limits: Limits | None) -> list[tuple[int, str]]:
    """What the codebook's reader says of the themes after the first of `parts`: number of the theme, and the fault."""
    settings, calendars = (limits.settings, limits.calendars) if limits else (None, None)
    with tempfile.TemporaryDirectory(prefix="xref-") as folder:
        trial = Path(folder) / "codebook.toml"
        trial.write_text("".join(parts), encoding="utf-8")
        try:
            load_codebook(trial, settings, shown, calendars)
        except CodebookError as fault:
            if not fault.faults:
                raise
            found = (_FAULT.fullmatch(line.removeprefix(shown)) for line in fault.faults)
            ends = list(itertools.accumulate(part.count("\n") for part in parts))
            return [(bisect.bisect_left(ends, int(each[1])) - 1, each[2]) for each in found if each]
    return []


def _flat(said: str) -> str:
    return " ".join(said.split())


def _list(phrases: Iterable[str]) -> str:
    return "[" + ", ".join(quoted(phrase) for phrase in phrases) + "]"
