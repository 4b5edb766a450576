"""Work that was kept changes no byte of a result, and nothing that lies in its folder can do harm."""

from __future__ import annotations

import os
import pathlib
import random
import shutil
from collections import Counter

import pytest
from tests.sample import sample

from xref.jsonl import KINDS, lines
from xref.kept import Kept, find_kept
from xref.model import CrossReference
from xref.pipeline import cross_reference

ROOT = pathlib.Path(__file__).parents[1]


def _lines(result: CrossReference) -> list[str]:
    return [line for kind in KINDS for line in lines(kind, result)]


@pytest.fixture
def corpus(tmp_path: pathlib.Path) -> pathlib.Path:
    """A copy of the seeds, which a test may change."""
    return shutil.copytree(ROOT / "seeds", tmp_path / "seeds")


def test_the_same_bytes_with_and_without(corpus: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """Cold, warm, and without: one result. Warm, no document is segmented again."""
    folder = tmp_path / "kept"
    plain = _lines(cross_reference([corpus]))
    cold, warm = Kept(folder), Kept(folder)
    assert _lines(cross_reference([corpus], kept=cold)) == plain
    assert _lines(cross_reference([corpus], kept=warm)) == plain
    whole = Counter(document=5, claims=5, tally=5, hits=5, stems=1)
    # of pairs of documents, what is worth aligning: one entry for each earlier document of such pairs
    shared = cold.written["reuse"]
    assert (cold.used, cold.written) == (Counter(), whole + Counter(reuse=shared))
    assert (warm.used, warm.written) == (whole + Counter(reuse=shared), Counter())


def test_an_edited_document_alone_is_read_again(corpus: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """And the result is that of a run from nothing."""
    folder = tmp_path / "kept"
    cross_reference([corpus], kept=Kept(folder))
    path = sorted(corpus.glob("*.txt"))[0]
    path.write_text(path.read_text("utf-8") + "\n\nThe mayor said that the ferry was sold.\n", encoding="utf-8")
    again = Kept(folder)
    assert _lines(cross_reference([corpus], kept=again)) == _lines(cross_reference([corpus]))
    for kind in ("document", "claims", "tally", "hits"):
        assert (again.used[kind], again.written[kind]) == (4, 1), kind


def test_whatever_is_edited_in_a_row(tmp_path: pathlib.Path) -> None:
    """Sentences, files, near copies, themes: each time the bytes of a run from nothing."""
    chance = random.Random(7)
    corpus = shutil.copytree(ROOT / "tests" / "corpora" / "documents", tmp_path / "corpus")
    folder = tmp_path / "kept"
    for step in range(8):
        papers = sorted(path for path in corpus.glob("*.txt"))
        chosen = chance.choice(papers)
        if step % 3 == 0:
            chosen.with_name(f"copy{step}.txt").write_text(
                chosen.read_text("utf-8").replace(" the ", " that "), "utf-8"
            )
        elif step == 4:
            chosen.unlink()
        elif step == 5:
            book = (corpus / "codebook.toml").read_text("utf-8")
            head, *themes = book.split("[[theme]]\n")
            (corpus / "codebook.toml").write_text("[[theme]]\n".join([head, *themes[1:]]), "utf-8")
        else:
            chosen.write_text(chosen.read_text("utf-8") + "\n\nThe mayor said the ferry was sold.\n", "utf-8")
        kept = Kept(folder)
        assert _lines(cross_reference([corpus], kept=kept)) == _lines(cross_reference([corpus])), step
        assert kept.used["hits"] or not step
    assert kept.used["reuse"]


def test_limits_and_known_people_decide_too(corpus: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """Another limit, or another actor in the codebook: nothing kept under the old ones is taken."""
    folder = tmp_path / "kept"
    cross_reference([corpus], kept=Kept(folder))
    (corpus / "xref.toml").write_text("[settings]\nmax_claim_characters = 300\n", encoding="utf-8")
    with (corpus / "codebook.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[actor]]\nname = "Ada Okafor"\nkind = "person"\n')
    again = Kept(folder)
    assert _lines(cross_reference([corpus], kept=again)) == _lines(cross_reference([corpus]))
    assert again.used["claims"] == again.used["document"] == 0


@pytest.mark.parametrize("damage", [b"", b"\n", b"0" * 64 + b"\n{}\n", b"\x80\x04N.", b"[" * 100_000])
def test_a_damaged_entry_is_made_again(tmp_path: pathlib.Path, damage: bytes) -> None:
    """Cut, empty, of another form: it is as if it were not there."""
    kept = Kept(tmp_path)
    claims = sample().claims
    kept.keep("claims", claims, "a")
    assert kept.recall("claims", "a") == claims
    (path,) = tmp_path.glob("*/*")
    path.write_bytes(damage)
    assert kept.recall("claims", "a") is None
    kept.keep("claims", claims, "a")
    assert kept.recall("claims", "a") == claims


def test_inputs_do_not_run_into_each_other(tmp_path: pathlib.Path) -> None:
    """What decides is a list: "a", "bc" is not "ab", "c"."""
    kept = Kept(tmp_path)
    kept.keep("claims", (), "a", "bc")
    assert kept.recall("claims", "ab", "c") is None
    assert kept.recall("hits", "a", "bc") is None


def test_the_folder_does_not_grow_without_end(tmp_path: pathlib.Path) -> None:
    """Over the limit, what was not used for longest goes first."""
    kept = Kept(tmp_path, limit=1)
    for number in range(3):
        kept.keep("claims", sample().claims, str(number))
    sizes = [path.stat().st_size for path in tmp_path.glob("*/*")]
    for number in range(3):
        os.utime(kept._path("claims", (str(number),)), (number, number))
    kept.limit = max(sizes)
    kept.prune()
    assert [kept.recall("claims", str(number)) is not None for number in range(3)] == [False, False, True]


def test_what_others_keep_there_stays(tmp_path: pathlib.Path) -> None:
    """A folder in use was named: over the limit, only entries and their torn beginnings go."""
    others = [tmp_path / "papers" / "thesis.pdf", tmp_path / "ab" / "notes.json", tmp_path / "ab" / "x.part"]
    torn = tmp_path / "ab" / f".{'0' * 16}.part"
    for path in (*others, torn):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x" * 1000)
        os.utime(path, (1, 1))
    kept = Kept(tmp_path, limit=1)
    kept.keep("claims", sample().claims, "one")
    kept.prune()
    assert all(path.exists() for path in others)
    assert not torn.exists()
    assert kept.recall("claims", "one") is None


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: pathlib.Path) -> None:
    """A file in its place: nothing is kept, nothing fails."""
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    kept = Kept(tmp_path / "kept")
    kept.keep("claims", sample().claims, "a")
    kept.prune()
    assert kept.recall("claims", "a") is None


def test_where_it_lies(tmp_path: pathlib.Path) -> None:
    """By XREF_CACHE, else by the XDG folders; never in a corpus, and nowhere when it is off."""

    def find(corpus: pathlib.Path = tmp_path / "papers", **environment: str) -> Kept | None:
        return find_kept([corpus], environment.get)

    assert find(XREF_CACHE="off", XDG_CACHE_HOME=str(tmp_path)) is None
    assert find(XREF_CACHE=str(tmp_path / "a")) == Kept(pathlib.Path(os.path.realpath(tmp_path / "a")))
    assert find(XDG_CACHE_HOME=str(tmp_path)) == Kept(pathlib.Path(os.path.realpath(tmp_path / "xref")))
    assert find(XDG_CACHE_HOME="relative") is None
    assert find(tmp_path, XDG_CACHE_HOME=str(tmp_path)) is None


def test_stems_are_made_once(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one run stemmed the next one knows; a damaged list is made again."""
    monkeypatch.setattr("xref.kept.STEMS", known := {"ferries": "ferri"})
    Kept(tmp_path).finish()
    known.clear()
    Kept(tmp_path).begin()
    assert known == {"ferries": "ferri"}
    known.clear()
    for damaged in (b'{"ferries": 1}', b"[" * 100_000, b"{", b"null"):
        kept = Kept(tmp_path)
        kept._write(damaged, "stems", ())
        kept.begin()
        assert not known
