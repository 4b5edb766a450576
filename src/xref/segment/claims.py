"""One document into claims: the steps in order, and the ids.

A claim is one sentence of running text with its attribution; furniture never is one. Its id is made of the document's
id, the folded words and how often they have occurred before, so that it survives edits elsewhere in the document.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from xref import fold
from xref.gazetteer import Gazetteer
from xref.layout import locate, place_of, read_layout, signs
from xref.model import Block, Claim, Document, Problem, Settings, Span, quote
from xref.segment.blocks import find_blocks
from xref.segment.boilerplate import Repeated, mark_boilerplate
from xref.segment.clashes import find_clashes
from xref.segment.dates import find_all_dates
from xref.segment.names import find_document_names
from xref.segment.quotes import find_quotations
from xref.segment.running import attribute
from xref.segment.sentences import find_sentences
from xref.segment.setting import read_setting
from xref.segment.speakers import name_speakers

_VERBLIKE = re.compile(
    r"\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|cannot|"
    r"\w{2,}(?:ed|es|ing|s|n['’]t)|went|came|said|told|made|took|gave|met|held|set|put|let|cut|won|lost|led|kept|left|"
    r"sent|spent|built|felt|found|got|knew|ran|saw|wrote|began|broke|brought|chose|fell|grew|heard|paid|read|rose|sold|"
    r"spoke|stood|cost|hit|hurt|quit|spread|beat|meant|thought|understood|want|need|think|believe|know|see|hope|agree|remain|say)\b|['’](?:s|re|ve|ll|d|m)\b",
    re.I,
)
_WORDS = re.compile(r"[^\W_]")
_BULLET = re.compile(r"[-*•‣▪–—]\s+(?=\S)")


@attrs.frozen
class Segmented:
    """What became of one document."""

    document: Document
    """the document"""
    blocks: tuple[Block, ...]
    """all of it, in reading order"""
    claims: tuple[Claim, ...]
    """in reading order"""
    problems: tuple[Problem, ...]
    """limits that were met, doubts"""
    name: str = ""
    """what decided all this, as a hash; empty where nothing is kept"""


def find_claims(
    document: Document,
    settings: Settings | None = None,
    repeated: Repeated | None = None,
    gazetteer: Gazetteer | None = None,
) -> Segmented:
    """The blocks and claims of `document`; every span re-reads its words from `document.text`.

    `repeated` are the lines that other documents of its outlet have too (`find_boilerplate`); without `gazetteer`, the
    one that ships is asked for names and offices.
    """
    settings = settings or Settings()
    text = document.text
    layout = read_layout(text, document.front)
    blocks = mark_boilerplate(layout, find_blocks(document, layout), text, repeated or {})
    stretches = _stretches(text, blocks, settings)
    problems = []
    if len(stretches) > settings.max_claims:
        problems.append(_too_many(document, len(stretches), settings))
        stretches = stretches[: settings.max_claims]
    announcing = list(_announcing(text, blocks))
    spans = [span for _, span, _ in stretches] + [span for _, span in announcing]
    names = find_document_names(text, spans, document.day, gazetteer)
    quoted = {number: find_quotations(text, block.span) for number, block in enumerate(blocks) if not block.furniture}
    seen: Counter[str] = Counter()
    published = document.published.value if document.published else None
    claims = []
    dates = find_all_dates(text, [span for _, span, _ in stretches], published)
    for (number, span, flags), named, dated in zip(stretches, names[: len(stretches)], dates, strict=True):
        said = span.of(text)
        folded = fold.key(said)
        seen[folded] += 1
        claims.append(
            Claim(
                id="c-" + short_hash(document.id, folded, str(seen[folded])),
                document=document.id,
                span=quote(text, span, said),
                text=said,
                block=number,
                quotations=tuple(q for q in quoted[number] if q.meets(span)),
                dates=tuple(dated),
                names=tuple(named),
                flags=flags,
                place=locate(document, span),
            )
        )
    announced = [
        Claim("", document.id, span, span.of(text), number, names=tuple(named))
        for (number, span), named in zip(announcing, names[len(stretches) :], strict=True)
    ]
    claims = attribute(text, sorted(claims + announced, key=lambda c: c.span))
    setting = read_setting(document, layout, blocks, [c for c in claims if c.id], gazetteer)
    # what announces ("Ann Lee wrote:") names a speaker and is no claim
    named_claims = [c for c in name_speakers(claims, setting) if c.id]
    if not named_claims:
        problems.append(_none(document))
    problems += find_clashes(document, blocks, named_claims, setting)
    problems += [_told(document, claim) for claim in named_claims if claim.flags]
    return Segmented(document, tuple(blocks), tuple(named_claims), tuple(problems))


def short_hash(*parts: str) -> str:
    """Twelve hexadecimal digits of the SHA-256 of `parts`: 2^48 ids, so that a million claims hardly ever clash."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _stretches(text: str, blocks: Sequence[Block], settings: Settings) -> list[tuple[int, Span, tuple[str, ...]]]:
    """Every sentence of running text with the number of its block and what a reader must know about it."""
    found: list[tuple[int, Span, tuple[str, ...]]] = []
    for number, block in enumerate(blocks):
        if block.furniture:
            continue
        for sentence in find_sentences(text, block.span):
            if not _WORDS.search(text, sentence.start, sentence.end):
                continue
            for piece, cut in _cut(text, _unlisted(text, sentence), settings.max_claim_characters):
                flags = []
                said = piece.of(text)
                if signs.STAGE.match(said):
                    continue
                if cut:
                    flags.append(f"cut: the sentence is longer than {settings.max_claim_characters} characters")
                if re.search(r"\S[ \t]*\r?\n[ \t]*\r?\n\s*\S", said):
                    flags.append("the sentence runs across a blank line; it was joined")
                if len(said.split()) <= 12 and not _VERBLIKE.search(said):
                    flags.append("no verb found: it may be a title or a fragment")
                found.append((number, piece, tuple(flags)))
    return found


