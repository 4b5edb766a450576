"""What a cue reports: which words of the sentence are the content, by the frames that cues.toml gives the cue.

The content stands after the cue ("said that ...", "plans to ...", "criticized the plan"), before it ("..., X said") or
on both sides. It reaches to the end of the sentence, unless the same source's next verb, a participle that reports
("..., adding"), or a clause with a source of its own ends it.
"""

from __future__ import annotations

import attrs

from xref.segment.cues import Cue
from xref.segment.grammar import TIMES, Words
from xref.segment.nonnames import word_set
from xref.segment.phrases import phrase_end
from xref.segment.subjects import SETTINGS, Phrase

_TELLING = word_set("tell inform remind assure notify persuade convince")
_RECIPIENTS = word_set(
    "tell inform remind assure notify persuade convince warn advise ask promise caution urge show press"
)
_OCCASIONS = word_set(
    "in on at during via through after before from with by over when while as for following amid ahead of"
)
_BEFORE_TIME = word_set("on in at last this next late early earlier later the of")
_CLAUSE_SCAN = 16
"""words looked through for the verb of a clause without "that": its subject is seldom longer"""
_MODALS = word_set("'ll ’ll 'd ’d 're ’re 've ’ve 'm ’m")


@attrs.frozen
class Content:
    """What is reported, by the words of its sentence."""

    parts: tuple[tuple[int, int], ...]
    """stretches of words, in order"""
    frame: str
    """the frame of cues.toml that it fills"""
    told: tuple[int, int] | None = None
    """whom the source told"""


def content_after(words: Words, cue: Cue) -> Content | None:
    """The content behind `cue`; None when nothing there fits its frames."""
    at, told = recipient(words, cue)
    for _ in range(4):
        if at >= len(words):
            return None
        found = _frame_at(words, at, cue, told is not None)
        if found:
            first, frame = found
            return Content(((first, len(words)),), frame, told)
        further = _over_adverbial(words, at)
        if further is None:
            return None
        at = further
    return None


def recipient(words: Words, cue: Cue) -> tuple[int, tuple[int, int] | None]:
    """Where the content may begin after the person told ("told reporters", "said to aides"), and who that is."""
    at = cue.last
    while at < len(words) and words.tags[at] == "A":
        at += 1
    if at >= len(words):
        return at, None
    if cue.verb in _RECIPIENTS and cue.shape != "passive" and words.tags[at] in "DKOrRBQJ":
        end = phrase_end(words, at)
        if end is not None and (cue.verb in _TELLING or not begins_clause(words, at)):
            return end, (at, end)
    if words.low[at] == "to" and at + 1 < len(words) and words.tags[at + 1] in "DKOrR":
        end = phrase_end(words, at + 1)
        if end is not None and end < len(words) and words.tags[end] in "HQ,:W.P":
            return end, (at + 1, end)
    return at, None


def _frame_at(words: Words, at: int, cue: Cue, told: bool) -> tuple[int, str] | None:
    """First word of the content and its frame when the content begins at word `at`."""
    frames, tag, low = cue.frames, words.tags[at], words.low[at]
    if tag in ",:" and at + 1 < len(words):
        if "quote" in frames and (tag == ":" or words.tags[at + 1] == "Q"):
            return at + 1, "quote"
        inner = words.tags.find(",", at + 1, at + 25)
        if inner > 0 and words.tags[inner + 1 : inner + 2] == "H" and "that" in frames:
            return inner + 2, "that"
        if words.tags[at + 1] == "A" and at + 2 < len(words) and words.tags[at + 2] in ",":
            return _frame_at(words, at + 3, cue, told) if at + 3 < len(words) else None
        return None
    if tag == "Q":
        frame = next((f for f in ("quote", "that", "thing") if f in frames), None)
        return (at, frame) if frame else None
    if tag == "H" and "that" in frames and (frames["that"] != "perception" or begins_clause(words, at + 1)):
        return at + 1, "that"
    if tag in "XMV" and "bare" in frames and cue.asked_for:
        return at, "bare"
    if (tag == "W" or low in ("whether", "if", "when")) and "wh" in frames:
        # "says what I meant" tells no words; "asked if" does, "knows if" hardly
        return None if low in ("what", "when") and cue.verb == "say" else (at, "wh")
    if tag == "T" and "to" in frames and _infinitive(words, at + 1) and (not told or "person" in frames):
        return at, "to"
    if low in frames and tag in "PTSA" and low != "as":
        return (at + 1, low) if at + 1 < len(words) else None
    if tag == "G" and "ing" in frames:
        return at, "ing"
    if tag in "DKOrRJBH" or (tag in "GEL" and at + 1 < len(words) and words.tags[at + 1] in "OKPC"):
        if "bare" in frames and begins_clause(words, at):
            return at, "bare"
        if "as" in frames and not told and _as_follows(words, at):
            return at, "as"
        if "thing" in frames and not told and _object(words, at):
            return at, "thing"
    return None


