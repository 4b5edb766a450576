"""Personal names by their signs: a title before, a given name, initials, a particle, a speech verb, an apposition.

A capital alone is no sign: it also begins sentences, months and bodies. Sources: the signs are those of rule-based
name finders since MUC-6 (Grishman and Sundheim 1996): internal evidence (given name, initial, particle) and external
evidence (title, apposition, verb of speech; McDonald 1996).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import attrs

from xref import words as dictionary
from xref.gazetteer import Gazetteer
from xref.segment.bodies import Found
from xref.segment.capitals import Word, beside, is_headline
from xref.segment.nonnames import ALSO_GIVEN, BODIES, NONNAMES, PLACES, RULES, word_set
from xref.segment.titles import HEADS, title_lengths, title_start

SPEECH = word_set(
    "said says say told tells added adds argued argues wrote writes asked asks replied replies insisted insists warned"
    " warns noted notes explained explains announced stated states declared declares claimed claims acknowledged"
    " testified recalled remarked commented reported reports suggested suggests pledged vowed denied denies"
)
PERSONAL_PARTICLES = word_set("bin ibn bint von van der den ter zu abu")
PARTICLES = PERSONAL_PARTICLES | word_set("de del della di da do dos du la le el al y ben")
ALSO_SURNAMES = word_set("king major pope judge dean duke prince baron bishop page earl marshal speaker chambers")
ALSO_PLACES = word_set(
    "lincoln madison jackson cleveland jefferson washington houston austin monroe columbus jordan georgia virginia"
    " carolina chad israel florence paris london victoria sydney"
)
SHORT_NOUNS = word_set("bush rice ford may grant hill brown gates cook wood pope burns king hope love bell poll")
LOCATIVES = word_set("in at near around throughout across outside inside")
SAINTS = word_set("st saint san santa fort port lake mount cape uss hms ss")
STATES = word_set("us uk un eu usa ussr uae dc nyc la am pm bc ad phd md jr sr")
SUFFIXES = word_set("jr sr ii iii iv")
LONGEST_NAME = 5  # words: "Muhammad bin Salman Al Saud"
_APPOSITION = re.compile(
    r",\s+(?:who\b|whose\b|\d{2},|[DR]-[A-Z]|(?:(?:an?|the|its|his|her|their|our|then|now|former|[A-Z][\w.]*['’]s|[A-Z][\w.]*)\s)"
    r"(?:[\w.'’\-]+\s){0,5}?(?P<head>[\w\-]+)(?=[,.;)]|\s(?:of|for|to|in|at|on|and|who|under|with)\b|\s*$))|\s\((?:[DR]-|\d{2}\))"
)


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


def find_persons(sheet: Sheet) -> list[Found]:
    """Full names, names after a title, and bare surnames of known people, in order."""
    found: list[Found] = []
    first = 0
    while first < len(sheet.words):
        person = _person_at(sheet, first) if _candidate(sheet, first) else None
        if person:
            found.append(person)
            found += _also_titled(sheet, person)
        first = max((item.last for item in found), default=0) if person else first + 1
    return found


def title_of(sheet: Sheet, first: int) -> str:
    """The words of office before word `first`, as written."""
    start = title_start(sheet.text, sheet.words, first, sheet.titles, sheet.bodies)
    if start == first:
        return ""
    return sheet.text[sheet.words[start].span.start : sheet.words[first].span.start].strip()


def alone(sheet: Sheet, n: int) -> bool:
    """Whether word `n` may be a bare surname: no capitalised neighbour makes it part of another name."""
    word = sheet.words[n]
    if not word.capital or word.initial or n in sheet.fixed or _named_after(sheet, n):
        return False
    before = sheet.words[n - 1] if n else None
    if before and before.key in SAINTS:
        return False
    if before and before.key in LOCATIVES and word.key in ALSO_PLACES:
        return False
    if not sheet.headline and _candidate(sheet, n - 1) and sheet.beside(n):
        return False
    return not _merely_a_word(sheet, n)


def _person_at(sheet: Sheet, first: int) -> Found | None:
    last = _name_end(sheet, first)
    title = title_of(sheet, first)
    words = sheet.words
    if title and not words[last - 1].initial and not _named_after(sheet, last - 1):
        return Found(first, last, "person", title)
    first = _skip_opener(sheet, first, last)
    if last - first >= 2 and _full_name(sheet, first, last):
        return Found(first, last, "person", title_of(sheet, first))
    for n in range(first, last):
        bearers = sheet.gazetteer.surnames.get(words[n].key, ())
        if bearers and _begun(sheet, n) and alone(sheet, n) and n not in sheet.bodies:
            return Found(n, n + 1, "person", title_of(sheet, n))
    if last - first == 1 and not sheet.headline and not _opens(words[first]) and _apposed(sheet, last):
        return Found(first, last, "person")
    return None


def _candidate(sheet: Sheet, n: int) -> bool:
    """Whether word `n` can begin or continue a personal name."""
    if not 0 <= n < len(sheet.words) or n in sheet.fixed:
        return False
    word = sheet.words[n]
    if not word.capital or any(c.isdigit() for c in word.text):
        return False
    if word.initial:
        return word.key not in STATES
    follows = n + 1 < len(sheet.words) and sheet.words[n + 1].capital and sheet.beside(n + 1)
    if word.key in ALSO_GIVEN:
        return follows and sheet.words[n + 1].key not in NONNAMES and n + 1 not in sheet.bodies
    if word.key in NONNAMES or len(word.text) < 2:
        return False
    given = word.key in sheet.gazetteer.given
    if sheet.titles[n] and not (given and follows):
        return word.key in ALSO_SURNAMES and n > 0 and sheet.words[n - 1].key in sheet.gazetteer.given and not follows
    if n in sheet.bodies:
        behind = n > 0 and sheet.words[n - 1].key in sheet.gazetteer.given and n - 1 not in sheet.bodies
        return (behind and sheet.beside(n)) or (given and follows and n + 1 not in sheet.bodies)
    return True


def _name_end(sheet: Sheet, first: int) -> int:
    """One past the last word of the name that begins at `first`."""
    words, last = sheet.words, first + 1
    limit = first + (2 if sheet.headline else LONGEST_NAME)
    if sheet.headline and words[first].key.split("-")[0] not in sheet.gazetteer.given and not words[first].initial:
        return last
    while last < limit and sheet.beside(last):
        ahead = last
        while (
            ahead < len(words)
            and words[ahead].text.casefold() in PARTICLES
            and sheet.beside(ahead)
            and ahead - last < 3
        ):
            ahead += 1
        if not (_candidate(sheet, ahead) and sheet.beside(ahead)):
            break
        limit += words[ahead].initial  # an initial costs a headline no word
        last = ahead + 1
    if sheet.beside(last) and words[last].key in SUFFIXES:
        last += 1
    return last


def _skip_opener(sheet: Sheet, first: int, last: int) -> int:
    """Leaves out the word that only begins the sentence ("Analyst Pavel Ivanov")."""
    plain = _opens(sheet.words[first]) and sheet.words[first].key not in sheet.gazetteer.given
    return first + 1 if plain and last - first > 1 else first


def _opens(word: Word) -> bool:
    """Whether the capital may be that of the sentence alone."""
    return word.starts and (len(word.key) < 4 or word.key in dictionary.ordinary() | SHORT_NOUNS)


def _full_name(sheet: Sheet, first: int, last: int) -> bool:
    run = sheet.words[first:last]
    if run[-1].initial or _named_after(sheet, last - 1):
        return False
    given = sheet.gazetteer.given
    names = [word for word in run if not word.initial]
    before = sheet.words[first - 1] if first else None
    if run[0].initial:
        # "World War I. Stalin": a letter after another capital belongs to that
        return not (before and before.capital and sheet.beside(first))
    if any(word.key in given or word.key.split("-")[0] in given for word in names[:-1]):
        return True
    if sheet.headline:
        return False
    if len(names) < len(run) or any(word.text.casefold() in PERSONAL_PARTICLES for word in run[1:-1]):
        return True
    strange = not any(word.key in dictionary.ordinary() or word.text.isupper() for word in run)
    return strange and (
        names[-1].key in sheet.gazetteer.surnames
        or _speaks(sheet, first, last)
        or _apposed(sheet, last)
        or _introduced(sheet, first)
    )


def _speaks(sheet: Sheet, first: int, last: int) -> bool:
    words = sheet.words
    after = last < len(words) and sheet.beside(last) and words[last].key in SPEECH
    before = first > 0 and sheet.beside(first) and words[first - 1].key in SPEECH - {"told", "asked"}
    return after or before


def _apposed(sheet: Sheet, last: int) -> bool:
    word = sheet.words[last - 1]
    found = None if word.possessive else _APPOSITION.match(sheet.text, word.span.end, sheet.words[-1].span.end + 1)
    if not found:
        return False
    head = found.group("head")
    return head is None or head.casefold() in HEADS


def _introduced(sheet: Sheet, first: int) -> bool:
    """Whether an office and a comma stand before: "his lawyer, Olaf Brandvold"."""
    if not first or sheet.words[first - 1].key not in HEADS:
        return False
    return sheet.text[sheet.words[first - 1].span.end : sheet.words[first].span.start].strip() == ","


def _also_titled(sheet: Sheet, person: Found) -> list[Found]:
    """The second of "Presidents Taft and Diaz": a plural title reaches over "and"."""
    head = person.title.rsplit(" ", 1)[-1].casefold()
    words, link = sheet.words, person.last
    if not head.endswith("s") or link + 1 >= len(words) or words[link].text != "and" or not _candidate(sheet, link + 1):
        return []
    last = _name_end(sheet, link + 1)
    return [Found(link + 1, last, "person", person.title)] if head in {h + "s" for h in HEADS} else []


def _named_after(sheet: Sheet, n: int) -> bool:
    """Whether a generic noun follows, so that the name is that of a body or place: "Reagan Library"."""
    if not sheet.beside(n + 1) or not sheet.words[n + 1].capital or sheet.headline:
        return False
    return sheet.words[n + 1].key in (BODIES | PLACES) - RULES


def _merely_a_word(sheet: Sheet, n: int) -> bool:
    """A surname that is a common noun needs a speech verb or possessive where every word has a capital."""
    word = sheet.words[n]
    common = word.key in SHORT_NOUNS or word.key in dictionary.ordinary()
    return word.starts and common and not word.possessive and not _speaks(sheet, n, n + 1)


def _begun(sheet: Sheet, n: int) -> bool:
    """Whether some bearer of the surname could be spoken of on the document's day."""
    return bool(sheet.gazetteer.bearers(sheet.words[n].key, sheet.day))
