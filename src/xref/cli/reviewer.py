"""Who decides: the name that is given, else git's, else the system's, said aloud."""

from __future__ import annotations

import getpass
import os
import pathlib
import re

import click

from xref.cli.terminal import tell
from xref.rulings import check_reviewer

_SECTION = re.compile(r"\s*\[([^\]]*)\]")
_NAME = re.compile(r"\s*name\s*=\s*\"?([^\"#;\n]+?)\"?\s*(?:[#;].*)?$", re.IGNORECASE)


def find_reviewer(given: str | None) -> str:
    """`given`, else git's user.name, else the name of the system's user; raises click.UsageError when none will do."""
    try:
        if given:
            return check_reviewer(given)
        name, source = _from_git(), "git's user.name"
        if not name:
            name, source = _from_system(), "your name on this machine"
        # a full name in a settings file may hold what no file name may
        name = check_reviewer(re.sub(r"[^\w .@-]", "", name)[:40].strip(" .-"))
    except ValueError as fault:
        raise click.UsageError(f"{fault}; give one with --reviewer NAME") from fault
    tell(f"reviewer: {name}, {source}; --reviewer NAME or XREF_REVIEWER says otherwise")
    return name


def _from_git() -> str:
    """user.name of the repository at hand, else of the user."""
    home = pathlib.Path(os.path.expanduser("~"))
    config = pathlib.Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    here = pathlib.Path.cwd()
    near = [folder / ".git" / "config" for folder in (here, *here.parents)]
    for path in (*near, home / ".gitconfig", config / "git" / "config"):
        if name := _user_name(path):
            return name
    return ""


def _user_name(path: pathlib.Path) -> str:
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    section, found = "", ""
    for line in lines:
        if head := _SECTION.match(line):
            section = head[1].strip().lower()
        elif section == "user" and (name := _NAME.match(line)):
            found = name[1].strip()
    return found


def _from_system() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return ""
