"""The language of phrases: what a user may write between the quotation marks of a codebook (docs/codebook.md).

    secret letter                 words, in any inflection and spelling, near each other
    "in the dark"                 exactly these words in this order
    {sign, ratify} the treaty     alternatives: one phrase for each
    "war on {drugs, poverty}"     alternatives inside an exact phrase
    *Kosovo peace plan            a starred word must be there, whatever else of the phrase is missing
    New Deal                      a capital wants a capital, capitals (START) want capitals
    not made public               a negation is a word like any other, met by every negation

Grammar words (articles, auxiliaries, "of", "and") weigh nothing. Prepositions weigh little, and are only insisted on
where one other word is all the phrase has: "tied to", "before the election".
"""

from __future__ import annotations

import itertools
import re

import attrs

from xref.words import find_words

GRAMMAR = frozenset(
    "a an the this that these those some any all its his her their our my your and or is are was were be been being"
    " am do does did has have had having will would shall should can could may might must it he she they we i you who"
    " which what as such than so there".split()
)
"""words that weigh nothing: they say how words hang together, not what is spoken of"""
PARTICLES = frozenset(
    "of to for from by with at on in into onto over under up down off out about against before after until till since"
    " during between among through via upon within toward towards across around behind beyond near if when while but"
    " because despite".split()
)
"""prepositions and the like: they weigh one point, beside a content word's two to eight"""
NEGATIONS = frozenset("not no never none nor neither nothing nobody without cannot hardly".split())
"""words that deny; contractions in n't are of them"""
MAX_PLAIN = 32
"""plain phrases that one phrase with alternatives may stand for: more is a list of phrases"""
MAX_WORDS = 12
"""words of one plain phrase that are looked for; a longer phrase is a quotation, which reuse matching finds"""

_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|\{(?P<braced>[^{}]*)\}|(?P<plain>[^"{}]+)|(?P<stray>["{}])')


@attrs.frozen
class PhraseWord:
    """One word of a phrase."""

    key: str
    """folded"""
    text: str
    """as written"""
    capital: int = 0
    """0: any case meets it; 1: the text must have a capital; 2: capitals throughout"""
    run: int = 0
    """number of the quoted run it belongs to; 0 outside quotation marks"""
    starred: bool = False
    """whether it must be there"""
    negation: bool = False
    """whether any negation meets it"""
    hyphened: bool = False
    """whether a hyphen joins it to the word before"""

    @property
    def weightless(self) -> bool:
        """Whether it is a grammar word outside quotation marks."""
        return not self.run and not self.starred and not self.capital and self.key in GRAMMAR

    @property
    def particle(self) -> bool:
        """Whether it is a preposition outside quotation marks."""
        return not self.run and not self.starred and not self.capital and self.key in PARTICLES


@attrs.frozen
class Phrase:
    """A phrase without alternatives, ready to be looked for."""

    text: str
    """as the codebook writes it, alternatives and all"""
    words: tuple[PhraseWord, ...]
    """at least one"""


def is_negation(key: str) -> bool:
    """Whether a folded word denies."""
    return key in NEGATIONS or key.endswith(("n't", "n’t"))


def read_phrase(text: str) -> tuple[Phrase, ...]:
    """`text` as plain phrases, one for each choice of alternatives.

    Raises ValueError, with words for the user, when it holds no word, a bracket or quotation mark without its partner,
    or more alternatives than `MAX_PLAIN`.
    """
    slots: list[list[list[PhraseWord]]] = []
    run = 0
    for match in _TOKEN.finditer(text):
        if match["stray"]:
            other = {'"': '"', "{": "}", "}": "{"}[match["stray"]]
            raise ValueError(f"{match['stray']} without its {other}")
        if match["quoted"] is not None:
            run += 1
            slots.append(_quoted(match["quoted"], run))
        elif match["braced"] is not None:
            slots.append(_choices(match["braced"], 0))
        elif match["plain"].strip():
            slots.append([_words(match["plain"], 0)])
    count = 1
    for slot in slots:
        count *= len(slot)
    if count > MAX_PLAIN:
        raise ValueError(f"{count} combinations of alternatives, the limit is {MAX_PLAIN}: write several phrases")
    plain = [tuple(word for part in choice for word in part) for choice in itertools.product(*slots)]
    if not plain or not all(plain):
        raise ValueError("no word in it")
    if any(len(words) > MAX_WORDS for words in plain):
        raise ValueError(f"more than {MAX_WORDS} words: name what is telling in it, or quote a part")
    return tuple(Phrase(text, words) for words in dict.fromkeys(plain))


def _choices(braced: str, run: int) -> list[list[PhraseWord]]:
    """The alternatives between braces."""
    choices = [_words(part, run) for part in braced.split(",")]
    if not all(choices):
        raise ValueError("an empty alternative between { and }")
    return choices


def _quoted(text: str, run: int) -> list[list[PhraseWord]]:
    """What stands between quotation marks, once for each choice of the alternatives in it."""
    slots = []
    for match in _TOKEN.finditer(text):
        if match["stray"]:
            raise ValueError(f"{match['stray']} without its {'}' if match['stray'] == '{' else '{'}")
        braced = match["braced"]
        slots.append(_choices(braced, run) if braced is not None else [_words(match["plain"], run)])
    return [[word for part in choice for word in part] for choice in itertools.product(*slots)]


def _words(text: str, run: int) -> list[PhraseWord]:
    found: list[PhraseWord] = []
    for word in find_words(text):
        capital = 2 if len(word.text) > 1 and word.text.isupper() else int(word.text[:1].isupper())
        before = text[: word.span.start]
        found.append(
            PhraseWord(
                word.key,
                word.text,
                capital,
                run,
                starred=not run and before.endswith("*"),
                negation=not run and is_negation(word.key),
                hyphened=bool(found) and before.endswith(("-", "‐", "‑")),
            )
        )
    return found
