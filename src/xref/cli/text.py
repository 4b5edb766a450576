"""`xref show text`: the text of record of one document, character for character."""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Sequence

import click

from xref.cli.lookup import pick_document
from xref.cli.options import DEFAULT_CORPUS, DONE, REFUSED
from xref.cli.terminal import tell_problems
from xref.show import show


def print_text(corpus: Sequence[pathlib.Path], name: str = "") -> int:
    """Prints the text of the file in `corpus`, or of the document called `name` there; gives the exit code.

    What is no file or folder in `corpus` is taken for an id. Raises click.UsageError when it is not clear which text is
    meant, LookupFault when no document carries the id.
    """
    from xref.read import read_corpus

    paths = [path for path in corpus if path.exists()]
    missing = [path.as_posix() for path in corpus if not path.exists()]
    names = [name, *missing] if name else missing
    if names and not paths and DEFAULT_CORPUS.is_dir():
        paths = [DEFAULT_CORPUS]
    if len(names) > 1 or not paths or (not names and (len(paths) > 1 or paths[0].is_dir())):
        raise click.UsageError("show text takes one file, or a corpus and an id: xref show text FILE, or --document ID")
    read = read_corpus(paths)
    if names:
        refused = [problem for problem in read.problems if problem.where == names[0] and problem.level == "refused"]
        found = None if refused else pick_document(read.documents, names[0])
    else:
        refused, found = list(read.problems), next(iter(read.documents), None)
    if found is None:
        tell_problems(refused)
        return REFUSED
    if sys.stdout.isatty():
        # a terminal obeys what it reads: what a file would hold as it is, it is shown
        click.echo(show(found.text, lines=True), nl=False)
    else:
        # as bytes: a text stream would rewrite line ends, and could not encode every character
        sys.stdout.buffer.write(found.text.encode("utf-8"))
    return DONE
