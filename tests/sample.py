"""A small result made by hand, with every noun in it, for tests of what is written and shown."""

from __future__ import annotations

import datetime as dt

from xref.model import (
    Actor,
    Attribution,
    Block,
    Claim,
    Codebook,
    Contradiction,
    CrossReference,
    DateCandidate,
    DateMention,
    DateRange,
    Document,
    Evidence,
    Facet,
    Fact,
    Hit,
    Holding,
    KnownActor,
    Match,
    Mention,
    Merge,
    NameMention,
    Office,
    Pair,
    Position,
    Problem,
    Reason,
    Settings,
    Span,
    Speaker,
    Theme,
    Vote,
)

OLD = "By Ann Reed\n\nA harbour clerk said last month that the ferry contract was sold. Nobody signed it.\n"
NEW = "The ferry contract \U0001f6a2 was sold twice, Mayor Okafor wrote.\n"
DAY = dt.date(1999, 5, 4)


def span(text: str, words: str) -> Span:
    """Where `words` stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def sample() -> CrossReference:
    """Two documents, three claims, two hits, one match, an actor, a proposed merge, three problems."""
    return CrossReference(
        documents=(_old(), Document("new", "new.txt", NEW, "1" * 64, "utf-8", "txt", claims=1, problems=1)),
        blocks=(
            Block("old", span(OLD, "By Ann Reed"), "byline", "by-line"),
            Block("old", Span(13, len(OLD) - 1), "text", "paragraph"),
            Block("new", Span(0, len(NEW) - 1), "text", "paragraph"),
        ),
        claims=_claims(),
        codebook=Codebook(
            (Theme("ferry-sale", "Sale of the ferry", "", (Facet("sale", ("ferry contract sold",)),)),),
            (KnownActor("Ada Okafor", ("Okafor",)),), "Harbour", "codebook.toml", "2" * 64,
        ),
        hits=tuple(
            Hit(f"h-{n}", f"c-{n}", "ferry-sale", 93.75, (
                Evidence("sale", "ferry contract sold", span(text, "ferry contract"), 93.75, "stem", f"c-{n}"),
            )) for n, text in ((1, OLD), (3, NEW))
        ),
        matches=(
            Match("m-1", "theme", "ferry-sale", ("old", "new"), (
                Pair("c-1", "c-3", 70.5, (
                    Reason("shared-words", "rare words in both", 80.5, "ferry contract", "ferry contract",
                           (span(OLD, "ferry contract"),), (span(NEW, "ferry contract"),)),
                    Reason("far-apart", "no day in common", -10.0),
                )),
            ), ("both go back to one clerk",)),
        ),
        actors=(
            Actor("a-1", "Ada Okafor", "person", ("Mayor Okafor", "Okafor"),
                  (Mention("c-3", span(NEW, "Okafor"), "Okafor"),), "codebook",
                  (Office("mayor", "Port Vell", DAY, None, "town record", True),)),
        ),
        merges=(Merge("Okafor", "Okafur", 83.33, "surnames one letter apart", ("c-3",)),),
        problems=(
            Problem("gone.txt", "", "refused", "not read: it is a PDF", "save it as text"),
            Problem("new.txt", "", "warning", "no date found", "give it in catalog.toml"),
            Problem("notes.xyz", "", "note", "not read: unknown suffix", "leave it out"),
        ),
        settings=Settings(),
        versions=(("xref", "0.1.0"),),
        contradictions=(
            Contradiction("x-1", "polarity", "ferry-sale", ("old", "new"),
                          Position("c-1", "sold", "was sold", (span(OLD, "was sold"),), "said", (span(OLD, "ferry"),)),
                          Position("c-3", "not sold", "sold", (span(NEW, "sold"),), "said", (span(NEW, "ferry"),)),
                          ("ferry",), 12),
        ),
    )  # fmt: skip


def _old() -> Document:
    return Document(
        "old", "old.txt", OLD, "0" * 64, "utf-8", "txt", claims=2,
        title=Fact("Ferry", "first-line", "first line of the text"),
        published=DateCandidate(DateRange(DAY, DAY), "catalog", "catalog.toml says so", 100, agrees=("file name",)),
        refused=(DateCandidate(DateRange(DAY, DAY), "header", "a date in the text", 40, Span(0, 2), "By", "too weak"),),
        author=Fact("Ann Reed", "byline", "line that begins with By", span(OLD, "Ann Reed")),
        holdings=(Holding("us", "clinton-2", "Clinton II", "Bill Clinton", ("a note",)),),
        votes=(Vote("us", "us-2000", "2000 election", dt.date(2000, 11, 7), 553),),
    )  # fmt: skip


def _claims() -> tuple[Claim, ...]:
    first = "A harbour clerk said last month that the ferry contract was sold."
    month = DateRange(dt.date(1999, 4, 1), dt.date(1999, 4, 30))
    clerk = span(OLD, "A harbour clerk")
    new = NEW.rstrip("\n")
    return (
        Claim(
            "c-1", "old", span(OLD, first), first, 1,
            (Attribution(clerk, span(OLD, "said"), (span(OLD, "the ferry contract was sold"),), "indirect", True),),
            dates=(DateMention(span(OLD, "last month"), month, "month before the publication month", True),),
            speaker=Speaker("A harbour clerk", "anonymous", "subject of said", "old", clerk),
            relay=("The Port Gazette",),
            flags=("joined over a blank line",),
        ),
        Claim("c-2", "old", span(OLD, "Nobody signed it."), "Nobody signed it.", 1),
        Claim(
            "c-3", "new", span(NEW, new), new, 2,
            dates=(DateMention(span(NEW, "twice"), None, "no reference date"),),
            names=(NameMention(span(NEW, "Okafor"), "person", "Mayor"),),
            quotations=(span(NEW, "sold twice"),),
        ),
    )  # fmt: skip
