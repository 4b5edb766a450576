"""Differences between two results as one self-contained page, with the words that went and came marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from xref.report.decided import difference
from xref.report.environment import digest, open_templates, style_of
from xref.report.records import Piece
from xref.show import show


@attrs.frozen
class Difference:
    """One row of the page."""

    kind: str
    """its class, e.g. "edited" """
    where: str
    """document and line"""
    line: str
    """what happened, in words"""
    words: tuple[Piece, ...]
    """word by word what went and came, where both are known"""


def make_difference(kind: str, where: str, line: str, words: tuple[str, str]) -> Difference:
    """A row; `words` are those before and after, empty when there are none."""
    was, now = words
    return Difference(kind, show(where), show(line), difference(was, now) if was and now else ())


def render_differences(sides: Sequence[str], closing: str, rows: Iterable[Difference]) -> str:
    """The page: no script, no address outside, a policy that names the hash of its style."""
    environment = open_templates(None)
    style = style_of(environment)
    return environment.get_template("diff.html.j2").render(
        policy=f"default-src 'none'; style-src '{digest(style)}'; base-uri 'none'; form-action 'none'",
        style=style,
        sides=[show(side) for side in sides],
        closing=show(closing),
        rows=list(rows),
    )
