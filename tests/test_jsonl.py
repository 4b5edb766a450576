"""The nouns as JSON Lines: written, read back, and as docs/jsonl.md says."""

from __future__ import annotations

import datetime as dt
import json
import pathlib
import re
import typing

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sample import sample

from xref.errors import OutputError
from xref.jsonl import KINDS, SCHEMA, Run, from_terse, lines, read_lines, to_line, to_record, to_terse
from xref.model import (
    Claim,
    Codebook,
    Condition,
    DateCandidate,
    DateMention,
    DateRange,
    Document,
    Facet,
    Place,
    Settings,
    Span,
    Theme,
)

PAGE = pathlib.Path(__file__).parents[1] / "docs" / "jsonl.md"

spans = st.builds(lambda start, more: Span(start, start + more), st.integers(0, 10**9), st.integers(0, 10**9))
days = st.dates()
ranges = st.builds(lambda a, b: DateRange(min(a, b), max(a, b)), days, days)
# surrogates too: a file name that is no UTF-8 is read with them
words = st.text(st.characters())
candidates = st.builds(DateCandidate, ranges, words, words, st.integers(0, 100), st.none() | spans, words, words)
numbers = st.integers(0, 9999)
# as readers round them
points = st.integers(-9999, 99999).map(lambda n: n / 10)
places = st.builds(
    Place, spans, words, source=st.none() | spans, paragraphs=st.none() | st.tuples(numbers, numbers),
    pages=st.none() | st.tuples(numbers, numbers), box=st.none() | st.tuples(points, points, points, points),
    edges=st.lists(st.tuples(points, points), max_size=3).map(tuple),
)  # fmt: skip
documents = st.builds(
    Document, words, words, words, words, words, published=st.none() | candidates,
    places=st.lists(places, max_size=3).map(tuple),
)  # fmt: skip
claims = st.builds(
    Claim, words, words, spans, words, st.integers(0, 99),
    quotations=st.lists(spans, max_size=3).map(tuple),
    dates=st.lists(st.builds(DateMention, spans, st.none() | ranges, words, st.booleans()), max_size=2).map(tuple),
    relay=st.lists(words, max_size=2).map(tuple),
)  # fmt: skip


@given(documents | claims)
def test_round_trip(noun: object) -> None:
    """What is written reads back as the same noun, whatever characters, days and offsets it holds."""
    line = to_line(noun)
    assert line.isascii()
    assert line.count("\n") == 1
    assert list(read_lines([line])) == [noun]
    assert from_terse(json.loads(json.dumps(to_terse(noun)))) == noun


def test_terse_records_round_nothing() -> None:
    """What is kept between runs is what was found, every digit of it."""
    result = sample()
    nouns = (*result.documents, *result.blocks, *result.claims, *result.hits, *result.matches, *result.problems)
    assert any(hit.score != round(hit.score, 1) for hit in result.hits)
    assert [from_terse(json.loads(json.dumps(to_terse(noun)))) for noun in nouns] == list(nouns)


@pytest.mark.parametrize("value", ["Ann Reed", 30, True])
def test_conditions_round_trip(value: str | int | bool) -> None:
    """A word, a number and a yes or no stay what they are; anything else is refused."""
    facet = Facet("when", when=(Condition("actor", value),))
    run = Run(Codebook((Theme("t", "T", facets=(facet,)),)), Settings())
    line = to_line(run)
    (read,) = read_lines([line])
    assert read == run
    assert to_line(read) == line
    with pytest.raises(OutputError, match="run"):
        list(read_lines([line.replace(f'"value": {json.dumps(value)}', '"value": []')]))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_round_trips(kind: str) -> None:
    """Each kind of a full result reads back and is written the same way again; scores to 0.1."""
    written = list(lines(kind, sample()))
    assert written
    assert [to_line(noun) for noun in read_lines(written)] == written
    for line in written:
        assert list(json.loads(line))[:2] == ["schema", "record"]
        assert json.loads(line)["schema"] == SCHEMA


