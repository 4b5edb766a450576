"""The words that report: verbs, states ("is sure that"), nouns ("the claim that") and phrases ("according to").

They and what may follow each of them are data (cues.toml). Here they are found in a sentence laid out as words, with
their auxiliaries, and told whether they are finite, passive, negated. A candidate still has to find its source and its
content; most do not, and then report nothing.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib import resources

import attrs

from xref.segment.grammar import Words
from xref.segment.nonnames import word_set
from xref.segment.verbs import BASE, ING, PARTICIPLE, PAST, THIRD, verb_forms

_TAGS = re.compile(r"</?[A-Za-z][^<>\n]{0,60}>|[*_]{1,3}(?=\w)|(?<=\w)[*_]{1,3}")
DOT = "\u2024"
"""stands for the full stop of an abbreviation in a masked sentence, so that every other full stop ends something"""
_INNER = re.compile(r"(?<=[^\W\d_])\.(?=[^\n.!?…]*\w)(?!\.)")


@attrs.frozen
class Entry:
    """A word that reports, from cues.toml."""

    word: str
    """base form, or the noun or adjective as written; "point+out" is "point" """
    rest: tuple[str, ...]
    """words that must follow it"""
    frames: Mapping[str, str]
    """what may follow → the kind of attribution that it then is"""


@attrs.frozen
class Lexicon:
    """Everything in cues.toml, by the word that is met in a text."""

    verbs: Mapping[str, tuple[Entry, ...]]
    """base form → entries, those with words that must follow first"""
    states: Mapping[str, Entry]
    """adjective → entry"""
    nouns: Mapping[str, Entry]
    """noun → entry"""
    phrases: tuple[tuple[str, ...], ...]
    """phrases that stand before a source"""


@attrs.frozen
class Cue:
    """A reporting word or phrase."""

    first: int
    """first word of it in the sentence, auxiliaries included"""
    last: int
    """one past its last word"""
    verb: str
    """the base form, noun or adjective"""
    group: str
    """"verb", "state", "noun" or "according" """
    shape: str
    """of a verb: "finite", "passive", "ing" (without auxiliary), "infinitive"; else empty"""
    frames: Mapping[str, str]
    """what may follow → the kind of attribution that it then is"""
    negated: bool = False
    """whether "not", "never" or the like denies it"""
    asked_for: bool = False
    """whether a relative or question word stands before its subject ("which he said was long")"""


def mask(sentence: str, quoted: list[tuple[int, int]]) -> str:
    """`sentence` with quoted words turned to ¤ (marks to ", a comma before the last kept) and mark-up to spaces."""
    chars = list(sentence)
    for start, end in quoted:
        comma = end - start > 3 and chars[end - 2] == ","
        chars[start:end] = "¤" * (end - start)
        chars[end - 2] = "," if comma else chars[end - 2]
        chars[start] = '"'
        chars[end - 1] = '"'
    text = _TAGS.sub(lambda m: " " * len(m.group()), "".join(chars))
    # the sentence is one: a stop inside it belongs to an abbreviation
    return _INNER.sub(DOT, text)


@functools.cache
def load_lexicon() -> Lexicon:
    """The shipped lexicon, read once."""
    data = tomllib.loads(resources.files("xref.data").joinpath("cues.toml").read_text(encoding="utf-8"))
    gathered: dict[str, dict[tuple[str, ...], dict[str, str]]] = {"verbs": {}, "states": {}, "nouns": {}}
    for part, found in gathered.items():
        for group in data[part]:
            for listed in group["words"].split():
                frames = found.setdefault(tuple(listed.split("+")), {})
                for frame in group["frames"].split():
                    frames.setdefault(frame, group["kind"])
    verbs: dict[str, list[Entry]] = {}
    for words, frames in gathered["verbs"].items():
        verbs.setdefault(words[0], []).append(Entry(words[0], words[1:], frames))
    return Lexicon(
        verbs={word: tuple(sorted(rows, key=lambda row: -len(row.rest))) for word, rows in verbs.items()},
        states={words[0]: Entry(words[0], (), frames) for words, frames in gathered["states"].items()},
        nouns={words[0]: Entry(words[0], (), frames) for words, frames in gathered["nouns"].items()},
        phrases=tuple(tuple(phrase.split()) for phrase in data["phrases"]["according"]),
    )


_LINKING = word_set(
    "is are was were be been being am feel feels felt seem seems seemed become becomes became remain remains remained"
    " isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t 's ’s 're ’re 'm ’m sound sounds sounded appear appears appeared"
    " grow grows grew grown get gets got"
)
_CHAIN = word_set(
    "go went goes going gone on continue continues continued begin began begins begun start started seem seems seemed appear"
    " appears appeared has have had used need needs tend tends come came be quick proceed proceeded try tried reported"
    " alleged said believed understood known supposed thought"
)
_GOING_ON = word_set("start started starts begin began begins continue continued continues keep kept keeps")
_NEGATIVE = word_set("not never cannot n't hardly nor neither no nobody none rarely")
_BE = word_set(
    "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t get got gets getting"
)


def find_cues(words: Words) -> list[Cue]:
    """The cues of a sentence, in order."""
    found: list[Cue] = []
    lexicon = load_lexicon()
    for n, low in enumerate(words.low):
        cue = None
        tag = words.tags[n]
        if low in lexicon.states and tag in "OJEGA":
            cue = _state_at(words, n, lexicon.states[low])
        if cue is None and tag in "VELG":
            cue = _verb_at(words, n, lexicon)
        if cue is None and low in lexicon.nouns and tag in "OLVK":
            cue = Cue(n, n + 1, low, "noun", "", lexicon.nouns[low].frames)
        if cue is None and low in ("according", "in", "as"):
            cue = _phrase_at(words, n, lexicon)
        if cue is not None:
            found.append(cue)
    return found


def _verb_at(words: Words, n: int, lexicon: Lexicon) -> Cue | None:
    for form in verb_forms().get(words.low[n], ()):
        for entry in lexicon.verbs.get(form.base, ()):
            last = n + 1 + len(entry.rest)
            if words.low[n + 1 : last] == entry.rest:
                return _with_auxiliaries(words, n, last, entry)
    return None


def _with_auxiliaries(words: Words, n: int, last: int, entry: Entry) -> Cue | None:
    """The cue at word `n` with what stands before it: "has repeatedly been", "did not", "went on to"."""
    shapes = {form.shape for form in verb_forms()[words.low[n]] if form.base == entry.word}
    first, helped, negated = n, [], False
    at = n
    while at > 0:
        tag, low = words.tags[at - 1], words.low[at - 1]
        if tag == "N" or low in _NEGATIVE:
            negated = True
        elif tag in "XM" or (tag == "E" and low in ("got", "been", "had")):
            helped.append(low)
            negated = negated or low.endswith(("n't", "n’t")) or low == "cannot"
            first = at - 1
        elif tag == "T" and (shapes & {BASE} or helped[-1:] == ["have"]):
            helped.append("to")
            first = at - 1
        elif (tag in "VE" and low in _GOING_ON and ING in shapes and not helped) or ("to" in helped and low in _CHAIN):
            helped.append(low)
            first = at - 1
        elif tag != "A" and low not in ("long", "both", "all"):
            break
        at -= 1
    shape = _shape(shapes, helped)
    return Cue(first, last, entry.word, "verb", shape, entry.frames, negated) if shape else None


def _shape(shapes: set[str], helped: list[str]) -> str:
    """Finite, passive, "ing" or infinitive, from the verb's own forms and its auxiliaries, the nearest first."""
    near = helped[0] if helped else ""
    if near == "to":
        rest = [low for low in helped if low != "to"]
        return "finite" if rest else "infinitive"
    if near in _BE or near in ("'s", "’s", "'re", "’re", "'m", "’m", "been", "being"):
        if ING in shapes:
            return "finite"
        return "passive" if PARTICIPLE in shapes else ""
    if near in _GOING_ON:
        return "finite"
    if helped:
        return "finite" if shapes & {BASE, PARTICIPLE, PAST} else ""
    if ING in shapes:
        return "ing"
    return "finite" if shapes & {BASE, THIRD, PAST, PARTICIPLE} else ""


def _state_at(words: Words, n: int, entry: Entry) -> Cue | None:
    """ "is not so sure": an adjective of the lexicon after a linking verb."""
    at, negated = n, False
    while at > 0 and (words.tags[at - 1] in "AN" or words.low[at - 1] in ("so", "more", "less", "too", "pretty", "as")):
        negated = negated or words.low[at - 1] in _NEGATIVE
        at -= 1
    if at == 0 or words.low[at - 1] not in _LINKING:
        return None
    first = at - 1
    negated = negated or words.low[first].endswith(("n't", "n’t"))
    while first > 0 and (words.tags[first - 1] in "XMA" and words.low[first - 1] not in ("'s", "’s")):
        first -= 1
    return Cue(first, n + 1, words.low[n], "state", "finite", entry.frames, negated)


def _phrase_at(words: Words, n: int, lexicon: Lexicon) -> Cue | None:
    for phrase in lexicon.phrases:
        if words.low[n : n + len(phrase)] == phrase:
            return Cue(n, n + len(phrase), " ".join(phrase), "according", "", {"end": "speech"})
    return None
