"""Claims and a codebook into hits: the way in (finder.py finds, recalled.py recalls)."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from xref.model import Claim, Codebook, Hit, Settings, WordGroup
from xref.themes.computed import Context, find_series
from xref.themes.days import find_vote_days
from xref.themes.finder import Finder
from xref.themes.index import index_claims
from xref.themes.search import Searcher
from xref.themes.thesaurus import Thesaurus, build_thesaurus, load_groups
from xref.themes.vocabulary import Vocabulary


def find_hits(
    claims: Sequence[Claim],
    codebook: Codebook,
    settings: Settings | None = None,
    context: Context | None = None,
) -> list[Hit]:
    """The hits of all themes in `claims`, ordered by claim and theme.

    `context` is what computed facets look at, and the calendars whose votes a date in a claim may mean.
    """
    finder = make_finder(claims, codebook, settings, context)
    hits: list[tuple[int, int, Hit]] = []
    for order, theme in enumerate(codebook.themes):
        hits += [(number, order, hit) for number, hit in finder.theme(theme)]
    return [hit for _, _, hit in sorted(hits, key=lambda h: h[:2])]


def make_finder(
    claims: Sequence[Claim],
    codebook: Codebook,
    settings: Settings | None = None,
    context: Context | None = None,
    whole: Vocabulary | None = None,
) -> Finder:
    """A finder for `claims`, with the shipped groups of words and the codebook's own.

    `whole` has the words of the whole corpus when `claims` are those of some documents only.
    """
    thesaurus = load_thesaurus(codebook.groups) if codebook.wording else None
    context = context or Context({})
    series = find_series(context.calendars, "")
    days = find_vote_days(claims, series.votes if series else ())
    return Finder(Searcher(index_claims(claims), settings or Settings(), thesaurus, days, whole), context)


@functools.lru_cache(maxsize=4)
def load_thesaurus(own: tuple[WordGroup, ...]) -> Thesaurus:
    """The shipped groups with the user's `own`; building them takes longer than reading a short document."""
    return build_thesaurus([*load_groups(), *own])
