"""A decision as a line of JSON, and back: every field checked, since lines come from browsers, mails and merges."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import attrs

from xref.model.decision import Decision, Seen, Side

VERSION = 1
RULINGS = ("accepted", "dismissed", "unsure", "cleared", "")
SIDES = {"hit": 1, "pair": 2}
LONGEST = 200_000
"""characters of a line: a pair of the longest sentences with a long note has a tenth of it"""
NOTE = 10_000
"""characters of a note"""
_LONE = re.compile("[\ud800-\udfff]")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


def decision_line(decision: Decision) -> str:
    """One line, keys in order, without the line's end."""
    record = {"v": VERSION, **attrs.asdict(decision)}
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    # half a surrogate pair, which a browser may cut, is no UTF-8: it stays an escape
    return line if line.isascii() or not _LONE.search(line) else json.dumps(record, separators=(",", ":"))


def parse_decision(record: Any) -> Decision:
    """The decision that a decoded line holds; raises ValueError that says what is wrong with it."""
    if not isinstance(record, dict):
        raise ValueError("a decision is an object in braces")
    if record.get("v") != VERSION:
        raise ValueError(f"“v” must be {VERSION}: another version of xref wrote it")
    kind = _text(record, "kind", 10)
    if kind not in SIDES:
        raise ValueError("“kind” must be hit or pair")
    ruling = _text(record, "ruling", 20)
    if ruling not in RULINGS:
        raise ValueError("“ruling” must be accepted, dismissed, unsure, cleared or empty")
    at = _text(record, "at", 40)
    if not _is_time(at):
        raise ValueError("“at” must be a time in UTC such as 2025-01-02T10:00:00Z")
    sides = record.get("sides")
    if not isinstance(sides, list) or len(sides) != SIDES[kind]:
        raise ValueError(f"“sides” must have {SIDES[kind]} for a {kind}")
    by = _text(record, "by", 80)
    if not by.strip():
        raise ValueError("“by” is empty: a decision has somebody who made it")
    seen = record.get("seen", {})
    if not isinstance(seen, dict):
        raise ValueError("“seen” must be an object")
    return Decision(
        id=_text(record, "id", 200), kind=kind, theme=_text(record, "theme", 200), ruling=ruling,
        note=_text(record, "note", NOTE), by=by, at=at, sides=tuple(_side(side) for side in sides),
        seen=Seen(*(_text(seen, name, 100) for name in ("band", "rule", "codebook", "xref"))),
    )  # fmt: skip


def parse_line(line: bytes) -> Decision:
    """The decision in a line of a file; raises ValueError that says what is wrong with it."""
    if len(line) > 4 * LONGEST:
        raise ValueError("the line is too long for a decision")
    try:
        record = json.loads(line.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fault:
        raise ValueError("it is no line of JSON in UTF-8") from fault
    return parse_decision(record)


def _is_time(at: str) -> bool:
    """Whether it is a moment in UTC to the second, in ASCII digits: so that text order is order in time."""
    try:
        return bool(_TIME.fullmatch(at)) and dt.datetime.fromisoformat(at).year > 0
    except ValueError:
        return False


def _side(record: Any) -> Side:
    if not isinstance(record, dict):
        raise ValueError("a side is an object in braces")
    exact = _text(record, "exact", LONGEST)
    if not exact.strip():
        raise ValueError("“exact” is empty: a decision is anchored by words")
    places = []
    for name in ("start", "end"):
        value = record.get(name, 0)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
            raise ValueError(f"“{name}” must be a whole number")
        places.append(value)
    doc, text = _text(record, "doc", 1000), _text(record, "text", 64)
    return Side(doc, text, exact, _text(record, "prefix", 400), _text(record, "suffix", 400), *places)


def _text(record: dict[str, Any], name: str, longest: int) -> str:
    value = record.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"“{name}” must be text")
    if len(value) > longest:
        raise ValueError(f"“{name}” is longer than {longest} characters")
    return value
