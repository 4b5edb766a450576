"""A codebook to begin with loads, whatever the labels; the JSON Schema knows the keys that the loader knows."""

from __future__ import annotations

import json
import pathlib
import re
import tomllib
from typing import Any

import pytest

from xref.themes import codebook, load_codebook, people, when
from xref.themes.starter import read_schema, write_starter


@pytest.mark.parametrize(
    ("label", "name", "phrase"),
    [
        ("Sale of the ferry", "sale_of_the_ferry", "sale of the ferry"),
        ("New START linkage", "new_start_linkage", "New START linkage"),
        ("START", "start", "START"),
        ('a {brace} and a "quotation"', "a_brace_and_a_quotation", "a brace and a quotation"),
        ("Öffentliche rede", "offentliche_rede", "öffentliche rede"),
        ("Ревизия", "theme", "ревизия"),
        ("w " * 40, "w_" * 39 + "w", " ".join("w" * 12)),
    ],
)
def test_a_label_becomes_a_theme(tmp_path: pathlib.Path, label: str, name: str, phrase: str) -> None:
    """Its words are an id and a first phrase that the loader takes."""
    path = tmp_path / "codebook.toml"
    path.write_text(write_starter([label], schema=True), "utf-8")
    (theme,) = load_codebook(path).themes
    assert (theme.id, theme.label, theme.facets[0].phrases) == (name, label, (phrase,))


def test_labels_may_be_alike(tmp_path: pathlib.Path) -> None:
    """Two labels of one id get two ids; without labels there is one theme to be replaced."""
    path = tmp_path / "codebook.toml"
    path.write_text(write_starter(["Storms", "storms!"]), "utf-8")
    assert [theme.id for theme in load_codebook(path).themes] == ["storms", "storms_2"]
    path.write_text(write_starter([]), "utf-8")
    assert len(load_codebook(path).themes) == 1


def test_every_commented_line_may_be_used(tmp_path: pathlib.Path) -> None:
    """What the comments offer (facets, groups, actors) is in the language: uncommented, the file loads."""
    lines = write_starter(["Ferry"]).splitlines()
    at = lines.index("phrases = [")
    kept = lines[:at] + lines[at + 3 :]
    said = [
        line.removeprefix("# ") if line.startswith("# [[") or re.match(r"# \w+ = ", line) else line for line in kept
    ]
    path = tmp_path / "codebook.toml"
    path.write_text("\n".join(said), "utf-8")
    book = load_codebook(path)
    assert [facet.name for facet in book.themes[0].facets] == ["the thing", "what is done to it", "close to a vote"]
    assert (len(book.groups), len(book.actors), book.themes[0].scope) == (1, 1, "claim")


def test_a_label_needs_words() -> None:
    """A label of signs is refused."""
    with pytest.raises(ValueError, match="called by words"):
        write_starter(["…"])


def test_the_schema_agrees_with_the_loader() -> None:
    """Every table of the schema has the loader's keys, no more and no less, and its choices."""
    schema: dict[str, Any] = json.loads(read_schema())
    top = schema["properties"]
    theme, actor, group = (top[name]["items"]["properties"] for name in ("theme", "actor", "group"))
    facet = theme["facet"]["items"]["properties"]
    for table, keys in (
        (top, codebook._TOP),
        (theme, codebook._THEME),
        (facet, codebook._FACET),
        (group, codebook._GROUP),
        (actor, people._ACTOR),
        (actor["office"]["items"]["properties"], people._OFFICE),
        (top["distinct"]["items"]["properties"], people._DISTINCT),
        (facet["when"]["properties"], when._ALL),
    ):
        assert set(table) == set(keys)
    assert tuple(theme["scope"]["enum"]) == codebook.SCOPES
    assert tuple(group["kind"]["enum"]) == codebook.GROUP_KINDS
    assert tuple(actor["kind"]["enum"]) == people.KINDS


def test_the_schema_holds_of_a_codebook() -> None:
    """No key of the corpus that ships is unknown to the schema."""
    schema: dict[str, Any] = json.loads(read_schema())
    seeds = pathlib.Path(__file__).parents[2] / "seeds" / "codebook.toml"
    _check(tomllib.loads(seeds.read_text("utf-8")), schema)


def _check(value: object, schema: dict[str, Any]) -> None:
    if isinstance(value, dict):
        assert set(value) <= set(schema["properties"])
        assert set(schema.get("required", ())) <= set(value)
        for key, inner in value.items():
            _check(inner, schema["properties"][key])
    elif isinstance(value, list):
        for inner in value:
            _check(inner, schema["items"])
