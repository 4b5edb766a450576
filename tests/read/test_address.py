"""Days and months in addresses."""

from __future__ import annotations

import pytest

from xref.read.address import read_address


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("http://x.example/2013/05/15/ferry", "2013-05-15"),
        ("http://x.example/2013/5/7/ferry.html", "2013-05-07"),
        ("http://x.example/2014/sep/30/seabirds", "2014-09-30"),
        ("http://x.example/news/20120417-ferry.html", "2012-04-17"),
        ("http://x.example/c/2015/0608/c1001.html", "2015-06-08"),
        ("http://x.example/n/2015-06/08/c_1.htm", "2015-06-08"),
        ("http://x.example/show?date=2013-05-15", "2013-05-15"),
        ("http://x.example/ferry-2013-05-15", "2013-05-15"),
        ("http://x.example/15-05-2013/ferry", "2013-05-15"),
        ("http://x.example/2013/05/15-pies-to-bake", "2013-05"),
        ("http://x.example/2013/05/ferry.html", "2013-05"),
        ("http://x.example/2013/ferry", "2013"),
        ("http://x.example/id/123456789", None),
        ("http://x.example/2013/13/45/", "2013"),
        ("http://[x", None),
        ("", None),
    ],
)
def test_read_address(url: str, iso: str | None) -> None:
    """What the path says, and nothing that it does not."""
    found = read_address(url)
    assert (found.value.iso if found else None) == iso
