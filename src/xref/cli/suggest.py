"""What `xref discover --theme` prints, and the writing of what is accepted."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence

import click

from xref.cli.columns import flow
from xref.cli.library import Library
from xref.cli.lookup import find_theme
from xref.cli.options import find_corpus, find_standings
from xref.cli.terminal import counted, tell, tell_problems
from xref.model import CrossReference, Span, Theme
from xref.show import show as visible
from xref.themes.missed import NearMiss
from xref.themes.suggestion import Suggestion

# 3: enough to judge a suggestion by
SHOWN = 3


def suggest(
    result: CrossReference, name: str, limit: int, form: str, corpus: Sequence[pathlib.Path]
) -> tuple[Theme, list[Suggestion]]:
    """Prints near misses and suggestions for the theme called `name`; gives them.

    What reviewers dismissed, by the folders of `corpus`, tells look-alikes.
    """
    from xref.jsonl import to_row
    from xref.themes import make_context
    from xref.themes.find import make_finder
    from xref.themes.missed import find_near_misses
    from xref.themes.suggest import find_suggestions

    theme = find_theme(result, name)
    context = make_context(result.documents, result.actors, result.calendars)
    finder = make_finder(result.claims, result.codebook, result.settings, context)
    misses = find_near_misses(finder, theme)[:limit]
    standings, odd = find_standings(corpus, result)
    tell_problems(odd)
    dismissed = {each.id for each in standings if each.kind == "hit" and each.ruling == "dismissed"}
    found = find_suggestions(finder, theme, limit, dismissed)
    if form == "jsonl":
        for miss in misses:
            click.echo(to_row("near_miss", miss), nl=False)
        for each in found:
            click.echo(to_row("suggestion", each), nl=False)
    else:
        for line in _lines(result, theme, misses, found):
            click.echo(visible(line))
    return theme, found


def accept_numbers(given: str, found: Sequence[Suggestion]) -> list[Suggestion]:
    """The suggestions with the numbers "1,3"; raises click.UsageError for what is none."""
    by_number = {str(each.number): each for each in found}
    wanted = list(dict.fromkeys(part.strip() for part in given.split(",")))
    for part in wanted:
        if part not in by_number:
            raise click.UsageError(f"--accept: no suggestion {part!r}; there are {len(found)}, nothing was written")
    return [by_number[part] for part in wanted]


def write_accepted(
    result: CrossReference,
    theme: Theme,
    accepted: Sequence[Suggestion],
    given: tuple[Sequence[pathlib.Path], pathlib.Path | None],
) -> None:
    """Writes `accepted` into the codebook of the corpus, and says what was written."""
    from xref.themes.accept import accept

    corpus, codebook = given
    folders = (folder / "codebook.toml" for folder in find_corpus(corpus) if folder.is_dir())
    path = codebook or next(path for path in folders if path.is_file())
    for line in accept(path, result.codebook, theme, accepted, (result.settings, result.calendars)):
        tell(f"written into {path}: {line}")


def _lines(
    result: CrossReference, theme: Theme, misses: Sequence[NearMiss], found: Sequence[Suggestion]
) -> Iterator[str]:
    library = Library(result)
    hits = sum(hit.theme == theme.id for hit in result.hits)
    yield f"theme {theme.id} ({theme.label}): {counted(hits, 'hit')}"
    yield "near misses, all facets but one:" if misses else "no near misses"
    for miss in misses:
        yield f"  {_claim(library, miss.claim)}"
        near = miss.nearest
        words = (
            f"nearest: {near.phrase}, {near.score:.1f} of {near.least:.1f} needed" if near else "no word of it there"
        )
        words += f"; {near.why}" if near and near.why else ""
        by = [str(each.number) for each in found if any(change.claim == miss.claim for change in each.changes)]
        yield f"    lacks {miss.facet}; {words}" + (f"; suggestion {', '.join(by)} would find it" if by else "")
    yield "suggestions, to be accepted by number with --accept N,N:" if found else "no suggestions"
    for each in found:
        yield from _suggestion(library, each)


def _suggestion(library: Library, each: Suggestion) -> Iterator[str]:
    count = counted(len(each.changes), "hit")
    if each.kind == "exclude":
        yield f"{each.number:>4}  exclude: {each.phrase}; removes {count}, each of them weak or dismissed"
    else:
        wrong = f", {each.doubtful} of them may be wrong" if each.doubtful else ""
        head = f"{each.number:>4}  phrase for {each.facet}: {each.phrase}"
        yield f"{head}; adds {count}{wrong}; company {each.company:.1f}"
    for change in each.changes[:SHOWN]:
        doubt = f" [{change.doubt}]" if change.doubt else ""
        yield f"        {_claim(library, change.claim, change.span)}{doubt}"


def _claim(library: Library, name: str, span: Span | None = None) -> str:
    claim = library.claims[name]
    at = span or claim.span
    return f"{library.dating(name)} {claim.document} characters {at.start}-{at.end}: {flow(claim.text)}"
