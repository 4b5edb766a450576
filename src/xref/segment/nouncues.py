"""Cues that are no verbs: nouns ("X's claim that", "X made the claim that") and phrases ("according to X")."""

from __future__ import annotations

import attrs

from xref.segment.adverbials import only_adverbials
from xref.segment.contents import Content, content_after
from xref.segment.cues import Cue
from xref.segment.findings import Classify, Finding, judge
from xref.segment.grammar import Words
from xref.segment.nonnames import word_set
from xref.segment.phrases import core_start, opens_clause, phrase_start
from xref.segment.subjects import Phrase, subject_after, subject_before
from xref.segment.verbs import verb_forms

_LIGHT = word_set("make have express issue voice offer raise give repeat share hold take cast")
"""verbs that only lend their subject to the noun: "made the claim", "has doubts" """


def by_phrase(words: Words, cue: Cue, classify: Classify) -> Finding | None:
    """ "according to X": the clause around it."""
    opens = (
        cue.first == 0
        or words.tags[cue.first - 1] in "C.;:("
        or (words.tags[cue.first - 1] in "SH" or (cue.first == 1 and words.tags[0] in "AC"))
    )
    source = subject_after(words, cue.last, parted=opens)
    if source is None or not classify(source):
        return None
    source = _with_participle(words, source) if opens else source
    after = source.last + 1 if source.last < len(words) and words.tags[source.last] == "," else source.last
    if opens and words.tags[after : after + 1] == "G" and (comma := words.tags.find(",", after)) > 0:
        after = comma + 1
    if opens:
        parts: tuple[tuple[int, int], ...] = ((after, len(words)),)
    elif words.tags[cue.first - 1] == "," and after > source.last and not only_adverbials(words, after):
        parts = ((0, cue.first - 1), (after, len(words)))
    else:
        parts = ((0, cue.first - (words.tags[cue.first - 1] == ",")),)
    if any(first >= last for first, last in parts):
        return None
    return Finding(cue, source, classify(source), Content(parts, "end"), "speech")


def _with_participle(words: Words, source: Phrase) -> Phrase:
    """ "According to a poll | released Monday by X," ...: what hangs on the source up to the comma."""
    if source.last < len(words) and words.tags[source.last] in "EWH":
        comma = words.tags.find(",", source.last)
        if comma > 0:
            return attrs.evolve(source, last=comma)
    return source


def by_noun(words: Words, cue: Cue, classify: Classify) -> Finding | None:
    """ "X's claim that ...", "X made the claim that ...", "the claim by X that ..."."""
    if "in" in cue.frames and (viewed := _in_view(words, cue, classify)):
        return viewed
    by = subject_after(words, cue.last + 1) if words.low[cue.last : cue.last + 1] == ("by",) else None
    content = content_after(words, attrs.evolve(cue, last=by.head) if by else cue)
    if content is None or content.frame not in ("that", "to", "about", "of", "for", "over", "at", "with"):
        return None
    source = by or _owner(words, cue)
    if source is None:
        start = core_start(words, cue.last)
        if start is None or start == 0 or not _is_light(words.low[start - 1]):
            return None
        n = start - 1
        while n > 0 and words.tags[n - 1] in "XMAN":
            n -= 1
        source = subject_before(words, n)
        if source is None or not opens_clause(words, source.first):
            return None
    return judge(words, cue, source, content, False, classify)


def _in_view(words: Words, cue: Cue, classify: Classify) -> Finding | None:
    """ "In X's view, ...", "..., in X's opinion": the clause beside it."""
    source = _owner(words, cue)
    if source is None or source.first == 0 or words.low[source.first - 1] != "in":
        return None
    at = source.first - 1
    if words.tags[cue.last : cue.last + 1] == "," and (at == 0 or words.tags[at - 1] in "CSH,"):
        parts = [(cue.last + 1, len(words))]
        if at > 1 and words.tags[at - 1] == ",":
            parts.insert(0, (0, at - 1))
    elif at > 1:
        parts = [(0, at - (words.tags[at - 1] == ","))]
    else:
        return None
    return judge(words, cue, source, Content(tuple(parts), "in"), False, classify)


def _is_light(word: str) -> bool:
    return any(form.base in _LIGHT for form in verb_forms().get(word, ()))


def _owner(words: Words, cue: Cue) -> Phrase | None:
    """Whose claim it is: "his claim", "the president's claim"."""
    n = cue.first
    while n > 0 and words.tags[n - 1] in "OJB":
        n -= 1
    if n > 0 and words.low[n - 1] in ("his", "her", "their"):
        return Phrase(n - 1, n, n)
    if n > 0 and words.tags[n - 1] == "Y":
        start = phrase_start(words, n - 1)
        start = core_start(words, n - 1) if start is None else start
        return None if start is None else Phrase(start, n - 1, n - 1)
    return None
