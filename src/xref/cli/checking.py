"""One run of `xref check`: what was found against what was accepted, told by the policy, or accepted."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs
import click

from xref.cli.accepting import update
from xref.cli.options import FAILED, exit_code, find_standings
from xref.cli.output import write_output
from xref.cli.terminal import counted, tell_problems
from xref.model import CrossReference

if TYPE_CHECKING:
    from xref.check import Change, Snapshot
    from xref.check.scope import Scope


class Run:
    """One check: the result, what it is held against, and how much of it."""

    def __init__(
        self,
        result: CrossReference,
        paths: Sequence[pathlib.Path],
        path: pathlib.Path,
        before: Snapshot | None,
        scope: Scope,
    ) -> None:
        from xref.check import take_snapshot

        self.result, self.paths, self.path = result, paths, path
        self.corpus = shown(paths)
        self.now = take_snapshot(result)
        self.before = before
        self.scope = attrs.evolve(scope, only=self.only(), apart=frozenset(self.unread().values()))
        if self.scope.only is not None and before and before.codebook and not result.codebook.digest:
            raise click.UsageError("single files bring no codebook: name the one that was used with --codebook")

    def only(self) -> frozenset[str] | None:
        """The ids of the documents that were looked at, when single files were named; else None."""
        if not all(path.is_file() for path in self.paths):
            return None
        names = {path.name for path in self.paths}
        known = self.before.sources if self.before else ()
        return frozenset({s.id for s in self.now.sources} | {s.id for s in known if s.path in names})

    def unread(self) -> dict[str, str]:
        """Path → id of documents of the baseline that are there and could not be read."""
        known = {source.path: source.id for source in self.before.sources} if self.before else {}
        return {p.where: known[p.where] for p in self.result.problems if p.level == "refused" and p.where in known}

    def run(self, given: dict[str, Any]) -> int:
        """Tells what was found in the formats asked for, or accepts it; gives the exit code."""
        from xref.check import judge
        from xref.check.outputs import WRITERS, write_summary

        found = self.find()
        if given["update"] or given["interactive"]:
            return update(self, found, given)
        others = (*self.look(), *self.lint(given))
        verdict = judge((*found, *others), self.policy(given), self.unchanged(), self.checked())
        told = WRITERS[given["form"]](verdict, self.corpus)
        if given["form"] == "text":
            click.echo(told, nl=False)
        else:
            write_output([told])
        for form, file in given["also"]:
            write_output([WRITERS[form](verdict, self.corpus)], file)
        if given["summary"]:
            given["summary"].parent.mkdir(parents=True, exist_ok=True)
            with given["summary"].open("a", encoding="utf-8") as summary:
                summary.write(write_summary(verdict, self.corpus))
        refused = [problem for problem in self.result.problems if problem.level == "refused"]
        tell_problems(refused)
        if verdict.failed and not given["exit_zero"]:
            return FAILED
        return exit_code(self.result)

    def find(self) -> tuple[Change, ...]:
        """What differs from the accepted findings, within the scope; from none, where there is no baseline yet."""
        from xref.check import Change, Snapshot, find_changes

        before = self.before or Snapshot((), (), (), self.now.codebook, self.now.engine, themes=self.now.themes)
        found = find_changes(*self.scope.both(before, self.now))
        why = {problem.where: problem.message for problem in self.result.problems if problem.level == "refused"}
        lost = []
        for path, name in sorted(self.unread().items()):
            hits = counted(sum(hit.document == name for hit in before.hits), "hit")
            lost.append(
                Change("removed", f"{path} could not be read, and its {hits} not looked for: {why[path]}", path)
            )
        return (*found, *lost)

    def unchanged(self) -> int:
        """How many hits within the scope are accepted ones."""
        from xref.check.changes import count_unchanged

        return count_unchanged(*self.scope.both(self.before, self.now)) if self.before else 0

    def look(self) -> list[Change]:
        """Decisions that somebody must look at again, within the scope."""
        from xref.check import find_review_changes
        from xref.read import find_setup
        from xref.rulings import find_retired

        standings, odd = find_standings(self.paths, self.result)
        tell_problems(odd)
        share = find_setup(self.paths).reviewed_share
        changes = find_review_changes(standings, find_retired(standings, self.result), self.result, share)
        return self.within(list(changes))

    def lint(self, given: dict[str, Any]) -> list[Change]:
        """What is odd about codebook and corpus, within the scope."""
        from xref.check import find_lint

        found = self.within(find_lint(self.result))
        book = given["codebook"]
        if book is None:
            return found
        # one that lies elsewhere is told by its own path, and not as a file of the corpus
        path = pathlib.Path(os.path.relpath(book, self.corpus or ".")).as_posix()
        return [attrs.evolve(c, document=path) if c.document == self.result.codebook.path else c for c in found]

    def within(self, changes: Sequence[Change]) -> list[Change]:
        """Those of the scope's themes and documents; what concerns no document is of all of them."""
        known = {source.path for source in self.now.sources}
        inside, themes = {source.path for source in self.scope.of(self.now).sources}, self.scope.themes
        # of the codebook nothing is said by single files: what a theme finds elsewhere was not looked for
        beside = known - inside if self.scope.only is None else {c.document for c in changes} - inside
        return [c for c in changes if c.document not in beside and (not themes or c.theme in themes)]

    def policy(self, given: dict[str, Any]) -> dict[str, str]:
        """Class → level, the flags before xref.toml."""
        from xref.read import find_setup

        said = dict(find_setup(self.paths).check)
        return said | dict.fromkeys(given["warn_on"], "warn") | dict.fromkeys(given["fail_on"], "fail")

    def checked(self) -> str:
        """What was looked at, in words."""
        sources, themes = len(self.scope.of(self.now).sources), len(self.scope.themes or self.result.codebook.themes)
        part = "" if self.scope.whole else " (a part; the rest was left alone)"
        return f"checked {counted(sources, 'document')}, {counted(themes, 'theme')}{part}"


def shown(paths: Sequence[pathlib.Path]) -> str:
    """Where the corpus lies, as paths in a repository begin: relative, with forward slashes; single files in theirs.

    Empty when that is no one folder.
    """
    folders = {path if path.is_dir() else path.parent for path in paths}
    if len(folders) != 1:
        return ""
    (path,) = folders
    if path.is_absolute():
        try:
            path = path.relative_to(os.getcwd())
        except ValueError:
            return path.as_posix()
    return "" if path == pathlib.Path() else path.as_posix()
