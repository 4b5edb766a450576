"""Which element, or which line, is the headline of a page's article: the place that its date of publication stands by.

A page says the title more than once: in the title tag (with the site's name), in Open Graph and schema.org data, and in
print. The printed one that agrees with the others is the headline; the site's own name at the top of the page is not.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Any

import attrs

from xref.fold import flat
from xref.read.tongues import words_of

_TITLE_MARK = re.compile(
    r"title|headline|heading|titre|titel|ueberschrift|überschrift|titulo|titolo|entry-header|(?:^|\s)(?:hed|subject)(?:\s|$)",
    re.I,
)
_SITE_MARK = re.compile(
    r"site|blog-?(?:title|name)|logo|banner|brand|masthead|header-?title|widget|sidebar|comment|related", re.I
)
_PARTS = re.compile(r"\s+[|–—·•»«:/>@~<-]+\s+|\s*(?:::|»|«|\|)\s*|:\s+|\s+[-–—]|[-–—]\s+")
_HOME = re.compile(r"(?:https?://[^/]+)?/(?:index\.\w+)?")
_NO_HEADLINE = frozenset("head title meta body html script style a option".split())
_MAX_TITLE = 300
"""characters of a headline"""
_MAX_STATED = 1_000
"""characters of a stated title that are compared: a line of 100,000 marked as a heading would cost minutes"""


@attrs.frozen
class Headline:
    """The headline of a page."""

    element: Any
    """its element, or None"""
    holders: frozenset[Any]
    """the element and all that hold it: they are the article or the page, never a side bar"""


def fold_title(text: str) -> str:
    """`text` as titles are compared: folded, words only."""
    return " ".join(re.findall(r"\w+", flat(text)))


def counts_comments(text: str) -> bool:
    """Whether a line such as "3 thoughts on “Why boats leak”" heads the comments on what it names."""
    folded = flat(text).strip(" \"'#-*:([")
    return bool(re.match(rf"(?:[0-9]{{1,5}}|one|eine?|une?|una)\s+{words_of('comments').pattern}", folded))


def likeness(line: str, titles: Sequence[str]) -> float:
    """How much `line` (folded) looks like the title that `titles` (as written) state: 0, or more for longer agreement."""
    words = len(line.split())
    best = 0.0
    for title in titles:
        whole, parts = _fold_stated(title[:_MAX_STATED])
        if line == whole:
            best = max(best, 3 + min(words, 8) / 4)
        elif line in parts:
            best = max(best, 2 + min(words, 8) / 4)
        elif (words >= 3 and line in whole and len(line) * 2 >= len(whole)) or any(
            len(p.split()) >= 3 and p in line and len(line) <= 2 * len(p) for p in parts
        ):
            best = max(best, 1 + min(words, 8) / 4)
        # a title tag may cut a long headline: "The council adopts the budg..."
        elif len(whole) >= 25 and line.startswith(whole.rstrip(". ")[:60]) and len(line) <= 3 * len(whole):
            best = max(best, 1.5)
    return best


@functools.lru_cache(maxsize=64)  # the titles of one page, which each of its lines is laid against
def _fold_stated(title: str) -> tuple[str, tuple[str, ...]]:
    """A stated title folded, and its parts between marks."""
    return fold_title(title), tuple(fold_title(part) for part in _PARTS.split(title))


def find_headline(tree: Any, titles: Sequence[str]) -> Headline:
    """The headline of the page `tree` (lxml), whose article is called one of `titles`."""
    best: tuple[float, int, Any] | None = None
    for number, element in enumerate(e for e in tree.iter() if isinstance(e.tag, str) and e.tag not in _NO_HEADLINE):
        score = _score(element, titles)
        if score is not None and (best is None or score > best[0]):
            best = (score, -number, element)
    # without a headline, what holds the longest paragraph is the article
    holder = best[2] if best else max(tree.iter("p"), key=lambda p: len(p.text_content()), default=None)
    holders = frozenset([holder, *holder.iterancestors()]) if holder is not None else frozenset()
    return Headline(best[2] if best else None, holders)


def _score(element: Any, titles: Sequence[str]) -> float | None:
    """How likely `element` is the headline; None when it is none."""
    marks = _marks(element)
    if not re.fullmatch(r"h[1-6]", element.tag) and not _TITLE_MARK.search(marks):
        return None
    text = _text(element)
    line = fold_title(text)
    if not line or counts_comments(text) or any(_HOME.fullmatch(a.get("href") or "") for a in element.iter("a")):
        return None  # what leads to the site's first page is the site's name
    score = likeness(line, titles)
    own = bool(re.search(r"(?:entry|post|article|story|news)[-_]?(?:title|headline|header)", marks, re.I))
    if not score and element.tag != "h1" and not own:
        return None
    above = " ".join([marks, *(_marks(e) for e in list(element.iterancestors())[:2])])
    score += {"h1": 0.6, "h2": 0.3, "h3": 0.1}.get(element.tag, 0) + own
    score -= 1.5 * bool(_SITE_MARK.search(above))
    return score if score >= 0.5 else None


def _marks(element: Any) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemprop"))


def _text(element: Any) -> str:
    text = ""
    for part in element.itertext():
        text += part
        if len(text) > _MAX_TITLE * 2:
            return ""
    text = " ".join(text.split())
    return text if len(text) <= _MAX_TITLE else ""
