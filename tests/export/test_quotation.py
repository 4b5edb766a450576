"""Quotations with their source: what is unknown is left out, and only our own link is one."""

from __future__ import annotations

import attrs
import pytest
from tests.sample import sample

from xref.export import cite
from xref.export.index import Index
from xref.export.tables import TABLES
from xref.fragment import text_link
from xref.model import Fact


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
