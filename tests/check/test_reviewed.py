"""Decisions that need a look, in lines that say which, why, and what stands there now."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from tests.rulings.decide import decide

from xref.check import Change, find_review_changes
from xref.model import CrossReference, Decision
from xref.pipeline import cross_reference
from xref.rulings import stand

CORPUS = Path(__file__).parents[1] / "corpora" / "documents"


@pytest.fixture(scope="module")
def before() -> CrossReference:
    return cross_reference([CORPUS])


def _told(
    tmp_path: Path, decisions: list[Decision], change: Callable[[Path], None], share: float = 0.0
) -> list[Change]:
    folder = Path(shutil.copytree(CORPUS, tmp_path / "corpus"))
    change(folder)
    now = cross_reference([folder])
    return list(find_review_changes(stand(decisions, now), (), now, share))


def test_other_words_are_shown_with_those_of_today(before: CrossReference, tmp_path: Path) -> None:
    """Of a pair under the file whose sentence changed, with the name of the other one."""
    paths = {document.id: document.path for document in before.documents}
    claims = {claim.id: claim for claim in before.claims}
    match = next(m for m in before.matches if all(paths[d].endswith(".txt") for d in m.documents))
    claim = claims[match.best.right]
    first, second, *_ = claim.text.split()

    def change(folder: Path) -> None:
        path = folder / paths[claim.document]
        text = path.read_bytes().decode()
        assert text.count(claim.text) == 1
        said = claim.text.replace(f"{first} {second}", f"{first} {second} not", 1)
        path.write_bytes(text.replace(claim.text, said).encode())

    (told,) = _told(tmp_path, [decide(before, match)], change)
    assert (told.kind, told.document) == ("stale", paths[claim.document])
    assert told.line.startswith(f"decided on other words, {match.theme} beside {paths[match.documents[0]]}: “{first}")
    assert f"is “{first} {second} not" in told.line


def test_decisions_on_a_document_that_is_gone_are_one_line(before: CrossReference, tmp_path: Path) -> None:
    """However many they are."""
    claims = {claim.id: claim.document for claim in before.claims}
    paths = {document.id: document.path for document in before.documents}
    name = max(paths, key=lambda name: sum(claims[hit.claim] == name for hit in before.hits))
    decisions = [decide(before, hit) for hit in before.hits if claims[hit.claim] == name]
    assert len(decisions) > 1
    (told,) = _told(tmp_path, decisions, lambda folder: (folder / paths[name]).unlink())
    assert told.kind == "orphan"
    assert told.line == f"nothing carries {len(decisions)} decisions on {name}, which is no document any more"


def test_a_document_that_went_elsewhere_asks_nobody_again(before: CrossReference, tmp_path: Path) -> None:
    """What carries a hit may move with the rarity of words; that is no reason to look at it again."""
    book = f"sha256:{before.codebook.digest}"
    claims = {claim.id: claim.document for claim in before.claims}
    paths = {document.id: document.path for document in before.documents}
    gone = before.documents[0].id
    made = [decide(before, hit) for hit in before.hits if claims[hit.claim] != gone]
    made = [attrs.evolve(each, seen=attrs.evolve(each.seen, codebook=book, rule="0" * 12)) for each in made]
    assert _told(tmp_path, made, lambda folder: (folder / paths[gone]).unlink()) == []


def test_too_few_cards_are_decided(before: CrossReference, tmp_path: Path) -> None:
    """With the share that is, and the one that is asked for."""
    (told,) = _told(tmp_path, [decide(before, before.matches[0])], lambda folder: None, 0.9)
    assert told.kind == "reviewed"
    assert re.fullmatch(r"1 of \d+ cards are decided \(\d+%\), and 90% are asked for", told.line)
