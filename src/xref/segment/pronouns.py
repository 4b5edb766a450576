"""Whom "he", "they", "it" or a role means, within one document.

A pronoun is resolved only when one candidate stands nearest and alone; otherwise the words stay as printed. A role
("the U.S. leader") names its holder only when the data have one for that day and the document names that person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from xref.gazetteer import Gazetteer
from xref.model import Attribution, Claim, Document, NameMention, Span, Speaker
from xref.segment.holders import find_holder

HE = frozenset(("he", "she"))
PAPERS = re.compile(
    r"^(?:the|a|an|this|that|its)\s+(?:\w+\s+)?(?:transcript|poll|survey|memo|cable|letter|message|note|document|statement|communiqu[eé]|study|article)\b",
    re.I,
)
_SUBJECT_UNNAMED = re.compile(
    r"^[\"“]?(?:the|some|several|two|three|senior|many|a\s+number\s+of)?\s*(?:[\w'’-]+\s+){0,4}?(?:officials|sources|diplomats|aides|lawmakers|advisers|experts|analysts)\b",
    re.I,
)


_LINKED = re.compile(r"\b(?:of|for|to|from|with|by|at|in|on|near|under|against|and)\s", re.I)


@attrs.frozen
class Voice:
    """Who speaks where a document does not say otherwise."""

    name: str
    """as shown"""
    kind: str
    """as Speaker.kind"""
    rule: str
    """in words"""
    span: Span
    """where it is printed"""


@attrs.frozen
class Setting:
    """What holds for a whole document while its claims are read."""

    document: Document
    """the document"""
    voice: Voice | None
    """its own voice, when that is a person or group (a letter's signers)"""
    addressee: Voice | None
    """whom a letter speaks to"""
    turns: dict[int, Voice]
    """block index → speaker of that turn of a transcript"""
    full: dict[str, str]
    """surname → fullest form printed"""
    media: dict[str, Span]
    """outlets that the text cites, the document's own aside → where first"""
    gazetteer: Gazetteer | None = None
    """whom the run knows by name; None asks the one that ships"""


def as_written(attribution: Attribution, setting: Setting, rule: str, claim: Claim | None = None) -> Speaker:
    """The source in the words of the text: a person by the fullest form printed, a role by its holder if the data say."""
    text = setting.document.text
    words = " ".join(named_by(attribution).of(text).split()).strip(' ,*_“"')
    person = _named_person(attribution, claim, text) if claim else None
    if person:
        said = " ".join(person.span.of(text).split())
        full = setting.full.get(said.split()[-1].casefold(), said)
        return Speaker(full if len(full) >= len(said) else said, "person", rule, setting.document.id, person.span)
    if attribution.anonymous:
        return Speaker(words, "anonymous", rule, setting.document.id, attribution.source)
    holder = find_holder(words, attribution, claim, setting.document, setting.gazetteer)
    if holder and (holder.surname in setting.full or holder.printed(text)):
        return Speaker(holder.name, "person", holder.rule, setting.document.id, attribution.source)
    return Speaker(words, "organisation", rule, setting.document.id, attribution.source)


def named_by(attribution: Attribution) -> Span:
    """The words of the source that name it."""
    return attribution.head or attribution.source


def _named_person(attribution: Attribution, claim: Claim, text: str) -> NameMention | None:
    """The person that the source names: at the end of its head ("the mayor, Ann Lee", "Mayor Ann Lee of Bath")."""
    head = named_by(attribution)
    people = [
        n for n in claim.names
        if n.kind == "person" and attribution.source.holds(n.span) and text[n.span.end : n.span.end + 2] not in ("'s", "’s")
    ]  # fmt: skip
    for name in people:
        before = text[head.start : name.span.start]
        if head.holds(name.span) and not _LINKED.search(before):
            return name
    beside = [n for n in people if n.span.start >= head.end]
    if beside and re.fullmatch(r",\s+(?:\S+\s+){0,4}", text[head.end : beside[0].span.start]):
        between = text[head.end : beside[0].span.start]
        return None if re.search(r"\b(?:an?|who|whose|which|of|to|for|with)\b", between) else beside[0]
    return None


def by_pronoun(attribution: Attribution, claim: Claim, before: list[Claim], setting: Setting) -> Speaker | None:
    """He or she: the one person named before it in the sentence, else the last speaker, else the one person before."""
    here = _persons([n for n in claim.names if n.span.end <= attribution.source.start], setting)
    if len(here) == 1:
        name, mention = next(iter(here.items()))
        return _person(name, mention, setting, "pronoun", "the one person named before it in the sentence")
    for earlier in reversed(before[-3:]):
        if earlier.speaker and earlier.speaker.kind == "person" and not here:
            return attrs.evolve(earlier.speaker, rule=f"pronoun: the speaker before, {earlier.speaker.name}")
        there = _persons(list(earlier.names), setting)
        if len(there) == 1 and not here:
            name, mention = next(iter(there.items()))
            return _person(name, mention, setting, "pronoun", "the one person named in the sentence before")
        if there:
            break
    return as_written(attribution, setting, "pronoun that could mean several people: left as printed")


def _persons(names: Sequence[NameMention], setting: Setting) -> dict[str, NameMention]:
    text = setting.document.text
    found: dict[str, NameMention] = {}
    for name in names:
        if name.kind == "person" and text[name.span.end : name.span.end + 2] not in ("'s", "’s"):
            said = " ".join(name.span.of(text).split())
            found.setdefault(setting.full.get(said.split()[-1].casefold(), said), name)
    return found


def _person(name: str, mention: NameMention, setting: Setting, word: str, why: str) -> Speaker:
    return Speaker(name, "person", f"{word}: {why}", setting.document.id, mention.span)


def by_they(attribution: Attribution, before: list[Claim], setting: Setting) -> Speaker:
    """They: the unnamed people who spoke or were the subject before."""
    text = setting.document.text
    spoken = [c.speaker for c in before if c.speaker and c.speaker.kind == "anonymous"]
    for earlier in reversed(before[-3:]):
        subject = _SUBJECT_UNNAMED.match(earlier.span.of(text))
        if earlier.speaker and earlier.speaker.kind in ("anonymous", "organisation", "group"):
            return attrs.evolve(earlier.speaker, rule=f"pronoun: the speakers before, {earlier.speaker.name}")
        if subject:
            head = subject.group().split()[-1].lower()
            same = next((s for s in reversed(spoken) if head in s.name.lower()), None)
            if same:
                return attrs.evolve(same, rule=f"pronoun: {subject.group()}, named before as {same.name}")
            span = Span(earlier.span.start, earlier.span.start + subject.end())
            return Speaker(
                subject.group(), "anonymous", "pronoun: the people of the sentence before", setting.document.id, span
            )
    return as_written(attribution, setting, "pronoun without a safe antecedent: left as printed")


def by_it(attribution: Attribution, claim: Claim, before: list[Claim], setting: Setting) -> Speaker:
    """It said: the letter or report that the sentence before is about."""
    text = setting.document.text
    if before:
        match = PAPERS.match(before[-1].span.of(text))
        if match:
            span = Span(before[-1].span.start, before[-1].span.start + match.end())
            return Speaker(
                span.of(text).lower(),
                "organisation",
                "pronoun: what the sentence before is about",
                setting.document.id,
                span,
            )
        speaker = before[-1].speaker
        if speaker and speaker.kind == "organisation":
            return attrs.evolve(speaker, rule=f"pronoun: the body that spoke before, {speaker.name}")
    return as_written(attribution, setting, "pronoun without a safe antecedent: left as printed")
