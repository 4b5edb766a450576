"""What each unit of a text is: body text, or one of the kinds of furniture that a page, letter or forum puts around it.

The signs of a single line are in signs.py; here they meet position (before the first prose, after the last), company
(a list after "Related articles:") and genre (a letter has a salutation). Kinds are listed in `KINDS`.
"""

from __future__ import annotations

import re

import attrs

from xref.days import find_days
from xref.layout import signs
from xref.layout.units import Unit, find_units
from xref.model import Span

KINDS = (
    "text", "title", "heading", "byline", "date", "join_date", "letterhead", "address", "salutation", "closing",
    "signature", "enclosure", "mail_head", "subject", "footnote", "related_links", "navigation", "source_url", "caption",
    "credit", "copyright", "member", "post_head", "quoted_post", "stage", "page", "rule", "lead_in", "speaker", "bio",
    "tag_line",
)  # fmt: skip
"""every kind a part can have; all but "text" are furniture"""


@attrs.frozen
class Part:
    """A unit with its role."""

    unit: Unit
    """where and what it says"""
    kind: str
    """one of KINDS"""
    rule: str
    """the sign that decided, in words"""
    label: Span | None = None
    """the speaker's label that opens a turn of a transcript"""


@attrs.frozen
class Layout:
    """A text as laid out."""

    parts: tuple[Part, ...]
    """all units in order"""
    genre: str
    """"letter", "forum", "transcript" or "" when no sign tells"""
    head: int
    """index of the first part of prose; all parts before it stand in the head"""
    tail: int
    """index after the last part of prose"""


def read_layout(text: str) -> Layout:
    """The layout of `text`."""
    units = find_units(text)
    prose = [_is_prose(unit) for unit in units]
    # a headline may be a question: the first line is no prose when a line of furniture follows it
    if len(units) > 1 and prose[0] and units[0].words <= 15 and _single(units[1])[0] != "text":
        prose[0] = False
    head = next((i for i, yes in enumerate(prose) if yes), len(units))
    tail = next((i + 1 for i in reversed(range(len(units))) if prose[i]), head)
    genre = _genre(units)
    parts = [Part(unit, *_single(unit)) for unit in units]
    parts = _letter(parts) if genre == "letter" else parts
    parts = _lists(parts)
    parts = _notes(parts, text)
    parts = _edges(parts, head, tail, genre)
    parts = _forum(parts)
    parts = _turns(parts, genre)
    return Layout(tuple(parts), genre, head, tail)


def _is_prose(unit: Unit) -> bool:
    """A sentence of running text: long enough, ending as sentences end, and no sign of furniture on it."""
    if _single(unit)[0] != "text":
        return False
    return (unit.words >= 8 and signs.ends(unit.text)) or unit.words >= 25


def _genre(units: list[Unit]) -> str:
    openings = [u for u in units if signs.SALUTATION.match(u.text) and u.words <= 12]
    closings = [u for u in units if signs.CLOSING.match(u.text)]
    if openings and (closings or any(signs.MAIL_HEAD.match(u.text) for u in units)):
        return "letter"
    if sum(bool(signs.MEMBER.fullmatch(u.text) or signs.MEMBER_FIELD.match(u.text)) for u in units) >= 1 and any(
        find_days(u.text) and u.words <= 9 for u in units
    ):
        return "forum"
    turns = [m.group() for u in units if (m := signs.SPEAKER.match(u.text))]
    if len(turns) >= 3 and len(turns) >= len(units) / 8:
        return "transcript"
    named = [m.group() for u in units if (m := signs.TURN.match(u.text))]
    if len(named) >= 4 and len(set(named)) < len(named) and len(named) >= len(units) / 4:
        return "transcript"
    return ""


def is_date_line(text: str) -> bool:
    """Whether a line says nothing but a date, with weekday, time and a label such as "Published" at most."""
    if len(text) > 120:
        return False
    days = [d for d in find_days(text) if d.precision in ("day", "day-without-year", "month")]
    if not days:
        return False
    rest = text
    for day in reversed(days):
        rest = rest[: day.span.start] + " " + rest[day.span.end :]
    for pattern in (signs.TIME, signs.ZONE, signs.DATE_LABEL):
        rest = pattern.sub(" ", rest)
    rest = re.sub(
        r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b(?:late|early|final|city)\b|\bedition\b",
        " ",
        rest,
        flags=re.I,
    )
    return len(re.findall(r"[^\W_]+", rest)) == 0


