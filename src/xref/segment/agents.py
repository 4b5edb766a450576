"""Whose verb a cue is: the subject before it, the one that an earlier verb shares, or the one a participle borrows."""

from __future__ import annotations

from collections.abc import Sequence

from xref.segment.adverbials import skip_back
from xref.segment.cues import Cue
from xref.segment.findings import Classify, Finding
from xref.segment.grammar import Words
from xref.segment.nonnames import word_set
from xref.segment.phrases import core_start, opens_clause, phrase_start
from xref.segment.subjects import Phrase, relative_subject, subject_after, subject_before, subject_shared
from xref.segment.verbs import verb_forms

_TO_SAY = word_set(
    "use take go come rush appear return step stand rise proceed hasten write call tweet send issue hold release give pause"
    " stop turn visit travel speak meet air launch post email seize interrupt respond react resort manage dare update testify"
    " gather run ride move jump hurry"
)
"""verbs behind which "to say" tells what was said ("used the visit to warn that"), not what might be"""


def says_so(words: Words, cue: Cue) -> bool:
    """Whether a cue that is an infinitive reports what was said."""
    n = cue.first - 1
    while n >= 0 and words.tags[n] not in "VELGXM;:.,":
        n -= 1
    return n >= 0 and any(form.base in _TO_SAY for form in verb_forms().get(words.low[n], ()))


def agent_of(words: Words, cue: Cue, earlier: Sequence[Finding], classify: Classify) -> tuple[Phrase | None, bool]:
    """The subject of a finite verb or participle, and whether an earlier verb shares it."""
    if cue.first == 0:
        return (_opened(words, cue), False) if cue.shape == "ing" else (None, False)
    at = cue.first
    while at > 0 and words.tags[at - 1] in "AN":
        at -= 1
    before = words.tags[at - 1] if at else "."
    if before == "W":
        return (relative_subject(words, at - 1), False) if words.low[at - 1] in ("who", "which") else (None, False)
    if before == "H" and at > 1 and words.tags[at - 2] in "OK":
        # "a book that depicts"
        return relative_subject(words, at - 1), False
    if before == "C" and words.low[at - 1] in ("or", "nor") and "N" in words.tags[:at]:
        # "never called or told": what was not said is not reported
        return None, False
    if before == "C":
        return _outermost(words, at, earlier) or subject_shared(words, at - 1), True
    if cue.shape == "infinitive":
        return _outermost(words, at, earlier) or subject_shared(words, at), True
    if cue.shape == "ing":
        return _of_participle(words, cue, at, before, earlier, classify)
    source = subject_before(words, cue.first)
    # "a charge her aides dismissed as": the object stands before, without "that"
    contact = words.low[cue.last : cue.last + 1] == ("as",) or (
        source is not None
        and words.tags[cue.last : cue.last + 1] in (".", ",", "C")
        and words.tags[source.first] in "DR"
    )
    if source is None or (cue.last - cue.first == 1 and not contact and not opens_clause(words, source.first)):
        return None, False
    bare = cue.last - cue.first == 1 and words.tags[cue.first] == "E"
    if (
        before == ","
        and bare
        and "," not in words.tags[source.head : cue.first - 1]
        and words.tags[cue.last : cue.last + 1] not in ("H", "R")
    ):
        # "The plan, called X": a participle, unless a comma opens what stands between
        return None, False
    if before == "," and "thing" in cue.frames and classify(source) in ("thing", ""):
        return None, False
    return source, False


def _of_participle(
    words: Words, cue: Cue, at: int, before: str, earlier: Sequence[Finding], classify: Classify
) -> tuple[Phrase | None, bool]:
    """Who is "saying": the main clause's subject after a comma or "by", else the noun right before."""
    if words.low[at - 1] == "as":
        start = phrase_start(words, at - 1)
        return (None if start is None else Phrase(start, at - 1, at - 1)), False
    if before == "P" and (
        words.low[at - 1] not in ("by", "in", "after", "before") or words.low[cue.last : cue.last + 1] == ("that",)
    ):
        return None, False
    if before == "P" and (at == 1 or words.tags[at - 2] in "CS"):
        # "but by urging her to stay, he ..."
        return _opened(words, cue), False
    if before in ",-P)SQ":
        return _outermost(words, at, earlier) or subject_shared(words, at), True
    if skip_back(words, cue.first) < cue.first:
        # "wrote to the office on Monday alleging": the time parts the noun from the participle, but for a document
        written = subject_before(words, cue.first)
        if written and classify(written) == "document":
            return written, False
        return _outermost(words, at, earlier) or subject_shared(words, at), True
    source = subject_before(words, cue.first)
    if source and words.low[source.first + 1 : source.last - 1].count("of") and words.tags[source.last - 1] == "K":
        # "a film of Ann Lee saying"
        near = core_start(words, source.last)
        source = source if near is None else Phrase(near, source.last, source.last)
    if source and "quote" in cue.frames and classify(source) == "thing":
        # "left the meeting telling reporters": no meeting tells
        return _outermost(words, at, earlier) or subject_shared(words, at), True
    return source, False


def _opened(words: Words, cue: Cue) -> Phrase | None:
    """The subject after "Calling the plan a mistake, ..."."""
    for n in range(cue.last, len(words) - 1):
        if words.tags[n] == "," or words.low[n].endswith(',"'):
            return subject_after(words, n + 1)
    return None


def _outermost(words: Words, at: int, earlier: Sequence[Finding]) -> Phrase | None:
    """The source of the outermost earlier finding whose content reaches to word `at`."""
    for finding in reversed(earlier):
        if finding.content.frame == "end" and finding.cue.last <= at and finding.cue.group == "verb":
            return finding.source
    for finding in earlier:
        if finding.cue.group in ("verb", "state") and finding.source.first < at:
            first, last = finding.content.parts[-1]
            if first <= at <= last:
                return finding.source
    return None
