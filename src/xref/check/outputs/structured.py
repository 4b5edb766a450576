"""For programs: one JSON object."""

from __future__ import annotations

import json

import attrs

from xref.check.outputs.text import closing, path_of
from xref.check.policy import Verdict
from xref.show import disarm


def write_json(verdict: Verdict, corpus: str) -> str:
    """{"schema", "failed", "unchanged", "summary", "changes": [{"level", "kind", "line", "path", ...}]}"""
    changes = [
        {"level": level, **attrs.asdict(change), "path": path_of(change, corpus) if change.document else ""}
        for level, change in verdict.found
    ]
    record = {
        "schema": 1, "failed": verdict.failed, "unchanged": verdict.unchanged, "summary": closing(verdict),
        "changes": changes,
    }  # fmt: skip
    return disarm(json.dumps(record, indent=1, ensure_ascii=True), r"\u005b") + "\n"
