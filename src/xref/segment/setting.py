"""What holds for a whole document while its claims are read: whose voice it is, and what each name is short for.

A letter speaks for its signers to its addressee; "Remarks by X" speaks for X; a turn of a transcript for its label.
Other documents speak with their outlet's own voice, which is nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xref.gazetteer import Gazetteer
from xref.layout import Layout, signs
from xref.model import Block, Claim, Document, Span
from xref.segment.pronouns import Setting, Voice
from xref.segment.speakers import outlet_name

_ROLE_OFF = re.compile(r"\s+(?:at|on|to|in|before|during|for|following|after|regarding)\s+.*$", re.I)


def read_setting(
    document: Document,
    layout: Layout,
    blocks: Sequence[Block],
    claims: Sequence[Claim],
    gazetteer: Gazetteer | None = None,
) -> Setting:
    """The setting of `document`; `claims` carry names, not yet speakers."""
    return Setting(
        document=document,
        voice=_signers(document, layout) or _orator(document, layout),
        addressee=_addressee(document, layout),
        turns=_answers(document, blocks, claims) if layout.genre == "interview" else _turns(document, blocks),
        full=_full_names(document, claims),
        media=_media(document, claims),
        gazetteer=gazetteer,
    )


def _signers(document: Document, layout: Layout) -> Voice | None:
    if layout.genre != "letter" or document.author is None:
        return None
    # of an author that a person gives from outside only the signature that agrees is words of this text
    same = (other.fact for other in document.alternatives if other.field == "author" and not other.refused)
    author = next((fact for fact in (document.author, *same) if fact.rule == "signature"), None)
    if author is None or author.span is None:
        return None
    names = [name.strip() for name in author.value.split(",")]
    if len(names) == 1:
        return Voice(names[0], "person", "signed the letter", author.span)
    others = "one other" if len(names) == 2 else f"{len(names) - 1} others"
    return Voice(f"{names[0]} and {others}", "group", "signed the letter", author.span)


def _orator(document: Document, layout: Layout) -> Voice | None:
    """The one who gives a speech, named in its title or head."""
    for part in layout.parts[: layout.head]:
        match = signs.SPEECH.search(part.unit.text)
        if match and part.kind in ("title", "tag_line", "heading", "byline", "navigation"):
            group = "who" if match["who"] else "lead"
            said = _ROLE_OFF.sub("", match[group]).strip(" *_#")
            start = part.unit.span.start + match.start(group)
            if said:
                return Voice(said, "person", "gives the speech, by its title", Span(start, start + len(said)))
    return None


def _addressee(document: Document, layout: Layout) -> Voice | None:
    for number, part in enumerate(layout.parts):
        if part.kind != "salutation":
            continue
        for other in layout.parts[:number]:
            if other.kind == "address":
                line = other.unit.text.splitlines()[0]
                name = re.sub(
                    r"^(?:the\s+)?(?:right\s+)?(?:hon(?:ou?rable|\.)|his|her|excellency|mr|mrs|ms|dr|gen|amb)\.?\s+",
                    "",
                    line,
                    flags=re.I,
                )
                start = other.unit.span.start + line.index(name)
                return Voice(
                    name.strip(), "person", "the letter is addressed to", Span(start, start + len(name.strip()))
                )
        said = re.sub(r"^(?:my\s+)?dear\s+|[,:;—-]+$", "", part.unit.text, flags=re.I).strip()
        start = part.unit.span.start + part.unit.text.index(said)
        return Voice(said, "person", "the letter is addressed to", Span(start, start + len(said)))
    return None


def _turns(document: Document, blocks: Sequence[Block]) -> dict[int, Voice]:
    """The speaker of each block of a transcript: the last label before it."""
    found: dict[int, Voice] = {}
    voice: Voice | None = None
    # one poster alone says nothing: the post may be a copy of an article
    posters = sum(block.kind == "poster" for block in blocks) >= 2
    for number, block in enumerate(blocks):
        if block.kind == "poster" and posters:
            name = " ".join(block.span.of(document.text).split())
            voice = Voice(name, "person", "the forum member whose post it is", block.span)
            continue
        if block.kind == "speaker":
            said = re.sub(r"\s*[\[(].*?[\])]|[*:.\s]+$", "", block.span.of(document.text)).strip(" *:")
            if re.fullmatch(r"q(?:uestion)?", said, re.I):
                voice = Voice("questioner", "anonymous", "label of the turn, Q", block.span)
            else:
                voice = Voice(said, "person", "label of the turn", block.span)
        elif block.kind == "reprint" and (match := signs.REPRINT.match(block.span.of(document.text))):
            start = block.span.start + match.start("outlet")
            place = Span(start, start + len(match["outlet"]))
            voice = Voice(match["outlet"], "organisation", "the paper that the text is reprinted from", place)
        elif voice and not block.furniture:
            found[number] = voice
    return found


def _answers(document: Document, blocks: Sequence[Block], claims: Sequence[Claim]) -> dict[int, Voice]:
    """The speaker of each block of an interview: questions are the interviewer's, the rest is whom the head presents."""
    text = document.text
    prose = [(n, b) for n, b in enumerate(blocks) if not b.furniture]
    first = next((k for k, (_, b) in enumerate(prose) if b.span.of(text).rstrip().endswith("?")), len(prose))
    head = {n for n, _ in prose[:first]}
    guest = next((name for c in claims if c.block in head for name in c.names if name.kind == "person"), None)
    if guest is None:
        return {}
    answers = Voice(
        " ".join(guest.span.of(text).split()), "person", "answers in the interview, named above it", guest.span
    )
    found = {}
    for number, block in prose[first:]:
        if block.span.of(text).rstrip().endswith("?"):
            found[number] = Voice("questioner", "anonymous", "asks in the interview", block.span)
        else:
            found[number] = answers
    return found


def _full_names(document: Document, claims: Sequence[Claim]) -> dict[str, str]:
    """Surname → the fullest form of one person's name in the document; a surname of two people has none."""
    forms: dict[str, set[str]] = {}
    for claim in claims:
        for name in claim.names:
            if name.kind == "person":
                said = " ".join(name.span.of(document.text).split())
                forms.setdefault(said.split()[-1].casefold(), set()).add(said)
    full = {}
    for surname, spellings in forms.items():
        longest = max(spellings, key=lambda s: (len(s.split()), len(s), s))
        firsts = {s.split()[0].casefold()[:1] for s in spellings if len(s.split()) > 1}
        if len(firsts) <= 1:
            full[surname] = longest
    return full


def _media(document: Document, claims: Sequence[Claim]) -> dict[str, Span]:
    """The outlets that a document cites, its own aside."""
    own = document.outlet.value.casefold() if document.outlet else ""
    found: dict[str, Span] = {}
    for claim in claims:
        for name in claim.names:
            if name.kind == "media":
                called = outlet_name(name.span.of(document.text))
                if called.casefold() != own:
                    found.setdefault(called, name.span)
    return found