def _as_follows(words: Words, at: int) -> bool:
    """Whether an object and "as" begin at word `at` ("sees the deal as a mistake")."""
    end = phrase_end(words, at)
    return end is not None and "as" in words.low[end : end + 3]


def _object(words: Words, at: int) -> bool:
    """Whether an object begins at word `at`; one that a verb follows is the subject of that ("a man called X said")."""
    if words.tags[at] == "H":
        return True
    end = phrase_end(words, at)
    return end is not None and not (end < len(words) and words.tags[end] in "XMV")


def _infinitive(words: Words, at: int) -> bool:
    """Whether a verb follows "to", adverbs and "not" passed over."""
    while at < len(words) and words.tags[at] in "AN":
        at += 1
    if at >= len(words):
        return False
    # a word that no list knows as a verb is one when an object follows: "to retake the Senate"
    unknown = (
        words.tags[at] == "O"
        and words.tags[at + 1 : at + 2] in ("D", "r", "P")
        and words.masked[words.start(at)].islower()
    )
    return words.tags[at] in "LX" or unknown


def _over_adverbial(words: Words, at: int) -> int | None:
    """Past a time or occasion that stands between a cue and its content: "on Friday", "in an interview with CNN"."""
    n = at
    if words.low[n : n + 2] == ("in", "writing"):
        return n + 2
    if words.low[n] in ("march", "may") and n + 1 < len(words) and words.tags[n + 1] == "B":
        return n + 2
    if words.low[n] in TIMES or (words.low[n] in _BEFORE_TIME and n + 1 < len(words) and words.low[n + 1] in TIMES):
        while n < len(words) and (words.low[n] in TIMES or words.low[n] in _BEFORE_TIME or words.tags[n] == "B"):
            n += 1
            if words.tags[n : n + 2] == ",B" and len(words.low[n + 1]) == 4:
                n += 3 if words.tags[n + 2 : n + 3] == "," else 2
        return n
    if words.tags[n] == "A":
        return n + 1
    if words.tags[n] == "P" and words.low[n] in _OCCASIONS and n + 1 < len(words):
        end = phrase_end(words, n + 1) if words.tags[n + 1] not in "G" else None
        if end is not None and SETTINGS.intersection(words.low[n + 1 : end]) and end < len(words):
            while end < len(words) and words.low[end] in ("with", "on", "to", "at", "in"):
                inner = phrase_end(words, end + 1)
                if inner is None:
                    break
                end = inner
            return end
        # "agreed on terms that ...": there "that" hangs on the noun
        hangs = end is not None and end < len(words) and words.tags[end] in "HW" and words.tags[end - 1] not in "KBZ"
        return None if hangs else end
    return None


