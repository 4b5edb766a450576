"""A phrase as units that are looked up in a corpus: each with every way it can be said, and what it weighs.

A unit is a word; a quoted run; neighbouring words with capitals (a name); words joined by a hyphen; or an expression of
the thesaurus, the longest one at its place. Its weight is its rarity in the corpus, in whole points, so that sums are
exact: a word in one claim of two weighs 2, in one of a hundred 7, and never more than 8.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from xref.model import Settings
from xref.themes.language import Phrase, PhraseWord, is_negation
from xref.themes.parts import Part, cut_phrase, is_same
from xref.themes.thesaurus import SHARE, Entry, Thesaurus
from xref.themes.vocabulary import Vocabulary, variants
from xref.words import region_free

Table = Mapping[int, tuple[int, str]]
"""number of a word → likeness in tenths (0-1000) to the word asked for, and how"""

MAX_WEIGHT = 8
"""points of a content word at the most: past one claim in a hundred and twenty-eight all words are rare"""
_PREFIXES = (
    "counter",
    "inter",
    "multi",
    "under",
    "anti",
    "over",
    "post",
    "semi",
    "non",
    "pre",
    "mid",
    "sub",
    "co",
    "re",
)
_ANY_NEGATION = 950
"""likeness of another negation than the one asked for"""


@attrs.frozen(eq=False)
class Option:
    """One way to say a unit."""

    tables: tuple[Table, ...]
    """for each of its words, side by side, what meets it"""
    capitals: tuple[int, ...]
    """for each word how it must be written: 0 any, 1 a capital, 2 capitals"""
    group: str = ""
    """id of the thesaurus group it comes through; empty for the phrase's own words"""
    entry: str = ""
    """the group's entry"""
    loose: bool = False
    """whether one other word may stand between two of its words"""


@attrs.frozen(eq=False)
class Unit:
    """What must be found, in one of several ways."""

    text: str
    """the phrase's own words"""
    options: tuple[Option, ...]
    """the phrase's own words first"""
    weight: int
    """points; more for what is rare in the corpus"""
    required: bool
    """whether the phrase is not found without it"""
    denies: bool = False
    """whether it is a negation: then at most one content word may stand between the words of the phrase"""
    ordered: bool = False
    """whether it fixes the order of the phrase: a negation, a quoted run"""
    calendar: str = ""
    """id of the group whose days a date in the text may stand for; empty for none"""
    openings: Mapping[int, tuple[Option, ...]] = attrs.field(init=False)
    """number of a word → the options that can begin with it"""

    @openings.default
    def _open(self) -> Mapping[int, tuple[Option, ...]]:
        found: dict[int, list[Option]] = {}
        for option in self.options:
            for number in option.tables[0]:
                found.setdefault(number, []).append(option)
        return {number: tuple(options) for number, options in found.items()}


@attrs.define(eq=False)
class Builder:
    """Makes units, comparing each distinct word of a phrase with the words of the corpus once."""

    index: Vocabulary
    """where units are looked for"""
    settings: Settings
    """limits"""
    whole: Builder | None = None
    """of the whole corpus, when units are looked for in a part of it: its words weigh as they are rare in the whole"""
    tables: dict[tuple[str, str], Table] = attrs.field(factory=dict)
    """kind of comparison and word → table"""

    def units(self, phrase: Phrase, thesaurus: Thesaurus | None) -> tuple[Unit, ...]:
        """The units of `phrase`, in order; grammar words make none unless there is nothing else."""
        parts = cut_phrase(phrase.words, thesaurus)
        kept = [p for p in parts if not p.words[0].weightless or len(p.words) > 1]
        content = [p for p in kept if not p.words[0].particle or len(p.words) > 1]
        if not content:
            kept = content = parts
        # beside one word a preposition tells "tied to" from "tied", also after a negation; among others it only helps
        single = sum(not p.words[0].negation for p in content) <= 1
        return tuple(self._unit(p, thesaurus, light=p not in content, required=single) for p in kept)

    def _unit(self, part: Part, thesaurus: Thesaurus | None, *, light: bool, required: bool) -> Unit:
        own = [self._own(part)]
        joined = self._joined(part)
        own += [joined] if joined else []
        held = dict.fromkeys(e.group for e in part.entries)
        groups = [] if thesaurus is None else [g for g in held if not thesaurus.groups[g].guard]
        others = [
            self._entry(entry)
            for group in groups
            for entry in (thesaurus.entries[group] if thesaurus else ())
            if not is_same(entry, part.words)
        ]
        dated = next((g for g in groups if thesaurus and thesaurus.groups[g].calendar), "")
        options = (*own, *(o for o in others if all(o.tables)))
        must = required or any(w.starred or w.negation for w in part.words)
        ordered = any(word.negation or word.run for word in part.words)
        denies = any(word.negation for word in part.words)
        return Unit(part.text, options, 1 if light else self._weight(part), must, denies, ordered, dated)

    def _own(self, part: Part) -> Option:
        tables = tuple(self._table(word) for word in part.words)
        return Option(tables, tuple(word.capital for word in part.words), loose=bool(part.entries) and len(tables) > 1)

    def _joined(self, part: Part) -> Option | None:
        """ "re-election" also as "reelection", and the other way round."""
        words = part.words
        if len(words) > 1 and all(w.hyphened for w in words[1:]):
            return Option((self._exact("".join(w.key for w in words)),), (words[0].capital,))
        if len(words) == 1 and not words[0].run:
            key = words[0].key
            prefix = next((p for p in _PREFIXES if key.startswith(p) and len(key) - len(p) >= 4), "")
            rest = self._exact(key[len(prefix) :]) if prefix else {}
            if prefix and rest and (first := self._exact(prefix)):
                return Option((first, rest), (words[0].capital, 0))
        return None

    def _table(self, word: PhraseWord) -> Table:
        if word.run:
            return self._exact(word.key)
        if word.negation:
            return self._negation(word.key)
        mark = ("like", word.key)
        if mark not in self.tables:
            self.tables[mark] = variants(self.index, word.key, self.settings.spelling)
        return self.tables[mark]

    def _exact(self, key: str) -> Table:
        number = self.index.numbers.get(key)
        return {} if number is None else {number: (1000, "exact")}

    def _negation(self, key: str) -> Table:
        mark = ("not", key)
        if mark not in self.tables:
            self.tables[mark] = {
                number: (1000, "exact") if word == key else (_ANY_NEGATION, "negation")
                for number, word in enumerate(self.index.words)
                if is_negation(word)
            }
        return self.tables[mark]

    def _entry(self, entry: Entry) -> Option:
        tables = tuple(self._forms(forms) for forms in entry.words)
        return Option(tables, (0,) * len(tables), entry.group, entry.text)

    def _forms(self, forms: frozenset[str]) -> Table:
        """The words of the corpus that are one of `forms`, in either spelling of English."""
        mark = ("form", " ".join(sorted(forms)))
        if mark not in self.tables:
            found = {self.index.numbers[f] for f in forms if f in self.index.numbers}
            for form in forms:
                american = region_free(form)
                found.update(self.index.by_region.get(american, ()))
            self.tables[mark] = dict.fromkeys(sorted(found), (SHARE * 10, "group"))
        return self.tables[mark]

    def _weight(self, part: Part) -> int:
        """Points by rarity: one more for each halving of the share of claims that hold the rarest of its words."""
        whole = self.whole or self
        index = whole.index
        held = min(sum(map(index.held.__getitem__, whole._table(word))) for word in part.words)
        ratio = (index.count + 1) // (held + 1)
        return 1 + max(1, min(MAX_WEIGHT - 1, ratio.bit_length()))
