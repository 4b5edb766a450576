"""A source text and what is known about it, each fact with where it was found."""

from __future__ import annotations

import datetime as dt

import attrs

from xref.model.place import Place
from xref.model.span import Span


@attrs.frozen(order=True)
class DateRange:
    """The days a date can mean: "last month" is thirty of them, "May 15, 2013" is one."""

    earliest: dt.date
    """first possible day"""
    latest: dt.date
    """last possible day"""

    def __attrs_post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"not a range of days: {self.earliest} to {self.latest}")

    @property
    def iso(self) -> str:
        """ISO 8601: a day, a month (2013-05), a year (2013), or first/last day."""
        a, b = self.earliest, self.latest
        if a == b:
            return a.isoformat()
        after = b + dt.timedelta(days=1) if b < dt.date.max else b
        if (a.day, after.day) == (1, 1):
            if (a.month, after.month) == (1, 1) and after.year == a.year + 1:
                return f"{a.year:04d}"
            if (a.year * 12 + a.month) + 1 == after.year * 12 + after.month:
                return f"{a.year:04d}-{a.month:02d}"
        return f"{a.isoformat()}/{b.isoformat()}"

    @property
    def day(self) -> dt.date | None:
        """The day, when there is only one."""
        return self.earliest if self.earliest == self.latest else None


@attrs.frozen
class Fact:
    """One thing known about a document, and how."""

    value: str
    """the fact as shown, e.g. "The Moscow Times" """
    rule: str
    """name of the rule that found it, e.g. "byline" """
    how: str
    """the rule in words for a reader, e.g. "line under the title that begins with By" """
    span: Span | None = None
    """where in the text it was read; None when it comes from outside (file name, catalog.toml)"""


@attrs.frozen
class Alternative:
    """Other evidence for a fact about a document: it agrees, or it was seen and not taken."""

    field: str
    """"title", "outlet", "author", "url" or "kind" """
    fact: Fact
    """what it says, and how it was found"""
    refused: str = ""
    """why it was not taken; empty when it says the same"""


@attrs.frozen
class DateCandidate:
    """A date in or about a document that could be its date of publication."""

    value: DateRange
    """the days it means"""
    rule: str
    """name of the rule that proposes it"""
    how: str
    """the rule in words"""
    confidence: int
    """0-100; ranks the candidates"""
    span: Span | None = None
    """where in the text it was read"""
    words: str = ""
    """the date as written"""
    refused: str = ""
    """why it was not taken; empty for the one that was"""
    agrees: tuple[str, ...] = ()
    """other evidence for the same day, in words"""


@attrs.frozen
class Holding:
    """Whose term of office a day falls in."""

    series: str
    """which calendar: "us", "ru", or one of the user's own"""
    period: str
    """id of the period, e.g. "obama-2" """
    label: str
    """short name, e.g. "Obama II" """
    holder: str
    """the person or body, e.g. "Barack Obama" """
    notes: tuple[str, ...] = ()
    """what a reader must know: change of office on this day, a president-elect waiting"""


@attrs.frozen
class Vote:
    """How far a day is from a vote of a calendar."""

    series: str
    """which calendar: "us", ..."""
    vote: str
    """id of the vote, e.g. "us-2010" """
    label: str
    """e.g. "2010 midterms" """
    day: dt.date
    """the day of the vote"""
    days: int
    """days from the document to the vote; 0 on the day itself, less than 0 after it"""


@attrs.frozen
class Season:
    """Where a day stands among the votes of a calendar; what the calendar does not reach is None."""

    series: str
    """which calendar: "us", ..."""
    past: Vote | None
    """the last vote before the day"""
    coming: Vote | None
    """the next vote, on the day or after it"""
    election_year: bool | None
    """whether a vote falls in the day's year; None where a vote may be missing from the calendar"""
    elect: tuple[str, ...] = ()
    """who was elected and is not yet in office, in words"""


@attrs.frozen
class Document:
    """One source text: the text of record and the facts about it."""

    id: str
    """path in the corpus without suffix, or the id that catalog.toml gives"""
    path: str
    """path in the corpus, with forward slashes"""
    text: str
    """the text of record; every span counts its code points"""
    digest: str
    """SHA-256 of the file's bytes, hexadecimal"""
    encoding: str
    """how the file was read: its encoding, e.g. "utf-8", or the extractor with its version"""
    format: str = ""
    """kind of file, by its suffix: "txt", "md", "html", ..."""
    title: Fact | None = None
    """headline or subject"""
    published: DateCandidate | None = None
    """date of publication; None means undated"""
    refused: tuple[DateCandidate, ...] = ()
    """dates that were seen and not taken, with the reason"""
    outlet: Fact | None = None
    """who published it"""
    author: Fact | None = None
    """who wrote it"""
    url: Fact | None = None
    """where it stood"""
    kind: Fact | None = None
    """letter, news, blog, forum, transcript, ... as far as its own signs tell"""
    holdings: tuple[Holding, ...] = ()
    """terms of office on the day of publication, one a calendar"""
    votes: tuple[Vote, ...] = ()
    """the next vote of each calendar after publication"""
    seasons: tuple[Season, ...] = ()
    """where publication stands among the votes of each calendar that has votes"""
    places: tuple[Place, ...] = ()
    """where stretches of an extracted text stand in the file, in order; empty for txt and md"""
    front: Span | None = None
    """front matter at the top of the text (md): never a claim, nor a date spoken of"""
    alternatives: tuple[Alternative, ...] = ()
    """other evidence for title, outlet, author, url and kind"""
    claims: int = 0
    """how many claims were found in it"""
    problems: int = 0
    """how many problems were found in it"""

    @property
    def day(self) -> dt.date | None:
        """The day of publication, when one single day is known."""
        return self.published.value.day if self.published else None

    def holding(self, series: str) -> Holding | None:
        """The term of office of calendar `series` on the day of publication, if known."""
        return next((h for h in self.holdings if h.series == series), None)

    def terms_with(self, other: Document) -> tuple[Holding, Holding] | None:
        """The terms of this document and of another in the first calendar that holds both."""
        theirs = {holding.series: holding for holding in other.holdings}
        return next(((mine, theirs[mine.series]) for mine in self.holdings if mine.series in theirs), None)
