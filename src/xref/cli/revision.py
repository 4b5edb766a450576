"""A corpus as it was at a revision of git: the files that git archives, in a folder that is thrown away.

The one place where xref starts another program: git, by its name, with a fixed list of arguments and no shell.
"""

from __future__ import annotations

import io
import pathlib
import shutil
import subprocess
import tarfile

import click

from xref.errors import CorpusError


def take_revision(name: str, folder: pathlib.Path, into: pathlib.Path) -> pathlib.Path:
    """Writes `folder` of the revision `name` below `into` and gives where it is now.

    Raises click.UsageError when `name` is no revision here or `folder` lies outside of the repository, CorpusError when
    the revision has no such folder. Only regular files are written, never one outside of `into`.
    """
    if shutil.which("git") is None:
        raise click.UsageError(f"{name} is no folder, and there is no git here to look it up as a revision")
    found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found.returncode:
        raise click.UsageError(f"{name} is neither a folder nor a revision of git here: check the spelling")
    if folder.is_absolute() or ".." in folder.parts:
        raise click.UsageError(f"--corpus {folder}: with a revision, name a folder below this one, such as seeds")
    # from the current folder on, as paths are typed
    packed = _git("archive", "--format=tar", found.stdout.decode().strip(), "--", folder.as_posix())
    if packed.returncode:
        raise CorpusError(f"{name} has no folder {folder}")
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as files:
        for member in files:
            inside = pathlib.PurePosixPath(member.name)
            body = files.extractfile(member) if member.isreg() else None
            if body is None or inside.is_absolute() or ".." in inside.parts:
                continue
            target = into / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(body.read())
    return into / folder


def _git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *arguments], capture_output=True, check=False)
