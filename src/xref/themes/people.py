"""[[actor]] and [[distinct]] of codebook.toml: people and bodies the user knows, their offices, who is kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from xref import fold
from xref.checks import Checks
from xref.model import KnownActor, Office
from xref.toml import Where

_ACTOR = ("name", "variants", "kind", "office")
_OFFICE = ("title", "of", "from", "to", "source", "checked")
_DISTINCT = ("names",)
KINDS = ("person", "org", "media", "place")


def read_actors(data: Mapping[str, Any], checks: Checks) -> tuple[KnownActor, ...]:
    """The user's actors in the order of the file; tables of one name are one actor, a spelling of two is a fault."""
    found: dict[str, KnownActor] = {}
    owners: dict[str, str] = {}
    for number, table in enumerate(checks.tables(data, "actor")):
        where: Where = ("actor", number)
        actor = _actor(table, where, checks)
        name = fold.key(actor.name)
        for form, at in ((actor.name, "name"), *((variant, "variants") for variant in actor.variants)):
            owner = owners.setdefault(fold.key(form), actor.name)
            if form and fold.key(owner) != name:
                checks.fault((*where, at), f'"{form}" is already a spelling of {owner}')
        before = found.get(name)
        found[name] = _joined(before, actor) if before else actor
    return tuple(found.values())


def read_distinct(data: Mapping[str, Any], checks: Checks) -> tuple[tuple[str, ...], ...]:
    """Names that the user declared to be different people's, a group each."""
    groups = []
    for number, table in enumerate(checks.tables(data, "distinct")):
        where: Where = ("distinct", number)
        checks.keys(table, _DISTINCT, where)
        names = checks.texts(table, "names", where)
        if "names" not in table or (isinstance(table["names"], list) and len(table["names"]) < 2):
            checks.fault((*where, "names"), "names: give two or more, of different people")
        groups.append(names)
    return tuple(groups)


def _actor(table: Mapping[str, Any], where: Where, checks: Checks) -> KnownActor:
    checks.keys(table, _ACTOR, where)
    kind = checks.text(table, "kind", where) or "person"
    if kind not in KINDS:
        checks.fault((*where, "kind"), f'kind: expected one of {", ".join(KINDS)}, found "{kind}"')
    offices = tuple(
        _office(row, (*where, "office", n), checks) for n, row in enumerate(checks.tables(table, "office", where))
    )
    name = checks.text(table, "name", where, needed=True)
    return KnownActor(name, checks.texts(table, "variants", where), kind, offices)


def _office(table: Mapping[str, Any], where: Where, checks: Checks) -> Office:
    """An office held: title and body, first day, first day after, and who says so."""
    checks.keys(table, _OFFICE, where)
    first, last = (checks.day(table, key, where, needed=key == "from") for key in ("from", "to"))
    if first and last and last <= first:
        checks.fault((*where, "to"), f"to: {last} is not after from, {first}; to is the first day after the office")
    return Office(
        title=checks.text(table, "title", where, needed=True),
        of=checks.text(table, "of", where, needed=True),
        first=first,
        last=last,
        source=checks.text(table, "source", where, needed=True),
        checked=checks.flag(table, "checked", where) or False,
    )


def _joined(before: KnownActor, actor: KnownActor) -> KnownActor:
    variants = tuple(dict.fromkeys((*before.variants, *actor.variants)))
    return attrs.evolve(before, variants=variants, offices=(*before.offices, *actor.offices))
