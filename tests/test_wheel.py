"""What is shipped works: the wheel, installed into an empty environment, reports on papers of its own."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import tarfile
import zipfile

import pytest

ROOT = pathlib.Path(__file__).parents[1]
# 600 s: a cold cache has to fetch rapidfuzz
PATIENCE = 600

pytestmark = pytest.mark.slow


def _run(*command: str | os.PathLike[str], cwd: pathlib.Path) -> str:
    """Runs a program without the tests' own Python settings; gives both its outputs."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A folder with the wheel and the source archive."""
    folder = tmp_path_factory.mktemp("dist")
    # Without isolation: hatchling is among the tests' own tools, so that nothing more is fetched.
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ".", cwd=ROOT)
    return folder


def test_no_corpus_is_shipped(dist: pathlib.Path) -> None:
    """The texts in seeds belong to their authors: they are in neither archive, nor is anything written there."""
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    assert not [name for name in names if "seeds" in name or name.startswith("tests")]
    assert {name.split("/")[0].split("-")[0] for name in names} == {"xref"}
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        inside = [name.partition("/")[2] for name in archive.getnames()]
    assert not [name for name in inside if name.startswith(("seeds", "reports", ".venv"))]
    assert {"pyproject.toml", "README.md", "LICENSE", "src/xref/__init__.py"} <= set(inside)


def test_the_wheel_carries_its_templates_and_data(dist: pathlib.Path) -> None:
    """Every template and data file of the checkout is in the wheel."""
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    for source, target in ((ROOT / "templates", "xref/templates"), (ROOT / "src/xref/data", "xref/data")):
        for path in source.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"{target}/{path.relative_to(source).as_posix()}" in names


def test_installed_in_an_empty_environment(dist: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """With nothing but what the wheel asks for, `xref report` writes a whole page from another folder."""
    _run(sys.executable, "-m", "venv", tmp_path / "env", cwd=tmp_path)
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    _run(python, "-m", "pip", "install", "--quiet", next(dist.glob("*.whl")), cwd=tmp_path)
    papers = tmp_path / "elsewhere" / "papers"
    papers.mkdir(parents=True)
    for name, day in (("gazette", "May 4, 1999"), ("herald", "June 9, 2004")):
        text = f"The ferry\nBy Ann Reed\n{day}\n\nThe town sold the harbour ferry to a bank, the {name} said.\n"
        (papers / f"{name}.txt").write_text(text, encoding="utf-8")
    (papers / "codebook.toml").write_text(
        '[[theme]]\nid = "ferry"\nlabel = "Sale of the ferry"\nphrases = ["sold the harbour ferry"]\n',
        encoding="utf-8",
    )
    said = _run(python.with_name("xref"), "report", "papers", cwd=papers.parent)
    assert "2 documents" in said
    page = (papers.parent / "reports" / "index.html").read_text("utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert "sold the harbour ferry" in page
    assert "Sale of the ferry" in page
