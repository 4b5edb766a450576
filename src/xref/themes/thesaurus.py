"""Other words for the same thing: groups of words and expressions that a phrase of the codebook may be met by.

The shipped groups (data/thesaurus.toml) are general ones for news, diplomacy and law, each with its source; a
codebook may add its own. A word met through a group counts less than the word itself, and the evidence names the
group. An expression ("behind closed doors") is met by its words side by side. Guards are groups whose expressions
only share a word ("river bank", "food bank"): they stand for nothing but keep the word in them from standing for
another ("bank"). What kind of word an entry is decides its forms: the noun "note" has "notes", never "noted";
"vote/verb" in a group of nouns is a verb.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources

import attrs

from xref import fold
from xref.model import WordGroup
from xref.words import find_words

SHARE = 85
"""likeness, of 100, of a word met through a group. 85: with a gap of two words it still passes the default threshold"""

_IRREGULAR = {
    "be": "am is are was were been being", "become": "becomes became becoming", "begin": "begins began begun beginning",
    "break": "breaks broke broken breaking", "bring": "brings brought bringing", "build": "builds built building",
    "buy": "buys bought buying", "choose": "chooses chose chosen choosing", "come": "comes came coming",
    "cut": "cuts cutting", "deal": "deals dealt dealing", "do": "does did done doing",
    "draw": "draws drew drawn drawing", "drive": "drives drove driven driving",
    "fall": "falls fell fallen falling", "fight": "fights fought fighting",
    "find": "finds found finding", "forbid": "forbids forbade forbidden forbidding",
    "forgive": "forgives forgave forgiven forgiving", "freeze": "freezes froze frozen freezing",
    "get": "gets got gotten getting", "give": "gives gave given giving", "go": "goes went gone going",
    "grow": "grows grew grown growing", "have": "has had having", "hear": "hears heard hearing",
    "hide": "hides hid hidden hiding", "hold": "holds held holding", "keep": "keeps kept keeping",
    "know": "knows knew known knowing", "lead": "leads led leading", "leave": "leaves left leaving",
    "lend": "lends lent lending", "let": "lets letting", "lose": "loses lost losing", "make": "makes made making",
    "mean": "means meant meaning", "meet": "meets met meeting", "pay": "pays paid paying",
    "put": "puts putting", "quit": "quits quitting", "read": "reads reading", "rise": "rises rose risen rising",
    "run": "runs ran running", "say": "says said saying", "see": "sees saw seen seeing", "seek": "seeks sought seeking",
    "sell": "sells sold selling", "send": "sends sent sending", "set": "sets setting",
    "shake": "shakes shook shaken shaking", "shoot": "shoots shot shooting", "shut": "shuts shutting",
    "speak": "speaks spoke spoken speaking", "spend": "spends spent spending", "split": "splits splitting",
    "stand": "stands stood standing", "steal": "steals stole stolen stealing", "strike": "strikes struck striking",
    "swear": "swears swore sworn swearing", "take": "takes took taken taking", "teach": "teaches taught teaching",
    "tell": "tells told telling", "think": "thinks thought thinking", "throw": "throws threw thrown throwing",
    "tie": "ties tied tying", "win": "wins won winning", "withdraw": "withdraws withdrew withdrawn withdrawing",
    "withhold": "withholds withheld withholding", "write": "writes wrote written writing",
    "overthrow": "overthrows overthrew overthrown overthrowing", "undertake": "undertakes undertook undertaken",
    "man": "men", "woman": "women", "child": "children", "person": "people", "crisis": "crises",
    "memorandum": "memorandums memoranda", "referendum": "referendums referenda", "quid": "",
}  # fmt: skip
_DOUBLED = frozenset(
    "commit control patrol plan stop bar permit transfer refer defer admit submit omit scrap drop".split()
)
_VOWELS = frozenset("aeiou")


@attrs.frozen
class Entry:
    """One word or expression of a group."""

    group: str
    """id of the group"""
    words: tuple[frozenset[str], ...]
    """for each word in turn the folded forms that meet it"""
    text: str
    """as the group writes it"""


@attrs.frozen
class Thesaurus:
    """Groups, ready to be looked up."""

    groups: Mapping[str, WordGroup]
    """group id → group"""
    entries: Mapping[str, tuple[Entry, ...]]
    """group id → its entries"""
    starts: Mapping[str, tuple[Entry, ...]]
    """folded first word → the entries that begin with it, the longest first"""

    def longest(self, keys: tuple[str, ...]) -> tuple[Entry, ...]:
        """The longest entries that `keys` begin with, one for each group that holds them; empty when none does."""
        found = [e for e in self.starts.get(keys[0], ()) if _begins(e, keys)] if keys else []
        most = max((len(e.words) for e in found), default=0)
        return tuple(e for e in found if len(e.words) == most)


def _begins(entry: Entry, keys: tuple[str, ...]) -> bool:
    return len(entry.words) <= len(keys) and all(k in forms for k, forms in zip(keys, entry.words, strict=False))


def build_thesaurus(groups: Iterable[WordGroup]) -> Thesaurus:
    """The thesaurus of `groups`; a later group of the same id adds its words to the earlier one."""
    named: dict[str, WordGroup] = {}
    for group in groups:
        old = named.get(group.id)
        named[group.id] = attrs.evolve(old, words=(*old.words, *group.words)) if old else group
    entries = {g.id: tuple(dict.fromkeys(_entry(g, said) for said in g.words)) for g in named.values()}
    starts: dict[str, list[Entry]] = {}
    for found in entries.values():
        for entry in found:
            for key in entry.words[0]:
                starts.setdefault(key, []).append(entry)
    ordered = {
        key: tuple(sorted(found, key=lambda e: (-len(e.words), e.group, e.text)))
        for key, found in sorted(starts.items())
    }
    return Thesaurus(named, entries, ordered)


@functools.cache
def load_groups() -> tuple[WordGroup, ...]:
    """The shipped groups, in the order of the file."""
    text = resources.files("xref.data").joinpath("thesaurus.toml").read_text(encoding="utf-8")
    return tuple(
        WordGroup(
            row["id"],
            row["label"],
            row["kind"],
            tuple(row["words"]),
            row["source"],
            row.get("calendar", ""),
            row.get("guard", False),
        )
        for row in tomllib.loads(text)["group"]
    )


def _entry(group: WordGroup, said: str) -> Entry:
    said, _, own = said.partition("/")
    kind = own or group.kind
    words = find_words(said)
    last = len(words) - 1
    forms = []
    for number, word in enumerate(words):
        # a noun expression bends its last word, a verb expression its first, an adjective none but by -ly
        bends = number == (0 if kind == "verb" else last)
        forms.append(frozenset(_forms(word.key, kind)) if bends else frozenset((word.key,)))
    return Entry(group.id, tuple(forms), said)


def _forms(key: str, kind: str) -> set[str]:
    """The inflected forms of a folded word of one kind."""
    found = {key}
    if kind == "noun":
        found |= set(_IRREGULAR[key].split()) if key in _IRREGULAR and key not in ("deal", "lead") else {_plural(key)}
    elif kind == "verb":
        found |= set(_IRREGULAR[key].split()) if key in _IRREGULAR else _verb_forms(key)
    elif kind == "adjective" and not key.endswith("ly"):
        found.add(
            key[:-2] + "ly" if key.endswith("le") and len(key) > 4 else key + ("ally" if key.endswith("ic") else "ly")
        )
    return {fold.flat(form) for form in found}


def _plural(key: str) -> str:
    if key.endswith("y") and key[-2:-1] not in _VOWELS:
        return key[:-1] + "ies"
    return key + ("es" if key.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _verb_forms(key: str) -> set[str]:
    third = _plural(key)
    if key.endswith("e"):
        return {third, key + "d", key[:-1] + "ing"}
    if key.endswith("y") and key[-2:-1] not in _VOWELS:
        return {third, key[:-1] + "ied", key + "ing"}
    stem = key
    short = len(key) >= 3 and key[-1] not in "aeiouwxy" and key[-2] in _VOWELS and key[-3] not in _VOWELS
    if key in _DOUBLED or (short and len(key) <= 4):
        stem = key + key[-1]
    return {third, stem + "ed", stem + "ing"}
