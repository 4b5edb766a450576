"""Front matter of Markdown files: what is read of it, what is told, and that it is no text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.model import CrossReference
from xref.pipeline import cross_reference
from xref.read.front import read_front

BODY = (
    "# The Ferry Was Sold\n\nBy Ann Poe\n\nThe board met for the third time that winter and could not agree. "
    "The ferry was sold on Monday, the harbour board said.\n"
)
FLAT = '---\ntitle: "Ferry sold: at last"  # as printed\ndate: 2001-05-03\npublisher: The Port Gazette\ntags: x\n---\n'
TOML = (
    '+++\ntitle = "Ferry sold"\ndate = 2001-05-03T09:00:00-05:00\nauthor = "Ann Reed"\n'
    'url = "https://gazette.example/ferry"\nweight = 3\n[extra]\ntitle = "x"\n+++\n'
)


def _facts(text: str) -> dict[str, str]:
    front = read_front(text)
    assert front is not None
    for _, fact in front.facts:
        if fact.span:
            assert fact.span.of(text) == fact.value
    if front.date and front.date.span:
        assert front.date.span.of(text) == front.date.words
    found = {field: fact.value for field, fact in front.facts}
    return found | ({"date": front.date.value.iso} if front.date else {})


def _faults(text: str) -> list[tuple[int, str]]:
    front = read_front(text)
    assert front is not None
    return list(front.faults)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (FLAT, {"title": "Ferry sold: at last", "date": "2001-05-03", "outlet": "The Port Gazette"}),
        (
            TOML,
            {
                "title": "Ferry sold",
                "date": "2001-05-03",
                "author": "Ann Reed",
                "url": "https://gazette.example/ferry",
            },
        ),
        (TOML.replace("\n", "\r\n"), {"title": "Ferry sold", "date": "2001-05-03"}),
        ("---\nTitle: 'Ann''s ferry'\ntype: letter\nauthor: ~\n...\n", {"title": "Ann's ferry", "kind": "letter"}),
        ("---\ndate: May 3, 2001\n---\n", {"date": "2001-05-03"}),
        ("---\ndate: 2001-05-03 10:00:00 +0200\n---\n", {"date": "2001-05-03"}),
        ("---\ndate: 2001-05\n---\n", {"date": "2001-05"}),
        ("---\nsource: https://a.example/1\noutlet: B\n---\n", {"url": "https://a.example/1", "outlet": "B"}),
        ("---\nsource: Herald\noutlet: Gazette\n---\n", {"outlet": "Gazette"}),
        ("---\n# remark\ntitle: The ferry: sold\n\nauthor: A # B\n---\n", {"title": "The ferry: sold", "author": "A"}),
        ("+++\ntitle = 'one'\n+++\n", {"title": "one"}),
    ],
)  # fmt: skip
def test_facts(text: str, facts: dict[str, str]) -> None:
    """Known keys, flat or TOML; each value stands where its span says."""
    found = _facts(text + BODY)
    assert {name: found.get(name) for name in facts} == facts
    assert _faults(text + BODY) == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\ntitle: A\ntags:\n  - one\n  - two\ndate: 2001-05-03\n---\n", 4, "tags is no plain"),
        ("---\ntitle: A\nauthor: [Ann, Bo]\ndate: 2001-05-03\n---\n", 3, "author is no plain"),
        ("---\ntitle: A\nsummary: >\n  folded words\ndate: 2001-05-03\n---\n", 3, "summary is no plain"),
        ("---\ntitle: A\ndate: 2001-05-03\ndate: 2002-05-03\n---\n", 4, "stands twice"),
        ("---\ntitle: A\nnobody\ndate: 2001-05-03\n---\n", 3, "title is no plain"),
        ('---\nauthor: "open\ndate: 2001-05-03\n---\n', 2, "author is no plain"),
        ("+++\ndate = 2001-05-03\ntitle = 7\n+++\n", 3, "between double quotes"),
    ],
)
def test_what_is_not_flat_is_told_with_its_line(text: str, line: int, words: str) -> None:
    """One warning a construct; the other keys are read."""
    ((where, told),) = _faults(text + BODY)
    assert where == line
    assert words in told
    assert _facts(text + BODY)["date"] == "2001-05-03"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("+++\ntitle = 'A'\ndate = 2001-02-30\n+++\n", 3, "none of it was used"),
        ("+++\ntitle = 'A'\ntitle = 'B'\n+++\n", 3, "none of it was used"),
        ("---\ntitle: A\ndate: soon\n---\n", 3, "“soon” is no day"),
        ("---\ntitle: A\ndate: 03/04/2009\n---\n", 3, "is no day"),
        ("+++\ntitle = 'A'\n", 1, "not closed"),
        ("---\ntitle: A\n", 1, "not closed"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, line: int, words: str) -> None:
    """Broken TOML, a date that is none, a block without its end."""
    ((where, told),) = _faults(text + BODY)
    assert (where, words in told) == (line, True)
    assert "date" not in _facts(text + BODY)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "---\n\n" + BODY,
        "---\n\nNote: the board met again.\n\nIt could not agree on the price of the ferry, a clerk said.\n\n---\n",
        "\n---\ntitle: A\n---\n",
        "-----\ntitle: A\n-----\n",
        "",
    ],
)
def test_no_front_matter(text: str) -> None:
    """A thematic break at the top is none, nor is a block further down."""
    assert read_front(text) is None


@given(st.text(st.sampled_from("-+: \n\r\t#\"'[]{}>|abt12=\\é"), max_size=60), st.sampled_from(["---\n", "+++\n"]))
def test_any_block(inside: str, mark: str) -> None:
    """Anything is read or told; each span holds its words, each fault a line of the text."""
    text = f"{mark}{inside}\n{mark}{BODY}"
    if read_front(text):
        _facts(text)
        assert all(1 <= line <= text.count("\n") + text.count("\r") + 1 for line, _ in _faults(text))


@pytest.mark.parametrize(
    "line",
    ["a:" + " " * 90_000 + "\x00", "a" + " " * 90_000 + "b", 'title: "' + "\\" * 90_000, "- " * 45_000, "a: " * 30_000],
)
def test_hostile_lines_take_no_time(line: str) -> None:
    """A line as long as the limit is read or passed over in a moment."""
    began = time.process_time()
    read_front(f"---\ntitle: x\n{line}\n---\n")
    assert time.process_time() - began < 1


def _run(folder: Path, text: str, name: str = "a.md") -> CrossReference:
    (folder / name).write_text(text, encoding="utf-8")
    return cross_reference([folder])


def test_in_a_corpus(tmp_path: Path) -> None:
    """The text stays as it is; the block is furniture; its date wins over the text's, which is kept as refused."""
    text = FLAT + BODY.replace("By Ann Poe", "By Ann Poe\n\nMay 9, 2002")
    result = _run(tmp_path, text)
    (document,) = result.documents
    assert document.text == text
    assert document.published is not None
    assert (document.published.rule, document.published.value.iso) == ("front-matter", "2001-05-03")
    assert [c.value.iso for c in document.refused] == ["2002-05-09"]
    assert document.title is not None
    assert document.title.value == "Ferry sold: at last"
    (other,) = (each for each in document.alternatives if each.field == "title")
    assert (other.fact.value, other.refused) == (
        "The Ferry Was Sold", "“Ferry sold: at last” goes first: title in the front matter",
    )  # fmt: skip
    assert result.blocks[0].kind == "front_matter"
    assert result.blocks[0].span.of(text) == FLAT.rstrip("\n")
    assert [claim.text.split()[1] for claim in result.claims] == ["board", "ferry"]
    assert not any("2001" in date.span.of(text) for claim in result.claims for date in claim.dates)


