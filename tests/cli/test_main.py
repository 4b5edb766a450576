"""The boundary: which exit code each kind of end has, and what is said."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Callable

import click
import pytest
from tests.cli.ran import Command

from xref import __version__
from xref.cli.main import cli
from xref.errors import CodebookError, LookupFault, OutputError
from xref.model import CrossReference


def _raising(fault: BaseException) -> Callable[..., CrossReference]:
    def run(*_: object, **__: object) -> CrossReference:
        raise fault

    return run


def test_help_and_version(xref: Command) -> None:
    """Asked for, both go to standard output with exit 0; each command's help has an example."""
    assert xref("--version").out == f"xref, version {__version__}\n"
    for args in (["--help"], ["-h"], *([name, "--help"] for name in cli.commands)):
        ran = xref(*args)
        assert ran.code == 0, args
        assert "xample" in ran.out
        assert not ran.err


def test_nothing_said_shows_the_help(xref: Command) -> None:
    """`xref` alone is wrong usage, answered with the help."""
    ran = xref()
    assert (ran.code, ran.out) == (2, "")
    assert "Commands:" in ran.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["seeds"], "did you mean `xref report seeds`?"),
        (["raport"], "did you mean `xref report`?"),
        (["qqq"], "report, review, show"),
        (["report", "--codbook", "x"], "--codebook"),
        (["show", "claim"], "claims"),
        (["show"], "KIND"),
        (["explain"], "ID"),
    ],
)
def test_wrong_usage_is_answered_with_the_right_one(
    xref: Command, sampled: CrossReference, args: list[str], said: str
) -> None:
    """Exit 2, and the message says what was probably meant and where help is."""
    ran = xref(*args)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "--help" in ran.err


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        (CodebookError("broken", ("line 1: x", "line 2: y")), 2, "error: broken\n  line 1: x\n  line 2: y\n"),
        (LookupFault("no theme x"), 2, "error: no theme x\n"),
        (OutputError("disk full"), 4, "error: disk full\n"),
        (PermissionError(13, "Permission denied", "seeds/a.txt"), 4, "seeds/a.txt: Permission denied"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (click.Abort(), 130, "interrupted"),
        (click.ClickException("odd"), 2, "odd"),
    ],
)
def test_each_fault_has_its_code(
    xref: Command, sampled: CrossReference, monkeypatch: pytest.MonkeyPatch, fault: BaseException, code: int, said: str
) -> None:
    """Every fault that stops a run ends in one code and a message in our words."""
    monkeypatch.setattr("xref.pipeline.cross_reference", _raising(fault))
    ran = xref("show", "claims")
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_our_bug_is_called_one(xref: Command, sampled: CrossReference, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 70: one line that takes the blame, names the input, and says where the trace lies; no foreign text in it."""
    fault = ZeroDivisionError("\x1b]0;owned\x07")
    fault.add_note("document 004.txt")
    monkeypatch.setattr("xref.pipeline.cross_reference", _raising(fault))
    ran = xref("show", "claims", "seeds")
    assert ran.code == 70
    assert ran.err.count("\n") == 1
    assert "fault of xref" in ran.err
    assert "document 004.txt" in ran.err
    assert "`xref show claims seeds`" in ran.err
    assert "owned" not in ran.err
    trace = pathlib.Path(re.findall(r"the trace is in (\S+\.txt)", ran.err)[0])
    assert "ZeroDivisionError" in trace.read_text("utf-8")
    trace.unlink()


def test_debug_prints_the_trace(xref: Command, sampled: CrossReference, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --debug the trace comes on standard error, still without control characters."""
    monkeypatch.setattr("xref.pipeline.cross_reference", _raising(ZeroDivisionError("\x1b[2J")))
    ran = xref("--debug", "show", "claims")
    assert ran.code == 70
    assert "Traceback" in ran.err
    assert "\x1b" not in ran.err


def test_messages_cannot_drive_the_terminal(xref: Command, sampled: CrossReference) -> None:
    """A file name with escape sequences is printed with its escapes made visible."""
    pathlib.Path("a\x1b[2Jb").mkdir()
    ran = xref("a\x1b[2Jb")
    assert ran.code == 2
    assert "\x1b" not in ran.err
