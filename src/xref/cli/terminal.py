"""What people see on standard error: one line a message, and a line of progress where a terminal is there to show it.

Every message goes through `xref.show`, so that no text of a document or file name can move the cursor, rename the
window or reverse the line. Colour only on a terminal, and not when NO_COLOR is set (no-color.org).
"""

from __future__ import annotations

import contextlib
import os
import shlex
import sys
import time
from collections.abc import Callable, Iterable, Iterator

import click

from xref.model import Problem
from xref.show import disarm, show

COLOURS = {"error": "red", "refused": "red", "warning": "yellow"}
# 20: more is a list to read in the report, not on a terminal
SHOWN_PROBLEMS = 20
# 0.1 s: faster is flicker
REDRAW = 0.1


def tell(text: str, level: str = "") -> None:
    """Prints one line on standard error, with `level` ("error", "warning", "refused" or nothing) before it."""
    line = disarm(show(text))
    if level:
        mark = f"{level}:"
        line = f"{click.style(mark, fg=COLOURS.get(level), bold=True) if _may_colour() else mark} {line}"
    click.echo(line, err=True, color=True)


def tell_problems(problems: Iterable[Problem]) -> None:
    """One line for each refused or doubtful input, refused first, at most SHOWN_PROBLEMS; notes are left out."""
    told = [p for level in ("refused", "warning") for p in problems if p.level == level]
    for problem in told[:SHOWN_PROBLEMS]:
        where = f"{problem.where}, {problem.place}" if problem.place else problem.where
        tell(f"{where}: {problem.message}; {problem.advice}", problem.level)
    if len(told) > SHOWN_PROBLEMS:
        tell(f"and {len(told) - SHOWN_PROBLEMS} more: {show_problems()}")


def show_problems() -> str:
    """The command that lists all problems of the corpus at hand, to be typed as it stands."""
    context = click.get_current_context(silent=True)
    corpus = context.params.get("corpus") or () if context else ()
    return shlex.join(["xref", "show", "problems", *map(str, corpus)])


def counted(number: int, one: str, many: str = "") -> str:
    """`number` with its noun: "1 hit", "2 hits"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


@contextlib.contextmanager
def progress_line(quiet: bool) -> Iterator[Callable[[str, int, int], None] | None]:
    """A callback (stage, done, total) that redraws one line; None when nobody would see it. Wiped at the end."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    drawn = 0.0

    def draw(stage: str, done: int, total: int) -> None:
        nonlocal drawn
        now = time.monotonic()
        if now - drawn >= REDRAW:
            drawn = now
            click.echo(f"\r\x1b[K{show(stage)} {done}/{total}", err=True, nl=False, color=True)

    try:
        yield draw
    finally:
        click.echo("\r\x1b[K", err=True, nl=False, color=True)


def _may_colour() -> bool:
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
