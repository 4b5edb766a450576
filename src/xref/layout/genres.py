"""Parts that only their company tells: letters, lists of links, notes, forum members, turns of a transcript."""

from __future__ import annotations

import re

import attrs

from xref import fold
from xref.layout import signs
from xref.layout.units import Unit
from xref.model import Span


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


def letter_parts(parts: list[Part]) -> list[Part]:
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


def list_parts(parts: list[Part]) -> list[Part]:
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


def note_parts(parts: list[Part], text: str) -> list[Part]:
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


def forum_parts(parts: list[Part]) -> list[Part]:
    """A date among a member's lines is the day the member joined, not the day of the post."""
    found = name_posters(parts)
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


def jump_parts(parts: list[Part]) -> list[Part]:
    """The line beside "Continued from A1" that says again which article goes on."""
    found = list(parts)
    for i, part in enumerate(parts):
        beside = [p for p in parts[max(0, i - 1) : i + 2] if p is not part]
        if signs.JUMPED.match(part.unit.text) and any(signs.JUMP.match(p.unit.text) for p in beside):
            found[i] = attrs.evolve(part, kind="page", rule="a page number or continuation")
    return found


def mail_parts(parts: list[Part]) -> list[Part]:
    """The greeting that follows a mail's head, and the name or initial that closes its body."""
    found = list(parts)
    heads = [i for i, part in enumerate(parts) if part.kind in ("mail_head", "subject")]
    for i in heads:
        after = i + 1
        if after < len(parts) and after not in heads and signs.GREETING.match(parts[after].unit.text):
            found[after] = attrs.evolve(parts[after], kind="salutation", rule="opens a mail")
    if len(heads) >= 2:
        for i, part in enumerate(parts[:-1]):
            ends = parts[i + 1].kind in ("rule", "quoted_post", "mail_head", "notice") or parts[i + 1].unit.text == "--"
            # an initial with its full stop, or a name: a signature
            signed = re.fullmatch(r"[A-Z]\.|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?", part.unit.text)
            if signed and ends and part.kind in ("text", "heading", "navigation") and i > heads[0]:
                found[i] = attrs.evolve(part, kind="signature", rule="closes a mail")
    return found


def repeated_parts(parts: list[Part]) -> list[Part]:
    """A pull quote or caption: a short unit whose very words stand in a longer unit of running text."""
    found = list(parts)
    said = [re.findall(r"[^\W_]+", fold.flat(part.unit.text)) for part in parts]
    short = [
        i
        for i, part in enumerate(parts)
        if part.kind in ("text", "heading", "lead_in") and _RUN <= len(said[i]) <= _LONGEST_PULL
    ]
    opened: dict[tuple[str, ...], list[int]] = {tuple(said[i][:_RUN]): [] for i in short}
    firsts = {run[0] for run in opened}
    for n, words in enumerate(said):
        if parts[n].kind == "text":
            for at in range(len(words) - _RUN + 1):
                if words[at] in firsts and (run := tuple(words[at : at + _RUN])) in opened:
                    opened[run].append(n)
    for i in short:
        part = parts[i]
        mine = " ".join(said[i])
        # eight: a run that more lines share is a formula
        near = [n for n in opened[tuple(said[i][:_RUN])][:8] if n != i and len(said[n]) > len(said[i])]
        if any(f" {mine} " in f" {' '.join(said[n])} " for n in near):
            found[i] = attrs.evolve(part, kind="pull_quote", rule="its words stand in the text too")
    return found


_RUN = 6
"""words that a pull quote has at least: shorter lines recur by chance"""
_LONGEST_PULL = 40
"""words of a pull quote at most: a longer one is text that stands twice"""


def name_posters(parts: list[Part]) -> list[Part]:
    """The short lines beside a member's profile: the first names who posts, unless it is a rank; the others describe."""
    found = list(parts)
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and _in_profile(parts[end]):
            end += 1
        fields = [i for i in range(at, end) if signs.MEMBER_FIELD.match(parts[i].unit.text)]
        if fields and end - at >= 2 and not signs.MEMBER.fullmatch(parts[at].unit.text) and at not in fields:
            found[at] = attrs.evolve(parts[at], kind="poster", rule="stands above a forum member's profile")
            for i in range(at + 1, end):
                found[i] = attrs.evolve(parts[i], kind="member", rule="a forum member's line")
        at = max(end, at + 1)
    return found


def _in_profile(part: Part) -> bool:
    """Whether a unit may be a line of a profile: very short, no sentence, no head of a post."""
    unit = part.unit
    if part.kind not in ("text", "member", "tag_line", "heading", "navigation", "lead_in"):
        return False
    return unit.words <= 5 and not signs.ends(unit.text) and not signs.HEADING.match(unit.text) and unit.words > 0


def turn_parts(parts: list[Part], genre: str) -> list[Part]:
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
