"""What stands beside a day on its line: a label, an hour, a name, a whole sentence.

The wording of labels is data (data/pagewords.toml).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from xref.fold import flat
from xref.layout import signs
from xref.read.pages.frame import is_prose
from xref.read.pages.lines import HOUR, Page
from xref.read.tongues import weekdays, words_of
from xref.read.written import Written

_SMALL = re.compile(
    r"\b(?:uhr|klo|kl|om|um|at|a las|alle|ore|godz|o|h|hrs?|в|на|saat|wib|wita|wit|ist|de|del|den|am|on|le|il|el|em|op"
    r"|pa|the|du|vom)\b\.?"
)
_NEAR = 110
"""characters before a day in which its label stands"""
_WINDOW = 500
"""characters on either side of a day that are looked at; a longer line is a text, or an attack"""
_AFTER = 40
"""characters after it"""


@attrs.frozen
class Company:
    """What stands beside a day on its line."""

    label: str
    """"published", "updated" or "" """
    timed: bool
    """whether an hour stands by it"""
    byline: bool
    """whether a word such as "by" stands by it"""
    prose: bool
    """whether it stands in a sentence"""
    notice: bool
    """whether the sentence tells when the page's own text appeared"""
    words: int
    """other words on the line"""


def see_company(page: Page, number: int, dates: Sequence[Written], written: Written) -> Company:
    """What stands beside the day `written`, one of the `dates` on line `number`."""
    at = max(0, written.start - _WINDOW)
    text = flat(page.lines[number].text[at : written.end + _WINDOW])
    start, end = written.start - at, written.end - at
    spans = [(d.start - at, d.end - at) for d in dates if at <= d.start and d.end <= at + len(text)]
    left = max((b for _, b in spans if b <= start), default=0)
    right = min((a for a, _ in spans if a >= end), default=len(text))
    before, after = text[left:start], text[end:right]
    label = _label(before[-_NEAR:], last=True)
    if not label and number and not plain_words(before):
        above = page.lines[number - 1]
        label = _label(flat(above.text), last=True) if len(above.text.split()) <= 4 else ""
    # a label between two days is the second one's
    label = label or (_label(after[:_AFTER], last=False) if right == len(text) else "")
    words = len(plain_words(_without(text, spans)))
    notice = words_of("notice").search(text[:_NEAR])
    return Company(
        label=label,
        timed=bool(HOUR.search(before[-25:]) or HOUR.search(after[:25])),
        byline=bool(words_of("by").search(f"{before[-60:]} {after[:60]}")),
        prose=_is_sentence(page, number, words) and not (label and words <= 8),
        notice=bool(notice and (label or words_of("published").search(text)) and written.start < 2 * _NEAR),
        words=words,
    )


def begins_updated(text: str) -> bool:
    """Whether a line begins with a label such as "updated"."""
    return _label(flat(text)[:60], last=False) == "updated"


def plain_words(text: str) -> list[str]:
    """The words of `text` (folded) that are no hours, zones, weekdays and labels."""
    for form in (words_of("published"), words_of("updated"), HOUR, signs.ZONE, _SMALL):
        text = form.sub(" ", text)
    return [w for w in re.findall(r"[^\W\d_]{2,}", text) if weekdays().number(w, "") is None]


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
    return text


def _label(text: str, *, last: bool) -> str:
    """The label in `text` (folded), of several the last or the first."""
    found = [(m.start(), kind) for kind in ("published", "updated") for m in words_of(kind).finditer(text)]
    return (max(found) if last else min(found))[1] if found else ""


def _is_sentence(page: Page, number: int, words: int) -> bool:
    line = page.lines[number]
    if is_prose(line) or (words >= 7 and signs.ends(line.text)) or words >= 20:
        return True
    if not number:
        return False
    above = page.lines[number - 1]
    # a line of a wrapped paragraph: the one right above breaks off
    wraps = len(above.text) >= 55 and len(above.text.split()) >= 8 and not signs.ends(above.text)
    return wraps and line.source == above.source + 1 and (line.text[:1].islower() or words >= 6)
