"""Themes a user asks for, and where they were found."""

from __future__ import annotations

import attrs

from xref.model.actor import Office
from xref.model.span import Span


@attrs.frozen
class WordGroup:
    """Words and expressions that stand for one thing, by which a phrase may be met too."""

    id: str
    """letters, digits, _ and -"""
    label: str
    """for people, e.g. "a written message" """
    kind: str
    """"noun", "verb", "adjective" or "other": decides which forms its words have"""
    words: tuple[str, ...]
    """words and expressions; "vote/verb" is of another kind than its group"""
    source: str = ""
    """who says that they stand for one thing"""
    calendar: str = ""
    """"votes" when a date that is a day of a vote stands for it too"""
    guard: bool = False
    """whether its expressions stand for nothing and only keep their words from standing for something else"""


@attrs.frozen
class Condition:
    """A facet that is computed, not read: a date, a speaker, an actor."""

    key: str
    """"days_before_vote", "days_after_vote", "election_year", "before", "after", "period", "speaker" or "actor" """
    value: str | int | bool
    """what it is compared with"""
    series: str = ""
    """calendar of votes or terms it is looked up in; empty takes the first shown"""
    on: str = "document"
    """"document": the day of publication; "claim": the dates spoken of in the claim"""


@attrs.frozen
class Facet:
    """One side of a theme: any one of its phrases is enough, and every facet is needed."""

    name: str
    """shown beside the marks, e.g. "writing" """
    phrases: tuple[str, ...] = ()
    """what to look for, in ordinary words"""
    threshold: float | None = None
    """score a phrase must reach, 0-100; None takes the theme's"""
    wording: bool = True
    """whether groups of the thesaurus may meet its phrases"""
    when: tuple[Condition, ...] = ()
    """conditions instead of phrases; all of them must hold"""


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
    """"claim": all facets in one claim; "neighbours": the next or previous claim of the paragraph may help;
    "paragraph", "document": anywhere in it, one hit at the claim that holds most"""
    threshold: float | None = None
    """score a phrase must reach, 0-100; None takes the setting"""
    aliases: tuple[str, ...] = ()
    """earlier ids, so that a rename keeps decisions"""
    expect: tuple[tuple[str, str], ...] = ()
    """ids of documents that the theme must join, in pairs: a promise that `xref check` holds it to"""


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
    groups: tuple[WordGroup, ...] = ()
    """the user's own words for one thing, beside the shipped ones"""
    wording: bool = True
    """whether groups of the thesaurus may meet phrases at all"""

    def theme(self, name: str) -> Theme:
        """The theme with id or alias `name`; raises KeyError when there is none."""
        for theme in self.themes:
            if name == theme.id or name in theme.aliases:
                return theme
        raise KeyError(name)


@attrs.frozen
class EvidenceWord:
    """One unit of a phrase and the words that met it."""

    asked: str
    """the phrase's own words"""
    spans: tuple[Span, ...]
    """the words found, in the document"""
    score: float
    """0-100, how alike they are"""
    how: str
    """"exact", "stem", "spelling", "negation", "group" or "calendar" """
    group: str = ""
    """label of the thesaurus group it came through, or of the vote that a date means"""


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
    """"exact", "stem", "spelling", "negation", "group", "calendar" or "computed": the weakest of its words"""
    claim: str
    """id of the claim that holds the words; a neighbour's when the theme's scope allows"""
    words: tuple[EvidenceWord, ...] = ()
    """unit by unit what was asked and what met it"""
    denied: Span | None = None
    """the words that deny it ("was not"), where the phrase itself denies nothing"""


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

    @property
    def denied(self) -> bool:
        """Whether every evidence of a facet is denied: the claim speaks of the theme by saying that it is not so."""
        facets: dict[str, list[bool]] = {}
        for evidence in self.evidence:
            facets.setdefault(evidence.facet, []).append(evidence.denied is not None)
        return any(all(found) for found in facets.values())
