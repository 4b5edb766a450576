"""Where a sentence ends, with exact spans.

A stop ends a sentence unless the word before it is an abbreviation or initial, a figure goes on after it, or what follows
goes on in lower case. Closing quotation marks, brackets and footnote tags belong to the sentence before. Mark-up and
addresses are blanked first, character for character, so that their stops end nothing. A line end ends no sentence, an
empty line does, unless the sentence is visibly broken there; bullets and numbered items begin a new one. Rules follow
the golden rules for English sentence boundaries (Dias, pragmatic_segmenter) and Kiss and Strunk (2006) on abbreviations.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from xref.model import Span

# abbreviations that a sentence seldom ends with: a name or figure follows them
_BINDING = frozenset(
    "mr mrs ms dr prof rev fr hon gen col lt maj capt cmdr cpl sgt pvt adm gov sen rep reps sens pres amb st ste mt ft vs v "
    "messrs mmes supt det insp rt no nos art sec ch vol pp p fig figs eq ed eds cf viz al approx est ca c jan feb mar apr jun "
    "jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun dept univ assn bros msgr sr.a gens cols "
    "brig e.g i.e wm jas chas geo thos jos".split()
)
# abbreviations that may end a sentence: they do when a word that begins sentences follows
_LOOSE = frozenset(
    "inc corp co ltd llc plc jr sr esq ph.d m.d b.a m.a u.s u.k u.n e.u d.c u.s.a u.s.s.r a.m p.m etc ave blvd rd hwy "
    "ct sq calif mass conn wash ill tex fla va md pa n.y n.j n.c s.c ga ala ariz ark colo del ind kan ky la mich minn miss mo "
    "mont neb nev okla ore tenn vt wis wyo b.c a.d n.h n.m n.d s.d r.i w.va cal l.a".split()
)
_STARTERS = frozenset(
    "the a an it he she they we i you this that these those there in on at but and so as if when while after before for from "
    "his her its their our my your by with to not no what who how why where one some many most all each every both although "
    "though because since however moreover meanwhile then now also still yet even just perhaps despite during under over since "
    "officials several few more people other others according".split()
)
_MASK = re.compile(
    r"<su[pb]>[^<\n]{1,8}</su[pb]>|(?:https?://|www\.)[^\s<>\"”)]+|\b[\w.+-]+@[\w-]+\.[\w.]+|</?[A-Za-z][^<>\n]{0,60}>|\b(?:[\w-]+\.)+(?:com|org|net|gov|edu|io|co\.uk)\b|\.(?=[a-z]{2,4}\b)(?<=\w\.)"
)
_STOP = re.compile(r"(?:\.(?:\s?\.){2,}|…|[.?!]+)(?P<tail>(?:[\"”’'»)\]}*_]|\x00)*)(?P<notes>(?:\[[0-9a-z]{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)*)(?P<close>[\"”’]?)(?=\s|$|[—–](?=[A-Z])|(?<=[”\"])(?=[A-Z]))")
_BLANK = re.compile(r"[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))+")
_ITEM = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?=(?:[-*•‣▪–—]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])[ \t]+\S)")
_WORD_BEFORE = re.compile(r"([^\s(\[\"“”‘’'—–/-]+)$")
_OPENERS = "\"“‘'(["
_OPEN_END = re.compile(r"\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|is|are|was|were|has|have|had|will|would|its|their|his|her|our|this|these|between|into|over|under|about|as|than|if|be|been)$", re.I)


def find_sentences(text: str, span: Span | None = None) -> list[Span]:
    """The sentences inside `span` (the whole text without one), in order, trimmed, covering every word."""
    whole = span or Span(0, len(text))
    part = text[whole.start : whole.end]
    masked = _MASK.sub(_blank, part)
    cuts = {0, len(part)}
    cuts.update(_stops(masked))
    cuts.update(m.end() for m in _BLANK.finditer(masked) if not _broken(masked, m.start(), m.end()))
    cuts.update(m.end() for m in _ITEM.finditer(masked))
    edges = sorted(cuts)
    found = []
    for a, b in zip(edges, edges[1:], strict=False):
        start, end = a, b
        while start < end and part[start].isspace():
            start += 1
        while end > start and part[end - 1].isspace():
            end -= 1
        if start < end:
            found.append(Span(whole.start + start, whole.start + end))
    return _attach(text, found)


def _blank(match: re.Match[str]) -> str:
    """Filler of the same length: tags become a character that closes nothing, all else a letter."""
    return ("\x00" if match.group().startswith("<") else "x") * len(match.group())


def _stops(masked: str) -> list[int]:
    """Where sentences end by their stops."""
    quoted = _quoted_titles(masked)
    found = []
    for match in _STOP.finditer(masked):
        end = match.end()
        inside = bisect_right(quoted, (match.start(), len(masked))) - 1
        if inside >= 0 and match.start() < quoted[inside][1] - 2:
            continue
        if _ends(masked, match, end):
            found.append(end)
    return found


def _quoted_titles(masked: str) -> list[tuple[int, int]]:
    """Short quotations after which the sentence goes on in lower case: their inner stops end nothing.

    “Moscow. Kremlin. Putin,” saying ...: a name with stops in it, not three sentences.
    """
    found = []
    for match in re.finditer(r"[“\"‘]([^“”\"‘\n]{1,60}?),?[”\"’],?\s+(?=[a-z])", masked):
        words = match.group(1).split()
        inner = [w for w in words if w.endswith((".", "!", "?"))]
        # five words, all with capitals: a title or name; longer or lower-case ones are speech
        if inner and len(words) <= 5 and all(w[:1].isupper() for w in words):
            found.append((match.start(), match.end()))
    return found


def _ends(masked: str, match: re.Match[str], end: int) -> bool:
    rest = masked[end : end + 80].lstrip(" \t\r\n\x00")
    following = rest.lstrip(_OPENERS + "*_")
    first = following[:1]
    stop = match.group()[0]
    tail = match["tail"] or match["close"]
    if not rest:
        return True
    if first.islower():
        # "... end." iPhone sales: a lower-case word after a stop goes on, but for a quotation that opens
        return False
    if stop in "?!" and "“" not in rest[:1] and re.match(r"[\"”’']", tail or " ") and re.match(r"(?:said|asked|he|she)\b", following):
        return False
    if stop != "." or len(match.group().rstrip("\"”’'»)]}*_\x00")) > 1:
        return not (rest[:1] in ",;:—–" or first.isdigit() and "…" in match.group())
    if rest[:1] in ",;:":
        return False
    before = _WORD_BEFORE.search(masked[max(0, match.start() - 24) : match.start()])
    word = before.group(1) if before else ""
    return _word_ends(word, following, masked, match, tail)


def _word_ends(word: str, following: str, masked: str, match: re.Match[str], tail: str) -> bool:
    """Whether a single stop after `word` ends a sentence that `following` would open."""
    low = word.lower().rstrip(".")
    nxt = re.match(r"[\w'’.-]+", following)
    after = nxt.group().rstrip(".").lower() if nxt else ""
    if tail.strip("\x00*_"):
        return True
    if re.fullmatch(r"[A-Z]", word):
        # an initial, unless what follows is a word that begins sentences ("Plan B. The ...")
        return after in _STARTERS and not re.search(r"[A-Z][\w'’.-]*\s+[A-Z]$", masked[: match.start()][-30:])
    if low in _BINDING:
        return False if low not in ("no", "st", "art", "v", "mon", "sat", "sun", "wed") else (
            not following[:1].isdigit() if low in ("no", "art") else after in _STARTERS and low not in ("st", "v"))  # fmt: skip
    if low in _LOOSE or re.fullmatch(r"(?:[a-z]\.)+[a-z]", low):
        return after in _STARTERS or following[:1] in "“\"" or (low in ("a.m", "p.m", "etc") and following[:1].isupper() and after not in ("est", "edt", "gmt", "eastern", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
    if re.fullmatch(r"[0-9]{1,3}|[ivxlIVXL]{1,4}", word) and re.search(r"(?:^|\n)\s*\(?$", masked[: match.start() - len(word)][-4:]):
        # the number of a list item opens its sentence
        return False
    return True


def _broken(masked: str, start: int, end: int) -> bool:
    """Whether the empty line between `start` and `end` stands inside a sentence."""
    before = masked[max(0, start - 200) : start].rstrip()
    after = masked[end : end + 1]
    line = before.rsplit("\n", 1)[-1]
    if not line or re.search(r"[.?!:;…][\"”’')\]\x00*_]*$", line) or len(line.split()) < 6:
        return False
    if re.match(r"[-*•#>0-9(]", masked[end : end + 1]):
        return False
    if after.islower() or _OPEN_END.search(line):
        return True
    # twelve words: a longer line without an end is no headline, unless it is written like one
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", line) if len(w) > 3]
    titled = bool(words) and sum(w[0].isupper() for w in words) / len(words) >= 0.7
    return len(line.split()) >= 12 and not titled and line[-1:].isalnum()


def _attach(text: str, spans: list[Span]) -> list[Span]:
    """A piece without a letter or figure (a stray mark) goes to the sentence before it."""
    found: list[Span] = []
    for span in spans:
        if found and not re.search(r"[^\W_]", text[span.start : span.end]):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found
