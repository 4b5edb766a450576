"""`xref init`: a codebook to begin with, never in the place of one that is there."""

from __future__ import annotations

import os
import pathlib

import click

from xref.cli.options import DONE, find_corpus, type_path
from xref.cli.terminal import tell

NAME = "codebook.toml"
LARGEST = 50_000_000
"""bytes of a codebook of another program: a thousand codes with a page of prose each have 5 MB"""
ATTRIBUTES = ".gitattributes"
UNION = "# Decisions are lines that are only added: git keeps those of both branches.\ndecisions/*.jsonl merge=union\n"


@click.command(
    epilog='Example: xref init my-papers --theme "Sale of the ferry" --theme "Storms"',
    short_help="Write a codebook to begin with.",
)
@click.argument("corpus", required=False, type=type_path)
@click.option("--theme", "labels", multiple=True, metavar="LABEL", help="Make a theme of this name; may be repeated.")
@click.option("--from", "brought", type=type_path, metavar="FILE", help="Bring the codes of a .qdc or .csv file along.")
@click.option("--schema", is_flag=True, help="Write its JSON Schema beside it, too, for editors that check TOML.")
def init(corpus: pathlib.Path | None, labels: tuple[str, ...], brought: pathlib.Path | None, schema: bool) -> int:
    """Write codebook.toml into the folder CORPUS (seeds when none is given), with comments on what may be written.

    .gitattributes is written too, unless there is one: by it git merges the decisions of reviewers.
    The folder is made when it is not there. A codebook that is there is left as it is, with exit 2. Codes that make no
    codebook are told, each with its fault, and nothing is written, with exit 2 too.
    """
    from xref.save import save_all
    from xref.themes.starter import SCHEMA, read_schema, write_starter

    if brought and (labels or schema):
        raise click.UsageError("--from brings all themes along: leave --theme and --schema out")
    folder = find_corpus((corpus,) if corpus else ())[0]
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{folder} is a file: a codebook lies in a folder, beside the documents")
    files = {}
    try:
        files[NAME] = (_brought(brought, folder) if brought else write_starter(labels, schema=schema),)
    except ValueError as fault:
        raise click.UsageError(f"--theme: {fault}") from fault
    if schema:
        files[SCHEMA] = (read_schema(),)
    for name in files:
        if os.path.lexists(folder / name):
            raise click.UsageError(f"{folder / name} is there already and was left as it is: edit it, or move it away")
    if not os.path.lexists(folder / ATTRIBUTES):
        files[ATTRIBUTES] = (UNION,)
    for path in save_all(folder, files):
        tell(f"written: {path}")
    tell(f"put your words into it, then: xref report {folder}")
    return DONE


def _brought(path: pathlib.Path, folder: pathlib.Path) -> str:
    """The codes of the file at `path` as a codebook that holds in `folder`, by its own limits and calendars."""
    from xref.export.codes import read_codes
    from xref.read import find_setup
    from xref.themes.brought import write_brought
    from xref.themes.codebook import Limits

    if not path.is_file():
        raise click.UsageError(f"no file {path}: check the spelling of --from")
    if path.suffix.lower() not in (".qdc", ".csv"):
        raise click.UsageError(f"{path} is no .qdc or .csv file, the kinds of codebook that can be brought along")
    if path.stat().st_size > LARGEST:
        raise click.UsageError(f"{path} has more than {LARGEST:,} bytes, which no codebook has")
    setup = find_setup((folder,))
    return write_brought(read_codes(path.read_bytes(), path.name), path.name, Limits(setup.settings, setup.calendars))
