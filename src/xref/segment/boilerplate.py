"""Lines that one outlet prints around its texts again and again: "The Courier is reader-funded. Give today."

Repetition alone is no sign: a wire report or a background paragraph that two papers carry, or that one paper carries
twice, is text reuse, which a reader wants to see. So a line is boilerplate only when several documents of the *same
outlet* share it word for word (numbers aside), and when it stands at their edges: nothing but other repeated lines and
furniture lies between it and the beginning or the end. In the middle of a text only what most documents of the outlet
carry counts. After the two signs of boilerplate in jusText and passim: repetition, and position (Pomikálek 2011; Smith,
Cordell and Mullen 2015), both counted in documents.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from xref import fold
from xref.layout import Layout, find_units, hide
from xref.model import Block, Document, Span

LEAST_DOCUMENTS = 3
"""documents of one outlet that must share a line. 3: two may carry the same report"""
LEAST_SHARE = 0.2
"""share of the outlet's documents that must have it: a paragraph in three of a hundred is reuse"""
MIDDLE_SHARE = 0.5
"""share from which a line inside the text is boilerplate too: no background paragraph stands in every second text"""
MIDDLE_DOCUMENTS = 4
"""and how many documents that must be at least"""

_DOMAIN = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.I)
_NUMBER = re.compile(r"[0-9]+")

Repeated = Mapping[str, tuple[int, int]]
"""key of a line → how many documents of the outlet have it, and how many documents the outlet has"""


def find_boilerplate(documents: Iterable[Document]) -> dict[str, Repeated]:
    """For each document id the lines that other documents of its outlet have too; empty where the outlet is unknown."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if name := _outlet(document):
            groups[name].append(document)
    found: dict[str, Repeated] = {}
    for members in groups.values():
        if len(members) >= LEAST_DOCUMENTS:
            found |= _repeated(members)
    return found


def _repeated(members: Sequence[Document]) -> dict[str, Repeated]:
    """The lines that enough of the documents of one outlet share, for each of them."""
    holders: dict[str, set[str]] = defaultdict(set)
    for document in members:
        for unit in find_units(hide(document.text, document.front)):
            # the digest stands for the document: a second copy of a file is no second witness
            holders[line_key(unit.text)].add(document.digest)
    total = len({document.digest for document in members})
    least = max(LEAST_DOCUMENTS, LEAST_SHARE * total)
    shared = {key: (len(where), total) for key, where in holders.items() if len(where) >= least}
    return {document.id: shared for document in members}


def _outlet(document: Document) -> str:
    """What names the outlet: its printed name, else the domain of the document's address."""
    if document.outlet:
        return fold.key(document.outlet.value)
    match = _DOMAIN.match(document.url.value) if document.url else None
    return match[1].lower() if match else ""


def line_key(text: str) -> str:
    """A line as compared: folded, numbers alike, so that "(c) 2013" and "(c) 2014" are one line."""
    return _NUMBER.sub("0", fold.key(text))


def mark_boilerplate(layout: Layout, blocks: Sequence[Block], text: str, repeated: Repeated) -> list[Block]:
    """`blocks`, those whose line the outlet repeats at the edges of its texts (or in most of them) typed so."""
    if not repeated:
        return list(blocks)
    units = [part.unit.span for part in layout.parts]
    keys = [line_key(span.of(text)) for span in units]
    plain = [part.kind == "text" for part in layout.parts]
    edge = _edge(keys, plain, repeated) | {
        len(keys) - 1 - number for number in _edge(keys[::-1], plain[::-1], repeated)
    }
    told: dict[Span, str] = {}
    for number, (span, key) in enumerate(zip(units, keys, strict=True)):
        count, total = repeated.get(key, (0, 1))
        inside = count >= MIDDLE_DOCUMENTS and count >= MIDDLE_SHARE * total
        if plain[number] and count and (number in edge or inside):
            told[span] = f"the same words stand in {count} of {total} documents of the outlet"
    return [_typed(block, told) for block in blocks]


def _edge(keys: Sequence[str], plain: Sequence[bool], repeated: Repeated) -> set[int]:
    """The numbers of the repeated lines before the first line of text that is not repeated."""
    found = set()
    for number, key in enumerate(keys):
        if plain[number] and key not in repeated:
            break
        if key in repeated:
            found.add(number)
    return found


def _typed(block: Block, told: Mapping[Span, str]) -> Block:
    rule = told.get(block.span)
    if rule is None or block.furniture:
        return block
    return Block(block.document, block.span, "boilerplate", rule)
