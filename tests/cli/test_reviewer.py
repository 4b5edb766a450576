"""Who decides when nobody is named."""

from __future__ import annotations

import getpass
import pathlib

import pytest

from xref.cli.reviewer import find_reviewer


@pytest.fixture(autouse=True)
def home(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr(getpass, "getuser", lambda: "apoe")
    (tmp_path / "papers").mkdir()
    monkeypatch.chdir(tmp_path / "papers")
    return tmp_path


def test_given(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that was given is taken as it is, and nothing is said."""
    assert find_reviewer("Ann Poe") == "Ann Poe"
    assert capsys.readouterr().err == ""


def test_git_goes_before_the_system(home: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """user.name of git, the repository's before the user's own; said aloud."""
    (home / ".gitconfig").write_text(
        '[core]\n\tname = x\n[user]\n\temail = a@b\n\tname = "Ann (A.) Poe" # me\n', "utf-8"
    )
    assert find_reviewer(None) == "Ann A. Poe"
    assert "git's user.name" in capsys.readouterr().err
    (home / "papers" / ".git").mkdir()
    (home / "papers" / ".git" / "config").write_text("[user]\nname=Анна По\n", "utf-8")
    assert find_reviewer("") == "Анна По"


def test_the_system_at_last(capsys: pytest.CaptureFixture[str]) -> None:
    """Without git it is the user of the machine, said aloud."""
    assert find_reviewer(None) == "apoe"
    assert "your name on this machine" in capsys.readouterr().err
