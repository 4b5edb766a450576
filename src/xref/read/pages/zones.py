"""What a part of a web page is by its element and marks (class, id): comments, or matter beside the article.

Names are those that the themes of WordPress, Blogger, Drupal, TYPO3, Joomla and Serendipity and news systems give, in
several languages; HTML's own elements (nav, aside, footer) say it by themselves.
"""

from __future__ import annotations

import re
from typing import Any

_BEFORE, _AFTER = r"(?:^|[-_])", r"(?:$|[-_0-9])"
_COMMENTS = re.compile(
    rf"{_BEFORE}(?:comments?(?:list|area|section|wrapper|body|box|text|s?title|metadata)?|kommentare?|leserkommentare?|lesermeinungen?"
    r"|commentaires?|comentarios?|commenti|reacties|reactions?|replies|responses?|respond|disqus\w*|trackbacks?|pings?|pingbacks?"
    rf"|diskussion|diskuse|discussion|yorumlar|komentar\w*|hozzaszolasok|guestbook|livefyre\w*){_AFTER}|Comments?(?:$|[A-Z])",
    re.I,
)
_COUNTED = re.compile(
    r"comments?[-_]?(?:link|count|open|closed|off|number|icon|bubble|total|info)|(?:no|num|has|meta|count|with)[-_]?comments?",
    re.I,
)
_ASIDE = re.compile(
    rf"{_BEFORE}(?:side(?:bar|col\w*|nav)?|widgets?|related\w*|recommend\w*|promo\w*|popular|recent\w*|latest|archives?|archiv"
    r"|calendar|kalender|nav|navi|navbar|navigation|menue?|footer|fuss|colophon|breadcrumbs?|similar|ticker|newsletter|advert\w*"
    r"|ads?|blogroll|rail|marginal\w*|most|topstories|teasers?|carousel|slider|upcoming|tagcloud|cookie\w*|modal|popup|pagination"
    rf"|pager|prev(?:ious)?|next|sharing|social){_AFTER}|sidebar|read[-_]?(?:more|next|also)|more[-_]?(?:news|stories|articles|from)",
    re.I,
)
_OWN = re.compile(
    r"(?:entry|post|article|story|news|content|blog)[-_]*(?:footer|nav|info|meta)|elementor|no-?sidebar", re.I
)


def zone_of(element: Any, marks: str) -> str:
    """ "comments", "aside" or "" for an lxml element with these class and id words."""
    tokens = marks.split()
    if (element.get("itemtype") or "").endswith("Comment"):
        return "comments"
    if any(_COMMENTS.search(t) and not _COUNTED.search(t) for t in tokens):
        return "comments"
    own_foot = element.tag == "footer" and any(above.tag == "article" for above in element.iterancestors())
    if element.tag in ("nav", "aside", "footer") and not own_foot:
        return "aside"
    return "aside" if any(_ASIDE.search(t) and not _OWN.search(t) for t in tokens) else ""
