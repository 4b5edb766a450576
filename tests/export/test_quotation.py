"""Quotations with their source: what is unknown is left out, and only our own link is one."""

from __future__ import annotations

import re
from urllib.parse import unquote

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.sample import sample

from xref.export import cite
from xref.export.index import Index
from xref.export.quotation import safe_target, safe_words
from xref.export.tables import TABLES
from xref.fragment import text_link
from xref.model import Fact, Speaker

PARTS = [
    *"\\`*_[]<>#|~&$!-+=.:@()/\"' ",
    "1. ",
    "12) ",
    "www.",
    "https://",
    "a.example",
    "ann",
    "GH-4",
    "&lt;",
    "7",
    "é",
]


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://e.example/p#:~:text=already", "https://e.example/p#:~:text=the%20ferry"),
        ("https://e.example/p#part:~:text=x&text=y", "https://e.example/p#part:~:text=the%20ferry"),
        ("https://e.example/p#", "https://e.example/p#:~:text=the%20ferry"),
        ("https://e.example/p?q=:~:text=x", "https://e.example/p?q=:~:text=x#:~:text=the%20ferry"),
        ("https://e.example/p#a#b", "https://e.example/p#a#b:~:text=the%20ferry"),
    ],
)
def test_an_address_loses_the_directive_it_has(url: str, link: str) -> None:
    """Only the words of the claim are led to; the place before them is kept, and `:~:` in a query is no directive."""
    assert text_link(url, "the ferry") == link


@pytest.mark.parametrize(
    ("kind", "outlet", "relay", "said"),
    [
        ("", "", ("unnamed outlet",), ()),
        ("news", "", ("unnamed news", "Radio Vell"), ("Radio Vell",)),
        ("news", "", ("unnamed officials",), ("unnamed officials",)),
        ("letter", "", ("letter",), ("letter",)),
        ("", "Unnamed Outlet", ("unnamed outlet",), ("unnamed outlet",)),
    ],
)
def test_an_unknown_outlet_is_no_relay(kind: str, outlet: str, relay: tuple[str, ...], said: tuple[str, ...]) -> None:
    """Neither in what is cited nor in a table: what is unknown is empty; whom the text cites stays."""
    result = sample()
    first, *rest = result.documents
    known, printed = (Fact(each, "", "") if each else None for each in (kind, outlet))
    claim, *others = (attrs.evolve(each, relay=relay) for each in result.claims)
    documents = (attrs.evolve(first, kind=known, outlet=printed), *rest)
    index = Index(attrs.evolve(result, documents=documents, claims=(claim, *others)))
    (line,) = cite(index, claim)
    words = f" (through {', '.join(said)})" if said else ""
    assert f"— A harbour clerk{words}, " in line
    for table, column in (("claims", "through"), ("hits", "through"), ("matches", "earlier_through")):
        at = [name for name, _ in TABLES[table].columns].index(column)
        assert next(TABLES[table].rows(index))[at] == " > ".join(said)


def _read(source: str) -> tuple[str, list[str]]:
    """The text of one paragraph in quotation marks as CommonMark reads it, and where its links lead.

    GitHub makes more links: of addresses in text without escapes, of mentions, numbers and mail in the text as read.
    """
    markdown = MarkdownIt("commonmark").disable("text_join")
    tokens = markdown.parse(source)
    kinds = [token.type for token in tokens if token.type != "inline"]
    assert set(kinds) <= {"blockquote_open", "paragraph_open", "paragraph_close", "blockquote_close"}
    parts = [part for token in tokens for part in token.children or ()]
    assert {part.type for part in parts} <= {"text", "text_special", "link_open", "link_close"}
    assert not [part for part in parts if part.type == "text" and re.search(r"://|www\.", part.content, re.I)]
    said = "".join(part.content for part in parts)
    assert not re.search(r"[@#][\w.-]|\bGH-\d", said, re.I)
    return said.replace("\u200b", ""), [str(part.attrs["href"]) for part in parts if part.type == "link_open"]


@pytest.mark.parametrize(
    "words",
    [
        "1. See https://e.example/a_b, www.e.example or mail ann.lee@e.example.",
        "1986) was the year.",
        "- @harbour-master closed #12, GH-12 and town/ferry#7.",
        "+ Costs $5, then $6 &lt; &amp; _more_.",
        "---",
        "HTTPS://e.example and a@-b.example, a@_b.example",
    ],
)
def test_foreign_words_stay_words_in_markdown(words: str) -> None:
    """As words, title, speaker and path: one paragraph each, no list, and no link but ours."""
    result = sample()
    first, *rest = result.documents
    claim = attrs.evolve(
        result.claims[1], text=words, speaker=Speaker(words, "person", "", "old", result.claims[0].span)
    )
    url = "https://e.example/p?a=1&lt;=2"
    first = attrs.evolve(first, title=Fact(words, "", ""), url=Fact(url, "", ""), path=words)
    index = Index(attrs.evolve(result, documents=(first, *rest), claims=(result.claims[0], claim, *result.claims[2:])))
    (text,) = cite(index, claim, markdown=True)
    said, links = _read(text)
    place = f"{words} characters {claim.span.start}-{claim.span.end}, SHA-256 {first.digest}"
    assert said == f"{words}— {words}, {words}, 1999-05-04, {place}"
    assert [link.partition("#")[0] for link in links] == [url]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_whatever_words_are_made_of_they_stay(text: str) -> None:
    """Signs of Markdown, addresses and mentions in any order are read as what they are; an address is the same one."""
    words = " ".join(text.split())
    assert _read(f"> {safe_words(words)}") == (words, [])
    address = "https://e.example/" + re.sub(r"[\s<>\"'\\]", "", text)
    assert [unquote(link) for link in _read(f"[t](<{safe_target(address)}>)")[1]] == [address]
