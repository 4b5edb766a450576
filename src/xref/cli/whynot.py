"""The lines that `xref explain --theme` prints: facet by facet what was found, and what the rest lacks."""

from __future__ import annotations

from collections.abc import Iterator

from xref.cli.columns import date_of, flow
from xref.cli.library import Library
from xref.model import Claim, CrossReference, Document, Evidence, Span, Theme
from xref.themes.nearest import Lack, Nearest
from xref.themes.whynot import Answer, Side, explain_theme


def answer(result: CrossReference, claim: Claim, theme: Theme) -> Answer:
    """Whether `theme` is found in `claim` of `result`, and why."""
    from xref.themes import make_context
    from xref.themes.find import make_finder

    context = make_context(result.documents, result.actors, result.calendars)
    return explain_theme(make_finder(result.claims, result.codebook, result.settings, context), theme, claim.id)


def answer_lines(result: CrossReference, said: Answer, theme: Theme) -> Iterator[str]:
    """Lines about `said`; they may hold foreign text and must be printed through xref.show."""
    library = Library(result)
    claim = library.claims[said.claim]
    document = library.documents[claim.document]
    yield f"claim {claim.id}: {library.place(document, claim.span)}"
    yield f"  published: {library.dated(document)}"
    yield f"  words: {flow(claim.text)}"
    found = sum(bool(side.evidence or side.lent) for side in said.sides)
    score = next((f", score {hit.score:.1f}" for hit in result.hits if hit.id == said.hit), "")
    verdict = f"hit {said.hit}{score}" if said.hit else "no hit"
    yield f"theme {theme.id} ({theme.label}): {verdict}; {found} of {len(said.sides)} facets found"
    for veto in said.vetoes:
        words = "".join(f": {_carried(document, e)}" for e in veto.evidence)
        yield f"  refused, {veto.why}{words}" + (f", claim {veto.claim}" if veto.claim else "")
    for side in said.sides:
        yield from _side(library, document, side)


def _side(library: Library, document: Document, side: Side) -> Iterator[str]:
    if side.evidence or side.lent:
        yield f"  {side.facet}: found" + ("" if side.evidence else " in another claim of the theme's scope")
        for evidence in side.evidence or side.lent:
            yield f"    {_carried(document, evidence)}" + ("" if side.evidence else f", claim {evidence.claim}")
            if evidence.denied:
                yield f"      denied by {_at(document, evidence.denied)}: a hit that says it is not so"
    elif side.asked:
        about = f"; the document is of {date_of(document)}" if document.published else "; the document is undated"
        yield f"  {side.facet}: not fulfilled: {side.asked}{about}"
    else:
        yield f"  {side.facet}: not found" + ("" if side.nearest else ": no word of its phrases stands in the claim")
        for near in side.nearest:
            yield from _near(document, near)


def _near(document: Document, near: Nearest) -> Iterator[str]:
    yield f"    nearest: {near.phrase}, {near.score:.1f} of {near.least:.1f} needed" + (
        f"; {near.why}" if near.why else ""
    )
    for word in near.words:
        spots = " … ".join(_at(document, span) for span in word.spans)
        through = f" through “{word.group}”" if word.group else ""
        yield f"      {word.asked}: there, {spots} ({word.how}, {word.score:.1f}){through}"
    for lack in near.lacks:
        yield f"      {lack.asked}: {_lacking(document, lack)}"


def _lacking(document: Document, lack: Lack) -> str:
    spots = ", ".join(_at(document, span) for span in lack.spans[:3])
    return lack.why + (f": {spots}" if spots else "") + ("; it must be there" if lack.required else "")


def _carried(document: Document, evidence: Evidence) -> str:
    return f"{_at(document, evidence.span)} for {evidence.phrase} ({evidence.how}, {evidence.score:.1f})"


def _at(document: Document, span: Span) -> str:
    return f"{flow(span.of(document.text))} (characters {span.start}-{span.end})"
