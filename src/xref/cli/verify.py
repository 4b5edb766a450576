"""`xref verify`: every quotation of a report, replayed on the sources."""

from __future__ import annotations

import pathlib

import click

from xref.cli.options import DONE, FAILED, corpus_argument, find_corpus, type_path
from xref.cli.terminal import counted, tell
from xref.errors import OutputError
from xref.show import show


@click.command(
    epilog="Example: xref verify reports/index.html seeds",
    short_help="Replay every quotation of a report on the sources.",
)
@click.argument("report", type=type_path)
@corpus_argument
def verify(report: pathlib.Path, corpus: tuple[pathlib.Path, ...]) -> int:
    """Read the quotations that REPORT shows (a page, or a folder of pages) and look each up in CORPUS.

    File (SHA-256), place and words must all hold. The first that does not is told with its card, and ends with exit 1.
    """
    from xref.read import find_setup, read_corpus
    from xref.report.replay import read_quotations
    from xref.report.witness import fault_of

    pages = _pages(report)
    paths = find_corpus(corpus)
    documents = {show(document.id): document for document in read_corpus(paths, find_setup(paths).settings).documents}
    checked = 0
    for page in pages:
        for quotation in read_quotations(_read(page)):
            fault = fault_of(quotation, documents.get(quotation.document))
            if fault:
                tell(f"{page.name}#{quotation.card}: {fault}", "error")
                return FAILED
            checked += not quotation.context
    if not checked:
        raise click.UsageError(f"{report} shows no quotation: is it a report of xref?")
    tell(f"{counted(checked, 'quotation')} checked in {counted(len(pages), 'page')}: all hold")
    return DONE


def _pages(report: pathlib.Path) -> list[pathlib.Path]:
    if report.is_dir():
        found = sorted(path for path in report.rglob("*.html") if path.is_file())
        if not found:
            raise click.UsageError(f"{report} holds no .html page")
        return found
    if not report.is_file():
        raise click.UsageError(f"no report {report}: check the spelling, or write one with `xref report`")
    return [report]


def _read(page: pathlib.Path) -> str:
    try:
        return page.read_text("utf-8")
    except UnicodeDecodeError as fault:
        raise OutputError(f"{page} is no text in UTF-8, as a report is: write it again with `xref report`") from fault
