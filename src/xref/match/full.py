"""Full names: which of them, in one document or in several, are one person.

The codebook and the gazetteer are asked first. Full names of several documents are one actor when surname and given
names agree (listed spellings count as agreeing) and nobody else fits as well. Within one document more is safe, since
writers introduce people once: a surname of several words, initials, or a short form of the given name ("Ted Kennedy")
belongs to the one full name there that agrees (AP Stylebook, "names": full name first, then the surname).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from xref import fold
from xref.gazetteer import given_of, surname_of
from xref.match.given import compare_given
from xref.match.known import Identity, Known
from xref.match.mentions import PARTICLES, Named
from xref.model import Mention

GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))


def find_full_names(named: Sequence[Named], known: Known) -> dict[Mention, Identity]:
    """Identities of all mentions but bare surnames, as they hold in every document."""
    identities = {}
    strangers: dict[str, list[str]] = defaultdict(list)
    for item in named:
        if item.kind == "person" and not item.full:
            continue
        identity = known.spelt(item.said, item.kind)
        if identity is None and item.kind == "person" and item.key not in strangers[surname(item.key)]:
            strangers[surname(item.key)].append(item.key)
        identities[item.mention] = identity or Identity(f"{item.kind} {item.key}", "found", item.kind)
    joined: dict[str, Identity] = {}
    for name, keys in strangers.items():
        joined |= _join(name, keys, known)
    return {mention: joined.get(identity.key, identity) for mention, identity in identities.items()}


def name_partners(
    inside: Sequence[Named], identities: Mapping[Mention, Identity], known: Known
) -> dict[Mention, Identity]:
    """Given names of couples, "Tony and Cherie Blair": somebody known by that full name is meant, there or at large.

    "Michelle and Jill Biden" need not be two Bidens.
    """
    here = {item.key: identities[item.mention] for item in inside if item.full and item.mention in identities}
    found = {}
    for item in inside:
        meant = here.get(fold.key(item.joint)) or known.spelt(item.joint, "person") if item.joint else None
        if meant:
            found[item.mention] = meant
    return found


def _join(name: str, keys: Sequence[str], known: Known) -> dict[str, Identity]:
    """Full names of one surname to the row, or to the other spelling, that alone agrees with them."""
    joined: dict[str, Identity] = {}
    left: list[str] = []
    rows = known.gazetteer.surnames.get(name, ())
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


def join_within(
    inside: Sequence[Named], identities: Mapping[Mention, Identity], known: Known
) -> dict[Mention, Identity]:
    """The full names of one document that are short for another one there, each to that one's identity."""
    forms: dict[Identity, set[str]] = defaultdict(set)
    for item in inside:
        identity = identities.get(item.mention)
        if identity and item.kind == "person":
            forms[identity] |= {item.key, *([fold.key(identity.name)] if identity.name else [])}
    near: dict[str, dict[Identity, None]] = defaultdict(dict)
    for identity, keys in forms.items():
        for key in keys:
            near[key.split()[-1]][identity] = near[surname(key)][identity] = None
    meant: dict[Identity, Identity] = {}
    for identity in sorted(forms, key=lambda i: (_rank(i, forms), i.key)):
        if identity.known != "found":
            continue
        others = {other: None for key in forms[identity] for other in (*near[key.split()[-1]], *near[surname(key)])}
        fuller = [
            other
            for other in others
            if other != identity
            and _rank(other, forms) > _rank(identity, forms)
            and any(_short_for(key, whole, known) for key in forms[identity] for whole in forms[other])
        ]
        if len(fuller) == 1:
            meant[identity] = fuller[0]
    return {
        item.mention: target
        for item in inside
        if (identity := identities.get(item.mention)) and (target := _last(identity, meant)) != identity
    }


def _last(identity: Identity, meant: Mapping[Identity, Identity]) -> Identity:
    """Where a chain of short forms ends; each step leads to a fuller name, so that it ends."""
    while identity in meant:
        identity = meant[identity]
    return identity


def _rank(identity: Identity, forms: Mapping[Identity, set[str]]) -> tuple[bool, int]:
    """Known people before others, then by the letters of the given names: what is short points to what is full."""
    given = max((sum(len(part.strip(".")) for part in given_of(key, PARTICLES)) for key in forms[identity]), default=0)
    return identity.known != "found", given


def _short_for(key: str, whole: str, known: Known) -> bool:
    """Whether the folded name `key` is the end of `whole`, or has initials or a short form of its given name."""
    words, long = key.split(), whole.split()
    if len(words) < len(long) and long[-len(words) :] == words and words[0] not in known.gazetteer.given:
        return True
    if surname(key) != surname(whole) or _generation(key) - _generation(whole):
        return False
    return compare_given(given_of(key, PARTICLES), given_of(whole, PARTICLES)) in ("initial", "short")


def _generation(key: str) -> frozenset[str]:
    return GENERATIONS & frozenset(word.strip(".,") for word in key.split())


def surname(key: str) -> str:
    """The surname of a full name, folded, particles included."""
    return surname_of(key, PARTICLES)


def _agree(left: str, right: str) -> str:
    a, b = given_of(left, PARTICLES), given_of(right, PARTICLES)
    return compare_given(a, b) if a and b and surname(left) == surname(right) else ""
