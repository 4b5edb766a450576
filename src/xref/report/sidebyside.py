"""Cards: two claims side by side, each with its witness, dates, context, speaker, and the points that add up."""

from __future__ import annotations

from xref.fragment import link_to_words
from xref.layout import words_of_place
from xref.model import Claim, Document, Match, Pair, Reason
from xref.report.decided import note_of
from xref.report.highlight import Marked, cut, ending, excerpt, facet_marks, passage_marks, shared_marks
from xref.report.index import (
    Index,
    number,
    origin_of,
    outlet_of,
    theme_anchor,
    words_of_gap,
    words_of_range,
)
from xref.report.records import Bar, CardView, FurtherPair, Link, Note, Piece, SideView
from xref.show import show


def build_card(index: Index, match: Match, rank: int) -> CardView:
    """The card of `match`, which stands at place `rank` of the whole list."""
    pair = match.best
    return CardView(
        id=match.id,
        rank=rank,
        theme=show(index.label_of(match)),
        theme_href="#" + (theme_anchor(match.theme) if match.theme else match.id),
        relation=_relation(index, pair),
        score=number(pair.score),
        left=_side(index, pair, pair.left, match),
        right=_side(index, pair, pair.right, match),
        bars=_bars(pair),
        further=tuple(_further(index, other, match) for other in match.pairs[1:]),
        notes=_notes(index, match),
    )


def relay_words(claim: Claim) -> str:
    """Outermost first: The Moscow Times < Kommersant."""
    return show(" < ".join(claim.relay))


def file_words(claim: Claim) -> tuple[str, ...]:
    """Where the file has a claim: page 3; none for txt and md, or where it is not certain."""
    return (words_of_place(claim.place).replace("-", "–"),) if claim.place else ()


def speaker_words(claim: Claim) -> tuple[str, str, str]:
    """Who asserts a claim, the badge beside it, and how that was found."""
    speaker = claim.speaker
    if speaker is None:
        return "The document's own voice", "own voice", "no source is named for this sentence"
    badge = "unnamed" if speaker.anonymous else "named"
    return show(speaker.name[:1].upper() + speaker.name[1:]), badge, show(speaker.rule)


def offices_words(index: Index, document: Document) -> str:
    """Obama I · Medvedev · 15 days to the next US vote."""
    parts = [show(holding.label) for holding in document.holdings]
    vote = document.votes[0] if document.votes else None
    if vote:
        short = show(index.series[vote.series].short) if vote.series in index.series else ""
        parts.append(" ".join(f"{vote.days} day{'' if vote.days == 1 else 's'} to the next {short} vote".split()))
    return " · ".join(parts) or "no term of office known"


def _side(index: Index, pair: Pair, name: str, match: Match) -> SideView:
    claim = index.claims[name]
    return build_side(index, claim, cut(index.documents[claim.document], claim.span, _marks(index, pair, claim, match)))


def build_side(index: Index, claim: Claim, quotation: tuple[Piece, ...]) -> SideView:
    """A claim with its witness, dates, context and speaker."""
    document = index.documents[claim.document]
    speaker, badge, why = speaker_words(claim)
    before, after = _context(index, claim)
    return SideView(
        siglum=index.sigla[document.id],
        outlet=outlet_of(document),
        offices=offices_words(index, document),
        events=_events(claim, document),
        printed=_printed(document),
        before=before,
        quotation=quotation,
        after=after,
        speaker=speaker,
        badge=badge,
        why=why,
        relay=relay_words(claim),
        claim=claim.id,
        place=" · ".join((f"chars {claim.span.start}–{claim.span.end}", *file_words(claim))),
        original=link_to_words(document, claim),
        origin=origin_of(index, claim),
    )


def _printed(document: Document) -> str:
    return words_of_range(document.published.value) if document.published else "undated"


def _marks(index: Index, pair: Pair, claim: Claim, match: Match) -> list[Marked]:
    if pair.alignment:
        return passage_marks(pair, claim)
    hit = index.hit(claim.id, match.theme)
    return [*(facet_marks(hit, index.themes[match.theme], claim) if hit else []), *shared_marks(pair, claim)]


def _events(claim: Claim, document: Document) -> tuple[str, ...]:
    """The dates a claim speaks of: "last month": Apr 2013."""
    found = []
    for mention in claim.dates:
        said = show(" ".join(mention.span.of(document.text).split()))
        if mention.value:
            about = "about " if mention.approximate else ""
            found.append(f"“{said}”: {about}{words_of_range(mention.value)}")
        else:
            found.append(f"“{said}”: unknown, {mention.rule}")
    return tuple(found)


def _context(index: Index, claim: Claim) -> tuple[str, str]:
    """A line of what stands before and after; furniture never is context."""
    claims = index.claims_of[claim.document]
    at = index.place[claim.id]
    before = ending(claims[at - 1].text) if at else "The text begins here."
    after = excerpt(claims[at + 1].text) if at + 1 < len(claims) else "The text ends here."
    return before, after


