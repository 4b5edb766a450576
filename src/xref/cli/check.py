"""`xref check`: what changed in the findings since people accepted them, and whether the policy forbids it."""

from __future__ import annotations

import datetime as dt
import pathlib
import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from xref.cli.options import (
    codebook_option,
    corpus_argument,
    find_corpus,
    find_result,
    type_path,
)
from xref.cli.output import check_output
from xref.errors import BaselineError, OldBaselineError
from xref.model import CrossReference

if TYPE_CHECKING:
    from xref.check import Snapshot

BASELINE = pathlib.Path("reports/baseline.jsonl")
FORMATS = ("text", "json", "github", "sarif", "junit", "markdown")


def _classes(context: click.Context, option: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    from xref.check import CLASSES

    names = [name for each in given for name in each.replace(" ", "").split(",") if name]
    for name in names:
        if name not in CLASSES:
            raise click.BadParameter(f"no class “{name}”; known are {', '.join(CLASSES)}")
    return tuple(names)


def _day(context: click.Context, option: click.Parameter, given: str) -> str:
    try:
        # fromisoformat takes other forms, too, which would not compare as text
        if given and dt.date.fromisoformat(given).isoformat() != given:
            raise ValueError
    except ValueError as fault:
        raise click.BadParameter(f"“{given}” is no day: write it as 2013-05-15") from fault
    return given


def _also(
    context: click.Context, option: click.Parameter, given: Sequence[str]
) -> tuple[tuple[str, pathlib.Path], ...]:
    found = []
    for each in given:
        form, _, path = each.partition("=")
        if form not in FORMATS or not path:
            raise click.BadParameter(f"“{each}”: write FORMAT=FILE with one of {', '.join(FORMATS)}")
        found.append((form, pathlib.Path(path)))
    return tuple(found)


def _file(context: click.Context, option: click.Parameter, given: str | None) -> pathlib.Path | None:
    # a variable of the runner that is not set: nothing to write to
    return pathlib.Path(given) if given else None


@click.command(
    epilog="Example: xref check seeds --format github. Exit codes: 0 nothing that the policy forbids, 1 something it "
    "does, 2 usage or no baseline, 3 some input was refused. Classes and levels: docs/check.md.",
    short_help="Compare the findings with the accepted ones; for CI.",
)
@corpus_argument
@codebook_option
@click.option(
    "--baseline", type=type_path, default=BASELINE, show_default=True, metavar="FILE", help="The accepted findings."
)
@click.option("--update", is_flag=True, help="Print what differs, and accept all of it.")
@click.option("--interactive", is_flag=True, help="Ask document by document what to accept.")
@click.option("--fail-on", multiple=True, callback=_classes, metavar="CLASS,...", help="Classes of changes that fail.")
@click.option("--warn-on", multiple=True, callback=_classes, metavar="CLASS,...", help="Classes that only warn.")
@click.option("--exit-zero", is_flag=True, help="Tell everything, fail on nothing.")
@click.option("--theme", "themes", multiple=True, metavar="ID", help="Only this theme; the rest is left alone.")
@click.option("--since", default="", callback=_day, metavar="DAY", help="Only documents published from this day on.")
@click.option("--until", default="", callback=_day, metavar="DAY", help="Only documents published up to this day.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="What is printed."
)
@click.option("--also", multiple=True, callback=_also, metavar="FORMAT=FILE", help="Write another format to a file.")
@click.option("--summary", callback=_file, metavar="FILE", help="Append Markdown, e.g. to $GITHUB_STEP_SUMMARY.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def check(corpus: tuple[pathlib.Path, ...], codebook: pathlib.Path | None, baseline: pathlib.Path, **given: Any) -> int:
    """Compare what xref finds in CORPUS with the accepted findings in reports/baseline.jsonl.

    Tells documents, hits and cards that came, went or changed, decisions that hold no longer, promises of the codebook
    that are broken, and what is odd about it. A sentence that only stands elsewhere is no change.
    """
    from xref.check.scope import Scope
    from xref.cli.checking import Run

    paths = find_corpus(corpus)
    # as it must be typed to accept what is found here
    accepting = ["xref", "check", *map(str, corpus), *(["--baseline", str(baseline)] if baseline != BASELINE else [])]
    accepting += ["--codebook", str(codebook)] if codebook else []
    for _, file in given["also"]:
        check_output(file, paths, codebook, baseline)
    before = _read(baseline, given["update"], shlex.join([*accepting, "--update"]))
    result = find_result(paths, codebook, given["quiet"])
    scope = Scope(frozenset(_known(given["themes"], result)), given["since"], given["until"])
    return Run(result, paths, baseline, before, scope).run(given | {"codebook": codebook})


def _known(themes: Sequence[str], result: CrossReference) -> list[str]:
    try:
        return [result.codebook.theme(name).id for name in themes]
    except KeyError as fault:
        ids = ", ".join(theme.id for theme in result.codebook.themes)
        raise click.UsageError(f"no theme {fault.args[0]}; the codebook has {ids or 'none'}") from fault


def _read(path: pathlib.Path, update: bool, accepting: str) -> Snapshot | None:
    from xref.check import read_baseline

    if not path.exists():
        if update:
            return None
        raise BaselineError(f"no baseline {path}: accept the findings as they are with `{accepting}`")
    try:
        return read_baseline(path.read_text("utf-8-sig"), str(path))
    except UnicodeDecodeError as fault:
        raise BaselineError(f"{path} is no text in UTF-8; take it back from git") from fault
    except BaselineError as fault:
        if update and isinstance(fault, OldBaselineError):
            return None
        fault.message = fault.message.replace("xref check --update", accepting)
        raise
