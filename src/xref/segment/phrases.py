"""Where a noun phrase begins and ends, looked at from the verb beside it.

Without a parser: a core (determiner, adjectives, nouns, names), what hangs on it with a preposition, a participle or
"who", and what "and" joins to it. The shapes are those of base noun phrases (Ramshaw and Marcus 1995) and of the
postmodifiers in Quirk et al. (1985, chapter 17).
"""

from __future__ import annotations

import re

from xref.segment.grammar import Words
from xref.segment.neighbours import QUANTITIES
from xref.segment.nonnames import word_set

_CORE = re.compile(
    # a pronoun; a determiner and quoted words; a noun with all that stands before it; a determiner alone
    r"[Rr]|D+Q(?![OKJ])|D*(?:A(?=[JOEGB])|[GEQ](?=[OKJ]))*[OKBJY]+(?:Q(?=[OKJ])[OKBJY]+)*|D+L?(?=[.,;:)CEXMVPTWHS]|$)"
)
_LINKS = word_set(
    "of in for from at with on to by near inside within between against behind under over about among around"
    " representing into like including outside across through during within"
)
MAX_LINKS = 8
"""postmodifiers followed from one head: longer chains are clauses whose boundary was missed"""
MAX_RELATIVE = 20
"""words looked through for the "who" of a relative clause"""
BARE_REPORTERS = word_set(
    "said says say saying think thinks thought believe believes believed know knows knew claim claims claimed adds"
    " added argues argued hope hopes hoped told tells insists insisted noted notes suggested suggests quoted quotes"
    " cited cites"
)


def core_start(words: Words, end: int) -> int | None:
    """First word of the bare noun phrase that ends before word `end`; None when no noun stands there."""
    n = end
    while n > 0 and (words.tags[n - 1] in "OKBJY" or (n < end and _inside(words.tags, n - 1))):
        n -= 1
    noun = n < end
    if n > 0 and words.tags[n - 1] == "D":
        n -= 1
        noun = noun or words.low[n] in QUANTITIES
        if n > 1 and words.tags[n - 1] == "Y":
            # "Lee's every word"
            return core_start(words, n)
        n -= n > 0 and words.low[n - 1] in ("all", "both", "half")
    elif noun and words.tags[n] == "Y":
        n += 1
    return n if noun and n < end else None


def _inside(tags: str, n: int) -> bool:
    """Whether quoted words or an adverb stand inside a noun phrase ("the “grand” plan", "an ever larger plan")."""
    before, after = tags[n - 1 : n], tags[n + 1]
    return (tags[n] == "Q" and before in ("D", "Y", "O", "J")) or (
        tags[n] == "A" and before in ("D", "Y") and after in "JO"
    )


def phrase_start(words: Words, end: int) -> int | None:
    """First word of the noun phrase, with all that hangs on it, that ends before word `end`."""
    if end <= 0:
        return None
    if words.tags[end - 1] == "R":
        return end - 1
    if words.tags[end - 1] == "r":
        # "one of them"
        return core_start(words, end - 2) if words.low[end - 2] == "of" else _relative_host(words, end)
    start = core_start(words, end)
    if start is None and words.tags[end - 1] == "E":
        # "a poll released", "figures to be published"
        start = _before_participle(words, end)
    for _ in range(MAX_LINKS):
        if start is None or start == 0:
            return start
        further = _further(words, start, end)
        if further is None:
            return start
        if further < 0:
            return _after_fronted(words, start, end)
        start = further
    return start


def _further(words: Words, start: int, end: int) -> int | None:
    """Where the phrase goes on to the left of `start`; None when it does not, -1 when a fronted phrase stands there."""
    tag, word = words.tags[start - 1], words.low[start - 1]
    if tag in "PT":
        head = core_start(words, start - 1)
        if head is not None and word in _LINKS:
            return head
        hung = _before_participle(words, start - 1)
        if hung is None and word == "with":
            # "with Ann Lee saying": a clause of its own
            return None
        if hung is None:
            hung = _relative_host(words, start)
        return hung if hung is not None else -1
    if tag == "G" and word not in BARE_REPORTERS:
        # "officials attending the rally"; after a past form a noun would be its object ("X praised the rally")
        return core_start(words, start - 1)
    if tag == "C" and word in ("and", "or", "&"):
        comma = words.tags[start - 2 : start - 1] == ","
        joined = core_start(words, start - 1 - comma)
        if joined is None or after_preposition(words, joined):
            return None
        if not opens_clause(words, joined, link=True) or set(words.tags[joined : start - 1]) <= {"B"}:
            return None
        # a comma before "and" belongs to a list, so that there is another one
        return joined if not comma or words.tags[joined - 1 : joined] == "," else None
    if tag == "," and end - start <= 4 and _listed(words, start, end):
        return core_start(words, start - 1)
    if tag in "VLXME" and word not in BARE_REPORTERS:
        return _relative_host(words, start)
    return None


