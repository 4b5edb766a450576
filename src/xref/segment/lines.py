"""What the ends of lines say about sentences.

A blank line ends a sentence unless it stands visibly inside one; a line end does when the writer ended the line on
purpose, which shows beside the width of its paragraph; bullets and numbers begin items.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

_LINE = re.compile(r"[^\r\n]+")
BLANK = re.compile(r"(?>\r\n|\r|\n)[^\S\r\n]*+[\r\n]")
_MARK = re.compile(r"(?:(?:[-*•‣▪◦⁃]\s*)?\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[IVX]{2,5})(?P<stop>\.?\)|\.)|[-*•‣▪◦⁃·–—])\s")
_BEFORE_FIGURE = re.compile(
    r"\b(?:by|in|at|to|on|about|around|over|under|nearly|almost|some|only|for|with|from|since|until|No\.|p\."
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)$"
)
_BULLETS = "•‣▪◦⁃"
_BULLET = re.compile(rf"(?<=\s)[{_BULLETS}](?=\s*\S)")
# words that want another word after them
_OPEN_END = re.compile(
    r"\b(?:[Aa]|[Aa]n|[Tt]he|of|and|or|nor|but|than|because|whether|their|its|my|your|our|every|very|deputy|vice|acting|prime"
    r"|(?:Messrs|Mrs?|Ms|Dr|Sen|Gen|Rep|Gov)\.?)$"
)
_BEFORE_NOUN = re.compile(r"\b(?:a|an)(?: [A-Z][\w'’-]*){1,2}$")
_STOPPED = re.compile(r"[.?!…][\"”’')\]\0\x01*_]*(?:\s|$)")
_GREETING = re.compile(r"(?:Dear|Sir|Madam|Gentlemen|Hello|Hi)\b")


def cut_lines(masked: str, cuts: set[int]) -> set[int]:
    """Adds to `cuts` where lines end or begin a sentence; returns the places of the stops of item marks."""
    marks: set[int] = set()
    for before, lines in itertools.pairwise([[], *_paragraphs(masked)]):
        if before and not _is_broken(before, lines):
            cuts.add(lines[0].start())
        width = _width(lines) if len(lines) > 1 else 0
        for number, (line, item) in enumerate(zip(lines, _items(lines), strict=True)):
            if item or (number and _ends_line(lines[number - 1].group(), line.group(), width)):
                cuts.add(line.start())
            if item:
                _mark_items(line, item, cuts, marks)
            for bullet in _BULLET.finditer(line.group()):
                cuts.add(line.start() + bullet.start())
                inner = _MARK.match(line.group(), bullet.start())
                if inner and inner["stop"]:
                    marks.add(line.start() + inner.start("stop"))
    return marks


def _paragraphs(masked: str) -> list[list[re.Match[str]]]:
    """The lines that hold something, in groups between blank lines."""
    found: list[list[re.Match[str]]] = []
    end = 0
    for line in _LINE.finditer(masked):
        if line.group().strip():
            if found and not BLANK.search(masked, end, line.start()):
                found[-1].append(line)
            else:
                found.append([line])
            end = line.end()
    return found


def _width(lines: list[re.Match[str]]) -> int:
    """The column at which the lines of a paragraph are wrapped; 60 for lines that do not look wrapped (an address)."""
    lengths = sorted(len(line.group().rstrip()) for line in lines[:-1])
    widest = max(lengths[-1] if len(lines) < 5 else lengths[-2], len(lines[-1].group().rstrip()))
    small = sum(line.group().lstrip(" \t>")[:1].islower() for line in lines[1:])
    # a third of wrapped lines at least go on in lower case, or most are about as long as the longest
    wrapped = 3 * small >= len(lines) - 1 or (widest >= 35 and lengths[len(lengths) // 2] >= 0.75 * widest)
    return widest if wrapped else max(widest, 60)


def _ends_line(line: str, after: str, width: int) -> bool:
    """Whether the writer ended the line on purpose: the next word would have fitted."""
    first = (after.lstrip("> \t").split() or [""])[0]
    bare = line.rstrip()
    if first[:1].islower() or _OPEN_END.search(bare) or (first[:1].isdigit() and _BEFORE_FIGURE.search(bare)):
        return False
    if bare.endswith(("-", ",")):
        return bool(_GREETING.match(line.lstrip()))
    return line.endswith(("  ", "\\")) or len(bare) + 1 + len(first) < 0.82 * width


def _items(lines: list[re.Match[str]]) -> list[re.Match[str] | None]:
    """For each line the mark at its beginning, when the line is an item: dashes before small letters come in pairs."""
    dashes = Counter(line.group().lstrip()[:2] for line in lines)
    found: list[re.Match[str] | None] = []
    for number, line in enumerate(lines):
        said = line.group().lstrip()
        mark = _MARK.match(said)
        if mark and number:
            before = lines[number - 1].group().rstrip()
            small = said[mark.end() :].lstrip("\"“‘'(*_[")[:1].islower()
            if mark["stop"]:
                # "rose by | 12. The", "on March | 15. The", "5 | a. m."
                inside = _BEFORE_FIGURE.search(before) or (said[0].isalpha() and mark["stop"] == "." and small)
            else:
                inside = said[0] not in _BULLETS and dashes[said[:2]] == 1 and (small or said[0] not in "-*")
            if inside or _OPEN_END.search(before):
                mark = None
        found.append(mark)
    return found


def _mark_items(line: re.Match[str], mark: re.Match[str], cuts: set[int], marks: set[int]) -> None:
    """Notes the stop of a line's mark, and the marks that count on from it inside the line ("1) ... 2) ...")."""
    said, stop = line.group(), mark["stop"]
    value = re.search(r"\d+|[a-z](?=[.)])", mark.group())
    if not stop:
        return
    position = len(said) - len(said.lstrip()) + mark.end()
    marks.add(line.start() + position - mark.end() + mark.start("stop"))
    # bullets inside a line are cut by themselves
    while value and said.lstrip()[0] not in _BULLETS:
        wanted = str(int(value[0]) + 1) if value[0].isdigit() else chr(ord(value[0]) + 1)
        counted = re.compile(rf"\s({re.escape(wanted)}){re.escape(stop)}(?=\s+[A-Z“\"])").search(said, position)
        if not counted:
            return
        cuts.add(line.start() + counted.start(1))
        marks.add(line.start() + counted.end(1))
        position, value = counted.end(), re.search(r"\d+|[a-z]", counted[1])


def _is_broken(before: list[re.Match[str]], lines: list[re.Match[str]]) -> bool:
    """Whether the blank line between two paragraphs stands inside a sentence that goes on in the second."""
    line, after = before[-1].group().strip(), lines[0].group().strip()
    count = len(line.split())
    # six words: shorter lines are headings, names, items; a mark or a stop at the end closes them
    if count < 6 or not (line[-1].isalnum() or line[-1] in ",-") or _MARK.match(after) or _MARK.match(line):
        return False
    if not any(_STOPPED.search(other.group()) for other in lines):
        return False
    if after[0].islower():
        return not _GREETING.match(line)
    long = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line) if len(word) > 3]
    titled = sum(word[0].isupper() for word in long) >= 0.7 * len(long)
    # "...; and": the items of a list that does without marks
    if titled or line[-1] in ",-" or not after[0].isalpha() or re.search(r"[;,]\s+(?:and|or)$", line):
        return False
    # a capital goes on with a phrase that wants its noun: "an official of the | White House", "a State | Department"
    return bool(_OPEN_END.search(line) or (count >= 8 and _BEFORE_NOUN.search(line)))
