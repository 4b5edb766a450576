"""One cue with its source and content, still in words of the sentence; the rules for each shape of cue.

Verbs: "X said that ...", "..., said X", "X, who said", "X praised A and said", "..., saying that", "was described by X
as". States: "X is sure that". Nouns: "X's claim that", "X made the claim that". Phrases: "according to X".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from xref.segment.contents import Content, content_after, content_before, only_adverbials, recipient, with_quoted_before
from xref.segment.cues import Cue
from xref.segment.grammar import Words
from xref.segment.nonnames import word_set
from xref.segment.phrases import core_start, opens_clause, phrase_start
from xref.segment.subjects import Phrase, relative_subject, subject_after, subject_before, subject_shared

Classify = Callable[[Phrase], str]
"""what kind of source a phrase is"""

_UNDENIED = word_set("deny reject dismiss refute rebut dispute")
"""verbs whose negated form still reports ("did not deny that")"""
_SHOWING = word_set(
    "show indicate suggest reveal confirm signal find hint read conclude state demonstrate prove underscore forecast predict"
)
_LIGHT = word_set(
    "make makes made making have has had having express expresses expressed expressing issue issued issues voice voiced"
    " voices offer offered offers raise raised raises gave give gives giving repeat repeated repeats share shares shared"
    " hold holds held holding take took takes cast casts"
)


@attrs.frozen
class Finding:
    """An attribution by the words of its sentence."""

    cue: Cue
    """the words that report"""
    source: Phrase
    """whose words, thoughts or wishes"""
    sort: str
    """what kind of source it is (sources.classify)"""
    content: Content
    """what is reported"""
    kind: str
    """"speech", "writing", "topic", "belief", "intention", "attitude" or "perception" """
    shared: bool = False
    """whether the subject is taken from an earlier verb"""


def find_one(words: Words, cue: Cue, earlier: Sequence[Finding], classify: Classify) -> Finding | None:
    """What `cue` reports, or None; `earlier` are the findings before it in the sentence."""
    if cue.group == "according":
        return _by_phrase(words, cue, classify)
    if cue.group == "noun":
        return _by_noun(words, cue, classify)
    if cue.shape == "infinitive":
        return None
    if cue.shape == "passive":
        return _by_agent(words, cue, classify)
    inverted = _inverted(words, cue, classify)
    if inverted:
        return inverted
    source, shared = _subject(words, cue, earlier, classify)
    if source is None:
        return None
    quoting_as = _as_clause(words, cue, source)
    if quoting_as:
        return _judge(words, cue, source, quoting_as, shared, classify)
    asked_for = source.first > 0 and words.tags[source.first - 1] in "WH" and words.low[source.first - 1] != "whether"
    content = content_after(words, attrs.evolve(cue, asked_for=asked_for))
    if content and content.frame == "quote":
        content = with_quoted_before(words, content, cue, source)
    relative = cue.first > 0 and words.tags[cue.first - 1] == "W"
    if (
        content is None
        and not shared
        and not relative
        and "end" in cue.frames
        and only_adverbials(words, recipient(words, cue)[0])
    ):
        content = content_before(words, cue, _framing(words, cue, source))
    return _judge(words, cue, source, content, shared, classify)


def _judge(
    words: Words, cue: Cue, source: Phrase, content: Content | None, shared: bool, classify: Classify
) -> Finding | None:
    """The finding, when such a source can do what the cue says."""
    if content is None or any(first >= last for first, last in content.parts):
        return None
    kind = cue.frames.get(content.frame) or cue.frames.get("that", "speech")
    sort = "" if words.low[source.first] in ("nobody", "no", "none", "neither") else classify(source)
    spoken = content.frame in ("that", "bare", "quote", "end", "wh")
    if not sort or (cue.negated and kind in ("speech", "writing") and spoken and cue.verb not in _UNDENIED):
        return None
    if sort == "thing" and not (spoken and kind in ("speech", "writing", "belief") and cue.verb not in _SHOWING):
        return None
    if sort == "document" and kind == "perception":
        kind = "writing"
    if sort == "document" and kind in ("belief", "intention", "attitude"):
        return None
    if kind == "perception" and cue.verb in _SHOWING and cue.verb != "find":
        return None
    return Finding(cue, source, sort, content, kind, shared)


def _inverted(words: Words, cue: Cue, classify: Classify) -> Finding | None:
    """ "..., said X": the source behind the cue."""
    if "end" not in cue.frames or cue.first == 0 or cue.shape != "finite" or cue.last - cue.first > 1:
        return None
    if words.tags[cue.first - 1] not in ",Q-." or cue.last >= len(words):
        return None
    source = subject_after(words, cue.last)
    if source is None:
        return None
    beside = words.tags[cue.first - 1] == "Q" or (cue.first > 1 and words.tags[cue.first - 2] == "Q")
    if not beside and not (only_adverbials(words, source.last) and cue.verb in ("say", "write", "add", "report")):
        return None
    if source.last < len(words) and words.tags[source.last] in "XMV":
        return None
    sort = classify(source)
    if not sort or (sort in ("thing", "document") and not beside):
        return None
    content = content_before(words, attrs.evolve(cue, last=source.last), attrs.evolve(source, first=cue.first))
    return Finding(cue, source, sort, content, cue.frames["end"]) if content else None


def _subject(words: Words, cue: Cue, earlier: Sequence[Finding], classify: Classify) -> tuple[Phrase | None, bool]:
    """The subject of a finite verb or participle, and whether an earlier verb shares it."""
    if cue.first == 0:
        return (_opened(words, cue), False) if cue.shape == "ing" else (None, False)
    at = cue.first
    while at > 0 and words.tags[at - 1] in "AN":
        at -= 1
    before = words.tags[at - 1] if at else "."
    if before == "W":
        return (relative_subject(words, at - 1), False) if words.low[at - 1] == "who" else (None, False)
    if before == "C" and words.low[at - 1] in ("or", "nor") and earlier and earlier[-1].cue.negated:
        return None, False
    if before == "C":
        return _outermost(words, at, earlier) or subject_shared(words, at - 1), True
    if cue.shape == "ing":
        return _of_participle(words, cue, at, before, earlier, classify)
    source = subject_before(words, cue.first)
    if source is None or (cue.last - cue.first == 1 and not opens_clause(words, source.first)):
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
    if before in ",-P)SQ":
        return _outermost(words, at, earlier) or subject_shared(words, at), True
    source = subject_before(words, cue.first)
    if source and classify(source) in ("thing", ""):
        return _outermost(words, at, earlier) or subject_shared(words, at), True
    return source, False


def _as_clause(words: Words, cue: Cue, source: Phrase) -> Content | None:
    """ "As X put it, ...", "..., as X noted": the clause that the as-clause hangs on."""
    at = source.first - 1
    if at < 0 or words.low[at] != "as" or not {"bare", "that"} & set(cue.frames):
        return None
    ends = cue.last >= len(words) or words.tags[cue.last] in ",."
    if not ends or (cue.verb == "say" and cue.shape != "finite"):
        return None
    if at == 0 or words.tags[at - 1] in "CSH.:;":
        parts = [(cue.last + 1, len(words))]
    else:
        parts = [(0, at - (words.tags[at - 1] == ","))]
        if words.tags[cue.last : cue.last + 1] == "," and cue.last + 1 < len(words):
            parts.append((cue.last + 1, len(words)))
    return Content(tuple(part for part in parts if part[0] < part[1]), "end") if parts[0][0] < parts[0][1] else None


def _framing(words: Words, cue: Cue, source: Phrase) -> Phrase:
    """`source`, begun where its frame begins: with the outlet in "..., Interfax quoted an aide as saying"."""
    if words.low[cue.first - 1] != "as" or source.first < 2:
        return source
    outer = subject_before(words, source.first - 1)
    return attrs.evolve(source, first=outer.first) if outer else source


def _opened(words: Words, cue: Cue) -> Phrase | None:
    """The subject after "Calling the plan a mistake, ..."."""
    comma = words.tags.find(",", cue.last)
    return subject_after(words, comma + 1) if comma > 0 else None


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


def _by_agent(words: Words, cue: Cue, classify: Classify) -> Finding | None:
    """ "X was described by Y as Z": Y's words about X."""
    if cue.verb == "quote" and "bare" in cue.frames:
        source = subject_before(words, cue.first)
        content = content_after(words, cue) or (content_before(words, cue, source) if source else None)
        return _judge(words, cue, source, content, False, classify) if source else None
    by = next((n for n in range(cue.last, min(cue.last + 6, len(words))) if words.low[n] == "by"), None)
    if by is None or any(words.tags[n] in ",;:.QH" for n in range(cue.last, by)):
        return None
    source, about = subject_after(words, by + 1), subject_before(words, cue.first)
    if source is None or about is None or "thing" not in cue.frames:
        return None
    parts = [(about.first, about.last)]
    if source.last < len(words) and words.tags[source.last] in "PSTH":
        parts.append((source.last, len(words)))
    if classify(source) in ("thing", "", "document"):
        return None
    return Finding(cue, source, classify(source), Content(tuple(parts), "thing"), cue.frames["thing"])


