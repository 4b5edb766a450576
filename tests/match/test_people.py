"""Whom six documents in the styles of six countries name, sentence by sentence, and who is one person."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict

import pytest
from tests.reader import read_cases

from xref.match import find_actors
from xref.model import Codebook, DateCandidate, DateRange, Document
from xref.segment import find_claims

MARK = 0.9
"""share of the mentions that must be right in each document; 0.8 is what is asked for"""


def found_in(title: str, text: str) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """Person → numbers of the sentences that name them: as expected, and as found."""
    when = dt.date.fromisoformat(re.findall(r"\d{4}-\d\d-\d\d", title)[0])
    rows = [line.partition(" >") for line in text.strip().splitlines()]
    body = "\n\n".join(sentence for sentence, _, _ in rows) + "\n"
    published = DateCandidate(DateRange(when, when), "test", "given", 100)
    document = Document("d", "d.txt", body, "", "utf-8", published=published)
    claims = find_claims(document).claims
    number = {claim.id: body[: claim.span.start].count("\n\n") for claim in claims}
    expected: dict[str, set[int]] = defaultdict(set)
    for n, (_, _, people) in enumerate(rows):
        for name in filter(None, map(str.strip, people.split(";"))):
            expected[name].add(n)
    actors, _ = find_actors(claims, {"d": document}, Codebook())
    found: dict[str, set[int]] = defaultdict(set)
    for actor in actors:
        if actor.kind == "person":
            for mention in actor.mentions:
                found[f"{actor.name} {actor.id}"].add(number[mention.claim])
    return dict(expected), dict(found)


def measure(expected: dict[str, set[int]], found: dict[str, set[int]]) -> float:
    """F1 of each expected person against its best cluster, one to one, weighted by mentions."""
    ranked = sorted(
        (
            (2 * len(a & b) / (len(a) + len(b)), name, other)
            for name, a in expected.items()
            for other, b in found.items()
        ),
        key=lambda row: (-row[0], row[1:]),
    )
    used: set[str] = set()
    score = 0.0
    for f1, name, other in ranked:
        if f1 and name not in used and other not in used:
            used |= {name, other}
            score += f1 * len(expected[name])
    return score / sum(map(len, expected.values()))


@pytest.mark.parametrize(("title", "given_text", "expected"), read_cases("people"))
def test_people(title: str, given_text: str, expected: str) -> None:
    """People are found in nearly every sentence that names them, and their spellings go together."""
    assert not expected.strip()
    wanted, found = found_in(title, given_text)
    score = measure(wanted, found)
    said = "\n".join(f"{name}: {sorted(where)}" for name, where in sorted({**wanted, **found}.items()))
    assert score >= MARK, f"{score:.3f}\n{said}"
