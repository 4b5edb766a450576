"""A quotation in one line: words, who says them through whom, where, when, the exact place, the file's hash, a link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xref.export.index import Index, day_of, through, value
from xref.fragment import link_to_words
from xref.model import Claim, Hit, Match
from xref.show import show

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")


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
        return _MARKUP.sub(r"\\\1", flat) if markdown else flat

    words = safe(claim.text)
    who = safe(claim.speaker.name) if claim.speaker else ""
    if relay := through(document, claim):
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


def safe_target(link: str) -> str:
    """`link` as it may stand between angle brackets in Markdown."""
    return show(link).replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
