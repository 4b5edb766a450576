"""Web pages (html): the main text as the reader of the page sees it, and what the page says about itself.

The main text is found by trafilatura (extra `html`); where it finds none, all visible text is taken, and that is told.
Nothing is executed, fetched or resolved. What the page itself hides (hidden, aria-hidden, display:none in a style
attribute) is not in the text; style sheets are not read. How bytes become a tree: markup.py.
"""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterator
from typing import Any

from xref.model import Settings
from xref.read.align import align
from xref.read.chrome import drop_chrome, is_forum
from xref.read.extracted import Extracted, Hint, UnreadableFile
from xref.read.markup import decode_page, parse_page, refuse_attributes
from xref.read.pages.facts import find_language, find_page_facts, find_titles
from xref.read.pages.lines import Page
from xref.read.pages.stated import find_page_dates
from xref.read.pages.walk import read_lines
from xref.read.source import BLOCKS
from xref.read.text import Decoded

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NOT_TEXT = frozenset("script style nav footer aside noscript iframe object svg button select textarea".split())
_RULE = re.compile(r"\|(?:-{3,}\|)+")  # the line trafilatura draws under a table's head
_PRUNED = ["//nav", "//footer[not(ancestor::article)]"]  # trafilatura keeps them where it finds little else
_LINES = ("pre", "textarea", "script", "style")
_BREAK = re.compile(r"(?<![ \t])[ \t]*[\r\n][ \t\r\n]*")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # a reference can bring them in
_QUIET = logging.NullHandler()
_SHORT = 200  # characters: a "main text" shorter than this may be a caption or a cookie notice
_FAULTS = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, AssertionError, RecursionError)


def read_html(raw: bytes, limits: Settings | None = None) -> Extracted:
    """The main text of a web page, with its hints; raises UnreadableFile with the cause when there is none."""
    import trafilatura
    from lxml import etree

    logging.getLogger("trafilatura").addHandler(_QUIET)  # its warnings become our doubts
    decoded = decode_page(raw)
    refuse_attributes(decoded.text)
    doubts = [decoded.doubt] if decoded.doubt else []
    try:
        tree = parse_page(decoded.text, doubts)
        said = _self_description(tree, decoded)
        hints = said.hints
        hidden = _drop_hidden(tree)
        headline = _headline(tree, hints)
        _flow(tree)
        drop_chrome(tree)
        visible = _visible(tree)
        found = trafilatura.extract(tree, favor_recall=True, include_comments=False, prune_xpath=_PRUNED) or ""
    except (etree.LxmlError, *_FAULTS) as fault:
        raise UnreadableFile(f"it cannot be read as a web page ({type(fault).__name__})") from fault
    paragraphs = [line for part in found.split("\n") if (line := _clean_row(_clean(part)))]
    if len(" ".join(paragraphs)) < _SHORT and len(" ".join(visible)) > 2 * len(" ".join(paragraphs)):
        paragraphs = visible
        doubts.append("no main text was found in the page: all its visible text was taken, which may hold other matter")
    elif is_forum(visible):
        paragraphs = visible  # of a thread the extractor takes one post for the text and drops the others
    if not paragraphs:
        raise UnreadableFile(
            "; ".join(["the page holds no readable text" + ", only hidden text" * bool(hidden), *doubts])
        )
    if hidden >= _SHORT:
        doubts.append(f"{hidden} characters that the page hides were left out")
    if headline and not any(_key(line.lstrip("# ")) == _key(headline) for line in paragraphs):
        paragraphs.insert(0, headline)
    # the encoding, since places count the characters of the decoded page
    how = f"trafilatura {trafilatura.__version__}, page decoded as {decoded.encoding}"
    text = "\n\n".join(paragraphs) + "\n"
    return Extracted(text, how, tuple(doubts), hints, said.dates, said.page, align(text, decoded.text))


def read_visible(text: str) -> tuple[list[str], list[str]]:
    """All that a page shows, a paragraph a block, and doubts: for pages that are all text, such as a mail's."""
    from lxml import etree

    doubts: list[str] = []
    if not text.strip():
        return [], doubts
    refuse_attributes(text)
    try:
        tree = parse_page(text, doubts)
        hidden = _drop_hidden(tree)
        _flow(tree)
        lines = _visible(tree)
    except (etree.LxmlError, *_FAULTS) as fault:
        raise UnreadableFile("it cannot be read as a web page: its mark-up is damaged") from fault
    if hidden >= _SHORT:
        doubts.append(f"{hidden} characters that the page hides were left out")
    return lines, doubts


