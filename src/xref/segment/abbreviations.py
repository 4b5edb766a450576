"""Which words with a full stop are abbreviations, and whether a sentence can end there.

Kinds after Kiss and Strunk (2006, "Unsupervised multilingual sentence boundary detection", section 2): what never ends
a sentence, what ends one unless a figure follows, what ends one only before a word that begins sentences. Months, days
and states as in the Associated Press and Chicago style books; contracted titles and names ("Genl.", "Thos.") as in the
letters of the founding period. Spelling counts: "Ill." is a state, "ill." is not.
"""

from __future__ import annotations

import re

from xref.segment.nonnames import is_ordinary, word_set
from xref.words import STOP

TITLES = word_set(
    "Mr Mrs Ms Mx Messrs Mme Mmes Mlle Dr Drs Prof Profs Rev Revd Revds Fr Hon Rt Msgr Gen Genl Gens Col Cols Lt Lts"
    " Lieut Maj Majr Capt Capts Cmdr Cdr Cpl Sgt Sgts Pvt Adm Brig Gov Govr Govs Sen Sens Rep Reps Pres Amb Supt Insp"
    " Det Spc Atty Attys Secy Mt Mts Ft Ste Wm Geo Thos Jas Jos Chas Robt Benj Saml Danl Edwd Jno Richd Alexr Honble"
)
"""titles and short given names: a name follows, always"""

GOING_ON = word_set("e.g i.e vs v cf viz ca c approx incl esp resp N.B n.b E.g I.e Cf Viz")
"""an example, another party or a figure follows, always"""

NUMBERED = word_set(
    "No Nos no nos N° n° Nr nr Art art Arts arts Sec sec Secs Sect sect Ch ch Chap chap Vol vol Vols vols p pp Pp Fig"
    " fig Figs figs Eq eq par para paras Par Para Bk bk Ser ser ed Ed H.R H.Res S.Res H.Con.Res H.J.Res Pub.L Stat Doc"
)
"""a number follows; before anything else they are words ("No. He did not.")"""

MONTHS = word_set("Jan Feb Febr Mar Apr Jun Jul Aug Sep Sept Oct Octr Nov Novr Dec Decr")
DAYS = word_set("Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun")

LOOSE = word_set(
    "Inc INC Corp CORP Co CO co Cos Ltd LTD Bros Jr JR Sr SR Esq Esqr Dept dept Depts depts Assn assn Univ univ Govt"
    " govt Natl Intl Dist dist Ave Blvd Rd Hwy Sq Bldg al Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Kans"
    " Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore Oreg Pa Penn Penna Philada Tenn Tex Vt Va Wash Wis"
    " Wisc Wyo Ph.D W.Va est Est inst ult prox Excy excy Servt servt obt obedt"
)
"""a sentence may end with them, and a name may follow"""

CLOSING = word_set("a.m p.m A.M P.M etc Etc &c")
"""a sentence ends with them before a capital, but for the name of a day or of a time zone"""

STARTERS = word_set(
    "the a an it he she they we i you this that these those there here in on at but and so as if when while after"
    " before for from his her its their our my your by with to not no yes what who how why where which one some many"
    " most all each every both either neither although though because since however moreover meanwhile then now also"
    " still yet even just perhaps despite during under over according did does do is are was were has have had can"
    " could should would let until unless nor among instead indeed thus therefore once again nobody everyone nothing"
    " it's he's she's that's there's they're we're i'm i've i'd we've let's what's don't mr mrs ms"
)
"""words that begin sentences and are seldom part of a name; no nouns, so that "U.S. President" stays whole"""

SHOUTED = word_set("Yahoo Jeopardy")
"""names written with an exclamation mark that other capitals follow ("Yahoo! News")"""

_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NEXT = re.compile(r"[^\W_][\w'’]*")
# "I" alone is a pronoun ("No. I did not") unless the sentence goes on as after a number ("Art. I, sec. 8")
_FIGURE = re.compile(r"\d|[A-Z]\d|(?:[ivxlc]+|[IVXLC]{2,}|[VX]|I(?=[,;)]|\s+(?:of|and|to|sec)\b))\b(?!['’])")
_SMALL = re.compile(r"(?:i|[a-z]{2,})(?:['’][a-z]+)?[\s,]")
_NAMED = re.compile(r"\S+ [A-Z]")
_LAST_WORD = re.compile(r"[^\s(\[{\"“”‘’'—–/\0\x01*_-]+$")
_ZONES = word_set("EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET MSK Eastern Central Pacific Mountain")
_WEEKDAYS = word_set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_TIME_FIRST = re.compile(r"(?:^|[.?!\n])[\s\"“”)]*(?:At|By|About|Around|Before|After|Until|From|Since)\s[\w :.]{0,12}$")
_SENTENCE_I = re.compile(r"\b(?:and|or|nor|than|as|but|is|was) I$")


