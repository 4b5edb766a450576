"""What a web page draws around its text, told by its own mark-up: set aside before the main text is looked for.

Signs: elements that HTML reserves for it (figcaption, aside), and class names that publishing and forum systems write
(WordPress, Drupal, vBulletin, phpBB, XenForo, Discourse). A class counts only as a whole word of the attribute, never
as a part of one. Tables that lay a page out become plain blocks, so that a forum's posts are read cell by cell.
"""

from __future__ import annotations

import re
from typing import Any

_CLASSES = frozenset(
    """sig signature post-signature postsignature bbp-reply-signature edited edit-note editnote lastedited last-edited
    lastedit edit pullquote pull-quote pull_quote newsletter newsletter-signup newsletter-box signup subscribe-box promo
    promo-box teaser related related-posts related-articles related-links relatedposts see-also share sharing share-bar
    sharedaddy social social-share social-links breadcrumb breadcrumbs pagination pager wp-caption-text caption
    photo-caption image-caption credit photo-credit cookie cookie-notice cookie-banner cookie-consent consent gdpr
    advertisement advert ad-slot sponsored author-bio author-box authorbox about-author loginbox login-box quote-head
    quotehead quote-author bbcode_postedby ratings rating""".split()
)
_SPLIT = re.compile(r"[\s]+")
_BLOCKS = frozenset("p div br blockquote ul ol table h1 h2 h3 h4 pre".split())
_PROFILE = re.compile(r"(?:join(?:ed|\s+date)|member\s+since|registered|posts?|messages|reputation)\s*:\s*\S", re.I)
_LONG = 200  # characters of a cell that hold prose, not data


def drop_chrome(tree: Any) -> None:
    """Removes from the page `tree` (lxml) what is drawn around its text, and undoes tables that only lay it out."""
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and element.getparent() is not None and _is_chrome(element):
            element.drop_tree()
    for table in list(tree.iter("table")):
        if _lays_out(table):
            for element in [table, *table.iter("tbody", "thead", "tr", "td")]:
                element.tag = "div"
            for mark in list(table.iter("br")):
                mark.tail = "\n" + (mark.tail or "")
                _to_block(mark)


def is_forum(lines: list[str]) -> bool:
    """Whether the visible lines of a page are those of a forum thread: members' profiles stand beside posts."""
    return sum(bool(_PROFILE.match(line)) for line in lines) >= 2


def _is_chrome(element: Any) -> bool:
    if element.tag in ("html", "body", "article", "main"):
        return False
    if element.tag in ("figcaption", "aside"):
        return True
    names = _SPLIT.split((element.get("class") or "").lower())
    return any(name in _CLASSES for name in names) and len(element.xpath(".//p")) < 4


def _lays_out(table: Any) -> bool:
    """Whether a table holds prose or blocks in its cells and no heads of columns."""
    if next(table.iter("th"), None) is not None:
        return False
    cells = list(table.iter("td"))
    return any(len("".join(cell.itertext())) > _LONG or any(child.tag in _BLOCKS for child in cell) for cell in cells)


def _to_block(mark: Any) -> None:
    """A line break within a cell parts blocks: what follows it becomes a block of its own."""
    parent = mark.getparent()
    if parent is None:
        return
    block = parent.makeelement("div", {})
    block.text = (mark.tail or "").lstrip("\n")
    mark.tail = None
    follower = mark.getnext()
    while follower is not None and follower.tag not in _BLOCKS:
        after = follower.getnext()
        block.append(follower)
        follower = after
    mark.addnext(block)
    mark.drop_tag()
