"""What a cue reports: which words of the sentence are the content, by the frames that cues.toml gives the cue.

The content stands after the cue ("said that ...", "plans to ...", "criticized the plan"), before it ("..., X said") or
on both sides. It reaches to the end of the sentence, unless the same source's next verb, a participle that reports
("..., adding"), or a clause with a source of its own ends it.
"""

from __future__ import annotations

import attrs

from xref.segment.adverbials import skip_one
from xref.segment.cues import Cue
from xref.segment.frames import begins_clause, frame_at
from xref.segment.grammar import Words
from xref.segment.nonnames import word_set
from xref.segment.phrases import phrase_end
from xref.segment.subjects import Phrase

_TELLING = word_set("tell inform remind assure notify persuade convince")
_RECIPIENTS = word_set(
    "tell inform remind assure notify persuade convince warn advise ask promise caution urge show press"
)


_PARTICLES = word_set("out back up down off")
"""what makes one verb with the cue: "tweeted out", "fired back" """
_ANNOUNCED = 14
"""words between a cue and the colon that announces a quotation, at most ("wrote on his own page last night: “...”")"""
_DESCRIPTION = 14
"""words that describe the person told, at most"""


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
    found = _first_frame(words, at, cue, told is not None)
    if found is None and told and cue.verb not in _TELLING:
        # "challenged the award": what looked like somebody addressed is the object
        found, told = _first_frame(words, cue.last, cue, False), None
    return Content(((found[0], len(words)),), found[1], told) if found else None


def _first_frame(words: Words, at: int, cue: Cue, told: bool) -> tuple[int, str] | None:
    """Where a content of one of the cue's frames begins, behind adverbs, times and occasions."""
    for _ in range(4):
        if at >= len(words):
            return None
        found = frame_at(words, at, cue, told)
        said = cue.frames.get("that") in ("speech", "writing") and "on" not in cue.frames
        further = None if found else skip_one(words, at, said=said)
        if further is None:
            announced = words.tags.find(":Q", at, at + _ANNOUNCED)
            return found if found or announced < 0 or "quote" not in cue.frames else (announced + 1, "quote")
        at = further
    return None


def recipient(words: Words, cue: Cue) -> tuple[int, tuple[int, int] | None]:
    """Where the content may begin after the person told ("told reporters", "said to aides"), and who that is."""
    at = cue.last
    while at < len(words) and (words.tags[at] == "A" or words.low[at] in _PARTICLES):
        at += 1
    if at >= len(words):
        return at, None
    addressing = cue.verb in _RECIPIENTS or cue.frames.get("person") in ("speech", "topic")
    if addressing and cue.shape != "passive" and words.tags[at] in "DKOrRBQJ":
        end = phrase_end(words, at)
        if end is not None and (cue.verb in _TELLING or not begins_clause(words, at, near=True)):
            # "asked the council for money": what the cue itself wants behind it
            wanted = (n for n in range(at + 1, end) if words.tags[n] == "P" and words.low[n] in cue.frames)
            end = next((n for n in wanted if words.low[n] != "of"), end)
            return _past_description(words, end), (at, end)
    if words.low[at] == "to" and at + 1 < len(words) and words.tags[at + 1] in "DKOrR":
        end = phrase_end(words, at + 1)
        if end is not None and end < len(words) and words.tags[end] in "HQ,:W.P":
            return end, (at + 1, end)
    return at, None


def _past_description(words: Words, at: int) -> int:
    """Past what describes the person told, up to the content: "told voters gathered in a hall that ..." """
    if words.tags[at : at + 1] in ("E", "G") or words.low[at : at + 1] in (("who",), ("whose",), ("which",)):
        for n in range(at + 1, min(at + _DESCRIPTION, len(words))):
            if words.tags[n] in "HQ":
                return n
            if words.tags[n] in ",;:.":
                break
    return at


def content_before(words: Words, cue: Cue, subject: Phrase) -> Content | None:
    """The content that stands before source and cue ("..., X said"), or on both sides of them."""
    end = min(subject.first, cue.first)
    if end == 0 or words.tags[end - 1] not in ",Q.-":
        return None
    stop = end - 1 if words.tags[end - 1] in ",-" else end
    opening = _after_dateline(words, stop)
    if stop <= opening:
        return None
    quotes_only = not {"that", "bare", "wh"} & set(cue.frames)
    if quotes_only and words.tags[opening] != "Q":
        return None
    behind = max(subject.last, cue.last)
    while behind < len(words) and (further := skip_one(words, behind)):
        behind = further
    if behind < len(words) and words.tags[behind] in ",-" and _goes_on(words, behind + 1):
        return Content(((opening, stop), (behind + 1, len(words))), "end")
    fronted = words.tags[opening] == "S" and "," not in words.tags[opening:stop]
    if words.tags[opening] != "Q" and (stop - opening < 2 or fronted):
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
