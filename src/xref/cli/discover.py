"""`xref discover`: what joins the documents and is in no theme yet."""

from __future__ import annotations

import pathlib
import shutil
from collections.abc import Iterator, Sequence

import click

from xref.cli.columns import flow
from xref.cli.options import codebook_option, corpus_argument, find_corpus, find_result, finish
from xref.cli.table import table
from xref.cli.terminal import tell
from xref.model import CrossReference
from xref.show import show as visible
from xref.themes.discover import Term, discover_terms

# 30: a screen; more with --limit
LIMIT = 30
WIDE = (180, 24)
HEADER = ("TERM", "DAYS", "PERIODS", "DOCUMENTS", "CLAIMS", "FIRST", "LAST", "EXAMPLE")


@click.command(
    epilog="Examples: xref discover seeds; xref discover --format toml; xref discover --theme NAME --accept 2",
    short_help="Find what joins documents and is in no theme yet.",
)
@corpus_argument
@codebook_option
@click.option("--limit", type=click.IntRange(1), default=LIMIT, show_default=True, help="How many are told.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "toml"]),
    default="table",
    show_default=True,
    help="For people, for programs (one JSON record a line), or as themes for the codebook.",
)
@click.option("--theme", metavar="ID", help="What this theme may have forgotten: near misses and suggestions.")
@click.option("--accept", metavar="N[,N]", help="Write these suggestions into the codebook; a copy is kept (.bak).")
def discover(
    corpus: tuple[pathlib.Path, ...],
    codebook: pathlib.Path | None,
    limit: int,
    form: str,
    theme: str | None,
    accept: str | None,
) -> int:
    """List the terms in CORPUS (folders or files; seeds when none is given) that join documents of different dates.

    Terms are two to five words that recur and are in no theme of the codebook; those that join most days and terms of
    office come first. With --theme: the claims that hold all its facets but one; phrases that would find more, each
    with the claims it would add and how many of them look wrong; and exclusions that would remove weak hits, or
    those that reviewers dismissed (xref review).
    """
    if accept is not None and theme is None:
        raise click.UsageError("--accept takes suggestions for one theme: name it with --theme")
    if theme is not None and form == "toml":
        raise click.UsageError("suggestions for a theme are written into the codebook with --accept N")
    result = find_result(corpus, codebook)
    if theme is not None:
        from xref.cli.suggest import accept_numbers, suggest, write_accepted

        asked, found = suggest(result, theme, limit, form, find_corpus(corpus))
        if accept is not None:
            write_accepted(result, asked, accept_numbers(accept, found), (corpus, codebook))
        return finish(result)
    terms = discover_terms(result.documents, result.claims, result.hits, result.codebook)[:limit]
    if form == "jsonl":
        from xref.jsonl import to_row

        for term in terms:
            click.echo(to_row("term", term), nl=False)
    elif form == "toml":
        for line in theme_lines(terms, result):
            click.echo(line)
    else:
        rows = [_row(term, result) for term in terms]
        for line in table(HEADER, rows, shutil.get_terminal_size(WIDE).columns, ("LAST", "FIRST", "CLAIMS", "PERIODS")):
            click.echo(line)
        if not terms:
            tell("no terms join documents of different dates")
    return finish(result)


def _row(term: Term, result: CrossReference) -> tuple[str, ...]:
    dated = [s.date for s in term.documents if s.date]
    numbers = (term.joined, term.periods, len(term.documents), term.count)
    return (term.text, *map(str, numbers), dated[0], dated[-1], _around(term, result, 0))


def _around(term: Term, result: CrossReference, at: int) -> str:
    """The words of a claim around the term, in one line."""
    standing = term.documents[at]
    claim = next(c for c in result.claims if c.id == standing.claim)
    start = standing.span.start - claim.span.start
    # 40 characters before: the term is seen in a narrow column
    begin = claim.text.rfind(" ", 0, max(0, start - 40)) + 1
    return ("… " if begin else "") + flow(claim.text[begin:])


def theme_lines(terms: Sequence[Term], result: CrossReference) -> Iterator[str]:
    """`terms` as themes to paste into codebook.toml, each with its documents as comments."""
    from xref.themes.starter import make_id
    from xref.toml import quoted

    taken = {name for theme in result.codebook.themes for name in (theme.id, *theme.aliases)}
    yield "# Terms that join documents of different dates, for codebook.toml: keep what is a theme, add other words."
    for term in terms:
        name = make_id(term.text, taken)
        taken.add(name)
        yield ""
        yield f"# {term.count} claims in {len(term.documents)} documents of {term.joined} days"
        for at, standing in enumerate(term.documents):
            said = visible(flow(f"{standing.date or 'undated'} {standing.document}: {_around(term, result, at)}"))
            yield f"# {said[:160]}"
        yield "[[theme]]"
        yield f"id = {quoted(name)}"
        yield f"label = {quoted(term.text)}"
        yield f"phrases = [{quoted(term.text)}]"
