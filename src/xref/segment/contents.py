"""What a cue reports: which words of the sentence are the content, by the frames that cues.toml gives the cue.

The content stands after the cue ("said that ...", "plans to ...", "criticized the plan"), before it ("..., X said") or
on both sides. It reaches to the end of the sentence, unless the same source's next verb, a participle that reports
("..., adding"), or a clause with a source of its own ends it.
"""

from __future__ import annotations

import attrs

from xref.segment.cues import Cue
from xref.segment.frames import begins_clause, frame_at
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
        found = frame_at(words, at, cue, told is not None)
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
        if end is not None and (cue.verb in _TELLING or not begins_clause(words, at, near=True)):
            return end, (at, end)
    if words.low[at] == "to" and at + 1 < len(words) and words.tags[at + 1] in "DKOrR":
        end = phrase_end(words, at + 1)
        if end is not None and end < len(words) and words.tags[end] in "HQ,:W.P":
            return end, (at + 1, end)
    return at, None


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
    if words.tags[n : n + 2] == "PH":
        # a word too many ("saying on that ...")
        return n + 1
    if words.tags[n : n + 2] == "PQ":
        return n + 2
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
    quotes_only = not {"that", "bare", "wh"} & set(cue.frames)
    if words.tags[opening] != "Q" and (stop - opening < 2 or quotes_only):
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
