"""Reads every document of a folder, and tells what could not be read. Which files are documents: walk.py."""

from __future__ import annotations

import functools
import hashlib
import itertools
import os
import stat
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import attrs

from xref.calendars import load_shipped
from xref.errors import CorpusError
from xref.kept import Kept
from xref.model import Calendars, Document, Problem, Settings
from xref.read.catalog import CATALOG, CatalogEntry
from xref.read.extracted import Extracted, MissingExtra, UnreadableFile
from xref.read.formats import FORMATS, read_bytes
from xref.read.metadata import describe
from xref.read.recalled import Recaller
from xref.read.sidecar import read_said
from xref.read.timing import set_in_time
from xref.read.walk import SUFFIXES, Source, find_sources


@attrs.frozen
class Corpus:
    """What was read."""

    documents: tuple[Document, ...]
    """in order of their ids"""
    problems: tuple[Problem, ...]
    """refused and doubtful files"""
    root: Path | None
    """the folder whose codebook is the corpus's; None when only files were given"""
    calendars: Calendars = attrs.field(factory=Calendars)
    """those of the run, with the series that are shown"""


def read_corpus(
    paths: Sequence[Path],
    settings: Settings | None = None,
    progress: Callable[[str, int, int], None] | None = None,
    calendars: Calendars | None = None,
    kept: Kept | None = None,
) -> Corpus:
    """Every document under `paths` (folders or files), set into `calendars` (those that ship, when none are given).

    A document that `kept` holds is not read again.

    Raises CorpusError when a path does not exist or nothing in it is a document, SettingsError for a broken
    catalog.toml or sidecar. Files that cannot be read become problems; the others are read as if those were not there.
    """
    settings = settings or Settings()
    sources, sidecars, problems = find_sources(paths)
    if not sources and not problems:
        raise CorpusError(_nothing(paths))
    folders = [path for path in paths if path.is_dir()]
    catalog = folders[0] / CATALOG if len(folders) == 1 and (folders[0] / CATALOG).is_file() else None
    said, oddities = read_said(catalog, [source.shown for source in sources], sidecars)
    problems += oddities
    recaller = Recaller(kept, settings) if kept else None
    documents: list[Document] = []
    for number, source in enumerate(sources):
        if progress:
            progress("reading", number, len(sources))
        document, faults = _read_source(source, settings, said.get(source.shown, ()), recaller)
        problems += faults
        if document:
            documents.append(document)
    documents, clashes = _apart(documents)
    documents, chosen = set_in_time(documents, calendars or load_shipped())
    if not documents and all(p.level == "note" for p in problems):
        raise CorpusError(_nothing(paths))
    # of several folders the first that has a codebook speaks for all
    root = next((f for f in folders if (f / "codebook.toml").is_file()), folders[0] if folders else None)
    return Corpus(
        tuple(sorted(documents, key=lambda d: d.id)),
        tuple(sorted({*problems, *clashes}, key=_by_place)),
        root,
        chosen,
    )


def _by_place(problem: Problem) -> tuple[str, str, str]:
    return problem.where, problem.place, problem.message


def _nothing(paths: Sequence[Path]) -> str:
    named = ", ".join(str(path) for path in paths)
    return f"nothing to read in {named}: put documents ({', '.join(SUFFIXES)}) there, or name another folder"


def _read_source(
    source: Source, settings: Settings, entries: Sequence[CatalogEntry], recaller: Recaller | None
) -> tuple[Document | None, list[Problem]]:
    """The document in a file, None with the problem when it is refused."""
    try:
        raw = _load(source, settings)
        read = functools.partial(_read, raw, source, settings, entries)
        return recaller.find(raw, source.shown, entries, read) if recaller else read()
    except UnreadableFile as fault:
        mend = fault.mend or FORMATS[source.path.suffix.lower()].mend
        return None, [Problem(source.shown, fault.place, "refused", f"not read: {fault}", mend)]
    except MissingExtra as fault:
        told, mend = f"not read: {fault}", "install it, or save the document as text"
        return None, [Problem(source.shown, "", "refused", told, mend)]


def _read(
    raw: bytes, source: Source, settings: Settings, entries: Sequence[CatalogEntry]
) -> tuple[Document, list[Problem]]:
    """The document in the bytes of a file; raises UnreadableFile or MissingExtra."""
    suffix = source.path.suffix.lower()
    found = read_bytes(raw, suffix, settings)
    if len(found.text) > settings.max_characters:
        told = f"{len(found.text)} characters, more than {settings.max_characters} (max_characters)"
        raise UnreadableFile(told, mend="split it into the documents it is made of")
    bare = Document(
        id=next((entry.id for entry in entries if entry.id), source.shown.rsplit(".", 1)[0]),
        path=source.shown,
        text=found.text,
        digest=hashlib.sha256(raw).hexdigest(),
        encoding=found.how,
        format=suffix.removeprefix("."),
        places=found.places,
        front=found.front.span if found.front else None,
    )
    document, doubts = describe(bare, entries, found)
    return document, _told(source, found) + doubts


def _load(source: Source, settings: Settings) -> bytes:
    """The bytes of a file; raises UnreadableFile when it is none, or too large."""
    try:
        state = os.lstat(source.path)
        if not stat.S_ISREG(state.st_mode):
            raise UnreadableFile("it is a link or a device, not a file", mend="put the file itself into the folder")
        if state.st_size > settings.max_file_bytes:
            told = f"{state.st_size} bytes, more than the limit of {settings.max_file_bytes} (max_file_bytes)"
            raise UnreadableFile(told, mend="split it into the documents it is made of")
        return source.path.read_bytes()
    except OSError as fault:
        raise UnreadableFile(str(fault.strerror), mend="check the file and its permissions") from fault
    except MemoryError as fault:
        raise UnreadableFile("it is larger than the memory there is", mend="split it") from fault


def _told(source: Source, found: Extracted) -> list[Problem]:
    """What the reader doubts, and what it did on purpose."""
    advice = "compare the text with the file: xref show text FILE"
    return [
        *(Problem(source.shown, "", "warning", doubt, advice) for doubt in found.doubts),
        *(Problem(source.shown, "", "note", note, advice) for note in found.notes),
    ]


def _apart(documents: Sequence[Document]) -> tuple[list[Document], list[Problem]]:
    """Documents whose ids differ, and warnings: two files of one id, two files of one content."""
    kept: list[Document] = []
    problems = []
    ids: dict[str, str] = {}
    contents: dict[str, str] = {}
    for document in sorted(documents, key=lambda d: d.path):
        again = attrs.evolve(document, id=_free(document, ids))
        ids[again.id] = again.path
        if document.digest in contents:
            problems.append(
                Problem(
                    document.path,
                    "",
                    "warning",
                    f"the same bytes as {contents[document.digest]}: every claim in it will seem to recur",
                    "keep one of the two",
                )
            )
        contents.setdefault(document.digest, document.path)
        kept.append(again)
    return kept, problems


def _free(document: Document, taken: Mapping[str, str]) -> str:
    """The id of a document, or one that no other has: its path, and that with a number."""
    numbered = (f"{document.path} ({n})" for n in itertools.count(2))
    return next(id for id in itertools.chain((document.id, document.path), numbered) if id not in taken)
