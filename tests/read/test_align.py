"""The way back from an extracted page to its source: every located character is the one that stands there."""

from __future__ import annotations

import html
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.layout import locate
from xref.model import Document, Span
from xref.read.align import align
from xref.read.source import condense, read_source

SOURCE = (
    "<html><head><title>The ferry was sold</title><script>if (a < b) { say('The ferry'); }</script></head><body>"
    '<nav><a href="/a?b=1>2">Home</a></nav><!-- The ferry was sold. -->\n'
    "<h1>The   ferry\n  was sold</h1><p>It was &ldquo;caf&eacute;&rdquo; money, the\n<b>board</b> said. "
    "No&shy;body asked.</p>"
    "<ul><li>Home</li><li><p>Two boats</p></li></ul>"
    "<table><tr><td>2001</td><td>300 &amp; more</td></tr></table><pre>one line\ntwo line</pre><p>Home</p><p>last</p>"
)
TEXT = (
    "The ferry was sold\n\nIt was “café” money, the board said. Nobody asked.\n\n- Home\n\n- Two boats\n\n"
    "2001 | 300 & more\n\ntwo line\n\nA line of nobody's\n\nlast\n"
)


def _document(text: str = TEXT, source: str = SOURCE) -> Document:
    return Document("x", "x.html", text, "", "", places=align(text, source))


def _plain(source: str) -> str:
    return condense(html.unescape(re.sub(r"<[^>]*>", "", source)))


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("The ferry was sold", "The   ferry\n  was sold"),
        ("ferry", "ferry"),
        ("“café”", "&ldquo;caf&eacute;&rdquo;"),
        ("money, the board said", "money, the\n<b>board</b> said"),
        ("Nobody", "No&shy;body"),
        ("Two boats", "Two boats"),
        ("2001 | 300", "2001</td><td>300"),
        ("300 & more", "300 &amp; more"),
        ("two line", "two line"),
        ("sold\n\nIt was", "sold</h1><p>It was"),
        ("asked.\n\n- Home", "asked.</p><ul><li>Home"),
        ("last", "last"),
    ],
)
def test_exact(words: str, there: str) -> None:
    """The place holds just the words, tags and references between them included."""
    start = TEXT.index(words)
    place = locate(_document(), Span(start, start + len(words)))
    assert place is not None
    assert place.source is not None
    assert place.source.of(SOURCE) == there
    assert place.span.of(TEXT) == words


@pytest.mark.parametrize("words", ["Home", "A line of nobody's", "more\n\ntwo line"])
def test_no_place_rather_than_a_wrong_one(words: str) -> None:
    """What occurs again and is not fixed by its neighbours, is not there, or runs over what lies between: none."""
    source = SOURCE.replace("<ul>", "<p>Home</p><ul>")
    start = TEXT.index(words)
    assert locate(_document(source=source), Span(start, start + len(words))) is None


def test_a_repeated_line_is_placed_by_its_neighbours() -> None:
    """ "Home" stands three times in the page, once between its neighbours in the text."""
    start = TEXT.index("Home")
    place = locate(_document(), Span(start, start + 4))
    assert place is not None
    assert place.source is not None
    assert place.source.start == SOURCE.index("<li>Home") + 4


@given(st.text(st.sampled_from("<>/!-=&;\"' \nabp#x1é\u00ad"), max_size=80))
def test_any_source(source: str) -> None:
    """Whatever the page holds, each character of the stream stands where it says, in order."""
    stream = read_source(source)
    assert "".join(atom.text for atom in stream.atoms) == stream.text == condense(stream.text)
    end = 0
    for atom in stream.atoms:
        said = atom.source.of(source)
        assert atom.source.start >= end
        end = atom.source.end
        assert atom.text == (said if len(said) == len(atom.text) else condense(html.unescape(said)))
    assert stream.breaks == sorted(set(stream.breaks))
    assert stream.breaks[0] == 0
    assert stream.breaks[-1] == len(stream.text)


@given(st.lists(st.sampled_from(["one", "two boats", "&amp;", "<b>three</b>", "a&eacute;b", "  "]), max_size=12))
def test_any_paragraphs(parts: list[str]) -> None:
    """A located paragraph reads the same in the source."""
    source = "".join(f"<p>{part}</p>" for part in parts)
    said = [html.unescape(re.sub(r"<[^>]*>", "", part)).strip() for part in parts]
    text = "\n\n".join(line for line in said if line) + "\n"
    document = _document(text, source)
    for match in re.finditer(r"[^\n]+", text):
        place = locate(document, Span(*match.span()))
        if place and place.source:
            assert _plain(place.source.of(source)) == condense(match.group())


@pytest.mark.parametrize(
    "source",
    [
        "<!--" * 50_000, "<a " * 50_000, '<a b="' * 50_001, "<a b='>' " * 50_000, "<script>" * 50_000, "&" * 200_000,
        "<" * 200_000, "</" * 100_000, "<p" + " = " * 100_000, "<pre>" + "\n" * 200_000, "<p>a</p>" * 50_000,
        "<!" * 100_000, "<title>" + "</title" * 50_000, "&#x" + "1" * 200_000, "&" + "a" * 200_000,
    ],
    ids=lambda source: source[:8],
)  # fmt: skip
def test_hostile_sources_take_no_time(source: str) -> None:
    """The work grows with the length alone: a fifth of a megabyte within a moment."""
    began = time.process_time()
    align("a\n\nb\n\n" * 2000, source)
    assert time.process_time() - began < 4
