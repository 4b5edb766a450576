"""What it means that a phrase stands in a claim (docs/matching.md says it in full; tests/themes/plain.py once more).

The units of the phrase (units.py) are laid on words of the claim, each on words of its own, some perhaps on none. The
score is the mean likeness of the units by weight, less 2 points for each content word between, less 4 for each two
units that are turned. At most `gap` content words may stand between, and twice as many plus two of any kind.
Of all ways to lay a phrase the best one counts, then the earliest, then the shortest. Points are whole tenths: no sum
depends on its order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from xref.themes.cover import Cover
from xref.themes.index import Index
from xref.themes.units import Option, Unit

GAP_POINTS = 20
"""tenths off for each content word between: three of them still pass at the default threshold"""
TURN_POINTS = 40
"""tenths off for each two units that stand the other way round: "quid quo pro" is still "quid pro quo" """
DENIED_GAP = 1
"""content words that may stand between in a phrase with a negation"""
MAX_TURNED = 6
"""units of a phrase that may be turned: the orders of more say nothing"""


@attrs.frozen(order=True)
class Laid:
    """One unit on its words."""

    places: tuple[int, ...]
    """numbers of the words of the claim, ascending"""
    likeness: int
    """tenths, 0-1000"""
    how: str
    """"exact", "stem", "spelling", "negation", "group" or "calendar", the weakest of its words"""
    group: str
    """thesaurus group it comes through, or empty"""
    entry: str
    """the group's entry"""


@attrs.frozen
class Placed:
    """The best way to lay a phrase on a claim."""

    score: int
    """tenths, 0-1000"""
    units: tuple[Laid | None, ...]
    """for each unit where it lies; None where it is missing"""
    own: int
    """share of the phrase's weight met by its own words, in tenths of a percent"""

    @property
    def places(self) -> tuple[int, ...]:
        """The numbers of all words it lies on, ascending."""
        return tuple(sorted(place for laid in self.units if laid for place in laid.places))


_RANK = {"exact": 0, "stem": 1, "spelling": 2, "negation": 3, "group": 4, "calendar": 5}


def weakest(hows: Sequence[str]) -> str:
    """The weakest kind of likeness among `hows`."""
    return max(hows, key=_RANK.__getitem__)


def find_places(unit: Unit, tokens: Sequence[int], cover: Cover, days: Sequence[tuple[int, int]]) -> list[Laid]:
    """Every place of `unit` among `tokens`, best first for each set of words.

    `days` are the words of dates that mean a day of the unit's calendar: first word, word after the last.
    """
    found: dict[tuple[int, ...], Laid] = {}
    openings = unit.openings
    for start, token in enumerate(tokens):
        for option in openings.get(token >> 2, ()):
            laid = _option(option, tokens, start, cover)
            if laid and (laid.places not in found or _better(laid, found[laid.places])):
                found[laid.places] = laid
    for first, after in days if unit.calendar else ():
        laid = Laid(tuple(range(first, after)), 850, "calendar", unit.calendar, "")
        if laid.places not in found or _better(laid, found[laid.places]):
            found[laid.places] = laid
    return sorted(found.values(), key=lambda x: (x.places, -x.likeness))


def _better(new: Laid, old: Laid) -> bool:
    return (-new.likeness, _RANK[new.how], new.group, new.entry) < (-old.likeness, _RANK[old.how], old.group, old.entry)


def _option(option: Option, tokens: Sequence[int], start: int, cover: Cover) -> Laid | None:
    """The option at word `start`, whose number can begin it; None when it does not stand there."""
    if (tokens[start] & 3) < option.capitals[0]:
        return None
    places = _run(option, tokens, start) if len(option.tables) > 1 else (start,)
    if not places or (option.group and _hindered(option, tokens, places, cover)):
        return None
    if len(places) == 1:
        score, how = option.tables[0][tokens[start] >> 2]
        return Laid(places, score, how, option.group, option.entry)
    met = [table[tokens[p] >> 2] for table, p in zip(option.tables, places, strict=True)]
    likeness = sum(score for score, _ in met) // len(met)
    return Laid(places, likeness, weakest([how for _, how in met]), option.group, option.entry)


def _run(option: Option, tokens: Sequence[int], start: int) -> tuple[int, ...]:
    """The words of an option side by side from `start`; empty when they do not stand there."""
    places = [start]
    for table, capital in zip(option.tables[1:], option.capitals[1:], strict=True):
        for step in (1, 2) if option.loose else (1,):
            at = places[-1] + step
            if at < len(tokens) and tokens[at] >> 2 in table and (tokens[at] & 3) >= capital:
                places.append(at)
                break
        else:
            return ()
    return tuple(places)


def _hindered(option: Option, tokens: Sequence[int], places: tuple[int, ...], cover: Cover) -> bool:
    """Whether a word met through a group is part of a name, or of a longer expression that means something else."""
    if any(tokens[p] & 3 and p for p in places):
        return True
    length = len(places)
    return any(
        first <= places[0] and places[-1] < after and after - first > length and option.group not in groups
        for first, after, groups in cover
    )


