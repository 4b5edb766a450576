"""For code scanning: SARIF 2.1.0 (OASIS), one result a change, one rule a class of the policy.

GitHub shows a result in a pull request only where its line is in the diff, takes 25,000 results of a run and knows one
again by its partial fingerprint, which is made of the words, never of the place.
"""

from __future__ import annotations

import hashlib
import json
import os
from typing import Any
from urllib.parse import quote

from xref import __version__
from xref.check.change import Change
from xref.check.outputs.text import closing, path_of
from xref.check.policy import CLASSES, DEFAULTS, Verdict
from xref.show import disarm, show

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST = 5_000
"""results that GitHub shows of a run; failures come first"""
_LEVELS = {"fail": "error", "warn": "warning", "info": "note", "off": "none"}


def write_sarif(verdict: Verdict, corpus: str) -> str:
    """One run; locations are paths relative to the folder in which the command ran."""
    rules = [
        {
            "id": kind,
            "shortDescription": {"text": text},
            "defaultConfiguration": {"level": _LEVELS[DEFAULTS[kind]]},
        }
        for kind, text in CLASSES.items()
    ]
    driver = {"name": "xref", "version": __version__, "rules": rules}
    results = [_result(level, change, corpus) for level, change in verdict.found[:MOST]]
    told = [{"level": "note", "message": {"text": _left(verdict)}}]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": told}],
        "results": results,
    }
    return (
        disarm(
            json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=True), r"\u005b"
        )
        + "\n"
    )


def _left(verdict: Verdict) -> str:
    left = len(verdict.found) - MOST
    return closing(verdict) + (f"; {left} more results are left out" if left > 0 else "")


def _result(level: str, change: Change, corpus: str) -> dict[str, Any]:
    identity = "\x1f".join((change.kind, change.theme, change.document, change.was, change.now or change.line))
    fingerprint = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    result: dict[str, Any] = {
        "ruleId": change.kind,
        "ruleIndex": list(CLASSES).index(change.kind),
        "level": _LEVELS[level],
        "message": {"text": show(change.line)},
        "partialFingerprints": {"xrefFinding/v1": fingerprint},
    }
    if change.document:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(path_of(change, corpus))}}
        if change.at:
            physical["region"] = {"startLine": change.at}
        result["locations"] = [{"physicalLocation": physical}]
    return result


def _uri(path: str) -> str:
    """A path as a relative reference; bytes that are no UTF-8 stay what they are on the disk."""
    try:
        return quote(os.fsencode(path))
    except UnicodeEncodeError:  # half a character, as a baseline that somebody wrote by hand may name
        return quote(path.encode("utf-8", "replace"))
