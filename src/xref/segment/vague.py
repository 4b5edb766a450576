"""Words that place an event in the past, the present or the future without naming a day: "recently", "now", "soon".

TimeML gives them the values PAST_REF, PRESENT_REF and FUTURE_REF (Sauri et al. 2006). They have no days here, and count
as no date; they are kept since a reader asks when something was "now". Only clear words of time: "now that" is a
conjunction, "current" and "ongoing" describe a thing.
"""

from __future__ import annotations

import re

from xref.model import DateMention, Span

_WORDS = (
    (
        "past",
        r"(?:(?:more|most|quite|very|as)\s+)?recently(?!\s+as)",
        r"in\s+recent\s+(?:days|weeks|months|years|times|history|memory)",
        r"recent\s+(?:days|weeks|months|years)",
        r"in\s+the\s+(?:recent\s+|distant\s+)?past(?!\s+\w+\s+(?:days|weeks|months|years))",
        r"at\s+one\s+point",
        r"in\s+former\s+times",
        r"long\s+ago",
    ),
    (
        "present",
        r"currently",
        r"nowadays",
        r"presently",
        r"(?:right\s+)?now(?!\s+that\b|adays|-)",
        r"at\s+(?:present|the\s+present\s+time|the\s+moment|this\s+(?:time|moment|point))",
        r"(?:for\s+)?the\s+time\s+being",
        r"these\s+days",
        r"to\s+date",
    ),
    (
        "future",
        r"(?:in\s+)?the\s+(?:near|foreseeable|not\s+too\s+distant)\s+future",
        r"in\s+(?:the\s+)?future",
        r"the\s+future",
        r"(?:very\s+|pretty\s+)?soon(?!\s+(?:after|as)\b)",
        r"in\s+the\s+(?:near|long|short|medium|longer)\s+(?:term|run)",
        r"the\s+(?:near|long|short)\s+term",
        r"at\s+a\s+later\s+(?:time|date)",
        r"some\s+day",
    ),
)
_FORMS = tuple((name, re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)) for name, *words in _WORDS)
_SAID = {
    "past": "the words place it in the past, on no certain day",
    "present": "the words mean the time of speaking, no certain day",
    "future": "the words place it in the future, on no certain day",
}


def find_vague(text: str, span: Span) -> list[DateMention]:
    """The words of this kind in the claim at `span`."""
    return [
        DateMention(Span(match.start(), match.end()), None, _SAID[name], approximate=True, reference=name)
        for name, form in _FORMS
        for match in form.finditer(text, span.start, span.end)
    ]