def _single(unit: Unit) -> tuple[str, str]:
    """The role a unit has by its own looks."""
    text, words = unit.text, unit.words
    short = words <= 12
    bare = re.sub(r"^#{1,6}\s+|^[*_>]+\s*|[*_]+$", "", text)
    if signs.RULE.match(text) or words == 0:
        return "rule", "a line without words"
    if signs.URL_LABEL.match(text) or (signs.URL.match(text) and words <= 12 and len(signs.URL.sub("", text)) < 12):
        return "source_url", "an address on the web"
    if is_date_line(bare):
        return "date", "a line that is a date"
    if signs.COPYRIGHT.match(bare) and words <= 60:
        return "copyright", "begins with a copyright notice"
    if signs.MAILING.match(bare) and words <= 40:
        return "navigation", "tells why and how a mailing comes"
    if signs.CREDIT.match(bare) and words <= 40:
        return "credit", "names reporters or editors"
    if signs.CAPTION.match(bare) and words <= 45:
        return "caption", "begins with a picture's label"
    if signs.STAGE.match(bare):
        return "stage", "a direction in brackets"
    if short and (signs.PAGE.match(bare) or signs.CONTINUED.match(bare)):
        return "page", "a page number or continuation"
    if short and signs.BYLINE.match(bare) and not signs.ends(re.sub(r"\b[A-Z]\.", "", bare)):
        return "byline", "begins with By"
    if signs.MEMBER.fullmatch(bare) or (words <= 8 and signs.MEMBER_FIELD.match(bare)):
        return "member", "a forum member's line"
    if signs.QUOTED.match(bare) and short:
        return "quoted_post", "names the post that is quoted"
    if signs.POST_FIELD.match(bare) and words <= 8:
        return "post_head", "numbers a post"
    if signs.is_labels(bare) and not signs.ends(bare):
        return "navigation", "made of interface words"
    if signs.is_breadcrumb(bare) and words <= 25:
        return "navigation", "short names with separators"
    if signs.HEADING.match(text):
        return "heading", "marked as a heading"
    return "text", "running text"


def _letter(parts: list[Part]) -> list[Part]:
    """Letterhead, address, salutation, closing, signatures, enclosures."""
    found = list(parts)
    opening = next(i for i, p in enumerate(parts) if signs.SALUTATION.match(p.unit.text))
    dated = next((i for i in range(opening) if parts[i].kind == "date"), None)
    for i in range(opening):
        if found[i].kind in ("text", "heading", "navigation", "page"):
            text = found[i].unit.text
            if signs.SUBJECT.match(text):
                found[i] = attrs.evolve(found[i], kind="subject", rule="a letter's subject line")
            elif dated is None or i < dated:
                found[i] = attrs.evolve(found[i], kind="letterhead", rule="stands above a letter's date")
            else:
                found[i] = attrs.evolve(found[i], kind="address", rule="stands between a letter's date and salutation")
    found[opening] = attrs.evolve(found[opening], kind="salutation", rule="opens a letter")
    if opening + 1 < len(found) and signs.SUBJECT.match(found[opening + 1].unit.text):
        found[opening + 1] = attrs.evolve(found[opening + 1], kind="subject", rule="a letter's subject line")
    closing = next((i for i in range(opening, len(parts)) if signs.CLOSING.match(parts[i].unit.text)), None)
    if closing is None:
        return found
    found[closing] = attrs.evolve(found[closing], kind="closing", rule="closes a letter")
    for i in range(closing + 1, len(found)):
        unit = found[i].unit
        if signs.ENCLOSURE.match(unit.text) or found[i - 1].kind == "enclosure":
            found[i] = attrs.evolve(found[i], kind="enclosure", rule="names enclosures or copies")
        elif not signs.FOOTNOTE.match(unit.text) and not (signs.ends(unit.text) and unit.words >= 10):
            found[i] = attrs.evolve(found[i], kind="signature", rule="stands below a letter's closing")
        elif signs.ends(unit.text) and found[i].kind == "text" and not signs.FOOTNOTE.match(unit.text):
            break
    return found


def _lists(parts: list[Part]) -> list[Part]:
    """A label such as "Related articles:" and the titles under it."""
    found = list(parts)
    inside = ""
    for i, part in enumerate(parts):
        unit = part.unit
        label = signs.RELATED.match(unit.text)
        if label and unit.words <= 25 and part.kind in ("text", "heading", "navigation"):
            rest = unit.text[label.end() :].strip(" *_:-")
            whole = not rest or label.group().endswith(":") or unit.text.startswith("#")
            if whole and (not signs.ends(unit.text) or unit.words <= 4 or rest):
                found[i] = attrs.evolve(part, kind="related_links", rule="announces other articles")
                inside = "" if rest else "related_links"
                continue
        if not inside or part.kind not in ("text", "navigation", "date", "source_url"):
            inside = "" if part.kind == "heading" else inside
            continue
        if part.kind == "source_url" and not signs.BULLET.match(unit.text):
            inside = ""
            continue
        title = not signs.ends(unit.text) or (unit.text.rstrip().endswith("?") and unit.words <= 12)
        listed = signs.BULLET.match(unit.text) or (title and unit.words <= 25)
        if listed:
            found[i] = attrs.evolve(part, kind="related_links", rule="listed under related articles")
        else:
            inside = ""
    return found


