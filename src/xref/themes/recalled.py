"""Hits that were found before: those of a theme in a document, as long as both are what they were.

What decides them besides the two: limits, calendars, groups of words, the names of the actors that the theme asks for,
and how rare the words of its phrases are in the whole corpus. Rarity is counted in whole points, so that an edit seldom
changes any; when it does, the theme is looked for again in all documents, by an index of these alone.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from xref import fold
from xref.model import Codebook, Hit, Settings, Theme
from xref.shelf import Shelf
from xref.tally import Counted
from xref.themes.computed import Context
from xref.themes.find import find_hits, load_thesaurus, make_finder
from xref.themes.language import read_phrase
from xref.themes.thesaurus import Thesaurus
from xref.themes.units import Builder
from xref.themes.vocabulary import Vocabulary, make_vocabulary


def recall_hits(corpus: Counted, codebook: Codebook, settings: Settings, context: Context) -> list[Hit]:
    """As `find_hits` in all claims of `corpus`; what its past holds is not found again."""
    if corpus.past is None:
        return find_hits(corpus.claims, codebook, settings, context)
    whole = _count_words(corpus)
    deciding = _deciding(codebook, settings, context, whole)
    past = corpus.past
    # another codebook for the same documents has shelves of its own
    shelves = {name: Shelf(past.kept, "hits", f"{past.names[name]} {codebook.path}") for name in corpus.tallies}
    place = {claim.id: number for number, claim in enumerate(corpus.claims)}
    found: list[Hit] = []
    lacking: dict[tuple[str, str], list[Hit]] = {}
    for name, shelf in shelves.items():
        for theme, said in deciding.items():
            hits = shelf.take(said, Hit)
            if hits is None or not all(hit.theme == theme and hit.claim in place for hit in hits):
                lacking[name, theme] = []
            else:
                found += hits
    if lacking:
        named = {name for name, _ in lacking}
        claims = [claim for claim in corpus.claims if claim.document in named]
        finder = make_finder(claims, codebook, settings, context, whole)
        lacked = {theme for _, theme in lacking}
        for asked in (asked for asked in codebook.themes if asked.id in lacked):
            for number, hit in finder.theme(asked):
                lacking.get((claims[number].document, asked.id), []).append(hit)
    for (name, theme), made in lacking.items():
        shelves[name].put(deciding[theme], made)
    for shelf in shelves.values():
        shelf.close()
    found += chain.from_iterable(lacking.values())
    order = {theme: number for number, theme in enumerate(deciding)}
    return sorted(found, key=lambda hit: (place[hit.claim], order[hit.theme]))


def _count_words(corpus: Counted) -> Vocabulary:
    held: Counter[str] = Counter()
    for tally in corpus.tallies.values():
        held.update(tally.words)
    return make_vocabulary(held, len(corpus.claims))


def _deciding(codebook: Codebook, settings: Settings, context: Context, whole: Vocabulary) -> dict[str, str]:
    """Id of a theme → all that decides its hits in a document, besides the document."""
    thesaurus = load_thesaurus(codebook.groups) if codebook.wording else None
    builder = Builder(whole, settings)
    common = repr((codebook.groups, codebook.wording, settings, context.calendars))
    common = hashlib.sha256(common.encode("utf-8", "surrogatepass")).hexdigest()
    found = {}
    for theme in codebook.themes:
        asked = [fold.key(str(each.value)) for facet in theme.facets for each in facet.when if each.key == "actor"]
        names = [sorted(context.variants.get(name, ())) for name in asked]
        found[theme.id] = repr((theme, common, names, list(_weights(theme, builder, thesaurus))))
    return found


def _weights(theme: Theme, builder: Builder, thesaurus: Thesaurus | None) -> Iterator[int]:
    """What the words of a theme's phrases weigh, in every reading of them."""
    for text in (*theme.exclude, *(text for facet in theme.facets for text in facet.phrases)):
        for phrase in read_phrase(text.lstrip().removeprefix("=")):
            for groups in (thesaurus, None):
                yield from (unit.weight for unit in builder.units(phrase, groups))
