"""Each difference of two snapshots is told once, as what it is, and laid to what caused it."""

from __future__ import annotations

import attrs
import pytest
from tests.check.made import card, hit, snapshot

from xref.check import find_changes
from xref.check.baseline import read_baseline, write_baseline
from xref.check.snapshot import Snapshot

SOLD = "The town sold the harbour ferry to a bank in the spring"
ASKED = "Nobody in the town was asked about the ferry"


def told(before: Snapshot, now: Snapshot) -> list[tuple[str, str]]:
    """Class and document of each change."""
    return [(change.kind, change.document) for change in find_changes(before, now)]


BEFORE = snapshot({"a": "one", "b": "two"}, hit("a", SOLD), hit("b", ASKED))


def test_equal_snapshots() -> None:
    """Nothing differs, and a sentence that stands on another line is the same."""
    assert told(BEFORE, BEFORE) == []
    moved = attrs.evolve(BEFORE, hits=tuple(attrs.evolve(h, line=99) for h in BEFORE.hits))
    assert told(BEFORE, moved) == []


@pytest.mark.parametrize("words", [SOLD.replace("sold", "never sold"), SOLD.replace("a bank", "2 banks")])
def test_an_edited_sentence_is_one_change(words: str) -> None:
    """Like words in one document and theme are one sentence, with the words before and after."""
    (document, change) = find_changes(BEFORE, snapshot({"a": "other", "b": "two"}, hit("a", words), hit("b", ASKED)))
    assert (document.kind, document.document) == ("documents", "a.txt")
    assert (change.kind, change.was, change.now, change.at) == ("edited", SOLD, words, 3)


def test_unlike_sentences_are_two_changes() -> None:
    """One came, one went; so do like ones of two themes."""
    now = snapshot({"a": "other", "b": "two"}, hit("a", "Quite another thing happened"), hit("b", ASKED))
    assert sorted(told(BEFORE, now)) == [("documents", "a.txt"), ("new", "a.txt"), ("removed", "a.txt")]
    now = snapshot({"a": "other", "b": "two"}, hit("a", SOLD + " it", theme="sale"), hit("b", ASKED))
    assert sorted(told(BEFORE, now)) == [("documents", "a.txt"), ("new", "a.txt"), ("removed", "a.txt")]


def test_the_likest_are_paired_first() -> None:
    """Of two edited sentences each is paired with its own."""
    before = snapshot({"a": "one"}, hit("a", SOLD + " of 1999"), hit("a", SOLD + " of 2004"))
    now = snapshot({"a": "two"}, hit("a", SOLD + " of 1999, yes"), hit("a", SOLD + " of 2004, yes"))
    pairs = {(c.was, c.now) for c in find_changes(before, now) if c.kind == "edited"}
    assert pairs == {(h.quote, f"{h.quote}, yes") for h in before.hits}


def test_a_long_sentence_in_a_baseline() -> None:
    """A baseline holds the first words only, by which an edit at the end is still one edit."""
    long = SOLD + ", " + "and said so on many an evening " * 4
    before = read_baseline("".join(write_baseline(snapshot({"a": "one"}, hit("a", long)))), "baseline")
    now = snapshot({"a": "two"}, hit("a", long + "again"))
    change = find_changes(before, now)[-1]
    assert change.kind == "edited"
    assert change.was == long[:80] + "…"


def test_documents_that_come_and_go() -> None:
    """One with hits is new or removed, once, with their number; one without is only told."""
    more = snapshot({"a": "one", "b": "two", "c": "three", "d": "four"}, *BEFORE.hits, hit("c", SOLD), hit("c", ASKED))
    (new, plain) = find_changes(BEFORE, more)
    assert (new.kind, new.line) == ("new", "c.txt is new, with 2 hits")
    assert (plain.kind, plain.document) == ("documents", "d.txt")
    (gone, plain) = find_changes(more, BEFORE)
    assert (gone.kind, gone.line) == ("removed", "c.txt is gone, and with it 2 hits")
    assert (plain.kind, plain.document) == ("documents", "d.txt")