def begins_clause(words: Words, at: int) -> bool:
    """Whether a subject and a finite verb of its own begin at word `at`."""
    end = phrase_end(words, at)
    if end is None:
        end = at + 1
    n = end
    while n < len(words) and words.tags[n] in "AN":
        n += 1
    if n < len(words) and (words.tags[n] in "XMV" or words.low[n] in _MODALS):
        return True
    if n < len(words) and words.tags[n] in "EL" and (n + 1 >= len(words) or words.low[n + 1] != "by"):
        return words.tags[n] == "L" or words.tags[at] in "RK" or _object_follows(words, n + 1)
    relative = 0
    for k in range(n, min(at + _CLAUSE_SCAN, len(words))):
        tag = words.tags[k]
        if tag in ".;:Q" or (tag == "," and not _bracketed(words, k)):
            return False
        if tag in "W" or (tag == "H" and words.tags[k - 1] in "OK"):
            relative += 1
        elif tag in "XM" and words.low[k] not in ("be", "being", "been", "having", "have", "do"):
            if relative == 0:
                return True
            relative -= 1
        elif tag == "T" or tag in "SC":
            return False
    return False


def _bracketed(words: Words, comma: int) -> bool:
    """Whether a comma opens or closes what stands between a subject and its verb."""
    return words.tags[comma + 1 : comma + 2] in ("W", "G", "E", "A", "P", "X", "M", "V") or (
        words.tags[comma + 1 : comma + 2] == "D" and "," in words.tags[comma + 2 : comma + 9]
    )


def _object_follows(words: Words, at: int) -> bool:
    return at < len(words) and words.tags[at] in "DKrRHTJQWOPA"


def content_before(words: Words, cue: Cue, subject: Phrase) -> Content | None:
    """The content that stands before source and cue ("..., X said"), or on both sides of them."""
    end = min(subject.first, cue.first)
    if end == 0 or words.tags[end - 1] not in ",Q.-":
        return None
    stop = end - 1 if words.tags[end - 1] in ",-" else end
    opening = _after_dateline(words, stop)
    if stop <= opening:
        return None
    behind = max(subject.last, cue.last)
    if behind < len(words) and words.tags[behind] in ",-" and _goes_on(words, behind + 1):
        return Content(((opening, stop), (behind + 1, len(words))), "end")
    if stop - opening < 2 and words.tags[opening] != "Q":
        return None
    return Content(((opening, stop),), "end")


_DATELINE = 14
"""words of the longest dateline: place, date, agency in brackets"""


def _after_dateline(words: Words, stop: int) -> int:
    """The first word after "MOSCOW, June 8 (Reuters) -" or "But"; 0 without such an opening."""
    dash = words.tags.find("-", 1, min(_DATELINE, stop))
    place = words.masked[: words.start(dash)].strip(" ,") if dash > 0 else ""
    printed_so = place.endswith(")") or place.isupper() or (dash <= 2 and place[:1].isupper())
    if place and printed_so and set(words.tags[:dash]) <= set("KZBO,()."):
        return dash + 1
    return 1 if words.tags[0] == "C" else 0


def with_quoted_before(words: Words, content: Content, cue: Cue, subject: Phrase) -> Content:
    """Adds a quotation before "X said" to the one after it: "“A,” X said, “B.”" """
    end = min(subject.first, cue.first)
    if end > 0 and words.tags[0] == "Q" and words.tags[end - 1] in ",Q":
        return attrs.evolve(content, parts=((0, end), *content.parts))
    return content


def _goes_on(words: Words, at: int) -> bool:
    """Whether the content goes on after "X said,": a verb or quotation, no clause that hangs on."""
    return at < len(words) and (words.tags[at] in "QXMVELTPDKOR")


def only_adverbials(words: Words, at: int) -> bool:
    """Whether after a cue at the sentence's end come only times, occasions and clauses that hang on."""
    for _ in range(6):
        while at < len(words) and words.tags[at] in "A)":
            at += 1
        if at >= len(words) or words.tags[at] in ".;,-(Q:":
            return True
        if words.tags[at] == "S" or words.tags[at] == "G":
            return True
        further = _over_adverbial(words, at)
        if further is None:
            if words.low[at] == "to" and (end := phrase_end(words, at + 1)) is not None:
                further = end
            else:
                return False
        at = further
    return True
