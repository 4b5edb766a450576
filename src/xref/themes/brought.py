"""Themes brought from another program's codebook, as a codebook of ours.

Other programs name codes and describe them in prose; they have no phrases. A description written by `xref export qdc`
ends in lines that hold them ("Facet the ferry: ferry | harbour boat"), which are read again (docs/export.md, "Lines of
a description"); any other code begins with its own name as its phrase, to be edited.
"""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
import re
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from xref.errors import CodebookError
from xref.themes.codebook import SCOPES, Limits, load_codebook
from xref.themes.starter import HEAD, make_id, phrase_of
from xref.toml import quoted

BAR = " | "
"""what parts the phrases of a line"""
_LINE = re.compile(r"(?P<key>[A-Z][a-z]+)(?: (?P<name>(?:\\.|[^\\])+?))?: (?P<said>.+)")
_SAID = {
    "Id": r"[A-Za-z0-9_-]+", "Scope": "|".join(SCOPES), "Threshold": r"[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?",
    "Wording": "no", "Aliases": ".+", "Expect": ".+", "Phrases": ".+", "Not": ".+", "Facet": ".+",
    "Computed": r"\{.*\}",
}  # fmt: skip
"""what a line begins with -> what may follow its colon; any other line is prose"""
_NAMED = {"Facet": (True,), "Computed": (True,), "Threshold": (True, False), "Wording": (True, False)}
"""whether a facet is named before the colon; in any other line none is"""
_HEADS = {"Id", "Phrases", "Facet"}
"""lines without one of which the end of a description is prose that happens to look like ours"""
_ESCAPED = re.compile(r"\\(?:U(?P<number>[0-9A-F]{8})|(?P<sign>[\\|:]))")
_FAULT = re.compile(r":([0-9]+):[0-9]+: (.*)", re.S)


@attrs.frozen
class Brought:
    """A code of another program."""

    name: str
    """what it is called there"""
    description: str = ""
    """what is said of it"""
    path: tuple[str, ...] = ()
    """names of the codes above it, outermost first"""


@attrs.frozen
class _Block:
    """The lines of ours at the end of a description: what they begin with, the facet they name, what they say."""

    lines: tuple[tuple[str, str, str], ...] = ()

    @property
    def facets(self) -> list[str]:
        """The facets that lines name, in their order; empty for that of a line Phrases."""
        return [name for key, name, _ in self.lines if key in ("Phrases", "Facet", "Computed")]

    def all(self, key: str, name: str = "") -> list[str]:
        """What the lines `key` (of the facet `name`) say."""
        return [said for each, facet, said in self.lines if (each, facet) == (key, name)]

    def parts(self, key: str) -> list[str]:
        """The parts of all lines `key`, each once."""
        return list(dict.fromkeys(part for said in self.all(key) for part in _split(said)))


def write_brought(codes: Sequence[Brought], shown: str, limits: Limits | None = None) -> str:
    """A codebook with a theme for each of the codes of the file called `shown`; it loads as it stands.

    Raises CodebookError that lists every fault with its code: a name without words, a phrase that is none.
    """
    read = [_parted(code.description) for code in codes]
    parts, faults = [HEAD], []
    for number, name in enumerate(_ids(codes, [block for _, block in read])):
        try:
            parts.append("\n" + "\n".join(_theme(codes[number], name, *read[number])) + "\n")
        except ValueError as fault:
            faults.append((number, str(fault)))
    if faults := faults or _faults(parts, shown, limits):
        said = tuple(f"the code {quoted(_flat(codes[number].name))}: {fault}" for number, fault in faults)
        raise CodebookError(f"{shown}: {len(said)} fault{'s' if len(said) > 1 else ''}, nothing was written", said)
    return "".join(parts)


def looks_ours(line: str) -> bool:
    """Whether a line of prose, backslashes before it or not, would be read as one of ours."""
    return bool(_read(re.sub(r"^[\\\s]+", "", line)))


def _read(line: str) -> tuple[str, str, str] | None:
    found = _LINE.fullmatch(line.strip())
    if not found or not re.fullmatch(_SAID.get(found["key"], "(?!)"), found["said"]):
        return None
    if (found["name"] is not None) not in _NAMED.get(found["key"], (False,)):
        return None
    return found["key"], _plain(found["name"] or ""), found["said"]


