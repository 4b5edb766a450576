"""When a capitalised word stands alone and may be a bare surname, and when its neighbours make it something else."""

from __future__ import annotations

from xref.segment.nonnames import RULES, is_ordinary, word_set
from xref.segment.sheet import Sheet, candidate
from xref.segment.signs import merely_a_word, named_after, of_a_firm, opens, placed, speaks

ALSO_PLACES = word_set(
    "lincoln madison jackson cleveland jefferson washington houston austin monroe columbus jordan georgia virginia"
    " carolina chad israel florence paris london victoria sydney"
)
LOCATIVES = word_set("in at near around throughout across outside inside")
SAINTS = word_set("st saint san santa fort port lake mount cape uss hms ss")


def alone(sheet: Sheet, n: int, plain: frozenset[str] | None = None) -> bool:
    """Whether word `n` may be a bare surname: no capitalised neighbour makes it part of another name.

    `plain` holds the words that the document writes in lower case too; it is given when the surname is known to be a
    person's there, so that the capital of a sentence start only deceives where the plain word is in use.
    """
    word = sheet.words[n]
    if not word.capital or word.initial or n in sheet.fixed or named_after(sheet, n):
        return False
    before = sheet.words[n - 1] if n else None
    if before and before.key in SAINTS:
        return False
    if before and before.key in LOCATIVES and word.key in ALSO_PLACES:
        return False
    if not sheet.headline and candidate(sheet, n - 1) and sheet.beside(n) and not _merely_opens(sheet, n - 1):
        return False
    if placed(sheet, n) or of_a_firm(sheet, n) or _goes_on(sheet, n):
        return False
    if before and before.text == "the" and is_ordinary(word.key) and not _ruled(sheet, n):
        return False  # "the Moon"
    return not merely_a_word(sheet, n) or (plain is not None and word.key not in plain)


def _goes_on(sheet: Sheet, n: int) -> bool:
    """Whether a strange capitalised word follows: "Park Hyatt", but not "Monroe Doctrine"."""
    follows = not sheet.headline and candidate(sheet, n + 1) and sheet.beside(n + 1)
    return follows and not is_ordinary(sheet.words[n + 1].key)


def _ruled(sheet: Sheet, n: int) -> bool:
    """Whether a word follows that makes the surname before it a ruler's: "the Bush administration"."""
    return sheet.beside(n + 1) and sheet.words[n + 1].key in RULES


def _merely_opens(sheet: Sheet, n: int) -> bool:
    """Whether the capital of word `n` is that of a sentence: "Ask Kozyrev," said the envoy."""
    word = sheet.words[n]
    inside = n > 0 and sheet.beside(n) and sheet.words[n - 1].capital
    return opens(word) and is_ordinary(word.key) and not inside and not known_part(sheet, word.key)


def speaks_alone(sheet: Sheet, n: int) -> bool:
    """Whether word `n` alone is the subject of a verb of speech ("Chu said")."""
    return candidate(sheet, n) and alone(sheet, n) and not candidate(sheet, n + 1) and speaks(sheet, n, n + 1)


def known_part(sheet: Sheet, key: str) -> bool:
    """Whether the folded word is a given name or a known surname."""
    return key in sheet.gazetteer.given or key in sheet.gazetteer.surnames
