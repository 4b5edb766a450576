"""What is odd about a codebook and a corpus without being wrong: told, so that somebody looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from xref.check.change import Change
from xref.identity import same_words, text_hash
from xref.model import Claim, Codebook, CrossReference, Facet, Settings, Span, Theme
from xref.themes import find_hits

EVERYTHING = 0.5
"""share of the claims from which a theme tells nothing apart"""
FEW = 10
"""claims below which a theme may well be in half of them"""
COPY = 0.8
"""share of the sentences of the shorter document from which two documents are near copies"""


def find_lint(result: CrossReference) -> tuple[Change, ...]:
    """Broken promises, themes of nothing or everything, phrases that another one shadows, copies, missing dates."""
    return (*_expected(result), *_themes(result), *_copies(result), *_undated(result))


def _expected(result: CrossReference) -> Iterator[Change]:
    """The pairs of documents that a theme promises to join."""
    joined = {(match.theme, frozenset(match.documents)) for match in result.matches}
    known = {document.id for document in result.documents}
    for theme in result.codebook.themes:
        for pair in theme.expect:
            missing = [name for name in pair if name not in known]
            if missing:
                said = f"{theme.id}: expected to join {pair[0]} and {pair[1]}, but there is no document {missing[0]}"
            elif (theme.id, frozenset(pair)) in joined:
                continue
            else:
                said = f"{theme.id}: expected to join {pair[0]} and {pair[1]}, and does not"
            yield Change("expect", said, result.codebook.path, 0, theme.id)


def _themes(result: CrossReference) -> Iterator[Change]:
    hits = Counter(hit.theme for hit in result.hits)
    path, claims = result.codebook.path, len(result.claims)
    for theme in result.codebook.themes:
        found = hits[theme.id]
        if not found:
            yield Change("lint", f"{theme.id}: matches nothing in {claims} claims", path, 0, theme.id)
        elif claims >= FEW and found > EVERYTHING * claims:
            yield Change("lint", f"{theme.id}: matches {found} of {claims} claims and tells little", path, 0, theme.id)
        idle: dict[str, str] = {}
        for facet in theme.facets:
            for phrase, other in _shadowed(facet, result.settings):
                idle.setdefault(phrase, other)
        if idle:
            said = ", ".join(f"“{phrase}” beside “{other}”" for phrase, other in idle.items())
            yield Change("lint", f"{theme.id}: phrases that add nothing: {said}", path, 0, theme.id)


def _shadowed(facet: Facet, settings: Settings) -> Iterator[tuple[str, str]]:
    """Phrases whose own words another phrase of the facet finds; of two that find each other the later one."""
    # one that denies, demands or forbids a word says more than its words
    plain = [phrase for phrase in facet.phrases if not set(phrase) & set('"{}*=“”')]
    claims = [Claim(str(n), "", Span(0, len(phrase)), phrase, 0) for n, phrase in enumerate(plain)]
    themes = tuple(Theme(str(n), phrase, facets=(Facet("", (phrase,)),)) for n, phrase in enumerate(plain))
    hits = find_hits(claims, Codebook(themes, wording=False), settings)
    found = {
        (int(hit.theme), int(hit.claim))
        for hit in hits
        if hit.theme != hit.claim and hit.score >= 100 and not hit.denied
    }
    for finder, other in sorted(found):
        if (other, finder) not in found or finder < other:
            yield plain[other], plain[finder]


def _copies(result: CrossReference) -> Iterator[Change]:
    """Equal texts, and texts that share most of their sentences: one source told twice is not two."""
    held: dict[str, set[str]] = {document.id: set() for document in result.documents}
    for claim in result.claims:
        held[claim.document].add(same_words(claim.text))
    owners: dict[str, list[str]] = {}
    for name, sentences in held.items():
        for words in sentences:
            owners.setdefault(words, []).append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in owners.values():
        # a sentence of fifty documents is furniture, not a copy
        if 1 < len(names) <= 50:
            shared.update((a, b) for n, a in enumerate(names) for b in names[n + 1 :])
    paths = {document.id: document.path for document in result.documents}
    texts = {document.id: text_hash(document) for document in result.documents}
    for (a, b), count in sorted(shared.items()):
        least = min(len(held[a]), len(held[b]))
        if texts[a] == texts[b]:
            yield Change("lint", f"{paths[b]} has the text of {paths[a]}: one of them should go", paths[b])
        elif count >= COPY * least:
            said = f"{paths[b]} is a near copy of {paths[a]}: {count} of {least} sentences are the same"
            yield Change("lint", said, paths[b])


def _undated(result: CrossReference) -> Iterator[Change]:
    for document in result.documents:
        if document.published is None:
            said = f"{document.path} has no date: without one in catalog.toml it stands outside the time line"
            yield Change("lint", said, document.path)
