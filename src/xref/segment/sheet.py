"""One claim laid out for the name signs: its words, what is known of them, and how far a name may reach."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import attrs

from xref.gazetteer import Gazetteer
from xref.segment.bodies import Found
from xref.segment.capitals import Word, beside, is_headline
from xref.segment.nonnames import ALSO_GIVEN, NONNAMES, word_set
from xref.segment.titles import title_lengths

PERSONAL_PARTICLES = word_set("bin ibn bint von van der den ter zu abu")
PARTICLES = PERSONAL_PARTICLES | word_set("de del della di da do dos du la le el al y ben")
ALSO_SURNAMES = word_set("king major pope judge dean duke prince baron bishop page earl marshal speaker chambers")
COMPASS = word_set(
    "north south east west new central latin great costa puerto hong sri los las el rio"
)  # "North Dakota", "New Haven"
STATES = word_set("us uk un eu usa ussr uae dc nyc la am pm bc ad phd md jr sr")
SUFFIXES = word_set("jr sr ii iii iv")
COURTESY = word_set("mr mrs ms miss messrs mme dr")
_OPENED = re.compile(r"[ \u00a0][\"“‘'(]")
_CLOSED = re.compile(r"[\"”’')][ \u00a0]")
LONGEST_NAME = 5  # words: "Muhammad bin Salman Al Saud"


@attrs.frozen
class Sheet:
    """One claim laid out for the signs."""

    text: str
    """the whole document"""
    words: tuple[Word, ...]
    """words of the claim"""
    gazetteer: Gazetteer
    """what is known"""
    day: dt.date | None
    """day of the document"""
    bodies: frozenset[int]
    """words of known organisations, outlets and places"""
    fixed: frozenset[int]
    """words that cannot be part of another name"""
    titles: tuple[int, ...]
    """length of the title that begins at each word"""
    headline: bool
    """whether capitals are style here"""

    def beside(self, right: int) -> bool:
        """Whether word `right` continues the name that its left neighbour is part of."""
        return 0 < right < len(self.words) and beside(self.text, self.words[right - 1], self.words[right])


def lay_out(
    text: str, words: Sequence[Word], known: Sequence[Found], gazetteer: Gazetteer, day: dt.date | None
) -> Sheet:
    """The sheet of one claim's `words` and `known` names."""
    bodies = frozenset(n for item in known if item.kind != "person" for n in range(item.first, item.last))
    several = frozenset(
        n for item in known if item.kind == "person" or item.last - item.first > 1 for n in range(item.first, item.last)
    )
    return Sheet(
        text=text,
        words=tuple(words),
        gazetteer=gazetteer,
        day=day,
        bodies=bodies,
        fixed=several,
        titles=tuple(title_lengths(text, words, gazetteer.titles)),
        headline=is_headline(text, words),
    )


def candidate(sheet: Sheet, n: int) -> bool:
    """Whether word `n` can begin or continue a personal name."""
    if not 0 <= n < len(sheet.words) or n in sheet.fixed:
        return False
    word = sheet.words[n]
    if not word.capital or any(c.isdigit() for c in word.text):
        return False
    if word.initial:
        return word.key not in STATES
    if n and sheet.words[n - 1].key in COMPASS and sheet.beside(n):
        return False
    if len(word.text) <= 3 and word.text.isupper() and not _shouted(sheet, n):
        return False
    follows = n + 1 < len(sheet.words) and sheet.words[n + 1].capital and sheet.beside(n + 1)
    if word.key in ALSO_GIVEN:
        behind = sheet.beside(n) and n > 0 and sheet.words[n - 1].key in sheet.gazetteer.given
        return (
            (behind and sheet.words[n - 1].capital)
            or addressed(sheet, n)
            or (follows and sheet.words[n + 1].key not in NONNAMES and n + 1 not in sheet.bodies)
        )
    if (word.key in NONNAMES and not _sure(sheet, n)) or len(word.text) < 2:
        return False
    given = word.key in sheet.gazetteer.given
    if sheet.titles[n] and not (given and follows):
        last = not follows or sheet.words[n + 1].key in SUFFIXES
        behind = sheet.beside(n) and sheet.words[n - 1].capital and not sheet.titles[n - 1]
        return word.key in ALSO_SURNAMES and last and behind  # "Martin Luther King"
    if n in sheet.bodies:
        behind = n > 0 and sheet.words[n - 1].key in sheet.gazetteer.given and n - 1 not in sheet.bodies
        return (behind and sheet.beside(n)) or (given and follows and n + 1 not in sheet.bodies)
    return True


def _sure(sheet: Sheet, n: int) -> bool:
    """Whether word `n` is a name whatever it means: behind a courtesy title, or behind that and a given name."""
    behind = n > 1 and sheet.beside(n) and sheet.words[n - 1].key in sheet.gazetteer.given
    return addressed(sheet, n) or (behind and addressed(sheet, n - 1))


def addressed(sheet: Sheet, n: int) -> bool:
    """Whether a title of courtesy stands right before word `n`, so that it is a name whatever it means: "Ms. Park"."""
    if not n or sheet.words[n - 1].key not in COURTESY:
        return False
    if sheet.beside(n + 1) and sheet.words[n + 1].capital and sheet.words[n].key in NONNAMES:
        return False  # "Mr. Vice President"
    gap = sheet.text[sheet.words[n - 1].span.end : sheet.words[n].span.start].replace("\u00a0", " ")
    return gap in (" ", ". ")


def _shouted(sheet: Sheet, n: int) -> bool:
    """Whether a short word in capitals is not an abbreviation, its neighbours being in capitals too."""
    near = [m for m in (n - 1, n + 1) if 0 <= m < len(sheet.words) and sheet.beside(max(m, n))]
    return any(sheet.words[m].text.isupper() and len(sheet.words[m].text) > 2 for m in near)


def name_end(sheet: Sheet, first: int) -> int:
    """One past the last word of the name that begins at `first`."""
    words, last = sheet.words, first + 1
    limit = first + (2 if sheet.headline else LONGEST_NAME)
    if sheet.headline and words[first].key.split("-")[0] not in sheet.gazetteer.given and not words[first].initial:
        return last
    while last < limit and (sheet.beside(last) or _behind_nickname(sheet, last) > last):
        ahead = last
        while (
            ahead < len(words)
            and words[ahead].text.casefold() in PARTICLES
            and sheet.beside(ahead)
            and ahead - last < 3
        ):
            ahead += 1
        ahead = _behind_nickname(sheet, ahead)
        if not (candidate(sheet, ahead) and (ahead > last or sheet.beside(ahead))):
            break
        limit += words[ahead].initial  # an initial costs a headline no word
        last = ahead + 1
    if sheet.beside(last) and words[last].key in SUFFIXES:
        last += 1
    return last


def _behind_nickname(sheet: Sheet, n: int) -> int:
    """The word behind a nickname in quotation marks or brackets that begins at `n`: 'Robert "Bobby" Tran'."""
    if n + 1 >= len(sheet.words) or not sheet.words[n].capital:
        return n
    text, words = sheet.text, sheet.words
    before = text[words[n - 1].span.end : words[n].span.start]
    after = text[words[n].span.end : words[n + 1].span.start]
    return n + 1 if _OPENED.fullmatch(before) and _CLOSED.fullmatch(after) else n
