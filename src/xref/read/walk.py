"""Which files of a folder are documents, which are sidecars, and which are neither.

What is an input (decision 11 of the design): regular files with a known suffix; codebook.toml, catalog.toml, xref.toml,
decisions/, *.meta.toml, dot files and dot folders never are. Links are not followed, devices and pipes not opened.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

import attrs

from xref.errors import CorpusError
from xref.model import Problem
from xref.read.formats import FORMATS
from xref.read.kinds import ADVICE
from xref.read.sidecar import ENDING

SUFFIXES = tuple(FORMATS)
OWN_FILES = ("codebook.toml", "codebook.toml.bak", "codebook.schema.json", "catalog.toml", "xref.toml")
OWN_FOLDERS = ("decisions",)


@attrs.frozen
class Source:
    """A file that is, or was named as, a document."""

    path: Path
    """where it lies"""
    shown: str
    """its path in the corpus, with forward slashes"""
    named: bool
    """whether the user named this very file"""
    link: bool = False
    """whether it is a link, met while walking a folder"""


def find_sources(paths: Sequence[Path]) -> tuple[list[Source], dict[str, Path], list[Problem]]:
    """The documents and the sidecars under `paths`, and what is no document."""
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for path in paths:
        if not os.path.lexists(path):
            raise CorpusError(f"no such file or folder: {path}: check the spelling, or name a folder of documents")
        if path.is_dir():
            for source in _walk(path, path):
                sources.setdefault(source.shown, source)
        else:
            sources.setdefault(path.name, Source(path, path.name, named=True))
            for beside in (path.with_name(path.name + ENDING), path.with_name(path.stem + ENDING)):
                if beside.name != path.name and os.path.lexists(beside):
                    sources.setdefault(beside.name, Source(beside, beside.name, named=False, link=beside.is_symlink()))
    kept: list[Source] = []
    sidecars: dict[str, Path] = {}
    for source in sorted(sources.values(), key=lambda s: s.shown):
        if source.link:
            problems.append(
                Problem(
                    source.shown, "", "note", "not read: links are not followed", "put the file itself into the folder"
                )
            )
        elif source.shown.endswith(ENDING):
            problems += _add_sidecar(source, sidecars)
        elif source.path.suffix.lower() in SUFFIXES:
            kept.append(source)
        else:
            problems.append(_unknown_suffix(source))
    return kept, sidecars, problems


def _add_sidecar(source: Source, sidecars: dict[str, Path]) -> list[Problem]:
    if not stat.S_ISREG(os.lstat(source.path).st_mode):
        told = "not read: it is a folder, link or device, not a file"
        return [Problem(source.shown, "", "warning", told, "put the file itself beside its document")]
    sidecars[source.shown] = source.path
    if not source.named:
        return []
    told = "not read as a document: it is a sidecar, which speaks for one"
    return [Problem(source.shown, "", "refused", told, "name the document itself")]


def _walk(folder: Path, root: Path) -> list[Source]:
    found: list[Source] = []
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as fault:
        raise CorpusError(f"{folder}: cannot be opened ({fault.strerror}): check its permissions") from fault
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            found.append(Source(path, path.relative_to(root).as_posix(), named=False, link=True))
            continue
        if entry.is_dir(follow_symlinks=False):
            if not (folder == root and entry.name in OWN_FOLDERS):
                found += _walk(path, root)
        elif not (folder == root and entry.name in OWN_FILES):
            found.append(Source(path, path.relative_to(root).as_posix(), named=False))
    return found


def _unknown_suffix(source: Source) -> Problem:
    suffix = source.path.suffix.lower()
    kind = f"{suffix} is" if suffix else "a name without a suffix tells"
    advice = ADVICE.get(suffix, "save it as text")
    return Problem(
        source.shown,
        "",
        "refused" if source.named else "note",
        f"not read: {kind} no kind of document that xref reads ({', '.join(SUFFIXES)})",
        f"{advice}, or leave it out",
    )
