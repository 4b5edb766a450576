"""Annual messages of the presidents: edits in a row raise no false alarm, and what matters is told as what it is.

Twelve of the 245 messages, the shortest since 1861. The texts are not part of the
project; where they lie beside it, they are copied, edited and checked.
"""

from __future__ import annotations

import contextlib
import io
import json
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from benchmarks.edits import insert, misspell, rename, restyle
from tests.rulings.decide import decide

from xref.cli.main import main
from xref.model import Claim, CrossReference
from xref.pipeline import cross_reference
from xref.rulings import append_decisions

ADDRESSES = Path(__file__).parents[3] / "shared" / "data" / "sotu" / "text"
COUNT = 12
THEMES = Path(__file__).parents[1] / "browser" / "addresses.toml"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not ADDRESSES.is_dir(), reason=f"no addresses in {ADDRESSES}: they are not part of the project"),
]
Told = list[tuple[str, str, str]]
Edit = Callable[[str], str]


@attrs.frozen
class Sentence:
    """A sentence with a hit in a file of the corpus."""

    path: Path
    claim: Claim
    theme: str

    def replace(self, new: str) -> None:
        """Writes `new` where the sentence stands."""
        text = self.path.read_text("utf-8")
        assert text.count(self.claim.text) == 1
        self.path.write_text(text.replace(self.claim.text, new), encoding="utf-8")


@attrs.frozen
class Accepted:
    """A folder with the twelve, what is accepted of them, a decision on each hit and a cache; and what was found."""

    place: Path
    result: CrossReference

    def sentence(self, corpus: Path, having: str = "") -> Sentence:
        """The first sentence with a hit that stands once in its file and holds the pattern `having`."""
        claims = {claim.id: claim for claim in self.result.claims}
        paths = {document.id: corpus / document.path for document in self.result.documents}
        for hit in self.result.hits:
            claim = claims[hit.claim]
            path = paths[claim.document]
            if re.search(having, claim.text) and path.read_text("utf-8").count(claim.text) == 1:
                return Sentence(path, claim, hit.theme)
        raise AssertionError(f"no sentence with a hit holds {having}")


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Accepted:
    """Accepts what is found, and decides on each hit."""
    place = tmp_path_factory.mktemp("accepted")
    (place / "corpus").mkdir()
    files = [path for path in ADDRESSES.glob("*.txt") if path.name >= "1861"]
    for path in sorted(files, key=lambda path: (path.stat().st_size, path.name))[:COUNT]:
        shutil.copy(path, place / "corpus")
    shutil.copy(THEMES, place / "corpus" / "codebook.toml")
    result = cross_reference([place / "corpus"])
    append_decisions(place / "corpus", [decide(result, hit) for hit in result.hits])
    with contextlib.chdir(place), pytest.MonkeyPatch.context() as patch:
        patch.setenv("XREF_CACHE", str(place / "cache"))
        assert main(["check", "corpus", "--update", "-q"]) == 0
    return Accepted(place, result)


@pytest.fixture
def corpus(accepted: Accepted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it that may be edited, in the current folder."""
    monkeypatch.setenv("XREF_CACHE", str(accepted.place / "cache"))
    monkeypatch.chdir(tmp_path)
    for name in ("corpus", "reports"):
        shutil.copytree(accepted.place / name, tmp_path / name)
    return tmp_path / "corpus"


def told() -> tuple[int, Told]:
    """Exit code, and level, class and document of each change; what is odd about the corpus is left out."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main(["check", "corpus", "-q", "--format", "json"])
    changes = json.loads(out.getvalue())["changes"]
    return code, [(c["level"], c["kind"], c["document"]) for c in changes if c["kind"] != "lint"]


def test_twenty_edits_in_a_row(corpus: Path) -> None:
    """Paragraphs, marks, slips outside of hits, names of files: no edit fails, whatever came before.

    A decision is known by the name of its file or by the whole text: only of a file that was both renamed and edited
    is it told, as a warning, that nothing carries it.
    """
    dice = random.Random(5)
    done: dict[str, set[str]] = {}
    for number in range(20):
        edit = (insert, restyle, misspell, rename)[number % 4]
        path = dice.choice(sorted(corpus.glob("*.txt")))
        edit(path, dice)
        # names of the files begin with the day of the message, under any name that `rename` gives
        done.setdefault(path.name[:10], set()).add("rename" if edit is rename else "edit")
        code, changes = told()
        expected = {"documents", "orphan"} if any(len(kinds) == 2 for kinds in done.values()) else {"documents"}
        assert code == 0, (number, edit.__name__, changes)
        assert {kind for _, kind, _ in changes} <= expected, (number, edit.__name__, changes)


def test_all_at_once(corpus: Path) -> None:
    """Every document edited in one go is every document told, and nothing else."""
    dice = random.Random(7)
    for path in corpus.glob("*.txt"):
        insert(path, dice)
        restyle(path, dice)
    code, changes = told()
    assert (code, {kind for _, kind, _ in changes}) == (0, {"documents"})
    assert len(changes) == COUNT


@pytest.mark.parametrize(
    ("having", "edit"),
    [
        (r"\d", lambda said: re.sub(r"\d", lambda digit: str((int(digit.group()) + 1) % 10), said, count=1)),
        (r" ", lambda said: re.sub(r"^(\S+ \S+)", r"\1 not", said)),
    ],
    ids=["a number", "a not"],
)
def test_decisions_come_back(corpus: Path, accepted: Accepted, having: str, edit: Edit) -> None:
    """Another number or a "not" in a decided sentence: the sentence is told as edited or its hit as gone, its decision
    as stale, and the check fails."""
    found = accepted.sentence(corpus, having)
    found.replace(edit(found.claim.text))
    code, changes = told()
    assert code == 1
    own = {(level, kind) for level, kind, document in changes if document == found.path.name}
    assert {("fail", "stale"), ("info", "documents")} <= own
    assert own & {("fail", "edited"), ("fail", "removed")}
    assert {document for level, _, document in changes if level == "fail"} == {found.path.name}


def test_a_file_is_gone(corpus: Path, accepted: Accepted) -> None:
    """It is told once, and its decisions as carried by nothing."""
    found = accepted.sentence(corpus)
    found.path.unlink()
    code, changes = told()
    assert code == 1
    assert [change for change in changes if change[0] == "fail"] == [("fail", "removed", found.path.name)]
    assert {kind for _, kind, _ in changes} <= {"removed", "orphan"}


def test_a_near_copy(corpus: Path, accepted: Accepted) -> None:
    """It is a new document with hits; the others stay as they were."""
    found = accepted.sentence(corpus)
    copy = corpus / f"{found.path.stem}-again.txt"
    copy.write_text(f"{found.path.read_text('utf-8')}\n\nThe printer added this line.\n", encoding="utf-8")
    code, changes = told()
    assert code == 1
    assert [change for change in changes if change[0] == "fail"] == [("fail", "new", copy.name)]
    assert {kind for _, kind, _ in changes} <= {"new", "card-new"}


def test_a_theme_less(corpus: Path, accepted: Accepted) -> None:
    """The codebook is told, and what the theme had found; no sentence of another theme."""
    found = accepted.sentence(corpus)
    book = corpus / "codebook.toml"
    head, *themes = book.read_text("utf-8").split("[[theme]]\n")
    kept = [theme for theme in themes if f'"{found.theme}"' not in theme]
    book.write_text("[[theme]]\n".join([head, *kept]), encoding="utf-8")
    code, changes = told()
    assert code == 1
    assert {kind for level, kind, _ in changes if level == "fail"} <= {"removed", "stale"}
    assert ("info", "codebook", "") in changes
