"""Passages that documents of a corpus share become matches: reuse, or quotation where marks stand around them."""

from __future__ import annotations

import pathlib

import pytest

from xref.match.running import read_running
from xref.model import Claim, CrossReference, Document, Match, Span
from xref.pipeline import cross_reference
from xref.tally import count_corpus
from xref.words import find_words

PASSAGE = (
    "The harbour board will sell both old ferries to the island council before winter closes the northern channel."
)
FIRST = f"Report of 3 May 1991\n\nA clerk opened the thick blue folder. {PASSAGE} Rain fell on the roof.\n"
OTHERS = {
    "reuse": f"Minutes of 9 June 1994\n\nChildren walked home along muddy lanes. {PASSAGE} Nobody signed.\n",
    "quotation": f"Letter of 9 June 1994\n\nThe mayor once wrote: “{PASSAGE}” Nobody signed.\n",
    "": "Minutes of 9 June 1994\n\nThe board sold a ferry before winter. The council met on the island in the north.\n",
}


def _find(folder: pathlib.Path, **texts: str) -> CrossReference:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return cross_reference([folder])


def _words(result: CrossReference, match: Match) -> list[tuple[str, ...]]:
    """The passages of a match, on both sides."""
    texts = {document.id: document.text for document in result.documents}
    found = []
    for pair in match.pairs:
        assert pair.alignment
        sides = (pair.alignment.left, pair.alignment.right)
        found.append(tuple(span.of(texts[name]) for span, name in zip(sides, match.documents, strict=True)))
    return found


@pytest.mark.parametrize("kind", OTHERS)
def test_the_kind_is_told_by_the_marks(kind: str, tmp_path: pathlib.Path) -> None:
    """The passage itself on both sides, with the claim that holds it, and points that add up."""
    result = _find(tmp_path, first=FIRST, second=OTHERS[kind])
    assert [match.kind for match in result.matches] == [kind] * bool(kind)
    for match in result.matches:
        assert _words(result, match) == [(PASSAGE[:-1], PASSAGE[:-1])]
        claims = {claim.id: claim for claim in result.claims}
        (pair,) = match.pairs
        for claim, name in zip((pair.left, pair.right), match.documents, strict=True):
            assert claims[claim].document == name
            assert PASSAGE[:-1] in claims[claim].text
        assert pair.score == round(sum(reason.points for reason in pair.reasons), 1)


def test_the_words_that_agree_are_told_apart(tmp_path: pathlib.Path) -> None:
    """A passage with changed words is one passage, of which the runs of equal words are marked."""
    changed = PASSAGE.replace("old ferries", "ancient ferries")
    result = _find(tmp_path, first=FIRST, second=OTHERS["reuse"].replace(PASSAGE, changed))
    (match,) = result.matches
    (alignment,) = [pair.alignment for pair in match.pairs]
    assert alignment
    texts = [document.text for document in result.documents]
    assert [[span.of(text) for span, text in zip(same, texts, strict=True)] for same in alignment.same] == [
        [said] * 2 for said in ("The harbour board will sell both", PASSAGE[PASSAGE.index("ferries") : -1])
    ]


def test_a_formula_of_many_documents_joins_none(tmp_path: pathlib.Path) -> None:
    """What thirteen documents say in the same words is how such documents are written; twelve are told."""
    texts = {f"paper{n}": f"Paper {n}\n\nThing{n} came up in room{n}. {PASSAGE}\n" for n in range(13)}
    assert _find(tmp_path, **texts).matches == ()
    (tmp_path / "paper12.txt").unlink()
    assert len(_find(tmp_path).matches) == 12 * 11 // 2


def test_a_copy_of_a_file_is_compared_once(tmp_path: pathlib.Path) -> None:
    """Of two files with the same bytes the first stands for both."""
    result = _find(tmp_path, first=FIRST, again=FIRST, second=OTHERS["reuse"])
    assert len(result.matches) == 1


def test_words_are_counted_over_claims_without_any() -> None:
    """A claim of marks alone has a place and no words; the words asked for are those of the whole text."""
    said = ("One two three.", "…", "Four harbours", "!", "five ferries six.")
    claims = [Claim(str(n), "d", Span(0, len(text)), text, 0) for n, text in enumerate(said)]
    document = Document("d", "d.txt", " ".join(said), "0" * 64, "utf-8")
    (text,) = read_running(count_corpus((document,), claims))
    stems = [word.stem for text in said for word in find_words(text)]
    assert text.count == len(stems) == 8
    for first in range(8):
        for last in range(first + 1, 9):
            assert list(text.stems((first, last))) == stems[first:last]
    assert [text.owner(word) for word in range(8)] == [0, 0, 0, 2, 2, 4, 4, 4]
