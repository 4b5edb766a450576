"""`xref show`: one kind of thing that a run found, as a table for people or as JSON Lines."""

from __future__ import annotations

import pathlib
import shutil
import sys
from collections.abc import Iterable, Sequence

import click
from attrs import frozen

from xref.cli.columns import COLUMNS
from xref.cli.lookup import find_document, find_period, find_theme
from xref.cli.options import codebook_option, corpus_argument, find_result, finish
from xref.cli.snippet import merge_lines
from xref.cli.table import table
from xref.cli.terminal import tell, tell_problems
from xref.model import Actor, Claim, CrossReference, Document, Hit, Match, Merge, Problem
from xref.show import show as show_safely

# 160 columns when the output is no terminal: what a text editor shows in one line
WIDE = (160, 24)


@frozen
class Scope:
    """What the table is narrowed to."""

    documents: frozenset[str] | None
    """ids and paths of the documents whose things are shown; None for all"""
    claims: frozenset[str]
    """ids of their claims; empty for all"""
    theme: str
    """only what carries it; empty for all"""
    themed: frozenset[str]
    """ids of the claims that carry it; empty without a theme"""


@click.command(
    epilog="Examples: xref show documents; xref show hits --theme NAME; xref show text seeds/FILE",
    short_help="List documents, claims, hits, matches, ...",
)
@click.argument("kind", type=click.Choice([*COLUMNS, "text"]), metavar="KIND")
@corpus_argument
@codebook_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "toml"]),
    default="table",
    show_default=True,
    help="For people, for programs (one JSON record a line), or merges as lines for the codebook.",
)
@click.option("--document", metavar="ID", help="Only what touches this document.")
@click.option("--theme", metavar="ID", help="Only claims, hits and matches of this theme.")
@click.option("--period", metavar="ID", help="Only what touches documents of this term, e.g. obama-2.")
def show(
    kind: str,
    corpus: tuple[pathlib.Path, ...],
    codebook: pathlib.Path | None,
    form: str,
    **narrowed: str | None,
) -> int:
    """List what was found in CORPUS (folders or files; seeds when none is given).

    KIND is documents, claims, hits, matches, actors, merges (spellings that may be one person), problems, or text,
    which prints the text of one file exactly as xref counts its characters.
    """
    if narrowed["theme"] and kind not in ("claims", "hits", "matches"):
        raise click.UsageError(f"--theme does not narrow {kind}; it does claims, hits and matches")
    for name in ("document", "period"):
        if narrowed[name] and kind in ("merges", "text"):
            raise click.UsageError(f"--{name} does not narrow {kind}")
    if form == "toml" and kind != "merges":
        raise click.UsageError(f"--format toml is for merges, not for {kind}: leave it out, or write jsonl")
    if kind == "text":
        return _print_text(corpus)
    result = find_result(corpus, codebook)
    nouns = _select(kind, result, _scope(result, **narrowed))
    if form == "jsonl":
        from xref.jsonl import to_line

        for noun in nouns:
            click.echo(to_line(noun), nl=False)
    elif form == "toml":
        for line in merge_lines(result.merges, result):
            click.echo(line)
        if not nouns:
            tell("no merges")
    else:
        print_table(kind, nouns, result)
    return finish(result)


def print_table(kind: str, nouns: Sequence[object], result: CrossReference) -> None:
    """The table of `kind` on standard output."""
    columns = COLUMNS[kind]
    rows = columns.rows(nouns, result)
    for line in table(columns.header, rows, shutil.get_terminal_size(WIDE).columns):
        click.echo(line)
    if not rows:
        tell(f"no {kind}")


def _scope(result: CrossReference, document: str | None, theme: str | None, period: str | None) -> Scope:
    """What the options leave; an id that nothing carries is a LookupFault."""
    wanted = [find_document(result, document)] if document else list(result.documents)
    if period:
        series, term = find_period(result, period)
        wanted = [d for d in wanted if (holding := d.holding(series)) and holding.period == term]
    narrowed = document or period
    ids = {d.id for d in wanted}
    name = find_theme(result, theme).id if theme else ""
    return Scope(
        frozenset(ids | {d.path for d in wanted}) if narrowed else None,
        frozenset(claim.id for claim in result.claims if narrowed and claim.document in ids),
        name,
        frozenset(hit.claim for hit in result.hits if hit.theme == name),
    )


def _select(kind: str, result: CrossReference, scope: Scope) -> list[object]:
    nouns: Iterable[object] = getattr(result, kind)
    return [noun for noun in nouns if _of_document(noun, scope) and _of_theme(noun, scope)]


def _of_document(noun: object, scope: Scope) -> bool:
    if scope.documents is None:
        return True
    match noun:
        case Document():
            return noun.id in scope.documents
        case Claim():
            return noun.id in scope.claims
        case Hit():
            return noun.claim in scope.claims
        case Match():
            return not scope.documents.isdisjoint(noun.documents)
        case Actor():
            return any(mention.claim in scope.claims for mention in noun.mentions)
        case Problem():
            return noun.where in scope.documents
        case _:
            return isinstance(noun, Merge)


def _of_theme(noun: object, scope: Scope) -> bool:
    if not scope.theme:
        return True
    if isinstance(noun, Claim):
        return noun.id in scope.themed
    return isinstance(noun, Hit | Match) and noun.theme == scope.theme


def _print_text(corpus: Sequence[pathlib.Path]) -> int:
    if len(corpus) != 1 or corpus[0].is_dir():
        raise click.UsageError("show text takes one file: xref show text FILE")
    from xref.read import read_corpus

    read = read_corpus(corpus)
    if not read.documents:
        tell_problems(read.problems)
        return 3
    # As bytes: a text stream would rewrite line ends, and could not encode every character.
    text = read.documents[0].text
    if sys.stdout.isatty():
        # a terminal obeys what it reads: what a file would hold as it is, it is shown
        click.echo(show_safely(text, lines=True), nl=False)
    else:
        sys.stdout.buffer.write(text.encode("utf-8"))
    return 0
