"""`xref export`: the result as a file for another program."""

from __future__ import annotations

import pathlib

import click

from xref.cli.options import (
    codebook_option,
    corpus_argument,
    find_corpus,
    find_result,
    find_standings,
    finish,
    type_path,
)
from xref.cli.output import STANDARD, check_output, write_output
from xref.cli.terminal import tell, tell_problems

NAMES = (*"jsonl csv xlsx parquet annotations csl qdc qdpx".split(),)


@click.command(
    epilog="Examples: xref export csv seeds -o hits.csv; xref export csv --table matches",
    short_help="Write the result for another program.",
)
@click.argument("form", type=click.Choice(NAMES), metavar="FORMAT")
@corpus_argument
@click.option("-o", "--output", type=type_path, metavar="FILE", help="File to write; else standard output.")
@click.option("--table", metavar="NAME", help="Which rows, where the format holds one kind of them.")
@click.option("--bom", is_flag=True, help="Begin a CSV file with the mark by which Excel knows UTF-8.")
@codebook_option
def export(
    form: str,
    corpus: tuple[pathlib.Path, ...],
    output: pathlib.Path | None,
    codebook: pathlib.Path | None,
    table: str | None,
    bom: bool,
) -> int:
    """Write what was found in CORPUS (folders or files; seeds when none is given) as FORMAT.

    FORMAT is jsonl, csv, xlsx, parquet (tables), annotations (W3C Web Annotations), csl (CSL-JSON references), qdc (the
    codebook) or qdpx (codebook, texts and hits) for programs of qualitative research (REFI-QDA).
    docs/export.md tells what each holds.
    """
    from xref.export import FORMATS
    from xref.export import export as write
    from xref.export.formats import Choice

    chosen = FORMATS[form]
    if table and table not in chosen.tables:
        known = f"{form} has {', '.join(chosen.tables)}" if chosen.tables else f"{form} always holds everything"
        raise click.UsageError(f"--table {table}: {known}")
    if bom and form != "csv":
        raise click.UsageError("--bom is for csv")
    if chosen.binary and output in (None, STANDARD):
        raise click.UsageError(f"{form} is no text: name a file with -o")
    paths = find_corpus(corpus)
    if output is not None:
        check_output(output, paths, codebook)
    result = find_result(paths, codebook)
    standings, odd = find_standings(paths, result)
    tell_problems(odd)
    write_output(write(form, result, standings, Choice(table or "", bom)), output)
    if output not in (None, STANDARD):
        tell(f"written: {output}")
    return finish(result)
