"""`xref diff A B`: what a reader would call the difference between two results, folders or revisions."""

from __future__ import annotations

import pathlib
import tempfile
from typing import TYPE_CHECKING, Any

import click

from xref.cli.options import DEFAULT_CORPUS, FAILED, codebook_option, exit_code, find_result, type_path
from xref.cli.output import STANDARD, check_output, write_output
from xref.cli.revision import take_revision
from xref.cli.terminal import counted, tell, tell_problems

if TYPE_CHECKING:
    from xref.check import Snapshot, Verdict

FORMATS = ("text", "json", "markdown", "html")


@click.command(
    epilog="Example: xref diff main seeds --format html -o diff.html. Exit codes: 0 no difference, 1 some, 3 some "
    "input was refused.",
    short_help="The difference between two results, folders or revisions.",
)
@click.argument("before")
@click.argument("after", default="")
@click.option("--corpus", type=type_path, default=DEFAULT_CORPUS, show_default=True, help="Folder in a revision.")
@codebook_option
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="What is written."
)
@click.option("-o", "--out", type=type_path, metavar="FILE", help="Write it to a file.")
@click.option("--exit-zero", is_flag=True, help="Tell the differences and end with 0.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def diff(before: str, after: str, **given: Any) -> int:
    """Tell what differs in the findings from BEFORE to AFTER (without it: the corpus as it is).

    Each is a folder that `xref report` wrote, a folder of documents, or a revision of git, whose --corpus is taken.
    """
    from xref.check import DEFAULTS, find_changes, judge
    from xref.check.changes import count_unchanged

    sides = (before, after or str(given["corpus"]))
    if given["out"]:
        check_output(given["out"], [path for path in map(pathlib.Path, sides) if path.exists()], given["codebook"])
    with tempfile.TemporaryDirectory(prefix="xref-") as place:
        (old, code), (new, other) = (
            _take(side, pathlib.Path(place) / str(number), given) for number, side in enumerate(sides)
        )
    # nothing is forbidden here, and what a check is silent about is no difference to a reader either
    policy = {kind: "info" for kind, level in DEFAULTS.items() if level != "off"}
    checked = f"compared {counted(len(old.sources), 'document')} with {len(new.sources)}"
    verdict = judge(find_changes(old, new), policy, count_unchanged(old, new), checked, "differences")
    text = _write(verdict, sides, given["form"])
    if given["out"] or given["form"] != "text":
        write_output([text], given["out"])
    else:
        click.echo(text, nl=False)
    if given["out"] not in (None, STANDARD):
        tell(f"{counted(len(verdict.found), 'difference')} -> {given['out']}")
    return max(code, other) or (FAILED if verdict.found and not given["exit_zero"] else 0)


def _take(side: str, place: pathlib.Path, given: dict[str, Any]) -> tuple[Snapshot, int]:
    """The findings of one side, and 3 when an input of it was refused."""
    from xref.check import take_snapshot
    from xref.check.reread import is_result, reread

    path = pathlib.Path(side)
    if path.is_dir() and is_result(path):
        return reread(path), 0
    if not path.exists():
        path = take_revision(side, given["corpus"], place)
    result = find_result([path], given["codebook"], given["quiet"])
    tell_problems([problem for problem in result.problems if problem.level == "refused"])
    return take_snapshot(result), exit_code(result)


def _write(verdict: Verdict, sides: tuple[str, str], form: str) -> str:
    from xref.check.outputs import WRITERS, write_html

    return write_html(verdict, sides) if form == "html" else WRITERS[form](verdict, "")
