"""`xref verify`: every quotation of a report, replayed on the sources."""

from __future__ import annotations

import html
import pathlib
import re

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
@click.option(
    "--templates", type=type_path, metavar="DIR", help="Your own templates, if the report was made with them."
)
def verify(report: pathlib.Path, corpus: tuple[pathlib.Path, ...], templates: pathlib.Path | None) -> int:
    """Read the quotations that REPORT shows (a page, or a folder of pages) and look each up in CORPUS.

    File (SHA-256), place and words must all hold, and the page must be in the form that xref writes, so that it shows
    no other words than it holds. The first that does not is told with its card, and ends with exit 1.
    """
    from xref.read import find_setup, read_corpus
    from xref.report.replay import read_quotations
    from xref.report.witness import fault_of, find_same

    pages = _pages(report)
    paths = find_corpus(corpus)
    documents = {show(document.id): document for document in read_corpus(paths, find_setup(paths).settings).documents}
    checked = 0
    renamed: dict[str, str] = {}
    for page in pages:
        text = _read(page)
        if not _looks(page, text, templates) or not _whole(page, text):
            return FAILED
        for quotation in read_quotations(text):
            document = documents.get(quotation.document)
            if document is None and (document := find_same(quotation, documents.values())):
                renamed[quotation.document] = document.path
            fault = fault_of(quotation, document)
            if fault:
                tell(f"{page.name}#{quotation.card}: {fault}", "error")
                return FAILED
            checked += not quotation.context
    if not checked:
        raise click.UsageError(f"{report} shows no quotation: is it a report of xref?")
    for name, path in sorted(renamed.items()):
        tell(f"{name} is called {path} in this corpus: the same file, by its SHA-256")
    tell(f"{counted(checked, 'quotation')} checked in {counted(len(pages), 'page')}: all hold")
    return DONE


def _looks(page: pathlib.Path, text: str, templates: pathlib.Path | None) -> bool:
    """Whether style and script are ours, or those of another version, which is told: that one can check them."""
    from xref import __version__
    from xref.report.form import fault_of_looks, version_of

    fault = fault_of_looks(text, page.parent, templates)
    made = version_of(text)
    if fault and made and made != __version__:
        tell(f"{page.name}: made by xref {made}: only that version can tell whether its style and script are its own")
    elif fault:
        tell(f"{page.name}: {fault}; a report made with --templates DIR is verified with it", "error")
        return False
    return True


def _whole(page: pathlib.Path, text: str) -> bool:
    """Whether the pages that a page of a folder leads to are there: quotations of one that is not cannot be checked."""
    for name in dict.fromkeys(re.findall(r'<a\b[^>]* href="([^":#?]+\.html)', text)):
        if not (page.parent / html.unescape(name)).is_file():
            tell(f"{page.name}: the page {name} that it leads to is not there", "error")
            return False
    return True


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
