r"""The source of an RTF file made fit for striprtf: what it would print wrongly, lose or choke on is handled before.

Rich Text Format Specification 1.9.1 (Microsoft). striprtf prints what is marked \deleted and \v (hidden), prints the
addresses of links into the text, drops footnotes and text boxes, and takes very long over hostile font tables. So one
pass over the groups sets notes and boxes into the text, takes hidden text, codes of fields, comments and pictures out,
and marks cells, rows and line breaks, which striprtf writes like other characters, with characters of private use.
"""

from __future__ import annotations

import re
from collections import Counter

import attrs

from xref.read.extracted import UnreadableFile

CELL, BREAK, LINE = "\ue000", "\ue001", "\ue002"
"""end of a table's cell, end of a paragraph within a cell, line break within a paragraph"""
MAX_DEPTH = 500
"""groups within groups: more are an attack, not a document"""
_TOKEN = re.compile(r"\\([A-Za-z]{1,32})(-?[0-9]{1,10})? ?|\\'[0-9A-Fa-f]{2}|\\(.)|([{}])", re.S)
_OPENS = re.compile(r"\s*(?:\\\*\s*)?\\([a-z]+)(?:-?[0-9]+)? ?")
# one font and its character set, without the name: all that decoding needs
_FONT = re.compile(r"\\f([0-9]{1,5})(?![0-9])(?:(?!\\f[0-9])[^;]){0,200}?\\fcharset([0-9]{1,3})")
_HIGH = re.compile("[\x80-\xff]")
_SKIPPED = frozenset("fldinst info pict objdata themedata datastore colorschememapping latentstyles annotation".split())
_STATE = frozenset("f uc plain pard intbl".split())
"""words that change how later text is read, so that they are kept in hidden text too"""


@attrs.define
class _State:
    """What holds within a group."""

    out: list[str]
    hidden: bool = False
    added: bool = False
    in_table: bool = False
    note: bool = False


@attrs.define
class Sieved:
    """A source for striprtf, and what was taken out of it."""

    source: str = ""
    """the document with its notes at the end"""
    info: str = ""
    """the group of its properties"""
    counts: Counter[str] = attrs.field(factory=Counter)
    """characters "hidden" and "inserted", number of "comments" """


@attrs.define
class _Sieve:
    text: str
    charsets: frozenset[int]
    result: Sieved = attrs.field(factory=Sieved)
    notes: list[list[str]] = attrs.field(factory=list)
    boxes: list[list[str]] = attrs.field(factory=list)
    stack: list[_State] = attrs.field(factory=list)
    state: _State = attrs.field(factory=lambda: _State([]))

    def run(self) -> Sieved:
        at = 0
        out = self.state.out
        while match := _TOKEN.search(self.text, at):
            if match.start() > at:
                self._plain(self.text[at : match.start()])
            at = match.end()
            word, number, _, brace = match.groups()
            if brace == "{":
                at = self._open(at)
            elif brace == "}":
                if len(self.stack) == 1:
                    out += [*self._waiting(), *self._ending(), "}"]
                    self.result.source = "".join(out)
                    return self.result
                self._close()
            elif word == "bin":
                at += max(0, int(number or 0))
            elif word:
                self._word(word, number, match.group())
            elif not self.state.hidden:
                self.state.out.append(match.group())
        raise UnreadableFile("it is damaged: it ends in the middle of a group", f"byte {len(self.text)}")

    def _plain(self, text: str) -> None:
        state = self.state
        if state.hidden or state.added:
            said = len(text) - text.count("\r") - text.count("\n")
            self.result.counts["hidden" if state.hidden else "inserted"] += said
        if not state.hidden:
            # bytes that the writer did not escape are characters of the code page all the same
            state.out.append(text if text.isascii() else _HIGH.sub(lambda match: f"\\'{ord(match[0]):02x}", text))

    def _open(self, at: int) -> int:
        """Begins a group whose brace ends at `at`; where to go on."""
        if len(self.stack) >= MAX_DEPTH:
            raise UnreadableFile(f"its groups are nested more than {MAX_DEPTH} deep", f"byte {at}")
        match = _OPENS.match(self.text, at)
        word = match[1] if match else ""
        if word in _SKIPPED or word == "fonttbl":
            end = self._end(at)
            if word == "info":
                self.result.info += self.text[at - 1 : end]
            elif word == "fonttbl":
                self.state.out.append(_fonts(self.text[at:end], self.charsets))
            elif word == "annotation":
                self.result.counts["comments"] += 1
            return end
        before = self.state
        self.stack.append(before)
        self.state = _State(before.out, before.hidden, before.added, before.in_table, before.note)
        if word in ("footnote", "shptxt") and match and not self.state.hidden:
            whole = self.notes if word == "footnote" else self.boxes
            sink: list[str] = []
            whole.append(sink)
            if word == "footnote":
                self.state.out.append(f"[{len(self.notes)}]")
            self.state = _State(sink, note=word == "footnote")
            return match.end()
        self.state.out.append("{")
        return at

    def _close(self) -> None:
        before = self.stack.pop()
        if before.out is self.state.out:
            before.out.append("}")
        self.state = before

    def _end(self, at: int) -> int:
        """The character after the group whose brace ends at `at`."""
        depth = 1
        while match := _TOKEN.search(self.text, at):
            at = match.end()
            if match[1] == "bin":
                at += max(0, int(match[2] or 0))
            depth += {"{": 1, "}": -1}.get(match[4] or "", 0)
            if not depth:
                return at
        raise UnreadableFile("it is damaged: it ends in the middle of a group", f"byte {len(self.text)}")

    def _word(self, word: str, number: str | None, said: str) -> None:
        state = self.state
        if word in ("deleted", "v"):
            state.hidden = number != "0"
        elif word == "revised":
            state.added = number != "0"
        elif word == "plain":
            state.hidden = state.added = False
        elif word in ("intbl", "pard"):
            state.in_table = word == "intbl"
        if state.hidden and word not in _STATE:
            self.result.counts["hidden"] += word == "u"
        elif word == "u" and not -65536 < int(number or 0) < 65536:
            state.out.append("\\u65533 ")
        elif word in ("cell", "nestcell"):
            state.out.append(CELL if word == "cell" else " ")
        elif word in ("par", "nestrow") and (state.in_table or state.note):
            state.out.append(" " if state.note else BREAK)
        elif word == "line":
            state.out.append(LINE)
        elif word in ("par", "sect", "page", "row"):
            state.out += [said, *(self._waiting() if state.out is self._main() else [])]
        elif word not in ("deleted", "v", "revised"):
            state.out.append(said)

    def _main(self) -> list[str]:
        return self.stack[0].out if self.stack else self.state.out

    def _waiting(self) -> list[str]:
        """The text boxes that hang on the paragraph that just ended."""
        boxes, self.boxes = self.boxes, []
        return [piece for box in boxes for piece in ("\\par {", *box, "}\\par ")]

    def _ending(self) -> list[str]:
        return [piece for n, note in enumerate(self.notes, 1) for piece in (f"\\par {{[{n}] ", *note, "}")]


def sieve(source: str, charsets: frozenset[int]) -> Sieved:
    """`source` made fit for striprtf, which knows these `charsets`; raises UnreadableFile when groups do not close."""
    return _Sieve(source, charsets).run()


def _fonts(group: str, charsets: frozenset[int]) -> str:
    fonts = dict(_FONT.findall(group))
    known = ((font, charset) for font, charset in fonts.items() if int(charset) in charsets)
    return "{\\fonttbl" + "".join(f"{{\\f{font}\\fcharset{charset} x;}}" for font, charset in known) + "}"
