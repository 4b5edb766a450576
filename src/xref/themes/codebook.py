"""codebook.toml: read, checked, every fault at once, with its place. The language: docs/codebook.md."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from xref import fold
from xref.checks import Checks
from xref.errors import CodebookError
from xref.model import Codebook, Facet, Settings, Theme
from xref.themes.people import read_actors, read_distinct
from xref.themes.phrases import read_phrase
from xref.toml import Where, read_toml

_ID = re.compile(r"[A-Za-z0-9_-]+")
_TOP = ("title", "theme", "actor", "distinct")
_THEME = ("id", "label", "description", "threshold", "aliases", "exclude", "scope", "phrases", "facet")
_FACET = ("name", "phrases", "threshold")
SCOPES = ("claim", "neighbours")


def load_codebook(path: Path, settings: Settings | None = None, shown: str = "") -> Codebook:
    """The codebook at `path`, called `shown` in messages.

    Raises CodebookError that lists every fault as FILE:LINE:COLUMN: what is wrong, what was expected.
    """
    shown = shown or path.name
    file = read_toml(path, shown, CodebookError)
    checks = Checks(file, shown)
    checks.keys(file.data, _TOP, ())
    title = checks.text(file.data, "title", ())
    tables = checks.tables(file.data, "theme")
    themes = tuple(_theme(table, ("theme", n), checks, settings or Settings()) for n, table in enumerate(tables))
    actors, distinct = read_actors(file.data, checks), read_distinct(file.data, checks)
    if not tables and not {"theme", "actor", "distinct"} & set(file.data):
        checks.fault((), "no [[theme]]: a codebook needs at least one")
    _unique(themes, checks)
    if checks.found:
        count = len(checks.found)
        raise CodebookError(f"{shown}: {count} fault{'s' if count > 1 else ''}, nothing was written", checks.lines())
    return Codebook(themes, actors, title, shown, file.digest, distinct=distinct)


def _theme(table: Mapping[str, Any], where: Where, checks: Checks, settings: Settings) -> Theme:
    checks.keys(table, _THEME, where)
    name = checks.text(table, "id", where, needed=True)
    _id(name, (*where, "id"), checks)
    label = checks.text(table, "label", where) or name
    scope = checks.text(table, "scope", where) or "claim"
    if scope not in SCOPES:
        checks.fault((*where, "scope"), f'scope: expected "claim" or "neighbours", found "{scope}"')
    aliases = checks.texts(table, "aliases", where)
    for number, alias in enumerate(aliases):
        _id(alias, (*where, "aliases", number), checks)
    exclude = checks.texts(table, "exclude", where)
    _phrases(exclude, (*where, "exclude"), checks, settings)
    return Theme(
        id=name,
        label=label,
        description=checks.text(table, "description", where),
        facets=_facets(table, label, where, checks, settings),
        exclude=exclude,
        scope=scope,
        threshold=checks.score(table, "threshold", where),
        aliases=aliases,
    )


def _id(name: str, where: Where, checks: Checks) -> None:
    if name.strip() and not _ID.fullmatch(name):
        near = re.sub(r"[^A-Za-z0-9_-]+", "_", name).strip("_")
        checks.fault(where, f'id: expected letters, digits, _ and - only, found "{name}"; try "{near or "theme_1"}"')


def _facets(
    table: Mapping[str, Any], label: str, where: Where, checks: Checks, settings: Settings
) -> tuple[Facet, ...]:
    if "phrases" in table and "facet" in table:
        checks.fault((*where, "phrases"), "phrases and [[theme.facet]] together: a theme has one or the other")
        return ()
    if "phrases" in table:
        phrases = checks.texts(table, "phrases", where)
        _some(table, phrases, where, checks, settings)
        return (Facet(label, phrases),)
    tables = checks.tables(table, "facet", where)
    if not tables and "facet" not in table:
        checks.fault(where, "no phrases: give phrases = [...] or [[theme.facet]]")
    found: list[Facet] = []
    for number, each in enumerate(tables):
        at: Where = (*where, "facet", number)
        checks.keys(each, _FACET, at)
        phrases = checks.texts(each, "phrases", at)
        if "phrases" not in each:
            checks.fault(at, "phrases is missing")
        _some(each, phrases, at, checks, settings)
        name = checks.text(each, "name", at, needed=True)
        if any(name == other.name for other in found):
            checks.fault((*at, "name"), f'name: two facets of this theme are called "{name}"')
        found.append(Facet(name, phrases, checks.score(each, "threshold", at)))
    return tuple(found)


def _some(table: Mapping[str, Any], phrases: tuple[str, ...], where: Where, checks: Checks, settings: Settings) -> None:
    if isinstance(table.get("phrases"), list) and not table["phrases"]:
        checks.fault((*where, "phrases"), "phrases is empty: give at least one")
    _phrases(phrases, (*where, "phrases"), checks, settings)


def _phrases(phrases: tuple[str, ...], where: Where, checks: Checks, settings: Settings) -> None:
    seen: dict[tuple[str, bool], str] = {}
    for number, text in enumerate(phrases):
        at: Where = (*where, number)
        if len(text) > settings.max_phrase_characters:
            checks.fault(at, f"a phrase of {len(text)} characters: the limit is {settings.max_phrase_characters}")
            continue
        try:
            read_phrase(text)
        except ValueError:
            checks.fault(at, f'no word in the phrase "{text}"')
            continue
        # smart case: "New Deal" and "new deal" look for different things
        mark = (fold.key(text), text != text.lower())
        if mark in seen:
            checks.fault(at, f'the phrase "{text}" stands twice')
        seen[mark] = text


def _unique(themes: tuple[Theme, ...], checks: Checks) -> None:
    owners: dict[str, int] = {}
    for number, theme in enumerate(themes):
        for name, where in [
            (theme.id, ("theme", number, "id")),
            *((alias, ("theme", number, "aliases", n)) for n, alias in enumerate(theme.aliases)),
        ]:
            if name and name in owners:
                checks.fault(where, f'"{name}" is already the id or alias of theme {owners[name] + 1}')
            owners.setdefault(name, number)
