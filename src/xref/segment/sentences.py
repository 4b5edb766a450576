"""Where a sentence ends, with exact spans.

A stop ends a sentence unless the word before it is an abbreviation or initial (see abbreviations.py), or what follows
goes on in lower case. Closing marks, brackets and footnote marks belong to the sentence before; a stop inside a
quotation ends a sentence, but in a quoted title. Mark-up is blanked first, character for character. What the ends of
lines say: lines.py. Rules after Palmer and Hearst (1997) and Read et al. (2012, "Sentence boundary detection: a long
solved problem?"), the golden rules for English (Dias, pragmatic_segmenter), and the Chicago Manual on ellipses.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right

from xref.model import Span
from xref.segment.abbreviations import SHOUTED, STARTERS, ends, ends_before_small, is_plain, is_short, last_word
from xref.segment.lines import BLANK, cut_lines

# no stop inside these counts. Fillers: \0 for a tag and \x01 for a footnote mark, both looked through; X for an address;
# brackets round an omission are a stop
_MARKUP = re.compile(
    r"<su[pb]>[^<\n]{1,8}</su[pb]>|</?[A-Za-z][^<>\n]{0,200}>|\[\^?(?:\d{1,3}|[a-z]|[ivx]{1,5}|note \d+|citation needed)\](?!\w)"
    r"|[\[(](?:\.\.\.|…)[\])]|(?:https?://|www\.)[^\s<>\"”)]+(?<=[\w/])"
)
_BLOCK_END = re.compile(r"<(?:br|/(?:p|div|li|ul|ol|tr|td|table|blockquote|h[1-6]))\b[^<>\n]{0,200}>", re.I)
# every run of stops is taken, and judged afterwards: no start is tried twice, so that a million dots cost one pass
_STOP = re.compile(
    r"(?P<run>\.(?:[ \xa0]\.){1,8}+(?!\.)|[.?!…]++)(?P<tail>[\"”’'»)\]}*_\0\x01¹²³⁴-⁹⁰]*+(?:[ \xa0]\x01++)?+(?:[ \xa0][”»](?=\s))?+)"
    r"(?P<note>\d{0,3})"
)
_OPENERS = re.compile(r"[\s\0\x01>]*[\"“”‘’'(\[{*_«¿¡\0]*")
_ASKED = re.compile(
    r"(?:(?:[A-Z][\w.'’-]*\s+){1,4}|(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\s+)(?:said|asked|asks|says|wrote|told|replied|added"
    r"|cried|shouted|wondered|demanded|exclaimed|answered|inquired)\b"
)
_CITED = re.compile(r"\([^()\n]{0,40}\d[^()\n]{0,12}\)[.,;]")
_SIGNED = re.compile(r"(?:--?|[–—])\s?[A-Z][^\n.?!]{1,40}(?:\n|$)")
_TITLE = re.compile(r"(?<![\w.,;:!?])[“\"‘']([^“”\"‘]{1,60}?),?[”\"’'],?\s+(?=[a-z])")
_WORDS = re.compile(r"[^\W_]")
_LINE_END = re.compile(r"[\r\n]")


def find_sentences(text: str, span: Span | None = None) -> list[Span]:
    """The sentences inside `span` (the whole text without one): in order, trimmed, covering all but white space."""
    whole = span or Span(0, len(text))
    part = whole.of(text)
    masked = _MARKUP.sub(_fill, part)
    cuts = {tag.end() for tag in _BLOCK_END.finditer(part)}
    marks = cut_lines(masked, cuts)
    cuts.update(_stops(masked, marks))
    found: list[Span] = []
    for start, end in itertools.pairwise(sorted({0, len(part)} | cuts)):
        said = part[start:end]
        bare = said.strip()
        if not bare:
            continue
        first = whole.start + start + len(said) - len(said.lstrip())
        gap = text[found[-1].end : first] if found else "\n"
        if not _LINE_END.search(gap) and not _WORDS.search(masked, start, end):
            # stray marks on the same line belong to the sentence before
            found[-1] = Span(found[-1].start, first + len(bare))
        else:
            found.append(Span(first, first + len(bare)))
    return found


def joined(text: str, span: Span) -> bool:
    """Whether the sentence at `span` runs over a blank line."""
    return BLANK.search(span.of(text).strip()) is not None


def _fill(match: re.Match[str]) -> str:
    """Filler of the same length."""
    said = match.group()
    if said[0] in "[(" and said[1] in ".…":
        return "…" * len(said)
    note = said[0] == "[" or said.startswith("<su")
    return ("\x01" if note else "\0" if said[0] == "<" else "X") * len(said)


def _stops(masked: str, marks: set[int]) -> list[int]:
    """Where sentences end by their stops, 0 for a stop that ends none; `marks` are the stops of item marks ("1.")."""
    titles = _quoted_titles(masked)
    found = []
    for match in _STOP.finditer(masked):
        inside = bisect_right(titles, (match.start(), len(masked))) - 1
        if match.start() not in marks and (inside < 0 or match.start() >= titles[inside][1]):
            found.append(_end_of(masked, match))
    return found


def _quoted_titles(masked: str) -> list[tuple[int, int]]:
    """Quoted names with stops in them, after which the sentence goes on (“Yes. No. Maybe,” a daily programme)."""
    found = []
    for match in _TITLE.finditer(masked):
        said = match.group(1).split()
        # five words, all with capitals: longer ones, or lower-case words, are speech
        if len(said) <= 5 and all(word[0].isupper() for word in said) and not BLANK.search(match.group()):
            found.append((match.start(), match.end(1)))
    return found


def _end_of(masked: str, match: re.Match[str]) -> int:
    """Where the sentence ends that `match` may end; 0 when it goes on."""
    run, tail, end = match["run"], match["tail"], match.end("tail")
    # eighty characters are more than any rule looks at
    window = masked[end : end + 80]
    before = masked[max(0, match.start() - 40) : match.start()]
    if match["note"]:
        if not _is_note(masked, before, match):
            return 0
        end, window = match.end(), masked[match.end() : match.end() + 80]
    if window and not window[0].isspace():
        return end if _runs_together(before, run, tail, window) else 0
    if not window.strip():
        return end
    following = _OPENERS.sub("", window, count=1)
    if len(run) > 3 and run[1] in " \xa0" and before[-1:].strip() and following[:1].isupper():
        # "words. . . . The": the sentence ends at its own stop, the omission opens the next
        return match.start() + 1
    rest = window.lstrip("\0\x01 \t\r\n\xa0")
    return end if _ends(before, match, rest, following) else 0


def _is_note(masked: str, before: str, match: re.Match[str]) -> bool:
    """Whether the digits after the stop are a footnote's ("signed.1 They"): a plain word before, a capital after."""
    return is_plain(before) and re.match(r"\s+[\"“‘(]?[A-Z]|\s*$", masked[match.end() : match.end() + 8]) is not None


