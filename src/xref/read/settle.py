"""What several sources say about one fact: which goes first, what agrees, what is refused and why.

Order: catalog.toml, the sidecar, front matter, then what the text and the file's structure say. A person who wrote
something on purpose goes before a rule that read something; what a rule read is kept beside it, never thrown away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from xref import fold
from xref.model import Alternative, DateCandidate, Fact
from xref.read.catalog import CATALOG, CatalogEntry

FIELDS = ("title", "outlet", "author", "url", "kind")
"""facts that are not dates"""


def said_of(entry: CatalogEntry, field: str) -> Fact | None:
    """What an entry says about `field`, if anything."""
    value = getattr(entry, field)
    return Fact(value, _rule(entry), f"given in {entry.file}") if value else None


def settle(evidence: Mapping[str, Sequence[Fact | None]]) -> tuple[dict[str, Fact | None], tuple[Alternative, ...]]:
    """For each field the first fact of its evidence, and all the others with what speaks against them."""
    chosen: dict[str, Fact | None] = {}
    others: list[Alternative] = []
    for field, facts in evidence.items():
        known = list(dict.fromkeys(fact for fact in facts if fact))
        first = chosen[field] = known[0] if known else None
        for other in known[1:]:
            assert first is not None
            same = fold.key(other.value) == fold.key(first.value)
            others.append(Alternative(field, other, "" if same else f"“{first.value}” goes first: {first.how}"))
    return chosen, tuple(others)


def settle_date(
    published: DateCandidate | None, refused: Sequence[DateCandidate], entries: Sequence[CatalogEntry]
) -> tuple[DateCandidate | None, tuple[DateCandidate, ...]]:
    """The date of publication after what people say of it (`entries`, the most trusted first), and the refused ones."""
    left = list(refused)
    for entry in reversed(entries):
        if entry.date is None:
            continue
        agrees = []
        if published and published.value == entry.date:
            agrees = [published.how, *published.agrees]
        elif published:
            left.append(attrs.evolve(published, refused=f"{entry.file} gives the date"))
        # a candidate that lost to another one may be right after all
        agrees += [other.how for other in left if other.value == entry.date and other.confidence > 0]
        left = [other for other in left if other.value != entry.date or other.confidence <= 0]
        how = f"given in {entry.file}"
        published = DateCandidate(entry.date, _rule(entry), how, 100, agrees=tuple(dict.fromkeys(agrees)))
    return published, tuple(left)


def _rule(entry: CatalogEntry) -> str:
    return "catalog" if entry.file == CATALOG else "sidecar"
