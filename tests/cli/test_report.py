"""`xref report`: what it writes, what it says, and that a failing run changes nothing."""

from __future__ import annotations

import os
import pathlib

import attrs
import pytest
from tests.cli.ran import Command

from xref.cli.report import summary
from xref.jsonl import KINDS, read_lines
from xref.model import Codebook, CrossReference, Problem

FILES = sorted(["index.html", *(f"{kind}.jsonl" for kind in KINDS)])


def test_writes_the_page_and_the_records(xref: Command, corpus: pathlib.Path) -> None:
    """All files are there, whole, and the last line counts what was found."""
    ran = xref("report", corpus)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[-1].startswith("2 documents, ")
    assert ran.err.splitlines()[-1].endswith(f"-> {pathlib.Path('reports') / 'index.html'}")
    assert sorted(os.listdir("reports")) == FILES
    assert pathlib.Path("reports/index.html").read_text("utf-8").rstrip().endswith("</html>")
    for kind in KINDS:
        list(read_lines(pathlib.Path(f"reports/{kind}.jsonl").read_text("utf-8").splitlines(), kind))


def test_output_folder_is_made(xref: Command, corpus: pathlib.Path) -> None:
    """-o names any folder, made when it is not there; -q says nothing."""
    ran = xref("report", corpus, "-q", "-o", "a/b")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(os.listdir("a/b")) == FILES


def test_seeds_is_the_default(xref: Command, corpus: pathlib.Path) -> None:
    """Without CORPUS the folder seeds is taken; without that, the message says what to type."""
    ran = xref("report")
    assert ran.code == 2
    assert "no folder seeds" in ran.err
    corpus.rename("seeds")
    assert xref("report").code == 0


def test_a_file_is_a_corpus_too(xref: Command, corpus: pathlib.Path) -> None:
    """Single documents can be named; without a folder there is no codebook, which is said and no error."""
    ran = xref("report", corpus / "gazette.txt", corpus / "herald.txt")
    assert ran.code == 0
    assert "no codebook" in ran.err


