"""What a word that may be noun or verb is, by the words around it: "the plan", "they plan", "tax cuts", "he cuts".

Rules of position as in the first rule-based taggers (Klein and Simmons 1963; Brill 1992): a noun follows an article or
preposition, a verb a pronoun, modal or "to"; between two nouns what follows decides, since a verb wants an object.
"""

from __future__ import annotations

from xref.segment.nonnames import word_set
from xref.segment.people import sort_of
from xref.segment.verbs import also_nouns, never_nouns

QUANTITIES = word_set("some many most others several few both all each this these those another neither either")
"""determiners that can be a whole subject ("many say")"""
_NEARLY = word_set("about around over under nearly roughly almost")
_AT_LEAST = (["more", "than"], ["less", "than"], ["fewer", "than"], ["at", "least"], ["at", "most"], ["up", "to"])
_SUBJECT_ONLY = word_set("he she they we i who")
_BE = word_set(
    "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t get got gets getting"
)


def by_neighbours(tags: list[str], low: list[str]) -> str:
    """Decides what a word that may be noun or verb is, left to right, by the word before and the one after."""
    for n, tag in enumerate(tags):
        if tags[n + 1 : n + 2] == ["B"] and (low[n] in _NEARLY or low[n - 1 : n + 1] in _AT_LEAST):
            # "about 40", "more than 40": part of the number
            tags[n] = "B"
            if low[n] not in _NEARLY:
                tags[n - 1] = "B"
        elif low[n] == "times" and tags[n - 1 : n] in (["D"], ["B"]) and tags[n + 1 : n + 2] in (["E"], ["V"]):
            # "several times described"
            tags[n - 1 : n + 1] = "AA"
        elif low[n] == "there" and n and tags[n - 1] in "OK":
            # "an official there"
            tags[n] = "A"
        elif low[n : n + 2] == ["no", "longer"]:
            tags[n : n + 2] = "NA"
        elif low[n] == "her" and (n + 1 >= len(tags) or tags[n + 1] in "TP,.;:HWCSRDXM"):
            tags[n] = "r"
        elif tag == "Y":
            # "he's", "that's", "who's": the verb; after a noun the possessive, unless a participle or article follows
            before = tags[n - 1] if n else ""
            if before == "Z":
                tags[n - 1] = "K"
            if before in ("R", "H", "W") or (before == "O" and low[n - 1] in ("here", "there")):
                tags[n] = "X"
        elif tag in "LVEG":
            at = _before(tags, n)
            before, previous = (tags[at], low[at]) if at >= 0 else (".", "")
            after = tags[n + 1] if n + 1 < len(tags) else "."
            tags[n] = _verbal(tag, (before, previous, after), tags, low, n)
    return "".join(tags)


def _before(tags: list[str], n: int) -> int:
    """The word before word `n`, adverbs and "not" passed over; -1 at the beginning."""
    n -= 1
    while n >= 0 and tags[n] in "AN":
        n -= 1
    return n


def _verbal(tag: str, around: tuple[str, str, str], tags: list[str], low: list[str], n: int) -> str:
    """The class of a verb form at `n`: kept, or "O" / "J" when it is a noun or stands before one."""
    before, previous, after = around
    if tag == "E" and previous in QUANTITIES and after in "DRHKQW":
        # "both said that"
        return "E"
    if tag == "E":
        return "J" if before in "DY" or (before == "P" and after in "OK") or (before == "J" and after in "OK") else "E"
    if tag == "G":
        named = before in "OKJ" and after in "EXMV.,"
        return "O" if named or (before in "DY" and after not in "DRKH") else "G"
    if tag == "V" and not low[n].endswith("s"):
        # "knew", "wrote": no noun
        return "V"
    if before in "DYJB" and (previous not in QUANTITIES or (tag == "V" and after not in "DRHQ")):
        return "O"
    if before == "P":
        return "O"
    if tag == "L":
        return _base(before, after, previous, low, n)
    # "reports", "plans": a verb after a noun when what follows is no verb
    if before in "OKZ" and low[n] in _ALWAYS:
        return "V"
    if before in "OK":
        return "V" if _predicates(before, after, tags, low, n) else "O"
    if before in "LVEG":
        return "O"
    if before == "H" and n >= 2 and tags[n - 2] in "OK":
        # "an ad that uses": a relative clause
        return tag
    if before in "SH" and low[n] not in ("says", "said", "thought"):
        return "O"
    if before in ".:Q-" and low[n] not in ("says", "said"):
        return "V" if after in "DRKQ" and n > 0 else "O"
    return tag


def _predicates(before: str, after: str, tags: list[str], low: list[str], n: int) -> bool:
    """Whether "plans" or "reports" after a noun or name is its verb, by what follows: a verb wants an object."""
    agent = before == "K" or bool(sort_of(low[n - 1]))
    if after in ",.":
        return agent or tags[n + 2 : n + 3] == ["Q"]
    if after in "MXVEYC":
        return after == "X" and low[n + 1] in ("having", "being")
    if after == "L" and low[n + 1] in never_nouns() | {"show", "find", "state"}:
        # "court documents show"
        return False
    # "tax cuts for", "news reports on": a noun; "the mayor talks about": a verb, for a mayor acts
    return agent or after not in "OKP"


def _base(before: str, after: str, previous: str, low: list[str], n: int) -> str:
    """Whether a base form ("plan", "report") is a verb: after to, a modal, do, a plural noun or a pronoun."""
    if low[n] == "close" and after == "T":
        return "O"
    if before in "TMX" or previous in _SUBJECT_ONLY or previous in ("you", "it"):
        return "L"
    if before == "R" or (before in "OKZB)" and low[n] in never_nouns()):
        return "L"
    joined = n >= 3 and low[n - 2] == "and"
    plural = joined or (previous.endswith("s") and not previous.endswith(("ss", "us", "is"))) or previous in _PLURALS
    if before in "OKD" and (plural or previous in QUANTITIES):
        return "L" if low[n] not in also_nouns() or after in "DRHQTPWASG" else "O"
    if low[n] in _SAME_PAST and before in "OKR" and after in "DRrKHTQP":
        return "E"
    if before in "rCW":
        return "L" if after in "DRHTPKQ" else "O"
    if before in ",Q" and n > 0:
        return "L" if after in "DRKHT" else "O"
    return "O"


_SAME_PAST = word_set("put set let cut read hit quit bet cast hurt shut split spread beat cost forecast broadcast")
_ALWAYS = word_set("says thinks believes knows argues insists agrees hopes expects wants seems becomes")
_PLURALS = word_set("people men women children media police voters they we americans who public")
