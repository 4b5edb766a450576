"""How a line is laid against the titles that a page states."""

from __future__ import annotations

import time

from xref.read.pages.headline import fold_title, likeness


def test_likeness() -> None:
    """The whole title goes before one of its parts; another line is none."""
    titles = ("Harbour sold to the bank | The Gazette",)
    whole, part, other = (
        likeness(fold_title(line), titles) for line in (titles[0], "Harbour sold to the bank", "Rain")
    )
    assert whole > part > other == 0


def test_an_endless_title_costs_no_time() -> None:
    """A line of 400,000 characters marked as a heading is cut before it is laid against each line of the text."""
    endless = ("Harbour - [a](" * 30_000,)
    started = time.monotonic()
    assert not any(likeness(f"line {number}", endless) for number in range(2_000))
    assert time.monotonic() - started < 5
