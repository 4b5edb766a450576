"""Themes a user asks for, and where they were found."""

from __future__ import annotations

import attrs

from xref.model.actor import Office
from xref.model.span import Span


@attrs.frozen
class Facet:
    """One side of a theme: any one of its phrases is enough, and every facet is needed."""

    name: str
    """shown beside the marks, e.g. "writing" """
    phrases: tuple[str, ...]
    """what to look for, in ordinary words"""
    threshold: float | None = None
    """score a phrase must reach, 0-100; None takes the theme's"""


@attrs.frozen
class Theme:
    """A recurring subject: an AND of facets, each an OR of phrases."""

    id: str
    """letters, digits, _ and -"""
    label: str
    """for people"""
    description: str = ""
    """what belongs to it and what does not"""
    facets: tuple[Facet, ...] = ()
    """all of them must be found"""
    exclude: tuple[str, ...] = ()
    """phrases that veto a claim"""
    scope: str = "claim"
    """"claim": all facets in one claim; "neighbours": the next or previous claim of the paragraph may help"""
    threshold: float | None = None
    """score a phrase must reach, 0-100; None takes the setting"""
    aliases: tuple[str, ...] = ()
    """earlier ids, so that a rename keeps decisions"""


@attrs.frozen
class KnownActor:
    """An actor whom the user names in the codebook."""

    name: str
    """canonical name"""
    variants: tuple[str, ...] = ()
    """other spellings"""
    kind: str = "person"
    """"person", "org", "media" or "place" """
    offices: tuple[Office, ...] = ()
    """offices held, as the user states them"""


@attrs.frozen
class Codebook:
    """What a user looks for."""

    themes: tuple[Theme, ...] = ()
    """in the order of the file"""
    actors: tuple[KnownActor, ...] = ()
    """people and bodies the user knows"""
    title: str = ""
    """what the collection is about, for the report's head"""
    path: str = ""
    """where it was read, relative to the corpus"""
    digest: str = ""
    """SHA-256 of the file's bytes"""
    distinct: tuple[tuple[str, ...], ...] = ()
    """groups of names that are different people's, so that they are never proposed as one"""

    def theme(self, name: str) -> Theme:
        """The theme with id or alias `name`; raises KeyError when there is none."""
        for theme in self.themes:
            if name == theme.id or name in theme.aliases:
                return theme
        raise KeyError(name)


@attrs.frozen
class Evidence:
    """The words that carry one facet of a hit."""

    facet: str
    """name of the facet"""
    phrase: str
    """the codebook's phrase"""
    span: Span
    """the words found, in the document"""
    score: float
    """0-100"""
    how: str
    """"exact", "stem" or "spelling", the weakest of its words"""
    claim: str
    """id of the claim that holds the words; a neighbour's when the theme's scope allows"""


@attrs.frozen
class Hit:
    """A theme found in a claim."""

    id: str
    """content-based"""
    claim: str
    """id of the claim"""
    theme: str
    """id of the theme"""
    score: float
    """0-100: the weakest facet's best evidence"""
    evidence: tuple[Evidence, ...]
    """at least one for each facet, in text order"""
