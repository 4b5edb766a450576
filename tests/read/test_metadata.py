"""What a document says about itself: dates taken and refused, outlet, author, title; documents of our own."""

from __future__ import annotations

import pytest

from xref.calendars import load_shipped
from xref.model import Document
from xref.read.metadata import describe
from xref.read.timing import set_in_time

BODY = "The board met for the third time that winter and could not agree on the price of the ferry."
WIRE = f"OSLO, June 7, 2003 (Reuters) - {BODY}\n"
PAGE = f"Ferry Sold After a Long Winter\nBy Ann Poe, Reuters\nPublished 3:12 PM EST, Tue February 11, 2014\n{BODY}\n"
LETTER = (
    f"Harbour Board\n\n12 June 1998\n\nMr. Olav Lund\n\nDear Mr. Lund:\n\n{BODY}\n\nSincerely,\n\nAnn Poe\nSecretary\n"
)
FORUM = f"Was the ferry sold?\nSenior Member\nMar 8, 2001\nMar. 26, 2002 - 12:44PM\n{BODY}\n"
NOTES = (
    f"Ferry Sold After a Long Winter\n\nMay 2, 2001\n\n{BODY}[1]\n\nIt was sold on April 4, 1999.\n\n"
    "[1] Minutes, July 1, 1950.\n"
)
EUROPEAN = f"# Communiqué of the Harbour Board\n\nOslo, 14 March 2006\n\n{BODY}\n"


def read(text: str, path: str = "x.txt") -> Document:
    return describe(Document("x", path, text, "", "utf-8"))[0]


@pytest.mark.parametrize(
    ("text", "path", "iso", "rule"),
    [
        (WIRE, "x.txt", "2003-06-07", "dateline"),
        (PAGE, "x.txt", "2014-02-11", "labelled-line"),
        (LETTER, "x.txt", "1998-06-12", "letter-date"),
        (FORUM, "x.txt", "2002-03-26", "date-line"),
        (NOTES, "x.txt", "2001-05-02", "date-line"),
        (f"Ferry Sold at Last\nPosted: 08/03/2010 01:01:00 PM PDT\n{BODY}\n", "x.txt", "2010-08-03", "labelled-line"),
        (f"Ferry Sold at Last\nPosted: 08/03/2010 13:01 GMT\n{BODY}\n", "x.txt", "2010-03-08", "labelled-line"),
        (
            f"Ferry Sold at Last\n\n*A standfirst that says more.*\n\nText: A. Poe | 9 November 2014\n\n{BODY}\n",
            "x.txt",
            "2014-11-09",
            "head-line",
        ),
        (BODY, "2012-03-26_x.txt", "2012-03-26", "file-name"),
        (f"{BODY}\n\nhttps://example.org/2013/05/15/ferry\n", "x.txt", "2013-05-15", "address"),
    ],
)
def test_date(text: str, path: str, iso: str, rule: str) -> None:
    """The date of publication, by this rule; its words stand where the span says."""
    published = read(text, path).published
    assert published is not None
    assert (published.value.iso, published.rule) == (iso, rule)
    if published.span:
        assert published.span.of(text) == published.words


def test_unknown_stays_unknown() -> None:
    """A text that only speaks of a date has no date of publication, and says so."""
    document, problems = describe(Document("x", "x.txt", f"{BODY} It was sold on April 4, 1999.", "", "utf-8"))
    assert document.published is None
    assert document.holdings == ()
    assert any("no date of publication" in p.message for p in problems)


def test_a_page_copied_into_a_text() -> None:
    """Where no rule for letters, news and forums dates a text, a line that a page would be dated by does."""
    text = f"Die Fähre | Hafenblatt\n\nDie Fähre\nVeröffentlicht am 12. Februar 2010 von Ute\n{BODY}\n3. März 2004\n"
    published = read(text).published
    assert published is not None
    assert (published.value.iso, published.rule, published.confidence) == ("2010-02-12", "page-labelled", 55)
    assert published.span is not None
    assert published.span.of(text) == published.words == "12. Februar 2010"


def test_refused_dates() -> None:
    """A member's join date, an event's and a footnote's are kept with the reason."""
    assert [c.refused for c in read(FORUM).refused] == ["it is the day a forum member joined"]
    reasons = {c.value.iso: c.refused for c in read(NOTES).refused}
    assert reasons["1999-04-04"] == "it dates an event in the text"
    assert reasons["1950-07-01"] == "it dates a source cited in a footnote"


def test_agreement_is_told() -> None:
    """An address with the same day is named as agreeing."""
    published = read(NOTES + "\nhttps://example.org/2001/05/02/ferry\n").published
    assert published is not None
    assert published.agrees == ("year, month and day in its address",)


def test_facts() -> None:
    """Title, outlet and author stand where their spans say."""
    document = read(PAGE)
    assert document.title is not None
    assert document.outlet is not None
    assert document.author is not None
    assert (document.title.value, document.outlet.value, document.author.value) == (
        "Ferry Sold After a Long Winter", "Reuters", "Ann Poe",
    )  # fmt: skip
    for fact in (document.title, document.author):
        assert fact.span is not None
        assert fact.span.of(PAGE) == fact.value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("My Harbour\n\nMay 3, 2011\n\nI walked to the pier with my dog, and I was glad.\n", "blog"),
        ("My Harbour\n\nMay 3, 1851\n\nI walked to the pier with my dog, and I was glad.\n", None),
        ("My Harbour\n\nI walked to the pier with my dog, and I was glad.\n", None),
        ("Fellow-Citizens of the Council:\n\nMay 3, 2011\n\nI am glad to report that the pier is built.\n", "speech"),
        ("Mr. Speaker, members of the assembly:\n\nI am glad to report that the pier is built.\n", "speech"),
    ],
)
def test_kind(text: str, kind: str | None) -> None:
    """The first person makes a blog only where blogs were; an audience that is addressed makes a speech."""
    found = read(text).kind
    assert (found.value if found else None) == kind


def test_letter() -> None:
    """A letter is one by its layout, signed by its author."""
    document = read(LETTER)
    assert document.kind is not None
    assert document.author is not None
    assert (document.kind.value, document.author.value) == ("letter", "Ann Poe")


def test_administration() -> None:
    """The term of office and the distance to the next vote follow from the date."""
    (document,), _ = set_in_time([read(PAGE + "Washington and Moscow watched.\n")], load_shipped())
    assert {h.series: h.period for h in document.holdings} == {"us": "obama-2", "ru": "putin-3"}
    assert next(v.days for v in document.votes if v.series == "us") == 266
