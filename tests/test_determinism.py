"""Same input, same bytes: on any machine, locale, time zone, hash seed, folder and order of files."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import pytest

SEEDS = pathlib.Path(__file__).parents[1] / "seeds"
OWN = ("codebook.toml", "catalog.toml", "xref.toml")


def _copy(target: pathlib.Path, backwards: bool) -> pathlib.Path:
    """The seeds again, written in the other order, since some file systems list files in the order of writing."""
    target.mkdir(parents=True)
    for path in sorted(SEEDS.iterdir(), reverse=backwards):
        if path.is_file():
            (target / path.name).write_bytes(path.read_bytes())
    return target


def _report(cwd: pathlib.Path, corpus: list[str], **env: str) -> dict[str, bytes]:
    """Runs `xref report` in another process and gives every byte that it wrote."""
    cwd.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "xref", "report", *corpus, "-o", "out", "-q"]
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **env}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return {path.name: path.read_bytes() for path in sorted((cwd / "out").iterdir())}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The outputs of one plain run."""
    folder = tmp_path_factory.mktemp("first")
    _copy(folder / "seeds", backwards=False)
    return _report(folder, ["seeds"], PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "random", "LANG": "de_DE.UTF-8", "LC_ALL": "", "PYTHONUTF8": "0"},
    ],
    ids=["auckland", "adak", "random"],
)
def test_same_bytes_everywhere(tmp_path: pathlib.Path, first: dict[str, bytes], env: dict[str, str]) -> None:
    """Another hash seed, time zone, locale, folder and order of files give the same bytes in every file."""
    folder = tmp_path / "another place"
    corpus = _copy(folder / "seeds", backwards=True)
    again = _report(folder / "below", [str(corpus)], **env)
    assert sorted(again) == sorted(first)
    for name, written in first.items():
        assert again[name] == written, name


@pytest.mark.slow
def test_order_of_arguments(tmp_path: pathlib.Path) -> None:
    """Files named one by one give the same bytes in any order."""
    corpus = _copy(tmp_path / "seeds", backwards=False)
    files = [str(path) for path in sorted(corpus.iterdir()) if path.name not in OWN]
    book = ["--codebook", str(corpus / "codebook.toml")] if (corpus / "codebook.toml").exists() else []
    there = _report(tmp_path / "a", [*files, *book], PYTHONHASHSEED="0")
    back = _report(tmp_path / "b", [*reversed(files), *book], PYTHONHASHSEED="1")
    assert there == back


@pytest.mark.slow
def test_nothing_of_the_machine_gets_in(tmp_path: pathlib.Path, first: dict[str, bytes]) -> None:
    """No absolute path and no name of the user stands in an output."""
    for name, written in first.items():
        for word in (str(tmp_path.parent), str(pathlib.Path.home()) + os.sep, str(SEEDS.parent)):
            assert word.encode() not in written, name
