"""`xref verify`: a report as written holds; whatever is changed in it or in a source is told with its place."""

from __future__ import annotations

import base64
import gzip
import pathlib
import re

import pytest
from tests.cli.ran import Command

LAYOUTS = ("inline", "packed", "dir")


def _report(xref: Command, corpus: pathlib.Path, layout: str = "inline") -> pathlib.Path:
    assert xref("report", corpus, "-o", "made", "--layout", layout).code == 0
    return corpus.parent / "made"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_report_holds(xref: Command, corpus: pathlib.Path, layout: str) -> None:
    """In every layout: cards, lists of hits and documents in full."""
    ran = xref("verify", _report(xref, corpus, layout), corpus)
    assert (ran.code, ran.out) == (0, "")
    assert re.search(r"^[1-9]\d* quotations checked in \d+ pages?: all hold$", ran.err, re.MULTILINE)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_source_that_changed_is_told(xref: Command, corpus: pathlib.Path, layout: str) -> None:
    """Even by one character that no quotation touches: the report speaks of another file."""
    made = _report(xref, corpus, layout)
    with (corpus / "gazette.txt").open("a", encoding="utf-8") as file:
        file.write("\n")
    ran = xref("verify", made, corpus)
    assert ran.code == 1
    assert re.search(r"error: [\w-]+\.html#[\w-]+: gazette\.txt is another file than the one quoted", ran.err)


def _edit(made: pathlib.Path, old: str, new: str) -> None:
    page = made / "index.html"
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Nobody was asked.", "Nobody was paid.", "says “"),
        ('data-start="', 'data-start="9', "no "),
        ('data-digest="', 'data-digest="" title="', "the page says nothing"),
        (' data-document="', ' title="', "without saying where it stands"),
        ('<span class="c">Nobody', '<span class="c">Somebody', "nowhere says “Somebody"),
    ],
)
def test_a_page_that_was_changed_is_told(xref: Command, corpus: pathlib.Path, old: str, new: str, said: str) -> None:
    """Words, place, hash, document, and the sentence beside: each in words, with exit 1."""
    made = _report(xref, corpus)
    _edit(made, old, new)
    ran = xref("verify", made / "index.html", corpus)
    assert ran.code == 1
    assert said in ran.err


def test_words_that_the_page_shows_are_compared_not_those_it_hides(xref: Command, corpus: pathlib.Path) -> None:
    """A word slipped between two marks is seen; the meanings for readers by ear are no part of the quotation."""
    made = _report(xref, corpus)
    assert 'class="vh"' in (made / "index.html").read_text("utf-8")
    _edit(made, '<span class="t">', '<span class="t">Not: ')
    ran = xref("verify", made, corpus)
    assert ran.code == 1
    assert "the page “Not: " in ran.err


def test_odd_texts_are_shown_and_still_hold(xref: Command, corpus: pathlib.Path) -> None:
    """Signs of mark-up, notes, wide characters, invisible ones, blank lines: the page shows them all in its own way."""
    (corpus / "odd.txt").write_text(
        "Odd\nMay 4, 2001\n\nThe <i>town</i> \u200bsold the harbour ferry<sup>iv</sup> & \U0001f6a2 for a\n"
        'price < 3, said "nobody"\tat all. He said so,\n\nand the ferry sold again.\r\nA b\u202ec d sold the ferry.\n',
        encoding="utf-8",
    )
    assert xref("verify", _report(xref, corpus), corpus).code == 0


@pytest.mark.parametrize(("name", "code"), [("gone.html", 2), ("empty", 2), ("plain.html", 2), ("bytes.html", 4)])
def test_what_is_no_report_is_told(xref: Command, corpus: pathlib.Path, name: str, code: int) -> None:
    """No file, an empty folder, a page without quotations, a page that is no text."""
    (corpus.parent / "empty").mkdir()
    (corpus.parent / "plain.html").write_text("<p>Hello</p>", encoding="utf-8")
    (corpus.parent / "bytes.html").write_bytes(b"\xff\xfe<p>")
    assert xref("verify", name, corpus).code == code


def test_packed_cards_that_are_damaged_are_told(xref: Command, corpus: pathlib.Path) -> None:
    """A chunk with a letter changed cannot be opened: exit 4, not a trace."""
    made = _report(xref, corpus, "packed")
    page = made / "index.html"
    text = page.read_text("utf-8")
    at = re.search(r'<template id="texts">.*?<i data-id="[^"]*"[^>]*>', text, re.DOTALL)
    assert at
    page.write_text(text[: at.end() + 40] + "AAAA" + text[at.end() + 44 :], encoding="utf-8")
    ran = xref("verify", made, corpus)
    assert ran.code == 4
    assert "packed parts cannot be opened" in ran.err