def lay(
    units: Sequence[Unit], spots: Sequence[Sequence[Laid]], tokens: Sequence[int], index: Index, limits: tuple[int, int]
) -> Placed | None:
    """The best way to lay `units` on `tokens`, given the places of each; `limits` are the gap and the least score."""
    if len(units) == 1:
        return _alone(spots[0], tokens, index, limits)
    # a negation denies what stands beside it: "not the first time we propose" is no "not propose"
    limits = (min(limits[0], DENIED_GAP) if any(unit.denies for unit in units) else limits[0], limits[1])
    best: tuple[tuple[int, int, int, tuple[tuple[int, ...], ...]], Placed] | None = None
    total = sum(unit.weight for unit in units)
    turns = _may_turn(units)
    for chosen in _choices(units, spots, total, limits):
        placed = _score(units, chosen, tokens, index, (limits[0], total, turns))
        if placed is None or placed.score < limits[1]:
            continue
        places = placed.places
        order = (-placed.score, places[0], places[-1], tuple(laid.places if laid else () for laid in chosen))
        if best is None or order < best[0]:
            best = (order, placed)
    return best[1] if best else None


def _alone(spots: Sequence[Laid], tokens: Sequence[int], index: Index, limits: tuple[int, int]) -> Placed | None:
    """The best place of a phrase of one unit: what `lay` would find, without trying orders."""
    best: tuple[tuple[int, int, int], Laid] | None = None
    for laid in spots:
        first, last = laid.places[0], laid.places[-1]
        free = [n for n in range(first, last) if n not in laid.places] if last - first >= len(laid.places) else []
        between = sum(tokens[n] >> 2 not in index.light for n in free)
        order = (GAP_POINTS * between - laid.likeness, first, last)
        if between <= limits[0] and -order[0] >= limits[1] and (best is None or order < best[0]):
            best = (order, laid)
    if best is None:
        return None
    return Placed(-best[0][0], (best[1],), 0 if best[1].group else 1000)


def _may_turn(units: Sequence[Unit]) -> bool:
    """Whether the units may stand in another order: several content words, no negation (which denies what follows)."""
    if len(units) > MAX_TURNED or sum(unit.weight > 1 for unit in units) < 2:
        return False
    return not any(unit.ordered for unit in units)


def _choices(
    units: Sequence[Unit], spots: Sequence[Sequence[Laid]], total: int, limits: tuple[int, int]
) -> Iterator[tuple[Laid | None, ...]]:
    """Every way to give each unit a place of its own, or none, that can still reach the least score."""
    gap, least = limits
    reach = sum(max((len(laid.places) for laid in found), default=0) for found in spots) + 2 * gap + 2
    after = [0] * (len(units) + 1)
    for n in reversed(range(len(units))):
        after[n] = after[n + 1] + units[n].weight * max((laid.likeness for laid in spots[n]), default=0)

    def extend(
        number: int, chosen: tuple[Laid | None, ...], points: int, low: int, high: int
    ) -> Iterator[tuple[Laid | None, ...]]:
        if (points + after[number]) // total < least:
            return
        if number == len(units):
            if high >= 0:
                yield chosen
            return
        taken = {place for laid in chosen if laid for place in laid.places}
        for laid in spots[number]:
            first, last = min(low, laid.places[0]), max(high, laid.places[-1])
            if last - first < reach and not taken.intersection(laid.places):
                yield from extend(
                    number + 1, (*chosen, laid), points + units[number].weight * laid.likeness, first, last
                )
        if not units[number].required:
            yield from extend(number + 1, (*chosen, None), points, low, high)

    yield from extend(0, (), 0, 1 << 60, -1)


def _score(
    units: Sequence[Unit],
    chosen: Sequence[Laid | None],
    tokens: Sequence[int],
    index: Index,
    rules: tuple[int, int, bool],
) -> Placed | None:
    gap, total, turns = rules
    places = sorted(place for laid in chosen if laid for place in laid.places)
    inside = range(places[0], places[-1] + 1)
    free = [place for place in inside if place not in set(places)] if len(inside) > len(places) else []
    between = sum(tokens[place] >> 2 not in index.light for place in free)
    if between > gap or len(free) > 2 * gap + 2:
        return None
    firsts = [laid.places[0] for laid in chosen if laid]
    turned = sum(a > b for n, a in enumerate(firsts) for b in firsts[n + 1 :])
    if turned and not turns:
        return None
    points = sum(u.weight * laid.likeness for u, laid in zip(units, chosen, strict=True) if laid)
    own = sum(u.weight for u, laid in zip(units, chosen, strict=True) if laid and not laid.group)
    score = points // total - GAP_POINTS * between - TURN_POINTS * turned
    return Placed(score, tuple(chosen), own * 1000 // total)
