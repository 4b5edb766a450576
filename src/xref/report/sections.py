"""The sections below the overview: readers, actors."""

from __future__ import annotations

import attrs

from xref.fragment import address_of, link_to_words
from xref.model import Actor, Block, Claim, Document, Match, Merge
from xref.report.chapters import ReaderRow, ReaderView
from xref.report.highlight import cut, facet_marks
from xref.report.index import (
    Index,
    number,
    origin_of,
    reader_anchor,
    theme_anchor,
    title_of,
    words_of_day,
    words_of_range,
)
from xref.report.records import Link, Piece
from xref.report.sidebyside import relay_words, speaker_words
from xref.report.sources import how_words
from xref.report.tables import ActorRow, MergeRow
from xref.show import show

LETTERS = 24
"""documents that the table of actors names one by one"""
NAMED = 8
"""cards that a claim in the reader names one by one, before it says how many there are"""


def build_reader(index: Index, document: Document) -> ReaderView:
    """A document in full, claims marked, furniture set aside."""
    siglum = index.sigla[document.id]
    rows: list[ReaderRow] = []
    claims = index.claims_of[document.id]
    for number_, block in enumerate(b for b in index.result.blocks if b.document == document.id):
        if block.furniture:
            rows.append(_furniture(document, block))
            continue
        inside = [c for c in claims if c.block == number_]
        at = block.span.start
        for claim in inside:
            rows += _stray(document, at, claim.span.start)
            rows.append(_claim_row(index, document, claim))
            at = claim.span.end
        rows += _stray(document, at, block.span.end)
    return ReaderView(
        reader_anchor(siglum), siglum, title_of(document), _facts(document), address_of(document), _turn(rows)
    )


def _turn(rows: list[ReaderRow]) -> tuple[ReaderRow, ...]:
    """The rows, those with a theme linked to the one before and the one after."""
    marked = [row.id for row in rows if row.look == "hit"]
    at = {name: n for n, name in enumerate(marked)}
    return tuple(
        attrs.evolve(
            row,
            before=f"#{marked[at[row.id] - 1]}" if at[row.id] else "",
            after=f"#{marked[at[row.id] + 1]}" if at[row.id] + 1 < len(marked) else "",
        )
        if row.id in at
        else row
        for row in rows
    )


def _facts(document: Document) -> tuple[tuple[str, str], ...]:
    found = [("File", f"{show(document.path)} · SHA-256 {document.digest} · read as {document.encoding}")]
    when = words_of_range(document.published.value) if document.published else "undated"
    found.append(("Date", f"{when}, {how_words(document)}"))
    for name, fact in (("Outlet", document.outlet), ("Author", document.author), ("Kind", document.kind)):
        said = f"{show(fact.value)} ({show(fact.how)})" if fact else "unknown"
        left = [o.fact for o in document.alternatives if o.refused and o.field == name.lower()]
        found.append((name, said + "".join(f"; not taken: {show(o.value)} ({show(o.how)})" for o in left)))
    return tuple(found)


def _furniture(document: Document, block: Block) -> ReaderRow:
    said = show(block.span.of(document.text), lines=True)
    kind = block.kind.replace("_", " ")
    return ReaderRow("", "fu", "", (), (Piece(said),), kind, (), ())


def _stray(document: Document, start: int, end: int) -> list[ReaderRow]:
    """Characters between claims that are no claim: a lone mark."""
    said = document.text[start:end].strip()
    return [ReaderRow("", "fu", "", (), (Piece(show(said)),), "", (), ())] if said else []


def _claim_row(index: Index, document: Document, claim: Claim) -> ReaderRow:
    hits = index.hits_of_claim.get(claim.id, [])
    marks = [m for hit in hits for m in facet_marks(hit, index.themes[hit.theme], claim)]
    speaker, badge, _ = speaker_words(claim)
    who = speaker if badge == "own voice" else f"{speaker} ({badge})"
    links = [Link(show(index.themes[h.theme].label), f"#{theme_anchor(h.theme)}") for h in hits]
    matches = index.matches_of_claim.get(claim.id, [])
    links += [Link(f"pair with {_other(index, m, document)}", f"#{m.id}") for m in matches[:NAMED]]
    if len(matches) > NAMED:
        links.append(Link(f"all {len(matches)} cards", f"#?claim={claim.id}"))
    notes = [
        f"“{show(' '.join(m.span.of(document.text).split()))}”: "
        + (
            f"{'about ' if m.approximate else ''}{words_of_range(m.value)} ({m.rule})"
            if m.value
            else f"unknown, {m.rule}"
        )
        for m in claim.dates
    ]
    relay = relay_words(claim)
    return ReaderRow(
        id=claim.id,
        look="hit" if hits else "cl",
        place=f"{claim.span.start}–{claim.span.end}",
        file=_margin(claim),
        pieces=cut(document, claim.span, marks),
        speaker=f"{who} · {relay}" if relay else who,
        themes=tuple(dict.fromkeys(links)),
        notes=tuple(notes + [show(flag) for flag in claim.flags]),
        original=link_to_words(document, claim),
        origin=origin_of(index, claim),
    )


def _margin(claim: Claim) -> tuple[str, ...]:
    """Where the file has a claim, as lines of a narrow column: page 3; par. 4; source, 120–180."""
    place = claim.place
    if place is None:
        return ()
    for noun, numbers in (("page", place.pages), ("par.", place.paragraphs)):
        if numbers:
            return (f"{noun} {'–'.join(map(str, sorted(set(numbers))))}",)
    return ("source", f"{place.source.start}–{place.source.end}") if place.source else ()


def _other(index: Index, match: Match, document: Document) -> str:
    other = next(d for d in match.documents if d != document.id)
    return f"{index.sigla[other]}, {show(index.label_of(match))}"


def build_actor(index: Index, actor: Actor) -> ActorRow:
    """An actor with spellings and documents."""
    counts: dict[str, int] = {}
    first: dict[str, str] = {}
    for mention in actor.mentions:
        letter = index.siglum(mention.claim)
        counts[letter] = counts.get(letter, 0) + 1
        first.setdefault(letter, mention.claim)
    letters = sorted(counts, key=lambda letter: (len(letter), letter))
    offices = [
        f"{o.title}, {o.of}"
        + (f", from {words_of_day(o.first)}" if o.first else "")
        + (f" to {words_of_day(o.last)}" if o.last else "")
        + ("" if o.checked else " (not checked)")
        for o in actor.offices
    ]
    known = {"codebook": "codebook", "gazetteer": "shipped list"}.get(actor.known, "found in the text")
    return ActorRow(
        name=show(actor.name),
        kind=actor.kind,
        variants=show(", ".join(actor.variants)),
        documents=tuple(Link(f"{letter} {counts[letter]}", f"#{first[letter]}") for letter in letters[:LETTERS]),
        more=max(0, len(letters) - LETTERS),
        offices=tuple(offices),
        known=known,
    )


def build_merge(index: Index, merge: Merge) -> MergeRow:
    """A proposed merge with the claims that hold either spelling."""
    links = [
        Link(f"{index.siglum(c)} {index.claims[c].span.start}", f"#{c}") for c in merge.claims if c in index.claims
    ]
    return MergeRow(show(merge.left), show(merge.right), number(merge.score), show(merge.why), tuple(links[:8]))
