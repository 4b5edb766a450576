"""A theme's section: what it asks for, where it first and last stands, its chain in time, all its hits."""

from __future__ import annotations

from xref.model import Facet, Hit, Match, Theme
from xref.report.chain import build_chain
from xref.report.chapters import FacetView, HitGroup, HitRow, ThemeView
from xref.report.decided import note_of
from xref.report.division import Division
from xref.report.highlight import cut, facet_marks, look_of
from xref.report.index import Index, cell_anchor, number, origin_of, theme_anchor, words_of_day, words_of_range
from xref.report.records import Link, Note
from xref.report.sidebyside import card_link, relay_words, speaker_words
from xref.show import show

LISTED = 12
"""links to cards in a theme's section; the page's script lists the others by the theme's name"""
OPEN = 12
"""hits that stand open on the page; more are folded"""
_RANK = {"exact": 0, "stem": 1, "spelling": 2, "negation": 3, "computed": 4, "group": 5, "calendar": 6}


def build_theme(index: Index, theme: Theme, ranks: dict[str, int], division: Division) -> ThemeView:
    """A theme's section; its cards stand above and are linked, the strongest by name."""
    hits = index.hits_of_theme[theme.id]
    matches = index.matches_of_theme.get(theme.id, [])
    return ThemeView(
        id=theme_anchor(theme.id),
        key=show(theme.id),
        label=show(theme.label),
        description=show(theme.description),
        facets=tuple(
            FacetView(show(f.name), look_of(n), str(n), show(", ".join(f.phrases) or words_of_conditions(f)))
            for n, f in enumerate(theme.facets, 1)
        ),
        exclude=show(", ".join(theme.exclude)),
        empty=_empty(index, hits, matches),
        margin=_margin(index, hits, division),
        chain=build_chain(index, hits),
        hits=len(hits),
        open=len(hits) <= OPEN,
        groups=_groups(index, theme, hits, division),
        links=tuple(card_link(index, m, ranks[m.id]) for m in matches[:LISTED]),
        cards=len(matches),
        pairs=sum(len(match.pairs) for match in matches),
    )


def _margin(index: Index, hits: list[Hit], division: Division) -> tuple[Note, ...]:
    """First and last appearance, and under whom, with the empty columns named."""
    days = sorted({(d.day, index.sigla[d.id]) for h in hits if (d := index.document_of(h.claim)).day})
    found = []
    for title, at in (("First", 0), ("Last", -1)):
        if days and (at == 0 or days[0] != days[-1]):
            day, letter = days[at]
            found.append(Note(title, f"{letter}, {words_of_day(day)}" if day else letter))
    held = {division.place[index.claims[h.claim].document] for h in hits}
    with_hits = [label for key, label in division.columns if key in held]
    if with_hits and len(division.columns) > 1:
        without = len(division.columns) - len(with_hits)
        said = " · ".join(with_hits) if len(with_hits) <= 8 else f"{with_hits[0]} … {with_hits[-1]}"
        count = f"{len(with_hits)} of {len(division.columns)}: " if len(division.columns) > 8 else ""
        missing = ", ".join(label for key, label in division.columns if key not in held)
        rest = missing if without <= 4 else f"{without} others that have sources"
        found.append(Note("Under" if index.lead else "In", f"{count}{said}." + (f" Not in {rest}." if rest else "")))
    return tuple(found)


def _empty(index: Index, hits: list[Hit], matches: list[Match]) -> str:
    claims = len(index.result.claims)
    if not hits:
        return (
            f"Not found. All {claims} claims of {len(index.result.documents)} documents were searched; the words of the"
            " theme may differ from the words of the sources."
        )
    if not matches:
        return "It stands in one document only, so there is nothing to lay side by side."
    return ""


def words_of_conditions(facet: Facet) -> str:
    """A computed facet as the codebook states it: "days_before_vote = 60, on document"."""
    return ", ".join(f"{c.key} = {c.value}, on {c.on}" + (f", {c.series}" if c.series else "") for c in facet.when)


def _groups(index: Index, theme: Theme, hits: list[Hit], division: Division) -> tuple[HitGroup, ...]:
    """The hits by column of the matrix, so that each number there leads to what it counts."""
    found = []
    for key, label in division.columns:
        inside = [hit for hit in hits if division.place[index.claims[hit.claim].document] == key]
        if inside:
            rows = tuple(_hit_row(index, theme, hit) for hit in inside)
            found.append(HitGroup(cell_anchor(theme.id, key), label, rows))
    return tuple(found)


def _hit_row(index: Index, theme: Theme, hit: Hit) -> HitRow:
    claim, document = index.claims[hit.claim], index.document_of(hit.claim)
    how = max((e.how for e in hit.evidence), key=_RANK.__getitem__)
    groups = dict.fromkeys(word.group for e in hit.evidence for word in e.words if word.group)
    through = f" “{show('”, “'.join(groups))}”" if groups else ""
    denied = next((e.denied for e in hit.evidence if e.denied), None) if hit.denied else None
    said = f", denied by “{show(denied.of(document.text))}”" if denied else ""
    speaker, badge, _ = speaker_words(claim)
    return HitRow(
        id=hit.id,
        siglum=index.sigla[document.id],
        date=words_of_range(document.published.value) if document.published else "undated",
        speaker=speaker,
        badge=badge,
        relay=relay_words(claim),
        quotation=cut(document, claim.span, facet_marks(hit, theme, claim)),
        claim=Link(f"{claim.span.start}–{claim.span.end}", f"#{claim.id}"),
        score=number(hit.score),
        how=how + through + said,
        origin=origin_of(index, claim),
        decided=note_of(index.standing_of[hit.id], "this sentence") if hit.id in index.standing_of else None,
    )
