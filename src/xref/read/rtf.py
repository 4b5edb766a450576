r"""Rich Text Format (extra `rtf`): the text by striprtf, after deleted and hidden text is taken out.

Rich Text Format Specification 1.9.1 (Microsoft). striprtf prints what is marked \deleted and \v (hidden), and drops
footnotes and \info: both groups are handled here before it sees the file. Footnotes go to the end under their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.metadata import version

from xref.read.extracted import Extracted, Hint, UnreadableFile

MAX_DEPTH = 500
"""groups within groups: more are an attack, not a document"""
_TOKEN = re.compile(r"\\([a-z]{1,32})(-?[0-9]{1,10})? ?|\\(.)|([{}])", re.S)
_HIDDEN = ("deleted", "v")


def read_rtf(raw: bytes) -> Extracted:
    """The text of an RTF file; raises UnreadableFile with the cause when it is none."""
    from striprtf import striprtf

    rtf_to_text: Callable[..., str] = striprtf.rtf_to_text
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise UnreadableFile("it is no RTF file: it does not begin with {\\rtf")
    source = raw.decode("latin-1")
    _check(source)
    doubts = []
    kept, hidden = _without_hidden(source)
    if hidden:
        doubts.append(f"{hidden} characters of deleted or hidden text were left out")
    kept, notes = _take_notes(kept)
    try:
        text = rtf_to_text(kept, errors="replace")
        noted = [" ".join(rtf_to_text("{\\rtf1\\ansi " + note + "}", errors="replace").split()) for note in notes]
        hints = tuple(_hints(source, rtf_to_text))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as fault:
        raise UnreadableFile(f"it cannot be read as RTF ({type(fault).__name__})") from fault
    lines = [line.strip() for line in text.replace("\r\n", "\n").split("\n")]
    paragraphs = [line for line in lines if line] + [f"[{n}] {said}" for n, said in enumerate(noted, 1) if said]
    if not paragraphs:
        raise UnreadableFile("the document holds no text")
    if "\ufffd" in text:
        doubts.append("some characters could not be read in the file's code page")
    return Extracted("\n\n".join(paragraphs) + "\n", "striprtf " + version("striprtf"), tuple(doubts), hints)


def _check(source: str) -> None:
    """Raises UnreadableFile when groups do not close, or nest too deeply."""
    depth = 0
    for match in _TOKEN.finditer(source):
        if match[4]:
            depth += 1 if match[4] == "{" else -1
            if depth > MAX_DEPTH:
                raise UnreadableFile(f"its groups are nested more than {MAX_DEPTH} deep")
            if depth < 0:
                break
    if depth > 0:
        raise UnreadableFile("it is damaged: it ends in the middle of a group")


def _without_hidden(source: str) -> tuple[str, int]:
    r"""The source without text in \deleted or \v, and how many characters of text that was."""
    kept: list[str] = []
    stack = [False]
    count = at = 0
    for match in _TOKEN.finditer(source):
        plain = source[at : match.start()]
        at = match.end()
        if stack[-1]:
            count += len(plain.strip("\r\n"))
        else:
            kept.append(plain)
        if match[4] == "{":
            stack.append(stack[-1])
        elif match[4] == "}" and len(stack) > 1:
            stack.pop()
        elif match[1] in _HIDDEN:
            stack[-1] = match[2] != "0"
        elif match[1] == "plain":
            stack[-1] = False
        if not (stack[-1] and match[3]):
            kept.append(match.group())
    kept.append("" if stack[-1] else source[at:])
    return "".join(kept), count


def _take_notes(source: str) -> tuple[str, list[str]]:
    r"""The source with each {\footnote ...} replaced by its number in brackets, and the notes' own source."""
    notes: list[str] = []
    kept: list[str] = []
    at = 0
    while True:
        start = source.find("{\\footnote", at)
        if start < 0:
            break
        end = _group_end(source, start)
        notes.append(source[start + len("{\\footnote") : end - 1])
        kept += [source[at:start], f"[{len(notes)}]"]
        at = end
    kept.append(source[at:])
    return "".join(kept), notes


def _group_end(source: str, start: int) -> int:
    """The character after the group that opens at `start`."""
    depth = 0
    for match in _TOKEN.finditer(source, start):
        if match[4]:
            depth += 1 if match[4] == "{" else -1
            if depth == 0:
                return match.end()
    return len(source)


def _hints(source: str, plain: Callable[..., str]) -> list[Hint]:
    r"""Title and author from \info; the times there tell when the file was made, not when the text appeared."""
    found = []
    for field in ("title", "author"):
        match = re.search(r"\{\\info.{0,4000}?\{\\" + field + r" ([^{}]{1,500})\}", source, re.S)
        if match:
            value = " ".join(plain("{\\rtf1\\ansi " + match[1] + "}").split())
            if value and (field != "title" or len(re.findall(r"\w+", value)) >= 4):
                found.append(Hint(field, value, f"{field} among the document's properties"))
    return found
