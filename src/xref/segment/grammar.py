"""The words of one sentence with their grammatical classes, as far as word lists and neighbours tell.

A class is one letter (`CLASSES`). Grammar words are listed; verb forms come from verbs.py; a form that may be a noun
("plans", "report") is decided by its neighbours, as in the first rule-based taggers (Klein and Simmons 1963; Brill
1992); every other word is a noun or adjective, which noun phrases need not tell apart.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import attrs

from xref.segment.nonnames import is_ordinary, word_set
from xref.segment.people import sort_of
from xref.segment.verbs import also_nouns, verb_forms

CLASSES = {
    "D": "determiner", "P": "preposition", "R": "subject pronoun", "r": "object pronoun", "X": "auxiliary", "M": "modal",
    "T": "to", "N": "not", "A": "adverb", "C": "and, or, but", "S": "subordinator", "H": "that", "W": "wh-word",
    "B": "number", "K": "name", "O": "noun or adjective", "J": "participle before its noun", "L": "base or plural verb",
    "V": "third person or past verb", "E": "past form that may be a participle", "G": "-ing form", "Q": "quotation",
    "Y": "possessive 's", "Z": "day or month", ",": "comma", ";": "semicolon", ":": "colon", "-": "dash", "(": "opening bracket",
    ")": "closing bracket", ".": "stop",
}  # fmt: skip
"""what each letter means"""

_LISTED = {
    "D": "the a an this these those his her its their our my your some any no each every another both all many few several"
    " most either neither such enough",
    "P": "of in on at by for from with about against into over under between through during without within among amid"
    " toward towards upon across behind beyond near inside outside around along despite besides versus per via regarding"
    " concerning including like unlike above below beneath beside throughout following alongside onto off up down out"
    " aboard excluding minus plus",
    "R": "he she they we i it you there",
    "r": "him them us me himself herself themselves itself myself yourself ourselves",
    "X": "is are was were be been being am has have had having do does did done doing isn't aren't wasn't weren't hasn't"
    " haven't hadn't don't doesn't didn't ain't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t ain’t",
    "M": "will would can could may might must shall should cannot won't wouldn't can't couldn't shouldn't mustn't won’t"
    " wouldn’t can’t couldn’t shouldn’t mustn’t ought",
    "T": "to",
    "N": "not never n't n’t",
    "C": "and or but nor yet &",
    "S": "if because while whilst although though unless until whereas whether since when whenever once lest as than before after"
    " so",
    "H": "that",
    "W": "who which whom whose what where why how whoever whatever",
    "A": "also then now too however meanwhile later earlier again still even just only already often always almost perhaps"
    " maybe instead thus therefore moreover furthermore nevertheless nonetheless otherwise indeed soon once ever here very rather quite further first last thereby hence else together back away ago"
    " there's not-so apparently once-again sometimes",
}  # fmt: skip
_NOT_LY = word_set(
    "family only daily weekly monthly rally reply ally supply apply italy july assembly early likely friendly elderly costly"
    " deadly ugly lonely lovely holy belly bully homily anomaly monopoly imply comply rely fly ally multiply kelly billy"
    " sally molly emily"
)
QUANTITIES = word_set("some many most others several few both all each this these those another neither either")
"""determiners that can be a whole subject ("many say")"""
_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september"
    " october november december today yesterday tomorrow tonight"
)
TIMES = _DAYS | word_set("morning afternoon evening night week month year")
"""words of time, which stand between a source and its verb without a preposition"""
_TOKEN = re.compile(
    r"\"¤*,?\"|¤+|\d+(?:-[^\W\d_]+)+|[$€£]?\d[\d,.]*\d%?|[$€£]?\d%?|[^\W\d_]+n['’]t(?!\w)|['’](?:s|re|ve|ll|d|m)(?!\w)|(?<=s)['’](?![\w¤])"
    r"|[^\W_](?:[^\W_]|[.&/@](?=[^\W_])|\u2024(?=-?[^\W_])|-(?=[^\W_])|['’](?!(?:s|re|ve|ll|d|m)\b)(?=[^\W_]))*\u2024?|[-–—]+|[,;:()\[\].?!…]|\S",
)
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", ".": ".", "?": ".", "!": ".", "…": ".",
    '"': "Q",
}  # fmt: skip


@functools.cache
def _closed() -> dict[str, str]:
    found = {word: letter for letter, words in _LISTED.items() for word in words.split()}
    found["her"] = "D"
    return found


@attrs.frozen
class Words:
    """One masked sentence as words; the three sequences run beside each other."""

    masked: str
    """the sentence, quoted words blanked (cues.mask)"""
    spans: tuple[tuple[int, int], ...]
    """where each word stands in it"""
    low: tuple[str, ...]
    """lower case"""
    tags: str
    """one letter of CLASSES for each word"""

    def __len__(self) -> int:
        return len(self.low)

    def start(self, n: int) -> int:
        """First character of word `n`."""
        return self.spans[n][0]

    def end(self, n: int) -> int:
        """One past the last character of word `n`."""
        return self.spans[n][1]


def read_words(masked: str, names: Sequence[tuple[int, int]]) -> Words:
    """The words of a masked sentence; `names` are the stretches of it that are names."""
    spans: list[tuple[int, int]] = []
    low: list[str] = []
    first: list[str] = []
    inside = iter(names)
    name = next(inside, None)
    for match in _TOKEN.finditer(masked):
        start, end = match.span()
        said = match.group()
        spans.append((start, end))
        low.append(said.lower())
        while name and name[1] <= start:
            name = next(inside, None)
        named = name is not None and name[0] <= start and end <= name[1] and (said[0].isupper() or said == "of")
        first.append("K" if named else _class_of(said, not first or first[-1] in ".:Q(-"))
    for n in range(len(first) - 1):
        if first[n] == "L" and masked[spans[n][0]].isupper() and first[n + 1] == "K":
            # "Rob Collins": a given name that is a verb too
            first[n] = "K"
    return Words(masked, tuple(spans), tuple(low), _by_neighbours(first, low))


@functools.lru_cache(maxsize=100_000)
def _class_of(said: str, opens: bool) -> str:
    """The class of a word by itself; `opens` whether its capital may be the sentence's."""
    if said[0] in '¤"':
        return "Q"
    if said in _PUNCTUATION:
        return _PUNCTUATION[said]
    if said[0] in "-–—":
        return "-"
    low = said.lower()
    if low[0] in "'’":
        return "Y" if low in ("'", "’", "'s", "’s") else "M" if low[1:] in ("ll", "d") else "X"
    if said[0].isdigit() or said[0] in "$€£":
        return "B"
    if low in _DAYS:
        return "Z"
    listed = _closed().get(low)
    if listed and (opens or said[0].islower() or listed in "RDPCSTHWXMN"):
        return listed
    if said[0].isupper() and not opens:
        return "K"
    return _open_class(low, said[0].isupper())


