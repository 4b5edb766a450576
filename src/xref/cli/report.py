"""`xref report`: the corpus as one page for people, and the same result as JSON Lines for programs."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterable
from typing import Any

import attrs
import click

from xref.cli.options import (
    codebook_option,
    corpus_argument,
    exit_code,
    find_corpus,
    find_result,
    find_standings,
    type_path,
)
from xref.cli.terminal import counted, tell, tell_problems
from xref.errors import OutputError
from xref.model import CrossReference

PAGE = "index.html"


@click.command(
    epilog="Example: xref report seeds -o reports",
    short_help="Write the comparison report of a corpus.",
)
@corpus_argument
@click.option("-o", "--output", type=type_path, default="reports", show_default=True, metavar="DIR",
              help="Folder to write into.")  # fmt: skip
@codebook_option
@click.option(
    "--layout",
    type=click.Choice(["auto", "inline", "packed", "dir"]),
    default="auto",
    show_default=True,
    help="inline: one page, all of it elements. packed: one page, cards in chunks that its script opens. "
    "dir: a page for each theme and document, readable without a script. auto: inline up to 2,000 cards.",
)
@click.option("--without-dismissed", is_flag=True, help="Leave out cards that a reviewer dismissed.")
@click.option("--templates", type=type_path, metavar="DIR", help="Your own templates; they are run as code.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no warnings, no closing line.")
def report(
    corpus: tuple[pathlib.Path, ...], output: pathlib.Path, codebook: pathlib.Path | None, quiet: bool, **looks: Any
) -> int:
    """Compare the documents in CORPUS (folders or files; seeds when none is given) and write a report.

    index.html is one page that opens in any browser without a network; the .jsonl files beside it hold the same
    result for programs (docs/jsonl.md). All are replaced together at the end, or not at all.
    """
    import jinja2

    from xref.jsonl import KINDS, lines
    from xref.report import build_page, find_stale, stream_folder, stream_html
    from xref.rulings import find_retired
    from xref.save import save_all

    paths = find_corpus(corpus)
    layout, templates = looks["layout"], looks["templates"]
    _check_output(output, paths)
    if templates and not templates.is_dir():
        raise click.UsageError(f"no folder of templates {templates}: check the spelling, or leave --templates out")
    result = find_result(paths, codebook, quiet)
    standings, odd = find_standings(paths, result)
    if looks["without_dismissed"]:
        retired = find_retired(standings, result)
        result = attrs.evolve(result, matches=tuple(match for match in result.matches if match.id not in retired))
    result = attrs.evolve(result, problems=(*result.problems, *odd))
    page = build_page(result, layout, standings)
    files: dict[str, Iterable[str]] = {}
    files |= stream_folder(page, templates) if layout == "dir" else {PAGE: stream_html(page, templates)}
    files |= {f"{kind}.jsonl": lines(kind, result) for kind in KINDS}
    try:
        save_all(output, files)
    except jinja2.TemplateError as fault:
        if templates is None:
            raise  # a fault of ours
        raise click.UsageError(f"a template in {templates} is broken: {fault}") from fault
    for stale in find_stale(output, files):
        stale.unlink()
    problems = [p for p in result.problems if not quiet or p.level == "refused"]
    tell_problems(problems)
    if not quiet:
        tell(f"{summary(result)} -> {output / PAGE}")
        if not result.codebook.themes:
            tell("no codebook, so no themes were looked for: put a codebook.toml into the corpus, or give --codebook")
    return exit_code(result)


def summary(result: CrossReference) -> str:
    """The result in one line, e.g. "5 documents, 74 claims, 60 hits in 13 themes, 24 cards"."""
    themes = len({hit.theme for hit in result.hits})
    return ", ".join(
        (
            counted(len(result.documents), "document"),
            counted(len(result.claims), "claim"),
            f"{counted(len(result.hits), 'hit')} in {counted(themes, 'theme')}",
            counted(len(result.matches), "card"),
        )
    )


def _check_output(output: pathlib.Path, corpus: Iterable[pathlib.Path]) -> None:
    """Before the work is done, not after: raises OutputError or click.UsageError when `output` cannot be right."""
    if output.exists() and not output.is_dir():
        raise OutputError(f"{output} is a file, not a folder: give a folder with -o")
    for path in corpus:
        if path.is_dir() and _inside(output, path):
            raise click.UsageError(
                f"the output folder {output} lies inside the corpus {path}, where the next run would read it as a "
                "document: choose another folder with -o"
            )


def _inside(output: pathlib.Path, corpus: pathlib.Path) -> bool:
    """Whether `output` lies in the corpus, links followed; a link that leads to itself lies nowhere."""
    return pathlib.Path(os.path.realpath(output)).is_relative_to(os.path.realpath(corpus))
