"""Mentions of all documents grouped into actors: the codebook and the gazetteer first, then what is printed.

A bare surname belongs to the one full name with that surname in its document; without one, to the person whom the
gazetteer allows on that day; else it stays an actor of its own, in its own document. Full names of several documents
are one actor when surname and given names agree (listed spellings count as agreeing) and nobody else fits as well.
Likeness of spelling never joins: it proposes (merges.py).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from xref import fold
from xref.gazetteer import Gazetteer, holds, load_gazetteer, surname_of
from xref.match.given import compare_given
from xref.match.known import Identity, Known
from xref.match.merges import propose_merges
from xref.model import Actor, Claim, Codebook, Document, Mention, Merge, Office

PARTICLES = frozenset({"de", "del", "van", "von", "der", "den", "bin", "ibn", "al", "la", "le", "di", "da"})
DOUBTFUL = frozenset({"former", "ex", "late", "elder", "older", "younger", "onetime", "ex-president"})

DEPUTIES = frozenset({"vice", "deputy", "under", "assistant"})


@attrs.frozen
class _Named:
    """One mention with what its document says."""

    mention: Mention
    document: str
    kind: str
    title: str
    after: str
    """the next word, folded"""

    @property
    def key(self) -> str:
        return fold.key(self.mention.text)

    @property
    def full(self) -> bool:
        return len(self.mention.text.split()) > 1


def find_actors(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    codebook: Codebook,
    gazetteer: Gazetteer | None = None,
) -> tuple[tuple[Actor, ...], tuple[Merge, ...]]:
    """Everybody whom the `claims` name, most mentioned first, and the spellings that may be one person's.

    Without `gazetteer` the one that ships is asked. Raises KeyError when a claim's document is not among `documents`.
    """
    named = [item for claim in claims for item in _named(claim, documents[claim.document])]
    known = Known(codebook, gazetteer or load_gazetteer())
    identities = _full_names(named, known)
    by_document: dict[str, list[_Named]] = defaultdict(list)
    for item in named:
        by_document[item.document].append(item)
    for document, inside in by_document.items():
        identities |= _bare_names(inside, identities, known, documents[document])
    groups: dict[Identity, list[_Named]] = defaultdict(list)
    for item in named:
        groups[identities[item.mention]].append(item)
    actors = [_actor(identity, items) for identity, items in groups.items()]
    ordered = tuple(sorted(actors, key=lambda actor: (-len(actor.mentions), actor.name, actor.id)))
    return ordered, propose_merges(ordered, known.gazetteer)


def _named(claim: Claim, document: Document) -> Iterable[_Named]:
    for name in claim.names:
        words = " ".join(name.span.of(document.text).split())
        after = document.text[name.span.end : name.span.end + 40].split(maxsplit=1)
        yield _Named(
            Mention(claim.id, name.span, words),
            claim.document,
            name.kind,
            name.title,
            after[0].casefold() if after else "",
        )


def _full_names(named: Sequence[_Named], known: Known) -> dict[Mention, Identity]:
    """Identities of all mentions but bare surnames."""
    identities = {}
    strangers: dict[str, list[str]] = defaultdict(list)
    for item in named:
        if item.kind == "person" and not item.full:
            continue
        identity = known.spelt(item.mention.text, item.kind)
        if identity is None and item.kind == "person" and item.key not in strangers[_surname(item.key)]:
            strangers[_surname(item.key)].append(item.key)
        identities[item.mention] = identity or Identity(f"{item.kind} {item.key}", "found", item.kind)
    joined: dict[str, Identity] = {}
    for surname, keys in strangers.items():
        joined |= _join(surname, keys, known)
    return {mention: joined.get(identity.key, identity) for mention, identity in identities.items()}


def _join(surname: str, keys: Sequence[str], known: Known) -> dict[str, Identity]:
    """Full names of one surname to the row, or to the other spelling, that alone agrees with them."""
    joined: dict[str, Identity] = {}
    left: list[str] = []
    rows = known.gazetteer.surnames.get(surname, ())
    for key in keys:
        fitting = [row for row in rows if _agree(key, fold.key(row.name)) == "same"]
        if len(fitting) == 1:
            joined[f"person {key}"] = known.row(fitting[0])
        else:
            left.append(key)
    for key in left:
        friends = [other for other in left if other == key or _agree(key, other) == "same"]
        if all(a == b or _agree(a, b) == "same" for a in friends for b in friends):
            joined[f"person {key}"] = Identity(f"person {min(friends)}", "found", "person")
    return joined


def _bare_names(
    inside: Sequence[_Named], identities: Mapping[Mention, Identity], known: Known, document: Document
) -> dict[Mention, Identity]:
    """Identities of the bare surnames, and lone given names, of one document."""
    surnames: dict[str, dict[Identity, None]] = defaultdict(dict)
    given: dict[str, dict[Identity, None]] = defaultdict(dict)
    bare = [item for item in inside if item.mention not in identities]
    for item in inside:
        identity = identities.get(item.mention)
        if identity and item.kind == "person":
            given[item.key.split()[0]][identity] = None
            for surname in (_surname(item.key), item.key.split()[-1]):
                surnames[surname][identity] = None
    sure = {item.mention: identity for item in bare if (identity := _by_office(item, known, document))}
    for item in bare:
        if item.mention in sure:
            surnames[item.key][sure[item.mention]] = None
    found = {}
    for item in bare:
        people = list(surnames.get(item.key) or given.get(item.key) or ())
        own = Identity(f"person {item.key} in {document.id}", "found", "person")
        if people:
            meant = people[0] if len(people) == 1 and not _rival(item, people[0], known, document) else own
        else:
            meant = _alone(item, known, document) or own
        found[item.mention] = sure.get(item.mention, meant)
    return found


def _rival(item: _Named, identity: Identity, known: Known, document: Document) -> bool:
    """Whether a bare surname may as well mean somebody who is in office that day and not named in full."""
    day = document.day
    bearers = known.gazetteer.bearers(item.key, day) if day else ()
    serving = [entry for entry in bearers if day and any(holds(office, day) for office in entry.offices)]
    return bool(serving) and known.row(serving[0]) != identity


def _alone(item: _Named, known: Known, document: Document) -> Identity | None:
    """Whom a bare surname means when its document has no full name for it."""
    listed = known.spelt(item.mention.text, "person")
    if listed and listed.known == "codebook":
        return listed
    bearer = known.gazetteer.bearer(item.mention.text, document.day)
    words = set(fold.key(item.title).replace("-", " ").split())
    if bearer and bearer.offices and "president" in words:
        # a president or vice president of this surname who is not this person
        bearer = bearer if any(_same_office(words, "president", office) for office in bearer.offices) else None
    return known.row(bearer) if bearer else None


def _by_office(item: _Named, known: Known, document: Document) -> Identity | None:
    """Whom "Secretary Clinton" or "the Bush administration" means on the document's day."""
    day = document.day
    words = set(fold.key(item.title).replace("-", " ").split())
    if day is None or words & DOUBTFUL:
        return None
    head = fold.key(item.title).rsplit(" ", 1)[-1].rstrip("s")
    ruler = head == "president" and not words & DEPUTIES
    if ruler or (not head and item.after.startswith(("administration", "presidency"))):
        entry = known.gazetteer.last_president(item.mention.text, day)
        return known.row(entry) if entry else None
    serving = [
        entry
        for entry in known.gazetteer.bearers(item.mention.text, day)
        if head and any(holds(office, day) and _same_office(words, head, office) for office in entry.offices)
    ]
    return known.row(serving[0]) if len(serving) == 1 else None


def _same_office(words: set[str], head: str, office: Office) -> bool:
    """Whether a printed title can be this office: same head, and a deputy only when both are."""
    listed = set(fold.key(office.title).split())
    return head in listed and words & DEPUTIES == listed & DEPUTIES


def _actor(identity: Identity, items: Sequence[_Named]) -> Actor:
    forms = sorted({item.mention.text for item in items})
    # the fullest form, in ordinary capitals where there is a choice; the first of equals
    name = identity.name or min(forms, key=lambda form: (form.isupper(), -len(form.split()), -len(form), form))
    digest = hashlib.sha256(f"{identity.kind}\n{identity.key}".encode()).hexdigest()
    return Actor(
        id=f"a-{digest[:8]}",
        name=name,
        kind=identity.kind,
        variants=tuple(forms),
        mentions=tuple(item.mention for item in items),
        known=identity.known,
        offices=identity.offices,
    )


def _surname(key: str) -> str:
    return surname_of(key, PARTICLES)


def _agree(left: str, right: str) -> str:
    a, b = (key.split()[: -len(_surname(key).split())] for key in (left, right))
    return compare_given(a, b) if a and b else ""
