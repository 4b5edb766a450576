"""Mentions grouped into actors: what joins, what is only proposed, what stays apart."""

from __future__ import annotations

import datetime as dt
import itertools

import attrs
import pytest
from tests.gazetteer_sample import sample

from xref.match.actors import find_actors
from xref.match.given import compare_given
from xref.model import (
    Actor,
    Claim,
    Codebook,
    DateCandidate,
    DateRange,
    Document,
    KnownActor,
    Merge,
    Span,
)
from xref.segment.names import find_document_names


def _group(
    *texts: tuple[str, int | None], codebook: Codebook | None = None
) -> tuple[tuple[Actor, ...], tuple[Merge, ...]]:
    """Actors and merges of documents given as (text, year); each text is one claim."""
    documents, claims = {}, []
    for n, (text, year) in enumerate(texts):
        day = dt.date(year, 3, 3) if year else None
        published = DateCandidate(DateRange(day, day), "test", "given", 100) if day else None
        document = Document(f"d{n}", f"d{n}.txt", text, "", "utf-8", published=published)
        span = Span(0, len(text))
        names = find_document_names(text, [span], day, sample())[0]
        documents[document.id] = document
        claims.append(Claim(f"c{n}", document.id, span, text, 0, names=tuple(names)))
    return find_actors(claims, documents, codebook or Codebook(), sample())


def _people(actors: tuple[Actor, ...]) -> dict[str, int]:
    return {actor.name: len(actor.mentions) for actor in actors if actor.kind == "person"}


def test_surname_joins_its_full_name() -> None:
    """A bare surname belongs to the one full name of its document, titles or not."""
    actors, _ = _group(("Hans Kristof came. Mr. Kristof left. Kristof's hat stayed.", 1999))
    assert _people(actors) == {"Hans Kristof": 3}


def test_two_bearers_in_one_document() -> None:
    """With two full names of one surname a bare one is nobody's, and both are proposed."""
    actors, merges = _group(("Hans Kristof met Olga Kristof. Kristof said nothing.", 1999))
    assert _people(actors) == {"Hans Kristof": 1, "Kristof": 1, "Olga Kristof": 1}
    assert {(merge.left, merge.right) for merge in merges} == {("Hans Kristof", "Kristof"), ("Kristof", "Olga Kristof")}


def test_same_full_name_across_documents() -> None:
    """Equal full names of two documents are one actor, capitals and accents aside."""
    actors, _ = _group(("Hans Kristof came.", 1999), ("HANS KRISTOF", 2003))
    assert _people(actors) == {"Hans Kristof": 2}


@pytest.mark.parametrize("other", ["Sergey Volkonin", "Sergei A. Volkonin", "Sergei Volkonin"])
def test_spellings_of_a_given_name_join(other: str) -> None:
    """Listed spellings of one given name, and a middle initial, do not make another person."""
    actors, merges = _group(("Sergei Volkonin came.", 1999), (f"{other} left.", 2003))
    assert list(_people(actors).values()) == [2]
    assert merges == ()


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ("S. Volkonin left.", "initial"),
        ("Sergei Volknoin left.", "slip of spelling"),
        ("Mr. Volkonin left.", "without a given name"),
        ("Mr. Volkonnin left.", "slip of spelling"),
    ],
)
def test_likeness_only_proposes(other: str, why: str) -> None:
    """An initial, a slip of spelling, or a lone surname of another document never joins: a person decides."""
    actors, merges = _group(("Sergei Volkonin came.", 1999), (other, 2003))
    assert sorted(_people(actors).values()) == [1, 1]
    assert len(merges) == 1
    assert why in merges[0].why
    assert merges[0].claims == ("c0", "c1")
    assert 80 <= merges[0].score <= 100


@pytest.mark.parametrize("other", ["Igor Volkonin left.", "Sergei Volskin left.", "Igor Volknoin left."])
def test_no_proposal(other: str) -> None:
    """Another given name, or a surname that differs by more than a slip, is another person."""
    actors, merges = _group(("Sergei Volkonin came.", 1999), (other, 2003))
    assert len(_people(actors)) == 2
    assert merges == ()


def test_listed_misspelling_joins() -> None:
    """A misspelling that the gazetteer lists is the person's name."""
    actors, merges = _group(("Mikhail Gorbachov came.", 1990), ("Mikhail Gorbachev left.", 1991))
    assert _people(actors) == {"Mikhail Gorbachev": 2}
    assert actors[0].known == "gazetteer"
    assert actors[0].offices[0].title == "president"
    assert merges == ()


