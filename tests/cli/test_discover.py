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


def test_suggestions_are_accepted(xref: Command, corpus: pathlib.Path) -> None:
    """Near misses and numbered suggestions; what is accepted is in the codebook, the file as it was beside it."""
    (corpus / "codebook.toml").write_text(
        '[[theme]]\nid = "ferry"\n[[theme.facet]]\nname = "boat"\nphrases = ["ferry"]\n'
        '[[theme.facet]]\nname = "sale"\nphrases = ["= sold"] # more?\n',
        "utf-8",
    )
    (corpus / "herald2.txt").write_text(
        "More\nBy Tom Hale\nJune 9, 2006\n\nThe old ferry was auctioned abroad. A ferry was sold and auctioned. "
        "Nobody spoke. It rained. The mayor left.\n",
        "utf-8",
    )
    before = (corpus / "codebook.toml").read_bytes()
    out = xref("discover", corpus, "--theme", "ferry").out
    assert "lacks sale" in out
    assert "1  phrase for sale: auctioned; adds 1 hit" in out
    assert "suggestion 1 would find it" in out
    rows = [
        json.loads(line) for line in xref("discover", corpus, "--theme", "ferry", "--format", "jsonl").out.splitlines()
    ]
    assert {row["record"] for row in rows} == {"near_miss", "suggestion"}
    assert xref("discover", corpus, "--theme", "ferry", "--accept", "1,99").code == 2
    assert xref("discover", corpus, "--accept", "1").code == 2
    assert xref("discover", corpus, "--theme", "ferry", "--format", "toml").code == 2
    assert (corpus / "codebook.toml").read_bytes() == before
    ran = xref("discover", corpus, "--theme", "ferry", "--accept", "1")
    assert "auctioned: a phrase of sale" in ran.err
    assert (corpus / "codebook.toml").read_text("utf-8").endswith('phrases = ["= sold", "auctioned"] # more?\n')
    assert (corpus / "codebook.toml.bak").read_bytes() == before
    assert "bak" not in xref("show", "problems", corpus).out
