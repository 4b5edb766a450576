"""Whether what follows a cue is the kind of content that the cue takes (the frames of cues.toml).

A frame is told by its first words: "that", a quotation, "whether", "to" and a verb, a preposition, a gerund, a clause
of its own (subject and finite verb), or a noun phrase.
"""

from __future__ import annotations

from xref.segment.cues import Cue
from xref.segment.grammar import TIMES, Words
from xref.segment.nonnames import word_set
from xref.segment.phrases import phrase_end

_CLAUSE_SCAN = 24
"""words looked through for the verb of a clause without "that": its subject is seldom longer"""
_ASIDE = 25
"""words of the longest aside between a cue and "that" ("told him, in their last meeting, that ...")"""
_BRACKET = 20
"""words between two commas that part a subject from its verb, at most"""
_SENSES = word_set("see hear notice watch sense")
"""what follows them without "that" is a clause for sure only behind a pronoun ("heard he left")"""
_WEAK = word_set("be being been having have do")


def frame_at(words: Words, at: int, cue: Cue, told: bool) -> tuple[int, str] | None:
    """First word of the content and its frame when the content begins at word `at`; None when none of `cue`'s does.

    `told` says that somebody addressed stands between cue and content.
    """
    tag = words.tags[at]
    if tag in ",:":
        return _after_mark(words, at, cue, told)
    if tag == "Q":
        frame = next((f for f in ("quote", "that", "thing") if f in cue.frames), None)
        return (at, frame) if frame else None
    return _by_word(words, at, cue, told) or _by_phrase(words, at, cue, told)


def _after_mark(words: Words, at: int, cue: Cue, told: bool) -> tuple[int, str] | None:
    """After a colon or comma: a quotation, or "that" behind an aside between commas."""
    if at + 1 >= len(words):
        return None
    if "quote" in cue.frames and (words.tags[at] == ":" or words.tags[at + 1] == "Q"):
        return at + 1, "quote"
    closing = words.tags.find(",", at + 1, at + _ASIDE)
    if closing < 0 or closing + 1 >= len(words):
        return None
    if words.tags[closing + 1] == "H" and "that" in cue.frames:
        return closing + 2, "that"
    if words.tags[closing + 1] == "Q" and "quote" in cue.frames and words.tags[at + 1] in "GPAS":
        return closing + 1, "quote"
    return frame_at(words, closing + 1, cue, told) if words.tags[at + 1] == "A" and closing == at + 2 else None


def _by_word(words: Words, at: int, cue: Cue, told: bool) -> tuple[int, str] | None:
    """By the word that opens the content: that, whether, to, as, a preposition, a gerund."""
    frames, tag, low = cue.frames, words.tags[at], words.low[at]
    if words.tags[at : at + 2] in ("HX", "HM", "HV") and "bare" in frames:
        # "said that is not enough": a pronoun
        return at, "bare"
    if tag == "H" and "that" in frames and (frames["that"] != "perception" or begins_clause(words, at + 1)):
        return at + 1, "that"
    asks = tag == "W" or low in ("whether", "if") or (low == "when" and cue.negated)
    if asks and "wh" in frames:
        # "says what I meant" tells no words
        return None if low == "what" and cue.verb == "say" else (at, "wh")
    if low == "as" and words.low[at + 1 : at + 2] in (("if",), ("though",)) and "wh" in frames:
        return at, "wh"
    infinitive = at + 1 if tag == "N" and words.tags[at + 1 : at + 2] == "T" else at
    if "to" in frames and is_infinitive(words, infinitive) and (not told or "person" in frames):
        return infinitive, "to"
    if low == "as":
        # "which the council describes as ...": the object stands before
        frame = next((f for f in ("thing", "as") if f in frames), None)
        stands_before = cue.asked_for or words.tags[at + 1 : at + 2] == "Q"
        return (at, frame) if frame and stands_before else None
    if low in frames and tag in "PTS" and at + 1 < len(words):
        return at + 1, low
    return (at, "ing") if tag == "G" and "ing" in frames else None


