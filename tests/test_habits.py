"""Habits of ARCHITECTURE.md that no linter knows: what may never stand in the program."""

from __future__ import annotations

import ast
import pathlib
import re
from collections.abc import Iterator

import pytest

ROOT = pathlib.Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "xref").rglob("*.py"))
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*") if path.is_file())
# No network, no code from data: a report on leaked papers must not talk to anybody, nor run what they hold.
FORBIDDEN = {
    "pickle", "shelve", "marshal", "yaml", "socket", "requests", "httpx", "urllib.request", "http.client", "ftplib",
    "smtplib", "ssl", "subprocess", "random",
}  # fmt: skip
NUMBERED = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())


def _tree(path: pathlib.Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


@NUMBERED
def test_nothing_dangerous_is_imported(path: pathlib.Path) -> None:
    """No network, no pickle, no YAML, no other programs, no chance."""
    # `xref diff` asks git for a revision; no other place starts a program
    allowed = {"subprocess"} if path.name == "revision.py" else set()
    for name in _imports(_tree(path)):
        assert name in allowed or not any(name == bad or name.startswith(f"{bad}.") for bad in FORBIDDEN), name


@NUMBERED
def test_nothing_is_evaluated(path: pathlib.Path) -> None:
    """No eval, exec or compile of text, and no clock that could reach an output."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in ("eval", "exec", "compile", "__import__"), called
            assert not re.search(r"\b(date|datetime)\.(today|now|utcnow)$|^time\.(time|localtime)$", called), called


@NUMBERED
def test_one_boundary_catches_everything(path: pathlib.Path) -> None:
    """`except Exception` and bare `except` stand in cli/main.py only; and nothing silences a checker."""
    text = path.read_text("utf-8")
    if path.relative_to(ROOT / "src" / "xref").as_posix() != "cli/main.py":
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None
                assert "Exception" not in ast.unparse(node.type).replace("BaseExceptionGroup", "").split(" ")
    assert not re.search(r"# (type: ignore|noqa)|\bTO" r"DO\b|\bFIX" r"ME\b|NotImplementedError", text)


@NUMBERED
def test_files_stay_small(path: pathlib.Path) -> None:
    """A file of 300 lines holds a second room."""
    assert len(path.read_text("utf-8").splitlines()) < 300


@NUMBERED
def test_everything_public_is_explained(path: pathlib.Path) -> None:
    """Every module, class and function that does not begin with an underscore has a docstring; so has each room."""
    tree = _tree(path)
    assert ast.get_docstring(tree), "the module"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name
            for part in node.body if isinstance(node, ast.ClassDef) else []:
                if isinstance(part, ast.FunctionDef) and not part.name.startswith("_"):
                    assert ast.get_docstring(part), f"{node.name}.{part.name}"


@NUMBERED
def test_functions_are_short(path: pathlib.Path) -> None:
    """A function of more than 60 lines is two; the habit is 40, docstring and all."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name


def test_every_room_is_a_package() -> None:
    """A folder of modules has an __init__.py, whose docstring says what the room is for."""
    for folder in {path.parent for path in SOURCES}:
        assert (folder / "__init__.py") in SOURCES, folder


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_escape_everything(path: pathlib.Path) -> None:
    """No filter or block that switches escaping off, no handler attribute, no address outside."""
    text = path.read_text("utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape\s+false", text)
    if path.suffix not in (".js", ".css"):
        assert not re.search(r"\son\w+\s*=", text)
        assert not re.search(r"<[a-z][^>{]*\s[a-z-]+=\{\{", text), "an unquoted attribute"
    assert not re.search(r"(src|href)=[\"']https?://|@import|url\(\s*[\"']?(https?:)?//", text)


def test_the_shipped_text_speaks_of_no_machine() -> None:
    """No file of the program or its manual holds an absolute path of the machine it was written on."""
    for path in (*SOURCES, *TEMPLATES, *ROOT.glob("*.md"), ROOT / "Makefile", *(ROOT / "docs").rglob("*.md")):
        assert not re.search(r"/(home|Users|root)/\w", path.read_text("utf-8")), path
