"""A quotation in one line: words, who says them through whom, where, when, the exact place, the file's hash, a link.

Markdown is that of GitHub (CommonMark 0.31; GitHub Flavored Markdown 0.29, 6.9 Autolinks): its signs in foreign words
are escaped, and what it would make a list or a link is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xref.export.index import Index, day_of, value
from xref.fragment import link_to_words
from xref.model import Claim, Hit, Match
from xref.segment.outermost import known_relay
from xref.show import part_mentions, show

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&$]|:(?=//)|(?<=www)\.|^[-+]", re.I)
_NUMBER = re.compile(r"^([0-9]{1,9})(?=[.)])")


def cite(index: Index, noun: Match | Hit | Claim, *, markdown: bool = False) -> Iterator[str]:
    """One line for a claim or hit, two for a match, the earlier first; fit to be shown."""
    names: tuple[str, ...]
    if isinstance(noun, Match):
        names = (noun.best.left, noun.best.right)
    else:
        names = (noun.claim if isinstance(noun, Hit) else noun.id,)
    for name in names:
        yield _line(index, index.claims[name], markdown)


def _line(index: Index, claim: Claim, markdown: bool) -> str:
    document = index.documents[claim.document]

    def safe(words: str) -> str:
        flat = show(" ".join(words.split()))
        return safe_words(flat) if markdown else flat

    words = safe(claim.text)
    who = safe(claim.speaker.name) if claim.speaker else ""
    if relay := known_relay(document, claim):
        who += f"{' ' if who else ''}(through {', '.join(safe(each) for each in relay)})"
    title = safe(value(document.title) or document.id)
    link = link_to_words(document, claim)
    # angle brackets keep an address whole whatever stands in it; > itself never stands in one of ours
    target = safe_target(link) if markdown else show(link)
    parts = [
        who,
        safe(value(document.outlet)),
        f"[{title}](<{target}>)" if markdown and link else title,
        day_of(document) or "undated",
        f"{safe(document.path)} characters {claim.span.start}-{claim.span.end}",
        f"SHA-256 {document.digest}",
        "" if markdown else target,
    ]
    quoted = f"> {words}\n>\n> — " if markdown else f"“{words}” — "
    return quoted + ", ".join(part for part in parts if part)


def safe_words(line: str) -> str:
    """`line` as Markdown that is read as these words: no mark-up, no list, no link."""
    plain = _NUMBER.sub(r"\1\\", _MARKUP.sub(r"\\\g<0>", line))
    return part_mentions(plain)


def safe_target(link: str) -> str:
    """`link` as it may stand between angle brackets in Markdown, where `&lt;` would be read as another sign."""
    return show(link).replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C").replace("&", "&amp;")
