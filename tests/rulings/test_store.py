"""Lines are added, flushed, never rewritten; a bad one costs itself; two branches of a repository merge."""

from __future__ import annotations

import json
import multiprocessing
import subprocess
from pathlib import Path

import pytest

from xref.errors import OutputError
from xref.model import Decision, Seen, Side
from xref.rulings import append_decisions, check_reviewer, decision_line, parse_decision, read_decisions

SIDE = Side("a", "0123456789abcdef", "The ferry was “sold” 🚢.", "x", "y", 4, 20)


def made(number: int, by: str = "ann") -> Decision:
    at = f"2025-01-02T10:{number // 60:02}:{number % 60:02}Z"
    return Decision(
        f"h-{number:012x}", "hit", "ferry", "accepted", "a\nnote", by, at, (SIDE,), Seen("strong", "r", "c", "1")
    )


def test_round_trip(tmp_path: Path) -> None:
    """What was written is what is read, each reviewer's lines in a file of their own."""
    assert append_decisions(tmp_path, [made(1), made(2, "bob"), made(3)]) == 3
    assert append_decisions(tmp_path, [made(4)]) == 1
    found, problems = read_decisions(tmp_path)
    assert found == (made(1), made(3), made(4), made(2, "bob"))
    assert problems == ()
    assert (tmp_path / "decisions" / "ann.jsonl").read_bytes().count(b"\n") == 3


def test_a_torn_line_is_told_and_repaired(tmp_path: Path) -> None:
    """A program killed in mid-save leaves half a line: it is told, and the next line starts on its own."""
    append_decisions(tmp_path, [made(1)])
    path = tmp_path / "decisions" / "ann.jsonl"
    path.write_bytes(path.read_bytes() + decision_line(made(2)).encode()[:40])
    found, problems = read_decisions(tmp_path)
    assert found == (made(1),)
    assert [(p.where, p.place) for p in problems] == [("decisions/ann.jsonl", "line 2")]
    append_decisions(tmp_path, [made(3)])
    found, problems = read_decisions(tmp_path)
    assert found == (made(1), made(3))
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"v": 2}, "“v”"), ({"kind": "link"}, "“kind”"), ({"ruling": "yes"}, "“ruling”"), ({"by": " "}, "“by”"),
        ({"at": "yesterday"}, "“at”"),
        ({"at": "2025-13-40T10:00:00Z"}, "“at”"), ({"at": "٢025-01-02T10:00:00Z"}, "“at”"),
        ({"sides": []}, "“sides”"), ({"note": "x" * 20_000}, "“note”"),
        ({"sides": [{"exact": ""}]}, "“exact”"), ({"sides": [{"exact": "x", "start": -1}]}, "“start”"),
        ({"seen": 3}, "“seen”"), ({"id": 7}, "“id”"),
    ],
)  # fmt: skip
def test_each_fault_is_named(change: dict[str, object], said: str) -> None:
    """A line that is not a decision says which field is wrong."""
    record = json.loads(decision_line(made(1))) | change
    with pytest.raises(ValueError, match=said):
        parse_decision(record)


@pytest.mark.parametrize("line", ["[]", "{", "\x00", '{"v":1}', "[" * 100_000, '"x"'])
def test_bad_lines_cost_themselves(tmp_path: Path, line: str) -> None:
    """Whatever stands between two decisions, both are read, and the line is told."""
    append_decisions(tmp_path, [made(1)])
    path = tmp_path / "decisions" / "ann.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + line + "\n" + decision_line(made(2)) + "\n", encoding="utf-8")
    found, problems = read_decisions(tmp_path)
    assert found == (made(1), made(2))
    assert [p.place for p in problems] == ["line 2"]


@pytest.mark.parametrize("name", ["ann", "Ann Poe", "Анна", "a.b@c", "José"])
def test_names(name: str) -> None:
    """People's names are files' names."""
    assert check_reviewer(f" {name} ") == name


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "a\nb", "CON", "nul.txt", "x" * 41, "a\\b", "a.", "-x"])
def test_names_that_are_none(name: str) -> None:
    """A name never leads out of the folder, nor to a device."""
    with pytest.raises(ValueError, match="name"):
        check_reviewer(name)


def test_never_through_a_link(tmp_path: Path) -> None:
    """A link laid at a reviewer's file is neither read nor written through."""
    target = tmp_path / "precious"
    target.write_text("mine\n", encoding="utf-8")
    (tmp_path / "decisions").mkdir()
    (tmp_path / "decisions" / "ann.jsonl").symlink_to(target)
    with pytest.raises(OutputError):
        append_decisions(tmp_path, [made(1)])
    assert target.read_text(encoding="utf-8") == "mine\n"
    assert read_decisions(tmp_path)[1][0].message == "not read: it is no regular file"


def test_never_into_a_folder_that_is_a_link(tmp_path: Path) -> None:
    """A corpus from elsewhere may hold decisions/ as a link that leads out of it."""
    (tmp_path / "elsewhere").mkdir()
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "decisions").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(OutputError, match="is a link"):
        append_decisions(corpus, [made(1)])
    assert not list((tmp_path / "elsewhere").iterdir())
    found, problems = read_decisions(corpus)
    assert (found, [problem.where for problem in problems]) == ((), ["decisions"])


def test_a_line_in_somebody_elses_file_is_told(tmp_path: Path) -> None:
    """It counts as what it says, and a person is told where it stands."""
    append_decisions(tmp_path, [made(1)])
    with (tmp_path / "decisions" / "ann.jsonl").open("a", encoding="utf-8") as file:
        file.write(decision_line(made(2, "bob")) + "\n")
    found, problems = read_decisions(tmp_path)
    assert found == (made(1), made(2, "bob"))
    assert [(p.where, p.place) for p in problems] == [("decisions/ann.jsonl", "line 2")]
    assert "by “bob” stands in the file of “ann”" in problems[0].message


def write_many(folder: Path, by: str, first: int) -> None:
    for number in range(first, first + 50):
        append_decisions(folder, [made(number, by)])


def test_two_at_once(tmp_path: Path) -> None:
    """Two programs that write the same reviewer's file lose nothing and tear nothing."""
    both = [multiprocessing.Process(target=write_many, args=(tmp_path, "ann", first)) for first in (0, 1000)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    found, problems = read_decisions(tmp_path)
    assert (len(found), problems) == (100, ())


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def test_branches_merge(tmp_path: Path) -> None:
    """Two people who decide on two branches: the merge has no conflict and keeps every line (merge=union)."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / ".gitattributes").write_text("decisions/*.jsonl merge=union\n", encoding="utf-8")
    append_decisions(tmp_path, [made(1)])
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "start")
    git(tmp_path, "checkout", "-qb", "other")
    append_decisions(tmp_path, [made(2), made(3)])
    git(tmp_path, "commit", "-qam", "other")
    git(tmp_path, "checkout", "-q", "main")
    append_decisions(tmp_path, [made(4)])
    git(tmp_path, "commit", "-qam", "main")
    git(tmp_path, "merge", "-q", "other")
    found, problems = read_decisions(tmp_path)
    assert {d.id for d in found} == {made(n).id for n in (1, 2, 3, 4)}
    assert problems == ()
