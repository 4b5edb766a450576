"""An entry of many results gives each of them back, and holds no more than the last run asked for."""

from __future__ import annotations

import pathlib

import pytest
from tests.sample import sample

from xref.kept import Kept
from xref.model import Hit, Match
from xref.shelf import Shelf


def test_what_is_put_is_taken_again(tmp_path: pathlib.Path) -> None:
    """Results are told apart by what decided them; an empty one is a result too."""
    hits, matches = sample().hits, sample().matches
    shelf = Shelf(Kept(tmp_path), "hits", "document")
    assert shelf.take("one", Hit) is None
    shelf.put("one", hits)
    shelf.put("two", matches)
    shelf.put("none", ())
    shelf.close()
    again = Shelf(Kept(tmp_path), "hits", "document")
    assert again.take("one", Hit) == list(hits)
    assert again.take("two", Match) == list(matches)
    assert again.take("none", Hit) == []
    assert again.take("two", Hit) is None
    assert again.take("three", Hit) is None
    assert Shelf(Kept(tmp_path), "hits", "another").take("one", Hit) is None


def test_only_what_was_asked_for_stays(tmp_path: pathlib.Path) -> None:
    """A theme that is no longer in the codebook leaves nothing behind; nothing is written when nothing changed."""
    shelf = Shelf(Kept(tmp_path), "hits", "document")
    shelf.put("old", sample().hits)
    shelf.put("new", ())
    shelf.close()
    kept = Kept(tmp_path)
    shelf = Shelf(kept, "hits", "document")
    assert shelf.take("old", Hit) is not None
    assert shelf.take("new", Hit) is not None
    shelf.close()
    assert not kept.written
    shelf = Shelf(kept, "hits", "document")
    shelf.take("new", Hit)
    shelf.close()
    assert kept.written["hits"] == 1
    assert Shelf(kept, "hits", "document").take("old", Hit) is None


@pytest.mark.parametrize(
    "damage", [[], "x", 1, {"a": 1}, {"*": [1]}, {"*": [{}]}, {"*": [{"record": "hit"}]}, {"*": 1}]
)
def test_another_form_is_no_result(damage: object, tmp_path: pathlib.Path) -> None:
    """It is looked for anew and put in its place."""
    kept = Kept(tmp_path)
    shelf = Shelf(kept, "hits", "document")
    shelf.put("one", sample().hits)
    (name,) = shelf.now
    wrong = {name if key == "*" else key: said for key, said in damage.items()} if isinstance(damage, dict) else damage
    kept.keep_plain("hits", wrong, "document")
    again = Shelf(kept, "hits", "document")
    assert again.take("one", Hit) is None
    again.put("one", sample().hits)
    again.close()
    assert Shelf(kept, "hits", "document").take("one", Hit) == list(sample().hits)
