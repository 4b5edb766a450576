"""What a web page says about itself for programs: JSON-LD (schema.org) and meta tags (Open Graph, Dublin Core, ...)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

ARTICLE = re.compile(r"Article$|Posting$|^(?:Report|Review|Recipe|Critique)$")
PAGE = re.compile(r"^(?:Web|About|Item)Page$|^CreativeWork$")
_INNER = ("@graph", "mainEntity", "mainEntityOfPage")
_MAX_DEPTH = 4  # levels of @graph and mainEntity; what lies deeper is about other pages
_LD = "application/ld+json"


def scripts(tree: Any) -> Iterator[tuple[bool, str]]:
    """Each script of the page: whether it is JSON-LD, and its text."""
    for script in tree.iter("script"):
        yield (script.get("type") or "").split(";")[0].strip().lower() == _LD, script.text or ""


def linked_data(tree: Any) -> list[dict[str, Any]]:
    """The things the page's JSON-LD describes at its top (also in @graph and mainEntity)."""
    found: list[dict[str, Any]] = []
    for linked, text in scripts(tree):
        if linked:
            found += _things(load_linked(text), 0)
    return found


def load_linked(text: str) -> Any:
    """The data in a JSON-LD script; None when it is broken: then it says nothing, the other places still do."""
    # some systems wrap it in a comment or CDATA; line breaks within strings are common, hence strict=False
    text = (
        re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", text).strip().rstrip(";")
    )
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def is_a(form: re.Pattern[str], thing: dict[str, Any]) -> bool:
    """Whether one of the thing's types has this form."""
    kinds = thing.get("@type")
    return any(
        isinstance(k, str) and form.search(k.rsplit("/", 1)[-1])
        for k in (kinds if isinstance(kinds, list) else [kinds])
    )


def meta_tags(tree: Any) -> list[tuple[str, str]]:
    """Name (lower case) and content of every meta tag, in order, without those that microdata puts into the body."""
    return [
        (name.strip().lower(), tag.get("content").strip())
        for tag in tree.iter("meta")
        for name in (tag.get("property"), tag.get("name"), tag.get("http-equiv"), tag.get("itemprop"))
        if name and (tag.get("content") or "").strip()
        if name != tag.get("itemprop") or not any(above.tag == "body" for above in tag.iterancestors())
    ]


def names(data: object) -> list[str]:
    """The names in an author or publisher: a string, a thing with a name, or a list of those."""
    if isinstance(data, list):
        return [name for item in data if isinstance(item, (str, dict)) for name in names(item)]
    value = data.get("name") if isinstance(data, dict) else data
    return [value] if isinstance(value, str) and not value.startswith("http") else []


def texts(thing: dict[str, Any], *keys: str) -> Iterator[str]:
    """The texts under `keys` of a thing, without HTML's references."""
    for key in keys:
        value = thing.get(key)
        if isinstance(value, str) and value.strip():
            yield html.unescape(value)


def _things(data: object, depth: int) -> Iterator[dict[str, Any]]:
    inner: list[Any] = data if isinstance(data, list) else []
    if isinstance(data, dict):
        yield data
        inner = [data.get(key) for key in _INNER]
    for item in inner if depth < _MAX_DEPTH else []:
        yield from _things(item, depth + 1)