def _unlisted(text: str, span: Span) -> Span:
    """`span` without the bullet of a list item."""
    bullet = _BULLET.match(text, span.start, span.end)
    return Span(bullet.end(), span.end) if bullet else span


def _cut(text: str, span: Span, limit: int) -> list[tuple[Span, bool]]:
    """`span` whole, or cut at spaces into pieces of at most `limit` characters."""
    if span.end - span.start <= limit:
        return [(span, False)]
    pieces = []
    start = span.start
    while start < span.end:
        end = min(start + limit, span.end)
        if end < span.end:
            space = text.rfind(" ", start + limit // 2, end)
            end = space if space > start else end
        pieces.append((Span(start, end), True))
        start = end
        while start < span.end and text[start].isspace():
            start += 1
    return pieces


def _announcing(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, Span]]:
    """Lines set apart that announce the text below them, with their numbers: "Here is what the captain wrote:"."""
    for number, (block, after) in enumerate(pairwise(blocks)):
        said = block.span.of(text).rstrip()
        # four words: "Notes:" and a speaker's label announce no saying
        if block.furniture and not after.furniture and said.endswith(":") and len(said.split()) >= 4:
            yield number, block.span


def _none(document: Document) -> Problem:
    return Problem(
        document.path, "", "warning", "no claim was found in it: every line looks like a title, label or note",
        "see under the document in the report what became of each line",
    )  # fmt: skip


def _told(document: Document, claim: Claim) -> Problem:
    line, _ = place_of(document.text, claim.span.start)
    return Problem(
        document.path, f"line {line}, characters {claim.span.start}-{claim.span.end}", "note",
        "; ".join(claim.flags), "read the place in the document before you quote it", claim.span,
    )  # fmt: skip


def _too_many(document: Document, number: int, settings: Settings) -> Problem:
    return Problem(
        document.path, "", "warning",
        f"{number} sentences, more than the limit of {settings.max_claims} (max_claims): the rest was left out",
        "split the document into the texts it is made of",
    )  # fmt: skip
