"""The positions that claims take: which question, which answer, by which words.

Four kinds of question, each decided by words in the claim alone:

- polarity: one predicate said to hold, and not to (assertions.py);
- antonym: a pair of complementary adjectives, of which the one excludes the other (Lyons, Semantics, 1977, 9.1; the
  pairs are antonyms in WordNet): secret and public;
- report: what a source confirms, and what a source denies, as the reporting verb says (PARC 3.0);
- need: whether something of a theme is needed: "cannot ... without", "does not need".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from xref.match.assertions import Assertion, is_certain, read_assertions
from xref.model import Claim, Evidence, Hit, Span
from xref.words import STOP, Word, find_words, stem_of

ANTONYMS = (
    "secret public", "legal illegal", "lawful unlawful", "binding nonbinding", "safe unsafe", "possible impossible",
    "necessary unnecessary", "guilty innocent", "alive dead", "mandatory voluntary", "complete incomplete",
    "justified unjustified", "constitutional unconstitutional", "acceptable unacceptable", "valid invalid",
    "deliberate accidental", "temporary permanent", "aware unaware", "able unable", "confidential public",
)  # fmt: skip
"""adjectives of which only one can hold, the second the opposite of the first"""
_DENY, _CONFIRM = frozenset(("deni", "refut")), frozenset(("confirm", "acknowledg", "admit"))
_NEED = (
    (False, re.compile(
        r"\b(?:(?:do|does|did|will)(?:\s+not|n['’]t)\s+(?:need|require)|without\s+(?:needing|the\s+need\s+for)"
        r"|(?:is|are|was|were)\s+no\s+need\s+(?:for|of))\b", re.I)),
    (True, re.compile(
        r"\b(?:can(?:not|['’]t|\s+not)\b[^;,]{0,120}?\bwithout(?:\s+resort\s+to)?|needs|requires)\b", re.I)),
)  # fmt: skip
_NEEDING = frozenset("need needs needing require requires without resort cannot can't".split())
REACH = 30
"""characters between a cue of need and the theme's words, as in stance.py"""


@attrs.frozen
class Stated:
    """A claim's answer to one question."""

    claim: Claim
    """the claim"""
    theme: str
    """the theme it carries"""
    kind: str
    """"polarity", "antonym", "report" or "need" """
    question: tuple[str, ...]
    """what is asked; only equal questions are compared"""
    yes: bool
    """the answer"""
    stance: str
    """the answer in words"""
    rule: str
    """how the words decide it"""
    spans: tuple[Span, ...]
    """the words that decide it"""
    subject: tuple[Word, ...] = ()
    """content words of what it is said of"""
    object: tuple[Word, ...] = ()
    """content words of what is said with it"""
    beside: tuple[Word, ...] = ()
    """the claim's other content words, its sources left out: they may narrow what is said"""


def read_positions(claim: Claim, hit: Hit) -> tuple[Stated, ...]:
    """The positions of `claim`, which carries the theme of `hit`."""
    carried = (_polarity(claim, hit.theme), _reports(claim, hit.theme), _needs(claim, hit))
    return tuple(stated for found in carried for stated in found)


def _polarity(claim: Claim, theme: str) -> Iterator[Stated]:
    for said in read_assertions(claim):
        word = said.predicate
        rule = f"“{word.text}” is {'denied' if said.denied else 'asserted'} without condition or doubt"
        stance = f"{'not ' if said.denied else ''}{word.text}"
        yield _stated(claim, theme, ("polarity", said.verb, word.stem), not said.denied, (stance, rule), said)
        for pair in ANTONYMS if said.verb in ("be", "been") and not said.denied else ():
            if word.key in pair.split():
                other = pair.replace(word.key, "").strip()
                rule = f"“{word.text}” excludes “{other}”, said without condition or doubt"
                yes = pair.startswith(word.key + " ")
                yield _stated(claim, theme, ("antonym", said.verb, pair), yes, (word.text, rule), said)


def _stated(
    claim: Claim, theme: str, question: tuple[str, ...], yes: bool, words: tuple[str, str], said: Assertion
) -> Stated:
    read = {said.predicate, *said.before, *said.after}
    told = [span for a in claim.attributions for span in (a.source, a.cue, a.told, a.through) if span]
    beside = tuple(
        word
        for word in _content(claim, [claim.span])
        if word not in read and not any(span.meets(word.span) for span in (*told, *said.spans))
    )
    return Stated(claim, theme, question[0], question[1:], yes, *words, said.spans, said.before, said.after, beside)


def _reports(claim: Claim, theme: str) -> Iterator[Stated]:
    """What a source confirms or denies; nothing where another word denies, or the content is no certain one."""
    for told in claim.attributions:
        if not claim.span.holds(told.cue):
            continue
        cue = [stem_of(word.key) for word in find_words(told.cue.shift(-claim.span.start).of(claim.text))]
        yes = not _CONFIRM.isdisjoint(cue)
        if yes == (not _DENY.isdisjoint(cue)):
            continue
        rest = claim.text[: told.cue.start - claim.span.start] + claim.text[told.cue.end - claim.span.start :]
        if (len(cue) > 1 and not {"not", "never", "didn't"}.isdisjoint(cue)) or not is_certain(rest):
            continue
        words = _content(claim, told.content)
        rule = f"the source {'confirms' if yes else 'denies'} what is said"
        stance = "confirmed" if yes else "denied"
        yield Stated(claim, theme, "report", (), yes, stance, rule, (told.cue,), (), words)


def _needs(claim: Claim, hit: Hit) -> Iterator[Stated]:
    """Whether the words of a facet are needed, as a cue that stands before them says."""
    for yes, pattern in _NEED:
        for match in pattern.finditer(claim.text):
            cue = Span(claim.span.start + match.start(), claim.span.start + match.end())
            if not is_certain(claim.text[: match.start()] + " " + claim.text[match.end() :]):
                continue
            meant = _after(claim, cue, hit.evidence)
            if meant is None:
                continue
            rule = f"“{' '.join(match.group().split())}” stands before the theme's words"
            told = [span for a in claim.attributions for span in (a.source, a.cue, a.told, a.through) if span]
            beside = tuple(
                word for word in _content(claim, [claim.span])
                if word.key not in _NEEDING and not any(word.span.meets(span) for span in (*told, meant.span))
            )  # fmt: skip
            themed = tuple(w for w in beside if any(e.span.holds(w.span) for e in hit.evidence))
            stance = "needed" if yes else "not needed"
            yield Stated(claim, hit.theme, "need", (meant.facet,), yes, stance, rule, (cue, meant.span), themed, beside)


def _after(claim: Claim, cue: Span, evidence: Iterable[Evidence]) -> Evidence | None:
    for one in evidence:
        if one.denied and not cue.holds(one.denied):
            continue
        if claim.span.holds(one.span) and 0 <= one.span.start - cue.end <= REACH:
            between = claim.text[cue.end - claim.span.start : one.span.start - claim.span.start]
            if not re.search(r"[,;:.]|\b(?:but|and|which|who|that|while)\b", between):
                return one
    return None


def _content(claim: Claim, spans: Sequence[Span]) -> tuple[Word, ...]:
    words = (attrs.evolve(w, span=w.span.shift(claim.span.start)) for w in find_words(claim.text))
    return tuple(w for w in words if w.key not in STOP and any(span.holds(w.span) for span in spans))
