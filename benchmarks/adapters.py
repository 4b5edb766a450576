"""The library's own functions in the signatures of the scorers for open data; no logic of its own."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from xref.layout import find_units
from xref.match.events import Text, find_events
from xref.match.likeness import name_score as _name_score
from xref.match.passages import find_reuse
from xref.match.similar import Statement, index_statements, rank
from xref.model import Claim, Codebook, DateRange, Document, Facet, Span, Theme
from xref.read.catalog import CatalogEntry
from xref.read.extracted import UnreadableFile
from xref.read.html import read_self_description
from xref.read.metadata import describe
from xref.segment.dates import find_all_dates
from xref.segment.names import find_document_names
from xref.segment.quotes import find_quotations
from xref.segment.running import attribute
from xref.segment.sentences import find_sentences
from xref.themes import find_hits


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of `text` as (start, end)."""
    return [(span.start, span.end) for span in find_sentences(text)]


def dates(text: str, dct: str) -> list[tuple[int, int, str]]:
    """The dates in `text` as (start, end, TIMEX3 value), sentence by sentence, against the day `dct`."""
    day = dt.date.fromisoformat(dct)
    published = DateRange(day, day)
    found = [m for each in find_all_dates(text, find_sentences(text), published) for m in each]
    return [(m.span.start, m.span.end, timex(m.value) if m.value else REFERENCES.get(m.reference, "")) for m in found]


REFERENCES = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}
"""what TIMEX3 writes for words that name no day"""


def timex(value: DateRange) -> str:
    """A range of days in the notation of TIMEX3: weeks, weekends, quarters and decades have signs of their own."""
    first, days = value.earliest, (value.latest - value.earliest).days + 1
    year, week, weekday = first.isocalendar()
    if days == 7 and weekday == 1:
        return f"{year}-W{week:02d}"
    if days == 2 and weekday == 6:
        return f"{year}-W{week:02d}-WE"
    if days in (90, 91, 92) and first.day == 1 and first.month in (1, 4, 7, 10):
        return f"{first.year}-Q{first.month // 3 + 1}"
    if (first.month, first.day, value.latest.year - first.year) == (1, 1, 9) and days > 3650:
        return str(first.year // 10)
    return value.iso


def attributions(text: str) -> list[dict[str, list[tuple[int, int]]]]:
    """Who says what in `text`: content, source and cue, each a list of (start, end).

    The sentences over which one quotation runs on share source and cue, and are one attribution here.
    """
    found: dict[tuple[tuple[int, int], tuple[int, int]], list[tuple[int, int]]] = {}
    for claim in attribute(text, list(_claims(text))):
        for a in claim.attributions:
            said = found.setdefault(((a.source.start, a.source.end), (a.cue.start, a.cue.end)), [])
            said += [(c.start, c.end) for c in a.content]
    return [{"content": sorted(said), "source": [source], "cue": [cue]} for (source, cue), said in found.items()]


def _claims(text: str) -> Iterator[Claim]:
    """Every sentence of every paragraph, with names and quotations, as the pipeline hands them on."""
    units = [unit.span for unit in find_units(text)]
    spans = [(number, s) for number, unit in enumerate(units) for s in find_sentences(text, unit)]
    quoted = [find_quotations(text, unit) for unit in units]
    names = find_document_names(text, [span for _, span in spans])
    for (number, span), named in zip(spans, names, strict=True):
        inside = tuple(q for q in quoted[number] if q.meets(span))
        yield Claim("", "", span, span.of(text), number, quotations=inside, names=tuple(named))


def name_score(a: str, b: str) -> float:
    """How alike two names are, 0-100."""
    return _name_score(a, b)


def event_pairs(sentences: Sequence[Mapping[str, Any]]) -> list[tuple[int, int, float]]:
    """Sentences (with `corpus`, `doc`, `text`) that report one event: numbers and likeness, within each corpus."""
    return find_events([Text(f"{row['corpus']}/{row['doc']}", row["text"]) for row in sentences])


def reuse(source: str, target: str) -> list[tuple[int, int, int, int]]:
    """Passages that two texts share: start and end in the source, start and end in the target."""
    return [(a.start, a.end, b.start, b.end) for a, b in find_reuse(source, target)]


def rank_claims(docs: Sequence[Mapping[str, Any]], queries: Sequence[tuple[str, str]], k: int) -> dict[str, list[str]]:
    """For each query (id, text) the ids of the `k` claims most like it; `docs` have `id`, `text` and `title`."""
    index = index_statements([Statement(d["id"], d["text"], d.get("title") or "") for d in docs])
    return {name: [found for found, _ in rank(index, text, k)] for name, text in queries}


def themes(sentence: str, codebook: Mapping[str, Sequence[str]]) -> list[str]:
    """The topics of `codebook` (topic → phrases in ordinary words) that `sentence` holds, in the codebook's order."""
    book = _book(tuple((topic, tuple(phrases)) for topic, phrases in codebook.items()))
    return [hit.theme for hit in find_hits([Claim("c", "d", Span(0, len(sentence)), sentence, 0)], book)]


@functools.lru_cache(maxsize=8)
def _book(topics: tuple[tuple[str, tuple[str, ...]], ...]) -> Codebook:
    """A theme of one facet for each topic; a topic without phrases is never found."""
    return Codebook(tuple(Theme(topic, topic, facets=(Facet(topic, said),)) for topic, said in topics if said))


def publication_date(html: str, url: str) -> str | None:
    """The day of publication of the page `html` at `url` ("" when unknown), or None."""
    try:
        # the mark says that these bytes are UTF-8, whatever charset the page declared before it was decoded
        page = read_self_description(html.encode("utf-8-sig", "replace"))
    except UnreadableFile:
        return None
    entry = CatalogEntry("page.html", 0, url=url)
    known, _ = describe(Document("page", "page.html", page.text, "", page.how), [entry], page)
    return known.day.isoformat() if known.day else None
