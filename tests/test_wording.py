"""What benchmarks/wording.py counts: labels laid onto texts by their letters, hits as the scorer counts them."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.wording import count, find, lay

from xref.pipeline import cross_reference

TEXT = "The envoy sent a confidential letter on Monday.\n\nThe harbour was calm and nobody sent word.\n"
BOOK = '[[theme]]\nid = "paper"\nphrases = ["secret letter"]\n'


def test_the_thesaurus_finds_what_the_words_alone_do_not(tmp_path: Path) -> None:
    """The one labelled claim is met through a group of words."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "codebook.toml").write_text(BOOK)
    result = cross_reference([tmp_path])
    end = TEXT.index("\n")
    claim = {"start": 0, "end": end, "themes": ["paper"], "themes_optional": [], "optional": False}
    document = {"path": "a.txt", "offset_basis": "raw", "claims": [claim]}
    gold = {"themes": [{"id": "paper", "near_misses": []}], "documents": [document]}
    assert lay(gold, {d.path: d.text for d in result.documents}, tmp_path, None) == []
    assert count(result, find(result, True), gold).f1 == 1
    assert count(result, find(result, False), gold).recall == 0


def test_a_label_whose_words_are_not_in_the_text_is_told(tmp_path: Path) -> None:
    """It is left out of the count, and its document named."""
    (tmp_path / "a.txt").write_text(TEXT)
    gold = json.loads(json.dumps({"themes": [], "documents": [
        {"path": "a.txt", "offset_basis": "raw", "claims": [{"start": 0, "end": 20}]}]}))  # fmt: skip
    assert lay(gold, {"a.txt": "Something else."}, tmp_path, None) == ["a.txt"]
    assert gold["documents"][0]["claims"] == []
