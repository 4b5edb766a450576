"""A codebook to begin with: comments that say what may be written, and a theme for each label the user gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import resources

from xref import fold
from xref.themes.language import MAX_WORDS
from xref.toml import quoted
from xref.words import find_words

SCHEMA = "codebook.schema.json"
"""name of the JSON Schema, in the package and beside a codebook"""
EXAMPLE = "My first theme"
"""label of the theme that stands in a codebook begun without one"""
MAX_CHARACTERS = 120
"""characters of a phrase made from a label: well inside the limit of phrases"""

HEAD = """\
# What to look for in the documents of this folder. The language: docs/codebook.md of xref.
# Nothing here is looked for in titles, signatures, notes and navigation.

title = ""                    # heading of the report

# A theme is found in a claim (a sentence) when every facet is; a facet when any one of its phrases is. Phrases are
# ordinary words, met in any inflection and order, near each other; general words for the same thing meet them too.
#   secret letter             both words, near each other
#   '"in the dark"'           exactly these words, side by side
#   New Deal, START           a capital wants a capital
#   {open, public} letter     one phrase for each alternative
#   *Kosovo peace plan        the starred word must be there
#   not made public           a negation must be there
#   = letter                  this word only, no other word for it
# `xref show hits --theme ID` lists what a theme finds, `xref explain DOCUMENT:CHARACTER --theme ID` says why not.
"""

_THEME = """
[[theme]]
id = {id}
label = {label}
description = ""              # what belongs to it and what does not
phrases = [
  {phrase},
]
exclude = []                  # phrases that veto a claim: look-alikes
# scope = "claim"             # or "neighbours", "paragraph", "document"
# threshold = 80              # score that a phrase must reach
# Several sides that must all be there: leave phrases out, and write instead
# [[theme.facet]]
# name = "the thing"
# phrases = ["ferry", "harbour boat"]
# [[theme.facet]]
# name = "what is done to it"
# phrases = ["sold", "changed hands"]
# [[theme.facet]]
# name = "close to a vote"
# when = {{ days_before_vote = 60 }}
"""

TAIL = """
# Your own words for one thing, or more words for a group that ships:
# [[group]]
# id = "boats"
# kind = "noun"
# words = ["ferry", "steamer", "packet boat"]

# People under all their spellings; proposals: xref show merges --format toml
# [[actor]]
# name = "Anna Okafor"
# variants = ["A. Okafor", "Mayor Okafor"]
"""


def write_starter(labels: Sequence[str], *, schema: bool = False) -> str:
    """The text of a codebook with a theme for each of `labels`, or one to be replaced; it loads as it stands.

    With `schema` its first line tells editors of the JSON Schema beside it. Raises ValueError for a label without
    words.
    """
    parts = [f"#:schema ./{SCHEMA}\n" if schema else "", HEAD]
    taken: set[str] = set()
    for label in labels or (EXAMPLE,):
        name = make_id(label, taken)
        taken.add(name)
        parts.append(_THEME.format(id=quoted(name), label=quoted(label), phrase=quoted(phrase_of(label))))
    return "".join((*parts, TAIL))


def make_id(label: str, taken: set[str]) -> str:
    """An id made of the label's words that is none of `taken`."""
    plain = re.sub(r"[^a-z0-9]+", "_", fold.key(label)).strip("_") or "theme"
    name, number = plain, 2
    while name in taken:
        name, number = f"{plain}_{number}", number + 1
    return name


def read_schema() -> str:
    """The JSON Schema of codebooks."""
    return resources.files("xref.data").joinpath(SCHEMA).read_text(encoding="utf-8")


def phrase_of(label: str) -> str:
    """The label's words as a phrase: its first word in small letters, unless it is a name by all signs."""
    words = find_words(label)
    if not words:
        raise ValueError(f"a theme is called by words, found {quoted(label)}")
    texts = [word.text for word in words[:MAX_WORDS]]
    others = texts[1:2]
    # a capital at the head of a label is a matter of style; before another capital it is part of a name
    if texts[0][1:].islower() and not any(other[:1].isupper() for other in others):
        texts[0] = texts[0].lower()
    said = " ".join(texts)
    return said if len(said) <= MAX_CHARACTERS else texts[0][:MAX_CHARACTERS]
