"""Whether day or month comes first in numbers."""

from __future__ import annotations

import pytest

from xref.read.pages.order import tell_order
from xref.read.written import find_written


@pytest.mark.parametrize(
    ("text", "language", "url", "order"),
    [
        ("05/06/2013 05/21/2013", "en-GB", "", "month"),
        ("05/06/2013 21/05/2013", "en-US", "", "day"),
        ("05/06/2013", "en-US", "", "month"),
        ("05/06/2013", "en-AU", "", "day"),
        ("05/06/2013", "de", "", "day"),
        ("05/06/2013", "en", "http://council.example.uk/", "day"),
        ("05/06/2013", "en", "http://council.example.gov/", "month"),
        ("05/06/2013 06:30 EDT", "en", "", "month"),
        ("05/06/2013, on May 3, 2013", "en", "", "month"),
        ("05/06/2013, on 3 May 2013", "", "", "day"),
        ("05/06/2013", "en-CA", "", ""),
        ("05/06/2013", "en", "http://[broken", ""),
        ("05/06/2013", "", "", ""),
    ],
)
def test_order(text: str, language: str, url: str, order: str) -> None:
    """The strongest sign tells; without one the order stays unknown."""
    assert tell_order(find_written(text), language, url, [text]) == order