def _by_phrase(words: Words, cue: Cue, classify: Classify) -> Finding | None:
    """ "according to X": the clause around it."""
    source = subject_after(words, cue.last)
    if source is None or not classify(source):
        return None
    opens = (
        cue.first == 0
        or words.tags[cue.first - 1] in "C.;:("
        or (words.tags[cue.first - 1] in "SH" or (cue.first == 1 and words.tags[0] in "AC"))
    )
    source = _with_participle(words, source) if opens else source
    after = source.last + 1 if source.last < len(words) and words.tags[source.last] == "," else source.last
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
    if source.last < len(words) and words.tags[source.last] in "EW":
        comma = words.tags.find(",", source.last)
        if comma > 0:
            return attrs.evolve(source, last=comma)
    return source


def _by_noun(words: Words, cue: Cue, classify: Classify) -> Finding | None:
    """ "X's claim that ...", "X made the claim that ...", "the claim by X that ..."."""
    content = content_after(words, cue)
    if content is None or content.frame not in ("that", "to", "about", "of", "for", "over"):
        return None
    source = _owner(words, cue)
    if source is None:
        start = core_start(words, cue.last)
        if start is None or start == 0 or words.low[start - 1] not in _LIGHT:
            return None
        n = start - 1
        while n > 0 and words.tags[n - 1] in "XMAN":
            n -= 1
        source = subject_before(words, n)
        if source is None or not opens_clause(words, source.first):
            return None
    return _judge(words, cue, source, content, False, classify)


def _owner(words: Words, cue: Cue) -> Phrase | None:
    """Whose claim it is: "his claim", "the president's claim"."""
    n = cue.first
    while n > 0 and words.tags[n - 1] in "OJB":
        n -= 1
    if n > 0 and words.low[n - 1] in ("his", "her", "their"):
        return Phrase(n - 1, n, n)
    if n > 0 and words.tags[n - 1] == "Y":
        start = phrase_start(words, n - 1)
        return None if start is None else Phrase(start, n - 1, n - 1)
    return None
