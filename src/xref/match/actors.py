"""Mentions of all documents grouped into actors: the codebook and the gazetteer first, then what is printed.

Full names are read across documents (full.py), bare names within their own (bare.py). Likeness of spelling never joins:
it proposes (merges.py), and a person decides in the codebook.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

from xref.gazetteer import Gazetteer, load_gazetteer
from xref.match.bare import by_initials, find_bare_names
from xref.match.full import find_full_names, join_within, name_partners
from xref.match.known import Identity, Known
from xref.match.mentions import Named, name_mentions
from xref.match.merges import propose_merges
from xref.model import Actor, Claim, Codebook, Document, Mention, Merge


def find_actors(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    codebook: Codebook,
    gazetteer: Gazetteer | None = None,
) -> tuple[tuple[Actor, ...], tuple[Merge, ...]]:
    """Everybody whom the `claims` name, most mentioned first, and the spellings that may be one person's.

    Without `gazetteer` the one that ships is asked. Raises KeyError when a claim's document is not among `documents`.
    """
    named = [item for claim in claims for item in name_mentions(claim, documents[claim.document])]
    known = Known(codebook, gazetteer or load_gazetteer())
    everywhere = find_full_names(named, known)
    by_document: dict[str, list[Named]] = defaultdict(list)
    for item in named:
        by_document[item.document].append(item)
    groups: dict[Identity, list[Named]] = defaultdict(list)
    meant: dict[Mention, tuple[Identity, ...]] = {}
    for document, inside in by_document.items():
        meant |= _within(inside, everywhere, known, documents[document])
    for item in named:
        for identity in meant[item.mention]:
            groups[identity].append(item)
    actors = [_actor(identity, items) for identity, items in groups.items()]
    ordered = tuple(sorted(actors, key=lambda actor: (-len(actor.mentions), actor.name, actor.id)))
    return ordered, propose_merges(ordered, known.gazetteer, codebook.distinct)


def _within(
    inside: Sequence[Named], everywhere: Mapping[Mention, Identity], known: Known, document: Document
) -> dict[Mention, tuple[Identity, ...]]:
    """The identities of the mentions of one document."""
    full = {item.mention: everywhere[item.mention] for item in inside if item.mention in everywhere}
    full |= name_partners(inside, full, known)
    full |= join_within(inside, full, known)
    for item in inside:
        strange = item.kind == "person" and item.mention in full and full[item.mention].known == "found"
        if strange and (identity := by_initials(item, known, document)):
            full[item.mention] = identity
    bare = find_bare_names(inside, full, known, document)
    return {mention: (identity,) for mention, identity in full.items()} | bare


def _actor(identity: Identity, items: Sequence[Named]) -> Actor:
    forms = sorted({item.mention.text for item in items})
    # the fullest form, in ordinary capitals where there is a choice; the first of equals
    said = sorted({item.said for item in items})
    name = identity.name or min(said, key=lambda form: (form.isupper(), -len(form.split()), -len(form), form))
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
