"""What a claim asserts or denies for certain: a predicate, yes or no, with the words that decide it.

After FactBank (Sauri and Pustejovsky 2009) only certain facts and certain counterfacts are read (CT+, CT-): a claim
that holds a modal, a condition, a question, hope, doubt or an attempt anywhere is left out whole. A negation denies the
verb or adjective it stands before (the scope of not and never in Morante and Daelemans, ConanDoyle-neg, 2012); "not
only", "not yet", "not necessarily" deny nothing. Both sides of a question must use the same kind of verb: "is not
aimed" answers "is aimed", not "aimed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from xref.model import Claim, Span
from xref.words import STOP, Word, find_words

VERBS = {
    "is": "be", "are": "be", "isn't": "be", "aren't": "be", "was": "been", "were": "been", "wasn't": "been",
    "weren't": "been", "will": "will", "won't": "will", "can": "can", "can't": "can", "cannot": "can", "has": "did",
    "have": "did", "hasn't": "did", "haven't": "did", "does": "do", "do": "do", "doesn't": "do", "don't": "do",
    "did": "did", "didn't": "did",
}  # fmt: skip
"""auxiliary → kind; might, would and the like are none: what they carry is not certain"""
PAST = ("been", "did")
"""kinds that speak of what has happened, which may happen again"""
UNCERTAIN = re.compile(
    r"\b(?:if|whether|unless|may|might|could|would|should|must|ought|perhaps|maybe|possibl\w+|probabl\w+|likely|unlikely"
    r"|allegedly|reportedly|supposed\w*|hop(?:e|es|ed|ing)|want\w*|wish\w*|expect\w*|seem\w*|appear(?:s|ed)?|suggest\w*"
    r"|propos\w+|try|tries|tried|trying|fail\w*|refus\w+|doubt\w*|fear\w*|threaten\w*|unclear|until|except|almost"
    r"|nearly|hardly|barely|scarcely|otherwise|pretend\w*|imagin\w+|rumou?r\w*|instead|rather|once|neither|nor|no|nobody"
    r"|nothing|none|without|against|deny|denies|denied|denying|reject\w*|dismiss\w*|refut\w+|disput\w+|false|untrue)\b"
    r"|\?",
    re.I,
)
"""words beside which nothing is taken for certain"""
_PARTING = re.compile(
    r"[,;:!—–()\"“”]|\.(?=\s)|\b(?:and|but|or|while|which|who|although|though|because|since|as|than)\b", re.I
)
_SPARED = frozenset(
    "only just merely simply yet necessarily always all every so very quite much more even too entirely".split()
)
"""words after a negation with which it denies no predicate"""
_NEGATION = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b", re.I)
_PARTIAL = re.compile(
    r"\b(?:some|several|many|few|fewer|most|mostly|all|every|each|any|half|partly|part\s+of|others?|another|both|two|three"
    r"|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|certain|such|one\s+of|usually|often|sometimes|always|rarely"
    r"|seldom|again|now|currently|still|already|anymore|longer|today|temporarily|initially|originally)\b",
    re.I,
)
"""words that speak of a part, a number or a turn: "some ferries will" and "some will not" both hold"""
_BETWEEN = frozenset(("be", "been", "also"))
"""words that may stand between; adverbs may not: "not fully insured", "now insured" say something else"""
SUBJECT, OBJECT = 8, 10
"""words before and after the predicate that say of what it is said"""


@attrs.frozen
class Assertion:
    """One certain statement of a claim."""

    verb: str
    """kind of the auxiliary, a value of `VERBS`"""
    predicate: Word
    """the verb or adjective"""
    denied: bool
    """whether it is said not to hold"""
    spans: tuple[Span, ...]
    """the words that decide it, in the document: auxiliary, negation, predicate"""
    before: tuple[Word, ...]
    """content words of its clause before the auxiliary: the subject"""
    after: tuple[Word, ...]
    """content words of its clause after the predicate: the object"""


def is_certain(text: str) -> bool:
    """Whether no word of `text` makes it uncertain, and none denies."""
    return not UNCERTAIN.search(text) and not _NEGATION.search(text)


def read_assertions(claim: Claim) -> tuple[Assertion, ...]:
    """The certain statements of `claim` that an auxiliary carries, in order; none of an uncertain claim."""
    if UNCERTAIN.search(claim.text) or _PARTIAL.search(claim.text) or len(_NEGATION.findall(claim.text)) > 1:
        return ()
    words = [attrs.evolve(w, span=w.span.shift(claim.span.start)) for w in find_words(claim.text)]
    found = [*_carried(claim, words), *_past(claim, words)]
    # one negation in a claim denies its own predicate; what the claim says besides is not taken for certain
    denying = [each for each in found if each.denied]
    return tuple(denying if _NEGATION.search(claim.text) else found)


def _past(claim: Claim, words: Sequence[Word]) -> Iterator[Assertion]:
    """Verbs in the past behind their subject, without an auxiliary: "Okafor signed the lease"."""
    for at in range(1, len(words)):
        subject, word = words[at - 1], words[at]
        # a participle behind its noun: "the letter signed by"
        by = at + 1 < len(words) and words[at + 1].key == "by"
        if word.key.endswith("ed") and word.key not in STOP and subject.key not in STOP and not by:
            before = _clause(claim, words, range(at - 1, max(-1, at - 1 - SUBJECT), -1), word)
            if subject in before and not any(w.key in VERBS for w in words[max(0, at - SUBJECT) : at]):
                after = _clause(claim, words, range(at + 1, min(len(words), at + 1 + OBJECT)), word)
                yield Assertion("did", word, False, (word.span,), before, after)


def _carried(claim: Claim, words: Sequence[Word]) -> Iterator[Assertion]:
    for at, word in enumerate(words):
        kind = VERBS.get(word.key)
        if not kind:
            continue
        denied = word.key.endswith(("n't", "cannot"))
        place, cues = at + 1, [word.span]
        if place < len(words) and words[place].key in ("not", "never") and not denied:
            denied = True
            cues.append(words[place].span)
            place += 1
        while place < len(words) and words[place].key in _BETWEEN:
            place += 1
        if place >= len(words) or words[place].key in STOP | _SPARED | VERBS.keys():
            continue
        if words[place].key.endswith("ly"):
            continue
        if _parted(claim, word, words[place]):
            continue
        yield Assertion(
            kind, words[place], denied, (*cues, words[place].span),
            _clause(claim, words, range(at - 1, max(-1, at - 1 - SUBJECT), -1), word),
            _clause(claim, words, range(place + 1, min(len(words), place + 1 + OBJECT)), words[place]),
        )  # fmt: skip


def _clause(claim: Claim, words: Sequence[Word], places: range, edge: Word) -> tuple[Word, ...]:
    """The content words at `places`, as far as nothing parts them from `edge` and the same source says them."""
    found = []
    edge_at = words.index(edge)
    for at in places:
        if _parted(claim, words[at], edge) or not _told_together(claim, words[at].span, edge.span):
            break
        if words[at].key == "that":
            break
        if words[at].key in ("a", "an") and at < edge_at:
            # "a ferry" and "a ferry" may be two
            return ()
        if words[at].key not in STOP:
            found.append(words[at])
    return tuple(sorted(found, key=lambda w: w.span))


def _told_together(claim: Claim, one: Span, other: Span) -> bool:
    contents = [c for a in claim.attributions for c in a.content]
    cues = [span for a in claim.attributions for span in (a.source, a.cue, a.told, a.through) if span]
    same = all(c.holds(one) == c.holds(other) for c in contents)
    return same and not any(span.holds(one) for span in cues if not span.holds(other))


def _parted(claim: Claim, one: Word, other: Word) -> bool:
    a, b = sorted((one.span, other.span))
    return bool(_PARTING.search(claim.text, a.end - claim.span.start, b.start - claim.span.start))
