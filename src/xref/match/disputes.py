"""Contradictions between sources: claims of different documents that answer one question differently.

Listed only when words in both claims decide both answers (positions.py) and both speak of one matter: the same theme,
the same words for the subject, and no word in what is denied that is missing in what is asserted: who denies that a
ferry sails on Sunday does not deny that it sails, but who denies that it sails denies that it sails on Sunday (negation
turns entailment round; Ladusaw 1979). Neither may speak of other days, and the days of publication must be near. Which
of the two holds is not said. De Marneffe, Rafferty and Manning (Finding contradictions in text, 2008) likewise ask
before anything else that both texts be about one event; of their types negation, antonymy and factuality are read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from xref.match.assertions import PAST
from xref.match.positions import Stated, read_positions
from xref.model import Claim, Contradiction, Document, Hit, Position
from xref.words import Word

EVENT_DAYS, STATE_DAYS = 31, 366
"""days between two documents in which a thing done, and a state or an announcement, is taken for the same one"""
LEAST_SHARED = 2
"""content words that both must share beyond what decides"""
NEED_SHARED, NEED_THEMES = 3, 2
"""words that two claims of need share; or else one of the theme's words, and so many more themes in both documents"""
MORE = 3
"""words by which what is asserted may be narrower than what is denied"""
MOST = 40
"""answers of one kind to one question that are compared, so that a common word does not square the work"""


def find_disputes(documents: Sequence[Document], claims: Sequence[Claim], hits: Sequence[Hit]) -> list[Contradiction]:
    """The contradictions in a corpus, by theme in the order of `hits`, then in order of time.

    `documents` are in order of time. A pair of claims is listed once, under the first theme both carry.
    """
    by_id = {claim.id: claim for claim in claims}
    order = {document.id: (number, document) for number, document in enumerate(documents)}
    asked: dict[tuple[str, ...], tuple[list[Stated], list[Stated]]] = {}
    for hit in hits:
        for stated in read_positions(by_id[hit.claim], hit):
            asked.setdefault((hit.theme, stated.kind, *stated.question), ([], []))[stated.yes].append(stated)
    themes: dict[str, set[str]] = {}
    for hit in hits:
        themes.setdefault(by_id[hit.claim].document, set()).add(hit.theme)
    found: dict[tuple[str, str], Contradiction] = {}
    for no, yes in asked.values():
        for one in no[:MOST]:
            for other in yes[:MOST]:
                left, right = sorted((one, other), key=lambda s: (order[s.claim.document][0], s.claim.span))
                a, b = (order[s.claim.document][1] for s in (left, right))
                if a.id == b.id or (a.digest and a.digest == b.digest) or not _in_time(left, right, a, b):
                    continue
                shared = _shared(one, other, len(themes[a.id] & themes[b.id]) - 1)
                if shared:
                    pairs = shared if left is one else [(y, x) for x, y in shared]
                    found.setdefault((left.claim.id, right.claim.id), _make((left, a), (right, b), pairs))
    return list(found.values())


def _make(
    left: tuple[Stated, Document], right: tuple[Stated, Document], shared: Sequence[tuple[Word, Word]]
) -> Contradiction:
    (one, a), (other, b) = left, right
    mark = "\x1f".join((one.kind, one.theme, one.claim.id, other.claim.id))
    digest = hashlib.sha256(mark.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    sides = [
        Position(
            s.claim.id, s.stance, " … ".join(" ".join(span.of(d.text).split()) for span in s.spans), s.spans, s.rule,
            tuple(sorted(pair[n].span for pair in shared)),
        )
        for n, (s, d) in enumerate((left, right))
    ]  # fmt: skip
    days = abs((b.day - a.day).days) if a.day and b.day else None
    words = tuple(dict.fromkeys(pair[0].text for pair in shared))
    return Contradiction("x-" + digest, one.kind, one.theme, (a.id, b.id), sides[0], sides[1], words, days)


def _in_time(left: Stated, right: Stated, a: Document, b: Document) -> bool:
    """Whether both can speak of one time.

    What was not done by a day may be done later, so a thing asserted must be printed no later than its denial. Whether
    the law asks for something stays the question through the years.
    """
    days = [[d.value for d in s.claim.dates if d.value] for s in (left, right)]
    if all(days) and not any(x.earliest <= y.latest and y.earliest <= x.latest for x in days[0] for y in days[1]):
        return False
    if left.kind == "need":
        return True
    if a.day is None or b.day is None:
        return False
    if left.kind == "polarity" and left.question[0] in PAST:
        ordered = a.day == b.day or left.yes
        return ordered and (b.day - a.day).days <= EVENT_DAYS
    return (b.day - a.day).days <= STATE_DAYS


def _shared(denied: Stated, asserted: Stated, themes: int) -> list[tuple[Word, Word]]:
    """The words that show one matter, on both sides; none when anything shows that there may be two.

    `themes` counts the further themes that both documents carry.
    """
    objects = _pairs(denied.object, asserted.object)
    if denied.kind == "need":
        # the subject of a need is the theme's words beside those that are needed
        themed = {*denied.subject, *asserted.subject}
        told = themes >= NEED_THEMES and any(not themed.isdisjoint(pair) for pair in objects)
        return objects if told or len(objects) >= NEED_SHARED else []
    subjects = _pairs(denied.subject, asserted.subject)
    if denied.kind != "report" and (not subjects or _extra(denied.subject, asserted.subject) or denied.beside):
        return []
    more = _extra(asserted.object, denied.object)
    if _extra(asserted.subject, denied.subject) or _extra(denied.object, asserted.object) or len(more) > MORE:
        return []
    if (denied.kind == "antonym" and (more or asserted.beside)) or any(_names(word) for word in more):
        return []
    found = subjects + objects
    return found if len(found) >= (LEAST_SHARED if denied.kind != "report" else NEED_SHARED) else []


def _extra(words: Sequence[Word], other: Sequence[Word]) -> list[Word]:
    """The words that the other side has not."""
    known = {_family(word) for word in other}
    return [word for word in words if _family(word) not in known]


def _names(word: Word) -> bool:
    return word.text[:1].isupper() or any(c.isdigit() for c in word.text)


def _pairs(a: Sequence[Word], b: Sequence[Word]) -> list[tuple[Word, Word]]:
    of = {_family(word): word for word in reversed(b)}
    first = {_family(word): word for word in reversed(a)}
    return [(word, of[family]) for family, word in sorted(first.items(), key=lambda f: f[1].span) if family in of]


def _family(word: Word) -> str:
    """The stem without what makes a noun of a verb: "agreement" is of "agree"."""
    return word.stem.removesuffix("ment").rstrip("e")
