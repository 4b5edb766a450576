"""Sidecars: what a person says about one document in a file beside it.

`speech.txt.meta.toml` speaks for `speech.txt`, `speech.meta.toml` for the only document called `speech`. It has the
keys of an entry of catalog.toml, without `path`. Where both speak of one document, catalog.toml wins: it is written for
this corpus, a sidecar travels with its document. Where they differ, that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import attrs

from xref.checks import Checks
from xref.errors import SettingsError
from xref.model import Problem
from xref.read.catalog import KEYS, CatalogEntry, load_catalog, read_entry, refuse
from xref.toml import read_toml

ENDING = ".meta.toml"
Said = dict[str, tuple[CatalogEntry, ...]]
"""path of a document → what catalog.toml and its sidecar say of it, the more trusted first"""


@attrs.define
class _Gathered:
    """Entries and faults of all files, so that a user mends them in one go."""

    faults: list[SettingsError] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)


def read_said(
    catalog: Path | None, documents: Sequence[str], sidecars: Mapping[str, Path]
) -> tuple[Said, list[Problem]]:
    """What people say about `documents` (paths in the corpus), and what is odd about it.

    `sidecars` are the files found, by path in the corpus. Raises SettingsError with every fault of every file.
    """
    gathered = _Gathered()
    entries: Mapping[str, CatalogEntry] = {}
    if catalog:
        try:
            entries = load_catalog(catalog)
        except SettingsError as fault:
            gathered.faults.append(fault)
    gathered.problems += [
        Problem(entry.file, f"line {entry.line}", "warning", f"no document {path} in the corpus", "mend its path")
        for path, entry in sorted(entries.items())
        if path not in documents
    ]
    beside: dict[str, CatalogEntry] = {}
    for document, shown in sorted(_pair(documents, sidecars, gathered).items()):
        try:
            beside[document] = _load(sidecars[shown], shown, document)
        except SettingsError as fault:
            gathered.faults.append(fault)
    gathered.faults += _same_ids([*entries.values(), *beside.values()])
    _raise(gathered.faults)
    said: Said = {}
    for document in documents:
        both = tuple(each[document] for each in (entries, beside) if document in each)
        if both:
            said[document] = both
            gathered.problems += _differences(both)
    return said, gathered.problems


def _load(path: Path, shown: str, document: str) -> CatalogEntry:
    file = read_toml(path, shown, SettingsError)
    checks = Checks(file, shown)
    checks.keys(file.data, KEYS, ())
    entry = read_entry(file.data, (), checks, document)
    refuse(checks)
    return entry


def _pair(documents: Sequence[str], sidecars: Iterable[str], gathered: _Gathered) -> dict[str, str]:
    """Document → its sidecar; what speaks for no document, or for more than one, is told."""
    known = set(documents)
    stems: dict[str, list[str]] = {}
    for document in documents:
        stems.setdefault(_stem(document), []).append(document)
    found: dict[str, str] = {}
    # full names first: they go before short ones
    for shown in sorted(sidecars, key=lambda name: (name[: -len(ENDING)] not in known, name)):
        name = shown[: -len(ENDING)]
        meant = [name] if name in known else stems.get(name, [])
        if len(meant) == 1 and meant[0] not in found:
            found[meant[0]] = shown
        elif len(meant) == 1:
            told = f"not used: {found[meant[0]]} speaks for {meant[0]} already"
            gathered.problems.append(Problem(shown, "", "warning", told, "put all into one of the two"))
        elif meant:
            told = f"not used: {' and '.join(meant)} have this name"
            advice = f"call it {meant[0]}{ENDING} to say which one is meant"
            gathered.problems.append(Problem(shown, "", "warning", told, advice))
        else:
            told = f"no document {name} in the corpus"
            advice = f"call it after its document: speech.txt{ENDING} beside speech.txt"
            gathered.problems.append(Problem(shown, "", "warning", told, advice))
    return found


def _stem(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    return folder + slash + name.rsplit(".", 1)[0]


def _same_ids(entries: Sequence[CatalogEntry]) -> list[SettingsError]:
    """A fault for each id that two documents are given in different files (within catalog.toml it is told there)."""
    first: dict[str, CatalogEntry] = {}
    faults = []
    for entry in entries:
        other = first.setdefault(entry.id, entry) if entry.id else entry
        if other.path != entry.path and other.file != entry.file:
            told = f'the id "{entry.id}" is already that of {other.path} ({other.file})'
            faults.append(SettingsError(f"{entry.file}: 1 fault, nothing was written", (f"{entry.file}:1:1: {told}",)))
    return faults


def _raise(faults: Sequence[SettingsError]) -> None:
    if len(faults) == 1:
        raise faults[0]
    if faults:
        lines = tuple(line for fault in faults for line in fault.faults or (fault.message,))
        raise SettingsError(f"{len(lines)} faults in {len(faults)} files, nothing was written", lines)


def _differences(both: Sequence[CatalogEntry]) -> list[Problem]:
    """What catalog.toml and a sidecar say differently of one document."""
    found = []
    for other in both[1:]:
        for key in KEYS:
            taken, left = getattr(both[0], key), getattr(other, key)
            if taken and left and taken != left:
                words = [value.iso if key == "date" else value for value in (taken, left)]
                told = f"{key}: {both[0].file} says “{words[0]}”, {other.file} says “{words[1]}”; the former was taken"
                found.append(Problem(other.path, "", "warning", told, "mend one of the two"))
    return found
