"""Front matter of Markdown files: what a person wrote about the document at its very top.

Between two lines `+++` stands TOML (Hugo), between two lines `---` flat `key: value` lines (Jekyll, Pandoc). Of YAML no
more is read, since its values change their type unseen ("NO", 12:30, 3.10): what is nested, listed or folded is passed
over and told with its line. Unknown keys say nothing to xref and are passed over in silence, unless they look like a
slip in a known one. The text stays as it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Set

import attrs
from rapidfuzz.distance import OSA

from xref.days import find_days
from xref.errors import SettingsError
from xref.model import DateCandidate, DateRange, Fact, Span
from xref.read.catalog import read_date
from xref.toml import parse_toml

MAX_CHARACTERS = 100_000
"""a longer block is no front matter"""
CONFIDENCE = 98
"""of its date: whoever keeps the file wrote it there on purpose; only catalog.toml and a sidecar (100) know better"""
_KEYS = {
    "title": "title", "date": "date", "outlet": "outlet", "publisher": "outlet", "source": "outlet", "author": "author",
    "url": "url", "kind": "kind", "type": "kind",
}  # fmt: skip
"""key → fact; of two keys for one fact the earlier in this list goes first"""
_END = r"[ \t]*(?=\r|\n|\Z)"
_OPEN = re.compile(rf"(\+\+\+|---){_END}(?:\r\n|\r|\n)")
_CLOSE = {
    "+++": re.compile(rf"(?<=[\r\n])\+\+\+{_END}"),
    "---": re.compile(rf"(?<=[\r\n])(?:---|\.\.\.){_END}"),
}
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|$)")
_PAIR = re.compile(r"([^\W\d][\w -]{0,60}?)[ \t]*:(?:[ \t]++(\S.*))?$")
_KEY = re.compile(r"([^\W\d]\w{2,20})[ \t]*[:=]")
"""a key at the beginning of a line, of either form"""
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'")
_NULL = ("", "~", "null", "Null", "NULL")
_HTTP = re.compile(r"https?://\S+$", re.I)


@attrs.frozen
class Entry:
    """One value of the front matter."""

    key: str
    """as in _KEYS"""
    value: str
    """its words"""
    span: Span | None
    """where they stand"""
    line: int
    """the number of its line, from 1"""
    day: dt.date | None = None
    """the day, where TOML has one"""


@attrs.frozen
class FrontMatter:
    """What the top of a file says."""

    span: Span | None
    """the block with its marks; None when it is not closed, and therefore text"""
    facts: tuple[tuple[str, Fact], ...] = ()
    """name of the field and fact, in the order of the fields"""
    date: DateCandidate | None = None
    """date of publication"""
    faults: tuple[tuple[int, str], ...] = ()
    """line, from 1, and what is wrong there"""


def read_front(text: str) -> FrontMatter | None:
    """The front matter of `text`, None when it has none."""
    opened = _OPEN.match(text)
    if opened is None:
        return None
    mark, inside = opened[1], opened.end()
    closed = _CLOSE[mark].search(text, inside, inside + MAX_CHARACTERS)
    end = closed.start() if closed else min(len(text), inside + MAX_CHARACTERS)
    if mark == "---" and not _is_flat(text, inside, end, closed=closed is not None):
        return None  # a thematic break, and a text below it
    if closed is None:
        return FrontMatter(None, faults=((1, f"it begins with {mark} and is not closed: read as text"),))
    faults: list[tuple[int, str]] = []
    read = _read_toml if mark == "+++" else _read_flat
    entries = read(text, inside, closed.start(), faults)
    faults += _slips(text, inside, closed.start(), {entry.key for entry in entries})
    return _gather(Span(0, closed.end()), entries, faults)


def _slips(text: str, start: int, end: int, given: Set[str]) -> Iterator[tuple[int, str]]:
    """Line and fault of each key one letter, or one exchange of two, from a known key that is not `given`."""
    for number, _, line in _lines(text, start, end):
        if line.startswith("["):
            return  # a table of TOML: what follows is not about the document
        pair = _KEY.match(line)
        if pair is None or pair[1].lower() in _KEYS:
            continue
        near = [key for key in _KEYS if key not in given and OSA.distance(pair[1].lower(), key) == 1]
        if near:
            yield number, f"unknown key {pair[1]}, passed over; did you mean {near[0]}?"


def _is_flat(text: str, start: int, end: int, *, closed: bool) -> bool:
    """Whether the lines begin with a pair and, where they are closed, hold no line of prose."""
    lines = [line for _, _, line in _lines(text, start, end) if line.strip() and not line.lstrip().startswith("#")]
    if not lines or not _PAIR.match(lines[0].rstrip()):
        return False
    # eight words: shorter ones may be YAML of a kind that is not read here
    return not closed or not any(
        len(line.split()) >= 8 and line[0] not in " \t-" and not _PAIR.match(line.rstrip()) for line in lines
    )


def _gather(span: Span, entries: list[Entry], faults: list[tuple[int, str]]) -> FrontMatter:
    facts: dict[str, Fact] = {}
    date = None
    for entry in sorted(entries, key=lambda e: list(_KEYS).index(e.key)):
        field = _KEYS[entry.key]
        how = f"{entry.key} in the front matter"
        if field == "date":
            date = date or _date(entry, how)
            if date is None:
                faults.append((entry.line, f"date: “{entry.value}” is no day, month or year that can be read"))
            continue
        if entry.key == "source" and _HTTP.match(entry.value):
            field = "url"  # the source is often given by its address
        facts.setdefault(field, Fact(entry.value, "front-matter", how, entry.span))
    return FrontMatter(span, tuple(facts.items()), date, tuple(sorted(faults)))


def _date(entry: Entry, how: str) -> DateCandidate | None:
    value = _day(entry)
    return DateCandidate(value, "front-matter", how, CONFIDENCE, entry.span, entry.value) if value else None


def _day(entry: Entry) -> DateRange | None:
    try:
        return read_date(entry.day or entry.value)
    except ValueError:
        values = {printed.value for printed in find_days(entry.value)}
        return values.pop() if len(values) == 1 else None


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Number (from 1, the opening mark's), place and words of each line."""
    number = 1
    while start < end:
        match = _LINE.match(text, start, end)
        assert match is not None
        number += 1
        yield number, start, match[1]
        start = match.end()