def test_gazetteer_is_proposed() -> None:
    """An unlisted misspelling of a known person is proposed with the gazetteer's spelling."""
    actors, merges = _group(("Mikhail Gorbahcev came.", 1990))
    assert actors[0].known == "found"
    assert [(merge.left, merge.right) for merge in merges] == [("Mikhail Gorbahcev", "Mikhail Gorbachev")]


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("The Bush administration left it.", 2009, "George W. Bush"),
        ("The Bush administration left it.", 1990, "George H. W. Bush"),
        ("They asked President Bush.", 2005, "George W. Bush"),
        ("They asked President Bush.", 2010, "George W. Bush"),
        ("They asked President Bush.", 2019, "Bush"),
        ("They asked Vice President Bush.", 1990, "Bush"),
        ("They asked Bush.", 2005, "George W. Bush"),
        ("They asked Bush.", 2012, "Bush"),
        ("They asked former President Bush.", 2012, "Bush"),
        ("They asked Bush.", None, "Bush"),
        ("They asked Secretary Rice.", 2006, "Condoleezza Rice"),
        ("They asked Reagan.", None, "Ronald Reagan"),
        ("They asked Igor Reagan. Nobody else knew.", 1985, "Igor Reagan"),
    ],
)
def test_bare_surnames_by_day(text: str, year: int | None, expected: str) -> None:
    """A bare surname means a known person when the day or the office leaves one; else it stays as printed."""
    actors, _ = _group((text, year))
    assert list(_people(actors)) == [expected]


def test_namesake_beside_somebody_in_office() -> None:
    """A bare surname is not given to the namesake when the president in office may be meant."""
    actors, _ = _group(("Igor Reagan came. Reagan smiled at him.", 1985))
    assert _people(actors) == {"Igor Reagan": 1, "Reagan": 1}


def test_unknown_surnames_stay_in_their_documents() -> None:
    """The same lone surname in two documents is two actors, proposed as one."""
    actors, merges = _group(("Mr. Kristof came.", 1999), ("Mr. Kristof left.", 2003))
    assert [actor.name for actor in actors] == ["Kristof", "Kristof"]
    assert len({actor.id for actor in actors}) == 2
    assert len(merges) == 1


def test_codebook_goes_first() -> None:
    """What the user lists decides the name, also for spellings that the gazetteer knows."""
    book = Codebook(actors=(KnownActor("The Great Communicator", ("Ronald Reagan", "Reagan")),))
    actors, _ = _group(("Ronald Reagan came. Reagan left.", 1985), codebook=book)
    assert [(actor.name, actor.known, len(actor.mentions)) for actor in actors] == [
        ("The Great Communicator", "codebook", 2)
    ]


def test_order_does_not_matter() -> None:
    """The grouping is the same whatever order the documents come in."""
    texts = [
        ("Sergei Volkonin came.", 1999),
        ("Sergey Volkonin and Mr. Kristof left.", 2003),
        ("S. Volkonin ate.", 2004),
    ]
    results = set()
    for order in itertools.permutations(texts):
        actors, merges = _group(*order)
        bare = frozenset((actor.id.split("-")[0], actor.name, actor.variants, len(actor.mentions)) for actor in actors)
        results.add((bare, frozenset((merge.left, merge.right, merge.score) for merge in merges)))
    assert len(results) == 1


def test_mentions_are_exact() -> None:
    """Every mention says what the text says at its place, up to white space."""
    text = "Hans\nKristof came. Mr. Kristof’s hat."
    actors, _ = _group((text, 1999))
    for mention in actors[0].mentions:
        assert " ".join(mention.span.of(text).split()) == mention.text
    assert actors[0].variants == ("Hans Kristof", "Kristof")
    assert attrs.has(type(actors[0]))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (["dmitri", "a."], ["dmitry"], "same"),
        (["george", "w."], ["george", "h.", "w."], ""),
        (["george"], ["george", "h.", "w."], "same"),
        (["j."], ["john"], "initial"),
        (["tom"], ["thomas"], "short"),
        (["ted"], ["edward"], "short"),
        ([], ["thomas"], "lacking"),
        (["ivan"], ["igor"], ""),
        (["vladimir"], ["volodymyr"], ""),
        (["john", "paul"], ["john", "peter"], ""),
        (["john", "p."], ["john", "peter"], "same"),
    ],
)
def test_given_names(left: list[str], right: list[str], expected: str) -> None:
    """Given names agree by listed spelling, initial or short form, and never by likeness."""
    assert compare_given(left, right) == expected
    assert compare_given(right, left) == expected