def _by_phrase(words: Words, at: int, cue: Cue, told: bool) -> tuple[int, str] | None:
    """By what stands there: a clause, or a noun phrase."""
    frames, tag = cue.frames, words.tags[at]
    if tag in "XMV":
        # "which he said was long": the subject stands before
        return (at, "bare") if "bare" in frames and cue.asked_for else None
    opens = tag in "DKOrRJBH" or (tag in "GEL" and words.tags[at + 1 : at + 2] in ("O", "K", "P", "C", "D"))
    if not opens:
        return None
    if "bare" in frames and begins_clause(words, at) and (cue.verb not in _SENSES or tag == "R"):
        return at, "bare"
    end = phrase_end(words, at)
    if told or (end is None and tag != "H"):
        return None
    if "as" in frames and end is not None and "as" in words.low[end : end + 3]:
        return at, "as"
    if end is not None and words.low[end - 1] in TIMES:
        return None
    # what a verb follows is the subject of that, no object ("a man called X said")
    is_object = end is None or end >= len(words) or words.tags[end] not in "XMV"
    return (at, "thing") if "thing" in frames and is_object else None


def is_infinitive(words: Words, at: int) -> bool:
    """Whether "to" and a verb begin at word `at`, adverbs and "not" between them passed over."""
    if words.tags[at : at + 1] != "T":
        return False
    at += 1
    if words.tags[at : at + 1] == "Q":
        return True
    while at < len(words) and words.tags[at] in "AN":
        at += 1
    # a word that no list knows as a verb is one when an object follows: "to retake the Senate"
    unknown = words.tags[at : at + 2] in ("OD", "Or", "OP") and words.masked[words.start(at)].islower()
    return words.tags[at : at + 1] in ("L", "X") or unknown


def begins_clause(words: Words, at: int, *, near: bool = False) -> bool:
    """Whether a subject and a finite verb of its own begin at word `at`; `near`: the verb right behind the subject."""
    end = phrase_end(words, at)
    n = at + 1 if end is None else end
    while n < len(words) and words.tags[n] in "AN":
        n += 1
    if n < len(words):
        if words.tags[n] in "XMVQL":
            return True
        if words.tags[n] == "E" and words.low[n + 1 : n + 2] != ("by",):
            return words.tags[at] in "RK" or words.tags[n + 1 : n + 2] in tuple("DKrRHTJQWOPAB")
    return not near and _verb_further_on(words, n, at + _CLAUSE_SCAN)


def _verb_further_on(words: Words, first: int, last: int) -> bool:
    """Whether a finite verb stands further on, behind what hangs on the subject."""
    relative, n = 0, first
    while n < min(last, len(words)):
        tag = words.tags[n]
        if tag == "Q":
            return True
        if tag in ".;:S":
            return False
        if tag == ",":
            closing = _closing(words, n)
            if closing is None:
                return False
            n = closing
        elif tag == "W" or (tag == "H" and words.tags[n - 1] in "OK"):
            relative += 1
        elif tag == "E" and n > first and words.tags[n - 1] in ",OK" and words.low[n + 1 : n + 2] != ("by",):
            if relative == 0:
                return True
        elif tag in "XMV" and words.low[n] not in _WEAK:
            if relative == 0:
                return True
            relative -= 1
        n += 1
    return False


def _closing(words: Words, comma: int) -> int | None:
    """The comma that closes what the one at `comma` opens between subject and verb, or itself; None when none does."""
    for n in range(comma + 1, min(comma + _BRACKET, len(words))):
        if words.tags[n] == "," and words.tags[n + 1 : n + 2] in ("X", "M", "V", "E"):
            return n
    after = words.tags[comma + 1 : comma + 2]
    return comma if after in tuple("WGEAPXMV") else None
