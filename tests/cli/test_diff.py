"""Results, folders and revisions are told apart as a reader would, in four forms."""

from __future__ import annotations

import json
import pathlib
import re
import shutil
import subprocess

import pytest
from tests.cli.ran import Command


@pytest.fixture
def edited(corpus: pathlib.Path) -> pathlib.Path:
    """A copy of the corpus in which a sentence with a hit has another word."""
    other = corpus.parent / "edited"
    shutil.copytree(corpus, other)
    path = other / "herald.txt"
    path.write_text(path.read_text("utf-8").replace("a clerk said", "a <b>teller</b> said"), encoding="utf-8")
    return other


def git(*arguments: str) -> None:
    """Runs git in the current folder, as somebody."""
    who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def test_the_same_folder(xref: Command, corpus: pathlib.Path) -> None:
    """No difference, exit 0, and a line that says what was compared."""
    ran = xref("diff", "papers", "papers", "-q")
    assert (ran.code, ran.out) == (0, "no differences, 2 hits as they were; compared 2 documents with 2\n")


def test_a_word_is_one_change(xref: Command, corpus: pathlib.Path, edited: pathlib.Path) -> None:
    """An edited document is named, its edited sentence told once with both wordings, in each form."""
    ran = xref("diff", "papers", "edited", "-q")
    assert ran.code == 1
    assert xref("diff", "papers", "edited", "-q", "--exit-zero").code == 0
    heads = [line.split(":")[0] for line in ran.out.splitlines()[:-1] if not line.startswith(" ")]
    assert heads == ["documents", "edited"]
    assert "a clerk said" in ran.out
    found = json.loads(xref("diff", "papers", "edited", "-q", "--format", "json").out)["changes"]
    assert [each["kind"] for each in found] == ["documents", "edited"]
    assert "### xref: differences" in xref("diff", "papers", "edited", "-q", "--format", "markdown").out


def test_the_page_marks_words(xref: Command, corpus: pathlib.Path, edited: pathlib.Path) -> None:
    """Words that went and came are marked, a document's tags are text, and the policy lets nothing run."""
    assert xref("diff", "papers", "edited", "-q", "--format", "html", "-o", "diff.html").code == 1
    page = pathlib.Path("diff.html").read_text("utf-8")
    assert re.search(r'<mark class="gone"><span class="vh">gone: </span>clerk', page)
    assert "&lt;b&gt;teller&lt;/b&gt;" in page
    assert "<b>teller" not in page
    assert "<script" not in page
    assert "default-src &#39;none&#39;" in page


def test_a_result_and_its_corpus(xref: Command, corpus: pathlib.Path, edited: pathlib.Path) -> None:
    """What a report wrote is the same as its corpus, and differs from another one."""
    assert xref("report", "papers", "-o", "out", "-q").code == 0
    assert xref("diff", "out", "papers", "-q").code == 0
    assert xref("diff", "out", "edited", "-q").code == 1
    pathlib.Path("out/hits.jsonl").write_text("{", encoding="utf-8")
    ran = xref("diff", "out", "papers", "-q")
    assert ran.code == 4
    assert "hits.jsonl, line 1: not JSON" in ran.err


def test_a_revision_and_a_folder(xref: Command, corpus: pathlib.Path, edited: pathlib.Path) -> None:
    """A revision is read from git, the folder as it is; neither is changed."""
    git("init", "-q")
    git("add", "papers")
    git("commit", "-qm", "Add papers")
    assert xref("diff", "HEAD", "--corpus", "papers", "-q").code == 0
    shutil.copy(edited / "herald.txt", corpus / "herald.txt")
    ran = xref("diff", "HEAD", "--corpus", "papers", "-q", "--format", "json")
    assert ran.code == 1
    assert [each["kind"] for each in json.loads(ran.out)["changes"]] == ["documents", "edited"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("no-such", "papers"), "neither a folder nor a revision"),
        (("--output=x", "papers"), "No such option"),
        (("--", "--output=x", "papers"), "neither a folder nor a revision"),
        (("HEAD", "papers", "--corpus", "../papers"), "a folder below this one"),
        (("HEAD", "papers", "--corpus", "absent"), "no folder absent"),
    ],
)
def test_what_is_no_side(xref: Command, corpus: pathlib.Path, arguments: tuple[str, ...], said: str) -> None:
    """Names that are nothing, options in disguise and paths outside are refused with a word."""
    git("init", "-q")
    git("add", "papers")
    git("commit", "-qm", "Add papers")
    ran = xref("diff", "-q", *arguments)
    assert ran.code == 2
    assert said.lower() in ran.err.lower()
