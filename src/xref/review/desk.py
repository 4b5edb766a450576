"""The desk: one corpus, one reviewer, and what may be put down there. Knows nothing of the web."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs

from xref.identity import corpus_id
from xref.model import CrossReference, Decision
from xref.report import build_page, stream_html
from xref.rulings import append_decisions, decision_line, gather, parse_decision, read_decisions, stand

RECORDS = 5_000
"""lines taken at once: a theme's cards, all marked and decided with one key, are some hundreds"""


class Refused(Exception):
    """What was handed in is not taken: the status that HTTP has for it, and why."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


@attrs.define
class Desk:
    """What one server serves."""

    folder: Path
    """of the corpus"""
    result: CrossReference
    """what was found when the server was started"""
    reviewer: str
    """who decides here"""
    readonly: bool = False
    """whether nothing is taken"""
    consensus: str = "all"
    """what counts when reviewers disagree"""
    saved: int = 0
    """lines saved so far"""
    _page: tuple[object, str] = (None, "")
    _shown: frozenset[Decision] = frozenset()

    def page(self) -> str:
        """The report with the decisions of this moment; built anew only when a file of decisions has changed."""
        state = _state(self.folder)
        if self._page[0] != state:
            decisions, problems = read_decisions(self.folder)
            result = attrs.evolve(self.result, problems=(*self.result.problems, *problems))
            self._shown = frozenset(decisions)
            page = build_page(result, standings=stand(decisions, result, self.consensus))
            server = {"server": "1", "reviewer": self.reviewer} | ({"readonly": "1"} if self.readonly else {})
            self._page = (state, "".join(stream_html(page, server=server)))
        return self._page[1]

    def lines(self) -> dict[str, Any]:
        """All lines of all reviewers, and the numbers of those that the page as it was last built does not know."""
        decisions, _ = read_decisions(self.folder)
        fresh = [number for number, decision in enumerate(decisions) if decision not in self._shown]
        records = [json.loads(decision_line(decision)) for decision in decisions]
        return {
            "corpus": corpus_id(self.result),
            "reviewer": self.reviewer,
            "readonly": self.readonly,
            "records": records,
            "fresh": fresh,
        }

    def save(self, body: bytes) -> int:
        """Saves the lines in `body`, all or none; gives how many, once they are on the disk. Raises Refused.

        Lines that were saved before are not written again, so that a page may send anew what was not acknowledged.
        """
        if self.readonly:
            raise Refused(403, "this server was started with --read-only: nothing is saved")
        given = _parse(body)
        if given.get("corpus") != corpus_id(self.result):
            raise Refused(409, "this page shows another corpus than the server has: load it again")
        records = given.get("records")
        if not isinstance(records, list) or len(records) > RECORDS:
            raise Refused(400, f"records must be a list of at most {RECORDS:,} decisions")
        decisions = [self._check(number, record) for number, record in enumerate(records, 1)]
        append_decisions(self.folder, gather(self.folder, decisions))
        self.saved += len(decisions)
        return len(decisions)

    def _check(self, number: int, record: object) -> Decision:
        try:
            decision = parse_decision(record)
        except ValueError as fault:
            raise Refused(400, f"record {number}: {fault}") from fault
        if decision.by != self.reviewer:
            raise Refused(400, f"record {number}: this server saves decisions by {self.reviewer} only")
        return decision


def _parse(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as fault:
        raise Refused(400, "not JSON in UTF-8") from fault
    if not isinstance(given, dict):
        raise Refused(400, "expected an object with corpus and records")
    return given


def _state(folder: Path) -> object:
    """Differs when a file of decisions does."""
    files = sorted((folder / "decisions").glob("*.jsonl"))
    return tuple((path.name, status.st_size, status.st_mtime_ns) for path in files for status in [path.lstat()])
