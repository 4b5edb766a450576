"""Accepted suggestions into codebook.toml: phrases are added where they belong, and nothing else of the text changes.

The new text must load, and must say exactly the old codebook with these phrases added; else nothing is written.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import attrs

from xref.errors import CodebookError
from xref.model import Calendars, Codebook, Settings, Theme
from xref.save import save_all
from xref.themes.codebook import load_codebook
from xref.themes.suggestion import Suggestion
from xref.toml import Where, parse_toml, quoted

BACKUP = ".bak"
"""ending of the copy of the codebook as it was"""
_PIECE = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|[\[\]]|[^"\'#\[\]]+', re.S
)


def accept(
    path: Path, book: Codebook, theme: Theme, accepted: Sequence[Suggestion], limits: tuple[Settings, Calendars]
) -> list[str]:
    """Writes `accepted` into the codebook at `path`, which was read as `book`; gives what was written, line by line.

    The file as it was is kept beside it. Raises CodebookError when the file has changed since it was read, or cannot be
    edited without changing more than that, OutputError when it cannot be written.
    """
    path = Path(os.path.realpath(path))
    raw = path.read_bytes()
    if hashlib.sha256(raw).hexdigest() != book.digest:
        raise CodebookError(f"{book.path} has changed since it was read; nothing was written: run it again")
    text = raw.decode("utf-8")
    number = book.themes.index(theme)
    new, said = text, []
    for each in accepted:
        where = _where(theme, number, each)
        new = _add(new, where, each.phrase, book.path)
        said.append(f"{each.phrase}: {'excluded' if each.kind == 'exclude' else 'a phrase of ' + each.facet}")
    _check(new, book, _expected(book, number, accepted), limits)
    save_all(path.parent, {path.name + BACKUP: (text,), path.name: (new,)})
    return said


def _where(theme: Theme, number: int, each: Suggestion) -> Where:
    if each.kind == "exclude":
        return "theme", number, "exclude"
    names = [facet.name for facet in theme.facets]
    return "theme", number, "facet", names.index(each.facet), "phrases"


def _expected(book: Codebook, number: int, accepted: Sequence[Suggestion]) -> Codebook:
    """The codebook with the phrases added."""
    theme = book.themes[number]
    facets = tuple(
        attrs.evolve(f, phrases=(*f.phrases, *(s.phrase for s in accepted if s.kind == "phrase" and s.facet == f.name)))
        for f in theme.facets
    )
    exclude = (*theme.exclude, *(s.phrase for s in accepted if s.kind == "exclude"))
    changed = attrs.evolve(theme, facets=facets, exclude=exclude)
    return attrs.evolve(book, themes=(*book.themes[:number], changed, *book.themes[number + 1 :]))


def _check(new: str, book: Codebook, expected: Codebook, limits: tuple[Settings, Calendars]) -> None:
    with tempfile.TemporaryDirectory(prefix="xref-") as folder:
        trial = Path(folder) / "codebook.toml"
        trial.write_bytes(new.encode("utf-8"))
        loaded = load_codebook(trial, limits[0], book.path, limits[1])
    if attrs.evolve(loaded, digest=expected.digest) != expected:
        raise CodebookError(f"{book.path} is written in a way that cannot be edited safely: write the phrases by hand")


def _add(text: str, where: Where, phrase: str, shown: str) -> str:
    """`text` with `phrase` at the end of the list at `where`; a list that is not there is made below the theme's id."""
    mark = text.startswith("\ufeff")
    places = parse_toml(text[mark:], shown, CodebookError).places
    newline = "\r\n" if "\r\n" in text else "\n"
    if where not in places and where[2] == "facet":
        where = (*where[:2], "phrases")
    if where not in places:
        if where[2] != "exclude" or (*where[:2], "id") not in places:
            raise CodebookError(f"{shown}: the list of phrases was not found: write the phrases by hand")
        line, column = places[*where[:2], "id"]
        if column != 1:
            raise CodebookError(f"{shown}:{line}: a theme on one line cannot be edited: write the phrase by hand")
        end = _offset(text, line + 1, 1)
        lead = "" if text[:end].endswith("\n") else newline
        return f"{text[:end]}{lead}exclude = [{quoted(phrase)}]{newline}{text[end:]}"
    line, column = places[where]
    start = _offset(text, line, column) + (mark if line == 1 else 0)
    last, close = _ends(text, text.index("[", text.index("=", start)))
    return text[:last] + _item(text, last, close, phrase, newline) + text[last:]


def _offset(text: str, line: int, column: int) -> int:
    """The character at a line and column, both from 1; the end of the text for a line that is not there."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    return starts[line - 1] + column - 1 if line <= len(starts) else len(text)


def _ends(text: str, opening: int) -> tuple[int, int]:
    """Where the last item of the list that opens at `opening` ends, its comma included, and where the list closes."""
    last = opening + 1
    depth = 0
    for piece in _PIECE.finditer(text, opening):
        said = piece.group()
        if said == "[":
            depth += 1
        elif said == "]":
            depth -= 1
            if not depth:
                return last, piece.start()
        elif said[0] in "\"'":
            last = piece.end()
        elif "," in said:
            last = piece.start() + said.rindex(",") + 1
    return last, len(text)


def _item(text: str, last: int, close: int, phrase: str, newline: str) -> str:
    """What to write after the last item: on a line of its own where the list is written so."""
    before = text[last - 1]
    comma = "" if before in "[," else ","
    if "\n" not in text[last:close]:
        return comma + ("" if before == "[" else " ") + quoted(phrase)
    begin = text.rfind("\n", 0, last) + 1
    indent = re.match(r"[ \t]*", text[begin:last])
    lead = indent.group() if indent and before != "[" else "  "
    return f"{comma}{newline}{lead}{quoted(phrase)}" + ("," if before == "," else "")
