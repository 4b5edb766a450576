"""Bare surnames and lone given names: whom of the people of its document, or of public life, one means.

A bare surname belongs to the one full name with that surname in its document; of several, to the one whom the title of
courtesy leaves ("Mrs. Clinton") or who is in office that day; without a full name, to the person whom the gazetteer
allows on that day. Else it stays an actor of its own, in its own document. A family ("the Clintons") is everybody of
that surname whom the document names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from xref import fold
from xref.gazetteer import Entry, given_of, holds, singulars, surname_of
from xref.match.full import surname
from xref.match.given import compare_given
from xref.match.known import Identity, Known
from xref.match.mentions import Named
from xref.model import Document, Mention, Office

DOUBTFUL = frozenset(
    {"former", "ex", "late", "elder", "older", "younger", "onetime", "ex-president", "then", "elect", "designate"}
)
DEPUTIES = frozenset({"vice", "deputy", "under", "assistant"})
WOMEN = frozenset(
    "mrs ms miss mme madame lady dame queen princess baroness countess chairwoman congresswoman spokeswoman".split()
)
MEN = frozenset("mr messrs sir lord king prince baron count chairman congressman spokesman monsieur".split())


@attrs.frozen
class _Page:
    """Whom one document names in full."""

    document: Document
    known: Known
    surnames: Mapping[str, Mapping[Identity, None]]
    """surname → people, in the order of the text"""
    given: Mapping[str, Mapping[Identity, None]]
    """first given name → people"""
    titles: Mapping[Identity, frozenset[str]]
    """words of the titles that stand before a person's full name"""


def find_bare_names(
    inside: Sequence[Named], identities: Mapping[Mention, Identity], known: Known, document: Document
) -> dict[Mention, tuple[Identity, ...]]:
    """Identities of the bare names of one document: one each, several for a family."""
    bare = [item for item in inside if item.mention not in identities]
    sure = {item.mention: identity for item in bare if (identity := _by_office(item, known, document))}
    page = _read_page(inside, {**identities, **sure}, known, document)
    found: dict[Mention, tuple[Identity, ...]] = {}
    for item in bare:
        family = _family(item, page)
        found[item.mention] = family or (sure.get(item.mention) or _meant(item, page),)
    return found


def by_initials(item: Named, known: Known, document: Document) -> Identity | None:
    """The known person whom a bare surname would mean that day, when the initials before it agree: "V.V. Putin"."""
    bearer = known.gazetteer.bearer(surname_of(item.said), document.day) if item.initials else None
    agrees = bearer and compare_given(given_of(item.said), given_of(bearer.name)) == "initial"
    return known.row(bearer) if bearer and agrees else None


def _read_page(
    inside: Sequence[Named], identities: Mapping[Mention, Identity], known: Known, document: Document
) -> _Page:
    surnames: dict[str, dict[Identity, None]] = defaultdict(dict)
    given: dict[str, dict[Identity, None]] = defaultdict(dict)
    titles: dict[Identity, frozenset[str]] = defaultdict(frozenset)
    for item in inside:
        identity = identities.get(item.mention)
        if identity is None or item.kind != "person":
            continue
        key = fold.key(item.joint) if item.joint else item.key
        for name in (surname(key), key.split()[-1]):
            surnames[name][identity] = None
        if " " in key:
            given[key.split()[0]][identity] = None
            titles[identity] |= item.courtesy
    return _Page(document, known, surnames, given, titles)


def _family(item: Named, page: _Page) -> tuple[Identity, ...]:
    """Everybody of a surname that stands in the plural behind "the"; none when it is no plural of one."""
    if not item.family or item.key in page.surnames:
        return ()
    return next((tuple(page.surnames[name]) for name in singulars(item.key) if page.surnames.get(name)), ())


def _meant(item: Named, page: _Page) -> Identity:
    own = Identity(f"person {item.key} in {page.document.id}", "found", "person")
    people = list(page.surnames.get(item.key) or page.given.get(item.key) or ())
    if not people:
        return _alone(item, page.known, page.document) or own
    if len(people) > 1:
        people = _of_sex(item, people, page)
    if len(people) > 1:
        people = [who for who in people if page.document.day and any(holds(o, page.document.day) for o in who.offices)]
    return people[0] if len(people) == 1 and not _rival(item, people[0], page) else own


def _of_sex(item: Named, people: Sequence[Identity], page: _Page) -> list[Identity]:
    """The people whom "Mrs." or "Mr." can mean, by their titles elsewhere and their given names."""
    wanted, other = (WOMEN, MEN) if item.courtesy & WOMEN else (MEN, WOMEN)
    if not item.courtesy & wanted:
        return list(people)
    names = page.known.gazetteer.men if wanted is WOMEN else page.known.gazetteer.women
    return [who for who in people if not (page.titles.get(who, frozenset()) & other or _first_name(who) & names)]


def _first_name(identity: Identity) -> frozenset[str]:
    """The first given name of a person, folded; empty when only a surname or an initial is known."""
    said = identity.name or identity.key.removeprefix("person ")
    return frozenset(given_of(said)[:1])


def _rival(item: Named, identity: Identity, page: _Page) -> bool:
    """Whether a bare surname may as well mean somebody who is in office that day and not named in full."""
    day = page.document.day
    gazetteer = page.known.gazetteer
    serving = [entry for entry in gazetteer.bearers(item.key, day) if day and _serves(entry.offices, page.document)]
    if not serving or page.known.row(serving[0]) == identity:
        return False
    # "Mrs. Reagan" is not the president
    return bool(_of_sex(item, [page.known.row(serving[0])], page)) or not item.courtesy & (WOMEN | MEN)


def _serves(offices: Iterable[Office], document: Document) -> bool:
    return document.day is not None and any(holds(office, document.day) for office in offices)


def _alone(item: Named, known: Known, document: Document) -> Identity | None:
    """Whom a bare surname means when its document has no full name for it."""
    listed = known.spelt(item.mention.text, "person")
    if listed and listed.known == "codebook":
        return listed
    bearer = known.gazetteer.bearer(item.mention.text, document.day)
    words = set(fold.key(item.title).replace("-", " ").split())
    if bearer and bearer.offices and "president" in words:
        # a president or vice president of this surname who is not this person
        bearer = bearer if any(_same_office(words, "president", office) for office in bearer.offices) else None
    if bearer and _wrong_sex(item, bearer, known):
        return None
    return known.row(bearer) if bearer else None


def _wrong_sex(item: Named, bearer: Entry, known: Known) -> bool:
    first = frozenset(given_of(bearer.name)[:1])
    return bool(
        (item.courtesy & WOMEN and first & known.gazetteer.men)
        or (item.courtesy & MEN and first & known.gazetteer.women)
    )


def _by_office(item: Named, known: Known, document: Document) -> Identity | None:
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
