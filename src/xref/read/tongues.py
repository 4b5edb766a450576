"""The words that pages print beside a day: names of months and weekdays, and labels, in about forty languages.

Sources: data/months.toml (Unicode CLDR) and data/pagewords.toml (publishing systems). They serve lines that date a
page; dates in English claims are read by xref.days. A name that two languages give to two months is read only where the
page's language is known. Compared without case and accents.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib import resources

import attrs

from xref.fold import flat

_WORDS = re.compile(r"[^\W\d_]+")
_ENOUGH = 6
"""common words that a page must hold before they tell its language: a line or two of prose"""


@attrs.frozen
class Names:
    """Names of one kind, folded, with the numbers that languages give them."""

    numbers: dict[str, dict[str, int]]
    """name → language → number"""

    def number(self, name: str, language: str) -> int | None:
        """What `name` means on a page in `language` ("" when unknown); None when that cannot be told."""
        known = self.numbers.get(flat(name).strip(" ."), {})
        if language in known:
            return known[language]
        return next(iter(known.values())) if len(set(known.values())) == 1 else None

    def known_in(self, name: str, language: str) -> bool:
        """Whether `name` is one of `language` itself, or English."""
        known = self.numbers.get(flat(name).strip(" ."), {})
        return language in known or "en" in known


@functools.cache
def _tables() -> tuple[Names, Names]:
    data = tomllib.loads(resources.files("xref.data").joinpath("months.toml").read_text(encoding="utf-8"))
    found = []
    for kind, first in (("months", 1), ("days", 0)):
        numbers: dict[str, dict[str, int]] = {}
        for language in data["language"]:
            for number, names in enumerate(language[kind], first):
                for name in names.split(","):
                    numbers.setdefault(flat(name).strip(), {}).setdefault(language["code"].split("-")[0], number)
        found.append(Names(numbers))
    return found[0], found[1]


def months() -> Names:
    """The names of months, January is 1."""
    return _tables()[0]


def weekdays() -> Names:
    """The names of weekdays, Monday is 0."""
    return _tables()[1]


@functools.cache
def _labels() -> dict[str, dict[str, tuple[str, ...]]]:
    data = tomllib.loads(resources.files("xref.data").joinpath("pagewords.toml").read_text(encoding="utf-8"))
    return {
        kind: {code: tuple(" ".join(flat(p).split()) for p in said.split(",")) for code, said in table.items()}
        for kind, table in data.items()
    }


@functools.cache
def words_of(kind: str) -> re.Pattern[str]:
    """A pattern for every phrase of `kind` ("published", "updated", "by", ...), to be used on folded text."""
    phrases = sorted({p for table in _labels()[kind].values() for p in table}, key=lambda p: (-len(p), p))
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(p) for p in phrases)})(?!\w)")


def says(kind: str, text: str) -> bool:
    """Whether `text` holds a phrase of `kind`."""
    return bool(words_of(kind).search(flat(text)))


def tell_language(lines: Iterable[str]) -> str:
    """The language whose commonest words stand most often in `lines`; "" when none leads clearly."""
    common: dict[str, list[str]] = {}
    for code, words in _labels()["common"].items():
        for word in words:
            common.setdefault(word, []).append(code)
    counts: dict[str, int] = {}
    for line in lines:
        for word in _WORDS.findall(flat(line)):
            for code in common.get(word, ()):
                counts[code] = counts.get(code, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[1][1] * 1.3 > ranked[0][1]):
        return ""
    return ranked[0][0]
