"""What differs between two snapshots, each told once and as what it is.

Documents first (a renamed file is known by its text, an edited one by its name); then hits by theme, document and
words. What is gone and what is new in one document and theme is one edited sentence when the words are alike. A
sentence that only stands elsewhere is no change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs
from rapidfuzz import fuzz

from xref.check.bands import settled
from xref.check.snapshot import Card, Found, Snapshot, Source

LIKE = 70.0
"""likeness from which a lost and a new sentence are one sentence edited: that of decisions (rulings/anchor.py)"""


@attrs.frozen
class Change:
    """Something that somebody should know."""

    kind: str
    """its class in the policy, e.g. "new", "removed", "edited", "band" """
    line: str
    """what happened, in one line for people"""
    document: str = ""
    """path of the document it concerns, if one"""
    at: int = 0
    """line in that document; 0 when it has none"""
    theme: str = ""
    """id of the theme, if one"""
    was: str = ""
    """the words before"""
    now: str = ""
    """the words today"""


def find_changes(before: Snapshot, now: Snapshot) -> tuple[Change, ...]:
    """The differences in the order in which they are told: engine, codebook, documents, hits, cards."""
    versions = _engine(before, now)
    book = () if before.codebook == now.codebook else (Change("codebook", "the codebook has changed"),)
    renamed = _renamed(before, now)
    documents = _documents(before, now, renamed)
    moved = _follow(before, renamed)
    edited = frozenset(source.path for source in now.sources if source.text not in {s.text for s in before.sources})
    cause = _Cause({s.id: s.path for s in now.sources}, edited, bool(versions), bool(book))
    hits = _hits(moved, now, cause)
    told = frozenset(change.document for change in (*documents, *hits))
    return (*versions, *book, *documents, *hits, *_cards(moved, now, cause, told))


@attrs.frozen
class _Cause:
    """What can have changed a finding."""

    paths: Mapping[str, str]
    """id → path of the documents of today"""
    edited: frozenset[str]
    """paths of documents whose text is another one"""
    versions: bool
    """whether a program or its settings are others"""
    book: bool
    """whether the codebook is another one"""

    def of(self, kind: str, said: str, documents: Sequence[str]) -> tuple[str, str]:
        """Class and line of a change in `documents` (paths): what no document and no phrase did, the program did."""
        if self.book or not self.edited.isdisjoint(documents):
            return kind, said
        if self.versions:
            return "version", f"{said} (by another version of a program or its settings)"
        return kind, f"{said} (by a change elsewhere in the corpus)"


def _engine(before: Snapshot, now: Snapshot) -> tuple[Change, ...]:
    old, new = dict(before.engine), dict(now.engine)
    found = []
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            said = f"{name} was {old.get(name, 'absent')} and is {new.get(name, 'absent')}"
            found.append(Change("version", said, was=old.get(name, ""), now=new.get(name, "")))
    return tuple(found)


def _renamed(before: Snapshot, now: Snapshot) -> dict[str, str]:
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


def _documents(before: Snapshot, now: Snapshot, renamed: Mapping[str, str]) -> tuple[Change, ...]:
    old, new = {s.id: s for s in before.sources}, {s.id: s for s in now.sources}
    found = []
    for source in before.sources:
        other = new.get(source.id) or new.get(renamed.get(source.id, ""))
        if other is None:
            lost = sum(hit.document == source.id for hit in before.hits)
            said = f"{source.path} is gone, and with it {_count(lost, 'hit')}"
            found.append(Change("removed" if lost else "documents", said, source.path))
        elif source.id in renamed:
            edited = ", and was edited" if source.text != other.text else ""
            found.append(Change("documents", f"{source.path} is called {other.path} now{edited}", other.path))
        elif source.text != other.text:
            found.append(Change("documents", f"{source.path} was edited", other.path))
        if other is not None and source.date != other.date:
            said = f"{other.path} was dated {source.date or 'unknown'} and is dated {other.date or 'unknown'}"
            found.append(Change("date", said, other.path, was=source.date, now=other.date))
    taken = set(renamed.values())
    for source in now.sources:
        if source.id not in old and source.id not in taken:
            gained = sum(hit.document == source.id for hit in now.hits)
            said = f"{source.path} is new, with {_count(gained, 'hit')}"
            found.append(Change("new" if gained else "documents", said, source.path))
    return tuple(found)


def _follow(before: Snapshot, renamed: Mapping[str, str]) -> Snapshot:
    """`before` with the names that documents have today."""

    def name(document: str) -> str:
        return renamed.get(document, document)

    return attrs.evolve(
        before,
        sources=tuple(attrs.evolve(s, id=name(s.id)) for s in before.sources),
        hits=tuple(attrs.evolve(h, document=name(h.document)) for h in before.hits),
        cards=tuple(attrs.evolve(c, documents=(name(c.documents[0]), name(c.documents[1]))) for c in before.cards),
    )


def _hits(before: Snapshot, now: Snapshot, cause: _Cause) -> list[Change]:
    old, new = {hit.key: hit for hit in before.hits}, {hit.key: hit for hit in now.hits}
    # documents that came or went are told as such, with how many hits they took along
    both = {s.id for s in before.sources} & cause.paths.keys()
    gone = [hit for key, hit in old.items() if key not in new and hit.document in both]
    come = [hit for key, hit in new.items() if key not in old and hit.document in both]
    found = []
    for left, right in _edited(gone, come):
        gone.remove(left)
        come.remove(right)
        said = f"{right.theme}: a sentence has other words: {_quoted(left.quote)} is {_quoted(right.quote)}"
        found.append(_of("edited", said, right, cause, left.quote))
    for hit in come:
        found.append(_of("new", f"{hit.theme}: new hit {_quoted(hit.quote)}", hit, cause))
    for hit in gone:
        found.append(_of("removed", f"{hit.theme}: a hit is gone: {_quoted(hit.quote)}", hit, cause))
    for key in old.keys() & new.keys():
        found += _same(old[key], new[key], cause)
    return sorted(found, key=lambda c: (c.document, c.theme, c.at, c.line))


def _same(before: Found, now: Found, cause: _Cause) -> list[Change]:
    """What else differs of one sentence."""
    if settled(before.band, now.band, now.score) != before.band:
        said = f"{now.theme}: {_quoted(now.quote)} was {before.band} and is {now.band}"
        return [_of("band", said, now, cause)]
    if before.rule != now.rule:
        said = f"{now.theme}: {_quoted(now.quote)} is carried by other phrases of the codebook"
        return [_of("rule", said, now, cause)]
    return []


def _of(kind: str, said: str, hit: Found, cause: _Cause, was: str = "") -> Change:
    now = "" if kind == "removed" else hit.quote
    was = hit.quote if kind == "removed" else was
    path = cause.paths[hit.document]
    kind, said = cause.of(kind, said, [path])
    return Change(kind, said, path, hit.line, hit.theme, was, now)


def _edited(gone: Sequence[Found], come: Sequence[Found]) -> list[tuple[Found, Found]]:
    """Lost and new sentences of one document and theme that are one sentence edited, the most alike first."""
    pairs = []
    for left in gone:
        for right in come:
            if (left.theme, left.document) == (right.theme, right.document):
                # a baseline has the first words only
                first = left.quote.removesuffix("…")
                likeness = fuzz.ratio(first, right.quote if first == left.quote else right.quote[: len(first)])
                if likeness >= LIKE:
                    pairs.append((-likeness, left.key, right.key, left, right))
    found: list[tuple[Found, Found]] = []
    for _, _, _, left, right in sorted(pairs, key=lambda p: p[:3]):
        if all(left is not a and right is not b for a, b in found):
            found.append((left, right))
    return found


def _cards(before: Snapshot, now: Snapshot, cause: _Cause, told: frozenset[str]) -> list[Change]:
    """Cards between documents that both were there; which of many cards are kept moves with every document."""
    paths = cause.paths
    both = {s.id for s in before.sources} & paths.keys()
    old = {card.key: card for card in before.cards if both.issuperset(card.documents)}
    new = {card.key: card for card in now.cards if both.issuperset(card.documents)}
    found = []
    for key in sorted(old.keys() | new.keys()):
        card = new.get(key) or old[key]
        where = [paths[d] for d in card.documents]
        what = f"{card.theme or card.kind}: {where[0]} and {where[1]}"
        kind = ""
        if key not in old or key not in new:
            # a card comes or goes with its sentences; where none of both documents changed, only its rank did
            if told.isdisjoint(where) and not cause.book and not cause.versions:
                continue
            kind = "card-removed" if key in old else "card-new"
            said = f"{what} are side by side {'no longer' if key in old else 'now'}"
        elif settled(old[key].band, card.band, card.score) != old[key].band:
            kind, said = "card-band", f"{what}: their card was {old[key].band} and is {card.band}"
        if kind:
            found.append(Change(*cause.of(kind, said, where), where[1], 0, card.theme))
    return found


def find_card(cards: Iterable[Card], theme: str, documents: Sequence[str]) -> Card | None:
    """The card of `theme` with both `documents`."""
    wanted = set(documents)
    return next((card for card in cards if card.theme == theme and set(card.documents) == wanted), None)


def _quoted(quote: str, most: int = 80) -> str:
    short = quote if len(quote) <= most else quote[: most - 1].rstrip() + "…"
    return f"“{short}”"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
