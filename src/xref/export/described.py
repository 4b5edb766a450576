"""A theme as the description of a code: prose, and below it lines that `xref.themes.brought` reads again.

REFI-QDA has no place for ids, phrases and thresholds. A sign that would part a line has a backslash before it; what
does not print stands as its number, as in TOML (docs/export.md, "Lines of a description").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xref.model import Condition, Facet, Theme
from xref.themes.brought import BAR, looks_ours
from xref.toml import quoted


def describe(theme: Theme) -> str:
    """What a theme looks for; a line of its own description that looks like one of ours has a backslash before it."""
    prose = [f"\\{line}" if looks_ours(line) else line for line in theme.description.splitlines()]
    return "\n".join((*prose, "", *_lines(theme)) if prose else _lines(theme))


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
    return BAR.join(_escaped(part, "\\|") for part in parts)


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
