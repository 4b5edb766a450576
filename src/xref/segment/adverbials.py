"""Times, occasions, adverbs between source, verb and content: "X on Friday said", "said in an interview that".

They are neither source nor content; which prepositions tell an occasion is Quirk et al. (1985), chapter 8.
"""

from __future__ import annotations

from xref.segment.grammar import TIMES, Words
from xref.segment.nonnames import word_set
from xref.segment.phrases import phrase_end

SETTINGS = word_set(
    "interview interviews statement speech letter memo briefing tweet tweets post address debate rally email e-mail"
    " conference call remarks testimony op-ed essay article column book report appearance hearing event meeting"
    " town-hall editorial video message conversation fundraiser forum campaign twitter facebook cnn filing release"
    " announcement"
)
"""nouns of occasions on which people speak"""
_OCCASIONS = word_set("in on at during via through after before from by over for following amid of")
_MONTHS = word_set("jan feb mar apr may jun jul aug sept sep oct nov dec march")
_BEFORE_TIME = word_set("last this next late early earlier later that the same past on in at by since of through until")
_SET_PHRASES = {("in", "writing"), ("at", "once"), ("at", "least"), ("at", "first"), ("of", "course"), ("in", "fact")}
_AROUND = 12
"""words between a source and its verb that may name the occasion"""
_FLOATING = word_set("both all each long")
"""what may stand between a subject and its verb besides adverbs ("both said", "has long opposed")"""


def skip_back(words: Words, end: int) -> int:
    """`end` moved left over adverbs, times and occasions that stand before it."""
    n = end
    while n > 0:
        further = _before(words, n)
        if further is None:
            break
        n = further
    return n


def _before(words: Words, n: int) -> int | None:
    tag, low = words.tags[n - 1], words.low[n - 1]
    if tag in "AN" or (low in _FLOATING and n > 1 and words.tags[n - 2] in "OKR"):
        return n - 1
    if low in TIMES and tag in "ZO":
        n -= 1
        while n > 0 and (words.low[n - 1] in TIMES or words.low[n - 1] in _BEFORE_TIME):
            n -= 1
        return n
    if tag == "B" and n >= 2 and words.low[n - 2].rstrip("\u2024") in _MONTHS | TIMES:
        return n - 3 if n >= 3 and words.low[n - 3] == "on" else n - 2
    if tag == "B" and n >= 2 and words.low[n - 2] in ("in", "since"):
        return n - 2
    return _occasion_before(words, n)


def _occasion_before(words: Words, end: int) -> int | None:
    """Where "in an interview with CNN" before word `end` begins; None when no such phrase stands there."""
    for n in range(end - 1, max(0, end - _AROUND), -1):
        if words.tags[n] in ",.;:QVLEXMSHWCG-":
            return None
        if words.low[n] in ("in", "on", "during", "at") and SETTINGS.intersection(words.low[n + 1 : n + 5]):
            return n if words.tags[n - 1] in "OKR," else None
    return None


def skip_one(words: Words, at: int, *, said: bool = False) -> int | None:
    """Past the one adverb, time or occasion that begins at word `at`; None when none does.

    `said`: behind a verb of speech, so that "that" begins its content, whatever noun stands before it.
    """
    low, tags = words.low[at], words.tags[at : at + 2]
    if tags[0] == "A" or tags == "PH":
        # "PH": a word too many ("saying on that ...")
        return at + 1
    if tags == "PQ" or words.low[at : at + 2] in _SET_PHRASES:
        return at + 2
    if low in ("march", "may") and tags.endswith("B"):
        return at + 2
    if low in TIMES or (low in _BEFORE_TIME and set(words.low[at + 1 : at + 2]) & TIMES):
        return _past_time(words, at)
    timed = tags[0] == "S" and low in ("after", "before", "since", "until")
    if ((tags[0] == "P" and low in _OCCASIONS) or timed) and len(tags) == 2 and tags[1] in "DKOBYJ":
        return _past_occasion(words, at, said)
    return None


def _past_time(words: Words, at: int) -> int:
    """Past "last Friday night", "on July 8, 2010,"."""
    end = at
    while at < len(words) and (words.low[at] in TIMES or words.low[at] in _BEFORE_TIME or words.tags[at] == "B"):
        at += 1
        if words.low[at - 1] not in _BEFORE_TIME:
            end = at
        if words.tags[at : at + 2] == ",B" and len(words.low[at + 1]) == 4:
            at += 3 if words.tags[at + 2 : at + 3] == "," else 2
            end = at
    return end


def _past_occasion(words: Words, at: int, said: bool) -> int | None:
    end = phrase_end(words, at + 1)
    if end is None or end >= len(words):
        return end
    if SETTINGS.intersection(words.low[at + 1 : end]):
        while end < len(words) and words.low[end] in ("with", "on", "to", "at", "in"):
            inner = phrase_end(words, end + 1)
            if inner is None:
                break
            end = inner
        return end
    # "agreed on terms that ...": there "that" hangs on the noun; after a name or a time it does not
    timed = said or words.tags[end - 1] in "KBZ" or words.low[end - 1].rstrip("s") in TIMES
    return None if words.tags[end] in "HW" and not timed else end


def only_adverbials(words: Words, at: int) -> bool:
    """Whether after a cue come only times, occasions and clauses that hang on."""
    for _ in range(6):
        while at < len(words) and words.tags[at] in "A)":
            at += 1
        if at >= len(words) or words.tags[at] in ".;,-(Q:SG":
            return True
        further = phrase_end(words, at + 1) if words.low[at] == "to" else skip_one(words, at)
        if further is None:
            return False
        at = further
    return True