def test_keys_stand_in_the_order_of_the_fields() -> None:
    """The fields of a record come in the order of the noun's, after schema and record."""
    record = to_record(sample().claims[0])
    assert list(record) == ["schema", "record", *(f.name for f in attrs.fields(Claim))]


def test_scores_are_rounded_and_thresholds_are_not() -> None:
    """Scores and points have one decimal; what a user set is written as it was set."""
    result = sample()
    assert to_record(result.hits[0])["score"] == 93.8
    assert to_record(result.merges[0])["score"] == 83.3
    run = Run(result.codebook, attrs.evolve(result.settings, threshold=82.55))
    assert to_record(run)["settings"]["threshold"] == 82.55


def test_spans_and_days() -> None:
    """A span is [start, end], a day ISO 8601."""
    record = to_record(sample().claims[0])
    assert record["span"] == [13, 78]
    assert record["dates"][0]["value"] == {"earliest": "1999-04-01", "latest": "1999-04-30"}
    assert dt.date.fromisoformat(record["dates"][0]["value"]["latest"])


def test_a_score_that_is_no_number_is_not_written() -> None:
    """NaN is a fault of ours and must not reach a file."""
    with pytest.raises(ValueError, match="nan"):
        to_line(attrs.evolve(sample().hits[0], score=float("nan")))


def test_fields_of_a_later_xref_are_ignored() -> None:
    """An added field does not change the schema, so a reader passes over it."""
    line = to_line(sample().claims[1]).replace('"id":', '"later": [1], "id":')
    assert list(read_lines([line, "\n"])) == [sample().claims[1]]


GOOD = to_line(sample().claims[0])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ('{"schema": NaN}', "not JSON"),
        ("[1]", "not a record"),
        (GOOD.replace('"schema": 1', '"schema": 2'), "another version"),
        (GOOD.replace('"schema": 1', '"schema": true'), "another version"),
        (GOOD.replace('"record": "claim"', '"record": "clam"'), "unknown record"),
        (GOOD.replace('"record": "claim"', '"record": ["claim"]'), "unknown record"),
        (GOOD.replace("[13, 78]", "[78, 13]"), "not a span"),
        (GOOD.replace("[13, 78]", "[13]"), "expected a span"),
        (GOOD.replace('"1999-04-01"', '"19990401"'), "expected a day"),
        (GOOD.replace('"block": 1', '"block": "1"'), "expected int, found str"),
        (GOOD.replace('["The Port Gazette"]', '"Gazette"'), "expected a list"),
        (GOOD.replace('"id":', '"name":'), "missing"),
        (GOOD.replace('"approximate": true', '"approximate": 1'), "expected bool"),
    ],
)  # fmt: skip
def test_a_damaged_line_is_refused(line: str, message: str) -> None:
    """Nothing is bent into shape: the message says which line and what is wrong with it."""
    with pytest.raises(OutputError) as caught:
        list(read_lines([GOOD, line], "claims.jsonl"))
    assert "claims.jsonl, line 2" in str(caught.value)
    assert message in str(caught.value)


def test_the_page_names_every_field() -> None:
    """docs/jsonl.md has a section for each noun, with its fields in order and none else."""
    sections = dict(re.findall(r"^### (\w+)\n(.*?)(?=^#|\Z)", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE))
    nouns = _nouns()
    assert sorted(sections) == sorted(nouns)
    for name, noun in nouns.items():
        documented = re.findall(r"^\| `(\w+)` \|", sections[name], re.MULTILINE)
        assert documented == [f.name for f in attrs.fields(noun)], name


def _nouns() -> dict[str, type]:
    """Every noun that a record is made of, by name; spans and ranges of days are described by hand."""
    found: dict[str, type] = {}
    waiting: list[typing.Any] = [noun for _, noun in KINDS.values()]
    while waiting:
        shape = waiting.pop()
        if attrs.has(shape) and shape.__name__ not in (*found, "Span"):
            found[shape.__name__] = shape
            waiting += typing.get_type_hints(shape).values()
        waiting += typing.get_args(shape)
    return found
