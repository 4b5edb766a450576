"""Why a theme is, or is not, found in a claim: facet by facet, with what stands in its way (docs/matching.md)."""

from __future__ import annotations

import attrs

from xref import fold
from xref.model import Evidence, Facet, Hit, Theme
from xref.themes.computed import find_computed
from xref.themes.finder import Finder
from xref.themes.nearest import Nearest, find_nearest

SHOWN = 3
"""phrases told for a facet that is not found: the nearest ones"""


@attrs.frozen
class Side:
    """One facet's part of the answer."""

    facet: str
    """its name"""
    evidence: tuple[Evidence, ...] = ()
    """the words that carry it in this claim"""
    lent: tuple[Evidence, ...] = ()
    """words in another claim of the theme's scope that carry it for this one"""
    nearest: tuple[Nearest, ...] = ()
    """where it is not found: the phrases that come nearest, the nearest first"""
    asked: str = ""
    """the condition that is not fulfilled, for a computed facet"""


@attrs.frozen
class Veto:
    """What refuses a claim whatever its facets."""

    why: str
    """"an excluded phrase", "a repeated sentence", "another claim of its scope holds more" """
    evidence: tuple[Evidence, ...] = ()
    """the words of the excluded phrase"""
    claim: str = ""
    """id of the claim that counts instead"""


@attrs.frozen
class Answer:
    """Whether a theme is found in a claim, and why."""

    theme: str
    """id of the theme"""
    claim: str
    """id of the claim"""
    hit: str
    """id of the hit; empty when it is none"""
    sides: tuple[Side, ...]
    """the facets, in the order of the codebook"""
    vetoes: tuple[Veto, ...]
    """what refuses the claim"""


def explain_theme(finder: Finder, theme: Theme, claim: str) -> Answer:
    """Whether `theme` is found in the claim with the id `claim`, and why; KeyError when there is no such claim."""
    numbers = {each.id: number for number, each in enumerate(finder.searcher.index.claims)}
    number = numbers[claim]
    hits = dict(finder.theme(theme))
    facets = finder.facets(theme)
    vetoed = finder.vetoed(theme)
    sides = []
    for facet, found in zip(theme.facets, facets, strict=True):
        evidence = found.get(number, [])
        if facet.when and not evidence:
            # of claims without a word of the theme nobody has asked yet
            evidence = find_computed(facet, finder.searcher.index.claims, [number], finder.context).get(number, [])
        around = [] if evidence or theme.scope == "claim" else finder.around(number, theme.scope)
        lender = next((n for n in around if n in found and n not in vetoed), None)
        lent = found[lender] if lender is not None else []
        sides.append(_side(finder, theme, facet, number, (tuple(evidence), tuple(lent))))
    hit = hits.get(number)
    vetoes = _vetoes(finder, theme, number)
    if not hit and not vetoes and all(side.evidence or side.lent for side in sides):
        vetoes = _instead(finder, hits, theme, number, sides)
    return Answer(theme.id, claim, hit.id if hit else "", tuple(sides), tuple(vetoes))


def _side(
    finder: Finder, theme: Theme, facet: Facet, number: int, found: tuple[tuple[Evidence, ...], tuple[Evidence, ...]]
) -> Side:
    evidence, lent = found
    if evidence:
        return Side(facet.name, evidence)
    if facet.when:
        return Side(facet.name, (), lent, asked="; ".join(f"{c.key} = {_plain(c.value)}" for c in facet.when))
    least = finder.least(theme, facet)
    near = [find_nearest(finder.searcher, t, number, least, wording=facet.wording) for t in facet.phrases]
    near = [attrs.evolve(n, why=finder.other_sense(n.phrase, facet, theme, number) or n.why) for n in near]
    near = [each for each in near if each.words or any(lack.spans for lack in each.lacks)]
    # sorted keeps the codebook's order among equals
    return Side(facet.name, (), lent, tuple(sorted(near, key=lambda n: -n.score)[:SHOWN]))


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _vetoes(finder: Finder, theme: Theme, number: int) -> list[Veto]:
    searcher = finder.searcher
    found = []
    for text in theme.exclude:
        place = searcher.phrase(text, finder.least(theme), wording=False).get(number)
        if place:
            found.append(Veto("an excluded phrase", (searcher.evidence("exclude", text, number, place),)))
    if number in finder.repeats:
        claims = searcher.index.claims
        here = claims[number]
        first = next(c for c in claims if c.document == here.document and fold.key(c.text) == fold.key(here.text))
        found.append(Veto("a repeated sentence: it counts where it stands first", claim=first.id))
    return found


def _instead(finder: Finder, hits: dict[int, Hit], theme: Theme, number: int, sides: list[Side]) -> list[Veto]:
    """The claim that counts for the whole paragraph or document; or that only conditions hold here."""
    if not any(side.evidence and side.evidence[0].how != "computed" for side in sides):
        return [Veto("no words of the theme stand in this claim: computed and lent facets alone make no hit")]
    other = next((n for n in finder.around(number, theme.scope) if n in hits), None)
    claim = finder.searcher.index.claims[other].id if other is not None else ""
    return [Veto(f"one hit a {theme.scope}: another claim holds more of the theme", claim=claim)]
