"""docs/matching.md once more, plainly: every way to lay a phrase on a claim is tried, nothing is indexed, nothing cut.

The program's kernel must find the same (tests/themes/test_kernel.py). Shared with it are only the parser of phrases,
the likeness of two words, and the thesaurus's entries.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from xref.model import Settings
from xref.themes.language import GRAMMAR, PARTICLES, Phrase, PhraseWord, is_negation, read_phrase
from xref.themes.thesaurus import Entry, Thesaurus
from xref.words import Word, find_words, likeness, region_free

PREFIXES = (
    "counter",
    "inter",
    "multi",
    "under",
    "anti",
    "over",
    "post",
    "semi",
    "non",
    "pre",
    "mid",
    "sub",
    "co",
    "re",
)
HOW = ("exact", "stem", "spelling", "negation", "group", "calendar")


class Spot(NamedTuple):
    """One unit on words of a claim."""

    places: tuple[int, ...]
    likeness: int
    how: str
    group: str
    entry: str


class Part(NamedTuple):
    """Words of a phrase that are looked for together, and the entries of the thesaurus they are."""

    words: tuple[PhraseWord, ...]
    entries: tuple[Entry, ...]


def search(
    text: str, claims: Sequence[str], least: int, thesaurus: Thesaurus | None, settings: Settings
) -> dict[int, tuple[int, tuple[tuple[int, ...], ...], int]]:
    """Number of a claim → score in tenths, the words of each unit, the share of its own words, for a phrase."""
    said = [find_words(claim) for claim in claims]
    found: dict[int, tuple[tuple[int, int, int], tuple[int, tuple[tuple[int, ...], ...], int]]] = {}
    readings = [
        (phrase, groups) for phrase in read_phrase(text) for groups in ([thesaurus, None] if thesaurus else [None])
    ]
    for phrase, groups in readings:
        parts = split(phrase, groups)
        kept = [p for p in parts if not p.words[0].weightless or len(p.words) > 1]
        content = [p for p in kept if not p.words[0].particle or len(p.words) > 1]
        if not content:
            kept = content = parts
        weights = [weigh(p, said, settings) if p in content else 1 for p in kept]
        single = sum(not p.words[0].negation for p in content) <= 1
        must = [single or any(w.starred or w.negation for w in p.words) for p in kept]
        for number, words in enumerate(said):
            spots = [spots_of(p, words, groups, settings) for p in kept]
            placed = best_way(kept, spots, weights, must, words, (settings.gap, least))
            if placed:
                places = sorted(x for laid in placed[1] for x in laid)
                order = (-placed[0], places[0], places[-1])
                if number not in found or order < found[number][0]:
                    found[number] = (order, placed)
    return {number: placed for number, (_, placed) in sorted(found.items())}


def split(phrase: Phrase, thesaurus: Thesaurus | None) -> list[Part]:
    """Quoted runs, names, expressions of the thesaurus (the longest), hyphened words, single words."""
    left, parts = list(phrase.words), []
    while left:
        first, length = left[0], 1
        entries: tuple[Entry, ...] = ()
        if first.run:
            length = next((n for n, w in enumerate(left) if w.run != first.run), len(left))
        elif first.capital:
            length = len(list(itertools.takewhile(lambda w: w.capital and not w.run, left)))
        else:
            free = list(itertools.takewhile(lambda w: not (w.run or w.capital or w.starred), left))
            fit = [
                e
                for found in (thesaurus.entries.values() if thesaurus else ())
                for e in found
                if len(e.words) <= len(free) and all(w.key in f for w, f in zip(free, e.words, strict=False))
            ]
            longest = max((len(e.words) for e in fit), default=0)
            if longest > 1 or (longest == 1 and not first.weightless and not first.negation):
                length, entries = longest, tuple(e for e in fit if len(e.words) == longest)
            else:
                length += len(list(itertools.takewhile(lambda w: w.hyphened, left[1:])))
        parts.append(Part(tuple(left[:length]), entries))
        left = left[length:]
    return parts


def like(asked: PhraseWord, met: str, settings: Settings) -> tuple[int, str]:
    """How alike a word of a phrase and a folded word are, in tenths, and how."""
    if asked.run:
        return (1000, "exact") if asked.key == met else (0, "")
    if asked.negation:
        return (1000, "exact") if asked.key == met else (950, "negation") if is_negation(met) else (0, "")
    score, how = likeness(asked.key, met, settings.spelling)
    return round(score * 10), how


def weigh(part: Part, said: Sequence[Sequence[Word]], settings: Settings) -> int:
    """One point more for each halving of the share of claims that hold the rarest word of the part; 2 to 8."""
    counts = []
    for asked in part.words:
        met = {w.key for words in said for w in words if like(asked, w.key, settings)[1]}
        counts.append(sum(key in {w.key for w in words} for words in said for key in met))
    return 1 + max(1, min(7, ((len(said) + 1) // (min(counts) + 1)).bit_length()))


def spots_of(part: Part, words: Sequence[Word], thesaurus: Thesaurus | None, settings: Settings) -> list[Spot]:
    """Every place of a part in a claim, the best for each set of words."""
    found: list[Spot] = []
    steps = (1, 2) if part.entries and len(part.words) > 1 else (1,)
    for start in range(len(words)):
        places = walk(part.words, words, start, steps, settings)
        if places:
            met = [like(a, words[p].key, settings) for a, p in zip(part.words, places, strict=True)]
            how = max((h for _, h in met), key=HOW.index)
            found.append(Spot(places, sum(s for s, _ in met) // len(met), how, "", ""))
    found += list(joined(part, words))
    for group in {e.group for e in part.entries}:
        assert thesaurus is not None
        for entry in () if thesaurus.groups[group].guard else thesaurus.entries[group]:
            own = len(entry.words) == len(part.words) and all(
                w.key in f for w, f in zip(part.words, entry.words, strict=True)
            )
            if not own:
                found += [Spot(p, 850, "group", group, entry.text) for p in through(entry, words, thesaurus)]
    best: dict[tuple[int, ...], Spot] = {}
    for spot in sorted(found, key=lambda s: (-s.likeness, HOW.index(s.how), s.group, s.entry)):
        best.setdefault(spot.places, spot)
    return sorted(best.values())


def walk(
    asked: Sequence[PhraseWord], words: Sequence[Word], start: int, steps: tuple[int, ...], settings: Settings
) -> tuple[int, ...]:
    """The words side by side from `start` that are the asked ones; empty when they are not."""
    places: list[int] = []
    for word in asked:
        options = [places[-1] + s for s in steps] if places else [start]
        place = next((p for p in options if p < len(words) and fits(word, words[p], settings)), None)
        if place is None:
            return ()
        places.append(place)
    return tuple(places)


def written(text: str) -> int:
    """0 in lower case, 1 with a capital, 2 in capitals."""
    return 0 if not text[:1].isupper() else 2 if len(text) > 1 and text.isupper() else 1


def fits(asked: PhraseWord, met: Word, settings: Settings) -> bool:
    """Whether a word of a claim is the asked one, written as asked."""
    return bool(like(asked, met.key, settings)[1]) and written(met.text) >= asked.capital


def joined(part: Part, words: Sequence[Word]) -> list[Spot]:
    """ "re-election" for "reelection", and the other way round."""
    keys = [w.key for w in words]
    first = part.words[0]
    if len(part.words) > 1 and all(w.hyphened for w in part.words[1:]):
        whole = "".join(w.key for w in part.words)
        return [
            Spot((n,), 1000, "exact", "", "")
            for n, k in enumerate(keys)
            if k == whole and written(words[n].text) >= first.capital
        ]
    if len(part.words) > 1 or first.run:
        return []
    prefix = next((p for p in PREFIXES if first.key.startswith(p) and len(first.key) - len(p) >= 4), None)
    if prefix is None:
        return []
    rest = first.key[len(prefix) :]
    return [
        Spot((n, n + 1), 1000, "exact", "", "")
        for n in range(len(keys) - 1)
        if keys[n] == prefix and keys[n + 1] == rest and written(words[n].text) >= first.capital
    ]


def through(entry: Entry, words: Sequence[Word], thesaurus: Thesaurus) -> list[tuple[int, ...]]:
    """Where an entry of the thesaurus stands: not inside a name, not inside a longer entry of another group."""
    found = []
    for start in stands(entry, words):
        places = tuple(range(start, start + len(entry.words)))
        named = any(written(words[p].text) and p for p in places)
        longer = [
            (at, at + len(other.words), other.group)
            for entries in thesaurus.entries.values()
            for other in entries
            if len(other.words) > 1
            for at in stands(other, words)
        ]
        covering = {(a, b) for a, b, _ in longer if a <= places[0] and places[-1] < b and b - a > len(places)}
        hindered = any(entry.group not in {g for x, y, g in longer if (x, y) == span} for span in covering)
        if not named and not hindered:
            found.append(places)
    return found


def stands(entry: Entry, words: Sequence[Word]) -> list[int]:
    """Where the words of an entry stand side by side, in either spelling of English."""
    length = len(entry.words)
    return [
        at
        for at in range(len(words) - length + 1)
        if all(
            words[at + n].key in forms or region_free(words[at + n].key) in {region_free(f) for f in forms}
            for n, forms in enumerate(entry.words)
        )
    ]


def best_way(
    parts: Sequence[Part], spots: Sequence[list[Spot]], weights: Sequence[int], must: Sequence[bool],
    words: Sequence[Word], rules: tuple[int, int],
) -> tuple[int, tuple[tuple[int, ...], ...], int] | None:  # fmt: skip
    """The best of all ways to lay the parts: score, the words of each part, share of own words; None below the least.

    `rules` are the gap and the least score.
    """
    gap, least = rules
    if any(w.negation for p in parts for w in p.words) and len(parts) > 1:
        gap = min(gap, 1)
    total = sum(weights)
    fixed = len(parts) > 6 or sum(w > 1 for w in weights) < 2
    fixed = fixed or any(w.negation or w.run for p in parts for w in p.words)
    ways = []
    for way in itertools.product(
        *([*found, *([] if needed else [None])] for found, needed in zip(spots, must, strict=True))
    ):
        laid = [spot for spot in way if spot]
        places = sorted(x for spot in laid for x in spot.places)
        if not places or len(set(places)) < len(places):
            continue
        free = [n for n in range(places[0], places[-1]) if n not in places]
        between = sum(words[n].key not in GRAMMAR and words[n].key not in PARTICLES for n in free)
        turned = sum(a.places[0] > b.places[0] for a, b in itertools.combinations(laid, 2))
        if between > gap or len(free) > 2 * gap + 2 or (turned and fixed):
            continue
        points = sum(w * spot.likeness for w, spot in zip(weights, way, strict=True) if spot)
        score = points // total - 20 * between - 40 * turned
        own = sum(w for w, spot in zip(weights, way, strict=True) if spot and not spot.group) * 1000 // total
        if score >= least:
            order = (-score, places[0], places[-1], tuple(spot.places if spot else () for spot in way))
            ways.append((order, (score, order[3], own)))
    return min(ways)[1] if ways else None
