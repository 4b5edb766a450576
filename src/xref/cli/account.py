"""The lines that `xref explain` prints about one noun: each fact with its words, its place and its rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xref.cli.columns import flow, season_words, words_of
from xref.cli.library import Library
from xref.cli.lookup import Found
from xref.model import Actor, Claim, Contradiction, CrossReference, Document, Hit, Match, Pair

INDENT = "    "


def account_for(result: CrossReference, noun: Found) -> Iterator[str]:
    """Lines about `noun`; they may hold foreign text and must be printed through xref.show."""
    library = Library(result)
    match noun:
        case Match():
            return _match(library, noun)
        case Contradiction():
            return _contradiction(library, noun)
        case Hit():
            return _hit(library, noun)
        case Claim():
            return _claim(library, noun)
        case Document():
            return _document(library, noun)
        case Actor():
            return _actor(library, noun)


def _match(library: Library, match: Match) -> Iterator[str]:
    told: set[str] = set()
    yield f"match {match.id}: {match.kind} {match.theme}".rstrip() + f", score {match.score:.1f}"
    for note in match.notes:
        yield f"  note: {note}"
    for number, pair in enumerate(match.pairs, 1):
        yield ""
        yield f"pair {number} of {len(match.pairs)}, score {pair.score:.1f}, the sum of"
        yield from _reasons(pair)
        for side, name in (("earlier", pair.left), ("later", pair.right)):
            yield ""
            yield f"{side}:" if library.both_dated(pair) else f"{library.dating(name)}:"
            claim = library.claims[name]
            if name in told:
                yield f"{INDENT}claim {name}, told above: {flow(claim.text)}"
            else:
                yield from _inner(_claim(library, claim, match.theme))
            told.add(name)


def _reasons(pair: Pair) -> Iterator[str]:
    for reason in pair.reasons:
        words = " | ".join(flow(side) for side in (reason.left, reason.right) if side)
        yield f"{reason.points:+8.1f}  {reason.label}" + (f": {words}" if words else "")


def _contradiction(library: Library, found: Contradiction) -> Iterator[str]:
    yield f"contradiction {found.id}: {found.kind}, theme {found.theme}; which of the two holds is not said"
    yield f"  both speak of: {', '.join(found.shared)}"
    if found.days is not None:
        yield f"  {found.days} days lie between them, in which the matter may have changed"
    for position, name in zip((found.left, found.right), found.documents, strict=True):
        document = library.documents[name]
        yield ""
        yield f"{library.dating(position.claim)} says {position.stance}: {position.rule}"
        for span in position.spans:
            yield f"  decided by {flow(span.of(document.text))}, {library.place(document, span)}"
        yield from _inner(_claim(library, library.claims[position.claim], found.theme))


def _hit(library: Library, hit: Hit) -> Iterator[str]:
    yield f"hit {hit.id}: theme {hit.theme}, score {hit.score:.1f} (the weakest facet's best evidence)"
    yield from _evidence(library, hit)
    yield ""
    yield from _claim(library, library.claims[hit.claim], hit.theme)


def _evidence(library: Library, hit: Hit) -> Iterator[str]:
    for evidence in hit.evidence:
        document = library.documents[library.claims[evidence.claim].document]
        yield (
            f"  {evidence.facet}: {flow(evidence.span.of(document.text))} for the phrase {evidence.phrase} "
            f"({evidence.how}, {evidence.score:.1f}), characters {evidence.span.start}-{evidence.span.end}"
            + library.in_file(document, evidence.span)
            + ("" if evidence.claim == hit.claim else f", in another claim of its scope, {evidence.claim}")
        )
        for word in evidence.words:
            if word.group:
                said = " ".join(flow(span.of(document.text)) for span in word.spans)
                yield f"    {word.asked} met by {said} through the group “{word.group}”"
        if evidence.denied:
            yield f"    denied by {flow(evidence.denied.of(document.text))}"


def _claim(library: Library, claim: Claim, theme: str = "") -> Iterator[str]:
    document = library.documents[claim.document]
    text = document.text
    yield f"claim {claim.id}: {library.place(document, claim.span)}"
    yield f"  published: {library.dated(document)}"
    yield f"  words: {flow(claim.text)}"
    if claim.speaker is None:
        yield "  speaker: none named; the outlet's own voice"
    else:
        where = library.place(library.documents[claim.speaker.document], claim.speaker.span)
        yield f"  speaker: {claim.speaker.name} ({claim.speaker.kind}), {claim.speaker.rule}; {where}"
    if claim.relay:
        yield f"  through: {' > '.join(claim.relay)}"
    for attribution in claim.attributions:
        yield f"  attribution ({attribution.mode}): {words_of(attribution, text)}"
    for span in claim.quotations:
        yield f"  quotation, characters {span.start}-{span.end}: {flow(span.of(text))}"
    for date in claim.dates:
        value = date.value.iso if date.value else "not certain"
        about = "about " if date.approximate and date.value else ""
        yield f"  date: {flow(date.span.of(text))} is {about}{value} ({date.rule})"
    if claim.names:
        yield f"  names: {', '.join(flow(name.span.of(text)) for name in claim.names)}"
    for flag in claim.flags:
        yield f"  flag: {flag}"
    for hit in library.hits(claim.id):
        if not theme or hit.theme == theme:
            yield f"  theme {hit.theme}, score {hit.score:.1f}, hit {hit.id}"
            yield from _inner(_evidence(library, hit), "  ")


def _document(library: Library, document: Document) -> Iterator[str]:
    claims = [claim for claim in library.result.claims if claim.document == document.id]
    blocks = [block for block in library.result.blocks if block.document == document.id]
    read = f"read as {document.format} ({document.encoding})"
    yield f"document {document.id}: {document.path}, {len(document.text)} characters, {read}"
    yield f"  SHA-256: {document.digest}"
    yield f"  published: {library.dated(document)}"
    for candidate in document.refused:
        yield f"  date not taken: {library.candidate(document, candidate)}: {candidate.refused}"
    for name in ("title", "outlet", "author", "url", "kind"):
        yield f"  {name}: {library.fact(document, getattr(document, name))}"
        for other in document.alternatives:
            if other.field == name:
                yield f"  {name} {'not taken' if other.refused else 'agrees'}: {library.fact(document, other.fact)}" + (
                    f": {other.refused}" if other.refused else ""
                )
    for holding in document.holdings:
        notes = "".join(f"; {note}" for note in holding.notes)
        yield f"  in office ({holding.series}): {holding.label}, {holding.holder}{notes}"
    for season in document.seasons:
        yield f"  votes ({season.series}): {'; '.join(season_words(season))}"
    for problem in library.result.problems:
        if problem.where == document.path:
            yield f"  {problem.level}: {problem.place or 'whole file'}: {problem.message}; {problem.advice}"
    yield f"  claims: {len(claims)}"
    for block in blocks:
        if block.furniture:
            words = flow(block.span.of(document.text))
            yield f"  kept apart, {block.kind} ({block.rule}), characters {block.span.start}-{block.span.end}: {words}"


def _actor(library: Library, actor: Actor) -> Iterator[str]:
    yield f"actor {actor.id}: {actor.name} ({actor.kind}), known from {actor.known}"
    yield f"  spellings: {', '.join(actor.variants)}"
    for office in actor.offices:
        first, last = (day.isoformat() if day else "unknown" for day in (office.first, office.last))
        checked = "checked" if office.checked else "not checked"
        yield f"  office: {office.title}, {office.of}, {first} until {last} ({office.source}, {checked})"
    for mention in actor.mentions:
        claim = library.claims[mention.claim]
        document = library.documents[claim.document]
        yield f"  {library.place(document, mention.span)}, claim {claim.id}: {flow(mention.text)}"


def _inner(lines: Iterable[str], by: str = INDENT) -> Iterator[str]:
    for line in lines:
        yield by + line
