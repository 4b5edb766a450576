"""Reads the gazetteer's data files: actors.toml (who, spellings, offices with sources) and names.toml (name lists)."""

from __future__ import annotations

import datetime as dt
import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

from xref import fold
from xref.gazetteer.lookup import Entry, Gazetteer, surname_of
from xref.model import Office


@functools.cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that ships with xref, read once."""
    data = resources.files("xref.data")
    return read_gazetteer(*(data.joinpath(name).read_text(encoding="utf-8") for name in ("actors.toml", "names.toml")))


def read_gazetteer(actors: str, names: str) -> Gazetteer:
    """A gazetteer from the text of actors.toml and names.toml; raises tomllib.TOMLDecodeError or KeyError."""
    lists = tomllib.loads(names)
    return make_gazetteer([_entry(row) for row in tomllib.loads(actors).get("actor", ())], lists)


def make_gazetteer(entries: Iterable[Entry], lists: Mapping[str, Iterable[str]]) -> Gazetteer:
    """Lookups over `entries` and over the lists `given`, `titles`, `particles`, `women` and `men`."""
    rows = tuple(entries)
    forms: dict[str, dict[tuple[str, str], Entry]] = {}
    for entry in rows:
        for form in entry.surface_forms:
            forms.setdefault(fold.key(form), {})[(form, entry.id)] = entry
    surnames: dict[str, dict[str, Entry]] = {}
    for entry in rows:
        for surname in _surnames(entry) if entry.kind == "person" else ():
            surnames.setdefault(surname, {})[entry.id] = entry
    return Gazetteer(
        entries=rows,
        given=frozenset(map(fold.key, lists.get("given", ()))),
        titles=frozenset(fold.key(title).replace(".", "") for title in lists.get("titles", ())),
        particles=frozenset(map(fold.key, lists.get("particles", ()))),
        forms={key: tuple((form, entry) for (form, _), entry in listed.items()) for key, listed in forms.items()},
        surnames={key: tuple(people.values()) for key, people in surnames.items()},
        domains={domain.casefold(): entry for entry in rows for domain in entry.domains},
        heads=frozenset(_head(form) for entry in rows for form in entry.surface_forms),
        women=frozenset(map(fold.key, lists.get("women", ()))),
        men=frozenset(map(fold.key, lists.get("men", ()))),
        longest=max((len(key.split()) for key in forms), default=1),
    )


def _head(form: str) -> str:
    """The first word of a spelling, as a text's words are compared."""
    return re.split(r"[^\w'\-]+", fold.key(form).replace(".", ""), maxsplit=1)[0].removesuffix("'s")


def _surnames(entry: Entry) -> list[str]:
    """Surnames in print: the single words among the spellings, and the last word of the canonical name."""
    last = surname_of(entry.name)
    # 3: the last part of "Kim Jong Un" is no surname
    derived = [last] if len(last) >= 3 and " " in entry.name.strip() else []
    return derived + [fold.key(form) for form in entry.variants if " " not in form.strip()]


def _entry(row: Mapping[str, Any]) -> Entry:
    offices = tuple(
        Office(
            title=str(held["title"]),
            of=str(held.get("of", "")),
            first=_day(held.get("from")),
            last=_day(held.get("to")),
            source=str(held.get("source", "")),
            checked=bool(held.get("checked", False)),
        )
        for held in row.get("office", ())
    )
    stands_for = row.get("stands_for", "")
    return Entry(
        id=str(row["id"]),
        name=str(row["name"]),
        kind=str(row["kind"]),
        variants=tuple(row.get("variants", ())),
        domains=tuple(row.get("domains", ())),
        stands_for=stands_for if isinstance(stands_for, str) else ", ".join(stands_for),
        offices=offices,
    )


def _day(value: object) -> dt.date | None:
    """A TOML date or ISO day; None when absent."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return dt.date.fromisoformat(value) if isinstance(value, str) and value else None