def _relation(index: Index, pair: Pair) -> str:
    """How the two documents stand to each other."""
    a, b = index.document_of(pair.left), index.document_of(pair.right)
    parts = []
    if any(r.name == "opposed" for r in pair.reasons):
        parts.append("Opposed stances")
    names = {reason.name for reason in pair.reasons}
    if "same-event" in names:
        parts.append("one event told twice")
    if "other-event" in names:
        parts.append("the theme again, another event")
    terms = a.terms_with(b)
    if terms:
        x, y = terms
        parts.append("same term" if x.period == y.period else f"{show(x.label)} and {show(y.label)}")
    if a.day and b.day:
        parts.append(f"{a.day.year} to {b.day.year}, {words_of_gap((b.day - a.day).days)} apart")
    else:
        parts.append("distance in time unknown")
    said = " · ".join(parts)
    return said[:1].upper() + said[1:]


_LOOKS = {"theme": "r1", "rich": "r1", "same-telling": "r1", "opposed": "r2", "same-stance": "r2",
          "shared-words": "r3", "shared-names": "r3", "same-rank": "r3"}  # fmt: skip


def _bars(pair: Pair) -> tuple[Bar, ...]:
    """The waterfall: each bar starts where the one before ended."""
    found = []
    at = 0.0
    for reason in pair.reasons:
        low, high = sorted((at, at + reason.points))
        low, high = max(0.0, min(low, 100.0)), max(0.0, min(high, 100.0))
        found.append(
            Bar(
                show(reason.label), show(reason.left), show(reason.right), _signed(reason),
                round(low, 1), round(high - low, 1), "off" if reason.points < 0 else _LOOKS.get(reason.name, ""),
            )
        )  # fmt: skip
        at += reason.points
    return tuple(found)


def _signed(reason: Reason) -> str:
    return ("+" if reason.points >= 0 else "−") + number(abs(reason.points))


def _further(index: Index, pair: Pair, match: Match) -> FurtherPair:
    def side(name: str) -> tuple[tuple[Piece, ...], Link]:
        claim = index.claims[name]
        pieces = cut(index.documents[claim.document], claim.span, _marks(index, pair, claim, match))
        return pieces, Link(f"{index.siglum(name)} {claim.span.start}–{claim.span.end}", f"#{name}")

    origins = (origin_of(index, index.claims[pair.left]), origin_of(index, index.claims[pair.right]))
    left, left_link = side(pair.left)
    right, right_link = side(pair.right)
    why = " ".join(f"{show(r.label)} {_signed(r)}" + ("," if r is not pair.reasons[-1] else "") for r in pair.reasons)
    return FurtherPair(left, left_link, right, right_link, number(pair.score), why, origins)


def _decided(index: Index, match: Match) -> list[Note]:
    """What reviewers said of the pair and of each of its sentences."""
    hits = [(index.hit(name, match.theme), index.siglum(name)) for name in (match.best.left, match.best.right)]
    asked = [(match.id, "this pair"), *((hit.id, f"the sentence in {siglum}") for hit, siglum in hits if hit)]
    return [note_of(index.standing_of[name], what) for name, what in asked if name in index.standing_of]


def _notes(index: Index, match: Match) -> tuple[Note, ...]:
    found = _decided(index, match)
    found += [Note("One origin", show(note), warning=True) for note in match.notes]
    for name in (match.best.left, match.best.right):
        claim, siglum = index.claims[name], index.siglum(name)
        found += [Note(f"Place in {siglum}", show(flag), warning=True) for flag in claim.flags]
        document = index.documents[claim.document]
        if document.published is None:
            found.append(Note(f"{siglum} is undated", "its place in time is unknown", warning=True))
        if claim.speaker and claim.speaker.anonymous:
            found.append(Note(f"Unnamed source in {siglum}", "whoever says this is not named in the text"))
        for holding in document.holdings:
            found += [Note(f"Office in {siglum}", f"{holding.label}: {note}") for note in holding.notes]
    sides = frozenset((match.best.left, match.best.right))
    for dispute in index.disputes_of.get(sides, ()):
        said = f"{dispute.left.stance} against {dispute.right.stance}: see the contradiction"
        found.append(Note("They contradict each other", show(said), warning=True, href=f"#{dispute.id}"))
    return tuple(dict.fromkeys(found))


def card_link(index: Index, match: Match, rank: int) -> Link:
    """One line that leads to a card."""
    a, b = (index.sigla[d] for d in match.documents)
    dates = " to ".join(_printed(index.documents[d]) for d in match.documents)
    return Link(f"{rank}. {show(index.label_of(match))}, {a} and {b} ({dates}), {number(match.score)}", f"#{match.id}")
