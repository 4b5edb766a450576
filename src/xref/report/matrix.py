"""Themes by term of office, or by year: counts with the documents that hold them, and honest zeros."""

from __future__ import annotations

import math

from xref.model import Hit, Theme
from xref.report.division import Division
from xref.report.index import Index, theme_anchor, words_of_day, words_of_range
from xref.report.plate import Cell, Column, Lane, LaneGroup, Mark, Matrix, MatrixRow
from xref.report.timeline import Scale
from xref.show import show


def build_columns(index: Index, division: Division) -> tuple[Column, ...]:
    """The head of the matrix."""
    found = []
    for key, label in division.columns:
        count = sum(division.place[d.id] == key for d in index.result.documents)
        found.append(Column(label, f"{count} source{'' if count == 1 else 's'}"))
    return tuple(found)


def build_matrix(index: Index, division: Division) -> Matrix:
    """The same counts by another calendar."""
    rows = []
    for theme in index.result.codebook.themes:
        hits = index.hits_of_theme[theme.id]
        if hits:
            rows.append(
                MatrixRow(show(theme.label), "#" + theme_anchor(theme.id), _cells(index, theme, hits, division))
            )
    return Matrix(division.name, build_columns(index, division), tuple(rows))


def build_lanes(index: Index, scale: Scale | None, division: Division) -> tuple[LaneGroup, ...]:
    """The rows: themes of several documents, of one, and those not found."""
    several: list[Lane] = []
    one: list[Lane] = []
    none: list[Lane] = []
    for theme in index.result.codebook.themes:
        hits = index.hits_of_theme[theme.id]
        documents = {index.claims[h.claim].document for h in hits}
        (several if len(documents) > 1 else one if documents else none).append(
            build_lane(index, theme, hits, scale, division)
        )
    groups = (
        LaneGroup("In several documents", tuple(several)),
        LaneGroup("In one document only, so no pair", tuple(one), solo=True),
        LaneGroup("Not found in the sources read", tuple(none), solo=True),
    )
    return tuple(group for group in groups if group.lanes)


def build_lane(index: Index, theme: Theme, hits: list[Hit], scale: Scale | None, division: Division) -> Lane:
    """One theme's row."""
    discs = _discs(index, hits, scale) if scale else ()
    pairs = sum(len(m.pairs) for m in index.result.matches if m.theme == theme.id)
    return Lane(
        label=show(theme.label),
        href="#" + theme_anchor(theme.id),
        first=discs[0].x if discs else "",
        last=discs[-1].x if discs else "",
        discs=discs,
        diamonds=_diamonds(index, hits, scale) if scale else (),
        cells=_cells(index, theme, hits, division),
        pairs=pairs,
    )


def _cells(index: Index, theme: Theme, hits: list[Hit], division: Division) -> tuple[Cell, ...]:
    return tuple(_cell(index, theme, hits, division, key) for key, _ in division.columns)


def _cell(index: Index, theme: Theme, hits: list[Hit], division: Division, key: str) -> Cell:
    inside = [h for h in hits if division.place[index.claims[h.claim].document] == key]
    letters = sorted({index.siglum(h.claim) for h in inside}, key=lambda s: (len(s), s))
    # four shades, by steps of two: more are not told apart
    shade = f"h{min(4, math.ceil(len(inside) / 2))}" if inside else "none"
    sigla = ("" if all(len(s) == 1 for s in letters) else " ").join(letters[:6]) + ("…" if len(letters) > 6 else "")
    return Cell(len(inside), sigla, f"#{theme_anchor(theme.id)}-hits", shade)


def _discs(index: Index, hits: list[Hit], scale: Scale) -> tuple[Mark, ...]:
    counts: dict[str, int] = {}
    for hit in hits:
        document = index.document_of(hit.claim)
        counts[document.id] = counts.get(document.id, 0) + 1
    found = []
    for name, count in counts.items():
        day = index.documents[name].day
        if day:
            # area in proportion to hits: 2.9 px for one
            radius = round(2.9 * math.sqrt(min(count, 9)), 1)
            said = f"{index.sigla[name]}, printed {words_of_day(day)}: {count} hit{'' if count == 1 else 's'}"
            found.append(Mark(f"{scale.x(day)}", f"{radius}", said))
    return tuple(sorted(found, key=lambda m: float(m.x)))


def _diamonds(index: Index, hits: list[Hit], scale: Scale) -> tuple[Mark, ...]:
    """Dates that the hits speak of, tied to the report, where they lie on the line and apart from it."""
    found = {}
    for hit in hits:
        claim, document = index.claims[hit.claim], index.document_of(hit.claim)
        if not document.day:
            continue
        for mention in claim.dates:
            value = mention.value
            if value and (value.latest - value.earliest).days <= 31:
                middle = value.earliest + (value.latest - value.earliest) / 2
                # 20 days: nearer ones would lie under the disc
                if scale.holds(middle) and abs((middle - document.day).days) > 20:
                    said = f"{index.siglum(hit.claim)} speaks of {words_of_range(value)}"
                    found[f"{scale.x(middle)}", f"{scale.x(document.day)}"] = said
    return tuple(Mark(x, "", said, tie) for (x, tie), said in sorted(found.items(), key=lambda i: float(i[0][0])))
