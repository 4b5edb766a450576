"""The manual is true: every command stands in README.md, and every `xref ...` line in it runs."""

from __future__ import annotations

import pathlib
import re
import shlex
import shutil

import attrs
import pytest

from xref.cli.main import BUG, INTERRUPTED, STATE, USAGE, cli, main
from xref.cli.options import DONE, FAILED, REFUSED
from xref.model import Settings
from xref.model.settings import RANGES
from xref.read import load_setup
from xref.themes import load_codebook

ROOT = pathlib.Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```\w*\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
LINES = [
    line.removeprefix("$ ") for block in BLOCKS for line in block.splitlines() if re.match(r"(\$ )?xref ", line)
]  # fmt: skip


def test_every_command_is_in_the_manual() -> None:
    """A reader of README.md meets every command, in a line that can be typed."""
    assert {line.split()[1] for line in LINES} >= set(cli.commands)


def test_the_manual_begins_with_the_two_commands() -> None:
    """Both commands of a newcomer stand on the first screen."""
    head = "\n".join(README.splitlines()[:25])
    assert "make report" in head
    assert "make test" in head


def test_every_exit_code_is_in_the_manual() -> None:
    """The table of exit codes is complete."""
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    assert documented == {DONE, FAILED, USAGE, REFUSED, STATE, BUG, INTERRUPTED}


@pytest.mark.parametrize("line", LINES)
def test_every_line_of_the_manual_runs(
    line: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Typed beside the seeds, each line ends with exit 0 and prints or writes something."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "reports").mkdir()
    shutil.copy(ROOT / "reports" / "baseline.jsonl", tmp_path / "reports")
    monkeypatch.chdir(tmp_path)
    command, _, _ = line.partition(" | ")
    if "reports/" in command:
        main(["report", "--quiet"])
    assert main(shlex.split(command, comments=True)[1:]) == 0
    out, err = capsys.readouterr()
    assert out or err


def test_the_codebook_of_the_manual_is_one(tmp_path: pathlib.Path) -> None:
    """The example can be copied as it stands."""
    example = re.findall(r"^```toml\n(.*?)^```", README, re.DOTALL | re.MULTILINE)[0]
    (tmp_path / "codebook.toml").write_text(example, encoding="utf-8")
    book = load_codebook(tmp_path / "codebook.toml")
    assert [len(theme.facets) for theme in book.themes] == [2]


def test_links_lead_somewhere() -> None:
    """Every relative link of the manual pages names a file that is there."""
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_settings_of_the_manual_are_some(tmp_path: pathlib.Path) -> None:
    """The example of docs/settings.md can be copied as it stands, and its table of limits is the program's."""
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    (tmp_path / "xref.toml").write_text(re.findall(r"^```toml\n(.*?)^```", page, re.DOTALL | re.MULTILINE)[0], "utf-8")
    setup = load_setup(tmp_path / "xref.toml")
    assert [series.id for series in setup.calendars.shown] == ["uk", "nato", "us"]
    limits = re.findall(r"^\| `(\w+)` \| ([\d,]+) \| ([\d,]+), ([\d,]+) \|", page, re.MULTILINE)
    said = {name: tuple(float(n.replace(",", "")) for n in numbers) for name, *numbers in limits}
    defaults = attrs.asdict(Settings())
    assert said == {name: (defaults[name], *RANGES[name]) for name in RANGES}


def test_the_codebook_of_its_page_is_one(tmp_path: pathlib.Path) -> None:
    """The example of docs/codebook.md can be copied as it stands."""
    page = (ROOT / "docs" / "codebook.md").read_text("utf-8")
    (tmp_path / "codebook.toml").write_text(
        re.findall(r"^```toml\n(.*?)^```", page, re.DOTALL | re.MULTILINE)[0], "utf-8"
    )
    book = load_codebook(tmp_path / "codebook.toml")
    assert [len(actor.offices) for actor in book.actors] == [1]
    assert book.distinct == (("Okafor", "Okafar"),)
