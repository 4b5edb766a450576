"""What differs between two snapshots, each told once and as what it is.

Themes (check/subjects.py) and documents (check/sources.py) first, then hits (check/hits.py) and cards (check/cards.py)
of those that both have. A sentence that only stands elsewhere is no change.
"""

from __future__ import annotations

from xref.check.cards import compare_cards
from xref.check.change import Cause, Change
from xref.check.hits import compare_hits
from xref.check.snapshot import Snapshot
from xref.check.sources import compare_sources, find_renamed, follow_names
from xref.check.subjects import compare_themes, follow_themes, only


def find_changes(before: Snapshot, now: Snapshot) -> tuple[Change, ...]:
    """The differences in the order in which they are told: engine, codebook, documents, hits, cards."""
    versions = _engine(before, now)
    book = _book(before, now)
    renamed = find_renamed(before, now)
    documents = compare_sources(before, now, renamed)
    followed = follow_themes(before, now)
    themes = compare_themes(before, followed, now)
    moved = follow_names(followed, renamed)
    texts = {source.id: source.text for source in moved.sources}
    edited = frozenset(source.path for source in now.sources if source.text != texts.get(source.id))
    cause = Cause({s.id: s.path for s in now.sources}, edited, bool(versions), bool(book))
    # a theme or document that came or went is told as such, with how many hits it took along
    both = frozenset(moved.themes) & frozenset(now.themes)
    moved, here = only(moved, both), only(now, both)
    hits = compare_hits(moved, here, cause)
    told = frozenset(change.document for change in (*documents, *hits))
    return (*versions, *book, *themes, *documents, *hits, *compare_cards(moved, here, cause, told))


def count_unchanged(before: Snapshot, now: Snapshot) -> int:
    """How many hits of `now` were there before, under whatever name their documents and themes have today."""
    moved = follow_names(follow_themes(before, now), find_renamed(before, now))
    kept = {hit.key for hit in moved.hits}
    return sum(hit.key in kept for hit in now.hits)


def _book(before: Snapshot, now: Snapshot) -> tuple[Change, ...]:
    if before.codebook == now.codebook:
        return ()
    if not now.codebook:
        return (Change("codebook", "there is no codebook any more"),)
    return (Change("codebook", "the codebook has changed" if before.codebook else "there is a codebook now"),)


def _engine(before: Snapshot, now: Snapshot) -> tuple[Change, ...]:
    old, new = dict(before.engine), dict(now.engine)
    found = []
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) == new.get(name):
            continue
        if name == "xref.toml":
            found.append(Change("version", "xref.toml says other limits or calendars"))
        else:
            said = f"{name} was {old.get(name, 'absent')} and is {new.get(name, 'absent')}"
            found.append(Change("version", said, was=old.get(name, ""), now=new.get(name, "")))
    return tuple(found)
