"""Corpora for tests of the page: ordinary ones, hostile ones, and ones with nothing to show."""

from __future__ import annotations

from pathlib import Path

from xref.model import CrossReference
from xref.pipeline import cross_reference

BOOK = """
title = "The ferry <b>files</b>"
[[theme]]
id = "ferry_sale"
label = "Sale of the ferry {{ 7 * 7 }}"
[[theme.facet]]
name = "ferry\\u202e\\u001b"
phrases = ["ferry", "boat"]
[[theme.facet]]
name = "sale"
phrases = ["sold", "sale"]
[[theme]]
id = "storm"
label = "A storm"
phrases = ["gale", "storm"]
"""
OLD = (
    "Harbour Board Sells Its Ferry\r\n\r\nBy Ann Poe, Reuters\r\n\r\nMay 3, 2001\r\n\r\n"
    "The old ferry \U0001f6a2 was sold last month, the harbour board said.\r\n\r\n"
    "A clerk who asked not to be named said that the sale of the boat had been secret.\r\n"
)
NEW = "Ferry Sold Again\n\nMay 5, 2015\n\nThe ferry was sold for the third time on Monday, Mayor Anna Okafor said.\n"
UNDATED = "A note about the ferry\n\nNobody knows whether the ferry was ever sold, a fisherman told the paper.\n"
HOSTILE = (
    "<script>document.title='owned'</script> Ferry Sold\n\nBy <img src=x onerror=alert(1)>\n\nMay 6, 2016\n\n"
    "The ferry was sold \u202edlos saw\u202c to <b onmouseover=alert(1)>the town</b>"
    " and {{ 7 * 7 }}, the board said.\n\n"
    "The sale of the ferry </script><script>alert(2)</script> was <!--<script> quick \u2028 and {% raw %} clean.\n\n"
    "javascript:alert(3)\n"
)


def write(folder: Path, **texts: str) -> Path:
    """A corpus with a codebook and the given documents."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "codebook.toml").write_text(BOOK, encoding="utf-8")
    for name, text in texts.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
    return folder


def ordinary(folder: Path) -> CrossReference:
    """Three documents, one of them undated."""
    return cross_reference([write(folder, old=OLD, new=NEW, undated=UNDATED)])


def hostile(folder: Path) -> CrossReference:
    """A hostile document beside two ordinary ones."""
    return cross_reference([write(folder, old=OLD, new=NEW, **{"x'\"><img src=y onerror=alert(4)>": HOSTILE})])
