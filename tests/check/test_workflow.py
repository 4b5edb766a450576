"""The action, the workflow and the hooks: what they run runs here, with what they write where they say."""

from __future__ import annotations

import os
import pathlib
import re
import shutil
import subprocess
import sys

import pytest
import yaml

ROOT = pathlib.Path(__file__).parents[2]
ACTION = (ROOT / "action.yml").read_text("utf-8")
WORKFLOW = (ROOT / ".github" / "workflows" / "xref.yml").read_text("utf-8")
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
STEPS = [step["run"] for step in yaml.safe_load(ACTION)["runs"]["steps"]]


@pytest.fixture
def place(tmp_path: pathlib.Path) -> pathlib.Path:
    """A checkout: the seeds and what is accepted of them."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "reports").mkdir()
    shutil.copy(ROOT / "reports" / "baseline.jsonl", tmp_path / "reports")
    return tmp_path


def shell(line: str, place: pathlib.Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs a step as the runner does, with `xref` of this environment on the path."""
    folder = place / "bin"
    folder.mkdir(exist_ok=True)
    command = folder / "xref"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m xref "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    environment = dict(os.environ) | more
    environment["PATH"] = f"{folder}:{os.environ['PATH']}"
    environment["PYTHONPATH"] = str(ROOT / "src")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", line],
        cwd=place, env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.mark.slow
def test_the_steps_run(place: pathlib.Path) -> None:
    """Report and check of the action pass on the seeds and leave their files; a new hit fails with an annotation."""
    given = {
        "XREF_CORPUS": "seeds", "XREF_OUT": "reports", "XREF_BASELINE": "reports/baseline.jsonl",
        "GITHUB_STEP_SUMMARY": str(place / "summary.md"),
    }  # fmt: skip
    report, check = STEPS[1:]
    assert shell(report, place, **given).returncode == 0
    ran = shell(check, place, **given)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    for name in ("index.html", "xref.sarif", "xref.xml", "xref.md"):
        assert (place / "reports" / name).stat().st_size > 0
    assert "passed" in (place / "summary.md").read_text("utf-8")
    first = next((place / "seeds").glob("*.txt"))
    shutil.copy(first, place / "seeds" / "added.txt")
    ran = shell(check, place, **given)
    assert ran.returncode == 1
    assert "::error file=seeds/added.txt" in ran.stdout


def test_the_steps_are_those_three() -> None:
    """Install, report, check; the inputs reach them as variables, never as text of the line."""
    assert len(STEPS) == 3
    assert not any("${{" in step for step in STEPS)
    assert re.fullmatch(r'python -m pip install --quiet "\$XREF_SOURCE\[[a-z,]+\]"', STEPS[0])


def test_the_workflow_watches_what_decides_a_finding() -> None:
    """Documents, program, templates and dependencies, on pull requests and on main; it uses our action."""
    flow = yaml.safe_load(WORKFLOW)
    # YAML 1.1 takes the key `on` for a boolean
    for event in ("pull_request", "push"):
        assert flow[True][event]["paths"] == ["seeds/**", "src/**", "templates/**", "pyproject.toml"]
    assert flow["permissions"] == {"contents": "read"}
    steps = flow["jobs"]["check"]["steps"]
    assert [step["with"]["corpus"] for step in steps if step["uses"] == "./"] == ["seeds"]


def test_the_workflow_keeps_the_exit_code() -> None:
    """Nothing lets a failed check pass, and what comes after it runs whatever it said: SARIF first, then the report."""
    job = yaml.safe_load(WORKFLOW)["jobs"]["check"]
    names = [step["uses"].partition("@")[0] for step in job["steps"]]
    after = job["steps"][names.index("./") + 1 :]
    assert names[-2:] == ["github/codeql-action/upload-sarif", "actions/upload-artifact"]
    assert all(step["if"].startswith("always()") for step in after)
    assert "continue-on-error" not in WORKFLOW + ACTION
    assert job["permissions"]["security-events"] == "write"
    assert after[0]["with"]["sarif_file"] == "reports/xref.sarif"
    assert after[1]["with"]["path"] == "reports/"


def test_the_action_has_each_input_it_names() -> None:
    """Every variable of a step comes from an input with a default, or from the runner."""
    action = yaml.safe_load(ACTION)
    for step in action["runs"]["steps"]:
        assert step["shell"] == "bash"
        for said in step.get("env", {}).values():
            name = re.fullmatch(r"\$\{\{ (?:inputs\.(\w+)|github\.action_path) \}\}", said)
            assert name
            assert name[1] is None or action["inputs"][name[1]]["default"]
        named = set(re.findall(r"\$(\w+)", step["run"]))
        assert named <= {*step.get("env", {}), "GITHUB_STEP_SUMMARY"}


@pytest.mark.slow
def test_the_hooks_run(place: pathlib.Path) -> None:
    """Each entry passes on the seeds, and accepting changes nothing that is accepted."""
    before = (place / "reports" / "baseline.jsonl").read_bytes()
    hooks = yaml.safe_load(HOOKS)
    assert [hook["id"] for hook in hooks] == ["xref-check", "xref-update"]
    assert not any(hook["pass_filenames"] for hook in hooks)
    entries = [hook["entry"] for hook in hooks]
    for entry in entries:
        ran = shell(entry, place)
        assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (place / "reports" / "baseline.jsonl").read_bytes() == before
