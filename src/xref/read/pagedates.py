"""What a web page's own structure states: the days of publication, ranked, and title, outlet, author and address.

Rules: schema.org, Open Graph, Dublin Core, and the names that publishing systems write (Parse.ly, Sailthru, Scholar). A
time stamp means the day it prints, zones are never converted: the newspaper's own day is the day of publication.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from xref.days import find_days, make_day
from xref.model import DateRange
from xref.read.extracted import DateHint, Hint

_ISO = re.compile(r"\s*([0-9]{4})([-/]?)([0-9]{2})\2([0-9]{2})(?![0-9])")
_PUBLISHED = frozenset(
    """article:published_time og:article:published_time datepublished date dc.date dc.date.issued dcterms.date
    dcterms.issued pubdate publishdate publish-date publish_date publication_date citation_publication_date
    parsely-pub-date sailthru.date""".split()
)
_MODIFIED = frozenset("article:modified_time og:updated_time datemodified dcterms.modified last-modified".split())
_ARTICLE = re.compile(r"Article$|Posting$|^Report$")
_PAGE = re.compile(r"^(?:Web|About|Item)Page$|^CreativeWork$")
_ELSEWHERE = re.compile(r"comment|related|sidebar|recommend|promo|teaser", re.I)
_UPDATED = re.compile(r"updat|modif", re.I)
_SITE_NAME = re.compile(r"\s+[|–—-]\s+(?:(?!\s[|–—-]\s).)*$")
_MAX_VALUE = 100  # characters of an attribute that holds a date; more is prose
_MAX_LINE = 150  # characters of a paragraph that can be a date line; a time tag in a longer one dates an event
_MAX_DEPTH = 4  # levels of @graph and mainEntity; what lies deeper is about other pages


def find_page_dates(tree: Any) -> tuple[DateHint, ...]:
    """Every day of publication that the structure of the page `tree` (lxml) states, most trusted first."""
    found = [*_linked_dates(tree), *_meta_dates(tree), *_time_dates(tree)]
    best: dict[tuple[dt.date, bool], DateHint] = {}
    for hint in sorted(found, key=lambda h: -h.confidence):
        best.setdefault((hint.value.earliest, hint.confidence == 60), hint)
    return tuple(best.values())


def find_page_facts(tree: Any) -> Iterator[Hint]:
    """Title, outlet, author and address as the page's structure writes them, most trusted first within a field."""
    metas = _meta_tags(tree)
    articles = [thing for thing in _linked_data(tree) if _is_a(_ARTICLE, thing)]

    def told(field: str, name: str) -> Iterator[Hint]:
        yield from (Hint(field, content, f"meta tag {name}") for found, content in metas if found == name)

    yield from told("title", "og:title")
    yield from (Hint("title", "".join(tag.itertext()), "first-level heading (h1)") for tag in tree.iter("h1"))
    for tag in tree.xpath("/html/head/title"):
        yield Hint(
            "title", _SITE_NAME.sub("", " ".join((tag.text or "").split())), "title tag, without the site's name"
        )
    yield from told("outlet", "og:site_name")
    for field, key in (("outlet", "publisher"), ("author", "author")):
        for thing in articles:
            yield Hint(field, ", ".join(_names(thing.get(key))), f"{key} in the page's structured data")
    yield from told("outlet", "application-name")
    yield from told("author", "author")
    for tag in tree.xpath("//*[@rel]"):
        rel = tag.get("rel").lower().split()
        if tag.tag == "a" and "author" in rel:
            yield Hint("author", "".join(tag.itertext()), 'link marked rel="author"')
        elif tag.tag == "link" and "canonical" in rel:
            yield Hint("url", tag.get("href") or "", 'link marked rel="canonical"')
    yield from told("url", "og:url")


