"""Passages that two texts share: found with their edges whatever stands around them, and nothing else is."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.match.passages import apart, find_passage, find_passages, find_regions, find_reuse, widen

NONE: frozenset[str] = frozenset()
PASSAGE = "the harbour board will sell both old ferries to the island council before winter closes the northern channel"
BEFORE = "Nobody in the room spoke for a while. Then a clerk opened the thick blue folder and said: "
AFTER = ". Rain fell on the roof. Outside, children were already walking home along muddy lanes."


def _words(prefix: str, count: int) -> list[str]:
    return [f"{prefix}{n}" for n in range(count)]


@pytest.mark.parametrize("upper", [False, True])
def test_a_passage_is_found_with_its_edges(upper: bool) -> None:
    """Whatever stands before and behind it, and however it is written."""
    left, right = BEFORE + PASSAGE + AFTER, PASSAGE.upper() if upper else PASSAGE
    ((a, b),) = find_reuse(left, f"Our own words first; {right}, as minutes of Tuesday show.")
    assert a.of(left) == PASSAGE
    assert b.of(f"Our own words first; {right}, as minutes of Tuesday show.") == right


@pytest.mark.parametrize(
    "other",
    [
        "",
        "the harbour board",
        # five words that agree are a turn of phrase
        "A bank may sell both old ferries to anyone it likes, and soon.",
        # the same words in no order
        " ".join(sorted(PASSAGE.split())),
        AFTER,
    ],
)
def test_no_passage_is_found_where_little_agrees(other: str) -> None:
    """Too few words, or none of them in order."""
    assert find_reuse(BEFORE + PASSAGE, other) == []


def test_a_formula_is_no_passage() -> None:
    """Ten words that agree, nearly all of them grammar."""
    said = "and it is to be for all of them as it was"
    assert find_reuse(f"Ann wrote {said} in spring", f"Ben thought {said} at sea") == []


def test_changed_words_inside_do_not_end_a_passage() -> None:
    """One word changed, one added, one dropped: the same edges, and the words that agree are told apart."""
    left = _words("w", 30)
    right = [*left[:8], "changed", *left[9:15], "added", *left[15:20], *left[21:]]
    (found,) = find_passages(left, right)
    assert (found.left, found.right) == ((0, 30), (0, 30))
    assert [a for a, _ in found.pairs] == [n for n in range(30) if n not in (8, 20)]
    assert all(left[a] == right[b] for a, b in found.pairs)


def test_two_passages_far_apart_are_two() -> None:
    """In whichever order the other text has them."""
    one, two = _words("one", 20), _words("two", 15)
    left = [*one, *_words("x", 60), *two]
    right = [*two, *_words("y", 60), *one]
    assert [(p.left, p.right) for p in find_passages(left, right)] == [((0, 20), (75, 95)), ((80, 95), (0, 15))]


def test_a_text_that_repeats_a_passage_has_it_at_each_place() -> None:
    """Of two that share words on both sides the better one stays."""
    said = _words("w", 20)
    found = find_passages([*said, *_words("x", 50), *said[:12]], said)
    assert [(p.left, p.right) for p in found] == [((0, 20), (0, 20)), ((70, 82), (0, 12))]
    assert apart([*found, *found]) == found


def _changed(rng: random.Random, words: list[str], share: float) -> list[str]:
    found: list[str] = []
    for word in words:
        chance = rng.random() / share
        if chance >= 1:
            found.append(word)
        elif chance > 1 / 3:
            found += ["other"] if chance > 2 / 3 else [word, "other"]
    return found


def test_most_passages_are_found_when_a_tenth_of_their_words_are_changed() -> None:
    """Two hundred of 12 to 60 words; benchmarks/planted.py does the like in real texts."""
    rng = random.Random(11)
    met = said = true = 0
    for number in range(200):
        source = [f"s{number}-{rng.randrange(400)}" for _ in range(200)]
        first = rng.randrange(100)
        taken = range(first, first + rng.randint(12, 60))
        planted = [*_words("a", 70), *_changed(rng, source[taken.start : taken.stop], 0.1), *_words("b", 70)]
        words = {n for p in find_passages(source, planted) for n in range(*p.left)}
        met, said, true = met + len(words & set(taken)), said + len(words), true + len(taken)
    assert met / said > 0.98
    assert met / true > 0.97


@given(st.lists(st.sampled_from("abcdefghijkl"), max_size=120), st.lists(st.sampled_from("abcdefghijkl"), max_size=120))
def test_every_passage_holds(left: list[str], right: list[str]) -> None:
    """Its agreeing words agree, ascend and reach its edges; no two share words on both sides."""
    found = find_passages(left, right)
    for passage in found:
        assert all(left[a] == right[b] for a, b in passage.pairs)
        for side, edges in enumerate((passage.left, passage.right)):
            places = [pair[side] for pair in passage.pairs]
            assert places == sorted(set(places))
            assert (places[0], places[-1] + 1) == edges
    for n, one in enumerate(found):
        for other in found[n + 1 :]:
            assert one.left[1] <= other.left[0] or one.right[1] <= other.right[0] or other.right[1] <= one.right[0]


@given(st.randoms(use_true_random=False), st.integers(0, 60), st.integers(0, 60))
def test_the_words_about_a_region_decide_alone(rng: random.Random, before: int, behind: int) -> None:
    """The passage is the same when a text ends where the region's margin does: no others need be cut into stems."""
    said = [rng.choice("abcdefghijklmnopqrst") for _ in range(40)]
    left = [*_words("x", before), *said, *_words("y", behind)]
    right = [*_words("z", behind), *_changed(rng, said, 0.2), *_words("u", before)]
    spots = [(i, j) for i in range(len(left) - 2) for j in range(len(right) - 2) if left[i : i + 3] == right[j : j + 3]]
    for region in find_regions(spots):
        a, b = widen(region[:2], len(left)), widen(region[2:], len(right))
        moved = region[0] - a[0], region[1] - a[0], region[2] - b[0], region[3] - b[0]
        near = find_passage(left[slice(*a)], right[slice(*b)], moved, NONE)
        assert (near and near.shift(a[0], b[0])) == find_passage(left, right, region, NONE)
