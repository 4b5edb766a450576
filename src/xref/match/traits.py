"""What can be compared in a claim beside its theme: the names and ranks it says, and how concrete it is.

Ranks are the words by which news says what somebody is (AP Stylebook, "titles"); a name is a run of words with a
capital.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from xref.fold import lower
from xref.model import Claim, Span
from xref.words import STOP, Word, find_words

_RANKS = re.compile(
    r"\b(president|minister|premier|chancellor|king|queen|senator|congress(?:man|woman)|lawmaker|secretary|governor|mayor"
    r"|ambassador|envoy|diplomat|delegation|negotiator|aide|advis[eo]r|spokes(?:man|woman|person)|general|judge|leader"
    r"|chairman|chairwoman|official)s?\b",
    re.I,
)


@attrs.frozen
class Traits:
    """What a claim says beside the theme."""

    names: tuple[tuple[frozenset[str], Span], ...] = ()
    """names in order: their folded words, and where they stand in the document"""
    ranks: Mapping[str, Span] = attrs.field(factory=dict)
    """rank, in the singular and lower case → where it stands first"""
    details: tuple[str, ...] = ()
    """kinds of detail, in words: "numbers", "dates", "names", "people or bodies" """


def read_traits(claim: Claim, actors: Mapping[str, Span]) -> Traits:
    """The traits of `claim`; `actors` are the people and bodies it names, with their places."""
    names = _names(claim, actors)
    ranks: dict[str, Span] = {}
    for match in _RANKS.finditer(claim.text):
        rank = lower(match.group(1)).replace("advisor", "adviser")
        ranks.setdefault(rank, Span(match.start(1), match.end(1)).shift(claim.span.start))
    words = {word for name, _ in names for word in name}
    kinds = (
        ("numbers", any(char.isdigit() for char in claim.text)),
        ("dates", bool(claim.dates)),
        ("names", len(words) > 1),
        ("people or bodies", bool(actors)),
    )
    return Traits(names, ranks, tuple(kind for kind, found in kinds if found))


def _names(claim: Claim, actors: Mapping[str, Span]) -> tuple[tuple[frozenset[str], Span], ...]:
    """Runs of words with a capital; the claim's first word only where a person or body is named there."""
    found: list[list[Word]] = []
    before: Word | None = None
    for number, word in enumerate(find_words(claim.text)):
        named = word.text[0].isupper() and word.key not in STOP
        if named and not number:
            named = any(span.holds(word.span.shift(claim.span.start)) for span in actors.values())
        if not named:
            before = None
            continue
        if before and not claim.text[before.span.end : word.span.start].strip(" .-\n"):
            found[-1].append(word)
        else:
            found.append([word])
        before = word
    return tuple(
        (frozenset(w.key for w in run), Span(run[0].span.start, run[-1].span.end).shift(claim.span.start))
        for run in found
    )


def shared_names(left: Traits, right: Traits) -> list[tuple[Span, Span]]:
    """The names both say, each once, with a place on both sides: names that have a word in common are one."""
    found: list[tuple[Span, Span]] = []
    seen: set[str] = set()
    for name, span in left.names:
        if name & seen:
            continue
        other = next((place for words, place in right.names if words & name), None)
        if other:
            found.append((span, other))
            seen |= name
    return found
