"""Signs around a capitalised word that it names a person, or that it does not.

External evidence in the sense of McDonald (1996): verb of speech, apposition, office and comma, generic noun behind.
"""

from __future__ import annotations

import re

from xref.segment.capitals import Word
from xref.segment.nonnames import BODIES, PLACES, RULES, is_ordinary, word_set
from xref.segment.sheet import Sheet
from xref.segment.titles import HEADS, PEERS

SPEECH = word_set(
    "said says say told tells added adds argued argues wrote writes asked asks replied replies insisted insists warned"
    " warns noted notes explained explains announced stated states declared declares claimed claims acknowledged"
    " testified recalled remarked commented reported reports suggested suggests pledged vowed denied denies"
)
VERBS = word_set(
    "is was has had will would did does could should may might must also never not who met wants wanted and went came"
    " took gave made sent won lost left held spoke began"
)
SHORT_NOUNS = word_set("bush rice ford may grant hill brown gates cook wood pope burns king hope love bell poll")
_ARTICLE = re.compile(r"(?:[aA][lnrtds]|[eE]l|[aA]sh)[\-\u2010\u2011][A-Z]")
REGIONS = word_set(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana"
    " iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana"
    " nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming ontario quebec"
    " manitoba saskatchewan alberta queensland"
) | {
    "new hampshire", "new jersey", "new mexico", "new york", "north carolina", "north dakota", "rhode island",
    "south carolina", "south dakota", "west virginia", "british columbia", "nova scotia", "new brunswick",
}  # fmt: skip
"""states and provinces whose names stand behind a town's (AP Stylebook, state names); no given names or surnames"""
_APPOSITION = re.compile(
    r",\s+(?:who\b|whose\b|\d{2},|[DR]-[A-Z]|(?:(?:an?|the|its|his|her|their|our|then|now|former|[A-Z][\w.]*['’]s|[A-Z][\w.]*)\s)"
    r"(?:[\w.'’\-]+\s){0,5}?(?P<head>[\w\-]+)(?=[,.;)]|\s(?:of|for|to|in|at|on|and|who|under|with)\b|\s*$))|\s\((?:[DR]-|\d{2}\))"
)


def opens(word: Word) -> bool:
    """Whether the capital may be that of the sentence alone."""
    return word.starts and (len(word.key) < 4 or word.key in SHORT_NOUNS or is_ordinary(word.key))


def speaks(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a verb of speech stands right after the run, or right before it ("said Ivan Petrov")."""
    words = sheet.words
    after = last < len(words) and sheet.beside(last) and words[last].key in SPEECH
    before = first > 0 and sheet.beside(first) and words[first - 1].key in SPEECH - {"told", "asked"}
    return after or before


def apposed(sheet: Sheet, last: int, office: bool = False) -> bool:
    """Whether an apposition follows: an office, or (unless `office` is asked for) an age, a party, "who"."""
    word = sheet.words[last - 1]
    found = None if word.possessive else _APPOSITION.match(sheet.text, word.span.end, sheet.words[-1].span.end + 1)
    if not found:
        return False
    head = found.group("head")
    # "Sardinia, the Duke of Oldenburg": a list goes on with a peer more often than a name is explained by one
    return head.casefold() in HEADS - PEERS if head else not office


def introduced(sheet: Sheet, first: int) -> bool:
    """Whether an office and a comma stand before: "his lawyer, Olaf Brandvold"."""
    if not first or sheet.words[first - 1].key not in HEADS:
        return False
    return sheet.text[sheet.words[first - 1].span.end : sheet.words[first].span.start].strip() == ","


def named_after(sheet: Sheet, n: int) -> bool:
    """Whether a generic noun follows, so that the name is that of a body or place: "Reagan Library"."""
    if not sheet.beside(n + 1) or not sheet.words[n + 1].capital or sheet.headline:
        return False
    return sheet.words[n + 1].key in (BODIES | PLACES) - RULES


def arabic(word: Word) -> bool:
    """Whether the word is a surname with its article before the capital: "al-Zawahiri"."""
    return bool(_ARTICLE.match(word.text))


def placed(sheet: Sheet, n: int) -> bool:
    """Whether a region and a comma follow, so that the word is a town: "Lincoln, Nebraska"."""
    if n + 1 >= len(sheet.words) or sheet.words[n].possessive:
        return False
    if sheet.text[sheet.words[n].span.end : sheet.words[n + 1].span.start].strip() != ",":
        return False
    region = " ".join(word.key for word in sheet.words[n + 1 : n + 3] if word.capital)
    return region.split(" ")[0] in REGIONS or region in REGIONS


def of_a_firm(sheet: Sheet, n: int) -> bool:
    """Whether "&" stands beside the word: "Johnson & Johnson" is nobody."""
    text, word = sheet.text, sheet.words[n]
    return text[: word.span.start].rstrip(" ").endswith("&") or text[word.span.end :].lstrip(" ").startswith("&")


def merely_a_word(sheet: Sheet, n: int) -> bool:
    """Whether a surname that is a common noun opens a sentence without a verb or possessive that people take."""
    word = sheet.words[n]
    common = word.key in SHORT_NOUNS or is_ordinary(word.key)
    if not (word.starts and common) or word.possessive or speaks(sheet, n, n + 1):
        return False
    after = sheet.words[n + 1] if n + 1 < len(sheet.words) else None
    return not (after and sheet.beside(n + 1) and (after.text in VERBS or after.text.endswith("ed")))
