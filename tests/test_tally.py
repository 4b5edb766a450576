"""Words counted document by document are the words that stand there, kept or not."""

from __future__ import annotations

import pathlib
from collections import Counter

import pytest

from xref.kept import Kept, Past
from xref.model import Claim, Span
from xref.tally import GRAM, Tally, count_corpus, weighs
from xref.words import STOP, find_words

SAID = (
    "The harbour board said the harbour would close in May.",
    "It wills that the ferry, the U.S. ferry, be sold; it will be sold.",
    "\ud800 broken letter and the harbour board said the harbour would close.",
)


def _claims(document: str, texts: tuple[str, ...] = SAID) -> list[Claim]:
    return [Claim(f"{document}-{n}", document, Span(0, len(text)), text, 0) for n, text in enumerate(texts)]


def _tally(texts: tuple[str, ...] = SAID) -> Tally:
    return count_corpus((), _claims("d", texts)).tallies["d"]


def test_words_and_stems_are_those_of_the_claims() -> None:
    """Counted once more, word by word."""
    words: Counter[str] = Counter()
    held: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for text in SAID:
        found = find_words(text)
        words.update({word.key for word in found})
        stems = [word.stem for word in found if weighs(word.text, word.key)]
        held.update(set(stems))
        said.update(stems)
    assert _tally().words == words
    assert (_tally().held, _tally().said) == (held, said)


def test_a_stem_of_a_grammar_word_tells_where_another_word_has_it() -> None:
    """ "wills" is no grammar word, and has the stem of one."""
    assert _tally().telling == {"will"}
    assert not _tally(SAID[:1]).telling


def test_equal_grams_are_equal_words_in_a_row() -> None:
    """Two places have one number exactly when the same stems stand there; 0 where hardly a word tells anything."""
    stems = [word.stem for text in SAID for word in find_words(text)]
    grams = _tally().grams
    assert len(grams) == len(stems) - GRAM + 1
    rows = [tuple(stems[at : at + GRAM]) for at in range(len(grams))]
    for row, number in zip(rows, grams, strict=True):
        assert (number == 0) == (sum(stem in STOP for stem in row) > GRAM - 2)
    pairs = [(a, b) for a in range(len(rows)) for b in range(a) if grams[a] and grams[b]]
    assert pairs
    assert all((rows[a] == rows[b]) == (grams[a] == grams[b]) for a, b in pairs)
    assert any(rows[a] == rows[b] for a, b in pairs)


@pytest.mark.parametrize("texts", [(), ("One",), ("One two three",), ("!", "?")])
def test_a_short_document_has_no_grams(texts: tuple[str, ...]) -> None:
    """Nor has one without words."""
    tallies = count_corpus((), _claims("d", texts)).tallies
    assert all(not tally.grams for tally in tallies.values())
    assert bool(tallies) == bool(texts)


def test_grams_are_the_same_on_every_machine() -> None:
    """They are kept in files: the number of some words is no matter of the process."""
    assert list(_tally(("Harbour ferry sold today",)).grams) == [950833726236613519]


@pytest.mark.parametrize(
    "damage", [None, [], {}, {"counts": [{"a": "1"}, {}, {}], "telling": [], "grams": ""}, {"counts": 1}, "x"]
)
def test_what_is_kept_is_the_same(damage: object, tmp_path: pathlib.Path) -> None:
    """Read again it is equal, and an entry of another form is made anew."""
    past = Past(Kept(tmp_path), {"d": "what decided its claims"})
    fresh = _tally()
    if damage is not None:
        past.kept.keep_plain("tally", damage, "what decided its claims")
    for _ in range(2):
        found = count_corpus((), _claims("d"), past).tallies["d"]
        assert (found.words, found.held, found.said) == (fresh.words, fresh.held, fresh.said)
        assert found.telling == fresh.telling
        assert list(found.grams) == list(fresh.grams)
    assert past.kept.written["tally"] == 1 + (damage is not None)
