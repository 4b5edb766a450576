"""Themes by term of office, or by year: counts with the documents that hold them, and honest zeros."""

from __future__ import annotations

import math
from collections import Counter

from xref.model import Hit, Theme
from xref.report.discs import build_discs
from xref.report.division import Division
from xref.report.index import Index, cell_anchor, theme_anchor, words_of_range
from xref.report.plate import Cell, Column, Lane, LaneGroup, Mark, Matrix, MatrixRow
from xref.report.timeline import Scale
from xref.show import show


def build_columns(index: Index, division: Division) -> tuple[Column, ...]:
    """The head of the matrix."""
    found = []
    for key, label in division.columns:
        inside = [d for d in index.result.documents if division.place[d.id] == key]
        note = f"{len(inside)} source{'' if len(inside) == 1 else 's'}"
        found.append(Column(label, note, f"#src-{index.sigla[inside[0].id]}" if inside else "#sources"))
    return tuple(found)


WIDE = 8
"""columns that stand beside the time line; more have a table of their own below it, which scrolls by itself"""


def build_matrix(index: Index, division: Division, lead: bool = False) -> Matrix:
    """The counts as a table of its own: by a further calendar, or by the leading one that has too many columns."""
    rows = []
    for theme in index.result.codebook.themes:
        hits = index.hits_of_theme[theme.id]
        if hits:
            rows.append(
                MatrixRow(show(theme.label), "#" + theme_anchor(theme.id), _cells(index, theme, hits, division, lead))
            )
    return Matrix(division.name, build_columns(index, division), tuple(rows), lead)


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
    discs, narrow = _discs(index, hits, scale) if scale else ((), ())
    pairs = sum(len(m.pairs) for m in index.result.matches if m.theme == theme.id)
    return Lane(
        label=show(theme.label),
        href="#" + theme_anchor(theme.id),
        first=discs[0].x if discs else "",
        last=discs[-1].x if discs else "",
        discs=discs,
        narrow=narrow,
        diamonds=_diamonds(index, hits, scale) if scale else (),
        cells=_cells(index, theme, hits, division) if len(division.columns) <= WIDE else (),
        key=show(theme.id),
        pairs=pairs,
        pairs_href=f"#{theme_anchor(theme.id)}-cards" if pairs else "",
    )


def _cells(index: Index, theme: Theme, hits: list[Hit], division: Division, lead: bool = True) -> tuple[Cell, ...]:
    """One cell a column; those of the `lead` division have their hits as a group of the theme's table."""
    by_column: dict[str, list[Hit]] = {key: [] for key, _ in division.columns}
    for hit in hits:
        by_column[division.place[index.claims[hit.claim].document]].append(hit)
    return tuple(_cell(index, inside, cell_anchor(theme.id, key) if lead else "") for key, inside in by_column.items())


def _cell(index: Index, inside: list[Hit], anchor: str) -> Cell:
    """The cell of these hits; it leads to `anchor`, or to the first of them."""
    letters = sorted({index.siglum(h.claim) for h in inside}, key=lambda s: (len(s), s))
    # four shades, by steps of two: more are not told apart
    shade = f"h{min(4, math.ceil(len(inside) / 2))}" if inside else "none"
    sigla = ("" if all(len(s) == 1 for s in letters) else " ").join(letters[:6]) + ("…" if len(letters) > 6 else "")
    href = f"#{anchor or inside[0].id}" if inside else ""
    return Cell(len(inside), sigla, href, shade)


def _discs(index: Index, hits: list[Hit], scale: Scale) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    counts = Counter(index.claims[hit.claim].document for hit in hits)
    return build_discs(index, scale, counts)


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
