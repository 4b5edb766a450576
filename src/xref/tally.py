"""The words of each document, counted: what the stages ask of a whole corpus without reading all of it again.

How rare a word is, which documents are near to each other and which share a run of words: all this is counted over all
documents, but from counts that each document has alone. So an edit of one document costs the counts of that one.
"""

from __future__ import annotations

import binascii
import hashlib
import sys
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from operator import add, mul, sub, xor

import attrs

from xref.kept import Past
from xref.model import Claim, Document
from xref.words import MOST_STEMS, STOP, Stems, cut_piece, grammar_stems

GRAM = 4
"""stems of a gram"""
MOST_GRAMMAR = 2
"""grammar words in a gram at the most: more of them stand in a row anywhere"""


@attrs.frozen(eq=False)
class Tally:
    """What a document's claims hold, counted."""

    words: Mapping[str, int]
    """folded word → claims that hold it"""
    held: Mapping[str, int]
    """stem of a word that weighs → claims that hold one"""
    said: Mapping[str, int]
    """stem of a word that weighs → how often one stands there"""
    telling: frozenset[str]
    """stems of grammar words that another word has here too ("wills")"""
    lengths: Sequence[int]
    """words of each claim"""
    grams: Sequence[int]
    """for each place in the running text a number that stands for the `GRAM` stems from there; 0 for mostly grammar"""


@attrs.frozen(eq=False)
class Counted:
    """A corpus whose words are counted."""

    documents: Sequence[Document]
    """in order of time"""
    claims: Sequence[Claim]
    """in the order of the documents, and in reading order"""
    by_document: Mapping[str, Sequence[Claim]]
    """id of a document → its claims; only of documents with claims"""
    tallies: Mapping[str, Tally]
    """id of a document → its tally, for the same documents in the same order"""
    past: Past | None
    """what is kept of the documents; None where all is done anew"""


def count_corpus(documents: Sequence[Document], claims: Sequence[Claim], past: Past | None = None) -> Counted:
    """The corpus with its words counted; what `past` holds is not counted again."""
    of: dict[str, list[Claim]] = {}
    for claim in claims:
        of.setdefault(claim.document, []).append(claim)
    counter = Counting()
    tallies = {document: _tally(document, held, counter, past) for document, held in of.items()}
    return Counted(documents, claims, of, tallies, past)


def _tally(document: str, claims: Sequence[Claim], counter: Counting, past: Past | None) -> Tally:
    if past is None:
        return counter.tally(claims)
    found = _read(past.kept.recall_plain("tally", past.names[document]))
    if found is None:
        found = counter.tally(claims)
        past.kept.keep_plain("tally", _write(found), past.names[document])
    return found


class _Keys(dict[str, tuple[str, ...]]):
    """A piece between spaces → its words, folded."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        self[piece] = found = tuple(key for _, key, _ in cut_piece(piece))
        return found


@attrs.frozen(eq=False)
class Counting:
    """Counts documents; each distinct piece between spaces is looked at once."""

    keys: _Keys = attrs.field(factory=_Keys)
    stems: Stems = attrs.field(factory=Stems)
    weighing: Stems = attrs.field(factory=lambda: Stems(weighs))
    content: Stems = attrs.field(factory=lambda: Stems(lambda said, key: key not in STOP))

    def tally(self, claims: Sequence[Claim]) -> Tally:
        """The tally of one document's claims."""
        # lists that are counted once at the end: a counter that is asked claim by claim takes twice as long
        words: list[str] = []
        held: list[str] = []
        said: list[str] = []
        running: list[str] = []
        ends: list[int] = []
        pieces: set[str] = set()
        for claim in claims:
            cut = claim.text.split()
            pieces.update(cut)
            words += set(chain.from_iterable(map(self.keys.__getitem__, cut)))
            running += chain.from_iterable(map(self.stems.__getitem__, cut))
            ends.append(len(running))
            weighing = tuple(chain.from_iterable(map(self.weighing.__getitem__, cut)))
            said += weighing
            held += set(weighing)
        telling = grammar_stems().intersection(chain.from_iterable(map(self.content.__getitem__, pieces)))
        lengths = list(map(sub, ends, (0, *ends)))
        return Tally(_count(words), _count(held), _count(said), telling, lengths, find_grams(running))


def _count(words: Sequence[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items()))


def weighs(said: str, key: str) -> bool:
    """Whether a word, as written and folded, weighs when claims are compared."""
    # two letters: shorter ones are initials and list marks
    return key not in STOP and (len(key) > 2 or said.isupper()) and not key.isdigit()


class _Prints(dict[str, int]):
    """A stem → 60 random bits, others for each place in a gram."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place

    def __missing__(self, stem: str) -> int:
        said = stem.encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(said, digest_size=8, salt=bytes([self.place])).digest()
        self[stem] = found = int.from_bytes(digest, "big") >> 4
        return found


_PRINTS = tuple(map(_Prints, range(GRAM)))


def find_grams(stems: Sequence[str]) -> array[int]:
    """The grams of a running text, a number for each place.

    Tabulation hashing (Carter and Wegman 1979): the bits of the four stems, each its own for each place, are added
    without carry. Two of a million grams have one number with a probability of one in a million; what that proposes,
    the words themselves decide (match/passages.py).
    """
    if len(_PRINTS[0]) > MOST_STEMS:
        for each in _PRINTS:
            each.clear()
    columns = [map(each.__getitem__, stems[place:]) for place, each in enumerate(_PRINTS)]
    grammar = list(map(STOP.__contains__, stems))
    counts = map(add, map(add, grammar, grammar[1:]), map(add, grammar[2:], grammar[3:]))
    numbers = map(xor, map(xor, *columns[:2]), map(xor, *columns[2:]))
    # times true or times false
    return array("Q", map(mul, numbers, map(MOST_GRAMMAR.__ge__, counts)))


def _write(found: Tally) -> object:
    grams = _turned(array("Q", found.grams))
    return {
        "counts": [found.words, found.held, found.said],
        "telling": sorted(found.telling),
        "lengths": found.lengths,
        "grams": binascii.b2a_base64(grams.tobytes(), newline=False).decode("ascii"),
    }


def _read(found: object) -> Tally | None:
    """A tally as `_write` makes it; None when it is of another form."""
    if not isinstance(found, dict):
        return None
    try:
        words, held, said = found["counts"]
        grams = array("Q")
        grams.frombytes(binascii.a2b_base64(found["grams"]))
        lengths = found["lengths"]
        whole = {*map(type, chain(words.values(), held.values(), said.values(), lengths))} <= {int}
        return Tally(words, held, said, frozenset(found["telling"]), lengths, _turned(grams)) if whole else None
    except (AttributeError, KeyError, TypeError, ValueError):  # binascii.Error is a ValueError
        return None


def _turned(numbers: array[int]) -> array[int]:
    """As they are kept, the lowest byte first, whatever the machine; and back."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
