"""What a day on a page is worth, by what stands beside it and by where it stands; on the scale of read/published.py.

The figures order the signs, they are no measured probabilities: a label by the headline (94) goes before any other day
on the lines and behind schema.org data (96); what a hostile or careless page can hold anywhere stays below 50.
"""

from __future__ import annotations

import attrs

PLACES = {
    "head": "by the headline",
    "above": "above the headline",
    "body": "inside the article",
    "foot": "below the article",
    "below": "far below the article",
}
"""place → in words"""
WORTH = {
    "labelled": ("date with a label such as “published”", 94, 58, 74, 88, 45),
    "notice": ("sentence that says when it appeared", 92, 50, 84, 90, 60),
    "marked": ("date that the page marks as its own", 92, 60, 76, 84, 40),
    "timed": ("date with the hour", 90, 38, 52, 70, 25),
    "byline": ("date beside the author’s name", 90, 40, 56, 74, 30),
    "line": ("line that is a date", 88, 36, 50, 68, 25),
    "date": ("date in an element for dates", 86, 36, 52, 68, 25),
    "short": ("date in a short line", 78, 25, 28, 40, 10),
    "updated": ("date of a change", 64, 30, 50, 62, 45),
    "stamp-published": ("time stamp marked as the day of publication", 94, 74, 84, 90, 50),
    "stamp": ("time stamp", 92, 62, 60, 72, 25),
    "stamp-updated": ("time stamp of a change", 64, 50, 56, 62, 45),
}
"""kind of day → in words, and its confidence in each of PLACES"""
OVER_HEADLINE = {"line": 12, "timed": 8, "date": 10}
"""points less right above the headline: there blogs put the day of the post, newspapers the day of the visit"""

BESIDE = 25
"""points less in an element by the headline that is marked as a menu or side bar"""


@attrs.frozen
class Weighed:
    """What a day on a page is worth."""

    rule: str
    """name of the rule"""
    how: str
    """the rule in words"""
    confidence: int
    """0-100"""
    refused: str = ""
    """why it cannot be the day of publication"""


def worth(kind: str, place: str) -> int:
    """The confidence of a day of this kind at this place."""
    figures = WORTH[kind][1:]
    return int(figures[list(PLACES).index(place)])


def weighed(kind: str, place: str, less: int = 0, named: str = "") -> Weighed:
    """A day of this kind at this place; `named` is the element that holds it."""
    rule = kind if kind.startswith("stamp") else f"page-{kind}"
    how = f"{WORTH[kind][0]}{f' ({named})' if named else ''}, {PLACES[place]}"
    return Weighed(rule, how, worth(kind, place) - less)
