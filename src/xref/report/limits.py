"""What a corpus cannot tell, by rule: stretches without a source, terms with one, themes of one document."""

from __future__ import annotations

from itertools import pairwise

from xref.report.division import Division
from xref.report.finding import join_words
from xref.report.index import Index, words_of_day, words_of_gap
from xref.show import show

LONG = 0.2
"""share of the whole time from which a stretch without a source is told"""
NAMED = 6
"""terms that are named; of more the number is told"""


def build_limits(index: Index, division: Division) -> tuple[str, ...]:
    """One sentence a limit."""
    found = [*_gap(index), *_single(index, division), *_undated(index)]
    alone = sum(len({index.claims[hit.claim].document for hit in hits}) == 1 for hits in index.hits_of_theme.values())
    if alone:
        said = "1 theme stands" if alone == 1 else f"{alone} themes stand"
        found.append(f"{said} in one document only; no card is made of {'it' if alone == 1 else 'them'}.")
    aside = sum(block.furniture for block in index.result.blocks)
    if aside:
        was = "piece of text was" if aside == 1 else "pieces of text were"
        found.append(f"{aside:,} {was} set aside (titles, navigation, signatures, notes) and not searched.")
    return tuple(show(line) for line in found)


def _gap(index: Index) -> list[str]:
    """The longest stretch without a source, with the votes that fall into it."""
    days = sorted({d.day for d in index.result.documents if d.day})
    gaps = [(b - a, a, b) for a, b in pairwise(days)]
    if len(days) < 3:
        return []
    length, a, b = max(gaps, key=lambda gap: (gap[0], -gap[1].toordinal()))
    if length < (days[-1] - days[0]) * LONG:
        return []
    votes = [v.label for v in (index.lead.votes if index.lead else ()) if a < v.day < b]
    said = f"Nothing was read from between {words_of_day(a)} and {words_of_day(b)}, {words_of_gap(length.days)}"
    if not votes:
        return [f"{said}."]
    some = f"{len(votes)} votes fall into it" if len(votes) > NAMED else f"into it fall {join_words(votes)}"
    return [f"{said}; {some}."]


def _single(index: Index, division: Division) -> list[str]:
    """Columns that rest on one source."""
    counts: dict[str, int] = {}
    for key in division.place.values():
        counts[key] = counts.get(key, 0) + 1
    labels = [label for key, label in division.columns if counts.get(key) == 1]
    if not labels or len(index.result.documents) < 2:
        return []
    where = join_words(labels) if len(labels) <= NAMED else f"{len(labels)} of {len(division.columns)} columns"
    return [f"One source only for {where}: an empty cell there means that this text does not say it."]


def _undated(index: Index) -> list[str]:
    count = sum(document.published is None for document in index.result.documents)
    if not count:
        return []
    have = "1 document has" if count == 1 else f"{count} documents have"
    return [f"{have} no known date and no place in time; cards with one of them tell no distance."]
