"""What `xref review` does without a server: count the decisions, take lines in, drop those on words that are gone."""

from __future__ import annotations

import pathlib
from collections import Counter
from collections.abc import Sequence

import click

from xref.cli.options import DONE, REFUSED, exit_code, find_standings
from xref.cli.terminal import counted, tell, tell_problems
from xref.errors import OutputError
from xref.model import CrossReference, Decision, Standing
from xref.rulings import append_decisions, check_reviewer, find_retired, gather, prune, read_lines
from xref.show import show

# 60: enough to know a sentence by, on one line of a terminal
HEAD = 60
_ORDER = ("conflict", "stale text", "stale rule", "orphan")


def tell_status(paths: Sequence[pathlib.Path], result: CrossReference) -> int:
    """Prints the counts, then one line for each decision that somebody must look at."""
    standings, odd = find_standings(paths, result)
    tell_problems(odd)
    click.echo(f"{counted(len(result.hits), 'hit')}: {_counts(standings, 'hit')}")
    retired = len(find_retired(standings, result))
    click.echo(f"{counted(len(result.matches), 'card')}: {_counts(standings, 'pair')}; {retired} retired or dismissed")
    for standing in sorted(standings, key=lambda s: (_ORDER.index(s.state) if s.state in _ORDER else -1, s.id)):
        if standing.state in _ORDER:
            click.echo(show(_line(standing)))
    if odd:
        return REFUSED
    return exit_code(result)


def _counts(standings: Sequence[Standing], kind: str) -> str:
    own = [standing for standing in standings if standing.kind == kind]
    ruled = Counter(standing.ruling for standing in own if standing.ruling)
    states = Counter(standing.state for standing in own)
    stale = states["stale text"] + states["stale rule"]
    return (
        f"{ruled['accepted']} accepted, {ruled['dismissed']} dismissed, {ruled['unsure']} unsure, {stale} stale, "
        f"{states['orphan']} orphaned, {counted(states['conflict'], 'conflict')}"
    )


def _line(standing: Standing) -> str:
    said = ", ".join(f"{each.by}: {each.ruling or 'note'}" for each in standing.decisions)
    words = " / ".join(_head(side.exact) for side in standing.decisions[0].sides)
    now = f" -> “{' / '.join(_head(words) for words in standing.now)}”" if standing.now else ""
    why = f"; {standing.why}" if standing.why else ""
    theme = f" {standing.theme}" if standing.theme else ""
    return f"{standing.state}: {standing.kind} {standing.id}{theme}, {said}: “{words}”{now}{why}"


def _head(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= HEAD else f"{flat[: HEAD - 1]}…"


def import_lines(folder: pathlib.Path, files: Sequence[pathlib.Path]) -> int:
    """Adds the lines of `files` that are not in `folder` yet, each to its reviewer's file."""
    given: list[Decision] = []
    code = DONE
    for path in files:
        try:
            found, odd = read_lines(path.read_bytes(), path.name)
        except OSError as fault:
            raise click.UsageError(f"cannot read {path}: {fault.strerror}: check the spelling") from fault
        tell_problems(odd)
        code = REFUSED if odd else code
        given += found
    for name in sorted({decision.by for decision in given}):
        try:
            check_reviewer(name)
        except ValueError as fault:
            raise OutputError(f"nothing was taken in: {fault}") from fault
    new = gather(folder, given)
    append_decisions(folder, new)
    by = Counter(decision.by for decision in new)
    told = ", ".join(f"{counted(count, 'line')} by {name}" for name, count in sorted(by.items())) or "nothing new"
    tell(f"{counted(len(given), 'line')} read; taken in: {told}")
    return code


def prune_lines(paths: Sequence[pathlib.Path], result: CrossReference) -> int:
    """Drops the lines on words that are gone, and prints each reviewer's."""
    standings, odd = find_standings(paths, result)
    tell_problems(odd)
    gone = [standing for standing in standings if standing.state == "orphan"]
    names = {(standing.id, decision.by) for standing in gone for decision in standing.decisions}
    count = sum(prune(path, lambda line: (line.id, line.by) in names) for path in paths if path.is_dir())
    for standing in gone:
        click.echo(show(_line(standing)))
    tell(f"{counted(count, 'line')} dropped, on {counted(len(gone), 'decision')} whose words are gone")
    return exit_code(result)
