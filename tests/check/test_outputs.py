"""Whatever a document says stays text in each output, and no output is larger than its reader takes."""

from __future__ import annotations

import html
import json
import pathlib
import re
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from sarif_pydantic import Sarif

from xref.check import Change, Verdict, judge
from xref.check.outputs import WRITERS, write_summary

NASTY = "::error file=x::bad %0A::warning::two | ``` <b>x</b> @all #1 \x1b[31m \x00\x0b\n## [a](javascript:b) \ufffe"


def made(many: int = 1, kind: str = "edited") -> Verdict:
    """A verdict on `many` changes, all in the words of an attacker."""
    changes = [Change(kind, f"{n} {NASTY}", f"{NASTY}{n}.txt", 7, "ferry", NASTY, f"{NASTY} more") for n in range(many)]
    return judge(changes, {}, 3, "checked 2 documents")


@pytest.mark.parametrize("form", WRITERS)
def test_no_control_character_gets_through(form: str) -> None:
    """No output holds an escape sequence, a null or a vertical tab."""
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", WRITERS[form](made(), "seeds"))


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("sign", ["##[add-mask]y", "##vso[task.setvariable variable=x]y", "##teamcity[buildStop]"])
def test_no_command_of_a_runner_gets_through(form: str, sign: str) -> None:
    """They stand anywhere in a line for the runners of GitHub (##[, the older form), Azure and TeamCity."""
    said = f"x {sign}"
    verdict = judge([Change("edited", said, f"{said}\udcff.txt", 7, "ferry", said, f"{said} more")], {}, 3, "checked")
    lines = [line for line in WRITERS[form](verdict, "seeds").splitlines() if not line.startswith("::")]
    assert not re.search(r"##\w*\[", "".join(lines))


@pytest.mark.parametrize("said", ["mail a@b.example", "@all", "#12", "GH-12", "o/r#12", "a@b.example, @x and #1"])
def test_a_comment_mentions_nobody(said: str) -> None:
    """No sign of a mention, an address or an issue stands right before a name in what is rendered."""
    verdict = judge([Change("edited", said, "a.txt", 7)], {}, 0, "checked")
    rendered = MarkdownIt("commonmark").enable("table").render(WRITERS["markdown"](verdict, "seeds"))
    assert said in html.unescape(rendered).replace("\u200b", "")
    assert not re.search(r"[@#]\w|GH-\d", html.unescape(rendered))


def test_half_a_character_in_a_baseline_is_an_address_still() -> None:
    """A baseline comes with the pull request: what stands in it stops no output."""
    verdict = judge([Change("removed", "gone", "\ud800x.txt")], {}, 0, "checked")
    for form in WRITERS:
        assert WRITERS[form](verdict, "seeds")


def test_github_has_only_our_commands() -> None:
    """A line is a command of ours or plain text; a document's line ends and commands are inside of it."""
    lines = WRITERS["github"](made(1), "seeds").splitlines()
    assert [bool(re.match(r"\s*(::|##\[)", line)) for line in lines] == [True, False]
    head, _, said = lines[0].removeprefix("::").partition("::")
    assert head.count("file=") == 2  # ours, and that of the document's name, whose marks are escaped
    assert "%250A" in said


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x85", "\u2028", "%0A", "%0D%0A"])
def test_no_line_end_makes_a_command(end: str) -> None:
    """Whatever ends a line in a document, in its name or in a theme: what follows is no line of its own."""
    said = f"ferry{end}::error::owned{end}##[error]owned{end}::add-mask::e"
    change = Change("edited", said, f"{said}.txt", 7, said, said, said)
    for verdict in (judge([change], {}, 0, said), judge((), {}, 0, said)):
        for line in re.split(r"[\r\n]", WRITERS["github"](verdict, f"seeds{end}::error::x")):
            assert not re.match(r"\s*(::|##\[)", line) or line.startswith("::error file=seeds")
            # the runner decodes %0A of a command, which must be ours only
            assert not re.search(r"%0[AD]", line)


def test_text_has_a_line_for_each_change() -> None:
    """The level and class come first; words before and after stand beneath, and nothing of a document begins a line."""
    lines = WRITERS["text"](made(2), "seeds").splitlines()
    assert [line[:12] for line in lines[0::3]][:2] == ["FAIL edited:", "FAIL edited:"]
    assert [line[:6] for line in lines[1:3]] == ["    - ", "    + "]
    assert lines[-1].startswith("FAILED: 2 edited; 3 hits as they were; checked")
    assert len(lines) == 7


def test_github_keeps_to_the_caps() -> None:
    """Ten of a level, the rest counted in a line."""
    lines = WRITERS["github"](made(25), "seeds").splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert any(line.startswith("15 more") for line in lines)


def test_junit_is_xml() -> None:
    """An XML parser reads it; every failure is there."""
    top = ET.fromstring(WRITERS["junit"](made(3), "seeds"))
    assert len(top.findall(".//failure")) == 3
    assert top.get("failures") == "3"
    suites = list(JUnitXml.fromstring(WRITERS["junit"](made(3), "seeds").encode()))  # a second reader
    assert [(suite.name, suite.tests, suite.failures, len(list(suite))) for suite in suites] == [("edited", 3, 3, 3)]


def test_junit_of_a_clean_run() -> None:
    """A run without changes is one passed case: a file without tests is an error to some readers."""
    suites = list(JUnitXml.fromstring(WRITERS["junit"](judge((), {}, 3, "checked"), "seeds").encode()))
    assert [(suite.tests, suite.failures) for suite in suites] == [(1, 0)]


@pytest.mark.parametrize("many", [1, 900])
def test_markdown_fits_into_a_comment(many: int) -> None:
    """Under 64 KB, one row a change, and no mark of a document works; a summary stays under its own limit."""
    text = WRITERS["markdown"](made(many), "seeds")
    assert len(text.encode()) < 65_536
    assert len(write_summary(made(many), "seeds").encode()) < 1_048_576
    rows = [line for line in text.splitlines() if line.startswith("| edited")]
    assert rows
    for row in rows:
        assert len(re.findall(r"(?<!\\)\|", row)) == 4
        assert not re.search(r"<b>|(?<![\\&])[`@#\[]", row)
        # mentions are made of what is rendered, where no backslash is left
        assert not re.search(r"[@#]\w", re.sub(r"\\(?=\W)", "", row).replace("&#8203;", "\u200b"))
    assert ("more do not fit" in text) == (many > len(rows))


def test_json_is_one_object() -> None:
    """With the words as they stand."""
    record = json.loads(WRITERS["json"](made(), "seeds"))
    assert record["failed"]
    assert record["changes"][0]["was"] == NASTY


SARIF = json.loads(pathlib.Path(__file__).with_name("sarif-2.1.0.json").read_text(encoding="utf-8"))
"""the schema of SARIF 2.1.0 (OASIS), as microsoft/sarif-sdk 5.7.0 gives it out (MIT), unchanged"""


@pytest.mark.parametrize("many", [0, 1, 6000])
def test_sarif_keeps_to_its_schema(many: int) -> None:
    """The log is valid, its indices lead to their rules, and it holds no more results than are shown."""
    log = json.loads(WRITERS["sarif"](made(many), "seeds"))
    jsonschema.validate(log, SARIF, format_checker=jsonschema.FormatChecker())
    assert len(Sarif.model_validate(log).runs) == 1  # a second reader
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert len(run["results"]) == min(many, 5000)
    if many == 6000:
        assert "1000 more" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