def test_a_renamed_document_keeps_its_findings() -> None:
    """It is known by its text; edited since, by more than half of its findings; else it is another one."""
    assert told(BEFORE, snapshot({"z": "one", "b": "two"}, hit("z", SOLD), hit("b", ASKED))) == [("documents", "z.txt")]
    assert told(BEFORE, snapshot({"z": "edited", "b": "two"}, hit("z", SOLD), hit("b", ASKED))) == [
        ("documents", "z.txt")
    ]
    other = snapshot({"z": "edited", "b": "two"}, hit("z", "Quite another thing"), hit("b", ASKED))
    assert sorted(told(BEFORE, other)) == [("new", "z.txt"), ("removed", "a.txt")]


def test_two_copies_are_renamed_to_two() -> None:
    """Each takes one name, and none is lost."""
    before = snapshot({"a": "one", "b": "one"}, hit("a", SOLD), hit("b", SOLD))
    now = snapshot({"y": "one", "z": "one"}, hit("y", SOLD), hit("z", SOLD))
    assert told(before, now) == [("documents", "y.txt"), ("documents", "z.txt")]


def test_a_date() -> None:
    """Another date of publication is told with both."""
    (edited, change) = find_changes(snapshot({"a": "1999-05-04 text"}), snapshot({"a": "2004-06-09 text"}))
    assert edited.kind == "documents"
    assert (change.kind, change.was, change.now) == ("date", "1999-05-04", "2004-06-09")


@pytest.mark.parametrize(
    ("score", "band", "expected"),
    [(78.9, "strong", []), (79.1, "strong", ["band"]), (46.1, "weak", []), (45.9, "weak", ["band"])],
)
def test_a_band_changes_past_its_edge(score: float, band: str, expected: list[str]) -> None:
    """Four points past the edge, on either side."""
    before = snapshot({"a": "one"}, hit("a", SOLD, band="fair"))
    now = snapshot({"a": "two"}, hit("a", SOLD, band=band, score=score))
    assert [kind for kind, _ in told(before, now) if kind != "documents"] == expected


def test_another_rule() -> None:
    """The same sentence by other phrases."""
    now = attrs.evolve(BEFORE, hits=tuple(attrs.evolve(h, rule="other") for h in BEFORE.hits), codebook="other")
    assert told(BEFORE, now) == [("codebook", ""), ("rule", "a.txt"), ("rule", "b.txt")]


def test_what_no_document_did_the_program_did() -> None:
    """Under another version a change in a document that nobody edited is laid to it; in an edited one it is not."""
    engine = (("xref", "2"), ("rapidfuzz", "3"))
    now = attrs.evolve(BEFORE, hits=BEFORE.hits[1:], engine=engine)
    first, second = find_changes(BEFORE, now)
    assert (first.kind, first.line) == ("version", "xref was 1 and is 2")
    assert second.kind == "version"
    assert "another version" in second.line
    edited = snapshot({"a": "other", "b": "two"}, hit("b", ASKED), engine=engine)
    assert told(BEFORE, edited) == [("version", ""), ("documents", "a.txt"), ("removed", "a.txt")]
    (change,) = find_changes(BEFORE, attrs.evolve(BEFORE, hits=BEFORE.hits[1:]))
    assert change.kind == "removed"
    assert "elsewhere" in change.line


def test_cards() -> None:
    """A card comes or goes with an edit of its documents; where nobody edited any, only its rank moved."""
    before = snapshot({"a": "one", "b": "two", "c": "x"}, cards=(card("ferry", "a", "b"), card("ferry", "b", "c")))
    now = snapshot({"a": "other", "b": "two", "c": "x"}, cards=(card("sale", "a", "b"),))
    assert told(before, now) == [
        ("documents", "a.txt"), ("card-removed", "b.txt"), ("card-new", "b.txt"),
    ]  # fmt: skip
    stronger = attrs.evolve(before, cards=(card("ferry", "a", "b", "strong", 90.0), card("ferry", "b", "c")))
    assert told(before, stronger) == [("card-band", "b.txt")]
