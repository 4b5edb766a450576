"""The saved pages of tests/cases/pages-*.txt: an address, the page, and the day that each reading of it must give.

In a page {de} stands for the German paragraphs of tests/cases/prose.txt, which speak of a day of their own, {en} for
English ones, and so on; {gb} for English prose without a day. A page is read three times: with its address ("html"),
without it ("bare"), and reduced to its text ("text"). The first expected line is for all three, lines such as
"text: unknown" for one; "any" is not judged.
"""

from __future__ import annotations

import html
import re

from tests.reader import read_cases

NAMES = ("pages-systems", "pages-world", "pages-news", "pages-traps")
_PROSE = {code: given.split("\n") for code, given, _ in read_cases("prose")}


def saved_pages() -> list[tuple[str, str, str, str]]:
    """Title with the way of reading, page, address and expected day, of every page and each way to read it."""
    found = []
    for name in NAMES:
        for title, given, expected in read_cases(name):
            url, _, page = given.partition("\n")
            page = re.sub(r"\{([a-z]{2})\}", lambda m: "".join(f"<p>{p}</p>\n" for p in _PROSE[m[1]]), page)
            first, *others = expected.split("\n")
            days = {"html": first, "bare": first, "text": first} | dict(line.split(": ") for line in others)
            found += [
                (f"html {title}", page, url, days["html"]),
                (f"bare {title}", page, "", days["bare"]),
                (f"text {title}", f"<html><body><pre>{strip(page)}</pre></body></html>", "", days["text"]),
            ]
    return found


def strip(page: str) -> str:
    """The text of a page as a careless copy keeps it: everything visible, line ends where some block elements end."""
    page = re.sub(r"(?is)<(script|style|noscript|template)\b.*?</\1>", " ", page)
    page = re.sub(r"(?s)<!--.*?-->", " ", page)
    page = re.sub(r"(?i)<(br|/p|/div|/h\d|/li|/td|/tr)[^>]*>", "\n", page)
    return html.unescape(re.sub(r"(?s)<[^>]+>", " ", page)).replace("<", " ")
