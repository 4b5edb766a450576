"""`xref review` without its server: counting, taking in, pruning, and who decides."""

from __future__ import annotations

import importlib.util
import json
import pathlib

import pytest
from tests.cli.ran import Command
from tests.rulings.decide import decide

from xref.model import CrossReference
from xref.pipeline import cross_reference
from xref.rulings import append_decisions, decision_line, read_decisions


@pytest.fixture
def result(corpus: pathlib.Path) -> CrossReference:
    return cross_reference([corpus])


def test_status(xref: Command, corpus: pathlib.Path, result: CrossReference) -> None:
    """One line of counts for hits and for cards, then what somebody must look at, with who said what."""
    hit, other = result.hits[:2]
    append_decisions(corpus, [decide(result, hit), decide(result, hit, "dismissed", "bob")])
    append_decisions(corpus, [decide(result, other, "unsure")])
    ran = xref("review", corpus, "--status")
    assert ran.code == 0
    hits, _, *rest = ran.out.splitlines()
    assert hits == (f"{len(result.hits)} hits: 0 accepted, 0 dismissed, 1 unsure, 0 stale, 0 orphaned, 1 conflict")
    assert [line.partition(", ")[2].partition(": “")[0] for line in rest] == ["ann: accepted, bob: dismissed"]


def test_status_of_changed_texts(xref: Command, corpus: pathlib.Path, result: CrossReference) -> None:
    """A "not" put into a sentence brings its decision back, with the words then and now; exit 0 all the same."""
    hit = next(h for h in result.hits if decide(result, h).sides[0].doc == "gazette")
    said = decide(result, hit)
    append_decisions(corpus, [said])
    path = corpus / "gazette.txt"
    first, _, last = said.sides[0].exact.rpartition(" ")
    path.write_text(path.read_text("utf-8").replace(said.sides[0].exact, f"{first} not {last}"), "utf-8")
    ran = xref("review", corpus, "--status")
    assert "1 stale" in ran.out
    assert "stale text: hit" in ran.out
    path.write_text(path.read_text("utf-8").replace(f"{first} not {last}", ""), "utf-8")
    assert "1 orphaned" in xref("review", corpus, "--status").out
    assert len(read_decisions(corpus)[0]) == 1
    assert (
        xref("review", corpus, "--prune").err.splitlines()[-1] == "1 line dropped, on 1 decision whose words are gone"
    )
    assert read_decisions(corpus) == ((), ())


def test_prune_keeps_the_rest(xref: Command, corpus: pathlib.Path, result: CrossReference) -> None:
    """What holds stays, and so does a line that cannot be read."""
    append_decisions(corpus, [decide(result, result.hits[0])])
    path = corpus / "decisions" / "ann.jsonl"
    path.write_text(path.read_text("utf-8") + "{torn", "utf-8")
    before = path.read_bytes()
    assert xref("review", corpus, "--prune").code == 0
    assert path.read_bytes() == before


def test_import(xref: Command, corpus: pathlib.Path, result: CrossReference, tmp_path: pathlib.Path) -> None:
    """Exported lines are taken in once, each to its reviewer's file; a line that is none is told with its place."""
    given = [decide(result, result.hits[0]), decide(result, result.hits[0], "unsure", "Bob Poe")]
    file = tmp_path / "exported.jsonl"
    file.write_text("".join(f"{decision_line(d)}\n" for d in (*given, given[0])) + "not one\n", "utf-8")
    ran = xref("review", corpus, "--import", file)
    assert ran.code == 3
    assert "exported.jsonl, line 4" in ran.err
    assert "taken in: 1 line by Bob Poe, 1 line by ann" in ran.err
    assert {path.name for path in (corpus / "decisions").iterdir()} == {"ann.jsonl", "Bob Poe.jsonl"}
    assert "taken in: nothing new" in xref("review", corpus, "--import", file).err
    assert len(read_decisions(corpus)[0]) == 2


def test_import_of_a_name_that_is_no_file(xref: Command, corpus: pathlib.Path, result: CrossReference) -> None:
    """Lines by "../x" are refused, all of the file."""
    record = json.loads(decision_line(decide(result, result.hits[0]))) | {"by": "../x"}
    file = corpus.parent / "exported.jsonl"
    file.write_text(decision_line(decide(result, result.hits[0])) + "\n" + json.dumps(record) + "\n", "utf-8")
    ran = xref("review", corpus, "--import", file)
    assert ran.code == 4
    assert "nothing was taken in" in ran.err
    assert not (corpus / "decisions").exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--status", "--prune"], "at a time"),
        (["--reviewer", "../x"], "cannot be a reviewer's name"),
        (["--import", "nowhere.jsonl"], "cannot read nowhere.jsonl"),
        (["--port", "99999"], "99999"),
    ],
)
def test_usage(xref: Command, corpus: pathlib.Path, given: list[str], said: str) -> None:
    """What cannot be is exit 2, with what to do."""
    ran = xref("review", corpus, *given)
    assert ran.code == 2
    assert said in ran.err


def test_files_alone_have_no_place_for_decisions(xref: Command, corpus: pathlib.Path) -> None:
    """Decisions lie in the corpus's folder, so there must be one."""
    assert "name the folder" in xref("review", corpus / "gazette.txt").err


def test_without_the_extra(xref: Command, corpus: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the server's libraries are absent, the message says how to install them."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    ran = xref("review", corpus)
    assert ran.code == 2
    assert "pip install 'xref[review]'" in ran.err


def test_decisions_are_no_documents(corpus: pathlib.Path, result: CrossReference) -> None:
    """What reviewers write beside the documents is read as no document."""
    append_decisions(corpus, [decide(result, result.hits[0])])
    (corpus / "decisions" / "notes.txt").write_text("The ferry was sold in secret.\n", "utf-8")
    assert [d.path for d in cross_reference([corpus]).documents] == [d.path for d in result.documents]
