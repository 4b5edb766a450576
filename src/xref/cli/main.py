"""The group `xref`, and the one boundary where exceptions become exit codes.

    0   done
    1   a policy forbids what was found (`xref check`), or a quotation does not hold (`xref verify`)
    2   usage or configuration; nothing was written
    3   done, but some inputs were refused
    4   output could not be written, or state could not be read
    70  a fault of xref itself (EX_SOFTWARE of sysexits.h)
    130 interrupted

An uncaught Python exception would give 1 too, which is why nothing may pass this boundary.
"""

from __future__ import annotations

import difflib
import logging
import os
import pathlib
import sys
import tempfile
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

from xref import __version__
from xref.cli.check import check
from xref.cli.cite import cite
from xref.cli.diff import diff
from xref.cli.discover import discover
from xref.cli.explain import explain
from xref.cli.export import export
from xref.cli.init import init
from xref.cli.options import NO_CACHE
from xref.cli.report import report
from xref.cli.review import review
from xref.cli.show import show
from xref.cli.terminal import tell
from xref.cli.verify import verify
from xref.errors import XrefError
from xref.memory import seldom_collected

USAGE, STATE, BUG, INTERRUPTED = 2, 4, 70, 130

EPILOG = """\b
Examples:
  xref report seeds            compare the documents in seeds, write reports/index.html
  xref review seeds            the same page from this machine; saves what you decide
  xref show documents          what was read: date, outlet, who was in office
  xref show claims --document ID
  xref explain ID              why: all that is known about a match, hit, claim, ...
  xref check seeds             what changed since the findings were accepted; for CI
  xref init FOLDER             a codebook to begin with
"""


@click.group(
    epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, name="xref"
)
@click.version_option(__version__, prog_name="xref")
@click.option("--debug", is_flag=True, expose_value=False, help="Print the trace of a fault of xref, too.")
@click.option("--no-cache", is_flag=True, help="Find everything anew, and keep nothing (XREF_CACHE=off).")
@click.pass_context
def cli(context: click.Context, no_cache: bool) -> None:
    """Lay sources from different dates and administrations side by side.

    xref cuts documents into claims, finds the themes of your codebook in them, and shows which claims of different
    documents belong together, with the exact words, who said them, when, and by which rule each was found.
    """
    context.meta[NO_CACHE] = no_cache


for _command in (report, review, check, diff, show, explain, discover, export, cite, verify, init):
    cli.add_command(_command)


@seldom_collected()
def main(args: Sequence[str] | None = None) -> int:
    """Runs one command (`args`, or the process's) and gives its exit code; never raises but SystemExit."""
    given = list(sys.argv[1:] if args is None else args)
    try:
        with cli.make_context("xref", list(given)) as context:
            return int(cli.invoke(context) or 0)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as fault:
        click.echo(fault.format_message(), err=True)
        return USAGE
    except click.UsageError as fault:
        return _say_usage(fault, given)
    except click.ClickException as fault:
        tell(fault.format_message(), "error")
        return USAGE
    except XrefError as fault:
        tell(fault.message, "error")
        for line in fault.faults:
            tell(f"  {line}")
        return fault.exit_code
    except (KeyboardInterrupt, click.Abort):
        tell("interrupted")
        return INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough: `xref show claims | head`
        return _leave_quietly()
    except OSError as fault:
        tell(f"cannot read or write {fault.filename or 'a file'}: {fault.strerror}", "error")
        return STATE
    except Exception as fault:
        log, trace = _open_trace()
        log.exception("xref %s, Python %s, arguments %r", __version__, sys.version.split()[0], given)
        return _say_bug(fault, given, trace)


def run() -> NoReturn:
    """The command `xref`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a character gets its number, not a crash.
            stream.reconfigure(errors="backslashreplace")
    if os.environ.get("_XREF_COMPLETE"):  # click's shell completion
        cli.main(prog_name="xref")
    code = main()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = _leave_quietly()
    except OSError as fault:
        tell(f"cannot write the output: {fault.strerror}", "error")
        code = STATE
        _leave_quietly()
    sys.exit(code)


def _leave_quietly() -> int:
    # Python flushes once more on its way out, which must not fail again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _say_usage(fault: click.UsageError, given: Sequence[str]) -> int:
    command = next((arg for arg in given if not arg.startswith("-")), "")
    if fault.ctx is not None and fault.ctx.command is cli and command and command not in cli.commands:
        tell(_unknown_command(command), "error")
    else:
        tell(fault.format_message(), "error")
    tell(f"try: {fault.ctx.command_path if fault.ctx else 'xref'} --help")
    return USAGE


def _unknown_command(command: str) -> str:
    if pathlib.Path(command).exists():
        return f"{command} is no command of xref but a file or folder: did you mean `xref report {command}`?"
    near = difflib.get_close_matches(command, sorted(cli.commands), n=1)
    if near:
        return f"xref has no command {command}: did you mean `xref {near[0]}`?"
    return f"xref has no command {command}; it has {', '.join(sorted(cli.commands))}"


def _open_trace() -> tuple[logging.Logger, pathlib.Path]:
    handle, path = tempfile.mkstemp(prefix="xref-", suffix=".txt")
    os.close(handle)
    log = logging.Logger("xref")
    log.addHandler(logging.FileHandler(path, encoding="utf-8", errors="backslashreplace"))
    return log, pathlib.Path(path)


def _say_bug(fault: Exception, given: Sequence[str], trace: pathlib.Path) -> int:
    """Tells where it broke and on what; the message of the exception may be foreign text and stays in the trace."""
    frame = traceback.extract_tb(fault.__traceback__)[-1]
    place = f"{type(fault).__name__} in {pathlib.Path(frame.filename).name} line {frame.lineno}"
    doing = "".join(f"{note}, " for note in getattr(fault, "__notes__", ()))
    if "--debug" in given:
        for line in trace.read_text("utf-8").splitlines():
            tell(line)
    tell(
        f"this is a fault of xref {__version__}, not of your files: {place}, "
        f"{doing}while running `xref {' '.join(given)}`; the trace is in {trace}, please report it",
        "error",
    )
    return BUG
