"""Words of office and courtesy before a name: "Russian Deputy Foreign Minister", "Lt. Gen.", "Mr.".

The last word must be a title (names.toml, and the short list here); words that qualify it are taken with it: rank,
country, body, field. Sources: AP Stylebook, "titles" and "military titles"; the head of an English noun group is last.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence, Set

from xref.segment.capitals import Word, beside
from xref.segment.nonnames import DEMONYMS, word_set

HEADS = word_set(
    "mr mrs ms miss dr messrs sir lord lady dame rev hon prof professor president chancellor premier minister secretary"
    " undersecretary senator sen sens congressman congresswoman representative rep reps governor gov mayor ambassador"
    " amb envoy general gen genl admiral adm marshal"
    " colonel col major maj captain capt lieutenant lt sergeant sgt judge"
    " justice king queen prince princess emperor tsar czar pope cardinal archbishop bishop ayatollah sheikh imam emir"
    " director chief chairman chairwoman chairperson chair leader spokesman spokeswoman  spokesperson"
    " adviser advisor aide"
    " negotiator commander commissioner speaker deputy diplomat analyst correspondent reporter editor columnist author"
    " historian economist professor dictator candidate nominee activist dissident lawyer attorney counsel oligarch"
    " strongman administrator officer executive ceo"
    " count countess baron baroness duke duchess earl viscount viscountess marquess marquis comte graf herr frau"
    " monsieur madame mme signor senor senora begum"
    " coach president-elect superintendent sheriff scientist expert scholar academician cosmonaut astronaut"
)
ABBREVIATED = word_set(
    "mr mrs ms dr messrs sen sens rep reps gov gen genl lt col maj capt cmdr adm amb sec prof rev hon sgt cpl brig pres"
    " atty supt insp"
)
PEERS = word_set(
    "duke duchess earl countess count marquess marquis viscount viscountess baron baroness prince princess"
)
"""titles of nobility, which may be called by their land"""
QUALIFIERS = DEMONYMS | word_set(
    "deputy vice first second former acting assistant associate chief senior then late under foreign defense defence"
    " prime interior finance energy treasury trade justice national security arms control lieutenant major brigadier"
    " rear staff army navy air force press principal permanent executive special presidential parliamentary interim ex"
    " opposition party state general house senate minority majority white congressional federal supreme supervisory"
    " council group bureau political military intelligence nuclear policy affairs foreign-policy national-security"
    " secretary minister operating financial marketing top longtime veteran gen lt maj col capt"
)
CAPITAL_ONLY = word_set(
    "count baron duke earl marquis major general justice lord lady dean page marshal private king sheriff coach counsel"
    " miss officer executive"
)
_AFFIX = re.compile(r"^(?:then|ex|former)-|-(?:elect|designate|in-waiting)$")
RANKS = word_set("major lieutenant brigadier attorney secretary director surgeon governor chief field")
LONGEST_TITLE = 6  # words of the longest listed title: "first deputy minister of foreign affairs"


def title_lengths(text: str, words: Sequence[Word], listed: frozenset[str]) -> list[int]:
    """For each word, how many words the title that begins there has; 0 where none begins."""
    opening = _first_words(listed)
    return [
        _length(text, words, first, listed) if _office(word).split("-")[0].removesuffix("s") in opening else 0
        for first, word in enumerate(words)
    ]


def title_start(text: str, words: Sequence[Word], first: int, lengths: Sequence[int], bodies: Set[int]) -> int:
    """Index of the first word of the office before word `first`; `first` when no title stands there.

    `bodies` holds the words that belong to known organisations and places, which may qualify an office.
    """
    start = first
    for begin in range(max(0, first - LONGEST_TITLE), first):
        if begin + lengths[begin] == first and _joined(text, words, first):
            start = begin
            break
    if start == first:
        start = _office_of(text, words, first, lengths, bodies)
    if start == first:
        return first
    while start and _joined(text, words, start) and _qualifies(words[start - 1], start - 1, bodies):
        start -= 1
    while start > 0 and _joined(text, words, start) and _ends_title(words, start, lengths):
        start -= 1
    return start


def _qualifies(word: Word, n: int, bodies: Set[int]) -> bool:
    """Whether the word belongs to the office behind it; "under President Taft" says when, "Under Secretary" what."""
    when = word.key == "under" and (word.starts or not word.capital)
    return n in bodies or (word.key in QUALIFIERS and not when)


def _office_of(text: str, words: Sequence[Word], first: int, lengths: Sequence[int], bodies: Set[int]) -> int:
    """First word of an office with its field before word `first` ("Minister of Education"); `first` without one."""
    for n in range(first - 1, max(0, first - LONGEST_TITLE), -1):
        word = words[n]
        if not _joined(text, words, n + 1):
            break
        if word.text == "of" and n < first - 1:
            begins = [begin for begin in range(n) if lengths[begin] and begin + lengths[begin] == n]
            return begins[0] if begins and _joined(text, words, n) else first
        if not (word.capital or word.key in QUALIFIERS or n in bodies or (word.text == "the" and n < first - 1)):
            break
    return first


def _length(text: str, words: Sequence[Word], first: int, listed: frozenset[str]) -> int:
    for count in range(min(LONGEST_TITLE, len(words) - first), 0, -1):
        run = words[first : first + count]
        phrase = " ".join(map(_office, run)).replace("-", " ")
        known = phrase in listed or (count == 1 and phrase in HEADS) or phrase.removesuffix("s") in HEADS | listed
        if (
            known
            and _written_so(words, first, count)
            and all(_joined(text, words, n) for n in range(first + 1, first + count))
        ):
            return count
    return 0


def _office(word: Word) -> str:
    """The folded word without what says that the office is past or to come: "then-Secretary", "Minister-designate"."""
    return _AFFIX.sub("", word.key) if "-" in word.key else word.key


@functools.lru_cache(maxsize=8)
def _first_words(listed: frozenset[str]) -> frozenset[str]:
    """What the first word of a title can be, a plural s left out."""
    return frozenset(title.split()[0].removesuffix("s") for title in listed | HEADS if title)


def _written_so(words: Sequence[Word], first: int, count: int) -> bool:
    """Whether the capital agrees: "a major figure" names no officer, "a major general" does."""
    ranked = first > 0 and words[first - 1].key in RANKS
    return count > 1 or words[first].capital or words[first].key not in CAPITAL_ONLY or ranked


def _ends_title(words: Sequence[Word], end: int, lengths: Sequence[int]) -> bool:
    return any(begin + lengths[begin] >= end and lengths[begin] for begin in range(max(0, end - LONGEST_TITLE), end))


def _joined(text: str, words: Sequence[Word], second: int) -> bool:
    """Whether word `second` follows its neighbour as in "Gen. Knox" or "President Taft"."""
    left, right = words[second - 1], words[second]
    if beside(text, left, right):
        return True
    gap = text[left.span.end : right.span.start]
    return left.key in ABBREVIATED and not left.possessive and gap.replace("\u00a0", " ") in (". ", ".")
