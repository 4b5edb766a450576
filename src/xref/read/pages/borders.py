"""Where comments and lists of other articles begin on a page: by the words of headings, or by the shape of their lines.

The wording is data (data/pagewords.toml); a thread of comments under no heading shows in days that never go back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xref.fold import flat
from xref.read.pages.lines import HOUR, PageLine
from xref.read.tongues import words_of
from xref.read.written import Written


def opens_comments(line: PageLine, deep: bool) -> bool:
    """Whether a line below the first prose begins the comments; a link to them in the article's foot does not."""
    if line.zone == "comments":
        return True
    text = flat(line.text)
    if not deep or line.zone or len(text) > 120:
        return False
    found = words_of("comments").search(text)
    if found:
        before, after = text[: found.start()].strip(" \"'#-*:(["), text[found.end() :].strip()
        counted = re.fullmatch(r"(?:[0-9]{1,5}|one|no|ein|eine|keine|un|une|una|jeden)?(?:\s+\w+)?", before)
        ended = re.fullmatch(
            r"[:.!…]*|\(?\s*[0-9]{1,5}\s*\)?:?|(?:to|zu|on|auf|sur|a|en|op|do|about|uber|for)\b.*|(?:by|von|de|par|di|por|door|av|af)\b.*[0-9].*|[\"'(].*|[0-9]+.*",
            after,
        )
        if counted and ended and (before or after or line.heading or len(found.group()) > 4):
            return True
    said = words_of("says").search(text)
    return bool(said and 1 < said.start() <= 50 and re.match(r"\s*(?::|\.\.\.|…)", text[said.end() :]))


def _is_date(text: str, dates: Sequence[Written]) -> bool:
    """Whether a line holds a day and hardly a word more, such as a weekday or a time zone."""
    for date in reversed(dates):
        text = f"{text[: date.start]} {text[date.end :]}"
    return bool(dates) and len(re.findall(r"[^\W\d_]{3,}", text)) <= 2


def find_lists(
    lines: Sequence[PageLine], prose: Sequence[bool], dates: Sequence[Sequence[Written]], head: int | None
) -> frozenset[int]:
    """The lines under headings such as "Related articles" or "Archive", up to the next prose or the headline."""
    found = set()
    inside = False
    zone = ""
    for number, line in enumerate(lines):
        # right above the headline stands its own date line, whatever list ended there
        own = head is not None and head - 2 <= number <= head and _is_date(line.text, dates[number])
        if prose[number] or number == head or own or (zone and not line.zone):
            inside = False
        opens = "" if prose[number] or number == head else _opens_list(line.text)
        if opens == "list":
            inside, zone = True, line.zone
        if inside or opens:
            found.add(number)
    return frozenset(found)


def _opens_list(text: str) -> str:
    """ "list" for a heading of other articles, "line" for a label that names some itself ("Tags: Ropes"), or ""."""
    folded = flat(text).strip(" :»›>*#-[]|")
    match = words_of("related").match(folded)
    if not match or len(text) > 60:
        return ""
    rest = folded[match.end() :].strip()
    return "list" if not rest or rest[0] in "(…" else "line" if rest[0] == ":" else ""


def find_thread(
    lines: Sequence[PageLine],
    prose: Sequence[bool],
    dates: Sequence[Sequence[Written]],
    below: range,
    aside: frozenset[int],
) -> int:
    """Where comments begin that no heading announces: short lines with hours, never an earlier day, words between.

    The first such line may be the article's own foot, so the comments begin at the second.
    """
    run: list[int] = []
    for n in below:
        if prose[n] or n in aside or lines[n].zone or not dates[n] or len(dates[n][0].days) != 1:
            continue
        if run and dates[n][0].days < dates[run[-1]][0].days:
            run = []
        run.append(n)
        between = any(prose[run[0] : n])
        hours = all(HOUR.search(lines[i].text) for i in run)
        if (len(run) == 2 and hours and between) or (len(run) == 3 and (hours or between)):
            return run[1]
    return below.stop
