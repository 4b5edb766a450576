"""One event told twice, or the theme come again? By the days that both claims speak of, and by nothing else.

Two reports of one meeting are not a recurrence, however alike they are: events are told apart by their time first
(Allan, Topic Detection and Tracking, 2002). The flag carries no points: a reader may look for either.
"""

from __future__ import annotations

from collections.abc import Iterator

from xref.match.side import Side
from xref.model import DateMention, DateRange, Reason

PRECISE = 31
"""days that a date may span to tell events apart: a month at most"""


def find_occasion(left: Side, right: Side) -> Reason | None:
    """Whether both claims speak of one day ("same-event"), or of days that lie apart ("other-event"); else None."""
    ours, theirs = list(_dated(left)), list(_dated(right))
    if not ours or not theirs:
        return None
    for mine, my_range in ours:
        for other, other_range in theirs:
            if my_range.day and my_range.day == other_range.day:
                label = f"one event: both speak of {my_range.iso}"
                return _reason("same-event", label, left, right, ([mine], [other]))
    if any(a.earliest <= b.latest and b.earliest <= a.latest for _, a in ours for _, b in theirs):
        return None  # a month may hold the other's day
    label = "the same theme, another event: they speak of other days"
    return _reason("other-event", label, left, right, ([m for m, _ in ours], [m for m, _ in theirs]))


def _dated(side: Side) -> Iterator[tuple[DateMention, DateRange]]:
    """What the claim speaks of, as far as it is sure and precise."""
    for mention in side.claim.dates:
        value = mention.value
        if value and not mention.approximate and (value.latest - value.earliest).days <= PRECISE:
            yield mention, value


def _reason(
    name: str, label: str, left: Side, right: Side, mentions: tuple[list[DateMention], list[DateMention]]
) -> Reason:
    said = []
    for side, found in zip((left, right), mentions, strict=True):
        words = ((" ".join(m.span.of(side.document.text).split()), m.value) for m in found)
        said.append("; ".join(f"{text} = {value.iso}" for text, value in words if value))
    spans = [tuple(m.span for m in found) for found in mentions]
    return Reason(name, label, 0.0, said[0], said[1], spans[0], spans[1])