def read_self_description(raw: bytes) -> Extracted:
    """What a web page says about itself, without its text; raises UnreadableFile when it cannot be parsed."""
    from lxml import etree

    decoded = decode_page(raw)
    refuse_attributes(decoded.text)
    try:
        return _self_description(parse_page(decoded.text, []), decoded)
    except (etree.LxmlError, *_FAULTS) as fault:
        raise UnreadableFile(f"it cannot be read as a web page ({type(fault).__name__})") from fault


def _self_description(tree: Any, decoded: Decoded) -> Extracted:
    titles, language = find_titles(tree), find_language(tree)
    dates = find_page_dates(tree, decoded.text, titles, language)
    page = Page(read_lines(tree, titles), titles, language)
    return Extracted("", decoded.encoding, hints=tuple(_hints(tree)), dates=dates, page=page)


def _drop_hidden(tree: Any) -> int:
    """Removes what the page hides; how many characters of text that was."""
    gone = [
        e
        for e in tree.iter()
        if isinstance(e.tag, str)
        and e.tag not in ("html", "head", "body", "link", "meta")
        and (
            e.tag == "template"
            or e.get("hidden") is not None
            or (e.get("aria-hidden") or "").strip().lower() == "true"
            or _HIDDEN.search(e.get("style") or "")
        )
    ]
    count = 0
    for element in reversed(gone):  # the innermost first, so that nothing is counted twice
        if element.tag not in ("script", "style", "template") and element.getparent() is not None:
            count += len(_clean("".join(element.itertext())))
        if element.getparent() is not None:
            element.drop_tree()
    return count


def _flow(tree: Any) -> None:
    """Line ends of the source become spaces, as a browser shows them, but where an element keeps its lines."""
    kept = {inner for outer in tree.iter(*_LINES) for inner in outer.iterdescendants()}
    for element in tree.iter():
        if element in kept:
            continue
        if element.text and element.tag not in _LINES:
            element.text = _BREAK.sub(" ", _NOT_XML.sub("", element.text))
        if element.tail:
            element.tail = _BREAK.sub(" ", _NOT_XML.sub("", element.tail))


def _visible(tree: Any) -> list[str]:
    """All text of the body, a paragraph a block, without navigation, forms and the like."""
    parts: list[str] = []
    stack: list[tuple[Any, bool]] = [(body, False) for body in tree.iter("body")][:1]
    while stack:
        element, left = stack.pop()
        if left:
            parts += ["\0" if element.tag in BLOCKS else "", element.tail or ""]
        elif not isinstance(element.tag, str) or element.tag in _NOT_TEXT or _is_search_form(element):
            parts += ["\0", element.tail or ""]
        else:
            parts += ["\0" if element.tag in BLOCKS else "", "- " if element.tag == "li" else ""]
            parts.append(element.text or "")
            stack.append((element, True))
            stack += [(child, False) for child in reversed(element)]
    return [line for part in "".join(parts).split("\0") if (line := _clean(part)) and line != "-"]


def _is_search_form(element: Any) -> bool:
    return element.tag == "form" and element.find(".//p") is None  # some systems wrap the whole page in a form


def _clean(text: str) -> str:
    """One line without control characters, which references such as &#27; can bring in."""
    return " ".join(_CONTROL.sub("", " ".join(text.split())).split())


def _clean_row(line: str) -> str:
    """A row of a table without trafilatura's outer bars, nothing for the rule below its head."""
    if _RULE.fullmatch(line):
        return ""
    return line[1:-1].strip() if len(line) > 1 and line[0] == line[-1] == "|" else line


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _headline(tree: Any, hints: tuple[Hint, ...]) -> str:
    """The printed headline: the h1 that the titles agree with (a logo can be an h1 too), else the best title."""
    titles = [hint.value for hint in hints if hint.field == "title"]
    outlets = {_key(hint.value) for hint in hints if hint.field == "outlet"}
    lines = [_clean("".join(tag.itertext())) for tag in tree.iter("h1")]
    printed = [line for line in lines if line and _key(line) not in outlets]
    for line in printed:
        if any(_key(line) in _key(title) for title in titles if title not in printed):
            return line
    return (printed or titles or [""])[0]


def _hints(tree: Any) -> Iterator[Hint]:
    """Facts by field, most trusted first, each value once."""
    seen: set[tuple[str, str]] = set()
    for hint in find_page_facts(tree):
        value = _clean(html.unescape(hint.value))
        if hint.field == "url" and not value.startswith(("http://", "https://")):
            continue
        if value and len(value) <= 500 and (hint.field, value) not in seen:
            seen.add((hint.field, value))
            yield Hint(hint.field, value, hint.how)
