"""What differs between two snapshots, each told once and as what it is.

Documents first (check/sources.py), then hits (check/hits.py) and cards (check/cards.py) of documents that both have. A
sentence that only stands elsewhere is no change.
"""

from __future__ import annotations

from xref.check.cards import compare_cards
from xref.check.change import Cause, Change
from xref.check.hits import compare_hits
from xref.check.snapshot import Snapshot
from xref.check.sources import compare_sources, find_renamed, follow_names


def find_changes(before: Snapshot, now: Snapshot) -> tuple[Change, ...]:
    """The differences in the order in which they are told: engine, codebook, documents, hits, cards."""
    versions = _engine(before, now)
    book = () if before.codebook == now.codebook else (Change("codebook", "the codebook has changed"),)
    renamed = find_renamed(before, now)
    documents = compare_sources(before, now, renamed)
    moved = follow_names(before, renamed)
    texts = {source.text for source in before.sources}
    edited = frozenset(source.path for source in now.sources if source.text not in texts)
    cause = Cause({s.id: s.path for s in now.sources}, edited, bool(versions), bool(book))
    hits = compare_hits(moved, now, cause)
    told = frozenset(change.document for change in (*documents, *hits))
    return (*versions, *book, *documents, *hits, *compare_cards(moved, now, cause, told))


def _engine(before: Snapshot, now: Snapshot) -> tuple[Change, ...]:
    old, new = dict(before.engine), dict(now.engine)
    found = []
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            said = f"{name} was {old.get(name, 'absent')} and is {new.get(name, 'absent')}"
            found.append(Change("version", said, was=old.get(name, ""), now=new.get(name, "")))
    return tuple(found)
