"""The days of publication that a web page states for programs: schema.org data, meta tags, trackback data, scripts.

Rules: schema.org (datePublished, dateCreated), Open Graph (article:published_time), Dublin Core (DC.date,
dcterms.issued), and the names that publishing systems write (Parse.ly, Sailthru, Scholar, Movable Type's RDF for
trackbacks). A time stamp means the day it prints, zones are never converted: the newspaper's own day is the day of
publication.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from xref.days import find_days, make_day
from xref.model import DateRange
from xref.read.extracted import DateHint
from xref.read.pages.headline import fold_title, likeness
from xref.read.pages.linked import ARTICLE, PAGE, is_a, linked_data, load_linked, meta_tags, scripts, texts
from xref.read.written import find_written

_ISO = re.compile(r"\s*([0-9]{4})([-/.]?)([0-9]{2})\2([0-9]{2})(?![0-9])")
_LONG = re.compile(r"\s*([0-9]{4})([0-9]{2})([0-9]{2})[0-9]{6}\b")  # 20130515103000
_UTC = re.compile(r"[0-9](?:\s?Z|\s?[+-]00:?00|\s(?:GMT|UTC))\s*$")
_PUBLISHED = {
    name: confidence
    for confidence, names in (
        (
            95,
            """article:published_time og:article:published_time og:published_time datepublished date.published
            published_time dcterms.issued dc.date.issued dc.date.published dcterms.date.issued pubdate publishdate
            publish-date publish_date publication_date publication-date citation_publication_date citation_online_date
            citation_date parsely-pub-date sailthru.date article.published article_date_original publish_time
            originalpublicationdate cxenseparse:recs:publishtime bt:pubdate prism.publicationdate displaydate ptime
            pdate article:publicationdate rnews:datepublished shareaholic:article_published_time vr:published_time
            published-date publisheddate date_published datepub article.publication_date dateposted article:post_date
            article_publish_date dc.dateissued eprints.date article:published og:pubdate published publication
            og:article:publish_date article:publish_date""",
        ),
        (
            86,  # many systems write the day of the visit or of a change here
            """date dc.date dcterms.date dc.date.created dcterms.created created datecreated article.created
            article:create_time date.created article.date creation_date release_date og:video:release_date dc:date
            dc.created dc:created created_at video:release_date gsa-article-date article:date article-date
            created-date""",
        ),
    )
    for name in names.split()
}
_MODIFIED = frozenset(
    """article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified last-modified lastmod
    revised article.updated modified_time last-update dateupdated date.modified dateofupdate lastmodified""".split()
)
_KEYS = re.compile(
    r"""["']?(datePublished|publishedAt|published_at|publishDate|publish_date|publishedDate|published_date|pubDate|pubdate
    |date_published|datepublished|publicationDate|publication_date|published_time|publishedTime|publishTime|firstPublished
    |firstPublishedDate|first_published_at|articlePublishDate|article_publish_date|datePublication|publishedOn|postDate
    |originalPublishDate|publish_time|articlePublished|articleDate|contentPublishedDate|pubDateTime)["']?\s*[:=]\s*
    (?:\\?["']([^"'\\]{6,40})|([0-9]{10}|[0-9]{13})(?![0-9]))""",
    re.X,
)
_RDF = re.compile(r"dc:date\s{0,9}=\s{0,9}[\"']([^\"']{8,40})")
_MAX_VALUE = 100  # characters of an attribute that holds a date; more is prose
_MAX_SCRIPT = 2_000_000  # characters of a script that are searched


def find_page_dates(tree: Any, source: str, titles: Sequence[str], language: str = "") -> tuple[DateHint, ...]:
    """Every day of publication that the structure of the page `tree` (lxml, of `source`) states, most trusted first."""
    found = [
        *_linked_dates(tree, titles),
        *_meta_dates(tree, language),
        *_trackback_dates(source),
        *_script_dates(tree),
    ]
    best: dict[tuple[dt.date, str], DateHint] = {}
    for hint in sorted(found, key=lambda h: -h.confidence):
        best.setdefault((hint.value.earliest, hint.rule), hint)
    return tuple(best.values())


def read_day(value: str, language: str = "") -> DateRange | None:
    """The one real day from 1600 to 2100 that an attribute's value prints, or None."""
    days: set[dt.date | None] = set()
    if match := _ISO.match(value):
        days = {make_day(int(match[1]), int(match[3]), int(match[4]))}
    elif match := _LONG.match(value):
        days = {make_day(int(match[1]), int(match[2]), int(match[3]))}
    elif len(value) <= _MAX_VALUE:
        days = {p.value.earliest for p in find_days(value) if p.value and p.precision == "day"}
        days = days or {w.days[0] for w in find_written(value, language) if len(w.days) == 1}
    day = days.pop() if len(days) == 1 else None
    return DateRange(day, day) if day and 1600 <= day.year <= 2100 else None


def hint_of(value: object, rule: str, how: str, confidence: int, language: str = "") -> Iterator[DateHint]:
    """The hint that an attribute's value gives, if it is a day."""
    if not isinstance(value, str):
        return
    if re.fullmatch(r"1[0-9]{9}(?:[0-9]{3})?", value.strip()):  # 2001 to 2033
        value = _of_seconds(value.strip())
    if day := read_day(html.unescape(value), language):
        yield DateHint(day, how, confidence, rule, value.strip()[:40], bool(_UTC.search(value)))


def _linked_dates(tree: Any, titles: Sequence[str]) -> Iterator[DateHint]:
    things = linked_data(tree)
    told = [t for t in titles if not any(t in texts(thing, "headline", "name") for thing in things)] or list(titles)
    articles = [thing for thing in things if is_a(ARTICLE, thing)]
    days = {str(thing.get("datePublished"))[:10] for thing in articles if thing.get("datePublished")}
    for thing in things:
        article = is_a(ARTICLE, thing)
        how = "in the page's structured data"
        # a page can be older than the article that it shows, a film or picture has its own day
        confidence = 96 if article else 90 if is_a(PAGE, thing) else 62
        if article and len(days) > 1 and not _is_about(thing, told):
            confidence = 70  # one of several articles, and not the one that the page is called after
        for key, less in (("datePublished", 0), ("dateCreated", 6), ("uploadDate", 8)):
            yield from hint_of(thing.get(key), "linked-data", f"{key} {how}", confidence - less)
        if article or is_a(PAGE, thing):
            yield from hint_of(thing.get("dateModified"), "changed", f"dateModified {how}, the day of a change", 60)
    for linked, text in scripts(tree):
        if linked and load_linked(text) is None:
            broken = "in structured data that is broken"
            for match in list(re.finditer(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"", text[:_MAX_SCRIPT]))[:1]:
                yield from hint_of(match[1], "linked-data", f"datePublished {broken}", 88)


def _is_about(thing: dict[str, Any], titles: Sequence[str]) -> bool:
    return any(likeness(fold_title(text), titles) > 0 for text in texts(thing, "headline", "name"))


def _meta_dates(tree: Any, language: str) -> Iterator[DateHint]:
    for name, content in meta_tags(tree):
        if confidence := _PUBLISHED.get(name):
            yield from hint_of(content, "meta-tag", f"meta tag {name}", confidence, language)
        elif name in _MODIFIED:
            yield from hint_of(content, "changed", f"meta tag {name}, the day of a change", 60, language)
        elif name == "parsely-page" and (match := re.search(r"pub_date\"\s*:\s*\"([^\"]+)", content)):
            yield from hint_of(match[1], "meta-tag", "pub_date in the meta tag parsely-page", 95)


def _trackback_dates(source: str) -> Iterator[DateHint]:
    """Movable Type, TypePad and others put the day of the entry into RDF in a comment, for trackbacks."""
    found = []
    for match in islice(_RDF.finditer(source[:_MAX_SCRIPT]), 20):
        comment = source.rfind("<!--", 0, match.start())
        if comment > source.rfind("-->", 0, match.start()) and "<rdf:RDF" in source[comment : match.start()]:
            found.append(match[1])
    if len(found) == 1:
        yield from hint_of(found[0], "trackback-data", "dc:date in the page's trackback data", 92)


def _script_dates(tree: Any) -> Iterator[DateHint]:
    """Days under a telling key in a script's data: of the article when there is one, of a list when there are many."""
    found: list[tuple[str, str]] = []
    for linked, text in scripts(tree):
        if not linked:
            for match in list(_KEYS.finditer(text[:_MAX_SCRIPT]))[:50]:
                found.append((match[1], match[2] or _of_seconds(match[3])))
    days = {read_day(value) for _, value in found} - {None}
    for number, (key, value) in enumerate(found):
        confidence = 76 if len(days) == 1 else 50 if number == 0 else 30
        yield from hint_of(value, "script", f"{key} in a script of the page", confidence)


def _of_seconds(stamp: str) -> str:
    """Seconds or thousandths since 1970 as an ISO stamp in UTC."""
    seconds = int(stamp) // (1000 if len(stamp) == 13 else 1)
    return f"{dt.date(1970, 1, 1) + dt.timedelta(days=seconds // 86400)}T00:00:00Z"
