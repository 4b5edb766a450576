"""Where a content ends inside its sentence: where the same source's next verb, or another source, takes over.

Whatever follows a cue is taken for its content up to the sentence's end, until one of these signs says otherwise: a
second cue of the same source ("said A and added B", "..., calling C"), a clause with a source of its own behind "but"
or "while", a frame behind the whole ("..., Y said"), the end of the relative or fronted clause with the cue.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from xref.segment.findings import Finding
from xref.segment.frames import begins_clause
from xref.segment.grammar import Words
from xref.segment.phrases import opens_clause, phrase_end


def ended(words: Words, finding: Finding, found: Sequence[Finding]) -> Finding:
    """`finding` with its content ended before the next source's part of the sentence."""
    parts = list(finding.content.parts)
    first, last = parts[-1]
    for other in found:
        if other is finding or other.cue.first < first or not first < other.cue.first < last:
            continue
        edge = _edge(words, finding, other)
        if edge is not None and first < edge < last:
            last = edge
    if last == len(words) and first > finding.cue.first:
        last = _within(words, finding, first, last)
    last = _before_other_verb(words, first, last)
    for n in range(first + 1, last - 1):
        # "; and that": the same source goes on
        if words.tags[n] == ";" and words.tags[n + 1] not in "HC":
            last = n
            break
        if words.tags[n - 1 : n + 2] == "Q,G":
            last = n
            break
    if finding.cue.group == "noun" and finding.content.frame != "in":
        last = _as_subject(words, finding, first, last)
    if finding.content.frame not in _CLAUSES and last == len(words):
        last = _short(words, first, last)
    parts[-1] = (first, last)
    return attrs.evolve(finding, content=attrs.evolve(finding.content, parts=tuple(parts)))


def nested(found: Sequence[Finding]) -> list[Finding]:
    """`found` with no content reaching out of the one in which its cue stands."""
    kept = []
    for each in found:
        finding = each
        first, last = finding.content.parts[-1]
        for outer in found:
            start, end = outer.content.parts[-1]
            if outer.cue.first < finding.cue.first and start <= finding.cue.first < end and first > finding.cue.first:
                last = min(last, end)
        parts = (*finding.content.parts[:-1], (first, last))
        kept.append(
            attrs.evolve(finding, content=attrs.evolve(finding.content, parts=parts)) if first < last else finding
        )
    return kept


def _edge(words: Words, finding: Finding, other: Finding) -> int | None:
    """The word before which `other` ends the content of `finding`; None when it stands inside that content."""
    later = other.cue.first > finding.cue.first
    if later and other.content.frame == "end" and other.content.parts[0][0] <= finding.cue.first:
        return min(other.source.first, other.cue.first)
    # "X said A and warned B" ends too what stands inside A
    outer = other.source.first < finding.source.first < finding.cue.first and words.tags[other.cue.first - 1] in "CA"
    if other.shared and (other.source == finding.source or other.cue.verb == "cite" or outer):
        n = other.cue.first
        while n > 0 and words.tags[n - 1] in "ANCPS,":
            n -= 1
        return n
    if other.shared:
        comma = words.tags.rfind(",", 0, other.cue.first)
        return comma if finding.content.frame not in _CLAUSES and comma > 0 else None
    n = other.source.first
    if n >= 1 and words.tags[n - 1] == "C" and finding.content.frame not in _CLAUSES:
        # "accused A of B and C said": a wish or judgement holds no second clause
        return n - 1
    if other.cue.group == "according":
        n = other.cue.first
    while n > 0 and words.tags[n - 1] in "A":
        n -= 1
    if n >= 2 and (words.tags[n - 1] in "CS" or words.low[n - 1] == "with") and words.tags[n - 2] == ",":
        return n - 2
    if n >= 1 and words.tags[n - 1] == ";":
        return n - 1
    return None


