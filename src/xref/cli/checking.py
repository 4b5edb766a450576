"""One run of `xref check`: what was found against what was accepted, told by the policy, or accepted."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from xref.cli.options import FAILED, exit_code, find_standings
from xref.cli.output import write_output
from xref.cli.terminal import counted, tell, tell_problems
from xref.model import CrossReference
from xref.show import disarm, show

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

        self.result, self.paths, self.path, self.scope = result, paths, path, scope
        self.now = take_snapshot(result)
        self.before = before

    def run(self, given: dict[str, Any]) -> int:
        """Tells what was found in the formats asked for, or accepts it; gives the exit code."""
        from xref.check import judge
        from xref.check.outputs import WRITERS, write_summary

        found = self.find()
        if given["update"] or given["interactive"]:
            return self.update(found, given["interactive"])
        others = (*self.look(), *self.lint())
        verdict = judge((*found, *others), self.policy(given), self.unchanged(), self.checked())
        corpus = _shown(self.paths)
        told = WRITERS[given["form"]](verdict, corpus)
        if given["form"] == "text":
            click.echo(told, nl=False)
        else:
            write_output([told])
        for form, file in given["also"]:
            write_output([WRITERS[form](verdict, corpus)], file)
        if given["summary"]:
            given["summary"].parent.mkdir(parents=True, exist_ok=True)
            with given["summary"].open("a", encoding="utf-8") as summary:
                summary.write(write_summary(verdict, corpus))
        refused = [problem for problem in self.result.problems if problem.level == "refused"]
        tell_problems(refused)
        if verdict.failed and not given["exit_zero"]:
            return FAILED
        return exit_code(self.result)

    def find(self) -> tuple[Change, ...]:
        """What differs from the accepted findings, within the scope."""
        from xref.check import find_changes

        if self.before is None:
            return ()
        return find_changes(self.scope.of(self.before), self.scope.of(self.now))

    def unchanged(self) -> int:
        """How many hits within the scope are accepted ones."""
        kept = {hit.key for hit in self.scope.of(self.before).hits} if self.before else set()
        return sum(hit.key in kept for hit in self.scope.of(self.now).hits)

    def look(self) -> list[Change]:
        """Decisions that somebody must look at again, within the scope."""
        from xref.check import find_review_changes
        from xref.read import find_setup
        from xref.rulings import find_retired

        standings, odd = find_standings(self.paths, self.result)
        tell_problems(odd)
        share = find_setup(self.paths).reviewed_share
        changes = find_review_changes(standings, find_retired(standings, self.result), self.result, share)
        return self.within(changes)

    def lint(self) -> list[Change]:
        """What is odd about codebook and corpus, within the scope."""
        from xref.check import find_lint

        return self.within(find_lint(self.result))

    def within(self, changes: Iterable[Change]) -> list[Change]:
        """Those of the scope's themes and documents; what concerns no document is of all of them."""
        outside = {s.path for s in self.now.sources} - {s.path for s in self.scope.of(self.now).sources}
        themes = self.scope.themes
        return [c for c in changes if c.document not in outside and (not themes or c.theme in themes)]

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

    def update(self, found: tuple[Change, ...], ask: bool) -> int:
        """Accepts what was found: all of it, or document by document."""
        from xref.check import judge, write_baseline
        from xref.check.bands import MARGIN
        from xref.check.baseline import keep_bands
        from xref.check.outputs import write_text
        from xref.check.scope import accept, join
        from xref.save import save_file

        new, before = self.now, self.before
        if before is not None:
            new = join(self.scope.of(keep_bands(self.now, before, MARGIN)), self.scope.rest(before))
            if ask:
                left = self.ask(found)
                new = accept(before, new, left)
                found = tuple(change for change in found if change.document not in left)
            elif found:
                click.echo(write_text(judge(found, {}, self.unchanged(), self.checked()), _shown(self.paths)), nl=False)
        save_file(self.path, write_baseline(new))
        size = ", ".join(
            counted(len(part), noun)
            for part, noun in ((new.sources, "document"), (new.hits, "hit"), (new.cards, "card"))
        )
        tell(f"accepted {counted(len(found), 'change')} -> {self.path}: {size}; commit it")
        return exit_code(self.result)

    def ask(self, found: tuple[Change, ...]) -> list[str]:
        """The paths of documents whose changes are not accepted."""
        from xref.check import judge
        from xref.check.outputs import write_text

        refused = []
        for path in dict.fromkeys(change.document for change in found if change.document):
            own = tuple(change for change in found if change.document == path)
            text = write_text(judge(own, {}, 0, ""), _shown(self.paths))
            click.echo("\n".join(text.splitlines()[:-1]))
            if not click.confirm(disarm(show(f"accept what changed in {path}?")), default=False, err=True):
                refused.append(path)
        return refused


def _shown(paths: Sequence[pathlib.Path]) -> str:
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
