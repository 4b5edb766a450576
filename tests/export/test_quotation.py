"""Quotations with their source: what is unknown is left out, and only our own link is one."""

from __future__ import annotations

import pytest

from xref.fragment import text_link


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://e.example/p#:~:text=already", "https://e.example/p#:~:text=the%20ferry"),
        ("https://e.example/p#part:~:text=x&text=y", "https://e.example/p#part:~:text=the%20ferry"),
        ("https://e.example/p#", "https://e.example/p#:~:text=the%20ferry"),
        ("https://e.example/p?q=:~:text=x", "https://e.example/p?q=:~:text=x#:~:text=the%20ferry"),
        ("https://e.example/p#a#b", "https://e.example/p#a#b:~:text=the%20ferry"),
    ],
)
def test_an_address_loses_the_directive_it_has(url: str, link: str) -> None:
    """Only the words of the claim are led to; the place before them is kept, and `:~:` in a query is no directive."""
    assert text_link(url, "the ferry") == link
