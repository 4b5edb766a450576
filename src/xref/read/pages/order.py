"""Whether day or month comes first in a page's numbers: 05/06/2013 is 5 June in Britain and May 6 in America.

Told, in this order, by another numeric day on the page that can only be read one way; by the region of the page's
language; by the country of its address; by a language other than English (CLDR: the day comes first in nearly all, the
year in the rest); by an American time zone; by how the page writes its months ("May 6, 2013"). When nothing tells, the
order stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from xref.read.written import Written

_MONTH_FIRST_TLD = frozenset("us gov mil edu".split())
_DAY_FIRST_TLD = frozenset(
    """uk au nz ie in za de at ch fr be nl es it pt br mx ar cl co pe pl cz sk hu ro bg gr tr ru ua by dk se no fi is ee
    lv lt hr rs si id my sg hk vn th ng ke gh pk lk bd eg ma il ae eu""".split()
)
_CLOCK = re.compile(r"\b(?:[ECMP][SD]T)\b")


def tell_order(dates: Iterable[Written], language: str, url: str, texts: Iterable[str] = ()) -> str:
    """ "day", "month" or "" (unknown): what comes first in numbers on a page in `language` with these `dates`."""
    votes = {"day": 0, "month": 0}
    worded = {"day": 0, "month": 0}
    for date in dates:
        if date.order:
            numeric = re.fullmatch(r"[0-9]{1,2}\s?[/-].*", date.words) and not re.search(r"[^\W\d_]", date.words)
            (votes if numeric else worded)[date.order] += 1
    if bool(votes["day"]) != bool(votes["month"]):
        return "day" if votes["day"] else "month"
    told = _by_region(language) or _by_country(url) or ("day" if language and not language.startswith("en") else "")
    if told:
        return told
    if any(_CLOCK.search(text) for text in texts):
        return "month"
    if bool(worded["day"]) != bool(worded["month"]):
        return "day" if worded["day"] else "month"
    return ""


def _by_region(language: str) -> str:
    tag = language.upper().split("-")
    if tag[0] != "EN" or len(tag) < 2:
        return ""
    # Canada writes both ways
    return {"US": "month", "PH": "month", "CA": ""}.get(tag[1], "day")


def _by_country(url: str) -> str:
    try:
        domain = (urlsplit(url).hostname or "").rsplit(".", 1)[-1]
    except ValueError:
        return ""
    return "month" if domain in _MONTH_FIRST_TLD else "day" if domain in _DAY_FIRST_TLD else ""