def ends(before: str, following: str, *, quoted: bool = False) -> bool:
    """Whether a full stop can end a sentence.

    `before` is what precedes the stop (some dozens of characters), `following` what comes after it, without white space
    and opening marks and not in lower case; `quoted` whether an opening quotation mark was among those.
    """
    word = last_word(before)
    if word in TITLES or word in GOING_ON or (word.isupper() and len(word) > 1 and word.title() in TITLES):
        return False
    if quoted and is_short(word) and _NAMED.match(following):
        # the U.S. “Star Wars” programme: a name, not the next sentence
        return False
    if word in NUMBERED:
        return not _FIGURE.match(following)
    if word in MONTHS or word in DAYS:
        return not following[:1].isdigit() and _opener(following) not in MONTHS
    if word in CLOSING:
        return bool(_opener(following)) and not _time_goes_on(_opener(following), before, following)
    if word in ("St", "st") or word in LOOSE or _DOTTED.fullmatch(word):
        return _starts_sentence(following)
    if len(word) == 1 and word.isalpha():
        return _ends_after_letter(word, before, following)
    return True


def ends_before_small(before: str, following: str) -> bool:
    """Whether a stop ends a sentence though `following` begins in lower case: only a plain English word before it does.

    Writers of forum posts do without capitals; an abbreviation that no list has is not in the dictionary either.
    """
    word = last_word(before)
    # "in." may be inches
    if len(word) < 2 or not (word.isalpha() and word.islower()) or is_short(word) or word == "in":
        return False
    return _SMALL.match(following) is not None and (word in STOP or is_ordinary(word))


def is_short(word: str) -> bool:
    """Whether `word` is in one of the lists, or made of letters and stops."""
    listed = (TITLES, GOING_ON, NUMBERED, MONTHS, DAYS, LOOSE, CLOSING)
    return len(word) == 1 or bool(_DOTTED.fullmatch(word)) or any(word in kind for kind in listed)


def is_plain(before: str) -> bool:
    """Whether `before` ends with a word of three small letters or more that is no abbreviation."""
    return before[-3:].isalpha() and before[-3:].islower() and not is_short(last_word(before))


def last_word(before: str) -> str:
    """The word at the end of `before`, inner stops included."""
    met = _LAST_WORD.search(before)
    return met.group() if met else ""


def _opener(following: str) -> str:
    met = _NEXT.match(following)
    return met.group() if met else ""


def _starts_sentence(following: str) -> bool:
    opener = _opener(following)
    # a letter with a stop of its own is an initial, whatever word it looks like ("J. A. Ross")
    initial = len(opener) == 1 and following[1:2] == "."
    office = re.match(r"Under[\s-]*[Ss]ecretar", following)
    return not initial and not office and opener.replace("’", "'").lower() in STARTERS


def _time_goes_on(opener: str, before: str, following: str) -> bool:
    """6 p.m. Monday, 6 p.m. EST, 6 p.m. Moscow time; and "At 5 a.m. Mr. Ross left", where the hour opens a sentence."""
    if opener in _ZONES or opener in _WEEKDAYS or opener in MONTHS or opener[:1].isdigit():
        return True
    return bool(re.match(r"\w+ (?:[Tt]ime|[Ss]tandard|[Dd]aylight)\b", following) or _TIME_FIRST.search(before))


def _ends_after_letter(word: str, before: str, following: str) -> bool:
    """An initial goes on, but for "you and I. Did ..." and "Plan B. The ..."; a letter that opens a line is a mark."""
    if word == "I" and _SENTENCE_I.search(before):
        return True
    if word.islower():
        return not following[:1].isdigit()
    head = before[: -len(word)].rstrip(" \t\"“‘'(")
    return _starts_sentence(following) and bool(head) and head[-1] not in ".?!\r\n"
