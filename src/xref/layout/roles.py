"""What each unit of a text is: body text, or one of the kinds of furniture that a page, letter or forum puts around it.

The signs of a single line are in signs.py; here they meet position (before the first prose, after the last), company
(a list after "Related articles:") and genre (a letter has a salutation). Kinds are listed in `KINDS`.
"""

from __future__ import annotations

import re

import attrs

from xref.days import find_days
from xref.layout import signs
from xref.layout.edges import edge_parts
from xref.layout.genres import (
    Part,
    forum_parts,
    jump_parts,
    letter_parts,
    list_parts,
    mail_parts,
    note_parts,
    repeated_parts,
    turn_parts,
)
from xref.layout.lines import place_of
from xref.layout.units import Unit, find_units, hide
from xref.model import Span

KINDS = (
    "text", "title", "heading", "byline", "date", "join_date", "letterhead", "address", "salutation", "closing",
    "signature", "enclosure", "mail_head", "subject", "footnote", "related_links", "navigation", "source_url", "caption",
    "credit", "copyright", "member", "post_head", "quoted_post", "stage", "page", "rule", "lead_in", "speaker", "bio",
    "tag_line", "boilerplate", "notice", "reprint", "pull_quote", "poster", "front_matter",
)  # fmt: skip
"""every kind a part can have; all but "text" are furniture"""


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


def read_layout(text: str, front: Span | None = None) -> Layout:
    """The layout of `text`; `front` is front matter at its top, which is one part and says nothing about the others."""
    if front:
        rest = read_layout(hide(text, front))
        whole = Unit(front, front.of(text), 0, 1, place_of(text, front.end - 1)[0], True)
        part = Part(whole, "front_matter", "what a person wrote about the document, between two marks")
        return Layout((part, *rest.parts), rest.genre, rest.head + 1, rest.tail + 1)
    units = find_units(text)
    prose = [_is_prose(unit) for unit in units]
    if not any(prose):
        # a note of a few short sentences: what ends as a sentence does is its text
        prose = [unit.words >= 3 and signs.ends(unit.text) and _single(unit)[0] == "text" for unit in units]
    # a headline may be a question: the first line is no prose when a line of furniture follows it
    if len(units) > 1 and prose[0] and units[0].words <= 15 and _single(units[1])[0] != "text":
        prose[0] = False
    head = next((i for i, yes in enumerate(prose) if yes), len(units))
    tail = next((i + 1 for i in reversed(range(len(units))) if prose[i]), head)
    genre = _genre(units)
    parts = [Part(unit, *_single(unit)) for unit in units]
    parts = letter_parts(parts) if genre == "letter" else parts
    parts = list_parts(parts)
    parts = note_parts(parts, text)
    parts = jump_parts(mail_parts(parts))
    parts = edge_parts(parts, head, tail, genre)
    parts = forum_parts(parts)
    parts = turn_parts(parts, genre)
    parts = repeated_parts(parts)
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
    turns = [u for u in units if signs.SPEAKER.match(u.text) and not signs.MAIL_HEAD.match(u.text)]
    if len(turns) >= 3 and len(turns) >= len(units) / 8:
        return "transcript"
    named = [m.group() for u in units if (m := signs.TURN.match(u.text)) and not signs.MAIL_HEAD.match(u.text)]
    if len(named) >= 4 and len(set(named)) < len(named) and len(named) >= len(units) / 4:
        return "transcript"
    return "interview" if _is_interview(units) else ""


def _is_interview(units: list[Unit]) -> bool:
    """Whether the head or a note calls it an interview, and questions alternate with what are no questions."""
    called = any(signs.INTERVIEW.search(u.text) for u in units[:6]) or any(signs.EDITED.match(u.text) for u in units)
    asked = [n for n, u in enumerate(units[:-1]) if asks(u) and not asks(units[n + 1])]
    # three: one or two questions stand in any article
    return called and len(asked) >= 3


def asks(unit: Unit) -> bool:
    """Whether a unit is a question put to somebody: it ends as one and is no quotation."""
    return unit.text.rstrip().endswith("?") and unit.text[:1] not in "\"“‘'>-" and 2 <= unit.words <= 70


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
    # "Vancouver, 15 December 2006": a place before the day, as letters and communiqués have it
    if re.fullmatch(r"\s*(?:[A-Z][\w.'’-]*\s+){0,2}[A-Z][\w.'’-]*,\s*", rest) and text.rstrip()[-1:].isalnum():
        return True
    return len(re.findall(r"[^\W_]+", rest)) == 0


def _single(unit: Unit) -> tuple[str, str]:
    """The role a unit has by its own looks."""
    text, words = unit.text, unit.words
    bare = re.sub(r"^#{1,6}\s+|^[*_>]+\s*|[*_]+$", "", text)
    if signs.RULE.match(text) or words == 0:
        return "rule", "a line without words"
    if signs.URL_LABEL.match(text) or (signs.URL.match(text) and words <= 12 and len(signs.URL.sub("", text)) < 12):
        return "source_url", "an address on the web"
    if is_date_line(bare):
        return "date", "a line that is a date"
    for kind, rule, most, sign in _OPENINGS:
        if words <= most and sign.match(bare):
            return kind, rule
    short = _short(bare, words)
    if short:
        return short
    return ("heading", "marked as a heading") if signs.HEADING.match(text) else ("text", "running text")


# kind, rule in words, most words that a line of this kind has, sign at its beginning
_OPENINGS = (
    ("copyright", "begins with a copyright notice", 60, signs.COPYRIGHT),
    ("notice", "tells how the text came to be, or who may read it", 90, signs.DISCLAIMER),
    ("quoted_post", "announces a message that is forwarded or answered", 16, signs.FORWARDED),
    ("reprint", "names the paper that the following is taken from", 20, signs.REPRINT),
    ("navigation", "tells why and how a mailing comes", 40, signs.MAILING),
    ("credit", "names reporters or editors", 40, signs.CREDIT),
    ("caption", "begins with a picture's label", 45, signs.CAPTION),
    ("stage", "a direction in brackets", 1000, signs.STAGE),
    ("closing", "the formula that closes a treaty or communiqué", 60, signs.DONE),
    ("enclosure", "names enclosures or copies", 14, signs.ENCLOSURE),
    ("page", "a page number or continuation", 12, signs.PAGE),
    ("page", "a page number or continuation", 12, signs.CONTINUED),
    ("page", "a page number or continuation", 14, signs.JUMP),
    ("page", "a running head with the number of its page", 14, signs.RUNNING),
    ("member", "a forum member's line", 8, signs.MEMBER_FIELD),
    ("quoted_post", "names the post that is quoted", 12, signs.QUOTED),
    ("post_head", "numbers a post", 8, signs.POST_FIELD),
)


def _short(bare: str, words: int) -> tuple[str, str] | None:
    """Signs that only count on a line that does not end as a sentence does."""
    if signs.MEMBER.fullmatch(bare):
        return "member", "a forum member's line"
    ended = signs.ends(re.sub(r"\b[A-Z]\.", "", bare))
    if words <= 25 and signs.MAIL_HEAD.match(bare) and not ended:
        subject = signs.SUBJECT.match(bare)
        return ("subject", "a subject line") if subject else ("mail_head", "a line of a memorandum's or mail's head")
    if words <= 12 and signs.BYLINE.match(bare) and not ended:
        return "byline", "begins with By"
    if signs.is_labels(bare) and not signs.ends(bare):
        return "navigation", "made of interface words"
    if signs.is_breadcrumb(bare) and words <= 25:
        return "navigation", "short names with separators"
    return None
