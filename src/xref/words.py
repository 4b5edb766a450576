"""Words with exact offsets, their stems, and whether two words are spellings of one.

A word is a run of letters and digits, apostrophes inside included; "U.S." is one word; a possessive 's is left out.
Stems: Snowball English (Porter2), https://snowballstem.org. Spelling: rapidfuzz ratio and optimal string alignment;
no cut-off separates variants from other words (nuclear/unclear scores as high as Rybakov/Ryabkov), so a word that a
dictionary knows (SCOWL, xref/data/english.txt) is never taken for a misspelling of another.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from importlib import resources
from itertools import chain

import attrs
import snowballstemmer
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from xref import fold
from xref.model import Span

_WORD = re.compile(r"(?:(?<![^\W_])[A-Za-z]\.){2,}(?![a-z])|[^\W_]+(?:['’][^\W_]+)*")

# British against American: these differences are spelling, whatever the dictionary says
_REGIONS = ((r"ence$", "ense"), (r"ences$", "enses"), (r"our(?=$|s$|ed$|ing$|able$)", "or"), (r"isation", "ization"),
            (r"is(?=e[sd]?$|ing$)", "iz"), (r"yse(?=[sd]?$)", "yze"), (r"tre(?=s?$)", "ter"), (r"ogue(?=s?$)", "og"),
            (r"amme(?=s?$)", "am"), (r"ll(?=ed$|ing$|er$|ers$|or$)", "l"), (r"ibre", "iber"),
            (r"eque(?=s?$)", "eck"))  # fmt: skip

# one of these stands in every word that a rule above changes
_BRITISH = re.compile("ence|our|is(?:ation|e|ing)|yse|tre|ogue|amme|ll|ibre|eque")

STOP = frozenset(
    "a about after again all also although am an and any are as at be because been before being but by can could did"
    " do does doing down during each few for from further had has have having he her here hers him himself his how i"
    " if in into is it its itself just may me might more most must my no nor not now of off on once only or other our"
    " ours out over own s same she should so some such t than that the their theirs them themselves then there these"
    " they this those through to too under until up upon us very was we were what when where which while who whom why"
    " will with would you your yours said says say one two".split()
)
"""grammar words, which weigh nothing when words are compared"""


@attrs.frozen
class Word:
    """One word of a text."""

    span: Span
    """where it stands"""
    text: str
    """as written"""
    key: str
    """folded: lower case, no accents"""
    stem: str
    """Snowball stem of the key"""


@functools.cache
def _stemmer() -> snowballstemmer.english_stemmer.EnglishStemmer:
    return snowballstemmer.stemmer("english")


STEMS: dict[str, str] = {}
"""folded word → its stem, of the words that were asked for; a run may begin with those of an earlier one (kept.py)"""
MOST_STEMS = 500_000
"""words in STEMS at the most: hostile filler is forgotten again"""


def stem_of(key: str) -> str:
    """The Snowball English stem of a folded word."""
    stem = STEMS.get(key)
    if stem is None:
        if len(STEMS) >= MOST_STEMS:
            STEMS.clear()
        stem = STEMS[key] = str(_stemmer().stemWord(key))
    return stem


@functools.cache
def grammar_stems() -> frozenset[str]:
    """The stems of grammar words."""
    return frozenset(map(stem_of, STOP))


@functools.lru_cache(maxsize=200_000)
def _forms(said: str) -> tuple[str, str]:
    """The folded word and its stem."""
    folded = fold.flat(said)
    return folded, stem_of(folded)


def find_words(text: str, span: Span | None = None) -> list[Word]:
    """The words of `text` (inside `span`), in order, with offsets into `text`."""
    found = []
    start, end = (span.start, span.end) if span else (0, len(text))
    for match in _WORD.finditer(text, start, end):
        said = match.group()
        if said[-2:] in ("'s", "’s") and len(said) > 2:
            said = said[:-2]
        at = match.start()
        found.append(Word(Span(at, at + len(said)), said, *_forms(said)))
    return found


@functools.lru_cache(maxsize=200_000)
def cut_piece(piece: str) -> tuple[tuple[str, str, str], ...]:
    """The words of a piece between spaces: as written, folded, stem. No word of `find_words` runs over a space.

    For whole corpora, which have millions of words and a few ten thousand distinct pieces (Zipf): each is cut once.
    """
    return tuple((word.text, word.key, word.stem) for word in find_words(piece))


class Stems(dict[str, tuple[str, ...]]):
    """A piece between spaces → the stems of its words, without those words that do not count."""

    def __init__(self, counts: Callable[[str, str], bool] = lambda said, key: True) -> None:
        """`counts`: whether a word counts, by how it is written and folded."""
        super().__init__()
        self._counts = counts

    def __missing__(self, piece: str) -> tuple[str, ...]:
        found = tuple(stem for said, key, stem in cut_piece(piece) if self._counts(said, key))
        self[piece] = found
        return found

    def of(self, text: str) -> Iterator[str]:
        """The stems of `text` in order."""
        return chain.from_iterable(map(self.__getitem__, text.split()))


@functools.cache
def ordinary() -> frozenset[str]:
    """Words of the shipped English list (SCOWL, size 35: the ordinary ones), folded."""
    listed = resources.files("xref.data").joinpath("english.txt").read_text(encoding="utf-8")
    return frozenset(fold.flat(line) for line in listed.splitlines() if line and not line.startswith("#"))


@functools.lru_cache(maxsize=200_000)
def region_free(key: str) -> str:
    """`key` with British spelling turned American, for comparison only."""
    for pattern, other in _REGIONS if _BRITISH.search(key) else ():
        key = re.sub(pattern, other, key)
    return key


@functools.lru_cache(maxsize=500_000)
def likeness(asked: str, met: str, least: float) -> tuple[float, str]:
    """How alike two folded words are, 0-100, and how: "exact", "stem", "spelling", or "" with 0.

    `least` is the rapidfuzz ratio from which a spelling counts. Words under six letters never match by spelling
    (Iran/Iraq is 75, letter/better 83), nor do words whose first letters differ (nuclear/unclear), nor a word that the
    dictionary knows as another one (missile/missive).
    """
    if asked == met:
        return 100.0, "exact"
    if stem_of(asked) == stem_of(met):
        return 100.0, "stem"
    if min(len(asked), len(met)) < 6 or asked[0] != met[0] or not (asked.isalpha() and met.isalpha()):
        return 0.0, ""
    if stem_of(region_free(asked)) == stem_of(region_free(met)):
        return 98.0, "spelling"
    if ordinary_stem(met):
        return 0.0, ""
    # one slip in a word of six letters, two from ten on
    if OSA.distance(asked, met, score_cutoff=2) > (1 if max(len(asked), len(met)) < 10 else 2):
        return 0.0, ""
    score = fuzz.ratio(asked, met, score_cutoff=least)
    return (float(score), "spelling") if score else (0.0, "")


def ordinary_stem(key: str) -> bool:
    """Whether the dictionary knows a folded word, or another form of it."""
    return key in ordinary() or stem_of(key) in _ordinary_stems()


@functools.cache
def _ordinary_stems() -> frozenset[str]:
    """The stems of the ordinary words, made once by tests/stems.py: stemming the list takes seconds."""
    listed = resources.files("xref.data").joinpath("stems.txt").read_text(encoding="utf-8")
    return frozenset(line for line in listed.splitlines() if line and not line.startswith("#"))
