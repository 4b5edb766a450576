"""The one printing door: foreign text as a terminal or a page may show it, with what is invisible made visible.

Escape sequences, bidirectional controls (Trojan Source, CVE-2021-42574), zero-width characters and lone surrogates are
shown as what they are; everything else stays as it is. The source text itself is never changed.
"""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls: ESC, BEL, CSI
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"  # zero width, line separators, bidi controls
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"  # annotations, what XML forbids, surrogates, tags
)
_SIGNS = re.compile(r"##(\w*)\[")
_BEGINS = re.compile(r"^(\s*)::")
_MENTION = re.compile(r"([@#]|\bGH\\?-)(?=\\?[\w.-])", re.I)
_BREAKS = re.compile(r"[\t\r\n]+")


def show(text: str, *, lines: bool = False) -> str:
    """`text` fit to be shown; with `lines` its tabs and line ends are kept, otherwise each run becomes a space."""
    seen = _HIDDEN.sub(_name, text)
    return seen if lines else _BREAKS.sub(" ", seen)


def disarm(line: str, sign: str = " [") -> str:
    """A shown line without what CI servers take for commands, the bracket of one replaced by `sign`.

    ##[ anywhere in a line (GitHub's actions/runner, ActionCommand), ##vso[ (Azure's agent), ##teamcity[ (service
    messages), and :: where a line begins (actions/toolkit, workflow commands).
    """
    return _BEGINS.sub(r"\1: :", _SIGNS.sub(lambda match: f"##{match[1]}{sign}", line))


def part_mentions(escaped: str) -> str:
    """Escaped Markdown with a space of no width behind each @, # and GH- that a name or number follows.

    GitHub looks for mentions, addresses and issues in what is rendered, where no backslash is left (github/markup,
    issue 1168).
    """
    return _MENTION.sub(r"\1&#8203;", escaped)


def _name(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"U+{code:04X}"
