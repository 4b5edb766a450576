"""The words of one sentence with their grammatical classes, as far as word lists and neighbours tell.

A class is one letter (`CLASSES`). Grammar words are listed; verb forms come from verbs.py; a form that may be a noun
("plans", "report") is decided by its neighbours, as in the first rule-based taggers (Klein and Simmons 1963; Brill
1992); every other word is a noun or adjective, which noun phrases need not tell apart.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import attrs

from xref.segment.neighbours import by_neighbours
from xref.segment.nonnames import is_ordinary, word_set
from xref.segment.verbs import verb_forms

CLASSES = {
    "D": "determiner", "P": "preposition", "R": "subject pronoun", "r": "object pronoun", "X": "auxiliary", "M": "modal",
    "T": "to", "N": "not", "A": "adverb", "C": "and, or, but", "S": "subordinator", "H": "that", "W": "wh-word",
    "B": "number", "K": "name", "O": "noun or adjective", "J": "participle before its noun", "L": "base or plural verb",
    "V": "third person or past verb", "E": "past form that may be a participle", "G": "-ing form", "Q": "quotation",
    "Y": "possessive 's", "Z": "day or month", ",": "comma", ";": "semicolon", ":": "colon", "-": "dash", "(": "opening bracket",
    ")": "closing bracket", ".": "stop",
}  # fmt: skip
"""what each letter means"""

_LISTED = {
    "D": "the a an this these those his her its their our my your some any no each every another both all many few several"
    " most either neither such enough",
    "P": "of in on at by for from with about against into over under between through during without within among amid"
    " toward towards upon across behind beyond near inside outside around along despite besides versus per via regarding"
    " concerning including like unlike above below beneath beside throughout following alongside onto off up down out"
    " aboard excluding minus plus",
    "R": "he she they we i it you there",
    "r": "him them us me himself herself themselves itself myself yourself ourselves",
    "X": "is are was were be been being am has have had having do does did done doing isn't aren't wasn't weren't hasn't"
    " haven't hadn't don't doesn't didn't ain't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t ain’t",
    "M": "will would can could may might must shall should cannot won't wouldn't can't couldn't shouldn't mustn't won’t"
    " wouldn’t can’t couldn’t shouldn’t mustn’t ought",
    "T": "to",
    "N": "not never n't n’t",
    "C": "and or but nor yet &",
    "S": "if because while whilst although though unless until whereas whether since when whenever once lest as than before after"
    " so",
    "H": "that",
    "W": "who which whom whose what where why how whoever whatever",
    "A": "also then now too however meanwhile later earlier again still even just only already often always almost perhaps"
    " maybe instead thus therefore moreover furthermore nevertheless nonetheless otherwise indeed soon once ever here very rather quite further first last thereby hence else together back away ago"
    " there's not-so apparently once-again sometimes",
}  # fmt: skip
_NOT_LY = word_set(
    "family only daily weekly monthly rally reply ally supply apply italy july assembly early likely friendly elderly costly"
    " deadly ugly lonely lovely holy belly bully homily anomaly monopoly imply comply rely fly ally multiply kelly billy"
    " sally molly emily"
)
_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september"
    " october november december today yesterday tomorrow tonight"
)
TIMES = _DAYS | word_set("morning afternoon evening night week month year")
"""words of time, which stand between a source and its verb without a preposition"""
_TOKEN = re.compile(
    r"\"¤*,?\"|¤+|\d+(?:-[^\W\d_]+)+|[$€£]?\d[\d,.]*\d%?|[$€£]?\d%?|[^\W\d_]+n['’]t(?!\w)|['’](?:s|re|ve|ll|d|m)(?!\w)|(?<=s)['’](?![\w¤])"
    r"|[^\W_](?:[^\W_]|[.&/@](?=[^\W_])|\u2024(?=-?[^\W_])|-(?=[^\W_])|['’](?!(?:s|re|ve|ll|d|m)\b)(?=[^\W_]))*\u2024?|[-–—]+|[,;:()\[\].?!…]|\S",
)
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", ".": ".", "?": ".", "!": ".", "…": ".",
    '"': "Q",
}  # fmt: skip


@functools.cache
def _closed() -> dict[str, str]:
    found = {word: letter for letter, words in _LISTED.items() for word in words.split()}
    found["her"] = "D"
    return found


@attrs.frozen
class Words:
    """One masked sentence as words; the three sequences run beside each other."""

    masked: str
    """the sentence, quoted words blanked (cues.mask)"""
    spans: tuple[tuple[int, int], ...]
    """where each word stands in it"""
    low: tuple[str, ...]
    """lower case"""
    tags: str
    """one letter of CLASSES for each word"""

    def __len__(self) -> int:
        return len(self.low)

    def start(self, n: int) -> int:
        """First character of word `n`."""
        return self.spans[n][0]

    def end(self, n: int) -> int:
        """One past the last character of word `n`."""
        return self.spans[n][1]


def read_words(masked: str, names: Sequence[tuple[int, int]]) -> Words:
    """The words of a masked sentence; `names` are the stretches of it that are names."""
    spans: list[tuple[int, int]] = []
    low: list[str] = []
    first: list[str] = []
    inside = iter(names)
    name = next(inside, None)
    for match in _TOKEN.finditer(masked):
        start, end = match.span()
        said = match.group()
        spans.append((start, end))
        low.append(said.lower())
        while name and name[1] <= start:
            name = next(inside, None)
        named = name is not None and name[0] <= start and end <= name[1] and (said[0].isupper() or said == "of")
        first.append("K" if named else _class_of(said, not first or first[-1] in ".:Q(-"))
    for n in range(len(first) - 1):
        if first[n] == "L" and masked[spans[n][0]].isupper() and first[n + 1] == "K":
            # "Rob Collins": a given name that is a verb too
            first[n] = "K"
    return Words(masked, tuple(spans), tuple(low), by_neighbours(first, low))


@functools.lru_cache(maxsize=100_000)
def _class_of(said: str, opens: bool) -> str:
    """The class of a word by itself; `opens` whether its capital may be the sentence's."""
    if said[0] in '¤"':
        return "Q"
    if said in _PUNCTUATION:
        return _PUNCTUATION[said]
    if said[0] in "-–—":
        return "-"
    low = said.lower()
    if low[0] in "'’":
        return "Y" if low in ("'", "’", "'s", "’s") else "M" if low[1:] in ("ll", "d") else "X"
    if said[0].isdigit() or said[0] in "$€£":
        return "B"
    if low in _DAYS:
        return "Z"
    listed = _closed().get(low)
    if listed and (opens or said[0].islower() or listed in "RDPCSTHWXMN"):
        return listed
    if said[0].isupper() and not opens:
        return "K"
    return _open_class(low, said[0].isupper())


def _open_class(low: str, capital: bool) -> str:
    shapes = {form.shape for form in verb_forms().get(low, ())}
    if shapes:
        if shapes == {"ing"}:
            return "G"
        if "base" in shapes:
            return "L"
        if "third" in shapes or "participle" not in shapes:
            return "V"
        return "E"
    if capital:
        # a word that no list knows and that has a capital is a name, even where a sentence begins
        return "O" if is_ordinary(low) or low.endswith("ly") else "K"
    if low.endswith("ly") and low not in _NOT_LY and len(low) > 4:
        return "A"
    if low.endswith("ing") and len(low) > 5 and "-" not in low:
        return "G"
    if low.endswith("ed") and len(low) > 4 and not low.endswith(("eed", "bed", "hundred")) and "-" not in low:
        return "E"
    return "O"
