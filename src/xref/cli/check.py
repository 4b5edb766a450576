"""`xref check`: what changed in the findings since people accepted them, and whether the policy forbids it."""

from __future__ import annotations

import os
import pathlib
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from xref.cli.options import (
    FAILED,
    codebook_option,
    corpus_argument,
    exit_code,
    find_corpus,
    find_result,
    find_standings,
    type_path,
)
from xref.cli.terminal import counted, tell, tell_problems
from xref.errors import BaselineError
from xref.model import CrossReference

if TYPE_CHECKING:
    from xref.check import Change, Snapshot
    from xref.check.scope import Scope

BASELINE = pathlib.Path("reports/baseline.jsonl")
FORMATS = ("text", "json", "github", "sarif", "junit", "markdown")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _classes(context: click.Context, option: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    from xref.check import CLASSES

    names = [name for each in given for name in each.replace(" ", "").split(",") if name]
    for name in names:
        if name not in CLASSES:
            raise click.BadParameter(f"no class “{name}”; known are {', '.join(CLASSES)}")
    return tuple(names)


def _day(context: click.Context, option: click.Parameter, given: str) -> str:
    if given and not _DAY.fullmatch(given):
        raise click.BadParameter(f"“{given}” is no day: write it as 2013-05-15")
    return given


def _also(
    context: click.Context, option: click.Parameter, given: Sequence[str]
) -> tuple[tuple[str, pathlib.Path], ...]:
    found = []
    for each in given:
        form, _, path = each.partition("=")
        if form not in FORMATS or not path:
            raise click.BadParameter(f"“{each}”: write FORMAT=FILE with one of {', '.join(FORMATS)}")
        found.append((form, pathlib.Path(path)))
    return tuple(found)


@click.command(
    epilog="Example: xref check seeds --format github. Exit codes: 0 nothing that the policy forbids, 1 something it "
    "does, 2 usage or no baseline, 3 some input was refused. Classes and levels: docs/check.md.",
    short_help="Compare the findings with the accepted ones; for CI.",
)
@corpus_argument
@codebook_option
@click.option(
    "--baseline", type=type_path, default=BASELINE, show_default=True, metavar="FILE", help="The accepted findings."
)
@click.option("--update", is_flag=True, help="Print what differs, and accept all of it.")
@click.option("--interactive", is_flag=True, help="Ask document by document what to accept.")
@click.option("--fail-on", multiple=True, callback=_classes, metavar="CLASS,...", help="Classes of changes that fail.")
@click.option("--warn-on", multiple=True, callback=_classes, metavar="CLASS,...", help="Classes that only warn.")
@click.option("--exit-zero", is_flag=True, help="Tell everything, fail on nothing.")
@click.option("--theme", "themes", multiple=True, metavar="ID", help="Only this theme; the rest is left alone.")
@click.option("--since", default="", callback=_day, metavar="DAY", help="Only documents published from this day on.")
@click.option("--until", default="", callback=_day, metavar="DAY", help="Only documents published up to this day.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="What is printed."
)
@click.option("--also", multiple=True, callback=_also, metavar="FORMAT=FILE", help="Write another format to a file.")
@click.option("--summary", type=type_path, metavar="FILE", help="Append Markdown, e.g. to $GITHUB_STEP_SUMMARY.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def check(corpus: tuple[pathlib.Path, ...], codebook: pathlib.Path | None, baseline: pathlib.Path, **given: Any) -> int:
    """Compare what xref finds in CORPUS with the accepted findings in reports/baseline.jsonl.

    Tells documents, hits and cards that came, went or changed, decisions that hold no longer, promises of the codebook
    that are broken, and what is odd about it. A sentence that only stands elsewhere is no change.
    """
    from xref.check.scope import Scope

    paths = find_corpus(corpus)
    before = _read(baseline, given["update"])
    result = find_result(paths, codebook, given["quiet"])
    scope = Scope(frozenset(_known(given["themes"], result)), given["since"], given["until"])
    return _Run(result, paths, baseline, before, scope).run(given)


def _known(themes: Sequence[str], result: CrossReference) -> list[str]:
    try:
        return [result.codebook.theme(name).id for name in themes]
    except KeyError as fault:
        ids = ", ".join(theme.id for theme in result.codebook.themes)
        raise click.UsageError(f"no theme {fault.args[0]}; the codebook has {ids or 'none'}") from fault


def _read(path: pathlib.Path, update: bool) -> Snapshot | None:
    from xref.check import read_baseline

    if not path.exists():
        if update:
            return None
        raise BaselineError(f"no baseline {path}: accept the findings as they are with `xref check --update`")
    try:
        return read_baseline(path.read_text("utf-8"), str(path))
    except UnicodeDecodeError as fault:
        raise BaselineError(f"{path} is no text in UTF-8; take it back from git") from fault


class _Run:
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
        from xref.check import judge
        from xref.check.outputs import WRITERS, write_summary

        found = self.find()
        if given["update"] or given["interactive"]:
            return self.update(found, given["interactive"])
        others = (*self.look(), *self.lint())
        kept = {hit.key for hit in self.scope.of(self.before).hits} if self.before else set()
        unchanged = sum(hit.key in kept for hit in self.scope.of(self.now).hits)
        verdict = judge((*found, *others), self.policy(given), unchanged, self.checked())
        corpus = _shown(self.paths)
        click.echo(WRITERS[given["form"]](verdict, corpus), nl=False)
        for form, file in given["also"]:
            _write(file, WRITERS[form](verdict, corpus))
        if given["summary"]:
            with given["summary"].open("a", encoding="utf-8") as summary:
                summary.write(write_summary(verdict, corpus))
        refused = [problem for problem in self.result.problems if problem.level == "refused"]
        tell_problems(refused)
        if verdict.failed and not given["exit_zero"]:
            return FAILED
        return exit_code(self.result)

    def find(self) -> tuple[Change, ...]:
        from xref.check import find_changes

        if self.before is None:
            return ()
        return find_changes(self.scope.of(self.before), self.scope.of(self.now))

    def look(self) -> list[Change]:
        from xref.check import find_review_changes
        from xref.read import find_setup
        from xref.rulings import find_retired

        standings, odd = find_standings(self.paths, self.result)
        tell_problems(odd)
        share = find_setup(self.paths).reviewed_share
        changes = find_review_changes(standings, find_retired(standings, self.result), self.result, share)
        return [c for c in changes if not self.scope.themes or c.theme in self.scope.themes]

    def lint(self) -> list[Change]:
        from xref.check import find_lint

        return [c for c in find_lint(self.result) if not self.scope.themes or c.theme in self.scope.themes]

    def policy(self, given: dict[str, Any]) -> dict[str, str]:
        from xref.read import find_setup

        said = dict(find_setup(self.paths).check)
        return said | dict.fromkeys(given["warn_on"], "warn") | dict.fromkeys(given["fail_on"], "fail")

    def checked(self) -> str:
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
        from xref.save import save_all

        new, before = self.now, self.before
        if before is not None:
            new = join(self.scope.of(keep_bands(self.now, before, MARGIN)), self.scope.rest(before))
            if ask:
                paths = {s.path: s.id for s in (*before.sources, *new.sources)}
                refused = {paths[path] for path in self.ask(found) if path in paths}
                new = accept(before, new, lambda name: name not in refused)
            elif found:
                click.echo(write_text(judge(found, {}, 0, self.checked()), _shown(self.paths)), nl=False)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        save_all(self.path.parent, {self.path.name: write_baseline(new)})
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
            if not click.confirm(f"accept what changed in {path}?", default=False, err=True):
                refused.append(path)
        return refused


def _shown(paths: Sequence[pathlib.Path]) -> str:
    """The corpus as paths in a repository begin: relative, with forward slashes; empty when it is no one folder."""
    if len(paths) != 1 or not paths[0].is_dir():
        return ""
    path = paths[0]
    if path.is_absolute():
        try:
            path = path.relative_to(os.getcwd())
        except ValueError:
            return path.as_posix()
    return "" if path == pathlib.Path() else path.as_posix()


def _write(path: pathlib.Path, text: str) -> None:
    from xref.save import save_atomic

    save_atomic(path, text)
