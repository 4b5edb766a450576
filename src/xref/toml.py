"""TOML files that people write: read whole, every fault with line and column.

tomllib gives no places for what is wrong with the meaning of a file, so the places of all keys and array items are
found by a small scan of the text of our own; it is only used to point, never to read values.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

import attrs

from xref.errors import XrefError

MAX_BYTES = 5_000_000
"""a codebook of ten thousand themes has 2 MB"""
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|\[\[|\]\]|[\[\]{},=\n.]|[^\s\[\]{},=#."\']+',
    re.S,
)

Where = tuple[str | int, ...]
"""a path into the data: ("theme", 2, "phrases", 0)"""


@attrs.frozen
class TomlFile:
    """A TOML file as read."""

    data: dict[str, Any]
    """its content"""
    digest: str
    """SHA-256 of its bytes"""
    places: dict[Where, tuple[int, int]]
    """path → line and column, both from 1"""

    def locate(self, where: Where) -> tuple[int, int]:
        """The place of `where`, or of the nearest thing that holds it; (1, 1) when nothing does."""
        while where:
            if where in self.places:
                return self.places[where]
            where = where[:-1]
        return 1, 1


def read_toml(path: Path, shown: str, fault: type[XrefError]) -> TomlFile:
    """The TOML file at `path`, called `shown` in messages; raises `fault` with file, line and column."""
    try:
        raw = path.read_bytes()
    except OSError as problem:
        raise fault(f"{shown}: cannot be read ({problem.strerror}): check the file and its permissions") from problem
    if len(raw) > MAX_BYTES:
        raise fault(f"{shown}: {len(raw)} bytes, more than the limit of {MAX_BYTES}: is this the right file?")
    return parse_toml(_decode(raw, shown, fault), shown, fault, hashlib.sha256(raw).hexdigest())


def parse_toml(text: str, shown: str, fault: type[XrefError], digest: str = "") -> TomlFile:
    """`text` as TOML, called `shown` in messages; raises `fault` with file, line and column."""
    if marker := re.search(r"^(?:<{7}|={7}|>{7})", text, re.M):
        line = text[: marker.start()].count("\n") + 1
        raise fault(f"{shown}:{line}:1: a merge conflict was left in the file: keep one side and delete the marks")
    try:
        data = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as problem:
        raise fault(_readable(str(problem), text, shown)) from problem
    except (RecursionError, ValueError) as problem:
        raise fault(
            f"{shown}: not TOML that can be read: nested too deeply, or a number that is too large"
        ) from problem
    return TomlFile(data, digest, _places(text))


def quoted(text: str) -> str:
    """`text` as a TOML basic string; what does not print is escaped (TOML 1.0, Basic strings)."""
    said = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in said) + '"'


def _decode(raw: bytes, shown: str, fault: type[XrefError]) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw[: problem.start].count(b"\n") + 1
        raise fault(f"{shown}:{line}: byte {problem.start} is not UTF-8: save the file as UTF-8") from problem


def _readable(message: str, text: str, shown: str) -> str:
    """tomllib's message as ours, with the place in front."""
    at = _AT.search(message)
    line, column = (int(at[1]), int(at[2])) if at else (text.count("\n") + 1, 1)
    said = _AT.sub("", message).replace("(at end of document)", "").strip().rstrip(":")
    words = {
        "Cannot overwrite a value": "this key stands twice",
        "Unclosed array": "a list is not closed with ]",
        "Expected '=' after a key in a key/value pair": "expected = after a key",
        "Invalid value": "expected a value: text goes between double quotes",
        "Unterminated string": "a text is not closed with its quotation mark",
        "Illegal character '\\n'": "a text is not closed on its line",
        "Invalid statement": "expected a key, a [table] or a comment",
    }
    return f"{shown}:{line}:{column}: not valid TOML: {words.get(said, said[:1].lower() + said[1:])}"


def _places(text: str) -> dict[Where, tuple[int, int]]:
    """Where each key, table and array item begins."""
    scan = _Scan(text)
    scan.run()
    return scan.places


@attrs.define
class _Scan:
    """One pass over the tokens of a valid TOML text."""

    text: str
    places: dict[Where, tuple[int, int]] = attrs.field(factory=dict)
    counts: dict[Where, int] = attrs.field(factory=dict)
    tokens: list[tuple[str, int]] = attrs.field(factory=list)
    at: int = 0

    def run(self) -> None:
        """Fills `places`."""
        self.tokens = [(m.group(), m.start()) for m in _TOKEN.finditer(self.text) if not m.group().startswith("#")]
        table: Where = ()
        while self.at < len(self.tokens):
            token, start = self.tokens[self.at]
            if token == "\n":
                self.at += 1
            elif token in ("[", "[["):
                table = self._header(token, start)
            else:
                self._pair(table)

    def _header(self, token: str, start: int) -> Where:
        self.at += 1
        keys = self._key({"]", "]]"})
        self.at += 1
        table = self._resolve(keys[:-1])
        if token == "[[":
            base = (*table, keys[-1])
            number = self.counts.get(base, 0)
            self.counts[base] = number + 1
            table = (*base, number)
        else:
            table = (*table, keys[-1])
        for length in range(1, len(table) + 1):
            self._mark(table[:length], start)
        return table

    def _resolve(self, keys: list[str]) -> Where:
        """A header's path with the number of the last item of each array of tables in it."""
        found: Where = ()
        for key in keys:
            found = (*found, key)
            if found in self.counts:
                found = (*found, self.counts[found] - 1)
        return found

    def _key(self, stops: set[str]) -> list[str]:
        keys = []
        while self.at < len(self.tokens) and self.tokens[self.at][0] not in stops | {"="}:
            token = self.tokens[self.at][0]
            if token != ".":
                keys.append(token.strip("\"'"))
            self.at += 1
        return keys or [""]

    def _pair(self, table: Where) -> None:
        start = self.tokens[self.at][1]
        where: Where = (*table, *self._key({"\n", "}", ","}))
        self._mark(where, start)
        self.at += 1
        self._value(where)

    def _value(self, where: Where) -> None:
        if self.at >= len(self.tokens):
            return
        token, _ = self.tokens[self.at]
        if token in ("[", "[["):
            self._array(where, nested=token == "[[")
        elif token == "{":
            self.at += 1
            while self.at < len(self.tokens) and self.tokens[self.at][0] != "}":
                if self.tokens[self.at][0] in (",", "\n"):
                    self.at += 1
                else:
                    self._pair(where)
            self.at += 1
        else:
            while self.at < len(self.tokens) and self.tokens[self.at][0] not in (",", "]", "]]", "}", "\n"):
                self.at += 1

    def _array(self, where: Where, *, nested: bool) -> None:
        """An array; "[[" and "]]" are two brackets of nested arrays here."""
        if nested:
            start = self.tokens[self.at][1]
            self.tokens[self.at : self.at + 1] = [("[", start), ("[", start + 1)]
        self.at += 1
        number = 0
        while self.at < len(self.tokens) and self.tokens[self.at][0] != "]":
            token, start = self.tokens[self.at]
            if token == "]]":
                self.tokens[self.at : self.at + 1] = [("]", start), ("]", start + 1)]
            elif token in (",", "\n"):
                self.at += 1
            else:
                self._mark((*where, number), start)
                self._value((*where, number))
                number += 1
        self.at += 1

    def _mark(self, where: Where, start: int) -> None:
        line = self.text.count("\n", 0, start) + 1
        column = start - (self.text.rfind("\n", 0, start) + 1) + 1
        self.places.setdefault(where, (line, column))
