"""The gazetteer with a user's own actors: new rows, and rows that ship with more spellings and offices.

Nothing that ships is changed: a run with a codebook's actors has a gazetteer of its own.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from xref import fold
from xref.gazetteer.load import make_gazetteer
from xref.gazetteer.lookup import Entry, Gazetteer
from xref.model import KnownActor, Office


def extend_gazetteer(gazetteer: Gazetteer, actors: Iterable[KnownActor]) -> Gazetteer:
    """`gazetteer` with `actors`; an actor one of whose spellings is a shipped row's alone is that row."""
    own = tuple(actors)
    if not own:
        return gazetteer
    rows = {entry.id: entry for entry in gazetteer.entries}
    for actor in own:
        forms = (actor.name, *actor.variants)
        # a bare surname is no row's alone: "Bush" in the codebook does not make its actor a president
        known = {
            entry.id
            for form in forms
            if " " in form.strip() or actor.kind != "person"
            for entry in gazetteer.match(form)
            if entry.kind == actor.kind
        }
        row = rows[known.pop()] if len(known) == 1 else Entry(f"codebook {actor.name}", actor.name, actor.kind)
        spellings = dict.fromkeys((*forms[1:], *row.surface_forms))
        rows[row.id] = attrs.evolve(
            row,
            name=actor.name,
            variants=tuple(form for form in spellings if form != actor.name),
            offices=_offices(row.offices, actor.offices),
        )
    lists = {"given": gazetteer.given, "titles": gazetteer.titles, "particles": gazetteer.particles}
    return make_gazetteer(rows.values(), {**lists, "women": gazetteer.women, "men": gazetteer.men})


def _offices(shipped: tuple[Office, ...], own: tuple[Office, ...]) -> tuple[Office, ...]:
    """The user's offices, then the shipped ones that he does not state himself."""
    stated = {(fold.key(office.title), fold.key(office.of)) for office in own}
    return (*own, *(o for o in shipped if (fold.key(o.title), fold.key(o.of)) not in stated))
