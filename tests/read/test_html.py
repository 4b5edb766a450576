"""Web pages: the main text, what stays out of it, and the facts and days the page's structure states."""

from __future__ import annotations

import pytest

from xref.read.choice import choose
from xref.read.extracted import Extracted, UnreadableFile
from xref.read.html import read_html
from xref.read.markup import MAX_ATTRIBUTES
from xref.read.pages.candidates import find_page_candidates
from xref.read.pages.stated import read_day

pytest.importorskip("trafilatura", reason="the extra html (trafilatura) is not installed")

_PROSE = "The council of Westport adopted the budget for the harbour on Monday, after a debate that lasted six hours."
_MORE = (
    "Mayor Ruth Calder said that &ldquo;the piers cannot wait&rdquo; &amp; promised a report on the cost by the spring."
)
_LD = """<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"WebPage","datePublished":"2001-01-01"},
{"@type":["NewsArticle"],"datePublished":"2013-05-15T23:30:00-05:00","dateModified":"2014-02-01",
"author":[{"@type":"Person","name":"Ann Lee"},{"name":"Bo &amp; Co"}],"publisher":{"name":"Westport Gazette"}},
{"@type":"VideoObject","datePublished":"1999-09-09"}]}</script>"""
_NEWS = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Council adopts budget | The Gazette</title>
<meta property="og:title" content="Council adopts budget"><meta property="og:site_name" content="The Gazette">
<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2013-05-16T04:30:00Z">
<link rel="canonical" href="https://gazette.example/2013/budget"><link rel="author" href="/x">{_LD}
<style>p {{ color: red }}</style></head><body><nav><a href="/">Home page link</a>
<time datetime="1990-01-01">x</time></nav>
<article><header><h1>Council adopts budget</h1><time datetime="2013-05-15">May 15</time></header>
<p>{_PROSE}</p><p>{_MORE}</p><script>document.write("scripted words")</script>
<ul><li>Piers and quays of the harbour: 4 million</li><li>Roads and bridges of the town: 2 million</li></ul>
<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2012</td><td>300</td></tr></table>
<p style="display: none">Secret one.</p><p hidden>Secret two.</p><div aria-hidden="TRUE"><p>Secret three.</p></div>
<p>{_PROSE.replace("budget", "plan")} It recalled the storm of
<time datetime="1987-10-16">October 16, 1987</time>, in which two piers were lost to the sea and never built again.</p>
</article><aside><p>Subscribe to our newsletter now.</p></aside>
<div id="comments" class="comments"><p>First comment by a reader.</p><time datetime="2013-06-01">later</time></div>
<footer><p>All rights reserved 2015.</p></footer></body></html>"""


def _page(head: str = "", body: str = f"<article><h1>Budget</h1><p>{_PROSE}</p><p>{_MORE}</p></article>") -> Extracted:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode())


def _dates(found: Extracted) -> list[tuple[str, int]]:
    return [(hint.value.iso, hint.confidence) for hint in found.dates]


def _values(found: Extracted, field: str) -> list[str]:
    return [hint.value for hint in found.hints if hint.field == field]


def test_text_of_a_news_page() -> None:
    found = read_html(_NEWS.encode())
    paragraphs = found.text.rstrip("\n").split("\n\n")
    assert paragraphs[:2] == ["Council adopts budget", _PROSE]
    assert (
        "Mayor Ruth Calder said that “the piers cannot wait” & promised a report on the cost by the spring."
        in paragraphs
    )
    assert "- Piers and quays of the harbour: 4 million" in paragraphs
    assert "2012 | 300" in paragraphs
    assert paragraphs.count("Council adopts budget") == 1
    assert found.how.startswith("trafilatura 2.")
    assert found.doubts == ()
    assert read_html(_NEWS.encode()) == found


@pytest.mark.parametrize(
    "words", ["Secret", "scripted", "color: red", "Home page", "newsletter", "First comment", "rights reserved", "|---"]
)
def test_what_is_not_text(words: str) -> None:
    assert words not in read_html(_NEWS.encode()).text


def test_facts_of_a_news_page() -> None:
    found = read_html(_NEWS.encode())
    assert _values(found, "title") == ["Council adopts budget"]
    assert _values(found, "outlet") == ["The Gazette", "Westport Gazette"]
    assert _values(found, "author") == ["Ann Lee, Bo & Co", "Ann Lee"]
    assert _values(found, "url") == ["https://gazette.example/2013/budget"]


def test_days_of_a_news_page() -> None:
    found = read_html(_NEWS.encode())
    assert _dates(found) == [
        ("2013-05-15", 96),
        ("2013-05-16", 95),
        ("2001-01-01", 90),
        ("1999-09-09", 62),
        ("2014-02-01", 60),
    ]
    assert found.dates[0].how == "datePublished in the page's structured data"
    assert found.dates[1].how == "meta tag article:published_time"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2013-05-15T23:59:59-08:00", "2013-05-15"),
        ("20130515", "2013-05-15"),
        ("May 15, 2013", "2013-05-15"),
        ("Wed, 15 May 2013 22:00:00 GMT", "2013-05-15"),
        ("2013-02-30", None),
        ("1492-10-12", None),
        ("9999-01-01", None),
        ("03/04/2009", None),
        ("2013-05", None),
        ("May 2013", None),
        ("", None),
        ("x" * 5000, None),
    ],
)
def test_read_day(value: str, day: str | None) -> None:
    found = read_day(value)
    assert (found.iso if found else None) == day


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ('<meta name="DC.date.issued" content="1963-11-22">', "", "1963-11-22 meta-tag 95"),
        ('<meta name="DC.date" content="1963-11-22">', "", "1963-11-22 meta-tag 86"),
        ('<meta itemprop="datePublished" content="1963-11-22">', "", "1963-11-22 meta-tag 95"),
        ("", '<time pubdate datetime="1963-11-22">x</time>', "1963-11-22 stamp-published 94"),
        ("", '<time itemprop="datePublished">22 November 1963</time>', "1963-11-22 page-marked 92"),
        ("", '<span itemprop="datePublished" content="1963-11-22">x</span>', "1963-11-22 stamp-published 94"),
        ("", '<p><time datetime="1963-11-22">x</time></p>', "1963-11-22 stamp 92"),
        ("", '<p>Updated <time datetime="1963-11-22">x</time></p>', "1963-11-22 stamp-updated 64"),
        ("", '<aside><p>Updated <time datetime="1963-11-22">x</time></p></aside>', "1963-11-22 stamp-updated 39"),
        ('<script type="application/ld+json">{broken</script>', "", "none"),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", "", "none"),
        ('<script type="application/ld+json">{"@type":"Article","datePublished":7,"author":3}</script>', "", "none"),
        ("<script>var page = {'publishedAt': 1545048000}</script>", "", "2018-12-17 script 76"),
    ],
)
def test_where_days_stand(head: str, body: str, expected: str) -> None:
    """What states a day on a page, and how far it is trusted."""
    found = _page(head, f"<article><h1>Budget</h1>{body}<p>{_PROSE}</p><p>{_MORE}</p></article>")
    best, _ = choose(find_page_candidates(found.page, found.dates, "")) if found.page else (None, ())
    assert (f"{best.value.iso} {best.rule} {best.confidence}" if best else "none") == expected


def test_line_ends_of_the_source_are_spaces() -> None:
    """A paragraph wrapped in the source is one paragraph; preformatted lines stay lines."""
    wrapped = _PROSE.replace(" on ", "\n   on <b>bold\nred</b>\n").replace("budget", "<code>budget</code>")
    found = _page(
        "", f"<article><h1>Budget</h1><p>{wrapped}</p><p>{_MORE}</p><pre>first line\nnext line</pre></article>"
    )
    lines = found.text.split("\n\n")
    assert _PROSE.replace(" on ", " on bold red ") in lines
    assert "first line" in lines


def test_headline_comes_first_when_the_text_lacks_it() -> None:
    found = _page("<title>Harbour budget - Gazette</title>", f"<article><p>{_PROSE}</p><p>{_MORE}</p></article>")
    assert found.text.split("\n\n")[:2] == ["Harbour budget", _PROSE]


def test_a_logo_is_no_headline() -> None:
    head = '<title>Harbour budget | Gazette</title><meta property="og:site_name" content="Gazette">'
    found = _page(head, f"<h1>Gazette</h1><div><h1>Harbour budget</h1><p>{_PROSE}</p><p>{_MORE}</p></div>")
    assert "Harbour budget" in found.text.split("\n\n")[:2]


@pytest.mark.parametrize(
    "label", ["windows-1252", "iso-8859-1", "", "utf-8", "no-such-charset", "rot13", "unicode_escape"]
)
def test_windows_1252(label: str) -> None:
    head = f'<html><head><meta charset="{label}"></head>'
    page = f"{head}<body><h1>Budget</h1><p>Café “Pier” – {_PROSE}</p></body></html>"
    found = read_html(page.encode("cp1252"))
    assert "Café “Pier” – The council" in found.text
    assert bool(found.doubts) == (label not in ("windows-1252", "iso-8859-1"))


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode(codec: str) -> None:
    page = f"<html><body><h1>Budget</h1><p>Café “Pier” – {_PROSE} {_MORE}</p></body></html>"
    found = read_html(page.encode(codec))
    assert "Café “Pier” – The council" in found.text
    assert found.doubts == ()


def test_visible_text_where_there_is_no_main_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trafilatura.extract", lambda *_, **__: None)
    body = (
        "<nav>Menu</nav><div>Piers <b>and</b>\n<i>quays</i><p>One</p>two<br>three</div>"
        "<ul><li>four</li><li><p>five</p></li></ul>"
        f"<aside>Ad</aside><div hidden>{_PROSE} {_PROSE}</div><form>Search</form>"
        "<form><p>whole page</p></form><footer>F</footer>"
    )
    found = _page("", body)
    expected = ["Piers and quays", "One", "two", "three", "- four", "five", "whole page"]
    assert found.text.rstrip("\n").split("\n\n") == expected
    assert any("no main text" in doubt for doubt in found.doubts)
    assert any("that the page hides" in doubt for doubt in found.doubts)


def test_a_page_of_links() -> None:
    links = "".join(f'<li><a href="/{i}">Story number {i} of the day</a></li>' for i in range(40))
    found = _page("", f"<nav>Menu</nav><ul>{links}</ul><footer>Imprint</footer>")
    assert "Story number 39" in found.text
    assert "Menu" not in found.text
    assert "Imprint" not in found.text


def test_a_fault_of_the_library_is_told_in_our_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise AttributeError("'NoneType' object has no attribute 'tag'")

    monkeypatch.setattr("trafilatura.extract", fail)
    with pytest.raises(UnreadableFile, match=r"cannot be read as a web page \(AttributeError\)"):
        _page()


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 x", "a PDF"),
        (b"<html><body></body></html>", "no readable text"),
        (b"<html><body><script>alert(1)</script></body></html>", "no readable text"),
        (b"<html><body><p hidden>Secret</p></body></html>", "only hidden text"),
        (b"<!-- only a comment -->", "web page"),
        (b"<html>\x00\x01</html>", "not text"),
    ],
)
def test_unreadable(raw: bytes, cause: str) -> None:
    with pytest.raises(UnreadableFile, match=cause):
        read_html(raw)


def test_depth_and_control_characters() -> None:
    deep = _page(
        "", f"<h1>Budget</h1><p>{_PROSE} &#27;[31m&#7; {_MORE}</p>" + "<div>" * 5000 + "lost" + "</div>" * 5000
    )
    assert any("nested too deeply" in doubt for doubt in deep.doubts)
    assert not any(ord(c) < 32 and c != "\n" for c in deep.text)


def test_too_many_attributes() -> None:
    """A tag with more attributes than the parser can compare in good time is refused; long values are no attributes."""
    many = "".join(f' a{n}="x"' for n in range(MAX_ATTRIBUTES + 1))
    with pytest.raises(UnreadableFile, match="more than 5000 attributes"):
        read_html(f"<html><body><p{many}>{_PROSE}</p></body></html>".encode())
    words = "a/b " * (2 * MAX_ATTRIBUTES)
    assert _PROSE in read_html(f'<html><body><p title="{words}">{_PROSE}</p></body></html>'.encode()).text
