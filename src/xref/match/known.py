"""Who is already known by name: the user's codebook first, then the gazetteer."""

from __future__ import annotations

import attrs

from xref import fold
from xref.gazetteer import Entry, Gazetteer
from xref.model import Codebook, KnownActor, Office


@attrs.frozen
class Identity:
    """Who a mention means."""

    key: str
    """what makes it one actor: row of the gazetteer, name in the codebook, or the folded name"""
    known: str
    """"codebook", "gazetteer" or "found" """
    kind: str
    name: str = ""
    """canonical name; empty when only printed forms are known"""
    offices: tuple[Office, ...] = attrs.field(default=(), eq=False)


class Known:
    """The codebook and the gazetteer asked in this order."""

    def __init__(self, codebook: Codebook, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._listed: dict[str, KnownActor] = {}
        for actor in codebook.actors:
            for form in (actor.name, *actor.variants):
                self._listed.setdefault(fold.key(form), actor)
        self._spelt: dict[tuple[str, str], Identity | None] = {}

    def spelt(self, surface: str, kind: str) -> Identity | None:
        """The one actor that is spelt `surface`."""
        asked = surface, kind
        if asked not in self._spelt:
            self._spelt[asked] = self._find(surface, kind)
        return self._spelt[asked]

    def _find(self, surface: str, kind: str) -> Identity | None:
        listed = self._listed.get(fold.key(surface))
        if listed:
            return self._user(listed)
        entries = [entry for entry in self.gazetteer.match(surface) if entry.kind == kind]
        return self.row(entries[0]) if len(entries) == 1 else None

    def row(self, entry: Entry) -> Identity:
        """The identity of a row of the gazetteer; the codebook's when it lists the same name."""
        listed = self._listed.get(fold.key(entry.name))
        if listed:
            return self._user(listed)
        return Identity(f"gazetteer {entry.id}", "gazetteer", entry.kind, entry.name, entry.offices)

    def _user(self, listed: KnownActor) -> Identity:
        """An actor of the codebook, with the offices of the one known person so called, or those he states."""
        forms = (listed.name, *listed.variants)
        rows = {entry.id: entry for form in forms for entry in self.gazetteer.match(form) if entry.kind == listed.kind}
        offices = next(iter(rows.values())).offices if len(rows) == 1 else listed.offices
        return Identity(f"codebook {listed.name}", "codebook", listed.kind, listed.name, offices)
