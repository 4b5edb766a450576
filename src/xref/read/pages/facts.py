"""What a web page's own structure states about title, outlet, author and address, in order of trust."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from xref.read.extracted import Hint
from xref.read.pages.linked import ARTICLE, is_a, linked_data, meta_tags, names, texts

_SITE_NAME = re.compile(r"\s+[|–—-]\s+(?:(?!\s[|–—-]\s).)*$")


def find_page_facts(tree: Any) -> Iterator[Hint]:
    """Title, outlet, author and address as the page's structure writes them, most trusted first within a field."""
    metas = meta_tags(tree)
    articles = [thing for thing in linked_data(tree) if is_a(ARTICLE, thing)]

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
            yield Hint(field, ", ".join(names(thing.get(key))), f"{key} in the page's structured data")
    yield from told("outlet", "application-name")
    yield from told("author", "author")
    for tag in tree.xpath("//*[@rel]"):
        rel = tag.get("rel").lower().split()
        if tag.tag == "a" and "author" in rel:
            yield Hint("author", "".join(tag.itertext()), 'link marked rel="author"')
        elif tag.tag == "link" and "canonical" in rel:
            yield Hint("url", tag.get("href") or "", 'link marked rel="canonical"')
    yield from told("url", "og:url")


def find_titles(tree: Any) -> tuple[str, ...]:
    """What the structure says that the article is called, as written: the site's name may still be in it."""
    found = [content for name, content in meta_tags(tree) if name in ("og:title", "twitter:title", "dc.title", "title")]
    found += [text for tag in tree.iter("title") if (text := " ".join((tag.text or "").split()))][:1]
    for thing in linked_data(tree):
        if is_a(ARTICLE, thing):
            found += texts(thing, "headline", "name")
    return tuple(dict.fromkeys(found))[:12]


def find_language(tree: Any) -> str:
    """The page's language as stated: "de", "en-US"; "" when it is not."""
    for element in tree.iter("html", "body"):
        for name in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
            if said := (element.get(name) or "").strip():
                return str(said).replace("_", "-")
    for name, content in meta_tags(tree):
        if name in ("og:locale", "content-language", "language", "dc.language"):
            return content.replace("_", "-")[:10]
    return ""
