"""Personal names by their signs: a title before, a given name, initials, a particle, a speech verb, an apposition.

A capital alone is no sign: it also begins sentences, months and bodies. Sources: the signs are those of rule-based
name finders since MUC-6 (Grishman and Sundheim 1996): internal evidence (given name, initial, particle) and external
evidence (title, apposition, verb of speech; McDonald 1996).
"""

from __future__ import annotations

import datetime as dt

from xref.gazetteer import TERM, family_first
from xref.segment.alone import alone, known_part
from xref.segment.bodies import Found
from xref.segment.families import find_partner, find_peer
from xref.segment.nonnames import is_ordinary, word_set
from xref.segment.sheet import PARTICLES, PERSONAL_PARTICLES, Sheet, addressed, candidate, name_end
from xref.segment.signs import apposed, arabic, introduced, named_after, opens, speaks
from xref.segment.titles import HEADS, title_start

ALSO_FIRMS = word_set("ford chase morgan hoover wells disney dell kellogg")
WEAK_TITLES = word_set("chief executive officer justice representative agent leader director expert")
ARABIC_PLACES = word_set(
    "umm ras deir dayr shatt dar bab tel tell tal wadi jabal jebel jabel bani ahrar ansar jabhat jaish jaysh hayat"
    " kataib asaib liwa fatah harakat jund hizb masjid souq suq bayt bait beit ain ayn burj qasr majlis hay camp al el"
)
"""Arabic words for places and bodies before "al-": "Bab al-Mandab", "Ahrar al-Sham" """
VIETNAMESE = word_set("nguyen tran pham hoang phan vo dang bui duong ngo")
"""frequent Vietnamese family names, which stand first while the last word is used alone"""


def find_persons(sheet: Sheet) -> list[Found]:
    """Full names, names after a title, and bare surnames of known people, in order."""
    found: list[Found] = []
    first = 0
    while first < len(sheet.words):
        person = find_peer(sheet, first) or (_person_at(sheet, first) if candidate(sheet, first) else None)
        if person:
            partner = find_partner(sheet, person)
            found += [partner, person] if partner and (not found or found[-1].last <= partner.first) else [person]
            found += _also_titled(sheet, person)
        first = max((item.last for item in found), default=0) if person else first + 1
    return found


def title_of(sheet: Sheet, first: int) -> str:
    """The words of office before word `first`, as written."""
    start = title_start(sheet.text, sheet.words, first, sheet.titles, sheet.bodies)
    if start == first:
        return ""
    return sheet.text[sheet.words[start].span.start : sheet.words[first].span.start].strip()


def strange_runs(sheet: Sheet) -> list[tuple[int, int]]:
    """Runs of two or three capitalised words that may be a full name and bear no sign of their own."""
    runs: list[tuple[int, int]] = []
    for first in range(len(sheet.words)):
        if sheet.headline or not candidate(sheet, first) or (runs and first < runs[-1][1]):
            continue
        last = name_end(sheet, first)
        begin = _skip_opener(sheet, first, last)
        if last - begin in (2, 3) and not named_after(sheet, last - 1) and not sheet.words[last - 1].initial:
            runs.append((begin, last))
    return runs


def _person_at(sheet: Sheet, first: int) -> Found | None:
    last = name_end(sheet, first)
    title = title_of(sheet, first)
    words = sheet.words
    if title and not words[last - 1].initial and not named_after(sheet, last - 1) and not _plain(sheet, first, last):
        return Found(_skip_opener(sheet, first, last), last, "person", title)
    first = _skip_opener(sheet, first, last)
    if last - first >= 2 and _full_name(sheet, first, last):
        return Found(first, last, "person", title_of(sheet, first))
    for n in range(first, last):
        bearers = sheet.gazetteer.surnames.get(words[n].key, ())
        if bearers and _begun(sheet, n) and alone(sheet, n) and n not in sheet.bodies:
            return Found(n, n + 1, "person", title_of(sheet, n))
    if last - first == 1 and not sheet.headline and not opens(words[first]) and apposed(sheet, last, office=True):
        return Found(first, last, "person")
    return None


def _skip_opener(sheet: Sheet, first: int, last: int) -> int:
    """Leaves out plain words before the name: "Analyst Pavel Ivanov", "Minister of Education Pavel Ivanov"."""
    if addressed(sheet, first):
        return first
    while last - first > 1 and sheet.words[first].key not in sheet.gazetteer.given:
        word = sheet.words[first]
        if word.initial or word.key in PARTICLES:
            break
        if not opens(word) and (not is_ordinary(word.key) or last - first == 2):
            break
        first += 1
    return first


def _plain(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a run after a title is ordinary words alone: "CEO of Boeing Commercial Airplanes",
    "Executive Departments"."""
    run = sheet.words[first:last]
    before = sheet.words[first - 1].key
    weak = len(run) > 1 or before in WEAK_TITLES or " of " in title_of(sheet, first)
    return weak and all(is_ordinary(word.key) and not known_part(sheet, word.key) for word in run)


def _full_name(sheet: Sheet, first: int, last: int) -> bool:
    run = sheet.words[first:last]
    if run[-1].initial or named_after(sheet, last - 1):
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
    if family_first([word.key for word in run]) or names[0].key in VIETNAMESE:
        return True
    if names[0].key not in ARABIC_PLACES and not is_ordinary(names[0].key) and any(map(arabic, run[1:])):
        return True
    strange = not any(is_ordinary(word.key) or word.text.isupper() for word in run)
    return strange and (
        names[-1].key in sheet.gazetteer.surnames
        or speaks(sheet, first, last)
        or apposed(sheet, last)
        or introduced(sheet, first)
    )


def _also_titled(sheet: Sheet, person: Found) -> list[Found]:
    """The second of "Presidents Taft and Diaz": a plural title reaches over "and"."""
    head = person.title.rsplit(" ", 1)[-1].casefold().rstrip(".")
    words, link = sheet.words, person.last
    if not head.endswith("s") or link + 1 >= len(words) or words[link].text != "and" or not candidate(sheet, link + 1):
        return []
    last = name_end(sheet, link + 1)
    return (
        [Found(link + 1, last, "person", person.title)] if head.removesuffix("s") in HEADS or head == "messrs" else []
    )


def _begun(sheet: Sheet, n: int) -> bool:
    """Whether some bearer of the surname could be spoken of on the document's day.

    A surname that is a great firm's name too is a person's while he is in office, or not long out of it.
    """
    people = sheet.gazetteer.bearers(sheet.words[n].key, sheet.day)
    if sheet.words[n].key not in ALSO_FIRMS or sheet.day is None:
        return bool(people)
    lasts = [office.last or dt.date.max for entry in people for office in entry.offices]
    return any(sheet.day.toordinal() - last.toordinal() < TERM.days for last in lasts)
