"""How near documents are to each other: sums of whole numbers, by whichever way they are added."""

from __future__ import annotations

import itertools
import math
import random

import pytest

from xref.match import events

WORDS = [f"word{n}" for n in range(60)]


def _bags(seed: int, count: int) -> list[dict[str, int]]:
    chance = random.Random(seed)
    # some words are everywhere, most in a few texts (Zipf)
    return [
        {w: chance.randint(1, 9) for n, w in enumerate(WORDS) if chance.random() < 3 / (n + 3)} for _ in range(count)
    ]


def _plain(bags: list[dict[str, int]]) -> dict[tuple[int, int], float]:
    """The cosines once more, as the formula says."""
    count = len(bags)
    held = {w: sum(w in bag for bag in bags) for w in WORDS}
    vectors = []
    for bag in bags:
        vector = {
            w: (1 + math.log(n)) * math.log((count + 1) / (held[w] + 0.5))
            for w, n in bag.items()
            if 2 <= held[w] <= max(2.0, events.COMMON * count)
        }
        length = math.hypot(*vector.values()) or 1.0
        vectors.append({w: x / length for w, x in vector.items()})
    pairs = itertools.combinations(range(count), 2)
    return {(i, j): sum(x * vectors[j].get(w, 0.0) for w, x in vectors[i].items()) for i, j in pairs}


@pytest.mark.parametrize(("seed", "count"), [(1, 2), (2, 7), (3, 40), (4, 90)])
def test_cosines_are_those_of_the_formula(seed: int, count: int) -> None:
    """To eight digits; pairs that share no term are left out."""
    bags = _bags(seed, count)
    found = events._cosines(bags)
    plain = _plain(bags)
    assert found.keys() == {pair for pair, value in plain.items() if value > 0}
    assert all(abs(value - plain[pair]) < 1e-7 for pair, value in found.items())


def test_both_ways_to_add_give_the_same_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    """All terms as long numbers, none of them, and some: exactly equal."""
    bags = _bags(5, 80)
    mixed = events._cosines(bags)
    for edge in (0, 10**9):
        monkeypatch.setattr(events, "SPARSE", edge)
        assert events._cosines(bags) == mixed


def test_a_text_that_is_another_one_again_is_as_near_as_can_be() -> None:
    """Sums stay within their slots when every term is shared."""
    bags = [{"harbour": 3, "ferry": 1}, {"harbour": 3, "ferry": 1}, {"mayor": 2}, {"mayor": 1, "tax": 1}, {"tax": 5}]
    found = events._cosines(bags)
    assert found[0, 1] == pytest.approx(1.0, abs=1e-7)
    assert (0, 2) not in found


FIRED = (
    # two events of one kind, each told by two documents
    ("north-a", "The coach was fired on Monday.", "Northtown lost to Oakville by nine goals. Hundreds left early."),
    ("north-b", "Northtown fired its coach.", "The worst defeat since Oakville first played. Hundreds left."),
    ("south-a", "The coach was fired on Sunday.", "Southbay missed its payroll. Players spoke of unpaid months."),
    ("south-b", "Southbay fired its coach.", "No salary came for months, and the payroll was empty."),
    ("other-a", "A bakery opened at noon.", "Bread was free for a day."),
    ("other-b", "The library bought a piano.", "It is a gift of the town."),
    ("other-c", "Rain closed the road.", "Trees fell near the bridge."),
    ("other-d", "The clerk counted ballots.", "All of them were valid."),
)


def test_events_of_one_kind_are_told_apart_by_what_stands_around() -> None:
    """The two reports of each are nearer to each other than to those of the other."""
    texts = [events.Text(name, text) for name, claim, around in FIRED for text in (claim, around)]
    found = {frozenset((texts[i].text, texts[j].text)): score for i, j, score in events.find_events(texts)}
    north, south = FIRED[0][1], FIRED[2][1]
    assert found[frozenset((north, FIRED[1][1]))] > found.get(frozenset((north, FIRED[3][1])), 0.0)
    assert found[frozenset((south, FIRED[3][1]))] > found.get(frozenset((south, FIRED[1][1])), 0.0)
    assert all(texts[i].document != texts[j].document for i, j, _ in events.find_events(texts))


def test_bm25_is_the_formula() -> None:
    """A stem in more than half of the texts counts nothing; the others by rarity, frequency and length."""
    bags = [events.count_stems(text) for text in ("ferry ferry board", "ferry board council", "board", "board piano")]
    found = events.find_bm25(bags)
    assert found.keys() == {(0, 1)}
    lengths, idf = (3, 3, 1, 2), math.log(1 + (4 - 2 + 0.5) / (2 + 0.5))
    mean = sum(lengths) / 4
    gains = [
        idf * n * (events.K1 + 1) / (n + events.K1 * (1 - events.B + events.B * length / mean))
        for n, length in ((2, 3), (1, 3))
    ]
    assert found[0, 1] == pytest.approx(sum(gains) / 2)


def test_no_texts_are_no_events() -> None:
    """Nor is one."""
    assert events.find_events([]) == []
    assert events.find_events([events.Text("a", "The ferry was sold.")]) == []