@pytest.mark.parametrize("what", ["missing", "empty", "binary"])
def test_nothing_to_read(xref: Command, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """A missing or empty corpus is exit 2 and nothing written; one whose every file is refused is a report, exit 3."""
    monkeypatch.chdir(tmp_path)
    if what != "missing":
        (tmp_path / "papers").mkdir()
    if what == "binary":
        (tmp_path / "papers" / "a.txt").write_bytes(b"%PDF-1.7\n")
    ran = xref("report", "papers")
    assert ran.code == (3 if what == "binary" else 2)
    assert "papers" in ran.err or "a.txt" in ran.err
    assert pathlib.Path("reports").exists() == (what == "binary")


def test_one_bad_file_costs_one_file(xref: Command, corpus: pathlib.Path) -> None:
    """The others are reported as if it were not there; exit 3, and a line names the file and how to mend it."""
    (corpus / "bad.txt").write_bytes(b"\x00\x01\x02")
    ran = xref("report", corpus)
    assert ran.code == 3
    assert "refused: bad.txt" in ran.err
    assert "2 documents" in ran.err


def test_a_broken_codebook_lists_all_faults_and_writes_nothing(xref: Command, corpus: pathlib.Path) -> None:
    """Exit 2, every fault at once, and the report of the run before stays as it was."""
    assert xref("report", corpus).code == 0
    before = {path.name: path.read_bytes() for path in pathlib.Path("reports").iterdir()}
    (corpus / "codebook.toml").write_text(
        '[[theme]]\nid = "a b"\nlabel = 3\nphrases = ["x"]\n[[theme]]\nid = "ok"\nlabel = "x"\nphrase = ["y"]\n',
        encoding="utf-8",
    )
    ran = xref("report", corpus)
    assert ran.code == 2
    assert len(ran.err.splitlines()) >= 3
    assert "codebook.toml" in ran.err
    assert {path.name: path.read_bytes() for path in pathlib.Path("reports").iterdir()} == before


def test_a_codebook_that_is_not_there(xref: Command, corpus: pathlib.Path) -> None:
    """A codebook named on the command line must exist."""
    ran = xref("report", corpus, "--codebook", "nowhere.toml")
    assert ran.code == 2
    assert "nowhere.toml" in ran.err
    assert not pathlib.Path("reports").exists()


def test_an_output_path_that_is_a_file(xref: Command, corpus: pathlib.Path) -> None:
    """Exit 4, said before the work is done, and the file is left alone."""
    pathlib.Path("out").write_text("mine", encoding="utf-8")
    for output in ("out", "out/below"):
        ran = xref("report", corpus, "-o", output)
        assert ran.code == 4, ran
        assert "out" in ran.err
    assert pathlib.Path("out").read_text("utf-8") == "mine"


def test_an_output_folder_that_may_not_be_written(
    xref: Command, corpus: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 4 when the folder is read-only, and nothing is left in it."""
    out = pathlib.Path("out")
    out.mkdir(mode=0o500)
    if os.access(out, os.W_OK):
        # root may write anywhere: then the system's answer is played, all else runs
        real = os.access
        monkeypatch.setattr(
            os, "access", lambda path, mode: not (str(path) == "out" and mode & os.W_OK) and real(path, mode)
        )
    ran = xref("report", corpus, "-o", "out")
    assert ran.code == 4
    assert "permission denied" in ran.err
    assert list(out.iterdir()) == []


def test_a_report_inside_the_corpus_is_refused(xref: Command, corpus: pathlib.Path) -> None:
    """What is written there would be read as a document the next time: exit 2, nothing written."""
    ran = xref("report", corpus, "-o", corpus / "reports")
    assert ran.code == 2
    assert "inside the corpus" in ran.err
    assert not (corpus / "reports").exists()


def test_templates_that_are_not_there(xref: Command, corpus: pathlib.Path) -> None:
    """A folder of templates that does not exist is the user's to mend, not a fault of xref."""
    ran = xref("report", corpus, "--templates", "nowhere")
    assert ran.code == 2
    assert "nowhere" in ran.err
    assert not pathlib.Path("reports").exists()


def test_own_templates(xref: Command, corpus: pathlib.Path) -> None:
    """Files in --templates come before the shipped ones; a broken one is told as the user's, exit 2."""
    own = pathlib.Path("own")
    own.mkdir()
    (own / "page.html.j2").write_text("mine", encoding="utf-8")
    assert xref("report", corpus, "--templates", own).code == 0
    assert pathlib.Path("reports/index.html").read_text("utf-8") == "mine"
    (own / "page.html.j2").write_text("{{ nothing.of.that.name }}", encoding="utf-8")
    ran = xref("report", corpus, "--templates", own)
    assert ran.code == 2
    assert "a template in own is broken" in ran.err
    assert pathlib.Path("reports/index.html").read_text("utf-8") == "mine"


def test_the_corpus_is_only_read(xref: Command, corpus: pathlib.Path) -> None:
    """A run changes no input."""
    before = {path.name: path.read_bytes() for path in corpus.iterdir()}
    assert xref("report", corpus).code == 0
    assert {path.name: path.read_bytes() for path in corpus.iterdir()} == before


def test_the_summary_counts(sampled: CrossReference) -> None:
    """Singular and plural, and themes that were found, not those that were looked for."""
    assert summary(sampled) == "2 documents, 3 claims, 2 hits in 1 theme, 1 card"


def test_many_problems_are_capped(xref: Command, sampled: CrossReference, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty lines and a pointer to the rest; refused ones first, notes not at all."""
    problems = tuple(Problem(f"{n:02}.txt", "", "refused" if n == 29 else "warning", "m", "a") for n in range(30))
    many = attrs.evolve(sampled, problems=problems, codebook=Codebook())
    monkeypatch.setattr("xref.pipeline.cross_reference", lambda *_, **__: many)
    monkeypatch.setattr("xref.report.build_page", lambda *_: None)
    monkeypatch.setattr("xref.report.stream_html", lambda *_: ["<html></html>"])
    told = xref("report", "seeds").err.splitlines()
    assert told[0] == "refused: 29.txt: m; a"
    assert told[20] == "and 10 more: xref show problems seeds"
    assert sum(line.startswith("warning:") for line in told) == 19


def test_decisions_are_shown_and_dismissed_cards_left_out(xref: Command, corpus: pathlib.Path) -> None:
    """What reviewers wrote into decisions/ is in the page; --without-dismissed leaves out what they dismissed."""
    from tests.rulings.decide import decide

    from xref.pipeline import cross_reference
    from xref.rulings import append_decisions

    result = cross_reference([corpus])
    card = result.matches[0]
    append_decisions(corpus, [decide(result, card, "dismissed", by="Ann Poe")])
    (corpus / "decisions" / "bob.jsonl").write_text("nonsense\n", encoding="utf-8")
    told = xref("report", corpus)
    assert told.code == 0
    assert "decisions/bob.jsonl, line 1" in told.err
    page = pathlib.Path("reports/index.html").read_text("utf-8")
    assert '"ruling": "dismissed"' in page
    assert f'id="{card.id}"' in page
    assert xref("report", corpus, "--without-dismissed", "-q").code == 0
    assert f'id="{card.id}"' not in pathlib.Path("reports/index.html").read_text("utf-8")
