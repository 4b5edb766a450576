"""What a file's properties say about its document: title, author, and the days on which the file was made.

Properties (Dublin Core terms in docx and odt, the information dictionary of a pdf, the info group of rtf) are written
by programs: a title is often a template's, an author the one who typed, and the days tell when the file was made or
saved. A letter of 1852 that was typed in 2015 says 2015 there. So such a day is shown and never taken.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from xref.model import DateRange
from xref.read.extracted import DateHint, Hint

WHY_NOT = "it tells when the file was made, which need not be when the text appeared"
# titles that printing programs make of the file's name
_FILE_NAME = re.compile(
    r"^Microsoft \w+ - |\.(?:docx?|pdf|indd|qxp|qxd|rtf|odt|pages|txt|wpd|pptx?|xlsx?|html?)$", re.I
)
# what word processors write when nobody gave a name
_NOBODY = ("microsoft office user", "windows user", "office user", "registered user", "default user", "unknown author")
_LONGEST = 500
"""characters of a property: more is a text"""
# ISO 8601 as docx and odt write it, and "D:20130515..." as pdf does (PDF 1.7, 7.9.4)
_DAY = re.compile(r"\s*(?:D:)?([12][0-9]{3})-?([01][0-9])-?([0-3][0-9])")


def read_properties(facts: Mapping[str, tuple[str, str]], whose: str = "the document's") -> tuple[Hint, ...]:
    """Hints from `facts`: "title" or "author" → name of the property, its value. Empty and idle ones are left out."""
    found = []
    for field, (name, value) in facts.items():
        said = " ".join(value.split())[:_LONGEST]
        if _is_telling(field, said):
            found.append(Hint(field, said, f"{name} among {whose} properties"))
    return tuple(found)


def _is_telling(field: str, said: str) -> bool:
    """Whether it was written by a person. Four words: shorter titles are "Document1" or "letter final"; two: an author
    of one is the name of an account, "user" or "mbrandt"."""
    words = len(re.findall(r"[^\W_]+", said))
    if field == "title":
        return words >= 4 and not _FILE_NAME.search(said)
    return words >= 2 and said.casefold() not in _NOBODY


def read_days(days: Iterable[tuple[str, str]], whose: str = "the document's") -> tuple[DateHint, ...]:
    """Days on which a file was made or saved (name of the property, its value): told, never taken for publication."""
    found = []
    for name, value in days:
        match = _DAY.match(value)
        try:
            day = dt.date(*map(int, match.groups())) if match else None
        except ValueError:
            day = None
        if day:
            how = f"{name} among {whose} properties"
            found.append(DateHint(DateRange(day, day), how, 0, "property", value.strip()[:40], refused=WHY_NOT))
    return tuple(found)
