"""Looks phrases up in an index: candidates by sets of claims, then the exact rule on each distinct stretch of words.

Pigeonhole: a phrase scores at most the weight of its units that are present. So a claim must hold one of the smallest
sets of units that weigh enough together; and these must stand near each other (stretch.py).
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

import attrs

from xref.model import Evidence, EvidenceWord, Settings, Span
from xref.themes.cover import Cover, Expressions, find_cover, find_expressions
from xref.themes.denial import find_denial
from xref.themes.index import Index
from xref.themes.language import Phrase, read_phrase
from xref.themes.parts import holds_entry
from xref.themes.phrases import Laid, Placed, find_places, lay, weakest
from xref.themes.stretch import Found, Stretches
from xref.themes.thesaurus import Thesaurus
from xref.themes.units import Builder, Unit
from xref.themes.vocabulary import Vocabulary
from xref.words import Word, find_words

MOST_SUBSETS = 6
"""units of a phrase up to which the sets of units that are enough are gone through one by one"""

Days = Mapping[int, Sequence[tuple[int, int, str]]]
"""number of a claim → dates in it that mean a day of a vote: first word, word after the last, the vote"""


@attrs.define(eq=False)
class Searcher:
    """Looks phrases up in one corpus."""

    index: Index
    """the corpus"""
    settings: Settings
    """limits"""
    thesaurus: Thesaurus | None
    """groups, or None where no group may meet a phrase"""
    days: Days
    """dates that mean a day of a vote"""
    whole: Vocabulary | None = None
    """the words of the whole corpus, when `index` has a part of it"""
    builder: Builder = attrs.field(init=False)
    """makes units"""
    found: dict[tuple[str, int, bool], Mapping[int, Found]] = attrs.field(factory=dict)
    """phrase, least score, wording → number of a claim → the phrase in it"""
    covers: dict[int, Cover] = attrs.field(factory=dict)
    """number of a claim → the expressions in it"""
    said: dict[int, list[Word]] = attrs.field(factory=dict)
    """number of a claim → its words with their places"""
    expressions: Expressions = attrs.field(init=False)
    """expressions of the thesaurus whose words stand in the corpus"""
    looked: int = attrs.field(default=0)
    """claims that the exact rule was asked for: the work done"""

    def __attrs_post_init__(self) -> None:
        self.builder = Builder(self.index, self.settings, Builder(self.whole, self.settings) if self.whole else None)
        self.expressions = find_expressions(self.index, self.thesaurus) if self.thesaurus else {}

    def phrase(self, text: str, least: float, *, wording: bool = True) -> Mapping[int, Found]:
        """Where the phrase stands with a score of at least `least` (0-100), claim by claim."""
        own = text.lstrip().startswith("=")
        mark = (text, round(least * 10), wording and not own)
        if mark not in self.found:
            thesaurus = self.thesaurus if mark[2] else None
            readings = []
            for phrase in read_phrase(text.lstrip().removeprefix("=") if own else text):
                # an expression of the thesaurus is met as a whole, or by its words one by one like any others
                if holds_entry(phrase, thesaurus):
                    readings.append(self._search(phrase, mark[1], wording=True))
                readings.append(self._search(phrase, mark[1], wording=False))
            self.found[mark] = readings[0] if len(readings) == 1 else _best(readings)
        return self.found[mark]

    def units(self, phrase: Phrase, *, wording: bool) -> tuple[Unit, ...]:
        """The units of a plain phrase in this corpus."""
        return self.builder.units(phrase, self.thesaurus if wording else None)

    def _search(self, phrase: Phrase, least: int, *, wording: bool) -> Mapping[int, Found]:
        units = self.units(phrase, wording=wording)
        total = sum(unit.weight for unit in units)
        need = -(-least * total // 1000)
        numbers = sorted(_candidates(units, [self._holders(unit) for unit in units], need))
        stretches = Stretches(self.index, units, (self.settings.gap, least), need)
        if not any(unit.calendar or any(option.group for option in unit.options) for unit in units):
            self.looked += len(numbers)
            return stretches.solve(numbers)
        dated = self.days if any(unit.calendar for unit in units) else {}
        found = {}
        for number in numbers:
            if number in dated or stretches.likely(number):
                placed = self.place(units, number, least)
                if placed:
                    found[number] = Found(units, placed)
        return found

    def _holders(self, unit: Unit) -> frozenset[int]:
        """Claims that may hold a unit: those with a word of each of its options that is rarest."""
        held: set[int] = set(self.days) if unit.calendar else set()
        for option in unit.options:
            tables = [[self.index.postings[n] for n in table] for table in option.tables]
            held.update(*min(tables, key=lambda lists: sum(map(len, lists))))
        return frozenset(held)

    def place(self, units: Sequence[Unit], number: int, least: int) -> Placed | None:
        """The best way to lay `units` on claim `number`."""
        self.looked += 1
        tokens = self.index.tokens[number]
        return lay(units, self.spots(units, number), tokens, self.index, (self.settings.gap, least))

    def spots(self, units: Sequence[Unit], number: int) -> list[list[Laid]]:
        """Every place of each of `units` in claim `number`."""
        tokens = self.index.tokens[number]
        days = [(first, after) for first, after, _ in self.days.get(number, ())]
        cover = self._cover(number) if any(o.group for u in units for o in u.options) else ()
        return [find_places(unit, tokens, cover, days) for unit in units]

    def _cover(self, number: int) -> Cover:
        if number not in self.covers:
            self.covers[number] = find_cover(self.index.tokens[number], self.expressions)
        return self.covers[number]

    def words(self, number: int) -> list[Word]:
        """The words of claim `number` with their places in its text."""
        if number not in self.said:
            self.said[number] = find_words(self.index.claims[number].text)
        return self.said[number]

    def evidence(self, facet: str, phrase: str, number: int, found: Found) -> Evidence:
        """A phrase in a claim as what a reader sees: the words, unit by unit, in characters of the document."""
        claim, words = self.index.claims[number], self.words(number)
        shift = claim.span.start
        places = found.placed.places
        laid = [(u, x) for u, x in zip(found.units, found.placed.units, strict=True) if x]
        denies = any(unit.ordered for unit in found.units)
        denial = None if denies else find_denial(claim.text, words, places[0])
        return Evidence(
            facet=facet,
            phrase=phrase,
            span=Span(words[places[0]].span.start, words[places[-1]].span.end).shift(shift),
            score=found.placed.score / 10,
            how=weakest([x.how for _, x in laid]),
            claim=claim.id,
            words=tuple(
                EvidenceWord(unit.text, spans_of(x, words, shift), x.likeness / 10, x.how, self.label(x, number))
                for unit, x in laid
            ),
            denied=denial.shift(shift) if denial else None,
        )

    def label(self, laid: Laid, number: int) -> str:
        """The group or the vote through which a unit was met; empty for its own words."""
        if laid.how == "calendar":
            return next(vote for first, after, vote in self.days[number] if (first, after - 1) == _ends(laid))
        return self.thesaurus.groups[laid.group].label if laid.group and self.thesaurus else ""


def _ends(laid: Laid) -> tuple[int, int]:
    return laid.places[0], laid.places[-1]


def spans_of(laid: Laid, words: Sequence[Word], shift: int) -> tuple[Span, ...]:
    """The words of a unit in the document, neighbours joined; `shift` is where the claim begins."""
    found: list[Span] = []
    last = -2
    for place in laid.places:
        span = words[place].span.shift(shift)
        if place == last + 1:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
        last = place
    return tuple(found)


def _best(readings: Sequence[Mapping[int, Found]]) -> dict[int, Found]:
    """Of several readings of a phrase the best in each claim."""
    best: dict[int, Found] = {}
    for reading in readings:
        for number, found in reading.items():
            if number not in best or _order(found) < _order(best[number]):
                best[number] = found
    return best


def _order(found: Found) -> tuple[int, int, int]:
    places = found.placed.places
    return -found.placed.score, places[0], places[-1]


def _candidates(units: Sequence[Unit], holders: Sequence[frozenset[int]], need: int) -> set[int]:
    """Claims whose units weigh at least `need` together and hold every required one."""
    if len(units) > MOST_SUBSETS:
        return _weighed(units, holders, need)
    found: set[int] = set()
    must = [n for n, unit in enumerate(units) if unit.required]
    for subset in _subsets([unit.weight for unit in units], must, need):
        first, *others = sorted((holders[n] for n in subset), key=len)
        found |= first.intersection(*others)
    return found


def _subsets(weights: Sequence[int], must: Sequence[int], need: int) -> list[tuple[int, ...]]:
    """The smallest sets of units that weigh at least `need` and hold all of `must`."""
    rest = [n for n in range(len(weights)) if n not in must]
    found: list[tuple[int, ...]] = []
    for count in range(len(rest) + 1):
        for some in itertools.combinations(rest, count):
            whole = {*must, *some}
            if whole and sum(weights[n] for n in whole) >= need and not any(whole.issuperset(f) for f in found):
                found.append(tuple(sorted(whole)))
    return found


def _weighed(units: Sequence[Unit], holders: Sequence[frozenset[int]], need: int) -> set[int]:
    """The same for a phrase of many units: of those that may be missing the rarest are the keys."""
    order = sorted(range(len(units)), key=lambda n: (len(holders[n]), n))
    rest = sum(unit.weight for unit in units)
    keys: set[int] = set()
    for n in order:
        if rest < need:
            break
        keys |= holders[n]
        rest -= units[n].weight
    for n, unit in enumerate(units):
        if unit.required:
            keys &= holders[n]
    return {
        number
        for number in keys
        if sum(u.weight for u, held in zip(units, holders, strict=True) if number in held) >= need
    }
