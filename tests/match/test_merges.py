"""Proposed merges, and how a person decides them: pasting makes one person, [[distinct]] keeps two apart for good."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from xref.cli.main import cli
from xref.cli.snippet import merge_lines
from xref.model import CrossReference
from xref.pipeline import cross_reference
from xref.toml import quoted

BOOK = '[[theme]]\nid = "ferry"\nphrases = ["ferry"]\n'
TEXTS = {
    "a": "The Ferry\n\n3 May 1999\n\nSergei Volkonin sold the ferry. Volkonin was glad.\n",
    "b": "The Ferry\n\n3 May 2003\n\nSergei Volknoin bought the ferry for himself.\n",
}


def run(folder: Path, extra: str = "", **texts: str) -> CrossReference:
    for name, text in (texts or TEXTS).items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "codebook.toml").write_text(BOOK + extra, encoding="utf-8")
    return cross_reference([folder])


def people(result: CrossReference) -> dict[str, int]:
    return {actor.name: len(actor.mentions) for actor in result.actors if actor.kind == "person"}


def test_pasting_makes_one_person(tmp_path: Path) -> None:
    """The lines of a proposal are a codebook's; pasted, the two are one person and the proposal is gone."""
    before = run(tmp_path)
    assert people(before) == {"Sergei Volkonin": 2, "Sergei Volknoin": 1}
    assert len(before.merges) == 1
    after = run(tmp_path, "\n".join(merge_lines(before.merges, before)) + "\n")
    assert list(people(after).values()) == [3]
    assert after.merges == ()
    assert after.actors[0].known == "codebook"


def test_refusing_keeps_two_apart(tmp_path: Path) -> None:
    """The commented lines, without their marks, refuse the merge for good; the people stay two."""
    before = run(tmp_path)
    lines = [line.removeprefix("# ") for line in merge_lines(before.merges, before)]
    start = lines.index("[[distinct]]")
    after = run(tmp_path, "\n".join(lines[start : start + 2]) + "\n")
    assert people(after) == {"Sergei Volkonin": 2, "Sergei Volknoin": 1}
    assert after.merges == ()


def test_refusing_is_only_for_those_named(tmp_path: Path) -> None:
    """Another proposal of the same person stays."""
    more = "The Ferry\n\n3 May 2004\n\nSergei Volkonnin sank the ferry.\n"
    group = '[[distinct]]\nnames = ["Sergei Volkonin", "Sergei Volknoin"]\n'
    result = run(tmp_path, group, **TEXTS, c=more)
    assert {frozenset((m.left, m.right)) for m in result.merges} == {frozenset(("Sergei Volkonin", "Sergei Volkonnin"))}


def test_two_lone_surnames(tmp_path: Path) -> None:
    """The same surname alone in two documents is proposed, and pasted it is one person."""
    letter = "The Ferry\n\n3 May {}\n\nMr. Kristof sold the ferry.\n"
    texts = {"a": letter.format(1999), "b": letter.format(2003)}
    before = run(tmp_path, "", **texts)
    assert len(before.merges) == 1
    after = run(tmp_path, "\n".join(merge_lines(before.merges, before)) + "\n", **texts)
    assert people(after) == {"Kristof": 2}
    assert after.merges == ()


def test_same_name_twice_in_the_codebook(tmp_path: Path) -> None:
    """Two tables of one name are one actor with the spellings of both."""
    extra = '[[actor]]\nname = "Sergei Volkonin"\n[[actor]]\nname = "Sergei Volkonin"\nvariants = ["Sergei Volknoin"]\n'
    assert people(run(tmp_path, extra)) == {"Sergei Volkonin": 3}


@pytest.mark.parametrize("name", ['Ann "Nan" Poe', "back\\slash", "\u202eevil\u0007", "Łukasz 😀", "new\nline"])
def test_any_name_is_a_toml_text(name: str) -> None:
    """Quotation marks, controls and turned text come through as they are, and never as what they do."""
    line = f"name = {quoted(name)}"
    assert tomllib.loads(line)["name"] == name
    assert line.isprintable()


def test_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`xref show merges --format toml` prints TOML; other kinds are refused."""
    run(tmp_path)
    shown = CliRunner().invoke(cli, ["show", "merges", str(tmp_path), "--format", "toml"])
    assert tomllib.loads(shown.stdout)["actor"][0]["name"] == "Sergei Volkonin"
    assert CliRunner().invoke(cli, ["show", "claims", str(tmp_path), "--format", "toml"]).exit_code == 2


OFFICE = """
[[actor]]
name = "Ada Okafor"
[[actor.office]]
title = "mayor"
of = "Port Vell"
from = 1999-05-01
to = 2003-05-01
source = "Town record"
[[actor]]
name = "Bea Tran"
[[actor.office]]
title = "mayor"
of = "Port Vell"
from = 2003-05-01
source = "Town record"
"""


@pytest.mark.parametrize(
    ("day", "speaker"), [("2 May 1999", "Ada Okafor"), ("30 April 2003", "Ada Okafor"), ("1 May 2003", "Bea Tran")]
)
def test_offices_of_the_codebook(tmp_path: Path, day: str, speaker: str) -> None:
    """An office that the user states resolves at the document's date; the day of change is the successor's."""
    text = f"The Ferry\n\n{day}\n\nThe mayor of Port Vell said the ferry was sold. Ada Okafor and Bea Tran disagree.\n"
    result = run(tmp_path, OFFICE, a=text)
    assert result.claims[0].speaker is not None
    assert result.claims[0].speaker.name == speaker
    actor = next(a for a in result.actors if a.name == "Ada Okafor")
    assert [(o.title, o.source) for o in actor.offices] == [("mayor", "Town record")]


def test_offices_do_not_leak(tmp_path: Path) -> None:
    """The next run without them knows nothing of a codebook's actors."""
    text = "The Ferry\n\n2 May 1999\n\nThe mayor of Port Vell said the ferry was sold. Ada Okafor disagrees.\n"
    run(tmp_path, OFFICE, a=text)
    plain = run(tmp_path, "", a=text)
    assert plain.claims[0].speaker is not None
    assert plain.claims[0].speaker.name == "The mayor of Port Vell"


def test_spellings_of_the_codebook_are_found(tmp_path: Path) -> None:
    """A name that no rule would find is found because the codebook lists it, with a surname that is a word."""
    extra = '[[actor]]\nname = "Wren of the Marsh"\nvariants = ["Old Wren"]\n'
    extra += '[[actor]]\nname = "Port Vell Pilots"\nkind = "org"\n'
    text = "The Ferry\n\n2 May 1999\n\nThe ferry was sold to Old Wren by the Port Vell Pilots.\n"
    result = run(tmp_path, extra, a=text)
    assert {actor.name: actor.known for actor in result.actors} == {
        "Wren of the Marsh": "codebook", "Port Vell Pilots": "codebook"
    }  # fmt: skip
