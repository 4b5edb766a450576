"""The baseline's file: odd names come back whole, and a damaged line is named, never a trace."""

from __future__ import annotations

import json

import pytest

from xref.check import read_baseline, write_baseline
from xref.check.snapshot import Card, Found, Snapshot, Source
from xref.errors import BaselineError

NAMES = ("a\u2028b", "a\x85b", "a\x0bb", "new\nline", "bad\udcff", "__proto__", "=cmd", "::error::", 'q"', "\u202ex")


@pytest.mark.parametrize("name", NAMES)
def test_odd_names_come_back(name: str) -> None:
    """Names of files may hold line ends of other kinds, and bytes that are no UTF-8."""
    hit = Found(name, name, "0" * 12, 1, "fair", "r", name)
    made = Snapshot(
        (Source(name, f"{name}.txt", "t", ""),), (hit,), (Card("theme", name, (name, "b"), "weak", (name, "b")),)
    )
    text = "".join(write_baseline(made))
    assert text.encode("utf-8")
    assert text.count("\n") == 4
    assert read_baseline(text, "baseline.jsonl") == made


HIT: dict[str, object] = {
    "hit": "t",
    "document": "d",
    "band": "fair",
    "quote": "q",
    "words": "w",
    "ordinal": 1,
    "rule": "r",
}
CARD: dict[str, object] = {"card": "t", "kind": "theme", "documents": ["a", "b"], "band": "fair", "quotes": ["q", "r"]}


@pytest.mark.parametrize(
    "line",
    [
        *(json.dumps(HIT | {"ordinal": odd}) for odd in (1.5, True, "1", None, float("inf"), float("nan"))),
        *(json.dumps(CARD | {"documents": pair}) for pair in ("ab", {"a": 1, "b": 2}, ["a"], ["a", 2], None)),
        *(json.dumps(HIT | {name: {}}) for name in HIT),
        "[" * 100_000,
        '{"hit": ' + "9" * 5_000 + "}",
        '"hit"',
        "null",
    ],
)
def test_damaged_lines_are_named(line: str) -> None:
    """Wrong types, numbers that are none, brackets without end."""
    with pytest.raises(BaselineError, match=r"baseline\.jsonl, line 2"):
        read_baseline(f'{{"baseline": 1}}\n{line}\n', "baseline.jsonl")


def test_a_finding_stands_once() -> None:
    """The same line twice counts once; two lines that say otherwise of one finding are a merge to be settled."""
    head, line, other = '{"baseline": 1}\n', json.dumps(HIT) + "\n", json.dumps(HIT | {"band": "weak"}) + "\n"
    assert read_baseline(head + line + line, "baseline.jsonl") == read_baseline(head + line, "baseline.jsonl")
    with pytest.raises(BaselineError, match=r"baseline\.jsonl, line 3: another line speaks of the same"):
        read_baseline(head + line + other, "baseline.jsonl")
