"""The day of publication of saved pages of many systems and languages, read with and without their structure."""

from __future__ import annotations

import pytest
from benchmarks.adapters import publication_date
from tests.read.pages.saved import saved_pages

pytest.importorskip("trafilatura", reason="the extra html (trafilatura) is not installed")
PAGES = saved_pages()


@pytest.mark.parametrize(("page", "url", "day"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_day(page: str, url: str, day: str) -> None:
    """The page has this day, or none that can be told."""
    if day != "any":
        assert (publication_date(page, url) or "unknown") == day
