"""`xref discover`: a table, records, and themes to paste."""

from __future__ import annotations

import json
import pathlib

from tests.cli.ran import Command

from xref.themes import load_codebook


def write(folder: pathlib.Path) -> None:
    """Three documents of three years with a term that the codebook does not have."""
    said = (
        "The board asked for a toll on grain barges.",
        "The town again wants a toll on grain barges, a clerk said.",
        "A toll on grain barges ruined them.",
    )
    for number, words in enumerate(said):
        (folder / f"paper{number}.txt").write_text(
            f"News\nBy Tom Hale\nJune 9, {2004 + number}\n\n{words} The ferry was sold. Nobody cared about it.\n",
            "utf-8",
        )


def test_terms(xref: Command, corpus: pathlib.Path) -> None:
    """The term with days and documents; as records; as themes that load beside the codebook."""
    write(corpus)
    ran = xref("discover", corpus)
    assert ran.code == 0
    header, first, *_ = ran.out.splitlines()
    assert header.startswith("TERM")
    assert first.split("  ")[0] == "toll on grain barges"
    record = json.loads(xref("discover", corpus, "--format", "jsonl").out.splitlines()[0])
    assert (record["record"], record["joined"]) == ("term", 3)
    assert [s["date"] for s in record["documents"]] == ["2004-06-09", "2005-06-09", "2006-06-09"]
    pasted = xref("discover", corpus, "--format", "toml", "--limit", "1").out
    with (corpus / "codebook.toml").open("a", encoding="utf-8") as book:
        book.write(pasted)
    assert [t.id for t in load_codebook(corpus / "codebook.toml").themes] == ["ferry", "toll_on_grain_barges"]
    assert "toll on grain barges" not in xref("discover", corpus).out


def test_nothing_to_tell(xref: Command, corpus: pathlib.Path) -> None:
    """Where nothing joins documents, that is said, with exit 0."""
    for path in corpus.glob("h*.txt"):
        path.unlink()
    ran = xref("discover", corpus)
    assert (ran.code, "no terms join" in ran.err) == (0, True)
