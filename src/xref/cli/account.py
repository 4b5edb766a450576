"""The lines that `xref explain` prints about one noun: each fact with its words, its place and its rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xref.cli.columns import date_of, flow, season_words, words_of
from xref.cli.lookup import Found
from xref.layout import locate, place_of, words_of_place
from xref.model import Actor, Claim, CrossReference, DateCandidate, Document, Fact, Hit, Match, Pair, Span

INDENT = "    "


class Library:
    """The nouns of a result by id, for accounts that follow references."""

    def __init__(self, result: CrossReference) -> None:
        self.result = result
        self.documents = {d.id: d for d in result.documents}
        self.claims = {c.id: c for c in result.claims}

    def place(self, document: Document, span: Span) -> str:
        """Where `span` stands, for people and for programs."""
        line, column = place_of(document.text, span.start)
        inside = f"{document.path} line {line} column {column}, characters {span.start}-{span.end}"
        return inside + self.in_file(document, span)

    def in_file(self, document: Document, span: Span) -> str:
        """Where an extracted text has the words in its file, if that is known: "; in the file: page 3, box ..."."""
        place = locate(document, span)
        if place is None:
            return ""
        box = f", box {' '.join(map(str, place.box))} points" if place.box else ""
        return f"; in the file: {words_of_place(place)}{box}"

    def hits(self, claim: str) -> list[Hit]:
        """The hits of a claim."""
        return [hit for hit in self.result.hits if hit.claim == claim]


def account_for(result: CrossReference, noun: Found) -> Iterator[str]:
    """Lines about `noun`; they may hold foreign text and must be printed through xref.show."""
    library = Library(result)
    match noun:
        case Match():
            return _match(library, noun)
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
            yield f"{side}:"
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
            + ("" if evidence.claim == hit.claim else f", in the neighbouring claim {evidence.claim}")
        )


def _claim(library: Library, claim: Claim, theme: str = "") -> Iterator[str]:
    document = library.documents[claim.document]
    text = document.text
    yield f"claim {claim.id}: {library.place(document, claim.span)}"
    yield f"  published: {_dating(document)}"
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
    yield f"document {document.id}: {document.path}, {len(document.text)} characters, {document.encoding}"
    yield f"  SHA-256: {document.digest}"
    yield f"  published: {_dating(document)}"
    for candidate in document.refused:
        yield f"  date not taken: {_candidate(candidate)}: {candidate.refused}"
    for name in ("title", "outlet", "author", "url", "kind"):
        yield f"  {name}: {_fact(getattr(document, name))}"
        for other in document.alternatives:
            if other.field == name:
                yield f"  {name} {'not taken' if other.refused else 'agrees'}: {_fact(other.fact)}" + (
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


def _dating(document: Document) -> str:
    return _candidate(document.published) if document.published else f"{date_of(document)}; no date was certain"


def _candidate(candidate: DateCandidate) -> str:
    where = f", characters {candidate.span.start}-{candidate.span.end}" if candidate.span else ""
    agrees = "".join(f"; agrees: {other}" for other in candidate.agrees)
    return f"{candidate.value.iso} ({candidate.how}{where}, confidence {candidate.confidence}){agrees}"


def _fact(fact: Fact | None) -> str:
    if fact is None:
        return "not known"
    where = f", characters {fact.span.start}-{fact.span.end}" if fact.span else ""
    return f"{fact.value} ({fact.how}{where})"


def _inner(lines: Iterable[str], by: str = INDENT) -> Iterator[str]:
    for line in lines:
        yield by + line
