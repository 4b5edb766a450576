"""Lines into units: a unit is one line, or the lines of one hard-wrapped paragraph.

A text is taken as hard-wrapped when its groups of lines break in mid-sentence at a common width, as mail and old
archives do; otherwise every line stands for itself. A sentence broken by a blank line is put together again.
"""

from __future__ import annotations

import re
import statistics
from itertools import pairwise

import attrs

from xref.layout import signs
from xref.layout.lines import Line, split_lines
from xref.model import Span

# words that cannot end a sentence: an article, preposition, conjunction or auxiliary wants something after it
_OPEN = re.compile(
    r"\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|is|are|was|were|has|have|had|will|would|its"
    r"|their|his|her|our|this|these|between|into|over|under|about|as|than|if|not|be|been)$",
    re.I,
)


@attrs.frozen
class Unit:
    """One line, or a paragraph put together from its wrapped lines."""

    span: Span
    """from its first to its last character"""
    text: str
    """its words as they stand"""
    words: int
    """how many words"""
    first: int
    """number of its first line"""
    last: int
    """number of its last line"""
    gap: bool
    """whether a blank line (or the text's beginning) stands before it"""
    broken: bool = False
    """whether a blank line stands inside one of its sentences"""


def find_units(text: str) -> list[Unit]:
    """The units of `text`, in order."""
    lines = split_lines(text)
    width = _wrap_width(lines)
    groups: list[list[Line]] = []
    gaps: list[bool] = []
    blank = True
    for line in lines:
        if not line.text:
            blank = True
            continue
        if groups and not blank and width and _runs_on(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
            gaps.append(blank)
        blank = False
    units = [_unit(text, group, gap) for group, gap in zip(groups, gaps, strict=True)]
    return _mend(text, units)


def hide(text: str, span: Span | None) -> str:
    """`text` with blanks at `span`, line ends kept, so that every place in the rest stays the same."""
    if span is None:
        return text
    return text[: span.start] + re.sub(r"[^\r\n]", " ", span.of(text)) + text[span.end :]


def _unit(text: str, group: list[Line], gap: bool) -> Unit:
    span = Span(group[0].span.start, group[-1].span.end)
    return Unit(span, span.of(text), sum(line.words for line in group), group[0].number, group[-1].number, gap)


def _wrap_width(lines: list[Line]) -> int:
    """The width at which the text is wrapped, or 0."""
    inner = [
        len(line.text)
        for line, after in pairwise(lines)
        if line.text and after.text and line.words >= 4 and not signs.BULLET.match(after.text)
    ]
    broken = [
        (line, after)
        for line, after in pairwise(lines)
        if line.text and after.text and line.words >= 4 and not signs.ends(line.text)
    ]
    openly = [len(line.text) for line, _ in broken]
    # three lines: fewer say nothing; half: prose ends a sentence at a line end now and then; 0.4: most lines that go on
    # with a sentence begin in lower case, which the lines of a saved page do not
    lower = sum(after.text[0].islower() for _, after in broken)
    if len(openly) < 3 or len(openly) < len(inner) / 2 or lower < 0.4 * len(openly):
        return 0
    typical = statistics.median(sorted(openly)[len(openly) // 2 :])
    # 130: no one wraps wider; wrapped lines end near one width; the lines of a saved page have any length
    near = sum(0.72 * typical <= length <= 1.25 * typical for length in openly)
    return int(typical) if 35 <= typical <= 130 and near >= 0.7 * len(openly) else 0


def _runs_on(line: Line, after: Line, width: int) -> bool:
    """Whether `after` continues the paragraph of `line` in a text wrapped at `width`."""
    if signs.BULLET.match(after.text) or signs.HEADING.match(after.text) or signs.HEADING.match(line.text):
        return False
    if line.text.endswith(("  ", "\\")) or signs.URL.fullmatch(line.text):
        return False
    if any(sign.match(each.text) for sign in (signs.RUNNING, signs.JUMP, signs.JUMPED) for each in (line, after)):
        return False
    first = after.text.split()[0]
    # the next word would have fitted: the writer ended the line on purpose
    if len(line.text) + 1 + len(first) < width * 0.82:
        return after.text[:1].islower() and line.words >= 4
    return True


def _mend(text: str, units: list[Unit]) -> list[Unit]:
    """Puts a sentence together that a line end or a blank line broke."""
    found: list[Unit] = []
    for unit in units:
        before = found[-1] if found else None
        if before and _is_broken(before, unit):
            span = Span(before.span.start, unit.span.end)
            found[-1] = Unit(
                span, span.of(text), before.words + unit.words, before.first, unit.last, before.gap,
                before.broken or unit.gap,
            )  # fmt: skip
        else:
            found.append(unit)
    return found


def _is_broken(unit: Unit, after: Unit) -> bool:
    """Whether `after` goes on with a sentence that `unit` left open."""
    if signs.ends(unit.text) or unit.text[-1:] in ":;|>" or signs.HEADING.match(unit.text):
        return False
    if signs.BULLET.match(after.text) or signs.HEADING.match(after.text) or signs.URL.match(after.text):
        return False
    if unit.words < 6 or not signs.ends(after.text) or signs.is_breadcrumb(unit.text):
        return False
    if after.text[:1].islower() or _OPEN.search(unit.text):
        return True
    # twelve words: a longer line without an end is no headline, unless it is written like one
    return unit.words >= 12 and not signs.is_titlecase(unit.text) and unit.text[-1:].isalnum() and after.words >= 4
