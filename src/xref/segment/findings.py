"""An attribution by the words of its sentence, and whether such a source can do what its cue says.

A thing says nothing but what nothing else can say ("the move means that"); a document says and shows, but wants and fears
nothing; what a source did not say is not reported, while what it does not believe or want is.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from xref.segment.contents import Content
from xref.segment.cues import Cue
from xref.segment.grammar import Words
from xref.segment.nonnames import word_set
from xref.segment.subjects import Phrase

Classify = Callable[[Phrase], str]
"""what kind of source a phrase is"""

_UNDENIED = word_set("deny reject dismiss refute rebut dispute")
"""verbs whose negated form still reports ("did not deny that")"""
_SHOWING = word_set(
    "show indicate suggest reveal confirm signal find hint read conclude state demonstrate prove underscore forecast predict"
)
"""verbs whose subject may be a thing that says nothing"""


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


def judge(
    words: Words, cue: Cue, source: Phrase, content: Content | None, shared: bool, classify: Classify
) -> Finding | None:
    """The finding, when such a source can do what the cue says."""
    if content is None or any(first >= last for first, last in content.parts):
        return None
    kind = cue.frames.get(content.frame) or cue.frames.get("that", "speech")
    sort = "" if words.low[source.first] in ("nobody", "no", "none", "neither") else classify(source)
    spoken = content.frame in ("that", "bare", "quote", "end", "wh")
    if not sort:
        return None
    if cue.negated and kind in ("speech", "writing") and spoken and cue.verb not in _UNDENIED:
        # "did not say whether": what it was about is told, what was said is not
        if content.frame != "wh":
            return None
        kind = "topic"
    if sort == "thing" and not (spoken and kind in ("speech", "writing", "belief") and cue.verb not in _SHOWING):
        return None
    if kind == "perception" and content.frame == "thing" and sort != "document":
        return None
    if sort == "document" and kind == "perception":
        kind = "writing"
    if sort == "document" and kind in ("belief", "intention", "attitude"):
        return None
    if kind == "perception" and cue.verb in _SHOWING and cue.verb != "find":
        return None
    return Finding(cue, source, sort, content, kind, shared)