def _runs_together(before: str, run: str, tail: str, window: str) -> bool:
    """Whether the next sentence follows without a space: ”Next, —Next, "end.The next"."""
    if tail[-1:] == "”" and (window[0].isupper() or window[0] == "“"):
        return True
    if window[0] in "—–":
        return window[1:2].isupper() and not is_short(last_word(before))
    opener = re.match(r"([A-Z][a-z]*)\s+[a-z]", window)
    return bool(not tail and len(run) == 1 and is_plain(before) and opener and opener[1].lower() in STARTERS)


def _ends(before: str, match: re.Match[str], rest: str, following: str) -> bool:
    """Whether a sentence ends at `match`, with white space after it."""
    run, tail, first = match["run"], match["tail"].strip("\0\x01*_ \xa0"), following.lstrip("—–- ")[:1]
    quoted = bool(tail) and tail[-1] in "\"”’'»"
    if rest[:1] in ",;:" or _CITED.match(rest) or (quoted and _SIGNED.match(rest)):
        return False
    if first.islower():
        return not tail and run == "." and ends_before_small(before, rest)
    if run[0] in "?!":
        inner = before[before.rfind("(") + 1 :] if tail == ")" else before
        # an aside of a word or two: "the list (leaked?) President ..."
        aside = len(inner.split()) <= 2 and re.search(r"\w\s\($", before[: len(before) - len(inner)])
        asked = quoted and _ASKED.match(rest)
        return not (aside or asked or last_word(before) in SHOUTED)
    if "." * 2 in run or "…" in run or " ." in run or "\xa0." in run:
        return _ellipsis_ends(before, run, following)
    return bool(tail) or ends(before, following, quoted=rest[:1] in '“"‘')


def _ellipsis_ends(before: str, run: str, following: str) -> bool:
    """Three dots go on before "I", and where they open what follows; four end a sentence."""
    opens = not before.strip(" \xa0\"“‘'") or before.rstrip(" \xa0")[-1] in '.?!\n"“‘'
    spoken = re.match(r"I(?:['’]\w+)?\b", following) and run.count(".") < 4
    return not (spoken or (opens and before[-1:] in " \xa0\n\"“‘'"))