def _open_class(low: str, capital: bool) -> str:
    shapes = {form.shape for form in verb_forms().get(low, ())}
    if shapes:
        if shapes == {"ing"}:
            return "G"
        if "base" in shapes:
            return "L"
        if "third" in shapes or "participle" not in shapes:
            return "V"
        return "E"
    if capital:
        # a word that no list knows and that has a capital is a name, even where a sentence begins
        return "O" if is_ordinary(low) or low.endswith("ly") else "K"
    if low.endswith("ly") and low not in _NOT_LY and len(low) > 4:
        return "A"
    if low.endswith("ing") and len(low) > 5 and "-" not in low:
        return "G"
    if low.endswith("ed") and len(low) > 4 and not low.endswith(("eed", "bed", "hundred")) and "-" not in low:
        return "E"
    return "O"


_SUBJECT_ONLY = word_set("he she they we i who")
_BE = word_set(
    "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t get got gets getting"
)


def _by_neighbours(tags: list[str], low: list[str]) -> str:
    """Decides what a word that may be noun or verb is, left to right, by the word before and the one after."""
    for n, tag in enumerate(tags):
        if low[n : n + 2] == ["no", "longer"]:
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
    if after == "L" and low[n + 1] in _ONLY_VERBS | {"show", "find", "state"}:
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
    if before == "R" or (before in "OKZB)" and low[n] in _ONLY_VERBS):
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
_ONLY_VERBS = word_set(
    "want believe think know say argue agree expect seem hear understand become insist contend maintain acknowledge admit"
    " suggest recommend predict deny oppose describe accuse criticize explain remain continue consider assume realize tell"
    " ask give make take get go come keep let bring write sing appear prefer refuse refer include contain require allow"
    " begin choose lose win send spend build learn grow speak receive decide publish announce reveal indicate appreciate"
)
_ALWAYS = word_set("says thinks believes knows argues insists agrees hopes expects wants seems becomes")
_PLURALS = word_set("people men women children media police voters they we americans who public")