def _before_other_verb(words: Words, first: int, last: int) -> int:
    """Before "but left" behind a quotation that a comma closes: the source's own next verb, not quoted."""
    for n in range(first + 1, last - 1):
        if words.tags[n] == "C" and words.low[n - 1].endswith(',"'):
            after = n + 1
            while after < last and words.tags[after] == "A":
                after += 1
            if after < last and words.tags[after] in "EV":
                return n
    return last


def _within(words: Words, finding: Finding, first: int, last: int) -> int:
    """Where a content ends whose cue stands in a relative or a fronted clause: where the main clause goes on."""
    cue = finding.cue
    if cue.first > 1 and words.tags[cue.first - 1] == "W":
        bracketed = words.tags[cue.first - 2] == ","
        comma = words.tags.find(",", first)
        if comma > 0 and (bracketed or words.tags[comma + 1 : comma + 2] in ("E", "V", "X", "M")):
            return comma
        if not bracketed and finding.content.frame in ("thing", "to"):
            n = phrase_end(words, first) if finding.content.frame == "thing" else None
            return n if n and n < last and words.tags[n] in "EVXM" else last
        return last
    asked = finding.source.first - 2
    if asked >= 0 and words.tags[asked : asked + 2] == ",W" and finding.content.frame == "bare":
        comma = words.tags.find(",", first)
        return comma if comma > 0 else last
    if cue.group == "according":
        return last
    opens = next((n for n in range(min(5, finding.source.first)) if words.tags[n] in "SG,"), 0)
    if cue.shape == "ing" and finding.source.first > cue.last and first < finding.source.first:
        return min(last, finding.source.first - 1)
    near = finding.source.first - opens <= 6 or cue.group == "noun"
    fronted = words.tags[opens] in "SG" and near and finding.source.first > opens
    if fronted or (cue.first == 0 and cue.shape == "ing"):
        for n in range(first + 1, last - 2):
            if words.tags[n] == "," and words.tags[n + 1] in "DRKO" and begins_clause(words, n + 1):
                return n
    return last


def _as_subject(words: Words, finding: Finding, first: int, last: int) -> int:
    """Where "that ..." of a noun as subject ends: before the second verb ("his claim that X rose was wrong")."""
    start = min(finding.source.first, finding.cue.first)
    if not (start == 0 or words.tags[start - 1] == "D" or opens_clause(words, start)):
        return last
    if any(tag in "XMVE" for tag in words.tags[start : finding.cue.first]):
        return last
    verbs, skip_until = int(_verb_at(words, first)) if first else 0, -1
    for n in range(first, last):
        if words.tags[n] == "," and words.tags[n + 1 : n + 2] in ("P", "W"):
            skip_until = words.tags.find(",", n + 1)
        if n <= skip_until:
            continue
        if words.tags[n] in "SWH;" or (words.tags[n : n + 1] == "C" and words.tags[n - 1] == ","):
            return last
        if n > first and _verb_at(words, n):
            verbs += 1
            if verbs == 2 or finding.content.frame != "that":
                return n
    return last


def _verb_at(words: Words, n: int) -> bool:
    """Whether a finite verb begins at word `n`."""
    begins = words.tags[n] in "XMVL" and words.tags[n - 1] not in "XMNAT"
    begins = begins or (words.tags[n] == "E" and words.tags[n - 1] in "OK" and words.low[n + 1 : n + 2] != ("by",))
    return begins or words.tags[n - 1 : n + 1] in ("EE", "GE")


def _short(words: Words, first: int, last: int) -> int:
    """Where a wish or an attitude ends: before ", but ..." and the like, which the source need not share."""
    for n in range(first + 1, last - 1):
        if words.tags[n] == "," and words.tags[n + 1] == "G":
            return n
        if words.low[n].endswith(',"') and words.tags[n + 1] in "DKSR":
            # "called it “a joke,” a word that ..."
            return n + 1
        if words.tags[n] == "," and words.tags[n + 1] in "CS" and words.low[n + 1] in _TURNS:
            return n
        if words.tags[n] == ";":
            return n
    return last


_CLAUSES = ("that", "bare", "quote", "end", "wh")
"""frames that hold clauses of any length"""
_TURNS = frozenset("but while although though whereas because even yet".split())
