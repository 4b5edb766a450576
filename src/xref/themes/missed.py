"""Near misses: the claims that hold all facets of a theme but one, and the text that comes nearest to it."""

from __future__ import annotations

import attrs

from xref.model import Evidence, Theme
from xref.themes.finder import Finder
from xref.themes.nearest import Nearest, find_nearest

NEAR = 20.0
"""points under the threshold that are still near: one word of four is missing"""


@attrs.frozen
class NearMiss:
    """A claim with all facets but one."""

    claim: str
    """id of the claim"""
    facet: str
    """the facet that is missing"""
    found: tuple[Evidence, ...]
    """the best evidence of each of the others"""
    nearest: Nearest | None
    """the phrase of the missing facet that comes nearest; None when no word of any stands there"""


def find_near_misses(finder: Finder, theme: Theme) -> list[NearMiss]:
    """The claims that hold all facets but one, in order; of a theme of one facet those that nearly reach a phrase."""
    return [miss for _, miss in misses_of(finder, theme)]


def misses_of(finder: Finder, theme: Theme) -> list[tuple[int, NearMiss]]:
    """The near misses with the numbers of their claims."""
    facets = finder.facets(theme)
    refused = finder.vetoed(theme) | {number for number, _ in finder.theme(theme)}
    worded = [n for n, facet in enumerate(theme.facets) if not facet.when]
    claims = finder.searcher.index.claims
    numbers: set[int] = set()
    for n in worded:
        least = max(1.0, finder.least(theme, theme.facets[n]) - NEAR)
        for text in theme.facets[n].phrases if len(worded) == 1 else ():
            numbers |= set(finder.searcher.phrase(text, least, wording=theme.facets[n].wording))
        numbers |= set(facets[n])
    found = []
    for number in sorted(numbers - refused):
        around = [] if theme.scope == "claim" else finder.around(number, theme.scope)
        held = [[f[n] for n in (number, *around) if n in f and n not in refused] for f in facets]
        missing = [n for n, evidence in enumerate(held) if not evidence]
        if len(missing) == 1 and missing[0] in worded:
            facet = theme.facets[missing[0]]
            least = finder.least(theme, facet)
            near = [find_nearest(finder.searcher, t, number, least, wording=facet.wording) for t in facet.phrases]
            best = max(near, key=lambda n: n.score, default=None)
            others = tuple(evidence[0][0] for evidence in held if evidence)
            found.append(
                (number, NearMiss(claims[number].id, facet.name, others, best if best and best.words else None))
            )
    return found
