"""What a claim does with its subject: needs it, does without it, denies it, ties it to a condition, proposes it.

A stance is only ever shown with the words that decided it. Cues after the negation and modality lists of ConanDoyle-neg
(Morante and Daelemans 2012) and of news English; they decide in the order of the table, the most special first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from xref.model import Claim, Evidence, Span

_CUES: tuple[tuple[str, str], ...] = (
    ("needs", r"\b(?:can(?:not|['’]t|\s+not)|could\s+not|may\s+not|must\s+not|unable\s+to)\b[^;]{0,120}?\bwithout\b(?:\s+resort\s+to)?"),
    ("does without", r"\b(?:(?:does|do|did|would|will)(?:\s+not|n['’]t)\s+(?:need|require|have\s+to)|need(?:s|ed)?\s+no|no\s+need|not\s+(?:need|required|necessary|obliged)|without\s+(?:needing|requiring|seeking|the\s+(?:need|consent|approval)))\b"),
    ("denies", r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|rul(?:es?|ed|ing)\s+out|refut\w+|no\s+one|nobody|never|neither|nothing|no\s+(?:link|deal|bargain|connection|agreement|offer|plan)\w*|(?:did|does|do|is|are|was|were|has|have|had|will|would|should|could|can)(?:\s+not|n['’]t)|cannot|not\s+(?:directed|aimed|linked|tied|part|a|an|to|so|yet|been))\b"),
    ("sets a condition", r"\b(?:only\s+(?:if|interested|when|after|with)|unless|provided\s+that|on\s+condition|in\s+(?:conjunction|exchange|return)\s+(?:with|for)|conditional|conditioned|contingent|linked\s+to|tied\s+to|must\s+be\s+(?:linked|tied)|in\s+return|if)\b"),
    ("keeps apart", r"\b(?:outside\s+(?:of\s+)?|separate(?:ly)?\s+(?:from\s+)?|apart\s+from|independent(?:ly)?\s+of|regardless\s+of|unrelated|decoupl\w+|delink\w+)"),
    ("needs", r"\b(?:must|require[sd]?|need(?:s|ed)?\s+(?:to|the|a)|ha(?:s|ve)\s+to|necessary|obliged\s+to|bound\s+to)\b"),
    ("proposes", r"\b(?:propos\w+|offer(?:s|ed|ing)?|suggest(?:s|ed|ing)?|would\s+(?:include|involve|back\s+off)|invit\w+|seek(?:s|ing)?|push(?:es|ing)?\s+(?:for|to)|want(?:s|ed)?\s+to)\b"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(pattern, re.I)) for name, pattern in _CUES)

REACH = 30
"""characters between a cue and the theme's words: five words or so"""

OPPOSED = frozenset(
    frozenset(pair)
    for pair in (
        ("needs", "does without"), ("sets a condition", "keeps apart"), ("denies", "proposes"),
        ("denies", "sets a condition"),
    )
)  # fmt: skip
"""stances that contradict each other"""


@attrs.frozen
class Stance:
    """A stance and the words that decided it."""

    name: str
    """ "needs", "does without", "denies", "sets a condition", "keeps apart" or "proposes" """
    span: Span
    """the words, in the document"""


def read_stance(claim: Claim, evidence: Sequence[Evidence]) -> Stance | None:
    """The stance of `claim` towards the words of `evidence`, or None when no word decides it.

    A cue decides only where it touches the evidence or stands within `REACH` characters before it in the same clause: a
    "not" elsewhere in a long sentence denies something else.
    """
    spans = [e.span for e in evidence if claim.span.holds(e.span)]
    for name, pattern in _COMPILED:
        for match in pattern.finditer(claim.text):
            start = claim.span.start + match.start()
            cue = Span(start, start + len(match.group().rstrip()))
            if any(cue.meets(span) or _before(cue, span, claim) for span in spans):
                return Stance(name, cue)
    return None


def _before(cue: Span, span: Span, claim: Claim) -> bool:
    if not 0 <= span.start - cue.end <= REACH:
        return False
    between = claim.text[cue.end - claim.span.start : span.start - claim.span.start]
    return not re.search(r"[,;:.]|\b(?:but|and|which|who|that|while)\b", between)


def are_opposed(left: Stance, right: Stance) -> bool:
    """Whether the two stances contradict each other."""
    return frozenset((left.name, right.name)) in OPPOSED