def after_preposition(words: Words, start: int) -> bool:
    """Whether "before" or the like, read as a subordinator, stands before the phrase as its preposition."""
    return start > 0 and words.low[start - 1] in ("after", "before", "since", "until", "than")


def _listed(words: Words, start: int, end: int) -> bool:
    """Whether the comma before `start` parts a list ("Paris, Rome and Berlin"): names on both sides and an "and"."""
    return (
        end < len(words)
        and words.tags[end] == "C"
        and words.tags[start] == "K"
        and start >= 2
        and words.tags[start - 2] == "K"
    )


def _before_participle(words: Words, end: int) -> int | None:
    """The head of "people briefed on ...", "a report released by ...": the noun before a participle before `end`."""
    n = end
    while n > 0 and words.tags[n - 1] == "A":
        n -= 1
    if n >= 2 and words.tags[n - 1] in "EG" and words.low[n - 1] not in BARE_REPORTERS:
        planned = words.low[max(0, n - 3) : n - 1] == ("to", "be")
        return core_start(words, n - 3 if planned else n - 1)
    return None


def _relative_host(words: Words, end: int) -> int | None:
    """The noun phrase that a relative clause ending before `end` hangs on ("people who know him")."""
    for n in range(end - 1, max(0, end - MAX_RELATIVE), -1):
        if words.tags[n] in ",;:.Q":
            return None
        relative = words.low[n] in ("who", "whose", "which") or (words.tags[n] == "H" and words.tags[n - 1] in "OK")
        if relative:
            return phrase_start(words, n) if n and words.tags[n - 1] in "OKD" else None
    return None


def _after_fronted(words: Words, start: int, end: int) -> int | None:
    """The name after a phrase that leads in without a comma: "In recent interviews Trump said"."""
    n = end
    while n > start and words.tags[n - 1] == "K":
        n -= 1
    return n if start < n < end else None


def opens_clause(words: Words, start: int, *, link: bool = False) -> bool:
    """Whether a phrase that begins at `start` may be a subject: a clause begins there, or a reporting verb ends."""
    if start == 0 or words.tags[start] == "R":
        return True
    tag, word = words.tags[start - 1], words.low[start - 1]
    if tag in ",;:.-(QSHWCAZB" or word in BARE_REPORTERS:
        return True
    return link and tag in "PT"


def phrase_end(words: Words, start: int) -> int | None:
    """One past the last word of the noun phrase that begins at `start`, postmodifiers with "of" and "for" included."""
    n = _core_end(words, start)
    for _ in range(MAX_LINKS):
        if n is None or n + 1 >= len(words) or not _hangs(words, n):
            break
        further = _core_end(words, n + 1)
        if further is None:
            break
        n = further
    return n


_HANGING = word_set("of for from at with against behind near")
_WITH_TO = word_set("adviser advisor aide ambassador advisers advisors aides secretary counsel envoy close assistant")


def _hangs(words: Words, n: int) -> bool:
    """Whether word `n` hangs more on the noun before it."""
    tag, word, after = words.tags[n], words.low[n], words.tags[n + 1]
    if tag == "P":
        return word in _HANGING or (word == "in" and after == "K")
    if tag == "C":
        return word in ("and", "&") and words.tags[n - 1] != "Y"
    return tag == "T" and after in "DKO" and words.low[n - 1] in _WITH_TO


def _core_end(words: Words, start: int) -> int | None:
    match = _CORE.match(words.tags, start)
    if match is None or match.group() == "Q":
        return None
    if set(match.group()) == {"D"} and words.low[start] not in QUANTITIES:
        return None
    return match.end()
