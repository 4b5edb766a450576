"""codebook.toml: read, checked, every fault at once, with its place. The language: docs/codebook.md."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from xref import fold
from xref.calendars import load_shipped
from xref.checks import Checks
from xref.errors import CodebookError
from xref.model import Calendars, Codebook, Facet, Settings, Theme, WordGroup
from xref.themes.language import read_phrase
from xref.themes.people import read_actors, read_distinct
from xref.themes.when import read_when
from xref.toml import Where, read_toml
from xref.words import find_words

_ID = re.compile(r"[A-Za-z0-9_-]+")
_TOP = ("title", "wording", "theme", "actor", "distinct", "group")
_THEME = (
    "id",
    "label",
    "description",
    "threshold",
    "aliases",
    "exclude",
    "scope",
    "wording",
    "phrases",
    "facet",
    "expect",
)
_FACET = ("name", "phrases", "threshold", "wording", "when")
_GROUP = ("id", "label", "kind", "words")
GROUP_KINDS = ("noun", "verb", "adjective", "other")
SCOPES = ("claim", "neighbours", "paragraph", "document")


@attrs.frozen
class Limits:
    """What a codebook is checked against."""

    settings: Settings
    """lengths and thresholds"""
    calendars: Calendars
    """terms, votes and events that conditions may name"""


def load_codebook(
    path: Path, settings: Settings | None = None, shown: str = "", calendars: Calendars | None = None
) -> Codebook:
    """The codebook at `path`, called `shown` in messages; its conditions may name what `calendars` hold.

    Raises CodebookError that lists every fault as FILE:LINE:COLUMN: what is wrong, what was expected.
    """
    shown = shown or path.name
    file = read_toml(path, shown, CodebookError)
    checks = Checks(file, shown)
    checks.keys(file.data, _TOP, ())
    title = checks.text(file.data, "title", ())
    tables = checks.tables(file.data, "theme")
    limits = Limits(settings or Settings(), calendars or load_shipped())
    themes = tuple(_theme(table, ("theme", n), checks, limits) for n, table in enumerate(tables))
    actors, distinct = read_actors(file.data, checks), read_distinct(file.data, checks)
    if not tables and not {"theme", "actor", "distinct"} & set(file.data):
        checks.fault((), "no [[theme]]: a codebook needs at least one")
    groups = tuple(_group(table, ("group", n), checks) for n, table in enumerate(checks.tables(file.data, "group")))
    wording = checks.flag(file.data, "wording", ())
    _unique(themes, checks)
    if checks.found:
        count = len(checks.found)
        raise CodebookError(f"{shown}: {count} fault{'s' if count > 1 else ''}, nothing was written", checks.lines())
    return Codebook(themes, actors, title, shown, file.digest, distinct, groups, wording is not False)


def _theme(table: Mapping[str, Any], where: Where, checks: Checks, limits: Limits) -> Theme:
    checks.keys(table, _THEME, where)
    name = checks.text(table, "id", where, needed=True)
    _id(name, (*where, "id"), checks)
    label = checks.text(table, "label", where) or name
    scope = checks.text(table, "scope", where) or "claim"
    if scope not in SCOPES:
        checks.fault((*where, "scope"), f'scope: expected one of {", ".join(SCOPES)}, found "{scope}"')
    aliases = checks.texts(table, "aliases", where)
    for number, alias in enumerate(aliases):
        _id(alias, (*where, "aliases", number), checks)
    exclude = checks.texts(table, "exclude", where)
    _phrases(exclude, (*where, "exclude"), checks, limits)
    return Theme(
        id=name,
        label=label,
        description=checks.text(table, "description", where),
        facets=_facets(table, label, where, checks, limits),
        exclude=exclude,
        scope=scope,
        threshold=checks.score(table, "threshold", where),
        aliases=aliases,
        expect=_expect(table, where, checks),
    )


def _expect(table: Mapping[str, Any], where: Where, checks: Checks) -> tuple[tuple[str, str], ...]:
    """Pairs of document ids, [["a", "b"], ...]: what the theme must join."""
    value = table.get("expect", [])
    pairs = value if isinstance(value, list) else [value]
    found = []
    for number, pair in enumerate(pairs):
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) and one for one in pair):
            found.append((pair[0], pair[1]))
        else:
            checks.fault((*where, "expect", number), 'expect: a list of pairs of document ids, such as [["a", "b"]]')
    return tuple(found)


def _id(name: str, where: Where, checks: Checks) -> None:
    if name.strip() and not _ID.fullmatch(name):
        near = re.sub(r"[^A-Za-z0-9_-]+", "_", name).strip("_")
        checks.fault(where, f'id: expected letters, digits, _ and - only, found "{name}"; try "{near or "theme_1"}"')


def _facets(table: Mapping[str, Any], label: str, where: Where, checks: Checks, limits: Limits) -> tuple[Facet, ...]:
    if "phrases" in table and "facet" in table:
        checks.fault((*where, "phrases"), "phrases and [[theme.facet]] together: a theme has one or the other")
        return ()
    wording = checks.flag(table, "wording", where) is not False
    if "phrases" in table:
        phrases = checks.texts(table, "phrases", where)
        _some(table, phrases, where, checks, limits)
        return (Facet(label, phrases, wording=wording),)
    tables = checks.tables(table, "facet", where)
    if not tables and "facet" not in table:
        checks.fault(where, "no phrases: give phrases = [...] or [[theme.facet]]")
    found: list[Facet] = []
    for number, each in enumerate(tables):
        at: Where = (*where, "facet", number)
        facet = _facet(each, at, checks, limits, wording)
        if any(facet.name == other.name for other in found):
            checks.fault((*at, "name"), f'name: two facets of this theme are called "{facet.name}"')
        found.append(facet)
    if tables and all(facet.when for facet in found):
        checks.fault(
            where, "every facet is computed: give at least one with phrases, which say what the theme is about"
        )
    return tuple(found)


def _facet(table: Mapping[str, Any], at: Where, checks: Checks, limits: Limits, wording: bool) -> Facet:
    checks.keys(table, _FACET, at)
    name = checks.text(table, "name", at, needed=True)
    if "when" in table:
        for key in ("phrases", "threshold", "wording"):
            if key in table:
                checks.fault((*at, key), f"{key} beside when: a facet is either looked for or computed")
        return Facet(name, when=read_when(table, at, checks, limits.calendars))
    phrases = checks.texts(table, "phrases", at)
    if "phrases" not in table:
        checks.fault(at, "phrases is missing")
    _some(table, phrases, at, checks, limits)
    own = checks.flag(table, "wording", at)
    return Facet(name, phrases, checks.score(table, "threshold", at), wording if own is None else own)


def _group(table: Mapping[str, Any], where: Where, checks: Checks) -> WordGroup:
    """The user's own words for one thing; a shipped group of the same id gains them."""
    checks.keys(table, _GROUP, where)
    name = checks.text(table, "id", where, needed=True)
    _id(name, (*where, "id"), checks)
    kind = checks.text(table, "kind", where) or "noun"
    if kind not in GROUP_KINDS:
        checks.fault((*where, "kind"), f'kind: expected one of {", ".join(GROUP_KINDS)}, found "{kind}"')
    words = checks.texts(table, "words", where)
    if not words:
        checks.fault(where, "words is missing: give at least one")
    for number, said in enumerate(words):
        if not find_words(said) or said.partition("/")[2] not in ("", *GROUP_KINDS):
            checks.fault((*where, "words", number), f'expected a word such as "note" or "vote/verb", found "{said}"')
    return WordGroup(name, checks.text(table, "label", where) or name, kind, words, "the codebook")


def _some(table: Mapping[str, Any], phrases: tuple[str, ...], where: Where, checks: Checks, limits: Limits) -> None:
    if isinstance(table.get("phrases"), list) and not table["phrases"]:
        checks.fault((*where, "phrases"), "phrases is empty: give at least one")
    _phrases(phrases, (*where, "phrases"), checks, limits)


def _phrases(phrases: tuple[str, ...], where: Where, checks: Checks, limits: Limits) -> None:
    seen: dict[tuple[str, bool], str] = {}
    for number, text in enumerate(phrases):
        at: Where = (*where, number)
        if len(text) > limits.settings.max_phrase_characters:
            checks.fault(
                at, f"a phrase of {len(text)} characters: the limit is {limits.settings.max_phrase_characters}"
            )
            continue
        try:
            read_phrase(text.lstrip().removeprefix("="))
        except ValueError as fault:
            checks.fault(at, f'the phrase "{text}": {fault}')
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
