"""The whole journey: exact places everywhere, any order of files, quality on our own labelled documents."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.report.pages import HOSTILE, NEW, OLD, UNDATED, write

from xref.errors import CodebookError
from xref.model import CrossReference, Span
from xref.pipeline import cross_reference
from xref.report import build_page, render_html

ROOT = Path(__file__).parents[1]
CORPORA = ROOT / "tests" / "corpora"


def spans(result: CrossReference) -> Iterator[tuple[str, Span]]:
    """Every span of every noun with the id of its document."""
    of = {c.id: c.document for c in result.claims}
    for claim in result.claims:
        parts = [s for a in claim.attributions for s in (a.source, a.cue, *a.content)]
        for span in (
            claim.span,
            *claim.quotations,
            *(d.span for d in claim.dates),
            *(n.span for n in claim.names),
            *parts,
        ):
            yield claim.document, span
    for hit in result.hits:
        for evidence in hit.evidence:
            yield of[evidence.claim], evidence.span
    for block in result.blocks:
        yield block.document, block.span


@pytest.mark.parametrize("corpus", [ROOT / "seeds", CORPORA / "documents"], ids=["seeds", "corpora"])
def test_every_span_re_reads(corpus: Path) -> None:
    """Claims say what stands at their place; every other span lies inside its document and holds words."""
    result = cross_reference([corpus])
    texts = {d.id: d.text for d in result.documents}
    for claim in result.claims:
        assert claim.span.of(texts[claim.document]) == claim.text
    for document, span in spans(result):
        assert span.of(texts[document]).strip()


def test_blocks_cover_everything() -> None:
    """Nothing is lost: every character that is no white space lies in exactly one block."""
    result = cross_reference([ROOT / "seeds"])
    for document in result.documents:
        covered = [0] * len(document.text)
        for block in result.blocks:
            if block.document == document.id:
                for at in range(block.span.start, block.span.end):
                    covered[at] += 1
        assert all(n == 1 or char.isspace() for n, char in zip(covered, document.text, strict=True))


def test_edit_elsewhere_keeps_ids(tmp_path: Path) -> None:
    """A paragraph added at the top leaves the ids of all other claims as they were."""
    before = {c.id for c in cross_reference([write(tmp_path / "a", old=OLD, new=NEW)]).claims}
    changed = NEW.replace("\n\nThe ferry", "\n\nIt rained on the town all that day, people said.\n\nThe ferry")
    after = {c.id for c in cross_reference([write(tmp_path / "b", old=OLD, new=changed)]).claims}
    assert before < after


def test_other_documents_do_not_matter(tmp_path: Path) -> None:
    """The claims of a document are the same whatever else lies in the folder."""
    alone = cross_reference([write(tmp_path / "a", old=OLD)]).claims
    among = cross_reference([write(tmp_path / "b", old=OLD, new=NEW, undated=UNDATED, zzz=HOSTILE)]).claims
    assert [c for c in among if c.document == "old"] == list(alone)


def test_missing_codebook_is_told(tmp_path: Path) -> None:
    """A codebook that was named but is not there stops the run."""
    with pytest.raises(CodebookError, match="no such codebook"):
        cross_reference([write(tmp_path / "a", old=OLD)], tmp_path / "none.toml")


def test_quality_of_our_own_documents() -> None:
    """On ten labelled documents in other shapes than the seeds: dates all right, furniture and claims kept apart."""
    gold = json.loads((CORPORA / "gold.json").read_text(encoding="utf-8"))
    result = cross_reference([CORPORA / "documents"])
    by_path = {d.path: d for d in result.documents}
    claims = {d.path: [c.span for c in result.claims if c.document == d.id] for d in result.documents}
    touched = found = wanted = 0
    for labelled in gold["documents"]:
        document = by_path[labelled["path"]]
        assert document.published is not None
        assert document.published.value.iso == labelled["date"]
        for part in labelled["furniture"]:
            span = Span(part["start"], part["end"])
            touched += not part["optional"] and any(span.meets(c) and c.holds(span) for c in claims[document.path])
        for part in labelled["claims"]:
            span = Span(part["start"], part["end"])
            wanted += 1
            found += any(
                min(c.end, span.end) - max(c.start, span.start) > 0.8 * (span.end - span.start)
                for c in claims[document.path]
            )
    assert touched == 0
    # 0.95: what was reached before the labels were looked at, so that a change for the worse is seen
    assert found / wanted >= 0.95


def test_names_that_are_no_text(tmp_path: Path) -> None:
    """A file name that is not UTF-8 costs nothing: its document is read, matched and shown."""
    folder = write(tmp_path / "a", old=OLD)
    Path(os.fsdecode(os.fsencode(folder) + b"/new\xff.txt")).write_bytes(NEW.encode())
    result = cross_reference([folder])
    assert len(result.matches) == 1
    assert "\\xff" not in render_html(build_page(result)).split("<main")[0]


@pytest.mark.parametrize(
    "filler", ["said ", "said that ", '"a" said B ', "May 15, 2013 ", "Aa ", "Mr. Barack ", "((", '"', "."]
)
def test_hostile_filler_ends(tmp_path: Path, filler: str) -> None:
    """A text made of what rules look for is read, and its claims still re-read."""
    text = "Title of it\n\nMay 15, 2013\n\nThe ferry was sold. " + filler * (6000 // len(filler)) + "\n"
    result = cross_reference([write(tmp_path / "a", bad=text, old=OLD)])
    for claim in result.claims:
        if claim.document == "bad":
            assert claim.span.of(text) == claim.text


def test_many_themes(tmp_path: Path) -> None:
    """Hundreds of themes over the same words make one card each."""
    folder = write(tmp_path / "a", old=OLD, new=NEW)
    themes = "".join(f'[[theme]]\nid = "t{n}"\nphrases = ["ferry"]\n' for n in range(300))
    (folder / "codebook.toml").write_text(themes, encoding="utf-8")
    assert len(cross_reference([folder]).matches) == 300


def test_codebook_that_is_no_file(tmp_path: Path) -> None:
    """A folder or pipe called codebook.toml is told, not passed over."""
    folder = write(tmp_path / "a", old=OLD)
    (folder / "codebook.toml").unlink()
    (folder / "codebook.toml").mkdir()
    with pytest.raises(CodebookError, match="no file"):
        cross_reference([folder])
