"""The words that report speech.

Verbs after the cue lists of PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018), and the speech verbs of Levin's
classes 37.1-37.9; grouped by what they need beside them before they count. `find_cues` works on a masked sentence:
quoted words and mark-up are blanked, so that a verb inside a quotation reports nothing outside it.
"""

from __future__ import annotations

import re

import attrs

# verbs that report a clause with or without "that"
PLAIN = (
    "say said says saying|add added adds adding|argue argued argues arguing|claim claimed claims claiming"
    "|insist insisted insists insisting|note noted notes noting|warn warned warns warning|write wrote writes writing written"
    "|report reported reports reporting|stress stressed stresses stressing|maintain maintained maintains maintaining"
    "|contend contended contends contending|acknowledge acknowledged acknowledges acknowledging|admit admitted admits"
    "|concede conceded concedes conceding|allege alleged alleges alleging|assert asserted asserts asserting"
    "|complain complained complains complaining|conclude concluded concludes concluding|explain explained explains explaining"
    "|reiterate reiterated reiterates reiterating|repeat repeated repeats repeating|remark remarked remarks remarking"
    "|observe observed observes observing|testify testified testifies testifying|predict predicted predicts predicting"
    "|reply replied replies replying|emphasize emphasized emphasizes emphasise emphasised emphasises emphasizing"
    "|caution cautioned cautions cautioning|declare declared declares declaring|state stated states stating"
    "|tweet tweeted tweets tweeting|recall recalled recalls recalling|boast boasted boasts|joke joked jokes|swear swore"
    "|mention mentioned mentions mentioning|counter countered counters countering|assure assured assures assuring"
    "|tell told tells telling|inform informed informs informing|remind reminded reminds reminding"
)
# verbs that often take a noun as well, so that only "that", a quotation or an infinitive makes them report
BOUND = (
    "announce announced announces announcing|deny denied denies denying|confirm confirmed confirms confirming"
    "|suggest suggested suggests suggesting|indicate indicated indicates indicating|reveal revealed reveals revealing"
    "|disclose disclosed discloses|propose proposed proposes proposing|recommend recommended recommends"
    "|promise promised promises promising|pledge pledged pledges pledging|vow vowed vows vowing|urge urged urges urging"
    "|agree agreed agrees|hint hinted hints|signal signaled signalled signals|charge charged charges|ask asked asks asking"
    "|demand demanded demands|respond responded responds responding|answer answered answers answering"
    "|comment commented comments|estimate estimated estimates|find found finds|show showed shows|learn learned"
    "|clarify clarified clarifies|describe described describes|express expressed expresses|read reads|quote quoted quotes"
    "|call called calls|dismiss dismissed dismisses|reject rejected rejects|accuse accused accuses|threaten threatened threatens"
    "|offer offered offers"
)
# verbs that report only next to a quotation
QUOTING = "continue continued continues|go went goes|begin began begins|shout shouted|ask asked|cry cried|exclaim exclaimed|whisper whispered|quip quipped|muse mused|offer offered"

_AUX = r"(?:(?:has|have|had|would|will|did|does|could|may|might|can|must|also|later|then|since|previously|once|never|not|both|all|again|already|recently|repeatedly|reportedly|first|only|simply|\w{3,}ly)\s+)*"
_PASSIVE = (
    r"(?:(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+|also\s+)?(?:reported|quoted|alleged|said|believed|understood|cited|described|known)"
    r"(?:\s+(?:by|in|on)\s+[^,;]{2,50}?)?\s+(?:to\s+have\s+(?:said|told|argued|warned|written|stated|added)|as\s+(?:saying|telling|having\s+said|stating|warning|adding|writing)|saying)"
    r"|(?:goes|went|go|going)\s+on\s+to\s+(?:say|add|argue|note|explain|warn|claim|state|write|stress|suggest))"
)


def _forms(table: str) -> str:
    words = sorted({w for entry in table.split("|") for w in entry.split()}, key=lambda w: (-len(w), w))
    return "|".join(words)


