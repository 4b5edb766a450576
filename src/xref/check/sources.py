"""Documents that came, went, were renamed or edited: a renamed one is known by its text, an edited one by its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from xref.check.change import Change
from xref.check.snapshot import Snapshot, Source


def find_renamed(before: Snapshot, now: Snapshot) -> dict[str, str]:
    """Old id → new id of documents under another name: of the same text, else of mostly the same findings."""
    kept = {source.id for source in before.sources} & {source.id for source in now.sources}
    free: dict[str, list[Source]] = {}
    for source in now.sources:
        if source.id not in kept:
            free.setdefault(source.text, []).append(source)
    found = {}
    for source in before.sources:
        if source.id not in kept and free.get(source.text):
            found[source.id] = free[source.text].pop(0).id
    old = {s.id for s in before.sources} - kept - set(found)
    new = {s.id for s in now.sources} - kept - set(found.values())
    return found | _alike(_findings(before, old), _findings(now, new))


def _findings(side: Snapshot, documents: Iterable[str]) -> dict[str, set[tuple[str, str]]]:
    return {id: {(h.theme, h.words) for h in side.hits if h.document == id} for id in sorted(documents)}


def _alike(old: Mapping[str, set[tuple[str, str]]], new: Mapping[str, set[tuple[str, str]]]) -> dict[str, str]:
    """Files renamed and edited since: more than half of the findings on either side are the same sentences."""
    found: dict[str, str] = {}
    for one, said in old.items():
        for other, says in new.items():
            # more than half of both: no two documents can claim the same one but copies, of which the first is taken
            if other not in found.values() and 2 * len(said & says) > max(len(said), len(says)):
                found[one] = other
                break
    return found


def compare_sources(before: Snapshot, now: Snapshot, renamed: Mapping[str, str]) -> tuple[Change, ...]:
    """What happened to the documents; those that came or went say how many hits they brought or took along."""
    old, new = {s.id: s for s in before.sources}, {s.id: s for s in now.sources}
    found = []
    for source in before.sources:
        other = new.get(source.id) or new.get(renamed.get(source.id, ""))
        if other is None:
            lost = sum(hit.document == source.id for hit in before.hits)
            said = f"{source.path} is gone, and with it {count(lost, 'hit')}"
            found.append(Change("removed" if lost else "documents", said, source.path))
        elif source.id in renamed:
            edited = ", and was edited" if source.text != other.text else ""
            found.append(Change("documents", f"{source.path} is called {other.path} now{edited}", other.path))
        else:
            called = f" is called {other.path} now" if source.path != other.path else ""
            edited = "was edited" if source.text != other.text else ""
            if said := " and ".join(part for part in (called.strip(), edited) if part):
                found.append(Change("documents", f"{source.path} {said}", other.path))
        if other is not None and source.date != other.date:
            was, now_is = (f"dated {date}" if date else "undated" for date in (source.date, other.date))
            said = f"{other.path} was {was} and is {now_is}"
            found.append(Change("date", said, other.path, was=source.date, now=other.date))
    taken = set(renamed.values())
    for source in now.sources:
        if source.id not in old and source.id not in taken:
            gained = sum(hit.document == source.id for hit in now.hits)
            said = f"{source.path} is new, with {count(gained, 'hit')}"
            found.append(Change("new" if gained else "documents", said, source.path))
    return tuple(found)


def follow_names(before: Snapshot, renamed: Mapping[str, str]) -> Snapshot:
    """`before` with the names that documents have today."""

    def name(document: str) -> str:
        return renamed.get(document, document)

    return attrs.evolve(
        before,
        sources=tuple(attrs.evolve(s, id=name(s.id)) for s in before.sources),
        hits=tuple(attrs.evolve(h, document=name(h.document)) for h in before.hits),
        cards=tuple(attrs.evolve(c, documents=(name(c.documents[0]), name(c.documents[1]))) for c in before.cards),
    )


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 hit", "2 hits"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
