"""Classes, levels and what they decide; parts of the findings; the edges of bands."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from tests.check.made import card, hit, snapshot

from xref.check import CLASSES, DEFAULTS, Change, judge
from xref.check.bands import settled
from xref.check.reviewed import KINDS
from xref.check.scope import Scope, accept, merge
from xref.check.sources import follow_names
from xref.model.match import band
from xref.read import LEVELS
from xref.read import policy as settings

ROOT = Path(__file__).parents[2]


def test_one_list_of_classes() -> None:
    """What xref.toml may name, what is told and what is documented are the same classes and levels."""
    assert tuple(CLASSES) == settings.CHECKED
    assert CLASSES.keys() == DEFAULTS.keys()
    assert set(DEFAULTS.values()) <= set(LEVELS)
    assert set(KINDS.values()) <= CLASSES.keys()
    page = (ROOT / "docs" / "check.md").read_text("utf-8")
    rows = [re.findall(r"`([a-z-]+)`", line.split("|")[1]) for line in page.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in row} == CLASSES.keys()
    # every class that the program tells is one
    for path in (ROOT / "src" / "xref" / "check").glob("*.py"):
        for name in re.findall(r"Change\(\s*\"([a-z-]+)\"", path.read_text("utf-8")):
            assert name in CLASSES


def test_failures_come_first() -> None:
    """Order by level, then as told; `off` is not there."""
    changes = [Change(kind, kind) for kind in ("documents", "lint", "new", "card-band", "removed")]
    verdict = judge(changes, {}, 0, "")
    assert [(level, change.kind) for level, change in verdict.found] == [
        ("fail", "new"), ("fail", "removed"), ("warn", "lint"), ("info", "documents"),
    ]  # fmt: skip
    assert verdict.failed
    assert not judge(changes, {"new": "warn", "removed": "off"}, 0, "").failed
    assert judge(changes, {"card-band": "fail"}, 0, "").of("fail")[-2].kind == "card-band"


SNAPSHOT = snapshot(
    {"a": "1999-05-04 one", "b": "2004-06-09 two", "c": "undated"},
    hit("a", "sold"), hit("a", "left", theme="sale"), hit("b", "sold"), hit("c", "sold"),
    cards=(card("ferry", "a", "b"), card("sale", "a", "b"), card("ferry", "b", "c")),
)  # fmt: skip
SCOPES = [
    (Scope(), "abc", 4, 3),
    (Scope(frozenset({"ferry"})), "abc", 3, 2),
    (Scope(since="2000-01-01"), "b", 1, 0),
    (Scope(until="1999-05-04"), "a", 2, 0),
    (Scope(frozenset({"sale"}), "1999-01-01", "2004-12-31"), "ab", 1, 1),
]


@pytest.mark.parametrize(("scope", "documents", "hits", "cards"), SCOPES)
def test_a_scope_and_its_rest_are_everything(scope: Scope, documents: str, hits: int, cards: int) -> None:
    """A part holds what it names, and with the rest it is the whole again: a subset never loses the others."""
    part = scope.of(SNAPSHOT)
    assert "".join(source.id for source in part.sources) == documents
    assert (len(part.hits), len(part.cards)) == (hits, cards)
    assert merge(SNAPSHOT, SNAPSHOT, scope) == SNAPSHOT
    assert scope.whole == (scope == Scope())


def test_a_year_is_compared_as_far_as_it_goes() -> None:
    """A document of 1999 lies in a range that begins or ends within that year."""
    year = snapshot({"a": "text"})
    source = year.sources[0].__class__("a", "a.txt", "x", "1999")
    year = year.__class__((source,), (), ())
    assert Scope(since="1999-06-01").of(year).sources
    assert Scope(until="1999-06-01").of(year).sources
    assert not Scope(since="2000-01-01").of(year).sources


def test_accepting_some_documents() -> None:
    """Lines of accepted documents are new, the others stay; a card needs both of its documents."""
    now = snapshot(
        {"a": "1999-05-04 other", "b": "2004-06-09 other"}, hit("a", "new"), hit("b", "new"),
        cards=(card("ferry", "a", "b", "strong"),),
    )  # fmt: skip
    taken = accept(SNAPSHOT, now, {"b.txt", "c.txt"})
    assert {(h.document, h.quote) for h in taken.hits} == {("a", "new"), ("b", "sold"), ("c", "sold")}
    assert {c.band for c in taken.cards} == {"fair"}
    assert accept(SNAPSHOT, SNAPSHOT, {"a.txt", "b.txt", "c.txt"}) == SNAPSHOT


def test_refusing_a_new_name_keeps_what_the_old_one_had() -> None:
    """A renamed document is one; what is refused was not found by the codebook of today, whose hash is not taken."""
    now = attrs.evolve(follow_names(SNAPSHOT, {"a": "z"}), codebook="other")
    now = attrs.evolve(now, sources=tuple(attrs.evolve(s, path=f"{s.id}.txt") for s in now.sources))
    assert accept(SNAPSHOT, now, {"z.txt"}) == SNAPSHOT
    assert {s.id for s in accept(SNAPSHOT, now, ()).sources} == {"z", "b", "c"}
    assert accept(SNAPSHOT, now, ()).codebook == "other"


@pytest.mark.parametrize(
    ("before", "score", "expected"),
    [("weak", 53.9, "weak"), ("weak", 54.1, "fair"), ("fair", 46.0, "fair"), ("fair", 45.9, "weak"),
     ("fair", 79.0, "fair"), ("fair", 79.1, "strong"), ("strong", 71.0, "strong"), ("strong", 70.9, "fair"),
     ("weak", 100.0, "strong"), ("strong", 0.0, "weak"), ("unknown", 60.0, "fair")],
)  # fmt: skip
def test_a_band_holds_near_its_edges(before: str, score: float, expected: str) -> None:
    """The earlier band counts up to four points past its edge."""
    assert settled(before, band(score), score) == expected
