"""What each reason for a pair is worth, in one place, each with its reason.

Set from what a reader of two sources looks for and checked on folders that have labels, also with all weights shaken by
up to a half, so that no value rests on single pairs. `benchmarks/study.py` tells what leaving each one out costs. What
was tried and did not help is told in docs/matching.md.
"""

from __future__ import annotations

import attrs


@attrs.frozen
class Weights:
    """Points of the reasons; the defaults are complete."""

    theme: float = 30.0
    """both claims carry the theme, in proportion to the weaker hit: a base, as it is much the same for all pairs"""
    rich: float = 4.0
    """each further phrase of the theme that both sides hold beyond one a facet, at most two: the claim is about it"""
    telling: float = 2.0
    """both use a word of the theme that fewer than half of its hits use ("hand-delivered")"""
    words: float = 16.0
    """rare words shared beyond the theme's own, as a share of the shorter claim's weight. Not more: two short claims
    share two words by chance"""
    copied: float = -40.0
    """nearly the same words: one text told twice, which stands among the shared passages and is no comparison"""
    names: float = 5.0
    """each name that both claims say, at most two: the same body or person is what makes two claims comparable"""
    roles: float = 2.0
    """each rank that both claims speak of (president, minister, envoy), at most two: roles repeat, people change"""
    opposed: float = 18.0
    """the two answer the same question differently: what a reader most wants to see"""
    same_stance: float = 2.0
    """both do the same with the subject, e.g. both set a condition. Little: most claims of a theme do"""
    matter: float = 8.0
    """the two documents speak of one matter: their rare words, and the documents both are near to"""
    details: float = 1.0
    """each kind of detail a claim gives (a number, a date, names, people): what is concrete can be compared
    and checked"""
    full: float = 8.0
    """both claims say much: a pair of half-sentences shows a reader nothing"""
    early: float = 8.0
    """how early they stand in their documents: reports begin with what they are about"""
    lead: float = 4.0
    """both open their documents"""
    first: float = 2.0
    """each claim that is its document's first word on the theme: later ones lean on it"""
    administration: float = 3.0
    """they speak under different administrations. Little: a large bonus ranked distant look-alikes above close pairs"""
    origin: float = -8.0
    """both rest on one origin (origin.py): one report told twice is not two sources"""


WEIGHTS = Weights()
"""the weights of every run"""
FULL_WORDS = 24
"""words from which a claim says as much as a sentence of news does"""
MATTER_NEAR = 0.35
"""likeness of two documents from which all points of `matter` are given"""
COPIED_SHARE, COPIED_STEMS = 0.8, 8
"""share of the shorter claim's content words that the other has too, and their number, from which it is a copy: shorter
agreements are formulas"""
LEAD_CLAIMS = 2
"""claims at the start of a document that count as its opening"""
