"""The title, and the short lines above, inside and below the prose: what a line is by where it stands."""

from __future__ import annotations

import attrs

from xref.days import find_days
from xref.layout import signs
from xref.layout.genres import Part
from xref.layout.units import Unit


def edge_parts(parts: list[Part], head: int, tail: int, genre: str) -> list[Part]:
    """The title, and the short lines above the first and below the last prose."""
    found = list(parts)
    if genre != "letter":
        title = _find_title(parts[:head])
        if title is not None:
            found[title] = attrs.evolve(
                found[title],
                kind="title",
                rule=found[title].rule if found[title].kind == "heading" else "first line of words above the text",
            )
    for i, part in enumerate(found):
        unit = part.unit
        if part.kind == "heading" and i < head and genre != "letter":
            continue
        if (
            part.kind != "text"
            or (unit.words >= 8 and signs.ends(unit.text))
            or (head <= i < tail and signs.ends(unit.text))
        ):
            if part.kind == "text" and i >= tail - 3 and signs.BIO.match(unit.text) and i >= len(found) * 0.6:
                found[i] = attrs.evolve(part, kind="bio", rule="tells who the author is")
            continue
        spoken = signs.SPEAKER.match(unit.text) or signs.TURN.match(unit.text) or unit.text[:1] in '"“'
        if i < head and not (signs.ends(unit.text) and unit.words >= 4):
            found[i] = attrs.evolve(part, kind="tag_line", rule="a short line above the text")
        elif i >= tail and not signs.ends(unit.text):
            found[i] = attrs.evolve(part, kind="navigation", rule="a short line below the text")
        elif unit.text.endswith(":") and unit.words <= 12 and not spoken:
            found[i] = attrs.evolve(part, kind="lead_in", rule="a short line that announces what follows")
        elif (
            head <= i < tail
            and unit.words <= 12
            and not signs.ends(unit.text)
            and not (signs.BULLET.match(unit.text) and not _heads(found, i))
            and not spoken
            and unit.text[-1:] not in ",;—–-"
        ):
            found[i] = attrs.evolve(part, kind="heading", rule="a short line without an end inside the text")
    return found


def _heads(parts: list[Part], at: int) -> bool:
    """Whether a numbered short line is a heading: prose follows it, and no other item of a list stands beside it."""
    if not signs.NUMBERED.match(parts[at].unit.text):
        return False
    after = parts[at + 1].unit if at + 1 < len(parts) else None
    before = parts[at - 1].unit if at else None
    listed = any(u is not None and signs.BULLET.match(u.text) and not signs.ends(u.text) for u in (before, after))
    return after is not None and not listed and after.words >= 8 and signs.ends(after.text)


def _may_be_title(unit: Unit) -> bool:
    """Whether a line above the text may be its title: no body's name, no day, no columns or volume of a masthead."""
    text = unit.text
    if signs.BODY.match(text) or signs.MASTHEAD.search(text):
        return False
    return not any(day.precision == "day" for day in find_days(text))


def _find_title(head: list[Part]) -> int | None:
    marked = [
        i
        for i, p in enumerate(head)
        if p.kind == "heading" and not signs.RELATED.match(p.unit.text) and p.unit.words >= 2
    ]
    if marked:
        return marked[0]
    named = any(p.kind == "subject" for p in head)
    plain = [] if named else [i for i, p in enumerate(head) if p.kind == "text" and _may_be_title(p.unit)]
    # a headline stands above its byline: the last line of words before it
    byline = next((i for i, p in enumerate(head) if p.kind == "byline"), 0)
    above = [i for i in plain if i < byline and head[i].unit.words >= 3]
    if above:
        return above[-1]
    # four words: shorter lines above a text are sections and slugs
    long = [i for i in plain if head[i].unit.words >= 4]
    return next(iter(long or plain), None)
