"""Each edit of a corpus is told as what it is, with the right exit code, and nothing else is told."""

from __future__ import annotations

import io
import json
import pathlib
import random
import re
import shutil
from collections.abc import Callable

import pytest
from tests.cli.ran import Command

CORPUS = pathlib.Path(__file__).parents[1] / "corpora" / "documents"
Edit = Callable[[pathlib.Path], None]
WORDS = "tide table gull mast rope pier cabin whistle oar lamp anchor wave shell sand crab rudder deck breeze".split()
QUIET = ("--format", "json", "-q")


@pytest.fixture
def kept(xref: Command, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A corpus whose findings are accepted, in the folder where the command runs."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(CORPUS, tmp_path / "corpus")
    assert xref("check", "corpus", "--update", "-q").code == 0
    return tmp_path / "corpus"


def told(xref: Command, *options: str) -> tuple[int, list[tuple[str, str, str]]]:
    """Exit code, and level, class and document of each change; lint is left out unless asked for."""
    ran = xref("check", "corpus", *QUIET, *options)
    changes = json.loads(ran.out)["changes"]
    return ran.code, [(c["level"], c["kind"], c["document"]) for c in changes if c["kind"] != "lint"]


def a_hit(folder: pathlib.Path) -> tuple[pathlib.Path, str]:
    """A text document and the beginning of a sentence with a hit in it."""
    for line in pathlib.Path("reports/baseline.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        path = folder / f"{record.get('document', '')}.txt"
        if "hit" in record and path.is_file():
            first = record["quote"][:40]
            if path.read_bytes().decode().count(first) == 1:
                return path, first
    raise AssertionError("no hit in a text file")


def edit(path: pathlib.Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def test_nothing(xref: Command, kept: pathlib.Path) -> None:
    """An untouched corpus passes, twice over."""
    assert told(xref) == (0, [])
    assert told(xref) == (0, [])


def test_baseline_has_no_places(kept: pathlib.Path) -> None:
    """No clock, no offsets, no scores; accepting again writes the same bytes."""
    text = pathlib.Path("reports/baseline.jsonl").read_text("utf-8")
    for line in text.splitlines()[1:]:
        assert not {"score", "start", "end", "at", "time"} & json.loads(line).keys()
    assert str(kept.parent) not in text


def test_paragraph_inserted(xref: Command, kept: pathlib.Path) -> None:
    """A paragraph without a theme is an edit of the document and moves everything after it in silence."""
    path, first = a_hit(kept)
    edit(path, first, "The weather in the harbour was fair on that day.\n\n" + first)
    assert told(xref) == (0, [("info", "documents", path.name)])


def test_quotes_restyled(xref: Command, kept: pathlib.Path) -> None:
    """Curly marks made straight are no other words."""
    for path in kept.glob("*.txt"):
        text = path.read_bytes().decode()
        path.write_bytes(re.sub("[“”]", '"', text).replace("’", "'").encode())
    code, changes = told(xref)
    assert code == 0
    assert {change[1] for change in changes} <= {"documents"}


@pytest.mark.parametrize("new", ["{} not", "{} 17"])
def test_words_changed(xref: Command, kept: pathlib.Path, new: str) -> None:
    """A "not" or a number inserted is one edited sentence, which fails, or a hit that is gone."""
    path, first = a_hit(kept)
    start, _, rest = first.partition(" ")
    edit(path, first, f"{new.format(start)} {rest}")
    code, changes = told(xref)
    assert code == 1
    assert {c for c in changes if c[1] not in ("card-band", "card-removed")} <= {
        ("fail", "edited", path.name), ("fail", "removed", path.name), ("info", "documents", path.name),
    }  # fmt: skip
    assert sum(c[1] in ("edited", "removed") for c in changes) >= 1


def test_renamed(xref: Command, kept: pathlib.Path) -> None:
    """A file under another name is that file, with all its findings."""
    path, _ = a_hit(kept)
    (kept / "catalog.toml").unlink(missing_ok=True)
    xref("check", "corpus", "--update", "-q")
    path.rename(kept / "renamed.txt")
    code, changes = told(xref)
    assert (code, changes) == (0, [("info", "documents", "renamed.txt")])
    # edited since, it still is that file
    again = kept / "renamed.txt"
    again.write_bytes(again.read_bytes() + b"\n\nThe gull sat on the mast of the boat.\n")
    code, changes = told(xref)
    assert (code, changes) == (0, [("info", "documents", "renamed.txt")])


def test_deleted(xref: Command, kept: pathlib.Path) -> None:
    """A file that is gone is told once, with how many hits it took along."""
    path, _ = a_hit(kept)
    path.unlink()
    code, changes = told(xref)
    assert code == 1
    assert [c for c in changes if c[1] not in ("band", "card-band")] == [("fail", "removed", path.name)]


def test_near_copy_added(xref: Command, kept: pathlib.Path) -> None:
    """A copy with a word changed is a new document, and a near copy."""
    path, _ = a_hit(kept)
    copy = kept / "copy.txt"
    shutil.copy(path, copy)
    copy.write_bytes(copy.read_bytes() + b"\n\nThe printer added this line.\n")
    ran = xref("check", "corpus", *QUIET)
    found = {(c["kind"], c["document"]): c["line"] for c in json.loads(ran.out)["changes"]}
    assert ran.code == 1
    assert ("new", "copy.txt") in found
    assert any("near copy" in line for (kind, _), line in found.items() if kind == "lint")


def test_codebook_edited(xref: Command, kept: pathlib.Path) -> None:
    """A theme that goes takes its hits along, and the codebook is named as what changed."""
    book = kept / "codebook.toml"
    text = book.read_text("utf-8")
    last = text.rindex("[[theme]]")
    book.write_text(text[:last], encoding="utf-8")
    code, changes = told(xref)
    assert code == 1
    assert {kind for _, kind, _ in changes} <= {"codebook", "removed", "card-removed"}
    assert ("info", "codebook", "") in changes


def test_another_version_is_told_apart(xref: Command, kept: pathlib.Path) -> None:
    """What changed although no document did is laid to the program that is another one."""
    path = pathlib.Path("reports/baseline.jsonl")
    lines = path.read_text("utf-8").splitlines()
    head = json.loads(lines[0]) | {"rapidfuzz": "0.0.1"}
    hit = next(n for n, line in enumerate(lines) if line.startswith('{"hit"'))
    path.write_text("\n".join([json.dumps(head), *lines[1:hit], *lines[hit + 1 :]]) + "\n", encoding="utf-8")
    code, changes = told(xref)
    assert code == 0
    assert {(level, kind) for level, kind, _ in changes} == {("warn", "version")}
    assert len(changes) == 2


def test_twenty_edits_in_a_row(xref: Command, kept: pathlib.Path) -> None:
    """Edits that touch no finding never fail, whatever came before."""
    dice = random.Random(11)
    for number in range(20):
        path = dice.choice(sorted(kept.glob("*.txt")))
        blocks = path.read_bytes().decode().split("\n\n")
        # words of no theme in another order each time, so that no two documents come to share a passage
        said = " ".join(dice.sample(WORDS, 8)).capitalize()
        blocks.insert(dice.randrange(2, len(blocks)), f"{said} on page {number}.")
        path.write_bytes("\n\n".join(blocks).encode())
        code, changes = told(xref)
        assert code == 0, changes
        assert {kind for _, kind, _ in changes} <= {"documents"}, changes


def test_subset_leaves_the_rest_alone(xref: Command, kept: pathlib.Path) -> None:
    """A run of one theme reports nothing else as gone, and accepting it keeps the other lines."""
    before = pathlib.Path("reports/baseline.jsonl").read_text("utf-8")
    theme = re.findall(r'"hit": "(\w+)"', before)[0]
    assert told(xref, "--theme", theme) == (0, [])
    assert told(xref, "--since", "1990-01-01") == (0, [])
    assert xref("check", "corpus", "-q", "--theme", theme, "--update").code == 0
    assert pathlib.Path("reports/baseline.jsonl").read_text("utf-8") == before


def test_policy(xref: Command, kept: pathlib.Path) -> None:
    """xref.toml and the flags say what fails; --exit-zero fails on nothing."""
    path, first = a_hit(kept)
    edit(path, first, "Fair weather.\n\n" + first)
    assert told(xref)[0] == 0
    assert told(xref, "--fail-on", "documents")[0] == 1
    assert told(xref, "--fail-on", "documents", "--exit-zero")[0] == 0
    setup = kept / "xref.toml"
    old = setup.read_text("utf-8") if setup.exists() else ""
    setup.write_text(old + '\n[check]\ndocuments = "fail"\nversion = "off"\n', encoding="utf-8")
    assert told(xref)[0] == 1
    assert told(xref, "--warn-on", "documents")[0] == 0
    setup.write_text(old + '\n[check]\ndocuments = "loud"\nnews = "fail"\n', encoding="utf-8")
    ran = xref("check", "corpus", "-q")
    assert ran.code == 2
    assert 'no level "loud"' in ran.err
    assert "unknown key news" in ran.err


def test_expectations(xref: Command, kept: pathlib.Path) -> None:
    """A theme that promises to join two documents is held to it."""
    lines = pathlib.Path("reports/baseline.jsonl").read_text("utf-8").splitlines()
    card = next(json.loads(line) for line in lines if '"kind": "theme"' in line)
    book = kept / "codebook.toml"
    text = book.read_text("utf-8")
    mark = f'id = "{card["card"]}"'
    assert mark in text

    def promise(*pair: str) -> list[tuple[str, str, str]]:
        book.write_text(text.replace(mark, f"{mark}\nexpect = [{json.dumps(pair)}]", 1), encoding="utf-8")
        return [change for change in told(xref)[1] if change[1] == "expect"]

    assert promise(*card["documents"]) == []
    assert promise(card["documents"][0], "no-such-document") == [("fail", "expect", "codebook.toml")]


def test_missing_and_broken_baselines(xref: Command, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a baseline nothing passes; the message has the command that makes one."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(CORPUS, tmp_path / "corpus")
    ran = xref("check", "corpus", "-q")
    assert ran.code == 2
    assert "`xref check corpus --update`" in ran.err
    pathlib.Path("reports").mkdir()
    for text, said in [("", "empty"), ("<<<<<<< ours\n", "merge"), ('{"baseline": 9}\n', "another version"),
                       ('{"baseline": 1}\n{"hit": 3}\n', "line 2")]:  # fmt: skip
        pathlib.Path("reports/baseline.jsonl").write_text(text, encoding="utf-8")
        ran = xref("check", "corpus", "-q")
        assert ran.code == 2
        assert said in ran.err


def test_interactive(xref: Command, kept: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Document by document: what is refused stays as it was, what is accepted is not told again."""
    first, second = sorted(kept.glob("*.txt"))[:2]
    for path in (first, second):
        path.write_bytes(path.read_bytes() + b"\n\nThe weather was fair.\n")
    monkeypatch.setattr("sys.stdin", io.StringIO("y\nn\n"))
    ran = xref("check", "corpus", "-q", "--interactive")
    assert ran.code == 0
    assert told(xref)[1] == [("info", "documents", second.name)]


def test_refusing_a_new_name(xref: Command, kept: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The findings under the old name stay accepted, and nothing is said to have been."""
    path, _ = a_hit(kept)
    before = pathlib.Path("reports/baseline.jsonl").read_bytes()
    path.rename(path.with_name("other\x1b[31m\u202e.txt"))
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    ran = xref("check", "corpus", "-q", "--interactive")
    assert pathlib.Path("reports/baseline.jsonl").read_bytes() == before
    assert "accepted 0 changes" in ran.err
    assert not re.search("[\x1b\u202e]", ran.err + ran.out)


def test_a_baseline_of_no_use_is_written_anew(xref: Command, kept: pathlib.Path) -> None:
    """As the message about it says."""
    baseline = pathlib.Path("reports/baseline.jsonl")
    before = baseline.read_bytes()
    for useless in ("", '{"baseline": 2}\n'):
        baseline.write_text(useless, encoding="utf-8")
        assert xref("check", "corpus", "-q").code == 2
        assert xref("check", "corpus", "-q", "--update").code == 0
        assert baseline.read_bytes() == before


@pytest.mark.parametrize("file", ["corpus/004.txt", "corpus/codebook.toml", "reports/baseline.jsonl", "corpus"])
def test_what_is_read_is_not_written(xref: Command, kept: pathlib.Path, file: str) -> None:
    """Neither a document nor the codebook nor the baseline is lost to a slip of the pen."""
    target = next(iter(sorted(kept.glob("*.txt")))) if file.endswith(".txt") else pathlib.Path(file)
    before = target.read_bytes() if target.is_file() else b""
    for options in (("check", "corpus", "-q", "--also", f"text={target}"), ("export", "csv", "corpus", "-o", target)):
        if options[0] == "check" or "baseline" not in file:
            ran = xref(*map(str, options))
            assert ran.code == 2, options
            assert "name a" in ran.err
    assert (target.read_bytes() if target.is_file() else b"") == before


def test_a_summary_goes_where_it_is_told(xref: Command, kept: pathlib.Path) -> None:
    """Into a folder that is made; nowhere when the variable that names it is empty."""
    assert xref("check", "corpus", "-q", "--summary", "").code == 0
    assert xref("check", "corpus", "-q", "--summary", "new/summary.md").code == 0
    assert pathlib.Path("new/summary.md").read_text("utf-8").startswith("### xref: passed")


def test_a_part_of_the_documents_is_checked_alone(xref: Command, kept: pathlib.Path) -> None:
    """What is odd about others is not told."""
    (kept / "undated.txt").write_text("A page\n\nNobody knows when this was written.\n", encoding="utf-8")
    assert xref("check", "corpus", "-q", "--update").code == 0
    assert "undated.txt has no date" in xref("check", "corpus", "-q").out
    assert "undated.txt" not in xref("check", "corpus", "-q", "--since", "1990-01-01").out
    for day in ("2012-02-31", "9999-99-99", "20120201", "May"):
        assert xref("check", "corpus", "-q", "--since", day).code == 2


def test_lines_are_those_of_the_file(xref: Command, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page's text is extracted: its own lines are none of the file's, and are not told."""
    monkeypatch.chdir(tmp_path)
    said = "Minutes\n\nMarch 3, 2012\n\nThe ferry was sold to the board.\n"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "plain.txt").write_text(said, encoding="utf-8")
    body = "".join(f"<p>{line}</p>\n" for line in said.split("\n\n"))
    (tmp_path / "docs" / "page.html").write_text(f"<html><head>\n</head><body>{body}</body></html>", encoding="utf-8")
    book = '[[theme]]\nid = "ferry"\nlabel = "Ferry"\nphrases = ["ferry"]\n'
    (tmp_path / "docs" / "codebook.toml").write_text(book, encoding="utf-8")
    assert xref("check", "docs", "-q", "--update").code == 0
    (tmp_path / "docs" / "codebook.toml").write_text(book.replace('["ferry"]', '["board"]'), encoding="utf-8")
    changes = json.loads(xref("check", "docs", *QUIET).out)["changes"]
    lines = {(change["document"], change["at"]) for change in changes if change["kind"] == "rule"}
    assert lines == {("plain.txt", 5), ("page.html", 0)}
    (tmp_path / "docs" / "codebook.toml").write_text(book, encoding="utf-8")
    assert (
        xref("check", "docs/plain.txt", "--codebook", "docs/codebook.toml", "-q", "--baseline", "b", "--update").code
        == 0
    )
    (tmp_path / "docs" / "plain.txt").write_text(said + "\nThe ferry is back.\n", encoding="utf-8")
    ran = xref("check", "docs/plain.txt", "--codebook", "docs/codebook.toml", *QUIET, "--baseline", "b")
    assert {change["path"] for change in json.loads(ran.out)["changes"] if change["document"]} == {"docs/plain.txt"}


def theme(name: str, phrase: str, **more: str) -> str:
    """A theme of one phrase as it stands in a codebook."""
    lines = [f"id = {json.dumps(name)}", f"label = {json.dumps(more.pop('label', name))}", f'phrases = ["{phrase}"]']
    return "\n".join(["[[theme]]", *lines, *(f"{key} = {value}" for key, value in more.items()), ""])


@pytest.fixture
def small(xref: Command, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """Two letters and two themes, accepted."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    for name, day, said in (
        ("first", "March 3, 2012", "The ferry was sold to the board - or so the clerk told everybody who came to ask."),
        (
            "second",
            "June 9, 2015",
            "The old ferry came back. Nobody at the harbour had seen its captain for years.",
        ),
    ):
        text = f"Letter\n\n{day}\n\n{said}\n\nRain fell on the roof of the {name} house that day.\n"
        (tmp_path / "corpus" / f"{name}.txt").write_text(text, encoding="utf-8")
    book = theme("ferry", "ferry") + theme("rain", "rain fell")
    (tmp_path / "corpus" / "codebook.toml").write_text(book, encoding="utf-8")
    assert xref("check", "corpus", "--update", "-q").code == 0
    return tmp_path / "corpus"


def lines(xref: Command, *options: str) -> list[tuple[str, str]]:
    """Class and line of each change, without lint."""
    ran = xref("check", "corpus", *QUIET, *options)
    return [(c["kind"], c["line"]) for c in json.loads(ran.out)["changes"] if c["kind"] != "lint"]


def test_a_part_of_the_themes_is_accepted_alone(xref: Command, small: pathlib.Path) -> None:
    """The other findings of an edited document stay edited, whatever else changes afterwards."""
    edit(small / "first.txt", "ferry was sold", "ferry was not sold")
    edit(small / "first.txt", "Rain fell", "Rain fell hard")
    assert xref("check", "corpus", "-q", "--theme", "rain", "--update").code == 0
    (small / "xref.toml").write_text("[settings]\nthreshold = 79\n", encoding="utf-8")
    found = lines(xref)
    assert [kind for kind, _ in found if kind != "version"] == ["edited", "documents"]
    assert ("version", "xref.toml says other limits or calendars") in found
    assert "ferry" in dict(found)["edited"]


def test_the_first_baseline_is_of_everything(xref: Command, small: pathlib.Path) -> None:
    """A part is a part of something; what is accepted at first is printed, too."""
    pathlib.Path("reports/baseline.jsonl").unlink()
    assert xref("check", "corpus", "-q", "--theme", "rain", "--update").code == 2
    assert not pathlib.Path("reports/baseline.jsonl").exists()
    ran = xref("check", "corpus", "-q", "--update")
    assert "first.txt is new, with 2 hits" in ran.out
    assert "FAIL" not in ran.out


def test_a_text_over_another_is_an_edit(xref: Command, small: pathlib.Path) -> None:
    """Also when its words are those of a document that is known, and when limits changed as well."""
    (small / "second.txt").write_bytes((small / "first.txt").read_bytes())
    (small / "xref.toml").write_text("[settings]\nthreshold = 79\n", encoding="utf-8")
    ran = xref("check", "corpus", "-q")
    assert ran.code == 1
    assert "by another version" not in ran.out
    assert "elsewhere" not in ran.out


def test_settings_that_decide_nothing_are_no_change(xref: Command, small: pathlib.Path) -> None:
    """A comment, a policy, a limit that is the usual one."""
    for said in ("# a note\n", '[check]\nlint = "off"\n', "[settings]\nthreshold = 80\n"):
        (small / "xref.toml").write_text(said, encoding="utf-8")
        assert lines(xref) == []


def test_themes_have_a_line_each(xref: Command, small: pathlib.Path) -> None:
    """One that came, one that went, one that has another id, and one that is called otherwise."""
    book = small / "codebook.toml"
    for made, said in (
        (theme("ferry", "ferry"), [("removed", "theme rain is gone, and with it 2 hits")]),
        (
            theme("ferry", "ferry") + theme("rain", "rain fell") + theme("harbour", "harbour"),
            [("new", "theme harbour is new, with 1 hit in 1 document")],
        ),
        (
            theme("ferries", "ferry", aliases='["ferry"]') + theme("rain", "rain fell", label="Weather"),
            [("codebook", "theme ferry is called ferries now")],
        ),
    ):
        book.write_text(made, encoding="utf-8")
        assert sorted(lines(xref)) == sorted([*said, ("codebook", "the codebook has changed")])
    book.unlink()
    assert ("codebook", "there is no codebook any more") in lines(xref)
    assert len(lines(xref)) == 3


def test_a_sentence_of_two_themes_is_told_once(xref: Command, small: pathlib.Path) -> None:
    """With both, and with the words that differ, however far from its beginning."""
    (small / "codebook.toml").write_text(theme("ferry", "ferry") + theme("sale", "sold"), encoding="utf-8")
    assert xref("check", "corpus", "--update", "-q").code == 0
    edit(small / "first.txt", "was sold", "was never sold")
    (line,) = [line for kind, line in lines(xref) if kind == "edited"]
    assert line.startswith("ferry, sale: a sentence has other words: “The ferry was sold")
    assert "“The ferry was never sold" in line
    assert xref("check", "corpus", "--update", "-q").code == 0
    edit(small / "first.txt", "came to ask", "went to ask")
    (line,) = [line for kind, line in lines(xref) if kind == "edited"]
    assert "who went to ask" in line


def test_dashes_may_be_restyled(xref: Command, small: pathlib.Path) -> None:
    """As marks, spaces and case may."""
    for before, after in ((" - or", "—or"), ("—or", " -- or"), (" -- or", " – or")):
        edit(small / "first.txt", before, after)
        assert {kind for kind, _ in lines(xref)} == {"documents"}


def test_a_moved_date_is_no_lost_file(xref: Command, small: pathlib.Path) -> None:
    """A document that left the days asked for, or came into them, is dated otherwise and nothing else."""
    edit(small / "second.txt", "June 9, 2015", "June 9, 2010")
    found = lines(xref, "--since", "2012-01-01")
    assert {kind for kind, _ in found} == {"documents", "date"}
    assert xref("check", "corpus", "-q", "--since", "2012-01-01", "--update").code == 0
    assert lines(xref) == []


def test_a_file_that_cannot_be_read_is_not_gone(xref: Command, small: pathlib.Path) -> None:
    """The check fails, and what was accepted stays accepted."""
    before = pathlib.Path("reports/baseline.jsonl").read_bytes()
    held = (small / "first.txt").read_bytes()
    (small / "first.txt").write_bytes(b"")
    (found,) = lines(xref)
    assert found[0] == "removed"
    assert "first.txt could not be read, and its 2 hits not looked for: " in found[1]
    assert xref("check", "corpus", "-q", "--update").code == 3
    assert pathlib.Path("reports/baseline.jsonl").read_bytes() == before
    (small / "first.txt").write_bytes(held)
    assert lines(xref) == []


def test_single_files_are_a_part(xref: Command, small: pathlib.Path) -> None:
    """The others are left alone, and so is what the codebook promises of them."""
    book = ("--codebook", "corpus/codebook.toml")
    ran = xref("check", "corpus/first.txt", *book, "-q")
    assert (ran.code, ran.out.count("\n")) == (0, 1)
    assert "2 hits as they were; checked 1 document, 2 themes (a part" in ran.out
    assert xref("check", "corpus/first.txt", "-q").code == 2
    before = pathlib.Path("reports/baseline.jsonl").read_bytes()
    assert xref("check", "corpus/first.txt", *book, "-q", "--update").code == 0
    assert pathlib.Path("reports/baseline.jsonl").read_bytes() == before


def test_another_ending_is_another_name(xref: Command, small: pathlib.Path) -> None:
    """The same text as Markdown: told, with all hits as they were."""
    (small / "first.txt").rename(small / "first.md")
    assert lines(xref) == [("documents", "first.txt is called first.md now")]
    (small / "second.txt").rename(small / "later.txt")
    assert "4 hits as they were" in xref("check", "corpus", "-q").out


def test_what_is_refused_is_told_again_as_what_it_is(
    xref: Command, small: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Codebook and programs are asked for, too; the exit code says that something is left."""
    before = pathlib.Path("reports/baseline.jsonl").read_bytes()
    (small / "codebook.toml").write_text(theme("ferry", "ferry", exclude='["old"]'), encoding="utf-8")
    told_first = lines(xref)
    assert [kind for kind, _ in told_first if kind != "card-removed"] == ["removed", "removed", "codebook"]
    monkeypatch.setattr("sys.stdin", io.StringIO("n\nn\n"))
    ran = xref("check", "corpus", "-q", "--interactive")
    assert ran.code == 1
    assert "theme rain is gone" in ran.out
    assert "accepted 0 changes" in ran.err
    assert pathlib.Path("reports/baseline.jsonl").read_bytes() == before
    assert lines(xref) == told_first


def test_hints_name_what_was_checked(xref: Command, small: pathlib.Path) -> None:
    """So that they can be typed as they stand."""
    assert (
        "`xref check corpus --baseline 'my base.jsonl' --update`"
        in xref("check", "corpus", "-q", "--baseline", "my base.jsonl").err
    )


def test_a_codebook_that_lies_elsewhere_is_told_by_its_path(xref: Command, small: pathlib.Path) -> None:
    """An annotation leads to the file that is there."""
    pathlib.Path("books").mkdir()
    (small / "codebook.toml").rename("books/own.toml")
    with pathlib.Path("books/own.toml").open("a", encoding="utf-8") as file:
        file.write(theme("nothing", "submarine"))
    ran = xref("check", "corpus", "--codebook", "books/own.toml", "-q", "--format", "github")
    assert "::warning file=books/own.toml,title=xref lint::nothing: matches nothing" in ran.out
