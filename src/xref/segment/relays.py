"""Sources behind sources inside one sentence: who is cited by the one that reports, and who hands it on.

"Reuters reported, citing two officials, that A": A comes from the officials, through Reuters. "Interfax quoted an aide
as saying that A": from the aide, through Interfax.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from xref.segment.cues import Cue
from xref.segment.findings import Classify, Finding
from xref.segment.grammar import Words
from xref.segment.subjects import Phrase, subject_after, subject_before

_CITED = re.compile(
    r"(?:carried|published|reported|quoted|aired|obtained|posted|broadcast|cited|released)\s+by\s+(?:the\s+)?|\bin\s+an?\s+(?:[\w,.]+\s+){0,5}?(?=[A-Z*])",
    re.I,
)
_NAME = re.compile(r"\*?((?:[A-Z][\w.&'’-]*)(?:\s+(?:of\s+)?[A-Z][\w.&'’-]*){0,4})")


def find_cited(words: Words, found: Sequence[Finding], classify: Classify) -> list[Finding]:
    """Whom the findings' sources cite for what they report: "..., citing two officials"."""
    cited = []
    for n, low in enumerate(words.low):
        if low not in ("citing", "quoting") or n == 0 or words.tags[n - 1] not in ",-":
            continue
        host = next((f for f in reversed(found) if f.cue.first < n and f.kind in ("speech", "writing")), None)
        source = subject_after(words, n + 1)
        sort = classify(source) if source else ""
        if host and source and sort in ("person", "anonymous", "organisation", "document"):
            cue = Cue(n, n + 1, "cite", "verb", "ing", host.cue.frames)
            parts = tuple(part for part in (_without(part, n) for part in host.content.parts) if part)
            if parts:
                content = attrs.evolve(host.content, parts=parts)
                cited.append(Finding(cue, source, sort, content, host.kind, shared=True))
    return cited


def _without(part: tuple[int, int], at: int) -> tuple[int, int] | None:
    """A stretch of words ended before "citing" at word `at`."""
    first, last = part
    if first <= at < last:
        return (first, at) if at > first else None
    return part


def outer_of(words: Words, finding: Finding) -> Phrase | None:
    """Who quotes the source of "... quoted X as saying"; None in any other shape."""
    cue, source = finding.cue, finding.source
    if cue.first == 0 or words.low[cue.first - 1] != "as" or source.first < 2:
        return None
    return subject_before(words, source.first - 1)


def relay_beside(words: Words, source: Phrase) -> tuple[int, int] | None:
    """The characters of a relay named in the sentence: "carried by ABC News", "in an October 1 Bloomberg report"."""
    masked = words.masked
    for match in _CITED.finditer(masked):
        name = _NAME.match(masked, match.end())
        if name and not (words.start(source.first) <= match.end() < words.end(source.last - 1)):
            return name.start(1), name.start(1) + len(name.group(1).rstrip("."))
    return None
