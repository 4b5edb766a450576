"""How alike two printed names are, 0-100: the measure behind every merge that is proposed to a person.

The parts of the two names are laid side by side, best pairs first, in any order. A part counts as the better of its
spelling and of its sound skeleton, in which the romanisations of one sound are folded together; an initial stands for
any part that it begins. The worst pair weighs as much as the mean of all, since one surname that differs makes another
person; a part that one side merely lacks (a middle name) costs little. Titles and legal forms do not count.

Sources of the rules: Damerau (1964), insertion, deletion, substitution and neighbours swapped are most misspellings;
the ALA-LC and BGN/PCGN tables for the romanisations of one Cyrillic or Arabic sound; ISO 20275 for legal forms.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = _set(
    "mr mrs ms miss dr prof professor sir lord lady dame president prasident senator general gen col colonel judge mv "
    "haji hajji shaikh sheikh sayyid mullah maulavi qari"
)
FILLERS = _set("the and of")
LONG_FORMS = {
    "aktiengesellschaft": "ag", "gesellschaft mit beschrankter haftung": "gmbh", "g m b h": "gmbh", "l l c": "llc",
    "limited liability company": "llc", "public limited company": "plc", "open joint stock company": "ojsc",
    "joint stock company": "jsc", "societatea cu raspundere limitata": "srl", "s r l": "srl", "s p a": "spa",
    "sp z o o": "spzoo", "l p": "lp", "b v": "bv", "s a": "sa", "n v": "nv", "a s": "as",
}  # fmt: skip
FORMS = _set(
    "ag gmbh llc lp plc ojsc jsc bv sa nv spa srl sarl sl spzoo as ab oy kg se pty pte ooo oao zao pao ao "
    "limited ltd corporation corp incorporated inc company co"
)
LONG_FORM = re.compile(rf"\b(?:{'|'.join(LONG_FORMS)})\b")
NUMBERS = {
    "first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4", "fifth": "5",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
}  # fmt: skip

SOUNDS = tuple(
    (re.compile(spellings), sound)
    for spellings, sound in (
        (r"shch|sch|sh", "S"),
        (r"tsch|tch|ch|cz", "C"),
        (r"dzh|dj|zh", "J"),
        (r"ck|kh|q|c(?![eiy])", "k"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"th", "t"),
        (r"tz|ts", "z"),
        (r"x", "ks"),
        (r"eyy|iyy|iy|ij|yi|ei|ey|ie|ee|j|y", "i"),
        (r"ou|oo|o", "u"),
        (r"ae|ea|e", "a"),
        (r"gh", "g"),
        (r"(.)\1+", r"\1"),  # doubled letters are the commonest difference of spelling
        (r"(?<=v)s$", ""),  # Baltic endings: Lavrovs
    )
)

INITIAL = 0.85  # an initial agrees with what it begins, less surely than the part in full
SOUND = 0.93  # like sound, unlike letters: nearly as good as like letters
EXTRA = 0.15  # a part that only one side has: a middle name left out is no disagreement
LONGEST = 6  # letters from which a part has full weight: longer ones are not more telling
JOINED = 0.95  # words run together ("SiemensAG"): the letters agree, the parts do not
MOST_PARTS = 24  # more is no name, and alignment grows with the square
JOINED_FROM = 90.0  # below it, letters of other names begin to agree


def name_score(a: str, b: str) -> float:
    """Likeness of the names `a` and `b`, 0-100; the same either way round. Never raises."""
    left, right = sorted((_parts(a), _parts(b)))  # so that ties fall the same way both ways round
    if not left or not right:
        return 0.0
    pairs, alone = _aligned(left, right)
    weight = sum(size for _, size in pairs)
    mean = sum(alike * size for alike, size in pairs) / weight
    worst = min(alike for alike, _ in pairs)
    score = 50.0 * (mean + worst) * weight / (weight + EXTRA * alone)
    joined = fuzz.ratio("".join(left), "".join(right))
    same_numbers = {part for part in left if part.isdigit()} == {part for part in right if part.isdigit()}
    return max(score, JOINED * joined) if joined >= JOINED_FROM and same_numbers else score


def part_score(a: str, b: str) -> float:
    """Likeness of two single parts of names, 0-100, by letters and by sound."""
    left, right = "".join(_parts(a)), "".join(_parts(b))
    return 100.0 * _alike(left, right) if left and right else 0.0


def _aligned(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[list[tuple[float, int]], int]:
    """Pairs of parts as (likeness, weight), and the weight of the parts left over."""
    ranked = sorted((-_alike(x, y), i, j) for i, x in enumerate(left) for j, y in enumerate(right))
    free_left, free_right = set(range(len(left))), set(range(len(right)))
    pairs = []
    for worse, i, j in ranked:
        if i in free_left and j in free_right:
            free_left.remove(i)
            free_right.remove(j)
            pairs.append((-worse, max(_weight(left[i]), _weight(right[j]))))
    alone = sum(_weight(left[i]) for i in free_left) + sum(_weight(right[j]) for j in free_right)
    return pairs, alone


def _weight(part: str) -> int:
    return min(len(part), LONGEST)


def _alike(left: str, right: str) -> float:
    """Likeness of two parts, 0-1."""
    if left == right:
        return 1.0
    if left.isdigit() or right.isdigit():
        return 0.0
    short, long = sorted((left, right), key=len)
    if len(short) == 1:
        return INITIAL if long.startswith(short) else 0.0
    spelling = OSA.normalized_similarity(left, right)
    return max(spelling, SOUND * OSA.normalized_similarity(_skeleton(left), _skeleton(right)))


@functools.lru_cache(maxsize=65_536)
def _skeleton(part: str) -> str:
    for pattern, sound in SOUNDS:
        part = pattern.sub(sound, part)
    return part


@functools.lru_cache(maxsize=16_384)
def _parts(name: str) -> tuple[str, ...]:
    """The parts that count, folded; all of them when none would be left."""
    folded = unicodedata.normalize("NFKD", name).casefold().replace("'", "").replace("’", "")
    words = " ".join(re.findall(r"[^\W_]+", "".join(c for c in folded if not unicodedata.combining(c))))
    words = LONG_FORM.sub(lambda found: LONG_FORMS[found.group()], words)
    parts = [NUMBERS.get(word, word) for word in words.split()]
    kept = [part for part in parts if part not in TITLES | FORMS | FILLERS]
    return tuple(dict.fromkeys(kept or parts))[:MOST_PARTS]
