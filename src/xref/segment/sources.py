"""What kind of source a noun phrase names: a person, a pronoun, a body, somebody unnamed, a document, or none at all.

The head decides ("a spokesman for the company" is a person, unnamed). Whoever the lists do not know may still speak
before "that" or beside a quotation: nothing but a speaker says something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xref.model import NameMention
from xref.segment.grammar import QUANTITIES, Words
from xref.segment.nonnames import word_set
from xref.segment.subjects import Phrase

PRONOUNS = word_set("he she they it we i you who")
UNNAMED = re.compile(
    r"(?:officials?|sources?|diplomats?|aides?|persons?|people|insiders?|spokes(?:man|woman|person|people|men|women)|"
    r"staffers?|executives?|participants?|negotiators?|attendees?|advis[eo]rs?|officers?|analysts?|experts?|lawmakers?|"
    r"envoys?|observers?|critics?|delegates?|witness(?:es)?|colleagues?|scholars?|researchers?|politicians?|lobbyists?|"
    r"investigators?|prosecutors?|commanders?|soldiers?|residents?|voters?|others?|some|many|one|members?|figures?|most|"
    r"several|few|both|all|strategists?|operatives?|supporters?|opponents?|allies|ally|activists?|organizers?|surrogates?|"
    r"leaders?|senators?|congressm[ae]n|representatives?|governors?|mayors?|pundits?|commentators?|reporters?|journalists?|advocates?|"
    r"economists?|historians?|lawyers?|attorneys?|judges?|scientists?|donors?|delegates?|respondents?|pollsters?|"
    r"republicans?|democrats?|conservatives?|liberals?|progressives?|americans?|women|men|woman|man|parents?|mother|father|"
    r"students?|teachers?|workers?|veterans?|families|friends?|neighbors?|citizens?|candidates?|nominees?|rivals?|everyone|"
    r"somebody|someone|anyone|nobody|everybody|those|these|group|players?|generals?|employees?|doctors?|teens?|kids|child|"
    r"children|boys?|girls?|speakers?|protesters?|demonstrators?|attackers?|authors?|writers?|editors?|moderators?|hosts?)"
)
DOCUMENTS = re.compile(
    r"(?:reports?|articles?|transcripts?|statements?|letters?|memos?|documents?|communiqu[eé]s?|stud(?:y|ies)|polls?|surveys?|"
    r"treat(?:y|ies)|resolutions?|bills?|laws?|notes?|cables?|emails?|e-mails?|tweets?|posts?|ads?|advertisements?|complaints?|"
    r"lawsuits?|indictments?|affidavits?|records?|filings?|plans?|platform|speech|book|column|editorial|op-ed|story|stories|"
    r"order|ruling|opinion|data|figures|numbers|results|research|analysis|evidence|website|site|page|signs?|headline|headlines|"
    r"video|release|message|text|proposal|constitution|account|accounts|rules|guidelines|estimates|audit|review|papers)"
)
BODIES = re.compile(
    r"(?:newspaper|paper|daily|weekly|magazine|agency|broadcaster|network|television|tv|radio|channel|"
    r"ministry|department|government|administration|office|committee|inspectorate|watchdog|regulator|"
    r"commission|council|court|company|firm|groups?|organi[sz]ations?|alliance|bloc|union|party|embassy|bank|institute|"
    r"university|press|service|kremlin|house|pentagon|foundation|association|parliament|congress|senate|"
    r"agencies|media|blog|board|panel|team|army|military|police|navy|force|forces|prosecution|defen[cs]e|"
    r"camp|campaigns?|side|delegations?|mission|authority|authorities|secretariat|white-house|gop|rnc|dnc|fbi|cia|companies|"
    r"state|nation|country|public|crowd|audience|authorities|church|school|community|majority|movement|right|left)"
)
ROLES = re.compile(
    r"(?:president|minister|premier|chancellor|leader|secretary|ambassador|envoy|chief|head|chairman|chairwoman|chair|"
    r"senator|congressman|congresswoman|representative|governor|general|admiral|colonel|king|queen|prince|pope|director|"
    r"adviser|advisor|deputy|lawmaker|author|writer|professor|analyst|mayor|judge|justice|ceo|founder|owner|manager|"
    r"commander|negotiator|diplomat|dictator|candidate|nominee|businessman|billionaire|mogul|tycoon|wife|husband|son|daughter|"
    r"brother|sister|president-elect|speaker|whip|strategist|pollster|host|anchor|senators?)"
)
_PERSON_ENDING = re.compile(r"\w{2,}(?:ers?|ors?|ists?|ians?|ees?|m[ae]n|crats?|cons)")
_NOT_PERSONS = word_set(
    "number numbers matter matters order orders power powers border borders center centers computer computers error errors"
    " factor factors floor door doors water weather summer winter october september november december letter corner river"
    " chapter paper server servers tower career manner disaster chamber charter majors minor favor labor honor terror horror"
    " behavior rumor rumors harbor sector behavior degree committee coffee fee fees debater never however offer offers"
    " register chamber order quarter quarters newsletter timer war year years wars bears fear fears tears answer"
    " answers effort cover barrier barriers layer layers member trigger anger danger dangers hunger finger fingers shoulder"
    " shoulders dinner banner master monitor motor tenor vigor flavor neighbor interior exterior color humor tumor election"
    " referee tree trees three knee guarantee guarantees employee career gender agenda remainder disorder after later over"
    " under other another together rather whether either neither former latter earlier further super consumer matter chatter"
)
_BEHIND = word_set("close familiar aware involved knowledgeable responsible opposed loyal critical present sympathetic")
"""adjectives that stand behind their noun: "a person close to the talks" """
_PARTS = word_set(
    "number group handful majority dozens scores hundreds thousands millions lot some one two three none half percent most"
    " many several few pair couple plenty minority chorus"
)
"""words for a part or number of people"""
_EXPLETIVE = word_set("there")


def classify(words: Words, phrase: Phrase, names: Sequence[NameMention], base: int) -> str:
    """What kind of source `phrase` is: "pronoun", "person", "anonymous", "organisation", "document", "thing" or ""."""
    low = words.low[phrase.first]
    if phrase.last - phrase.first == 1 or words.tags[phrase.first] == "R":
        if low in PRONOUNS or low in ("his", "her", "their"):
            return "pronoun"
        if low in _EXPLETIVE or words.tags[phrase.first] in "rWXMTP":
            return ""
    head = head_word(words, phrase)
    if head is None:
        return ""
    return (
        _by_name(words, phrase, head, names, base)
        or _apposed(words, phrase, names, base)
        or _by_noun(words, phrase, head)
    )


def head_word(words: Words, phrase: Phrase) -> int | None:
    """The noun that the phrase is about: the last one before its first preposition, comma or relative clause.

    A part of something is what it is part of: "one of the senators", "a number of towns".
    """
    n = _head_from(words, phrase, phrase.first)
    while n is not None and words.low[n + 1 : n + 2] == ("of",) and n + 2 < phrase.head and _is_part(words, n):
        n = _head_from(words, phrase, n + 2)
    return n


def _is_part(words: Words, n: int) -> bool:
    return words.tags[n] in "BD" or words.low[n] in _PARTS


def _head_from(words: Words, phrase: Phrase, first: int) -> int | None:
    n = first
    while n < phrase.head and words.tags[n] not in "PWTSH,;(-" and not (n > first and words.tags[n] in "EG"):
        if words.tags[n] == "C" and n > first:
            break
        n += 1
    n -= 1
    if n > first and words.low[n] in _BEHIND:
        n -= 1
    return n if n >= first else None


def _by_name(words: Words, phrase: Phrase, head: int, names: Sequence[NameMention], base: int) -> str:
    """The kind that a name in the head tells, "" without one."""
    start, end = base + words.start(phrase.first), base + words.end(head)
    inside = [name for name in names if start <= name.span.start and name.span.end <= end]
    for name in reversed(inside):
        after = words.masked[name.span.end - base : name.span.end - base + 2]
        if name.kind == "person" and after not in ("'s", "’s"):
            return "person"
    if inside and inside[-1].span.end == end and inside[-1].kind != "person":
        return "organisation"
    return ""


def _apposed(words: Words, phrase: Phrase, names: Sequence[NameMention], base: int) -> str:
    """ "person" when the name of one follows the comma after a role ("the chairman, Paul Reyes")."""
    if phrase.head + 1 >= phrase.last or words.tags[phrase.head] != ",":
        return ""
    start = base + words.start(phrase.head + 1)
    named = any(n.kind == "person" and n.span.start - len(n.title) - 1 <= start <= n.span.start for n in names)
    return "person" if named else ""


def _by_noun(words: Words, phrase: Phrase, head: int) -> str:
    low = words.low[head].rstrip(".")
    if words.tags[head] == "K" and not UNNAMED.fullmatch(low):
        return "organisation"
    if ROLES.fullmatch(low):
        return "organisation"
    if UNNAMED.fullmatch(low):
        return "anonymous"
    if DOCUMENTS.fullmatch(low):
        return "document"
    if BODIES.fullmatch(low):
        return "organisation"
    if words.tags[head] in "DB":
        return "anonymous" if low in QUANTITIES or low.isalpha() else ""
    if _PERSON_ENDING.fullmatch(low) and low not in _NOT_PERSONS:
        return "anonymous"
    capitals = [n for n in range(phrase.first, head + 1) if words.masked[words.start(n)].isupper()]
    if capitals and words.masked[words.start(head)].isupper() and words.tags[head] == "O" and head > phrase.first:
        return "organisation"
    return "thing"
