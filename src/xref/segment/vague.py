"""Words that place an event in the past, the present or the future without naming a day: "recently", "now", "soon".

TimeML gives them the values PAST_REF, PRESENT_REF and FUTURE_REF (Sauri et al. 2006, 2.2.3). They have no days here, and
count as no date; they are kept since a reader asks when something was "now". Only clear words of time: "now that" is a
conjunction, "current" and "ongoing" describe a thing.
"""

from __future__ import annotations

import re

from xref.model import DateMention, Span

_WORDS = (
    ("past", r"(?:(?:more|most|quite|very|as)\s+)?recently(?!\s+as)|in\s+recent\s+(?:days|weeks|months|years|times|history|memory)"
             r"|recent\s+(?:days|weeks|months|years)|in\s+the\s+(?:recent\s+|distant\s+)?past(?!\s+\w+\s+(?:days|weeks|months|years))"
             r"|(?<!the\s)recent(?=\s+(?:talks|visit|election|elections|events|meeting|report|reports|attack|attacks|speech|letter))"
             r"|at\s+one\s+point|in\s+former\s+times|long\s+ago"),
    ("present", r"currently|nowadays|presently|now(?!\s+that\b|adays|-)|at\s+(?:present|the\s+present\s+time|the\s+moment|this\s+(?:time|moment|point))"
                r"|(?:for\s+)?the\s+time\s+being|these\s+days|to\s+date|right\s+now"),
    ("future", r"(?:in\s+)?the\s+(?:near|foreseeable|not\s+too\s+distant)\s+future|in\s+(?:the\s+)?future|the\s+future"
               r"|(?:very\s+|pretty\s+)?soon(?!\s+(?:after|as)\b)|in\s+the\s+(?:near|long|short|medium|longer)\s+(?:term|run)"
               r"|the\s+(?:near|long|short)\s+term|at\s+a\s+later\s+(?:time|date)|some\s+day"),
)  # fmt: skip
_FORMS = tuple((name, re.compile(rf"\b(?:{words})\b", re.I)) for name, words in _WORDS)
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
