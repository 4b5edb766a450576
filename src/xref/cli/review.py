"""`xref review`: the report, served to one reviewer, with every decision saved; and what the decisions amount to."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import pathlib
import secrets
import sys
from typing import Any

import click

from xref.cli.options import codebook_option, corpus_argument, exit_code, find_corpus, find_result, type_path
from xref.cli.reviewer import find_reviewer
from xref.cli.rulings import import_lines, prune_lines, tell_status
from xref.cli.terminal import counted, tell, tell_problems

INSTALL = "python3 -m pip install 'xref[review]'"


@click.command(
    epilog="Examples:\n\n  xref review seeds --reviewer ann\n\n  xref review seeds --status\n\n"
    "  xref review seeds --import ann.jsonl",
    short_help="Decide in the browser, and save what was decided.",
)
@corpus_argument
@codebook_option
@click.option(
    "--reviewer", metavar="NAME", envvar="XREF_REVIEWER", help="Who decides [XREF_REVIEWER, git's user.name]."
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port to serve at; without it, any free one.")
@click.option("--read-only", is_flag=True, help="Show, and save nothing.")
@click.option("--no-open", is_flag=True, help="Print the address, open no browser.")
@click.option("--status", is_flag=True, help="Serve nothing: print what was decided, and what no longer holds.")
@click.option("--import", "files", type=type_path, multiple=True, metavar="FILE",
              help="Serve nothing: take in lines exported from a page; may be repeated.")  # fmt: skip
@click.option("--prune", is_flag=True, help="Serve nothing: drop the lines on words that are gone.")
def review(corpus: tuple[pathlib.Path, ...], codebook: pathlib.Path | None, reviewer: str | None, **asked: Any) -> int:
    """Open the report of CORPUS from a server on this machine, and save each decision as it is made.

    Decisions are lines in decisions/REVIEWER.jsonl in the corpus: they are only ever added, and git merges them
    (docs/review.md). Stop the server with Ctrl-C.
    """
    paths = find_corpus(corpus)
    folder = next((path for path in paths if path.is_dir()), None)
    if folder is None:
        raise click.UsageError("decisions are kept in a folder of documents: name the folder, not its files")
    if sum((asked["status"], bool(asked["files"]), asked["prune"])) > 1:
        raise click.UsageError("one of --status, --import and --prune at a time")
    if asked["files"]:
        return import_lines(folder, asked["files"])
    if asked["status"]:
        return tell_status(paths, find_result(paths, codebook))
    if asked["prune"]:
        return prune_lines(paths, find_result(paths, codebook))
    _check_extra()
    return _serve(paths, folder, codebook, find_reviewer(reviewer), asked)


def _check_extra() -> None:
    missing = [name for name in ("starlette", "uvicorn") if importlib.util.find_spec(name) is None]
    if missing:
        raise click.UsageError(f"xref review needs {' and '.join(missing)}: {INSTALL}")


def _serve(
    paths: tuple[pathlib.Path, ...], folder: pathlib.Path, codebook: pathlib.Path | None, reviewer: str,
    asked: dict[str, Any],
) -> int:  # fmt: skip
    from xref.read import find_setup
    from xref.review import Desk, build_app, serve

    result = find_result(paths, codebook)
    tell_problems(result.problems)
    desk = Desk(folder, result, reviewer, asked["read_only"], find_setup(paths).consensus)
    token = secrets.token_urlsafe(32)

    def ready(port: int) -> None:
        address = f"http://127.0.0.1:{port}/?token={token}"
        where = folder / "decisions" / f"{reviewer}.jsonl"
        tell(f"{counted(len(result.matches), 'card')}; open {address}")
        tell("this machine only, by this address only; it can be used once, in one browser")
        tell("read only: nothing is saved" if desk.readonly else f"each decision is saved in {where}; Ctrl-C stops")
        if not asked["no_open"]:
            _open(address)

    with contextlib.suppress(KeyboardInterrupt):  # the way to stop it
        serve(build_app(desk, token), asked["port"], ready)
    tell(f"stopped; {counted(desk.saved, 'line')} saved")
    return exit_code(result)


def _open(address: str) -> None:
    """Opens the reviewer's browser, where there is a screen to open it on."""
    import webbrowser

    screen = sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not screen or not webbrowser.open(address):
        tell("no browser was opened: open the address yourself")
