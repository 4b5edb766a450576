"""Stretches: where the words of a phrase stand so close together in a claim that they may belong to one another.

A claim is a string with one sign for each word (index.py), so that a regular expression cuts its stretches out at once.
Two stretches are further apart than a phrase may reach; so each is solved alone, and one that stands in many claims
(Zipf) is solved once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from xref.themes.index import Index
from xref.themes.phrases import DENIED_GAP, Laid, Placed, find_places, lay
from xref.themes.units import Unit


@attrs.frozen(eq=False)
class Found:
    """A phrase in a claim."""

    units: tuple[Unit, ...]
    """the units of the phrase"""
    placed: Placed
    """where they lie"""


@attrs.define(eq=False)
class Stretches:
    """Solves the stretches of one phrase."""

    index: Index
    """the corpus"""
    units: tuple[Unit, ...]
    """the units of the phrase"""
    limits: tuple[int, int]
    """content words that may stand between, and the least score in tenths"""
    need: int
    """points that the units must weigh together"""
    pattern: re.Pattern[str] = attrs.field(init=False)
    """a stretch"""
    perfect: re.Pattern[str] | None = attrs.field(init=False)
    """the whole phrase in its order with nothing but light words between; None where this is not the best way"""
    weights: dict[str, int] = attrs.field(init=False)
    """sign → numbers of the units it may belong to, as bits"""
    heavy: dict[int, bool] = attrs.field(factory=dict)
    """units as bits → whether they weigh enough"""
    enough: dict[str, bool] = attrs.field(factory=dict)
    """stretch → whether its units weigh enough"""
    solved: dict[str, Placed | None] = attrs.field(factory=dict)
    """stretch → the best way to lay the phrase on it, counted from its first word"""
    shapes: dict[tuple[int, ...], Placed | None] = attrs.field(factory=dict)
    """the same by the words of the phrase in a stretch alone: of others it only counts whether they are light"""

    def __attrs_post_init__(self) -> None:
        self.weights = {}
        for number, unit in enumerate(self.units):
            for sign in _signs(unit, self.index):
                self.weights[sign] = self.weights.get(sign, 0) | 1 << number
        self.perfect = _perfect(self.units, self.index, self.limits[0])
        inner = "".join(map(re.escape, self.weights))
        free = max(1, 2 * self.limits[0] + 2)  # words of any kind that may stand between (phrases.py)
        # where no unit is enough by itself a stretch of one word is none
        several = "+" if max(unit.weight for unit in self.units) < self.need else "*"
        self.pattern = re.compile(f"[{inner}](?:[^{inner}]{{0,{free}}}[{inner}]){several}" if inner else r"(?!)")

    def likely(self, number: int) -> bool:
        """Whether a stretch of claim `number` holds units that weigh enough."""
        for said in self.pattern.findall(self.index.lines[number]):
            if said not in self.enough:
                self.enough[said] = self._weigh(said)
            if self.enough[said]:
                return True
        return False

    def _weigh(self, said: str) -> bool:
        held = 0
        for sign in said:
            held |= self.weights.get(sign, 0)
        return self._enough(held)

    def solve(self, numbers: Iterable[int]) -> Finds:
        """The phrase in the claims `numbers`; for units that no group and no day may meet."""
        lines = self.index.lines
        found: dict[int, str | re.Match[str]] = {}
        rest = numbers
        if self.perfect is not None:
            search = self.perfect.search
            # the pattern bounds each gap alone: only with three units may they be too many together
            most = len(self.units) + _free(self.units, self.limits[0]) if len(self.units) > 2 else 1 << 30
            rest = []
            for number in numbers:
                met = search(lines[number])
                if met is not None and (most == 1 << 30 or met.end() - met.start() <= most):
                    found[number] = met
                else:
                    rest.append(number)
        self._others(rest, found)
        return Finds(self, found)

    def _others(self, numbers: Iterable[int], found: dict[int, str | re.Match[str]]) -> None:
        """Adds the claims in which the phrase does not stand perfectly."""
        lines, cut, solved = self.index.lines, self.pattern.findall, self.solved
        for number in numbers:
            best = 0
            for said in cut(lines[number]):
                try:
                    placed = solved[said]
                except KeyError:
                    placed = solved[said] = self._lay(said)
                # of equals the earliest stands
                if placed is not None and placed.score > best:
                    best = placed.score
                    found[number] = said

    def at(self, number: int, said: str | re.Match[str]) -> Placed:
        """Where the phrase lies in claim `number`, `said` being its best stretch or where it stands perfectly."""
        if isinstance(said, str):
            line = self.index.lines[number]
            start = next(m.start() for m in self.pattern.finditer(line) if m.group() == said)
        else:
            start, said = said.start(), said.group()
        if said not in self.solved:
            self.solved[said] = self._lay(said)
        placed = self.solved[said]
        if placed is None:
            raise KeyError(number)
        return _move(placed, start) if start else placed

    def _lay(self, said: str) -> Placed | None:
        weights, light = self.weights, self.index.light
        tokens = self.index.read(said)
        held, shape = 0, []
        for sign, token in zip(said, tokens, strict=True):
            bits = weights.get(sign, 0)
            held |= bits
            shape.append(token if bits else -1 - (token >> 2 in light))
        if not self._enough(held):
            return None
        mark = tuple(shape)
        if mark not in self.shapes:
            self.shapes[mark] = self._place(tokens)
        return self.shapes[mark]

    def _place(self, tokens: Sequence[int]) -> Placed | None:
        spots = [find_places(unit, tokens, (), ()) for unit in self.units]
        return lay(self.units, spots, tokens, self.index, self.limits)

    def _enough(self, held: int) -> bool:
        if held not in self.heavy:
            self.heavy[held] = sum(unit.weight for n, unit in enumerate(self.units) if held >> n & 1) >= self.need
        return self.heavy[held]


@attrs.frozen(eq=False)
class Finds(Mapping[int, Found]):
    """Number of a claim → the phrase in it; the words are counted out when a claim is asked for."""

    stretches: Stretches
    """of the phrase"""
    said: Mapping[int, str | re.Match[str]]
    """number of a claim → the stretch that holds the phrase best, or where it stands perfectly"""

    def __getitem__(self, number: int) -> Found:
        return Found(self.stretches.units, self.stretches.at(number, self.said[number]))

    def __iter__(self) -> Iterator[int]:
        return iter(sorted(self.said))

    def __len__(self) -> int:
        return len(self.said)


def _move(placed: Placed, by: int) -> Placed:
    units = tuple(
        laid and Laid(tuple(p + by for p in laid.places), laid.likeness, laid.how, laid.group, laid.entry)
        for laid in placed.units
    )
    return Placed(placed.score, units, placed.own)


def _free(units: Sequence[Unit], gap: int) -> int:
    """Words of any kind that may stand between those of a phrase (phrases.py)."""
    return 2 * (min(gap, DENIED_GAP) if any(unit.denies for unit in units) else gap) + 2


def _perfect(units: Sequence[Unit], index: Index, gap: int) -> re.Pattern[str] | None:
    """No way to lay a phrase is better than all its units in order, each with likeness 100 and light words between.

    The first match is the earliest such way and, since its gaps are lazy, the shortest from there.
    """
    said = []
    for unit in units:
        if len(unit.options) > 1 or unit.options[0].loose or len(unit.options[0].tables) > 1:
            return None
        whole = {n for n, (likeness, _) in unit.options[0].tables[0].items() if likeness == 1000}
        signs = "".join(re.escape(s) for s in _signs(unit, index) if index.marks[ord(s)] >> 2 in whole)
        if not signs:
            return None
        said.append(f"[{signs}]")
    return re.compile(f"{index.between}{{0,{_free(units, gap)}}}?".join(said))


def _signs(unit: Unit, index: Index) -> Iterator[str]:
    """The signs of the words that can be part of a unit."""
    for option in unit.options:
        for table, capital in zip(option.tables, option.capitals, strict=True):
            for number in table:
                yield from (sign for sign in index.signs[number] if index.marks[ord(sign)] & 3 >= capital)