_CUE = re.compile(
    rf"(?<![\w-])(?:(?P<passive>{_PASSIVE})|(?P<aux>{_AUX})(?:(?P<plain>{_forms(PLAIN)})|(?P<bound>{_forms(BOUND)})|(?P<quoting>{_forms(QUOTING)})))(?![\w-])",
    re.I,
)
ACCORDING = re.compile(
    r"(?<![\w-])(?:according\s+to|in\s+the\s+words\s+of|as\s+(?:reported|quoted|cited|told)\s+by)(?!\w)", re.I
)
TELLING = re.compile(r"(?:tell|told|tells|telling|inform\w*|assur\w*|remind\w*)$", re.I)
NOUNISH = frozenset("report reports claim claims comment comments charge charges offer offers call calls answer answers estimate"
                    " estimates demand demands state states show shows find finds read reads signal signals pledge promise vow"
                    " mention caution counter note notes urge reply hint hints".split())  # fmt: skip
_TAGS = re.compile(r"</?[A-Za-z][^<>\n]{0,60}>|[*_]{1,3}(?=\w)|(?<=\w)[*_]{1,3}")
DOT = "\u2024"
"""stands for the full stop of an abbreviation in a masked sentence, so that every other full stop ends something"""
_DOTS = re.compile(
    r"\b(?:[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Lt|Col|Adm|Gov|St|Prof|Maj|Capt|"
    r"Sgt|Amb|Hon|Jr|Sr|No|Inc|Corp|Co|Ltd|vs|Messrs|a\.m|p\.m)\."
)
_NEGATED = re.compile(r"\b(?:not|never|cannot|\w+n['’]t)\b", re.I)


@attrs.frozen
class Cue:
    """A reporting word or phrase."""

    start: int
    """first character, in the sentence"""
    end: int
    """one past the last"""
    verb: str
    """the verb itself, lower case"""
    group: str
    """"plain", "bound", "quoting", "passive" or "according" """
    participle: bool
    """"saying", "adding": the source is the subject of the sentence"""


def mask(sentence: str, quoted: list[tuple[int, int]]) -> str:
    """`sentence` with quoted words turned to ¤ (marks to ") and mark-up to spaces; the same length."""
    chars = list(sentence)
    for start, end in quoted:
        for at in range(start, end):
            chars[at] = "¤"
        chars[start] = '"'
        chars[end - 1] = '"'
    text = _TAGS.sub(lambda m: " " * len(m.group()), "".join(chars))
    return _DOTS.sub(lambda m: m.group()[:-1] + DOT, text)


def find_cues(masked: str) -> list[Cue]:
    """The cues of a masked sentence, in order; a candidate still has to find its source."""
    found = []
    for match in _CUE.finditer(masked):
        if match["passive"]:
            found.append(Cue(match.start(), match.end(), match["passive"].lower(), "passive", False))
            continue
        verb = (match["plain"] or match["bound"] or match["quoting"]).lower()
        group = "plain" if match["plain"] else "bound" if match["bound"] else "quoting"
        said = masked[match.end() - len(verb) : match.end()]
        # "the United States believes": a capital inside a sentence is a name
        if _is_noun(masked, match.end() - len(verb), match.end(), verb) or (said[0].isupper() and match.start() > 0):
            continue
        aux = match["aux"].split()
        # "has not said when": what is not said is not reported
        if _NEGATED.search(
            re.sub(r'.*[,;:"]', "", masked[max(0, match.start() - 12) : match.end() - len(verb)])
        ) and group_negates(verb):
            continue
        # adverbs before the verb stay out of the cue unless an auxiliary stands before them
        start = match.start() if aux else match.end() - len(verb)
        found.append(Cue(start, match.end(), verb, group, verb.endswith("ing") and not aux))
    for match in ACCORDING.finditer(masked):
        found.append(Cue(match.start(), match.end(), match.group().lower(), "according", False))
    return sorted(found, key=lambda c: c.start)


def group_negates(verb: str) -> bool:
    """Whether a negated form of the verb reports nothing ("did not say"); a negated denial still does."""
    return not verb.startswith(("den", "reject", "dismiss"))


def _is_noun(masked: str, start: int, end: int, verb: str) -> bool:
    """Whether the word is a noun or adjective here: "a news report", "the offer", "the proposed agreement"."""
    before = re.search(r"([\w'’.-]+)\s+$", masked[:start])
    word = before.group(1).lower() if before else ""
    if word in ("a", "an", "the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "no",
                "any", "some", "each", "of", "in", "for", "on", "with", "to", "by", "at", "from", "new", "news", "press", "as") and (
        verb in NOUNISH or verb.endswith("ed") or word in ("a", "an", "the", "of", "to")
    ):  # fmt: skip
        return not (word == "that" and not verb.endswith("s")) and not (
            word in ("this", "that", "these", "those") and verb not in NOUNISH
        )
    return verb in NOUNISH and (before is None and masked[:start].strip() == "")
