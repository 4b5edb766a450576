"""`xref cite`: a quotation in one line, ready to be pasted."""

from __future__ import annotations

import pathlib

import click

from xref.cli.lookup import find_quotation
from xref.cli.options import codebook_option, corpus_argument, find_result, finish
from xref.show import show


@click.command(
    epilog="Example: xref cite m-2d83be1f552e --markdown",
    short_help="Print a quotation with its source in one line.",
)
@click.argument("name", metavar="ID")
@corpus_argument
@codebook_option
@click.option("--markdown", is_flag=True, help="As a quotation in Markdown, the title a link to the words.")
def cite(name: str, corpus: tuple[pathlib.Path, ...], codebook: pathlib.Path | None, markdown: bool) -> int:
    """Print the quotation of a claim, hit or match ID (its beginning is enough), one line a side.

    Words, speaker and through whom, outlet, title, date, exact characters, SHA-256 of the file, and a link that leads
    to the words where the document has an address.
    """
    from xref.export import cite as cited
    from xref.export.index import Index

    result = find_result(corpus, codebook)
    for line in cited(Index(result), find_quotation(result, name), markdown=markdown):
        click.echo(show(line, lines=True))
    return finish(result)
