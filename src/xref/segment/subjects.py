"""The noun phrase that a verb has as its subject: right before it, over commas and adverbials, behind it, or shared.

Shapes of news prose (Quirk et al. 1985, 10.2-10.6 and 17.65-17.93): "X said", "X on Friday said", "X, who ..., said",
"X, the Y of Z, said", "said X, the Y of Z", "X praised A and said", "X left, saying".
"""

from __future__ import annotations

import attrs

from xref.segment.adverbials import skip_back
from xref.segment.grammar import Words
from xref.segment.nonnames import word_set
from xref.segment.phrases import BARE_REPORTERS, after_preposition, core_start, opens_clause, phrase_end, phrase_start

_COMMAS = 45
"""words looked through for the comma that opens what stands between a source and its verb"""
_OFFICES = word_set(
    "chairman chairwoman president director head leader spokesman spokeswoman spokesperson professor founder chief"
    " author executive secretary former editor co-founder senior vice deputy host governor mayor senator"
)
"""words that open an apposition without an article ("said Ann Lee, director of the port")"""
_CLOSING = ",.;:-()QSCPTHAGW"


@attrs.frozen
class Phrase:
    """A noun phrase by the words of its sentence."""

    first: int
    """first word"""
    head: int
    """one past the last word before an apposition or relative clause"""
    last: int
    """one past the last word of all"""


def subject_before(words: Words, end: int) -> Phrase | None:
    """The subject of the verb that begins at word `end`, standing before it; adverbials between them are left out."""
    n = skip_back(words, end)
    if n <= 0:
        return None
    tag = words.tags[n - 1]
    if tag == ")":
        opening = words.tags.rfind("(", 0, n)
        inner = subject_before(words, opening) if opening > 0 else None
        return attrs.evolve(inner, last=n) if inner and inner.last == opening else inner
    if tag == ",":
        return _over_commas(words, n - 1) or _before_stray_comma(words, n - 1)
    if tag == "-":
        dash = words.tags.rfind("-", max(0, n - 1 - _COMMAS), n - 1)
        return _host(words, dash, n) if dash > 0 else None
    start = phrase_start(words, n)
    return None if start is None else Phrase(start, _head_end(words, start, n), n)


def _over_commas(words: Words, comma: int) -> Phrase | None:
    """The subject before what the comma at `comma` closes: apposition, relative clause, participle, adverbial."""
    best: Phrase | None = None
    at = comma
    while at > max(0, comma - _COMMAS):
        at = words.tags.rfind(",", 0, at)
        if at <= 0 or any(tag in ";:" for tag in words.tags[at:comma]):
            break
        if not between(words, at + 1, comma):
            if best:
                break
            continue
        host = _host(words, at, comma)
        if host is None:
            if best:
                break
            continue
        best = host
        if host.first == 0 or words.tags[host.first - 1] != ",":
            break
    return best


def _before_stray_comma(words: Words, comma: int) -> Phrase | None:
    """The subject that opens the sentence, though a comma wrongly parts it from its verb ("Ann Lee of Bath, says")."""
    end = skip_back(words, comma)
    start = phrase_start(words, end)
    return Phrase(start, _head_end(words, start, end), end) if start == 0 else None


def _host(words: Words, at: int, closing: int) -> Phrase | None:
    """The subject that ends at word `at`, with what stands between it and `closing` when that describes it."""
    n = skip_back(words, at)
    if n > 0 and words.tags[n - 1] == ")":
        n = words.tags.rfind("(", 0, n)
    start = phrase_start(words, n) if n > 0 else None
    if start is None or not opens_clause(words, start) or set(words.tags[start:n]) == {"B"}:
        return None
    if after_preposition(words, start):
        # "After the match, X, the coach of Y, said"
        return None
    describes = n == at and words.tags[at + 1] not in "PSA" and words.tags[at + 1] not in "GE"
    return Phrase(start, _head_end(words, start, n), closing if describes else n)


