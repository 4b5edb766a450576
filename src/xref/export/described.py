"""A theme as the description of a code and back: prose, and below it lines ("Facet the ferry: ferry | harbour boat").

REFI-QDA has no place for ids, phrases and thresholds. A sign that would part a line has a backslash before it; what
does not print stands as its number, as in TOML (docs/export.md, "Lines of a description"). Read are only lines at the
end, one of which says an id, phrases or a facet: other programs' prose is never taken for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from xref.model import Condition, Facet, Theme
from xref.themes.brought import HEADS, Line
from xref.themes.codebook import SCOPES
from xref.toml import quoted

_BAR = " | "
_LINE = re.compile(r"(?P<key>[A-Z][a-z]+)(?: (?P<name>(?:\\.|[^\\])+?))?: (?P<said>.+)")
_SAID = {
    "Id": r"[A-Za-z0-9_-]+", "Scope": "|".join(SCOPES), "Threshold": r"[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?",
    "Wording": "no", "Aliases": ".+", "Expect": ".+", "Phrases": ".+", "Not": ".+", "Facet": ".+",
    "Computed": r"\{.*\}",
}  # fmt: skip
"""what a line begins with -> what may follow its colon; any other line is prose"""
_NAMED = {"Facet": (True,), "Computed": (True,), "Threshold": (True, False), "Wording": (True, False)}
"""whether a facet is named before the colon; in any other line none is"""
_ESCAPED = re.compile(r"\\(?:U(?P<number>[0-9A-F]{8})|(?P<sign>[\\|:]))")


def describe(theme: Theme) -> str:
    """What a theme looks for; a line of its own description that looks like one of ours has a backslash before it."""
    prose = [f"\\{line}" if _looks_ours(line) else line for line in theme.description.splitlines()]
    return "\n".join((*prose, "", *_lines(theme)) if prose else _lines(theme))


def read_description(text: str) -> tuple[str, tuple[Line, ...]]:
    """The prose, and the lines of ours below it."""
    lines = text.rstrip().splitlines()
    found: list[Line] = []
    while lines and (line := _read(lines[-1])):
        found.append(line)
        lines.pop()
    if not any(line.key in HEADS for line in found):
        return text, ()
    prose = (line[1:] if line[:1] == "\\" and _looks_ours(line) else line for line in lines)
    return "\n".join(prose), tuple(reversed(found))


def _lines(theme: Theme) -> Iterator[str]:
    yield f"Id: {theme.id}"
    if theme.scope != "claim":
        yield f"Scope: {theme.scope}"
    if theme.threshold is not None:
        yield f"Threshold: {_number(theme.threshold)}"
    worded = [facet.wording for facet in theme.facets if not facet.when]
    if worded and not any(worded):
        yield "Wording: no"
    if theme.aliases:
        yield f"Aliases: {_joined(theme.aliases)}"
    for pair in theme.expect:
        yield f"Expect: {_joined(pair)}"
    for facet in theme.facets:
        yield from _facet(facet, theme, any(worded))
    if theme.exclude:
        yield f"Not: {_joined(theme.exclude)}"


def _facet(facet: Facet, theme: Theme, worded: bool) -> Iterator[str]:
    name = _escaped(facet.name, "\\:")
    if facet.when:
        yield f"Computed {name}: {_table(facet.when)}"
    elif theme.facets == (facet,) and facet.name == (theme.label or theme.id) and facet.threshold is None:
        yield f"Phrases: {_joined(facet.phrases)}"
    else:
        yield f"Facet {name}: {_joined(facet.phrases)}"
        if facet.threshold is not None:
            yield f"Threshold {name}: {_number(facet.threshold)}"
        if worded and not facet.wording:
            yield f"Wording {name}: no"


def _table(when: tuple[Condition, ...]) -> str:
    """The conditions as an inline table of TOML; a calendar and what is dated are the same for all of them."""
    keys: dict[str, str | int | bool] = {condition.key: condition.value for condition in when}
    if when[0].series:
        keys["series"] = when[0].series
    if when[0].on != "document":
        keys["on"] = when[0].on
    said = (f"{key} = {quoted(held) if isinstance(held, str) else str(held).lower()}" for key, held in keys.items())
    return f"{{ {', '.join(said)} }}"


def _joined(parts: Iterable[str]) -> str:
    return _BAR.join(_escaped(part, "\\|") for part in parts)


def _escaped(text: str, signs: str) -> str:
    """`text` in one line, with a backslash before each of `signs`; a space at either end would be lost."""
    ends = (0, len(text) - 1)
    return "".join(
        f"\\U{ord(each):08X}"
        if not each.isprintable() or (each == " " and number in ends)
        else f"\\{each}"
        if each in signs
        else each
        for number, each in enumerate(text)
    )


def _number(score: float) -> str:
    return str(score).removesuffix(".0")


def _looks_ours(line: str) -> bool:
    """Whether a line of prose, backslashes before it or not, would be read as one of ours."""
    return bool(_read(re.sub(r"^[\\\s]+", "", line)))


def _read(line: str) -> Line | None:
    found = _LINE.fullmatch(line.strip())
    if not found or not re.fullmatch(_SAID.get(found["key"], "(?!)"), found["said"]):
        return None
    if (found["name"] is not None) not in _NAMED.get(found["key"], (False,)):
        return None
    said = found["said"]
    parts = [said] if found["key"] == "Computed" else [_plain(p.strip()) for p in said.split(_BAR) if p.strip()]
    return Line(found["key"], tuple(parts), _plain(found["name"] or ""))


def _plain(said: str) -> str:
    """What was escaped, as it was; a backslash before anything else is one."""
    return _ESCAPED.sub(_sign, said)


def _sign(found: re.Match[str]) -> str:
    if found["sign"]:
        return found["sign"]
    code = int(found["number"], 16)
    # neither a text nor TOML holds half a surrogate pair
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else found[0]
