"""What several commands share: which corpus, which codebook, and the run itself."""

from __future__ import annotations

import pathlib
import shlex
from collections.abc import Callable, Sequence
from typing import Any

import click

from xref.cli.terminal import counted, progress_line, show_problems, tell
from xref.model import CrossReference, Problem, Standing

# The corpus that ships, and the name that README tells people to use.
DEFAULT_CORPUS = pathlib.Path("seeds")
DONE, FAILED, REFUSED = 0, 1, 3

NO_CACHE = "xref.no_cache"
"""where a command finds that `xref --no-cache` was given"""

type_path = click.Path(path_type=pathlib.Path)
corpus_argument = click.argument("corpus", nargs=-1, type=type_path)
codebook_option = click.option(
    "--codebook",
    type=type_path,
    metavar="FILE",
    help="Themes to look for; without it, codebook.toml in the corpus.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="For people, or one JSON record a line for programs.",
)


def find_corpus(given: Sequence[pathlib.Path]) -> tuple[pathlib.Path, ...]:
    """`given`, or the folder seeds when nothing is; raises click.UsageError when there is neither."""
    if given:
        return tuple(given)
    if DEFAULT_CORPUS.is_dir():
        return (DEFAULT_CORPUS,)
    raise click.UsageError(
        f"no corpus given, and there is no folder {DEFAULT_CORPUS} here: name a folder of documents, "
        f"e.g. `{_typed()} my-documents`"
    )


def _typed() -> str:
    """The command that runs with its argument, such as "xref show documents"; "xref report" outside a command."""
    context = click.get_current_context(silent=True)
    if context is None:
        return "xref report"
    first = [str(context.params[each]) for each in ("kind", "name") if context.params.get(each)]
    return shlex.join(["xref", str(context.info_name), *first])


def find_result(corpus: Sequence[pathlib.Path], codebook: pathlib.Path | None, quiet: bool = False) -> CrossReference:
    """Reads and compares the corpus, with progress on a terminal; raises XrefError when that is impossible."""
    from xref.kept import find_kept
    from xref.pipeline import cross_reference

    paths = find_corpus(corpus)
    context = click.get_current_context(silent=True)
    kept = None if context is not None and context.meta.get(NO_CACHE) else find_kept(paths)
    with progress_line(quiet) as progress:
        return cross_reference(paths, codebook=codebook, progress=progress, kept=kept)


def find_standings(
    corpus: Sequence[pathlib.Path], result: CrossReference
) -> tuple[tuple[Standing, ...], tuple[Problem, ...]]:
    """What reviewers decided, by the folders of `corpus`, as it stands today; and lines that could not be read."""
    from xref.read import find_setup
    from xref.rulings import read_decisions, stand

    read = [read_decisions(path) for path in corpus if path.is_dir()]
    decisions = [decision for found, _ in read for decision in found]
    problems = tuple(problem for _, odd in read for problem in odd)
    return stand(decisions, result, find_setup(corpus).consensus), problems


def exit_code(result: CrossReference) -> int:
    """3 when an input was refused, else 0."""
    return REFUSED if any(problem.level == "refused" for problem in result.problems) else DONE


def finish(result: CrossReference) -> int:
    """The exit code of a command that only shows; says on standard error when inputs are missing from the result."""
    code = exit_code(result)
    if code == REFUSED:
        refused = sum(problem.level == "refused" for problem in result.problems)
        tell(f"{counted(refused, 'input')} not in the result: {show_problems()}", "refused")
    return code


def shared_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """CORPUS..., --codebook and --format."""
    return corpus_argument(codebook_option(format_option(command)))
