"""For a browser: the differences as one page, word by word."""

from __future__ import annotations

from collections.abc import Sequence

from xref.check.outputs.text import closing
from xref.check.policy import Verdict
from xref.report import make_difference, render_differences


def write_html(verdict: Verdict, sides: Sequence[str]) -> str:
    """A self-contained page; `sides` name what was compared."""
    rows = [
        make_difference(
            change.kind,
            f"{change.document}{f':{change.at}' if change.at else ''}",
            change.line,
            (change.was, change.now),
        )
        for _, change in verdict.found
    ]
    return render_differences(sides, closing(verdict), rows)
