"""What a document says about itself: title, outlet, author, address, kind, each with the place and the rule.

Where a document and catalog.toml differ, the catalog wins, since a person wrote it on purpose. What no rule finds
stays unknown. Rules follow the layout of letters (date line, salutation), news pages (headline, byline, dateline) and
forums (post header); the outlet is only taken where it is printed as one or where the address names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs

from xref.calendars import find_holdings, find_votes
from xref.gazetteer import load_gazetteer
from xref.layout import Layout, Part, place_of, read_layout, signs
from xref.model import DateCandidate, Document, Fact, Problem, Span
from xref.read.catalog import CatalogEntry
from xref.read.published import choose, find_candidates

_DATELINE_AGENCY = re.compile(r"^.{0,80}?\(([A-Z][\w.&' -]{1,30})\)\s*[-–—]{1,2}")
_DOMAIN = re.compile(r"https?://(?:www\.|m\.|edition\.)?([\w.-]+)", re.I)
_BARE_DOMAIN = re.compile(r"\b(?:[\w-]+\.)+(?:com|org|net|gov|edu|int|info|ru|uk|de|fr|ir|us|eu)\b", re.I)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|my|me)\b")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_EMPHASIS = "#*_ \t"


def describe(document: Document, entry: CatalogEntry | None) -> tuple[Document, list[Problem]]:
    """`document` with every fact that its own text, its name or the catalog states, and what is in doubt."""
    layout = read_layout(document.text)
    title = _title(document, layout)
    url = _url(document, layout)
    outlet = _outlet(document, layout, url)
    author = _author(document, layout, outlet)
    candidates = find_candidates(document, layout, url.value if url else "")
    published, refused = choose(candidates)
    facts: dict[str, Fact | None] = {
        "title": title,
        "url": url,
        "outlet": outlet,
        "author": author,
        "kind": _kind(document, layout),
    }
    if entry:
        facts.update({name: fact for name, fact in _catalogued(entry).items() if fact})
        if entry.date:
            refused = (
                *refused,
                *([attrs.evolve(published, refused="catalog.toml gives the date")] if published else []),
            )
            published = DateCandidate(entry.date, "catalog", "given in catalog.toml", 100)
    day = published.value.day if published else None
    known = attrs.evolve(
        document,
        published=published,
        refused=refused,
        holdings=find_holdings(day) if day else (),
        votes=find_votes(day) if day else (),
        title=facts["title"],
        url=facts["url"],
        outlet=facts["outlet"],
        author=facts["author"],
        kind=facts["kind"],
    )
    return known, _doubts(known)


def _catalogued(entry: CatalogEntry) -> dict[str, Fact | None]:
    def fact(value: str) -> Fact | None:
        return Fact(value, "catalog", "given in catalog.toml") if value else None

    return {name: fact(getattr(entry, name) or "") for name in ("title", "outlet", "author", "url", "kind")}


def _doubts(document: Document) -> list[Problem]:
    problems = []
    if document.published is None:
        problems.append(
            Problem(
                document.path, "", "warning", "no date of publication found: it is matched, but not on the time line",
                f'add it to catalog.toml: [[document]] path = "{document.path}", date = "YYYY-MM-DD"',
            )
        )  # fmt: skip
    elif document.day is None:
        problems.append(
            Problem(
                document.path, "", "warning",
                f"the date of publication is only known as {document.published.value.iso}: no administration is set",
                "add the day to catalog.toml if you know it",
            )
        )  # fmt: skip
    for refused in document.refused:
        if refused.rule == "join-date" and refused.span:
            line, _ = place_of(document.text, refused.span.start)
            problems.append(
                Problem(
                    document.path, f"line {line}", "note",
                    f"“{refused.words}” was not taken as the date of publication: {refused.refused}",
                    "nothing to do, unless you know better: then set the date in catalog.toml", refused.span,
                )
            )  # fmt: skip
    return problems


def _fact(part: Part, rule: str, how: str) -> Fact:
    """The words of a unit without its mark-up, as a fact."""
    text = part.unit.text
    bare = text.strip(_EMPHASIS)
    start = part.unit.span.start + text.index(bare)
    return Fact(" ".join(bare.split()), rule, how, Span(start, start + len(bare)))


def _title(document: Document, layout: Layout) -> Fact | None:
    for part in layout.parts:
        if part.kind == "title":
            how = (
                "heading above the text"
                if signs.HEADING.match(part.unit.text)
                else "first line of words above the text"
            )
            return _fact(part, "title-line", how)
        if part.kind == "subject" and (match := signs.SUBJECT.match(part.unit.text)):
            start = part.unit.span.start + match.start(1)
            return Fact(
                match.group(1).strip(),
                "subject-line",
                "subject line of the letter",
                Span(start, start + len(match.group(1))),
            )
    for part in layout.parts:
        if part.kind == "salutation":
            whom = re.sub(r"^(?:my\s+)?dear\s+|[,:;—-]+$", "", part.unit.text, flags=re.I)
            return Fact(
                f"Letter to {whom}",
                "salutation",
                "a letter without subject line, named by its salutation",
                part.unit.span,
            )
    return None


def _url(document: Document, layout: Layout) -> Fact | None:
    for part in layout.parts:
        if part.kind == "source_url" and (match := signs.URL.search(part.unit.text)):
            start = part.unit.span.start + match.start()
            said = match.group().rstrip(").,;>]")
            if said.lower().startswith("http"):
                return Fact(
                    said, "address-line", "address printed on a line of its own", Span(start, start + len(said))
                )
    return None


def _media(words: str) -> str | None:
    """The canonical name of the outlet called `words`, if the gazetteer knows it as one."""
    found = [entry for entry in load_gazetteer().match(words) if entry.kind == "media"]
    return found[0].name if len(found) == 1 else None


def _outlet(document: Document, layout: Layout, url: Fact | None) -> Fact | None:
    """Who published it, where the document prints so."""
    rules: tuple[Callable[[], Fact | None], ...] = (
        lambda: _outlet_in_byline(layout),
        lambda: _outlet_in_dateline(document, layout),
        lambda: _outlet_in_tail(layout),
        lambda: _outlet_in_head(layout),
        lambda: _outlet_of_address(url),
        lambda: _outlet_of_letter(layout),
    )
    return next((fact for rule in rules if (fact := rule())), None)


def _outlet_in_byline(layout: Layout) -> Fact | None:
    for part in layout.parts:
        if part.kind == "byline":
            for said, at in _pieces(part.unit.text):
                name = _media(re.sub(r"^(?:by|special to|for)\s+", "", said, flags=re.I))
                if name:
                    start = (
                        part.unit.span.start
                        + at
                        + (len(said) - len(re.sub(r"^(?:by|special to|for)\s+", "", said, flags=re.I)))
                    )
                    return Fact(
                        name, "byline", "named in the byline", Span(start, part.unit.span.start + at + len(said))
                    )
    return None


def _pieces(text: str) -> list[tuple[str, int]]:
    """A line cut at commas, bars and dashes, each piece with its place."""
    return [(m.group(), m.start()) for m in re.finditer(r"[^\s,|•·–—/()\[\]][^,|•·–—()\[\]]*[^\s,|•·–—()\[\]]", text)]


def _outlet_in_dateline(document: Document, layout: Layout) -> Fact | None:
    for part in layout.parts[layout.head : layout.head + 2]:
        match = _DATELINE_AGENCY.match(part.unit.text)
        if match:
            start = part.unit.span.start + match.start(1)
            span = Span(start, start + len(match.group(1)))
            return Fact(_media(match.group(1)) or match.group(1), "dateline", "agency named in the dateline", span)
    return None


def _outlet_in_tail(layout: Layout) -> Fact | None:
    """A line such as "Headline | Outlet | outlet.com" that a forum or reader prints under a copied article."""
    for part in layout.parts:
        if part.kind in ("navigation", "source_url", "tag_line", "copyright", "credit") and "|" in part.unit.text:
            for said, at in reversed(_pieces(part.unit.text)):
                name = _media(said) or _of_domain(said)
                if name:
                    start = part.unit.span.start + at
                    return Fact(
                        name, "source-line", "named in a line that cites the source", Span(start, start + len(said))
                    )
    return None


def _outlet_in_head(layout: Layout) -> Fact | None:
    head = [
        p
        for p in layout.parts[: layout.head]
        if p.kind in ("tag_line", "navigation", "letterhead", "heading", "copyright", "page")
    ]
    tail = [p for p in layout.parts[layout.tail :] if p.kind in ("copyright", "credit", "bio")]
    for part in [*head, *tail]:
        for said, _ in _pieces(part.unit.text.strip(_EMPHASIS)):
            bare = re.sub(
                r"^(?:copyright|©|\(c\))?\s*(?:[0-9]{4}\s*)?(?:by\s+)?|\.?\s*all rights.*$", "", said, flags=re.I
            )
            name = _media(bare)
            if name:
                start = part.unit.span.start + part.unit.text.index(bare)
                where = "above the text" if part in head else "below the text"
                return Fact(name, "name-line", f"printed on a line {where}", Span(start, start + len(bare)))
    return None


def _of_domain(words: str) -> str | None:
    match = _DOMAIN.match(words) or _BARE_DOMAIN.fullmatch(words.strip())
    if not match:
        return None
    entry = load_gazetteer().outlet(match.group(1) if match.re is _DOMAIN else match.group())
    return entry.name if entry else None


def _outlet_of_address(url: Fact | None) -> Fact | None:
    if url is None:
        return None
    name = _of_domain(url.value)
    return Fact(name, "address", "the address belongs to it", url.span) if name else None


def _outlet_of_letter(layout: Layout) -> Fact | None:
    if layout.genre != "letter":
        return None
    for part in layout.parts:
        if part.kind == "letterhead":
            return _fact(part, "letterhead", "first line of the letterhead")
    return None


def _author(document: Document, layout: Layout, outlet: Fact | None) -> Fact | None:
    for part in layout.parts:
        if part.kind == "byline":
            match = re.match(
                r"^[#*_\s]*(?:(?:written|posted|reported|submitted)\s+)?(?:by:?|authors?:)\s+([^|,–—(]+)",
                part.unit.text,
                re.I,
            )
            if match and match.group(1).strip(_EMPHASIS):
                said = match.group(1).strip(_EMPHASIS)
                start = part.unit.span.start + part.unit.text.index(said)
                if outlet and outlet.span == Span(start, start + len(said)):
                    return None
                return Fact(said, "byline", "named in the byline", Span(start, start + len(said)))
    signers = [p for p in layout.parts if p.kind == "signature" and p.unit.gap and 2 <= p.unit.words <= 5]
    if layout.genre == "letter" and signers:
        names = [
            " ".join(w.capitalize() if w.isupper() and len(w) > 2 else w for w in p.unit.text.split()) for p in signers
        ]
        span = Span(signers[0].unit.span.start, signers[-1].unit.span.end)
        return Fact(", ".join(names), "signature", "signed the letter", span)
    return None


def _kind(document: Document, layout: Layout) -> Fact | None:
    if layout.genre:
        how = {
            "letter": "has a salutation and a closing",
            "forum": "has the lines of a forum member",
            "transcript": "is made of speakers' turns",
        }
        return Fact(layout.genre, "layout", how[layout.genre])
    for part in layout.parts[: layout.head]:
        if part.kind in ("title", "tag_line", "heading") and (match := signs.SPEECH.search(part.unit.text)):
            start = part.unit.span.start + match.start()
            return Fact("speech", "title", "its title says so", Span(start, part.unit.span.start + match.end()))
    body = [p for p in layout.parts if p.kind == "text"]
    if any(p.kind in ("byline", "credit") for p in layout.parts) or any(
        _DATELINE_AGENCY.match(p.unit.text) for p in body[:1]
    ):
        return Fact("news", "layout", "has a byline or a dateline")
    for part in body:
        match = _FIRST_PERSON.search(_QUOTED.sub(lambda m: " " * len(m.group()), part.unit.text))
        if match:
            start = part.unit.span.start + match.start()
            return Fact(
                "blog",
                "first-person",
                "speaks in the first person, with no byline and no letter's layout",
                Span(start, start + len(match.group())),
            )
    return None
