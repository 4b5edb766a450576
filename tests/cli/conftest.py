"""Calls the command line in this process, on the hand-made result or on files."""

from __future__ import annotations

import pathlib
import tempfile

import pytest
from tests.cli.ran import Command, Ran
from tests.sample import sample

from xref.cli.main import main
from xref.model import CrossReference


@pytest.fixture
def xref(
    capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Runs `xref ARGS...` and gives exit code, standard output and standard error; traces stay with the tests."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("traces")))

    def call(*args: object) -> Ran:
        capsys.readouterr()
        code = main([str(arg) for arg in args])
        return Ran(code, *capsys.readouterr())

    return call


@pytest.fixture
def sampled(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> CrossReference:
    """The current folder is an empty one with a folder seeds, and any run gives the hand-made result."""
    result = sample()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    monkeypatch.setattr("xref.pipeline.cross_reference", lambda *_, **__: result)
    return result


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> pathlib.Path:
    """A folder with two documents and a codebook, beside which the current folder lies."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "gazette.txt").write_text(
        "Ferry sold\nBy Ann Reed\nMay 4, 1999\n\nThe town sold the harbour ferry to a bank. Nobody was asked.\n",
        encoding="utf-8",
    )
    (folder / "herald.txt").write_text(
        "The ferry again\nBy Tom Hale\nJune 9, 2004\n\nOnce more the town sold the harbour ferry, a clerk said.\n",
        encoding="utf-8",
    )
    (folder / "codebook.toml").write_text(
        '[[theme]]\nid = "ferry"\nlabel = "Sale of the ferry"\nphrases = ["sold the ferry", "ferry sold"]\n',
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return folder