def _notes(parts: list[Part], text: str) -> list[Part]:
    """Footnotes at the end: a heading "Notes", or marks that the text above refers to."""
    found = list(parts)
    headed = False
    # half: a note stands below what it explains
    below = [i for i, p in enumerate(parts) if p.unit.span.start > len(text) * 0.4]
    for i in below:
        unit, part = parts[i].unit, found[i]
        if signs.NOTES.match(unit.text):
            found[i] = attrs.evolve(part, kind="footnote", rule="announces notes")
            headed = True
        elif part.kind in ("heading", "navigation", "related_links") and headed:
            headed = False
        elif part.kind in ("text", "signature", "source_url") and (mark := signs.FOOTNOTE.match(unit.text)):
            name = re.sub(r"[^\w*†‡]", "", re.sub(r"</?sup>", "", mark.group()))
            above = text[: unit.span.start]
            if headed or mark.group().startswith(("<sup>", "[^")) or _cited(name, above):
                found[i] = attrs.evolve(part, kind="footnote", rule="begins with a footnote's mark")
        elif headed and part.kind in ("text", "source_url") and (signs.BULLET.match(unit.text) or not unit.gap):
            found[i] = attrs.evolve(part, kind="footnote", rule="listed under notes")
    return found


def _cited(name: str, above: str) -> bool:
    """Whether the text above carries the mark `name` as a reference."""
    if not name:
        return False
    mark = re.escape(name)
    return bool(re.search(rf"\[\^?{mark}\]|<sup>\s*{mark}\s*</sup>|[.,;”\"]{mark}(?=\s|$)|\w{mark}(?=[\s.,])" if name.isdigit()
                          else rf"\[\^?{mark}\]|<sup>\s*{mark}\s*</sup>|\w[.,]?{mark}(?=\s|$)", above))  # fmt: skip


def _edges(parts: list[Part], head: int, tail: int, genre: str) -> list[Part]:
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
        if part.kind != "text" or (unit.words >= 8 and signs.ends(unit.text)):
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
            and not signs.BULLET.match(unit.text)
            and not spoken
            and unit.text[-1:] not in ",;—–-"
        ):
            found[i] = attrs.evolve(part, kind="heading", rule="a short line without an end inside the text")
    return found


def _find_title(head: list[Part]) -> int | None:
    marked = [
        i
        for i, p in enumerate(head)
        if p.kind == "heading" and not signs.RELATED.match(p.unit.text) and p.unit.words >= 2
    ]
    if marked:
        return marked[0]
    plain = [i for i, p in enumerate(head) if p.kind == "text"]
    # four words: shorter lines above a text are sections and slugs
    long = [i for i in plain if head[i].unit.words >= 4]
    return next(iter(long or plain), None)


def _forum(parts: list[Part]) -> list[Part]:
    """A date among a member's lines is the day the member joined, not the day of the post."""
    found = list(parts)
    for i, part in enumerate(parts):
        if part.kind != "date":
            continue
        before = parts[i - 1].kind if i else ""
        later = [p for p in parts[i + 1 : i + 4] if p.kind == "date"]
        timed = bool(signs.TIME.search(part.unit.text))
        if (
            signs.JOINED.search(part.unit.text)
            or (before == "member" and later and not timed)
            or (i and signs.JOINED.search(parts[i - 1].unit.text) and before == "member")
        ):
            found[i] = attrs.evolve(part, kind="join_date", rule="a date under a forum member's rank")
    return found


def _turns(parts: list[Part], genre: str) -> list[Part]:
    """The label that opens each turn of a transcript."""
    if genre != "transcript":
        return parts
    found = []
    for part in parts:
        # fifteen words: "(The briefing was concluded at 1:48 p.m.)" is a direction, a longer bracket may be speech
        if part.kind == "text" and re.fullmatch(r"[\[(][^\[\]()]*[\])]", part.unit.text) and part.unit.words <= 15:
            found.append(attrs.evolve(part, kind="stage", rule="a direction in brackets"))
            continue
        match = signs.SPEAKER.match(part.unit.text) or signs.TURN.match(part.unit.text)
        if part.kind in ("text", "heading", "lead_in") and match:
            start = part.unit.span.start
            label = Span(start, start + len(match.group().rstrip()))
            kind = "text" if part.unit.span.end > label.end else "speaker"
            found.append(attrs.evolve(part, kind=kind, label=label, rule="a turn of a transcript"))
        else:
            found.append(part)
    return found
