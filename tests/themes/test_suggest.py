"""Suggestions for a theme: near misses, phrases with an exact preview, exclusions that remove weak hits only."""

from __future__ import annotations

import attrs

from xref.model import Claim, Codebook, Facet, Span, Theme
from xref.themes.find import make_finder
from xref.themes.finder import Finder
from xref.themes.missed import find_near_misses
from xref.themes.suggest import find_suggestions

SAID = (
    "The council sold the ferry to a bank.",
    "The ferry was auctioned off in spring.",
    "A bank sold the ferry again, and it was auctioned off abroad.",
    "The ferry sank in a gale.",
    "The gale tore roofs away.",
    "The choir sang of a ferry tale and tickets were sold.",
    "The school read a ferry tale.",
    "Nobody came to the quay.",
    "Rain fell on the quay all night.",
    "The ferry was never auctioned off.",
    *(f"On day {word} it rained." for word in "one two three four five six seven eight nine ten".split()),
)
FERRY = Theme("t", "T", facets=(Facet("ferry", ("ferry",)), Facet("sale", ("sold",), wording=False)))


def finder_of(theme: Theme, said: tuple[str, ...] = SAID) -> Finder:
    claims, start = [], 0
    for number, text in enumerate(said):
        claims.append(Claim(f"c-{number}", "d", Span(start, start + len(text)), text, number))
        start += len(text) + 1
    return make_finder(claims, Codebook((theme,)))


def test_near_misses() -> None:
    """Claims with all facets but one, with the evidence of the others; a vetoed claim and a hit are none."""
    theme = attrs.evolve(FERRY, exclude=("ferry tale",))
    misses = find_near_misses(finder_of(theme), theme)
    assert [(m.claim, m.facet) for m in misses] == [("c-1", "sale"), ("c-3", "sale"), ("c-9", "sale")]
    assert misses[0].found[0].span.of(" ".join(SAID)) == "ferry"


def test_a_near_miss_of_one_facet() -> None:
    """A theme of one facet nearly finds a claim that lacks one light word of its phrase, and says which."""
    theme = Theme("t", "T", facets=(Facet("f", ("ferry auctioned off bank council quay",)),), threshold=60)
    misses = find_near_misses(finder_of(theme), theme)
    assert all(m.nearest and m.nearest.lacks for m in misses)


def test_a_phrase_is_suggested_with_its_preview() -> None:
    """What keeps company with the hits and stands in near misses; the preview is what a run with it finds."""
    found = find_suggestions(finder_of(FERRY), FERRY)
    first = next(s for s in found if "auction" in s.phrase)
    assert (first.kind, first.facet) == ("phrase", "sale")
    assert [(c.claim, c.doubt) for c in first.changes] == [("c-1", ""), ("c-9", "denied")]
    assert first.doubtful == 1
    for each in found:
        if each.kind == "phrase":
            facets = tuple(
                attrs.evolve(f, phrases=(*f.phrases, each.phrase)) if f.name == each.facet else f for f in FERRY.facets
            )
            theme = attrs.evolve(FERRY, facets=facets)
            old, new = dict(finder_of(FERRY).theme(FERRY)), dict(finder_of(theme).theme(theme))
            assert {c.claim for c in each.changes} == {h.claim for n, h in new.items() if n not in old}


def test_an_exclusion_removes_weak_hits_only() -> None:
    """A term over the hit's own words, in hits without another word of the theme only."""
    theme = Theme("t", "T", facets=(Facet("boat", ("ferry", "council")),))
    found = [s for s in find_suggestions(finder_of(theme), theme) if s.kind == "exclude"]
    tale = next(s for s in found if s.phrase == "ferry tale")
    assert "c-6" in {change.claim for change in tale.changes}
    assert "c-0" not in {change.claim for s in found for change in s.changes}


def test_what_dismissed_hits_have_in_common_is_an_exclusion() -> None:
    """A word in two dismissed hits and no other is suggested, with the hits it removes; one is chance."""
    said = (
        "The ferry was sold by the council.",
        "A ferry model was sold at the toy fair.",
        "Nobody sold more ferry kits than the toy shop.",
        "The old ferry was sold abroad.",
        *SAID[10:],
    )
    finder = finder_of(FERRY, said)
    hits = dict(finder.theme(FERRY))
    assert set(hits) == {0, 1, 2, 3}
    found = find_suggestions(finder, FERRY, 10, [hits[1].id, hits[2].id])
    (toy,) = [s for s in found if s.kind == "exclude"]
    assert (toy.phrase, [c.claim for c in toy.changes]) == ("toy", ["c-1", "c-2"])
    assert {c.doubt for c in toy.changes} == {"dismissed by a reviewer"}
    assert not [s for s in find_suggestions(finder, FERRY, 10, [hits[1].id]) if s.phrase == "toy"]


def test_limit_and_numbers() -> None:
    """At most so many of each kind, numbered from one; the same every time."""
    found = find_suggestions(finder_of(FERRY), FERRY, 1)
    assert [s.number for s in found] == list(range(1, len(found) + 1))
    assert sum(s.kind == "phrase" for s in found) <= 1
    assert found == find_suggestions(finder_of(FERRY), FERRY, 1)


def test_company_by_chance_is_not_suggested() -> None:
    """In a corpus of some size a word that stands as often elsewhere as with the theme is no phrase of it."""
    weather = tuple(f"On day {n} a crane stood on pier {n + 200}." for n in range(60))
    calm = tuple(f"In week {n} the sea was calm off cape {n + 300}." for n in range(60))
    said = (*SAID, "The ferry passed a crane.", "The ferry lay below a crane in spring.", *weather, *calm)
    found = [s.phrase for s in find_suggestions(finder_of(FERRY, said), FERRY)]
    assert "crane" not in found
    assert any("auction" in phrase for phrase in found)


def test_the_best_company_comes_first() -> None:
    """A phrase that only the theme's claims hold goes before a commoner one that adds more claims."""
    found = [s for s in find_suggestions(finder_of(FERRY), FERRY) if s.kind == "phrase"]
    assert [s.company for s in found] == sorted((s.company for s in found), reverse=True)
