"""What `xref check --update` and `--interactive` do: tell what differs, and write what is accepted of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import click

from xref.cli.options import FAILED, exit_code
from xref.cli.terminal import counted, tell, tell_problems
from xref.show import disarm, show

if TYPE_CHECKING:
    from xref.check import Change
    from xref.cli.checking import Run


def update(run: Run, found: tuple[Change, ...], given: dict[str, Any]) -> int:
    """Accepts what was found: all of it, or what a person takes; gives the exit code."""
    from xref.check import judge, write_baseline
    from xref.check.bands import MARGIN
    from xref.check.baseline import keep_bands
    from xref.check.scope import accept, merge
    from xref.save import save_file

    new, before, left = run.now, run.before, frozenset[str]()
    if before is None and not attrs.evolve(run.scope, only=None).whole:
        raise click.UsageError(f"there is no baseline {run.path} yet, and the first one is of the whole corpus")
    if before is not None:
        new = merge(before, keep_bands(run.now, before, MARGIN), run.scope)
    if before is not None and given["interactive"]:
        left = _ask(run, found)
        new = accept(before, new, left, head="" not in left)
    elif found:
        click.echo(_text(run, found), nl=False)
    save_file(run.path, write_baseline(new))
    size = ", ".join(
        counted(len(part), noun) for part, noun in ((new.sources, "document"), (new.hits, "hit"), (new.cards, "card"))
    )
    rest = tuple(change for change in found if change.document in left)
    # what could not be read is left as it was accepted before
    taken = len(found) - len([change for change in found if change.document in {*left, *run.unread()}])
    tell(f"accepted {counted(taken, 'change')} -> {run.path}: {size}; commit it")
    tell_problems([problem for problem in run.result.problems if problem.level == "refused"])
    return FAILED if judge(rest, run.policy(given), 0, "").failed else exit_code(run.result)


def _ask(run: Run, found: tuple[Change, ...]) -> frozenset[str]:
    """The paths of documents whose changes are not accepted; "" for what belongs to none: codebook, programs."""
    refused = set()
    for path in dict.fromkeys(change.document for change in found):
        own = tuple(change for change in found if change.document == path)
        click.echo("\n".join(_text(run, own).splitlines()[:-1]))
        what = f"accept what changed in {path or 'codebook and programs'}?"
        if not click.confirm(disarm(show(what)), default=False, err=True):
            refused.add(path)
    return frozenset(refused)


def _text(run: Run, found: tuple[Change, ...]) -> str:
    """`found` as text, without a judgement."""
    from xref.check import judge
    from xref.check.outputs import write_text

    return write_text(judge(found, {}, run.unchanged(), run.checked(), "changes"), run.corpus)
