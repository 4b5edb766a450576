"""reports/baseline.jsonl: the findings that people have accepted, one line each, made to be read in a pull request.

Sorted, keys in a fixed order, no clock, no places, no raw scores: so that the diff of the file *is* what changed, and
an edit elsewhere or another release of a library does not touch it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import attrs

from xref.check.snapshot import Card, Found, Snapshot, Source
from xref.errors import BaselineError, OldBaselineError

FORMAT = 1
_LONE = re.compile("[\ud800-\udfff]")
FIRST = 80
"""characters of a quotation in its line: enough to know it by"""


def write_baseline(snapshot: Snapshot) -> Iterator[str]:
    """The lines of the file."""
    book = {"codebook": snapshot.codebook, "themes": list(snapshot.themes)}
    yield _line({"baseline": FORMAT, **dict(snapshot.engine), **book})
    for source in snapshot.sources:
        yield _line({"document": source.id, "path": source.path, "date": source.date, "text": source.text})
    for hit in snapshot.hits:
        yield _line(
            {
                "hit": hit.theme, "document": hit.document, "band": hit.band, "quote": hit.quote[:FIRST],
                "words": hit.words, "ordinal": hit.ordinal, "rule": hit.rule,
            }
        )  # fmt: skip
    for card in snapshot.cards:
        yield _line(
            {
                "card": card.theme or card.kind, "kind": card.kind, "documents": list(card.documents),
                "band": card.band, "quotes": [quote[:FIRST] for quote in card.quotes],
            }
        )  # fmt: skip


def read_baseline(text: str, shown: str) -> Snapshot:
    """What the lines say; raises BaselineError naming the line that is none, OldBaselineError when there are none."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise OldBaselineError(f"{shown} is empty: write it with `xref check --update`")
    head = _parse(lines[0][1], f"{shown}, line {lines[0][0]}")
    if head.get("baseline") != FORMAT:
        told = "was written by another version of xref"
        raise OldBaselineError(f"{shown} {told}: write it anew with `xref check --update`")
    found: dict[tuple[object, ...], Source | Found | Card] = {}
    for number, line in lines[1:]:
        place = f"{shown}, line {number}"
        record = _parse(line, place)
        try:
            one = _read(record)
        except (KeyError, TypeError, ValueError) as fault:
            raise BaselineError(f"{place}: not a line as xref writes it ({fault}); take it back from git") from fault
        key = (type(one), one.id if isinstance(one, Source) else one.key)
        if found.setdefault(key, one) != one:
            told = "another line speaks of the same and says otherwise, as a merge may leave it"
            raise BaselineError(f"{place}: {told}; take either, then `xref check --update`")
    sources = tuple(one for one in found.values() if isinstance(one, Source))
    hits = tuple(one for one in found.values() if isinstance(one, Found))
    cards = tuple(one for one in found.values() if isinstance(one, Card))
    engine = tuple((name, str(said)) for name, said in head.items() if name not in ("baseline", "codebook", "themes"))
    named = head.get("themes")
    # the first baselines did not name them: those without hits are not known then
    themes = tuple(map(str, named)) if isinstance(named, list) else tuple(sorted({hit.theme for hit in hits}))
    return Snapshot(sources, hits, cards, str(head.get("codebook", "")), engine, themes=themes)


def keep_bands(now: Snapshot, before: Snapshot, margin: float) -> Snapshot:
    """`now` with the earlier bands of findings whose score lies within `margin` of the edge between the two."""
    from xref.check.bands import settled

    hits = {hit.key: hit.band for hit in before.hits}
    cards = {card.key: card.band for card in before.cards}
    return attrs.evolve(
        now,
        hits=tuple(attrs.evolve(h, band=settled(hits.get(h.key, h.band), h.band, h.score, margin)) for h in now.hits),
        cards=tuple(
            attrs.evolve(c, band=settled(cards.get(c.key, c.band), c.band, c.score, margin)) for c in now.cards
        ),
    )


def _line(record: dict[str, Any]) -> str:
    line = json.dumps(record, ensure_ascii=False, separators=(", ", ": ")) + "\n"
    # half a surrogate pair, as in a file name that is no UTF-8, stays an escape
    return line if line.isascii() or not _LONE.search(line) else json.dumps(record, separators=(", ", ": ")) + "\n"


def _parse(line: str, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as fault:
        marks = line.startswith(("<<<<<<<", "=======", ">>>>>>>"))
        cause = "a merge left its marks" if marks else "not JSON"
        mend = "take either side, then `xref check --update`" if marks else "take it back from git"
        raise BaselineError(f"{place}: {cause}; {mend}") from fault
    if not isinstance(record, dict):
        raise BaselineError(f"{place}: not a line as xref writes it; take it back from git")
    return record


def _read(record: dict[str, Any]) -> Source | Found | Card:
    if "hit" in record:
        return _hit(record)
    if "card" in record:
        return _card(record)
    return Source(*_texts(record, "document", "path", "text", "date"))


def _hit(record: dict[str, Any]) -> Found:
    theme, document, words, band, rule, quote = _texts(record, "hit", "document", "words", "band", "rule", "quote")
    ordinal = record["ordinal"]
    if type(ordinal) is not int:
        raise TypeError("“ordinal” must be a whole number")
    return Found(theme, document, words, ordinal, band, rule, _cut(quote))


def _cut(quote: str) -> str:
    """The quotation as it is shown: with a mark where its line does not hold all of it."""
    return f"{quote}…" if len(quote) == FIRST else quote


def _card(record: dict[str, Any]) -> Card:
    named, kind, band = _texts(record, "card", "kind", "band")
    pairs = [record["documents"], record["quotes"]]
    if not all(isinstance(pair, list) and len(pair) == 2 and all(type(x) is str for x in pair) for pair in pairs):
        raise TypeError("“documents” and “quotes” must be two texts each")
    (a, b), (left, right) = pairs
    return Card(kind, named if kind == "theme" else "", (a, b), band, (left, right))


def _texts(record: dict[str, Any], *names: str) -> list[str]:
    for name in names:
        if not isinstance(record[name], str):
            raise TypeError(f"“{name}” must be text")
    return [record[name] for name in names]
