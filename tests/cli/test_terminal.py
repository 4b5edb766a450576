"""What goes to standard error, and when."""

from __future__ import annotations

import io
import pathlib
import re
import sys

import pytest
from tests.cli.ran import Command

from xref.cli.terminal import counted, progress_line, tell


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """Makes standard error a terminal; not as a fixture, since pytest puts its own stream back before the test."""
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return stream


def test_colour_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """The level is coloured on a terminal, and plain with NO_COLOR, on a dumb terminal, or in a file."""
    terminal = _on_a_terminal(monkeypatch)
    tell("a", "error")
    assert "\x1b[" in terminal.getvalue()
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        with monkeypatch.context() as patched:
            patched.setenv(name, value)
            terminal.truncate(0)
            terminal.seek(0)
            tell("a", "error")
            assert terminal.getvalue() == "error: a\n"
    plain = io.StringIO()
    monkeypatch.setattr(sys, "stderr", plain)
    tell("a", "error")
    assert plain.getvalue() == "error: a\n"


def test_progress_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that is redrawn and wiped; nothing when quiet, on a dumb terminal, or in a file."""
    terminal = _on_a_terminal(monkeypatch)
    with progress_line(quiet=False) as progress:
        assert progress is not None
        progress("reading", 1, 5)
    assert "reading 1/5" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
    with progress_line(quiet=True) as progress:
        assert progress is None
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress_line(quiet=False) as progress:
        assert progress is None


def test_counted() -> None:
    """One is singular."""
    assert [counted(n, "match", "matches") for n in (0, 1, 2)] == ["0 matches", "1 match", "2 matches"]
    assert counted(2, "hit") == "2 hits"


def test_hints_can_be_typed(xref: Command, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a message tells to type names the corpus at hand and the command that was meant."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my papers").mkdir()
    (tmp_path / "my papers" / "a.txt").write_text("The quay was sold on Monday.\n", encoding="utf-8")
    (tmp_path / "my papers" / "b.txt").touch()
    assert "not in the result: xref show problems 'my papers'" in xref("show", "claims", "my papers").err
    assert "e.g. `xref explain a:3 my-documents`" in xref("explain", "a:3").err
    assert "e.g. `xref show claims my-documents`" in xref("show", "claims").err


@pytest.mark.parametrize("said", ["::stop-commands::x", "  ::error file=a::b", "\t::add-mask::c", "\n::debug::d"])
def test_no_line_is_a_command_of_a_runner(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub's runner reads standard error, too, and trims what stands before ::."""
    plain = io.StringIO()
    monkeypatch.setattr(sys, "stderr", plain)
    tell(said)
    tell(f"a ##vso[task.complete]b ##teamcity[c] ##[d] {said}", "warning")
    lines = plain.getvalue().splitlines()
    assert len(lines) == 2
    assert not any(line.strip().startswith("::") or re.search(r"##\w*\[", line) for line in lines)