def _read_flat(text: str, start: int, end: int, faults: list[tuple[int, str]]) -> list[Entry]:
    """The pairs of flat lines; of a nested one the first line is told."""
    found: dict[str, Entry] = {}
    key, told = "", False
    for number, at, line in _lines(text, start, end):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pair = _PAIR.match(line.rstrip()) if not line[0].isspace() else None
        if pair is None:
            if not told:
                faults.append((number, f"{key or 'this line'} is no plain “key: value” and was passed over"))
            told = True
            found.pop(key.lower(), None)
            continue
        key, told = pair[1], False
        name = key.lower()
        said = (pair[2] or "").strip()
        value = _plain(said)
        if value is None:
            faults.append((number, f"{key} is no plain “key: value” and was passed over"))
            told = True
        elif name in found:
            faults.append((number, f"{key} stands twice: the first one was taken"))
        elif name in _KEYS and value not in _NULL:
            where = at + line.index(value, pair.start(2)) if value in said else -1
            found[name] = Entry(name, value, Span(where, where + len(value)) if where >= 0 else None, number)
    return list(found.values())


def _plain(said: str) -> str | None:
    """The words of a flat value; None when it is more than that."""
    if said[:1] in "\"'" and said:
        match = _QUOTED.match(said)
        if match is None or said[match.end() :].strip()[:1] not in ("", "#"):
            return None
        words = (
            match[1].replace('\\"', '"').replace("\\\\", "\\") if match[1] is not None else match[2].replace("''", "'")
        )
        return words.strip()
    bare = re.split(r"(?:^|\s)#", said, maxsplit=1)[0].strip()
    return None if bare[:1] and bare[0] in "[{|>&*!%@`" else bare


def _read_toml(text: str, start: int, end: int, faults: list[tuple[int, str]]) -> list[Entry]:
    try:
        # the opening mark as an empty line, so that lines are counted as in the file
        file = parse_toml("\n" + text[start:end], "front matter", SettingsError)
    except SettingsError as fault:
        line = re.search(r":([0-9]+):", fault.message)
        faults.append((int(line[1]) if line else 1, f"{fault.message}; none of it was used"))
        return []
    lines = {number: (at, said) for number, at, said in _lines(text, start, end)}
    found = []
    for key, value in file.data.items():
        name = key.lower()
        if name not in _KEYS:
            continue
        number, _ = file.locate((key,))
        day = value if isinstance(value, dt.date) and name == "date" else None
        if not isinstance(value, str) and day is None:
            faults.append((number, f"{key}: expected text between double quotes"))
            continue
        words = value.strip() if isinstance(value, str) else str(value)
        at, said = lines.get(number, (0, ""))
        if day:
            printed = re.search(r"=\s*([0-9][0-9T:. Z+-]*[0-9Z])", said)
            words = printed[1] if printed else words
        where = said.find(words, said.find("=")) if words else -1
        span = Span(at + where, at + where + len(words)) if where >= 0 else None
        if words:
            found.append(Entry(name, " ".join(words.split()), span, number, day))
    return found
