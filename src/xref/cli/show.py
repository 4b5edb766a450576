"""`xref show`: one kind of thing that a run found, as a table for people or as JSON Lines."""

from __future__ import annotations

import pathlib
import shutil
from collections.abc import Iterable, Sequence
from typing import Any

import click
from attrs import frozen

from xref.cli.columns import COLUMNS
from xref.cli.lookup import find_document, find_period, find_theme
from xref.cli.options import codebook_option, corpus_argument, find_result, finish
from xref.cli.snippet import merge_lines
from xref.cli.table import table
from xref.cli.terminal import tell
from xref.cli.text import print_text
from xref.model import Actor, Claim, Contradiction, CrossReference, Document, Hit, Match, Merge, Problem
from xref.show import show as visible

# 180 columns when the output is no terminal: room for every column of the documents' table
WIDE = (180, 24)


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
@click.option("--theme", metavar="ID", help="Only claims, hits, matches and contradictions of this theme.")
@click.option("--period", metavar="ID", help="Only what touches documents of this term, e.g. obama-2.")
@click.option("--long", is_flag=True, help="All that is known of each one, as `xref explain` tells it.")
def show(
    kind: str,
    corpus: tuple[pathlib.Path, ...],
    codebook: pathlib.Path | None,
    form: str,
    long: bool,
    **narrowed: str | None,
) -> int:
    """List what was found in CORPUS (folders or files; seeds when none is given).

    KIND is documents, claims, hits, matches, contradictions (claims of two documents that answer one question
    differently), actors, merges (spellings that may be one person), problems, or text, which prints the text of one
    file, or of the document --document ID, exactly as xref counts its characters.
    """
    if narrowed["theme"] and kind not in ("claims", "hits", "matches", "contradictions"):
        raise click.UsageError(f"--theme does not narrow {kind}; it does claims, hits, matches and contradictions")
    for name, not_for in (("document", ("merges",)), ("period", ("merges", "text"))):
        if narrowed[name] and kind in not_for:
            raise click.UsageError(f"--{name} does not narrow {kind}")
    if long and (form != "table" or kind in ("contradictions", "merges", "problems", "text")):
        raise click.UsageError("--long tells documents, claims, hits, matches or actors, in words only")
    if form == "toml" and kind != "merges":
        raise click.UsageError(f"--format toml is for merges, not for {kind}: leave it out, or write jsonl")
    if kind == "text":
        return print_text(corpus, narrowed["document"] or "")
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
    elif long:
        print_accounts(nouns, result)
    else:
        print_table(kind, nouns, result, () if narrowed["document"] is None else ("DOCUMENT",))
    return finish(result)


def print_table(kind: str, nouns: Sequence[object], result: CrossReference, known: Sequence[str] = ()) -> None:
    """The table of `kind` on standard output, without the columns `known`, which would say the same in every row."""
    columns = COLUMNS[kind]
    kept = [n for n, name in enumerate(columns.header) if name not in known]
    header, *rows = ([row[n] for n in kept] for row in (columns.header, *columns.rows(nouns, result)))
    width = shutil.get_terminal_size(WIDE).columns
    for line in table(header, rows, width, columns.less, columns.whole):
        click.echo(line)
    if not rows:
        tell(f"no {kind}")


def print_accounts(nouns: Sequence[Any], result: CrossReference) -> None:
    """All that is known about each of `nouns` on standard output, an empty line between two."""
    from xref.cli.account import account_for

    for number, noun in enumerate(nouns):
        if number:
            click.echo()
        for line in account_for(result, noun):
            click.echo(visible(line))


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
        case Match() | Contradiction():
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
    return isinstance(noun, Hit | Match | Contradiction) and noun.theme == scope.theme