def test_only_in_markdown(tmp_path: Path) -> None:
    """In a txt the same lines are text like any other."""
    result = _run(tmp_path, FLAT + BODY, "a.txt")
    assert result.documents[0].front is None
    assert all(block.kind != "front_matter" for block in result.blocks)


def test_same_claims_with_and_without(tmp_path: Path) -> None:
    """Front matter changes no claim but its place."""
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    plain = _run(tmp_path / "one", BODY)
    with_front = _run(tmp_path / "two", TOML + BODY)
    assert [c.id for c in plain.claims] == [c.id for c in with_front.claims]
    assert [c.span.shift(len(TOML)) for c in plain.claims] == [c.span for c in with_front.claims]


def test_faults_are_problems(tmp_path: Path) -> None:
    """They are told with the line, and the document is processed."""
    result = _run(tmp_path, "---\ntitle: A\nauthor:\n  name: Ann\n---\n" + BODY)
    told = [(p.place, p.level) for p in result.problems if "front matter" in p.message]
    assert told == [("line 4", "warning")]
    assert result.claims


def test_slips_in_keys() -> None:
    """A key one letter off a known one is told; others, those below a table, and those given rightly too are not."""
    assert _faults("---\ntitel: A\ntags: x\n---\nText.\n") == [
        (2, "unknown key titel, passed over; did you mean title?")
    ]
    assert _faults('+++\nDaet = "x"\n[extra]\ntitel = "x"\n+++\n') == [
        (2, "unknown key Daet, passed over; did you mean date?")
    ]
    assert _faults("---\nauthor: A\nauthors: A, B\ndescription: x\n---\nText.\n") == []
