"""Work that was done before: nouns found from the same input by the same program, kept in files outside the corpus.

An entry is JSON under the SHA-256 of everything that decided it, with the SHA-256 of its own bytes on top. One
that is missing, cut, changed or of another form is made again, so that the folder may be deleted at any time. Entries
are written beside their place and renamed: two runs at once see a whole entry or none. No pickle: what lies there is
data and never run. Who writes entries with their hashes can still make a result wrong or a run fail, which is why the
folder belongs to its user alone (0700).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import secrets
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from importlib import resources
from importlib.metadata import version
from importlib.resources.abc import Traversable
from pathlib import Path

import attrs

import xref
from xref.jsonl import from_terse, to_terse
from xref.words import STEMS

LIMIT = 1_000_000_000
"""bytes that the folder may hold; entries not used for longest go first. Enough for three thousand speeches"""
_OURS = re.compile(r"[0-9a-f]{64}\.json|\.[0-9a-f]{16}\.part")
"""names of entries, and of what a run that was stopped has left of one"""
_DECIDING = ("rapidfuzz", "snowballstemmer", "attrs", "cattrs", "trafilatura", "lxml", "pypdfium2", "striprtf")


@attrs.define(slots=False)
class Kept:
    """A folder of entries."""

    folder: Path
    """made when something is kept"""
    limit: int = LIMIT
    """bytes it may hold"""
    written: Counter[str] = attrs.field(factory=Counter)
    """kind → entries written by this run"""
    used: Counter[str] = attrs.field(factory=Counter)
    """kind → entries found by this run"""
    stems: int = 0
    """stems that the folder held when the run began"""

    @cached_property
    def program(self) -> str:
        """What the program is: its own files, and the versions of what it asks. An upgrade begins anew."""
        digest = hashlib.sha256(json.dumps([xref.__version__, sys.version, *map(_version, _DECIDING)]).encode())
        for name, data in sorted(_files(resources.files(xref))):
            digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
        return digest.hexdigest()

    def recall(self, kind: str, *deciding: str) -> tuple[object, ...] | None:
        """The nouns kept under `deciding`, the input in full; None when there are none that can be trusted."""
        plain = self._load(kind, deciding)
        try:
            found = tuple(map(from_terse, plain)) if isinstance(plain, list) else None
        except (KeyError, TypeError, ValueError):
            return None
        self.used[kind] += found is not None
        return found

    def keep(self, kind: str, nouns: Iterable[object], *deciding: str) -> None:
        """Keeps `nouns` for `recall`; what cannot be written is not kept, which costs time only."""
        self.keep_plain(kind, list(map(to_terse, nouns)), *deciding)

    def recall_plain(self, kind: str, *deciding: str) -> object:
        """Lists, dictionaries, numbers and words kept under `deciding`; None when there are none."""
        found = self._load(kind, deciding)
        self.used[kind] += found is not None
        return found

    def keep_plain(self, kind: str, found: object, *deciding: str) -> None:
        """Keeps lists, dictionaries, numbers and words for `recall_plain`."""
        self._write(json.dumps(found, allow_nan=False, separators=(",", ":")).encode("ascii"), kind, deciding)

    def name(self, kind: str, *deciding: str) -> str:
        """What stands for `deciding` in what else they decide: a hash of them, the kind and the program."""
        # as a list, so that no two inputs run into each other
        return hashlib.sha256(json.dumps([self.program, kind, *deciding]).encode()).hexdigest()

    def begin(self) -> None:
        """Puts the stems that an earlier run made into `words.STEMS`: to make them takes a run seconds."""
        pairs = self.recall_plain("stems")
        if isinstance(pairs, dict) and all(isinstance(stem, str) for stem in pairs.values()):
            STEMS.update(pairs)
            self.stems = len(pairs)

    def finish(self) -> None:
        """Keeps the stems of this run when there are new ones, and the folder within its limit."""
        if len(STEMS) > self.stems:
            self.keep_plain("stems", dict(sorted(STEMS.items())))
        self.prune()

    def _load(self, kind: str, deciding: tuple[str, ...]) -> object:
        body = self._read(kind, deciding)
        try:
            return None if body is None else json.loads(body)
        except (ValueError, RecursionError):  # a thousand brackets
            return None

    def _read(self, kind: str, deciding: tuple[str, ...]) -> bytes | None:
        """What lies under `deciding`, whole; else None."""
        path = self._path(kind, deciding)
        try:
            digest, _, body = path.read_bytes().partition(b"\n")
            os.utime(path)
        except OSError:
            return None
        return body if hashlib.sha256(body).hexdigest().encode() == digest else None

    def _write(self, body: bytes, kind: str, deciding: tuple[str, ...]) -> None:
        path = self._path(kind, deciding)
        beside = path.with_name(f".{secrets.token_hex(8)}.part")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            os.replace(beside, path)
            self.written[kind] += 1
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)

    def prune(self) -> None:
        """Takes away what is over the limit, the longest unused first; nothing when nothing was written."""
        if not self.written:
            return
        held = []
        # the user may have named a folder that holds files of his own
        for path in (path for path in self.folder.glob("[0-9a-f][0-9a-f]/*") if _OURS.fullmatch(path.name)):
            with contextlib.suppress(OSError):
                found = path.stat()
                held.append((found.st_mtime_ns, found.st_size, path))
        over = sum(size for _, size, _ in held) - self.limit
        for _, size, path in sorted(held):
            if over <= 0:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                over -= size

    def _path(self, kind: str, deciding: tuple[str, ...]) -> Path:
        name = self.name(kind, *deciding)
        return self.folder / name[:2] / f"{name}.json"


@attrs.frozen
class Past:
    """What is kept of the documents of one run."""

    kept: Kept
    """where"""
    names: Mapping[str, str]
    """id of a document → what decided its claims, as a hash"""


def find_kept(corpus: Iterable[Path], environment: Callable[[str], str | None] = os.environ.get) -> Kept | None:
    """The folder for this user: XREF_CACHE, else xref in XDG_CACHE_HOME or ~/.cache; None when there is none.

    XREF_CACHE=off keeps nothing; neither does a folder inside the corpus, where the next run would read it.
    """
    said = environment("XREF_CACHE") or ""
    if said.lower() == "off":
        return None
    home = environment("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    folder = Path(os.path.realpath(said or os.path.join(home, "xref")))
    # XDG base directory specification: a relative path there is invalid
    if not said and not os.path.isabs(home):
        return None
    if any(folder.is_relative_to(os.path.realpath(path)) for path in corpus):
        return None
    return Kept(folder)


def _version(name: str) -> str:
    try:
        return version(name)
    except ModuleNotFoundError:  # PackageNotFoundError is one: an extra that is not installed
        return ""


def _files(folder: Traversable, before: str = "") -> Iterable[tuple[str, bytes]]:
    for each in folder.iterdir():
        if each.is_dir():
            if each.name != "__pycache__":
                yield from _files(each, f"{before}{each.name}/")
        elif each.name.endswith((".py", ".toml", ".txt")):
            yield before + each.name, each.read_bytes()
