"""A phrase that was not found: how near a claim comes to it, and which words it wants.

The phrase is laid as always (phrases.py), but with every unit allowed to be missing and without a least score; what it
lacks is then told unit by unit. An explanation only: nothing found here is ever a hit.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from xref.model import EvidenceWord, Span
from xref.themes.finder import OWN_SHARE
from xref.themes.language import read_phrase
from xref.themes.phrases import Laid, Placed, find_places
from xref.themes.search import Searcher, spans_of
from xref.themes.units import Unit
from xref.words import Word

_STEPS = (800, 600, 400, 200, 1, -100_000)
"""least scores in tenths, tried one after the other: a high one cuts off most ways to lay a phrase"""


@attrs.frozen
class Lack:
    """A unit of a phrase that does not carry it."""

    asked: str
    """the phrase's own words"""
    why: str
    """what is wrong: missing, too far away, no capital, part of a name"""
    spans: tuple[Span, ...] = ()
    """where it stands all the same, in the document"""
    required: bool = False
    """whether the phrase is not found without it"""


@attrs.frozen
class Nearest:
    """How near a claim comes to one phrase."""

    phrase: str
    """as the codebook writes it"""
    score: float
    """0-100, what it reaches; 0 when no word is there"""
    least: float
    """what it must reach"""
    words: tuple[EvidenceWord, ...] = ()
    """the units that are there, near each other"""
    lacks: tuple[Lack, ...] = ()
    """the units that are not"""
    why: str = ""
    """why it is not found although its score is high enough; empty otherwise"""


def find_nearest(searcher: Searcher, text: str, number: int, least: float, *, wording: bool) -> Nearest:
    """How near claim `number` comes to the phrase `text`, which must reach `least` (0-100).

    Of a phrase with alternatives the nearest one is told; where only prepositions of it stand there, no word is.
    """
    own = text.lstrip().startswith("=")
    found = []
    for phrase in read_phrase(text.lstrip().removeprefix("=")):
        units = searcher.units(phrase, wording=wording and not own)
        found.append(_nearest(searcher, text, number, least, units))
    return max(found, key=lambda near: near.score)


def _nearest(searcher: Searcher, text: str, number: int, least: float, units: Sequence[Unit]) -> Nearest:
    content = [unit for unit in units if unit.weight > 1] or list(units)
    if not any(lack.why != "missing" for lack in (_lack(searcher, unit, number) for unit in content)):
        return Nearest(text, 0.0, least, (), tuple(Lack(u.text, "missing", (), u.required) for u in units))
    loose = [attrs.evolve(unit, required=False) for unit in units]
    placed = next((p for step in _STEPS if (p := searcher.place(loose, number, step))), None)
    laid = placed.units if placed else (None,) * len(units)
    words, shift = searcher.words(number), searcher.index.claims[number].span.start
    here = [(unit, x) for unit, x in zip(units, laid, strict=True) if x]
    lacks = [_lack(searcher, unit, number) for unit, x in zip(units, laid, strict=True) if not x]
    score = max(0.0, placed.score / 10) if placed else 0.0
    return Nearest(
        text,
        score,
        least,
        tuple(
            EvidenceWord(u.text, spans_of(x, words, shift), x.likeness / 10, x.how, searcher.label(x, number))
            for u, x in here
        ),
        tuple(lacks),
        _why(placed, lacks, score >= least),
    )


def _why(placed: Placed | None, lacks: Sequence[Lack], enough: bool) -> str:
    """Why a phrase with enough points is not found."""
    if not enough or placed is None:
        return ""
    needed = [lack.asked for lack in lacks if lack.required]
    if needed:
        return f"it is not found without {', '.join(needed)}"
    if placed.own < OWN_SHARE:
        return "met through groups of words alone, and no other word of the theme stands in the claim"
    return "its words stand in another order than the phrase allows"


def _lack(searcher: Searcher, unit: Unit, number: int) -> Lack:
    """What is wrong with a unit that does not lie with the others."""
    words, shift = searcher.words(number), searcher.index.claims[number].span.start
    spots = searcher.spots([unit], number)[0]
    why = "stands too far from the others" if spots else ""
    if not spots:
        tokens = searcher.index.tokens[number]
        plain = attrs.evolve(
            unit, options=tuple(attrs.evolve(o, capitals=(0,) * len(o.capitals)) for o in unit.options)
        )
        spots = [x for x in find_places(plain, tokens, (), ()) if not x.group]
        why = "stands without the capitals that the phrase has" if spots else ""
    if not spots:
        small = [token & ~3 for token in searcher.index.tokens[number]]
        spots = find_places(plain, small, (), ())
        why = "stands only inside a name or an expression of another meaning" if spots else "missing"
    return Lack(unit.text, why, _all_spans(spots, words, shift), unit.required)


def _all_spans(spots: Sequence[Laid], words: Sequence[Word], shift: int) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(span for x in spots for span in spans_of(x, words, shift)))