def _linked_data(tree: Any) -> list[dict[str, Any]]:
    """The things the page's JSON-LD describes at its top (also in @graph and mainEntity)."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            try:
                # line breaks within strings are common on real pages, hence strict=False
                found += _things(json.loads(script.text or "", strict=False), 0)
            except (ValueError, RecursionError):
                continue  # broken structured data says nothing; the other places still do
    return found


def _is_a(form: re.Pattern[str], thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return any(isinstance(k, str) and form.search(k) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _meta_tags(tree: Any) -> list[tuple[str, str]]:
    """Name (lower case) and content of every meta tag, in order."""
    return [
        (name.strip().lower(), tag.get("content").strip())
        for tag in tree.iter("meta")
        for name in (tag.get("property"), tag.get("name"), tag.get("itemprop"))
        if name and (tag.get("content") or "").strip()
    ]


def read_day(value: str) -> DateRange | None:
    """The one real day from 1600 to 2100 that an attribute's value prints, or None."""
    days: set[dt.date | None] = set()
    if match := _ISO.match(value):
        days = {make_day(int(match[1]), int(match[3]), int(match[4]))}
    elif len(value) <= _MAX_VALUE:
        days = {p.value.earliest for p in find_days(value) if p.value and p.precision == "day"}
    day = days.pop() if len(days) == 1 else None
    return DateRange(day, day) if day and 1600 <= day.year <= 2100 else None


def _names(data: object) -> list[str]:
    """The names in an author or publisher: a string, a thing with a name, or a list of those."""
    if isinstance(data, list):
        return [name for item in data if isinstance(item, (str, dict)) for name in _names(item)]
    value = data.get("name") if isinstance(data, dict) else data
    return [value] if isinstance(value, str) and not value.startswith("http") else []


def _things(data: object, depth: int) -> Iterator[dict[str, Any]]:
    inner: list[Any] = data if isinstance(data, list) else []
    if isinstance(data, dict):
        yield data
        inner = [data.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage")]
    for item in inner if depth < _MAX_DEPTH else []:
        yield from _things(item, depth + 1)


def _hint(value: object, how: str, confidence: int) -> Iterator[DateHint]:
    if isinstance(value, str) and (day := read_day(html.unescape(value))):
        yield DateHint(day, how, confidence)


def _linked_dates(tree: Any) -> Iterator[DateHint]:
    for thing in _linked_data(tree):
        article = _is_a(_ARTICLE, thing)
        if article or _is_a(_PAGE, thing):
            how = "in the page's structured data"
            # a page can be older than the article that it shows
            yield from _hint(thing.get("datePublished"), f"datePublished {how}", 96 if article else 90)
            yield from _hint(thing.get("dateModified"), f"dateModified {how}, the day of a change", 60)


def _meta_dates(tree: Any) -> Iterator[DateHint]:
    for name, content in _meta_tags(tree):
        if name in _PUBLISHED:
            yield from _hint(content, f"meta tag {name}", 95)
        elif name in _MODIFIED:
            yield from _hint(content, f"meta tag {name}, the day of a change", 60)


def _time_dates(tree: Any) -> Iterator[DateHint]:
    elements = [e for e in tree.iter() if isinstance(e.tag, str)]
    first = next(tree.iter("article"), None)
    for number, tag in enumerate(elements):
        marked = (tag.get("itemprop") or "").strip().lower()
        if tag.tag == "meta" or (tag.tag != "time" and marked not in ("datepublished", "datemodified")):
            continue
        value = tag.get("datetime") or tag.get("content") or _begin(tag)
        above = list(tag.iterancestors())
        if _stands_elsewhere(above, first):
            continue
        label = f"{tag.get('class') or ''} {marked} {_begin(above[0]) if above else ''}"
        if marked != "datepublished" and tag.get("pubdate") is None and _UPDATED.search(label):
            yield from _hint(value, "time tag that says when the page was changed", 60)
        elif marked == "datepublished" or tag.get("pubdate") is not None:
            yield from _hint(value, "time tag marked as the day of publication", 93)
        elif {"header", "article"} <= {element.tag for element in above}:
            yield from _hint(value, "time tag in the head of the article", 93)
        elif number * 2 < len(elements):
            yield from _hint(value, "time tag in the first half of the page", 80)


def _begin(element: Any) -> str:
    """The element's text until it is too long for a date line; never all of it, which may be the whole page."""
    text = ""
    for part in islice(element.itertext(), 200):
        text = " ".join(f"{text} {part}".split())
        if len(text) > _MAX_LINE:
            break
    return text


def _stands_elsewhere(above: list[Any], first: Any) -> bool:
    """Whether a time tag dates another article, a comment (often an article in the article), or an event told."""
    for element in above:
        tag = element.tag
        if tag in ("nav", "aside", "footer", "form") or (tag == "article" and element is not first):
            return True
        if tag not in ("body", "html") and _ELSEWHERE.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return True
        if tag in ("p", "li", "blockquote", "td") and len(_begin(element)) > _MAX_LINE:
            return True
    return False
