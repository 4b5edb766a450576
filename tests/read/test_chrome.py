"""What a page draws around its text: captions, signatures, profiles, tables that lay out."""

from __future__ import annotations

from xref.read.html import read_html

PROSE = "The ferry company said on Monday that it had sold the boat twice, and the mayor asked for the contract. " * 3


def read(body: str) -> list[str]:
    """The paragraphs of a page with this body."""
    page = f"<html><head><title>Ferry sold twice</title></head><body>{body}</body></html>"
    return [line for line in read_html(page.encode()).text.split("\n") if line]


def test_captions_and_pull_quotes_are_left_out() -> None:
    """What HTML reserves for captions, and classes that systems write, never reach the text."""
    lines = read(
        f"<article><h1>Ferry sold twice</h1><figure><figcaption>The ferry at dawn.</figcaption></figure><p>{PROSE}</p>"
        f'<div class="pullquote">sold the boat twice</div><p>{PROSE}</p>'
        '<div class="share-bar">Share this now</div></article>'
    )
    assert not any("dawn" in line or line.startswith("sold the boat") or "Share" in line for line in lines)
    assert any("ferry company" in line for line in lines)


def test_a_class_counts_as_a_whole_word() -> None:
    """A class that only contains such a word is none of them."""
    lines = read(f'<article><h1>Ferry sold twice</h1><p class="signature-dish">{PROSE}</p></article>')
    assert any("ferry company" in line for line in lines)


def test_a_thread_is_read_post_by_post() -> None:
    """Posts laid out in tables keep their order, their writers and their lines."""
    user = '<td class="user">writer{n}<br>Join Date: Jan 2009<br>Posts: 12</td>'
    said = "<td>" + PROSE + 'Post {n}.<br>Second line of {n}.<div class="sig">Row on!</div></td>'
    post = "<table><tr><td>05-0{n}-2011, 08:15 AM</td><td>#{n}</td></tr><tr>" + user + said + "</tr></table>"
    lines = read("<h1>Who sold it?</h1>" + post.format(n=1) + post.format(n=2))
    assert [line for line in lines if line.startswith("writer")] == ["writer1", "writer2"]
    assert "Second line of 2." in lines
    assert not any("Row on" in line for line in lines)


def test_a_table_of_data_stays_one() -> None:
    """A table with heads is data, row by row."""
    lines = read(
        f"<article><h1>Boats</h1><p>{PROSE}</p><table><tr><th>Boat</th><th>Price</th></tr>"
        f"<tr><td>Ferry</td><td>12</td></tr></table><p>{PROSE}</p></article>"
    )
    assert any("Ferry" in line and "12" in line for line in lines)