SPAN, SIDE = '<span class="t">', '<div class="side"'
# what a browser shows and a reader of plain quotations would not see, or the other way round
TRICKS = {
    "a word as a pilcrow": (SPAN, SPAN + '<span class="pil">Never: </span>'),
    "a pilcrow of words": (SPAN, SPAN + '<span class="pil" title="empty line in the source">No</span>'),
    "a word as a number": (SPAN, SPAN + '<sup aria-hidden="true">not</sup>'),
    "a word for readers by ear": (SPAN, SPAN + '<span class="vh">It is untrue that</span>'),
    "a word that is hidden": ("sold the", "<span hidden>sold</span> the"),
    "a word that is dressed": ("sold the", '<mark class="vh">sold</mark> the'),
    "a field": (SPAN, SPAN + '<input value="Not">'),
    "a comment of another length": (SIDE, '<!--> <q>It was a lie</q> <!-- -->' + SIDE),
    "a closed element": (SPAN, SPAN + '<span class="vh"/>'),
    "words beside": (SPAN, 'He denied that <span class="t">'),
    "a sign in an attribute": (SIDE, '<a title="</a><blockquote>A lie</blockquote>"></a>' + SIDE),
    "an inline style": ('<span class="t">', '<span class="t" style="font-size:0">'),
    "a script": ("</body>", "<script>document.title = 1</script></body>"),
    "a handler": ("<body>", '<body onload="1">'),
    "a style": ("</head>", "<style>.t{font-size:0}.t::after{content:'A lie'}</style></head>"),
    "a rule in the style": ("</style>", ".t{font-size:0}</style>"),
    "a style from elsewhere": ("</head>", '<link rel="stylesheet" href="//example.org/x.css"></head>'),
    "a frame": ("</body>", '<iframe src="a.html"></iframe></body>'),
    "a turn to elsewhere": ("</head>", '<meta http-equiv="refresh" content="0;url=a.html"></head>'),
    "a dangerous address": ("</body>", '<a href="&#106;avascript:alert(1)">x</a></body>'),
}  # fmt: skip


@pytest.mark.parametrize("trick", TRICKS)
def test_a_page_that_shows_other_words_than_it_holds_is_told(xref: Command, corpus: pathlib.Path, trick: str) -> None:
    """Whatever a browser would show otherwise than it is read here is no part of a report, wherever it stands."""
    made = _report(xref, corpus)
    _edit(made, *TRICKS[trick])
    ran = xref("verify", made / "index.html", corpus)
    assert ran.code == 1, ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("file", ["report.css", "report.js"])
def test_a_shared_style_or_script_that_was_changed_is_told(xref: Command, corpus: pathlib.Path, file: str) -> None:
    """A report in a folder shares both; one that is gone is told too."""
    made = _report(xref, corpus, "dir")
    (made / file).write_text(".t { display: none }", encoding="utf-8")
    assert xref("verify", made, corpus).code == 1
    (made / file).unlink()
    assert xref("verify", made, corpus).code == 4


def test_packed_words_are_held_to_the_same_form(xref: Command, corpus: pathlib.Path) -> None:
    """A chunk that was opened, changed and packed again."""
    made = _report(xref, corpus, "packed")
    page = made / "index.html"
    text = page.read_text("utf-8")
    held = re.search(r'<template id="texts">.*?<i data-id="[^"]*"[^>]*>([^<]*)<', text, re.DOTALL)
    assert held
    html = gzip.decompress(base64.b64decode(held[1])).decode()
    assert "sold the" in html
    evil = html.replace('dir="auto">', 'dir="auto"><sup aria-hidden="true">never</sup>')
    page.write_text(text.replace(held[1], base64.b64encode(gzip.compress(evil.encode())).decode()), encoding="utf-8")
    assert xref("verify", made, corpus).code == 1


def test_own_templates(xref: Command, corpus: pathlib.Path) -> None:
    """A report of one's own templates holds when they are named."""
    (corpus.parent / "own").mkdir()
    (corpus.parent / "own" / "review.css").write_text(".card { color: navy }\n", encoding="utf-8")
    assert xref("report", corpus, "-o", "made", "--templates", "own").code == 0
    assert xref("verify", "made", corpus).code == 1
    assert xref("verify", "made", corpus, "--templates", "own").code == 0


def test_a_renamed_file_is_known_by_its_bytes(xref: Command, corpus: pathlib.Path) -> None:
    """And told; when its words changed as well, there is no such document."""
    made = _report(xref, corpus)
    (corpus / "gazette.txt").rename(corpus / "other.txt")
    ran = xref("verify", made, corpus)
    assert ran.code == 0
    assert "gazette is called other.txt in this corpus: the same file, by its SHA-256" in ran.err
    with (corpus / "other.txt").open("a", encoding="utf-8") as file:
        file.write("\n")
    ran = xref("verify", made, corpus)
    assert ran.code == 1
    assert "the corpus has no document gazette" in ran.err


def test_a_page_that_is_missing_is_told(xref: Command, corpus: pathlib.Path) -> None:
    """Its quotations cannot be checked, and those of the others are not all."""
    made = _report(xref, corpus, "dir")
    page = next(path for path in sorted(made.rglob("*.html")) if path.name != "index.html")
    page.unlink()
    ran = xref("verify", made, corpus)
    assert ran.code == 1
    assert re.search(rf"error: .*html: the page \S*{page.name} that it leads to is not there", ran.err)
