"""One cue with its source and content, by the shape in which the cue stands.

Verbs: "X said that ...", "..., said X", "X, who said", "X praised A and said", "..., saying that", "as X put it", "was
described by X as". States: "X is sure that". Nouns and phrases: nouncues.py.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from xref.segment.adverbials import only_adverbials
from xref.segment.agents import agent_of, says_so
from xref.segment.contents import Content, content_after, content_before, recipient, with_quoted_before
from xref.segment.cues import Cue
from xref.segment.findings import Classify, Finding, judge
from xref.segment.grammar import Words
from xref.segment.nouncues import by_noun, by_phrase
from xref.segment.phrases import core_start
from xref.segment.subjects import Phrase, subject_after, subject_before

_STRONG = ("that", "bare", "quote", "wh", "to", "thing", "as", "end")
"""frames that hold against a quotation right before the source"""


def find_one(words: Words, cue: Cue, earlier: Sequence[Finding], classify: Classify) -> Finding | None:
    """What `cue` reports, or None; `earlier` are the findings before it in the sentence."""
    if cue.group == "according":
        return by_phrase(words, cue, classify)
    if cue.group == "noun":
        return by_noun(words, cue, classify)
    if cue.shape == "infinitive" and not says_so(words, cue):
        return None
    if cue.shape == "passive":
        return _by_agent(words, cue, classify)
    inverted = _inverted(words, cue, classify)
    if inverted:
        return inverted
    source, shared = agent_of(words, cue, earlier, classify)
    if source is None:
        return None
    quoting_as = _as_clause(words, cue, source)
    if quoting_as:
        return judge(words, cue, source, quoting_as, shared, classify)
    asked_for = words.low[cue.last : cue.last + 1] == ("as",) or (
        source.first > 0 and words.tags[source.first - 1] in "WH" and words.low[source.first - 1] != "whether"
    )
    content = content_after(words, attrs.evolve(cue, asked_for=asked_for))
    if content and content.frame not in _STRONG and _beside_quotation(words, source):
        content = content_before(words, cue, source) or content
    if content and content.frame == "quote":
        content = with_quoted_before(words, content, cue, source)
    relative = cue.first > 0 and words.tags[cue.first - 1] == "W"
    if (
        content is None
        and not shared
        and not relative
        and "end" in cue.frames
        and (_beside_quotation(words, source) or only_adverbials(words, recipient(words, cue)[0]))
    ):
        content = content_before(words, cue, _framing(words, cue, source))
    if content is None:
        content = _antecedent(words, cue, source)
    return judge(words, cue, source, content, shared, classify)


def _antecedent(words: Words, cue: Cue, source: Phrase) -> Content | None:
    """What a relative clause is about when nothing follows its cue: "the ban, which Ann Lee proposed"."""
    ends = cue.last >= len(words) or words.tags[cue.last] in ",.;CPSZ"
    at = source.first - 1
    if at < 1 or not ends or "thing" not in cue.frames or words.tags[at] not in "WHO":
        return None
    if words.tags[at] == "O":
        # "a result many had predicted"
        before = core_start(words, source.first)
        return None if before is None else Content(((before, source.first),), "thing")
    end = at - (words.tags[at - 1] == ",")
    first = core_start(words, end)
    return None if first is None or words.low[at] in ("what", "who", "where") else Content(((first, end),), "thing")


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


def _beside_quotation(words: Words, source: Phrase) -> bool:
    """Whether a quotation stands right before the source: then nothing need follow the cue."""
    before = words.tags[max(0, source.first - 2) : source.first]
    return before.endswith(("Q", "Q,"))


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


def _by_agent(words: Words, cue: Cue, classify: Classify) -> Finding | None:
    """ "X was described by Y as Z": Y's words about X."""
    if cue.verb == "quote" and "bare" in cue.frames:
        source = subject_before(words, cue.first)
        content = content_after(words, cue) or (content_before(words, cue, source) if source else None)
        return judge(words, cue, source, content, False, classify) if source else None
    by = next((n for n in range(cue.last, min(cue.last + 6, len(words))) if words.low[n] == "by"), None)
    if by is None or any(words.tags[n] in ",;:.QH" for n in range(cue.last, by)):
        return None
    source, about = subject_after(words, by + 1), subject_before(words, cue.first)
    if source is None or about is None or cue.frames.get("thing", "perception") == "perception":
        return None
    parts = [(about.first, about.last)]
    if source.last < len(words) and words.tags[source.last] in "PSTH":
        parts.append((source.last, len(words)))
    if classify(source) in ("thing", "", "document"):
        return None
    return Finding(cue, source, classify(source), Content(tuple(parts), "thing"), cue.frames["thing"])
