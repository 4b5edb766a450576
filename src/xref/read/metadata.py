"""What a document says about itself: title, outlet, author, address, kind, each with the place and the rule.

What people wrote about it on purpose (catalog.toml, a sidecar, front matter) goes before what is read (settle.py). What
no rule finds stays unknown. Rules follow the layout of letters (date line, salutation), news pages (headline, byline,
dateline) and forums (post header); the outlet is only taken where it is printed as one or where the address names it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from xref.layout import Layout, hide, place_of, read_layout, signs
from xref.model import DateCandidate, Document, Fact, Problem, Span
from xref.read.catalog import CatalogEntry
from xref.read.choice import choose
from xref.read.extracted import Extracted
from xref.read.genre import find_kind, of_its_time
from xref.read.outlet import EMPHASIS, fact_of, find_outlet
from xref.read.pages.candidates import find_page_candidates, find_text_candidates
from xref.read.published import find_candidates
from xref.read.settle import FIELDS, said_of, settle, settle_date
from xref.read.sidecar import ENDING


def describe(
    document: Document, entries: Sequence[CatalogEntry] = (), extracted: Extracted | None = None
) -> tuple[Document, list[Problem]]:
    """`document` with every fact that its text, its file's structure, its name or people state, with doubts.

    `entries` are what catalog.toml and a sidecar say, the more trusted first.
    """
    # front matter is read by its own rules (front.py), not as lines of the text
    layout = read_layout(hide(document.text, document.front))
    front = extracted.front if extracted else None
    stated = [{name: fact for name in FIELDS if (fact := said_of(entry, name))} for entry in entries]
    stated.append(dict(front.facts) if front else {})
    hinted = _hinted(extracted)
    url = next((each["url"] for each in stated if "url" in each), None) or _url(document, layout) or hinted.get("url")
    outlet = find_outlet(document, layout, url)
    read = {
        "title": _title(document, layout),
        "outlet": outlet,
        "author": _author(document, layout, outlet),
        "url": _url(document, layout),
        "kind": find_kind(document, layout),
    }
    facts, alternatives = settle(
        {
            # what the file's structure says fills what the text leaves open; a page's own title goes before its lines
            name: [*(each.get(name) for each in stated), *_order(name, read[name], hinted.get(name), document)]
            for name in FIELDS
        }
    )
    published, refused = choose(_dates(document, layout, extracted, url))
    published, refused = settle_date(published, refused, entries)
    known = attrs.evolve(
        document,
        published=published,
        refused=refused,
        title=facts["title"],
        outlet=facts["outlet"],
        author=facts["author"],
        url=facts["url"],
        kind=of_its_time(facts["kind"], published),
        alternatives=alternatives,
    )
    return known, [*_front_faults(known, extracted), *_doubts(known)]


def _order(name: str, read: Fact | None, hint: Fact | None, document: Document) -> tuple[Fact | None, Fact | None]:
    page = document.path.lower().endswith((".html", ".htm"))
    return (hint, read) if name == "title" and page else (read, hint)


def _dates(document: Document, layout: Layout, extracted: Extracted | None, url: Fact | None) -> list[DateCandidate]:
    """Every date that could be the date of publication, from the text, the file's structure and the address."""
    page = extracted.page if extracted else None
    hints = extracted.dates if extracted else ()
    front = [extracted.front.date] if extracted and extracted.front and extracted.front.date else []
    if page is None:
        found = find_candidates(document, layout, url.value if url else "")
        found += [DateCandidate(h.value, h.rule, h.how, h.confidence, None, h.words, h.refused) for h in hints]
        if not front and not any(c.confidence > 0 for c in found):
            found += find_text_candidates(hide(document.text, document.front))
        return front + found
    # an address in a page's text is another page's: only what the page, or a person, says of itself counts
    said = url.value if url and url.rule != "address-line" else ""
    hinted = _hinted(extracted).get("url")
    text = find_candidates(document, layout, "")
    # the text of record has lost menus and comments, which tell whose date it is: the page's own lines go first
    text = [attrs.evolve(c, confidence=min(c.confidence, 8)) if c.span else c for c in text]
    return text + find_page_candidates(page, hints, said or (hinted.value if hinted else ""))


def _hinted(extracted: Extracted | None) -> dict[str, Fact]:
    """The facts that the file's structure states, the first of each field."""
    found: dict[str, Fact] = {}
    for hint in extracted.hints if extracted else ():
        found.setdefault(hint.field, Fact(hint.value, "structure", hint.how))
    return found


def _front_faults(document: Document, extracted: Extracted | None) -> list[Problem]:
    """What is wrong in the front matter, each with its line."""
    front = extracted.front if extracted else None
    advice = f"write it as key: value, or into {document.path.rsplit('/', 1)[-1]}{ENDING}"
    return [
        Problem(document.path, f"line {line}", "warning", f"front matter: {told}", advice)
        for line, told in (front.faults if front else ())
    ]


def _doubts(document: Document) -> list[Problem]:
    problems = []
    if document.published is None:
        made = next((f" (its file was made on {c.value.iso})" for c in document.refused if c.rule == "property"), "")
        problems.append(
            Problem(
                document.path, "", "warning",
                f"no date of publication found{made}: it is matched, but not on the time line",
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


def _title(document: Document, layout: Layout) -> Fact | None:
    for part in layout.parts:
        if part.kind == "title":
            how = (
                "heading above the text"
                if signs.HEADING.match(part.unit.text)
                else "first line of words above the text"
            )
            return fact_of(part, "title-line", how)
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


def _author(document: Document, layout: Layout, outlet: Fact | None) -> Fact | None:
    for part in layout.parts:
        if part.kind == "byline":
            match = re.match(
                r"^[#*_\s]*(?:(?:written|posted|reported|submitted)\s+)?(?:by:?|authors?:)\s+([^|,–—(]+)",
                part.unit.text,
                re.I,
            )
            if match and match.group(1).strip(EMPHASIS):
                said = match.group(1).strip(EMPHASIS)
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