def _parted(description: str) -> tuple[str, _Block]:
    """The prose in one line, and the lines of ours below it."""
    lines = description.rstrip().splitlines()
    found: list[tuple[str, str, str]] = []
    while lines and (line := _read(lines[-1])):
        found.append(line)
        lines.pop()
    if not _HEADS & {key for key, _, _ in found}:
        return _flat(description), _Block()
    prose = (line[1:] if line[:1] == "\\" and looks_ours(line) else line for line in lines)
    return _flat(" ".join(prose)), _Block(tuple(reversed(found)))


def _ids(codes: Sequence[Brought], blocks: Sequence[_Block]) -> Iterator[str]:
    """The id that the lines of a code name, unless a code before has it; else one made of its name."""
    taken = {name for block in blocks for key in ("Id", "Aliases") for name in block.parts(key)}
    used: set[str] = set()
    for code, block in zip(codes, blocks, strict=True):
        name = next(iter(block.all("Id")), "")
        if not name or name in used:
            name = make_id(code.name, taken)
        used.add(name)
        taken.add(name)
        yield name


def _theme(code: Brought, name: str, said: str, block: _Block) -> Iterator[str]:
    label = _flat(code.name)
    above = " > ".join(_flat(part) for part in code.path)
    yield "[[theme]]"
    yield f"id = {quoted(name)}"
    yield f"label = {quoted(label)}"
    yield f"description = {quoted(f'{above}: {said}' if above and said else said or above)}"
    if scope := block.all("Scope"):
        yield f"scope = {quoted(scope[0])}"
    yield from _limits(block, "")
    for key, ours in (("Aliases", "aliases"), ("Not", "exclude")):
        if parts := block.parts(key):
            yield f"{ours} = {_list(parts)}"
    if pairs := block.all("Expect"):
        yield f"expect = [{', '.join(_list(_split(pair)) for pair in pairs)}]"
    looked = any(key in ("Phrases", "Facet") for key, _, _ in block.lines)
    yield from _facets(block, label, "" if looked else phrase_of(code.name))


def _limits(block: _Block, facet: str) -> Iterator[str]:
    if threshold := block.all("Threshold", facet):
        yield f"threshold = {float(threshold[0])}"
    if block.all("Wording", facet):
        yield "wording = false"


def _facets(block: _Block, label: str, first: str) -> Iterator[str]:
    """Phrases of one facet, or facets in their order; two lines of one name are one facet."""
    phrases: dict[str, list[str]] = {label: [first]} if first else {}
    computed: dict[str, str] = {}
    for key, name, said in block.lines:
        if key in ("Phrases", "Facet"):
            known = phrases.setdefault(name or label, [])
            known += [phrase for phrase in dict.fromkeys(_split(said)) if phrase not in known]
        elif key == "Computed" and name in computed:
            raise ValueError(f"two lines Computed {name}")
        elif key == "Computed":
            computed[name] = _table(name, said)
        elif name and not block.all("Facet", name):
            raise ValueError(f"a line {key} {name}, and no line Facet {name}")
    if list(phrases) == [label] and not computed and not block.all("Facet", label):
        yield f"phrases = {_list(phrases[label])}"
        return
    for name in dict.fromkeys((*phrases, *computed) if first else (name or label for name in block.facets)):
        yield "[[theme.facet]]"
        yield f"name = {quoted(name)}"
        if name in computed:
            yield f"when = {computed[name]}"
        if name in phrases:
            yield f"phrases = {_list(phrases[name])}"
            yield from _limits(block, name)


def _table(name: str, said: str) -> str:
    """The conditions of a computed facet, written anew from what a reader of TOML finds in them."""
    try:
        found = tomllib.loads(f"when = {said}")["when"]
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


def _split(said: str) -> list[str]:
    return [_plain(part.strip()) for part in said.split(BAR) if part.strip()]


def _plain(said: str) -> str:
    """What was escaped, as it was; a backslash before anything else is one."""
    return _ESCAPED.sub(_sign, said)


def _sign(found: re.Match[str]) -> str:
    if found["sign"]:
        return found["sign"]
    code = int(found["number"], 16)
    # no text holds half a surrogate pair, nor TOML
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else found[0]


def _flat(said: str) -> str:
    return " ".join(said.split())


def _list(phrases: Sequence[str]) -> str:
    return "[" + ", ".join(quoted(phrase) for phrase in phrases) + "]"