def between(words: Words, first: int, last: int) -> bool:
    """Whether the words between two commas can stand between a subject and its verb."""
    if first >= last:
        return False
    tag, low = words.tags[first], words.low[first]
    if tag == "W":
        return low in ("who", "whose", "which", "where", "whom", "when")
    if tag in "PASGEJQN":
        return True
    if tag == "C":
        return not _finite_inside(words, first, last)
    if tag in "DOKBY":
        return not _finite_inside(words, first, last)
    return False


def _finite_inside(words: Words, first: int, last: int) -> bool:
    """Whether a verb with a subject of its own stands there, relative clauses aside."""
    for n in range(first, last):
        if words.tags[n] in "WH":
            return False
        if words.tags[n] in "XMVL" and words.low[n] not in ("being", "been", "be", "having"):
            return True
    return False


def _head_end(words: Words, start: int, end: int) -> int:
    """Where the phrase's own words end before a relative clause ("people | who know him")."""
    for n in range(start + 1, end):
        if words.tags[n] == "W" or (words.tags[n] == "H" and words.tags[n - 1] in "OK"):
            return n
    return end


def subject_after(words: Words, start: int, *, parted: bool = False) -> Phrase | None:
    """The subject behind its verb ("said X, the Y of Z"), from word `start`.

    `parted` says that an apposition must end with a comma, since a clause follows ("According to X, Y left").
    """
    head = phrase_end(words, start)
    if head is None:
        return None
    last = head
    for _ in range(3):
        if last < len(words) and words.tags[last] == "(":
            closing = words.tags.find(")", last)
            last = closing + 1 if closing > 0 else last
        if last + 1 >= len(words) or words.tags[last] != ",":
            break
        described = _described_until(words, last + 1)
        if described is None or (parted and words.tags[described : described + 1] != ","):
            break
        last = described
    return Phrase(start, head, last)


def _described_until(words: Words, first: int) -> int | None:
    """Where an apposition or relative clause that begins at `first` ends; None when something else begins there."""
    if words.low[first] in ("who", "whose"):
        n = first
        while n < len(words) and words.tags[n] not in ",;.Q-:":
            n += 1
        return n
    if words.tags[first] not in "DKB" and not (words.tags[first] == "O" and words.low[first] in _OFFICES):
        return None
    end = phrase_end(words, first) if words.tags[first] != "B" else first + 1
    while end is not None and end < len(words) and words.tags[end] in "PW":
        if words.tags[end] == "W" and words.low[end] not in ("who", "whose", "which"):
            break
        further = phrase_end(words, end + 1)
        if words.tags[end] == "W":
            while end < len(words) and words.tags[end] not in ",;.Q-:":
                end += 1
            break
        if further is None:
            break
        end = further
    closes = end is not None and (
        end >= len(words) or words.tags[end] in (_CLOSING if words.tags[first] == "D" else ",.;)")
    )
    return end if closes else None


def subject_shared(words: Words, at: int) -> Phrase | None:
    """The subject of the clause that word `at` goes on with ("X praised A and said", "X left, saying")."""
    found: Phrase | None = None
    for n in range(1, at):
        if words.tags[n] not in "XMVEL" or words.tags[n - 1] in "XMVELT":
            continue
        subject = subject_before(words, n)
        if subject is None:
            continue
        before = words.tags[subject.first - 1] if subject.first else "."
        if before in "SHWPT" or words.tags[subject.first] == "W":
            continue
        if subject.first and words.low[subject.first - 1] in BARE_REPORTERS:
            continue
        if found is None or before in ",;.:-QC":
            found = subject
    return found


def relative_subject(words: Words, at: int) -> Phrase | None:
    """Whom "who" at word `at` means: the noun phrase before it."""
    n = at
    if n > 0 and words.tags[n - 1] == ",":
        n -= 1
    if n > 0 and words.tags[n - 1] == ")":
        n = words.tags.rfind("(", 0, n)
    start = phrase_start(words, n) if n > 0 else None
    if start is None:
        start = core_start(words, n) if n > 0 else None
    if start is None:
        return None
    if n - start > 2 and words.tags[start - 1 : start] != ",":
        # the nearest noun, not the whole chain: "the son of a man who ..."
        near = core_start(words, n)
        start = near if near is not None and words.tags[n - 1] == "K" else start
    return Phrase(start, n, n)
